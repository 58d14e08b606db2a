"""What the original of an adapted course changes is offered; its authors take it over or leave theirs.

Our policies are asked here; Wagtail's own checks, which know no co-authors, are not asked once more.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin.models import EditingSession
from wagtail.locks import WorkflowLock
from wagtail.models import Page

from courses.addresses import Place
from courses.models import CoursePage
from courses.queries.sharing.adaptations import PARTS, Comparison, Pair, changes_of, relinked_state, state_of
from courses.services.sharing.adapting import copy_part, lead_links, remember, write
from courses.services.writing.authoring import has_traces
from courses.texts.adaptation import REMOVED, Change, State, settled, taken
from lms.core import journal
from lms.core.errors import Refused, TooLate
from people.models import User
from people.policies import allowed, require

STILL_WRITING = timedelta(minutes=1)  # the editor reports every ten seconds


def list_of_changes(course: CoursePage) -> Place:
    return Place(reverse("courses:original", args=[course.pk]))


@dataclass
class Decision:
    comparison: Comparison
    chosen: dict[int, list[Change]]  # by the key of our page

    def pairs(self) -> list[tuple[Pair, list[Change]]]:
        return [(pair, self.chosen[pair.page.pk]) for pair in self.comparison.pairs if pair.page.pk in self.chosen]


@transaction.atomic
def take_over(course: CoursePage, chosen: Collection[str], *, actor: User) -> None:
    """Write the chosen changes into the drafts of our pages. Nothing of it is published by that."""
    decision = _opened(course, chosen, actor)
    for pair, _changes in decision.pairs():
        _check_nobody_writes(pair.page, course, actor)
    comparison = decision.comparison
    pages = comparison.counterparts | _arrange(comparison, decision.chosen.get(course.pk, []), actor)
    for pair, changes in decision.pairs():
        _write_draft(pair, [change for change in changes if change.place != PARTS], pages, actor)
        _count_as_seen(pair, changes, comparison)
    journal.record(course, "courses.course.take_over", actor=actor, changes=len(chosen))


@transaction.atomic
def dismiss(course: CoursePage, chosen: Collection[str], *, actor: User) -> None:
    """Leave ours as it is; these changes are not offered again."""
    decision = _opened(course, chosen, actor)
    for pair, changes in decision.pairs():
        _count_as_seen(pair, changes, decision.comparison)
    journal.record(course, "courses.course.leave", actor=actor, changes=len(chosen))


def _opened(course: CoursePage, chosen: Collection[str], actor: User) -> Decision:
    """What was chosen, after locking the course: of two who decide, the second sees what the first left."""
    require("courses.edit", actor, course, city_id=course.city.pk)
    Page.objects.select_for_update().get(pk=course.pk)
    comparison = changes_of(course)
    waiting = comparison.open if comparison else {}
    if comparison is None or set(chosen) - waiting.keys():
        sentence = _("Somebody has decided this already, or the original has changed again. You see how it is now.")
        raise TooLate(sentence, about=list_of_changes(course))
    by_page = defaultdict(list)
    for key in dict.fromkeys(chosen):
        pair, change = waiting[key]
        by_page[pair.page.pk].append(change)
    return Decision(comparison, dict(by_page))


def _check_nobody_writes(page: Page, course: CoursePage, actor: User) -> None:
    lock = page.get_lock()
    if lock and (isinstance(lock, WorkflowLock) or lock.for_user(actor)):  # who decides does not rewrite meanwhile
        sentence = _(
            "“%(title)s” is locked while somebody decides about it or works on it. Please try again afterwards."
        )
        raise Refused(sentence % {"title": page.draft_title}, about=list_of_changes(course))
    kind = ContentType.objects.get_for_model(Page)  # as the editor has it
    others = EditingSession.objects.filter(content_type=kind, object_id=str(page.pk), is_editing=True)
    recent = others.filter(last_seen_at__gt=timezone.now() - STILL_WRITING).exclude(user=actor)
    if session := recent.select_related("user").first():
        sentence = _("%(person)s is writing in “%(title)s” right now. Please try again when that is done.")
        told = {"person": session.user, "title": page.draft_title}
        raise Refused(sentence % told, about=list_of_changes(course))


def _arrange(comparison: Comparison, changes: list[Change], actor: User) -> dict[int, int]:
    """Let parts come, go and change places. Order is not content: it holds at once, as when authors rearrange."""
    changes = [change for change in changes if change.place == PARTS]
    if not changes:
        return {}
    for part in [comparison.parts[change.block] for change in changes if change.kind == REMOVED]:
        _check_nobody_writes(part, comparison.course, actor)
        _take_out(part, comparison.course, actor)
    whole = comparison.pairs[0]
    wanted = [block.id for block in taken(whole.ours, changes, whole.now).streams[PARTS]]
    fresh = [key for key in wanted if key not in comparison.parts]
    for key in fresh:
        comparison.parts[key] = _added(comparison.originals[key], comparison, actor)
    pages = {int(key): comparison.parts[key].pk for key in fresh}
    lead_links([comparison.parts[key] for key in fresh], comparison.counterparts | pages)
    put_in_order(comparison.course, [comparison.parts[key].pk for key in wanted], actor)
    return pages


def _added(original: Any, comparison: Comparison, actor: User) -> Any:
    part = copy_part(original, comparison.course, actor=actor)
    remember(part, original, state_of(original), course=comparison.source)
    return part


def _take_out(part: Any, course: CoursePage, actor: User) -> None:
    """A draft goes, what people may have learned on is unpublished and kept."""
    if part.live:
        if not allowed("courses.publish", actor, course.city):
            sentence = _(
                "“%(title)s” is published. Only the training office of your city can take it out of the course."
            )
            raise Refused(sentence % {"title": part.title}, about=list_of_changes(course))
        UnpublishPageAction(part, user=actor).execute(skip_permission_checks=True)
    elif not has_traces(part):
        DeletePageAction(part, user=actor).execute(skip_permission_checks=True)


def put_in_order(course: CoursePage, wanted: list[int], actor: User) -> None:
    tree = Page.objects.child_of(CoursePage.objects.get(pk=course.pk)).order_by("path")
    order = [key for key in tree.values_list("pk", flat=True) if key in wanted]
    for place, key in enumerate(wanted):
        if order[place] != key:
            fresh = Page.objects.in_bulk([key, order[place]])  # moving changes the paths of others
            move = MovePageAction(fresh[key], fresh[order[place]], pos="left", user=actor)
            move.execute(skip_permission_checks=True)
            order.remove(key)
            order.insert(place, key)


def _write_draft(pair: Pair, changes: list[Change], pages: dict[int, int], actor: User) -> None:
    """Into the newest version, whoever wrote it."""
    after = taken(pair.ours, changes, relinked_state(type(pair.page), pair.now, pages))
    if after != pair.ours:
        draft = pair.page.get_latest_revision_as_object()
        write(draft, after)
        draft.save_revision(user=actor, clean=False, log_action=True)


def _count_as_seen(pair: Pair, changes: list[Change], comparison: Comparison) -> None:
    seen = settled(pair.seen, pair.now, pair.ours, {change.key for change in changes})
    back = {ours: theirs for theirs, ours in comparison.counterparts.items()}
    stored: State = relinked_state(type(pair.page), seen, back)
    pair.row.seen = {"page": pair.row.seen["page"], **stored.data()}
    pair.row.save(update_fields=["seen"])
