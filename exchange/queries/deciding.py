"""What somebody has just decided and can take back, and what would come of deciding several cases at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, Decision, HostOffer
from exchange.queries.applications import WishRow, needs_reason
from exchange.queries.inbox import Task, with_conflicts
from exchange.queries.inbox import inbox as everything
from exchange.queries.placements import placements_for
from exchange.queries.stay import notices_about
from exchange.states import ApplicationStatus
from lms.core.templatetags.wanderjahr import day
from people.models import User
from people.policies import allowed
from training.notices import open_warnings

TOGETHER = ("application", "placement")
MOST = 50


def fresh_decisions(user: User) -> list[Decision]:
    """Newest first, of the last minutes."""
    found = Decision.objects.visible_to(user).fresh(timezone.now())
    return list(_with_subjects(found)[:MOST])


def decisions_together(user: User, bulk: Any) -> list[Decision]:
    return list(_with_subjects(Decision.objects.visible_to(user).filter(bulk=bulk)).order_by("at", "pk"))


def _with_subjects(found):  # type: ignore[no-untyped-def]
    return found.select_related(
        "application__apprentice", "application__round", "placement__apprentice", "placement__offer",
        "placement__round",
        "offer__round", "by",
    )  # fmt: skip


def title_of(decision: Decision) -> str:
    """A host that confirmed first does not know yet who comes."""
    subject = decision.subject
    if isinstance(subject, Application):
        return str(subject.apprentice.full_name)
    return subject.title if isinstance(subject, HostOffer) else subject.offer.title


def what_was_done(decision: Decision) -> str:
    if decision.step.startswith("confirm"):
        return _("place confirmed")
    offer = decision.offer_id is not None
    return {
        "endorse": _("endorsed"),
        "return": _("returned"),
        "approve": _("released"),
        "reject": _("rejected"),
        "refuse": _("place refused"),
        "publish": _("offer published") if offer else "",
    }.get(decision.step, decision.step)


@dataclass(frozen=True)
class Row:
    decision: Decision
    title: str
    done: str
    can_be_undone: bool


def rows_of(decisions: Iterable[Decision]) -> list[Row]:
    now = timezone.now()
    return [Row(one, title_of(one), what_was_done(one), not one.undone_at and now < one.until) for one in decisions]


@dataclass(frozen=True)
class Preview:
    """One of several cases: what would happen, or what hinders it."""

    task: Task
    step: str
    sentence: str
    hinders: str = ""
    seen: str = ""

    @property
    def is_possible(self) -> bool:
        return not self.hinders


def preview_of(user: User, keys: Iterable[str]) -> list[Preview]:
    """Of the chosen cases that still wait for this person, in the order of the inbox."""
    chosen = set(list(keys)[:MOST])
    tasks = with_conflicts(task for task in everything(user) if task.key in chosen)
    places = {
        one.pk: one
        for one in placements_for(user).filter(pk__in=[task.pk for task in tasks if task.kind == "placement"])
    }
    return [_preview(task, user, places) for task in tasks]


def _preview(task, user, places) -> Preview:  # type: ignore[no-untyped-def]
    if task.kind == "placement":
        warned = open_warnings(notices_about(places[task.pk]))
        hinders = _("There are warnings. Please decide on this one by itself and say why.") if warned else ""
        return Preview(task, "confirm", _("The place is confirmed for your city."), hinders)
    if task.kind != "application" or task.case is None:
        return Preview(task, "", "", _("This can only be decided by itself."))
    application, rows = task.case
    seen = application.submitted_at.isoformat()
    if application.status == ApplicationStatus.SUBMITTED:
        until: date = application.round.review_until
        sentence = _("Endorsed; the training office %(city)s decides by %(day)s.")
        told = sentence % {"city": application.home_city.name, "day": day(until)}
        return Preview(task, "endorse", told, seen=seen)
    sentence = _("Released; the application goes into the assignment on %(day)s.")
    told = sentence % {"day": day(application.round.matching_on)}
    return Preview(task, "approve", told, _hindrance(application, rows, user), seen)


def _hindrance(application: Application, rows: list[WishRow], user: User) -> str:
    if not allowed("exchange.decide_application", user, application):
        return _("Somebody else of the training office has to decide on this one.")
    if rows and all(row.hard for row in rows):
        return _("Something stands against every wish. Please return the application and say what should be changed.")
    if needs_reason(rows):
        return _("There are warnings. Please decide on this one by itself and say why.")
    return ""
