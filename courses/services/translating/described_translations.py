"""Translations from a description: the same course told in another language, block for block."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import StringSegment
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from courses.models import CoursePage
from courses.queries.translating.page_texts import texts_of
from courses.queries.translating.translations import translation_of
from courses.services.translating.translated_drafts import store_chosen, store_html, write_draft
from courses.services.translating.translating import start_translation
from courses.services.writing.authoring import course_from, lesson_from, test_from
from courses.services.writing.bodies import Raw, Store
from courses.services.writing.rights import collection_of
from people.models import User

Said = dict[tuple[str, int], str]  # by path, and which of the texts there


class NoFiles(Store):
    """Pictures and files are there already, with the original; any of them stands in for each."""

    def _kept(self, model: Any, path: str, title: str, **more: Any) -> Any:
        return model.objects.filter(collection=self.collection).first()


@transaction.atomic
def translate_as_described(course: CoursePage, spec: Raw, *, actor: User, files: Path) -> CoursePage:
    """Publish a translation of a course that was described with the same addresses and blocks."""
    course = CoursePage.objects.get(pk=course.pk)
    translated = start_translation(course, spec["language"], actor=actor)
    store = Store(files, collection_of(course.city), actor, f"{spec['city']}/{course.slug}")
    told = _told(spec, NoFiles(files, store.collection, actor, store.name))
    films = _films_in(spec, store)
    pages = [translated, *translated.get_children().order_by("path")]
    for page in pages:
        _fill_in(page, told[course.slug if page == translated else page.slug], films, actor)
    for page in [*pages[1:], translated]:
        Page.objects.get(pk=page.pk).specific.get_latest_revision().publish(user=actor)
    return CoursePage.objects.get(pk=translated.pk)


def _told(spec: Raw, store: Store) -> dict[str, Any]:
    """The pages as they would be, were they written in that language; never saved."""
    pages = [course_from({**spec, "cover": None}, store, None), *(lesson_from(one, store) for one in spec["lessons"])]
    tests = [test_from(spec["test"], {}, store)] if spec.get("test") else []
    return {page.slug: page for page in (*pages, *tests)}


def _films_in(spec: Raw, store: Store) -> dict[str, int]:
    """Films with captions and words in that language, by the key of their block."""
    return {
        store.key(lesson["slug"], n): store.film(one["value"]).pk
        for lesson in spec["lessons"]
        for n, one in enumerate(lesson["body"])
        if one["type"] == "video"
    }


def _fill_in(page: Page, told: Any, films: dict[str, int], actor: User) -> None:
    translation = translation_of(page)
    if translation is None:
        raise ValueError(f"{page} is no translation.")
    said = _by_place((one.path, one.string.data) for one in _texts_in(told))
    segments = StringSegment.objects.filter(source=translation.source).select_related("context").order_by("order")
    wanted = _by_place((one.context.path, one) for one in segments)
    if said.keys() != wanted.keys():
        raise ValueError(f"{page} is described differently: {sorted(said.keys() ^ wanted.keys())}")
    store_html(translation, {(one.context_id, one.string_id): said[at] for at, one in wanted.items()}, actor=actor)
    found = texts_of(translation)
    keys = {one.name: one.spot.group.partition(".")[2] for one in found.chosen}
    store_chosen(translation, found, {name: films[key] for name, key in keys.items() if key in films}, actor)
    write_draft(translation, actor=actor)


def _texts_in(page: Any) -> list[StringSegmentValue]:
    return [one for one in extract_segments(page) if isinstance(one, StringSegmentValue)]


def _by_place(found: Iterable[tuple[str, Any]]) -> dict[tuple[str, int], Any]:
    counts: dict[str, int] = {}
    places = {}
    for path, one in found:
        counts[path] = counts.get(path, -1) + 1
        places[path, counts[path]] = one
    return places
