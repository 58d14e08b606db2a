"""From descriptions in plain data to blocks: every block gets a key that is the same each time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files import File
from wagtail.models import Collection

from lms.media.models import CourseDocument, CourseImage, CourseMedia
from people.models import User

Raw = dict[str, Any]


@dataclass
class Store:
    """Puts files into the media library of a city and hands out keys."""

    folder: Path
    collection: Collection
    actor: User | None
    name: str

    def key(self, *parts: object) -> str:
        return str(uuid5(NAMESPACE_URL, "/".join(map(str, (self.name, *parts)))))

    def image(self, path: str, title: str) -> CourseImage:
        return self._kept(CourseImage, path, title)

    def document(self, path: str, title: str) -> CourseDocument:
        return self._kept(CourseDocument, path, title)

    def film(self, spec: Raw) -> CourseMedia:
        with (self.folder / spec["captions"]).open("rb") as captions:
            file = File(captions, name=Path(spec["captions"]).name)
            told = {"transcript": spec["transcript"], "duration": spec["seconds"], "captions": file}
            return self._kept(CourseMedia, spec["file"], spec["title"], type="video", **told)

    def _kept(self, model: Any, path: str, title: str, **more: Any) -> Any:
        with (self.folder / path).open("rb") as stored:
            file = File(stored, name=Path(path).name)
            common = {"title": title[:255], "collection": self.collection, "uploaded_by_user": self.actor}
            return model.objects.create(file=file, **common, **more)


def goals(texts: list[str], store: Store) -> list[Raw]:
    return [{"type": "goal", "value": text, "id": store.key("goal", n)} for n, text in enumerate(texts)]


def lesson(spec: Raw, store: Store) -> list[Raw]:
    return [
        {"type": block["type"], "value": WRITERS[block["type"]](block["value"], store, where), "id": store.key(*where)}
        for n, block in enumerate(spec["body"])
        for where in [(spec["slug"], n)]
    ]


def _text(value: Any, store: Store, where: tuple[Any, ...]) -> Any:
    return value.strip() if isinstance(value, str) else value


def _image(value: Raw, store: Store, where: tuple[Any, ...]) -> Raw:
    picture = store.image(value["file"], value.get("caption") or value["alt"])
    told = {"image": picture.pk, "alt_text": value["alt"], "decorative": not value["alt"]}
    return {"image": told, "caption": value.get("caption", "")}


def _file(value: Raw, store: Store, where: tuple[Any, ...]) -> Raw:
    document = store.document(value["file"], value["title"])
    return {"title": value["title"], "document": document.pk, "description": value.get("description", "")}


def _video(value: Raw, store: Store, where: tuple[Any, ...]) -> Raw:
    return {"title": value["title"], "video": store.film(value).pk}


def _self_check(value: Raw, store: Store, where: tuple[Any, ...]) -> Raw:
    return {**value, "choices": _choices(value["choices"], store, where)}


WRITERS: dict[str, Callable[[Any, Store, tuple[Any, ...]], Any]] = {
    "text": _text,
    "hint": _text,
    "image": _image,
    "file": _file,
    "video": _video,
    "self_check": _self_check,
}


def test(spec: Raw, lessons: Raw, store: Store) -> list[Raw]:
    return [_question(question, lessons, store, (spec["slug"], n)) for n, question in enumerate(spec["questions"])]


def _question(spec: Raw, lessons: Raw, store: Store, where: tuple[Any, ...]) -> Raw:
    source = lessons.get(spec.get("lesson") or "")
    value = {
        "text": spec["text"],
        "choices": _choices(spec["choices"], store, where),
        "feedback": spec.get("feedback", ""),
        "lesson": source.pk if source else None,
    }
    return {"type": spec["kind"], "value": value, "id": store.key(*where)}


def _choices(choices: list[Raw], store: Store, where: tuple[Any, ...]) -> list[Raw]:
    return [{"type": "item", "value": choice, "id": store.key(*where, n)} for n, choice in enumerate(choices)]
