"""What the original of a translated course says differently by now, in words; bringing it over is one step."""

import json
from collections.abc import Iterable
from typing import Any

from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from courses.models import Adaptation, CoursePage
from courses.queries.sharing.adaptations import (
    OWN,
    PARTS,
    Comparison,
    Pair,
    content_fields,
    part_item,
    parts_of_courses,
    state_of,
)
from courses.queries.sharing.told_changes import ToldPage, told_changes
from courses.texts.adaptation import State

Sources = dict[Any, TranslationSource]


def news_for(course: CoursePage, original: CoursePage) -> list[ToldPage]:
    """By page, in the order of the course; a constant number of queries."""
    return told_changes(_compared(course, original))


def _compared(course: CoursePage, original: CoursePage) -> Comparison:
    theirs = parts_of_courses([original], live=True)[original.path]
    ours = parts_of_courses([course], live=False)[course.path]
    keys = [page.translation_key for page in (course, *ours)]
    kept = TranslationSource.objects.filter(object_id__in=keys, locale=original.locale_id)
    sources = {source.object_id: source for source in kept}
    result = Comparison(course, Adaptation(), original)
    result.originals = {str(part.pk): part for part in theirs}
    result.parts = _parts(ours, theirs, sources)
    pages = {page.translation_key: page for page in (original, *theirs)}
    for page in (course, *ours):
        if page.translation_key in pages and page.translation_key in sources:
            result.pairs.append(_pair(page, pages[page.translation_key], sources[page.translation_key]))
    if result.pairs:
        _with_order(result, theirs)
    return result


def _parts(ours: Iterable[Any], theirs: Iterable[Any], sources: Sources) -> dict[str, Any]:
    """Our parts by the key of their original, as long as that is there; what was added here is no part of it."""
    originals = {part.translation_key: str(part.pk) for part in theirs}
    return {
        originals.get(part.translation_key, f"{OWN}{part.pk}"): part for part in ours if part.translation_key in sources
    }


def _pair(page: Any, original: Any, source: TranslationSource) -> Pair:
    seen = State.of(_state_in(original, json.loads(source.content_json)))
    return Pair(page, Adaptation(), original, seen, State.of(state_of(original)), seen)


def _state_in(page: Page, content: dict[str, Any]) -> dict[str, Any]:
    fields, streams = {}, {}
    for one in content_fields(type(page)):
        value = content.get(one.name)
        if isinstance(one, StreamField):
            streams[one.name] = json.loads(value or "[]")
        else:
            fields[one.name] = value
    return {"fields": fields, "streams": streams}


def _with_order(comparison: Comparison, theirs: Iterable[Any]) -> None:
    """The parts of the course, compared like the blocks of a page."""
    whole = comparison.pairs[0]
    before = _stream([part_item(key, part) for key, part in comparison.parts.items()])
    now = _stream([part_item(str(part.pk), part) for part in theirs])
    seen = State(whole.seen.fields, {**whole.seen.streams, PARTS: before})
    whole.seen, whole.ours = seen, seen
    whole.now = State(whole.now.fields, {**whole.now.streams, PARTS: now})


def _stream(items: list[dict[str, Any]]) -> Any:
    return State.of({"streams": {PARTS: items}}).streams[PARTS]
