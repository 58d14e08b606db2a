"""An adapted course beside its original: what its authors have seen of it, what it is today, what was made of it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import Field, Q
from django.db.models.functions import Left, Length
from wagtail.fields import StreamField
from wagtail.models import Page

from courses.models import Adaptation, AssignmentPage, CoursePage, LessonPage, ModulePage, TestPage
from courses.models.sharing import LOCAL
from courses.queries.reading.outline import STEP
from courses.texts.adaptation import Block, Change, State, open_changes
from courses.texts.raw_blocks import relinked

PART_MODELS = (ModulePage, LessonPage, TestPage, AssignmentPage)
PARTS = "parts"  # the parts of a course, compared like the blocks of a page
OWN = "own-"  # a part that came from no original


def content_fields(model: type[Page]) -> list[Field]:
    """What authors write, and what is therefore compared. The licence of a copy is its own business."""
    own = [one for one in model._meta.local_fields if one.editable and not one.primary_key]
    return [model._meta.get_field("title"), *(one for one in own if one.name not in LOCAL | {"licence"})]


def state_of(page: Page) -> dict[str, Any]:
    """The content of a page as it stands in its own row: as published, if it is."""
    fields, streams = {}, {}
    for one in content_fields(type(page)):
        if isinstance(one, StreamField):
            streams[one.name] = list(getattr(page, one.name).raw_data)
        else:
            fields[one.name] = getattr(page, one.attname)
    return {"fields": fields, "streams": streams}


def draft_of(page: Page) -> dict[str, Any]:
    """The content of the newest version. Read from its data, as building the page would ask the database much."""
    if page.latest_revision is None:
        return state_of(page)
    content = page.latest_revision.content
    state = state_of(page)
    for name in state["fields"]:
        state["fields"][name] = content.get(name, state["fields"][name])
    for name in state["streams"]:
        stored = content.get(name, [])
        state["streams"][name] = json.loads(stored) if isinstance(stored, str) else stored
    return state


def state_of_course(course: CoursePage, parts: Iterable[Page]) -> dict[str, Any]:
    state = state_of(course)
    state["streams"][PARTS] = [part_item(str(part.pk), part) for part in parts]
    return state


def part_item(key: str, part: Page) -> dict[str, Any]:
    return {"type": part._meta.model_name, "value": None, "id": key}


def relinked_state(model: type[Page], state: State, pages: Mapping[int, int]) -> State:
    """The same content with links between parts leading to their counterparts."""
    streams = dict(state.streams)
    for one in content_fields(model):
        if isinstance(one, StreamField) and one.name in streams:
            known = one.stream_block.child_blocks
            streams[one.name] = tuple(_relinked(block, known, pages) for block in streams[one.name])
    return State(state.fields, streams)


def _relinked(block: Block, known: Mapping[str, Any], pages: Mapping[int, int]) -> Block:
    if block.type not in known:
        return block
    return replace(block, value=relinked(known[block.type], block.value, pages))


@dataclass
class Pair:
    """A page of ours and the page it came from, in links that lead to our pages."""

    page: Any
    row: Adaptation
    source: Any
    seen: State
    now: State
    ours: State

    @cached_property
    def changes(self) -> list[Change]:
        return open_changes(self.seen, self.now, self.ours)

    def key_of(self, change: Change) -> str:
        return f"{self.page.pk}-{change.key}"


@dataclass
class Comparison:
    """An adapted course beside its original. Without pairs there is nothing public to compare it with."""

    course: CoursePage
    row: Adaptation
    source: CoursePage | None = None
    pairs: list[Pair] = field(default_factory=list)
    counterparts: dict[int, int] = field(default_factory=dict)  # page of the original → ours
    originals: dict[str, Any] = field(default_factory=dict)  # the public parts of the original by key
    parts: dict[str, Any] = field(default_factory=dict)  # our parts by the key of what they came from

    @property
    def open(self) -> dict[str, tuple[Pair, Change]]:
        return {pair.key_of(change): (pair, change) for pair in self.pairs for change in pair.changes}


def changes_of(course: CoursePage) -> Comparison | None:
    """What the original says today that our authors have neither taken over nor turned down."""
    return comparisons([course]).get(course.pk)


def comparisons(courses: Sequence[CoursePage]) -> dict[int, Comparison]:
    """By the key of our course, those that were adapted; a constant number of queries."""
    rows = _rows(courses)
    if not rows:
        return {}
    adapted = [course for course in _with_drafts(courses) if course.pk in rows]
    keys = [rows[course.pk].source_id for course in adapted]
    sources = {page.pk: page for page in CoursePage.objects.live().filter(pk__in=keys)} if adapted else {}
    ours = parts_of_courses(adapted, live=False)
    theirs = parts_of_courses(sources.values(), live=True)
    found = {}
    for course in adapted:
        source = sources.get(rows[course.pk].source_id)
        original_parts = theirs[source.path] if source else []
        found[course.pk] = _comparison(course, source, ours[course.path], original_parts, rows)
    return found


def _rows(courses: Sequence[CoursePage]) -> dict[int, Adaptation]:
    """The memory of these courses and their parts, by page."""
    inside = Adaptation.objects.annotate(course_path=Left("page__path", Length("page__path") - STEP))
    ours = Q(page__in=[course.pk for course in courses]) | Q(course_path__in=[course.path for course in courses])
    return {row.page_id: row for row in inside.filter(ours).select_related("source_city")}


def _with_drafts(courses: Sequence[CoursePage]) -> list[CoursePage]:
    keys = [course.pk for course in courses]
    return list(CoursePage.objects.filter(pk__in=keys).select_related("latest_revision").order_by("path"))


def parts_of_courses(courses: Iterable[CoursePage], *, live: bool) -> dict[str, list[Any]]:
    """By the path of the course, in the order of the tree."""
    paths = [course.path for course in courses]
    found: dict[str, list[Any]] = defaultdict(list)
    for model in PART_MODELS if paths else ():
        parts = model.objects.live() if live else model.objects.select_related("latest_revision")
        for part in parts.annotate(course_path=Left("path", Length("path") - STEP)).filter(course_path__in=paths):
            found[part.course_path].append(part)
    for parts in found.values():
        parts.sort(key=lambda part: part.path)
    return found


def _comparison(course: CoursePage, source: Any, parts: list[Any], theirs: list[Any], rows: Any) -> Comparison:
    known = {part: rows[part.pk] for part in parts if part.pk in rows}
    result = Comparison(course, rows[course.pk], source)
    result.parts = {_key(part, known.get(part)): part for part in parts}
    if source is None:
        return result
    result.originals = {str(part.pk): part for part in theirs}
    result.counterparts = {row.seen["page"]: row.page_id for row in [result.row, *known.values()]}
    result.pairs = [_pair_of_courses(result, source)]
    for part, row in known.items():
        if original := result.originals.get(str(row.seen["page"])):
            result.pairs.append(_pair(part, row, original, state_of(original), result.counterparts))
    return result


def _key(part: Any, row: Adaptation | None) -> str:
    return str(row.seen["page"]) if row else f"{OWN}{part.pk}"


def _pair_of_courses(comparison: Comparison, source: CoursePage) -> Pair:
    now = state_of_course(source, comparison.originals.values())
    pair = _pair(comparison.course, comparison.row, source, now, comparison.counterparts)
    ours = [part_item(key, part) for key, part in comparison.parts.items()]
    pair.ours = State(
        pair.ours.fields, {**pair.ours.streams, PARTS: State.of({"streams": {PARTS: ours}}).streams[PARTS]}
    )
    return pair


def _pair(page: Any, row: Adaptation, source: Any, now: dict[str, Any], pages: Mapping[int, int]) -> Pair:
    model = type(page)
    seen = relinked_state(model, State.of(row.seen), pages)
    return Pair(page, row, source, seen, relinked_state(model, State.of(now), pages), State.of(draft_of(page)))
