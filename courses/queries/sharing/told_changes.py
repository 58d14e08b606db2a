"""The changes of an original as people read them: what it is about, the words before and after, what ours says."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.fields import StreamField

from courses.models import AssignmentPage, LessonPage, TestPage
from courses.queries.sharing.adaptations import PARTS, Comparison, Pair, state_of
from courses.texts.adaptation import ADDED, FIELD, MOVED, REMOVED, Block, Change, State
from courses.texts.raw_blocks import Names, gist, reference, references, told, with_names
from courses.texts.wording import SAME, Mark, compared
from questions.models import Category, Question

LONGEST_NAME = 60


@dataclass
class Told:
    """One change: before and now as lines, ours only where we have changed the same."""

    key: str
    kind: str
    what: str
    before: list[str]
    now: list[str]
    ours: list[str] | None = None
    url: str = ""
    needs_office: bool = False
    lines: list[list[Mark]] = field(default_factory=list)

    @property
    def title(self) -> str:
        titles = {
            ADDED: _("%(what)s: new"),
            REMOVED: _("%(what)s: taken out"),
            MOVED: _("%(what)s: in another order"),
        }
        return titles.get(self.kind, _("%(what)s: changed")) % {"what": self.what}

    @property
    def is_format_only(self) -> bool:
        """The words are the same: bold type, or an answer that is right now and was wrong before, is told in words."""
        return all(kind == SAME for line in self.lines for kind, _text in line)

    @property
    def is_gone_here(self) -> bool:
        return self.ours == []


@dataclass(frozen=True)
class ToldPage:
    title: str
    kind: str
    edit_url: str
    changes: list[Told]


def told_changes(comparison: Comparison) -> list[ToldPage]:
    """By page, in the order of the course; a constant number of queries."""
    pages = [(pair, [_told(comparison, pair, change) for change in pair.changes]) for pair in comparison.pairs]
    pages = [(pair, changes) for pair, changes in pages if changes]
    _put_in_names([change for _pair, changes in pages for change in changes])
    return [
        ToldPage(
            pair.page.draft_title,
            str(pair.page._meta.verbose_name),
            reverse("wagtailadmin_pages:edit", args=[pair.page.pk]),
            changes,
        )
        for pair, changes in pages
    ]


def _told(comparison: Comparison, pair: Pair, change: Change) -> Told:
    if change.place == PARTS:
        return _told_part(comparison, pair, change)
    one = pair.page._meta.get_field(change.place)
    if change.kind == FIELD:
        return Told(
            pair.key_of(change), change.kind, str(one.verbose_name),
            _field_lines(one, change.before), _field_lines(one, change.now),
            _field_lines(one, change.ours) if change.clash else None,
        )  # fmt: skip
    if change.kind == MOVED:
        names = {block.id: _name(one, block) for block in (*pair.seen.streams[one.name], *pair.now.streams[one.name])}
        return _told_order(pair, change, str(one.verbose_name), names)
    ours = _block_lines(one, change.ours) if change.clash else None
    block = change.now or change.before
    before, now = _block_lines(one, change.before), _block_lines(one, change.now)
    return Told(pair.key_of(change), change.kind, _label(one, block), before, now, ours)


def _told_order(pair: Pair, change: Change, what: str, names: dict[str, str]) -> Told:
    def lines(order: Iterable[str]) -> list[str]:
        return [names[key] for key in order if key in names]

    ours = lines(change.ours) if change.clash else None
    return Told(pair.key_of(change), MOVED, what, lines(change.before), lines(change.now), ours)


def _told_part(comparison: Comparison, pair: Pair, change: Change) -> Told:
    titles = {key: part.draft_title for key, part in comparison.parts.items()}
    titles |= {key: part.title for key, part in comparison.originals.items()}
    if change.kind == MOVED:
        return _told_order(pair, change, _("Lessons and tests"), titles)
    part = comparison.originals.get(change.block) or comparison.parts[change.block]
    kind = str(part._meta.verbose_name)
    if change.kind == REMOVED:
        before = [titles[change.block]]
        return Told(pair.key_of(change), REMOVED, kind, before, [], needs_office=part.live)
    url = "" if comparison.source is None else f"{comparison.source.url}{part.slug}/"
    return Told(pair.key_of(change), ADDED, kind, [], [part.title, *_gist(part)], url=url)


def _gist(part: Any) -> Iterator[str]:
    """What a new part consists of; its text can be read in the original."""
    stream = {LessonPage: "body", TestPage: "questions", AssignmentPage: "body"}.get(type(part))
    if stream is None:
        yield from [part.intro] if part.intro else []
        return
    one = part._meta.get_field(stream)
    counted = Counter(_label(one, block) for block in State.of(state_of(part)).streams[stream])
    yield " · ".join(f"{number} × {label}" if number > 1 else label for label, number in counted.items())


def _field_lines(one: Any, value: Any) -> list[str]:
    if value in (None, ""):
        return []
    if one.is_relation:
        return [reference(one.related_model, value)]
    if one.choices:
        return [str(dict(one.flatchoices).get(value, value))]
    return str(value).splitlines()


def _block_lines(one: StreamField, block: Block | None) -> list[str]:
    if block is None or block.type not in one.stream_block.child_blocks:
        return []
    return told(one.stream_block.child_blocks[block.type], block.value)


def _label(one: StreamField, block: Block) -> str:
    known = one.stream_block.child_blocks.get(block.type)
    return str(known.label) if known else str(one.verbose_name)


def _name(one: StreamField, block: Block) -> str:
    known = one.stream_block.child_blocks.get(block.type)
    first = gist(known, block.value) if known else ""
    short = first if len(first) <= LONGEST_NAME else f"{first[:LONGEST_NAME].rstrip()} …"
    return f"{_label(one, block)}: {short}" if short else _label(one, block)


def _put_in_names(changes: list[Told]) -> None:
    lines = [line for change in changes for some in (change.before, change.now, change.ours or []) for line in some]
    names, gone = _titles(references(lines)), _("no longer there")
    for change in changes:
        change.before, change.now = with_names(change.before, names, gone), with_names(change.now, names, gone)
        change.ours = None if change.ours is None else with_names(change.ours, names, gone)
        change.lines = compared(change.before, change.now)


def _titles(wanted: set[tuple[str, int]]) -> Names:
    """The titles of pages, images and files: one query for each kind."""
    by_model: dict[str, list[int]] = {}
    for model, key in sorted(wanted):
        by_model.setdefault(model, []).append(key)
    return {
        (model, key): title
        for model, keys in by_model.items()
        for key, title in _named(apps.get_model(model)._default_manager.filter(pk__in=keys))
    }


def _named(found: QuerySet[Any]) -> Iterator[tuple[int, str]]:
    """What a city keeps in its bank for itself is not told to others."""
    if found.model not in (Category, Question):
        yield from found.values_list("pk", "title")
        return
    for one in found:
        yield one.pk, str(one) if one.is_shared else _("from the bank of a city, number %(n)s") % {"n": one.pk}
