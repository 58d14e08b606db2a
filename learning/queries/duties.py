"""Whom a mandatory training concerns, who still has to take it, and what that means for one person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Completion, Enrollment
from courses.related import Demand
from courses.states import STANDING
from learning.models import Duty, Obligation
from learning.schedule import runs_out_on, still_counts
from lms.core.steps import NextStep
from lms.core.templatetags.wanderjahr import day as written
from people.models import Membership, Role, User
from training.models import Apprenticeship

SOON = 28  # days


@dataclass(frozen=True)
class Evidence:
    """The latest completion of a course by somebody, in whichever language."""

    enrollment: int
    completed_on: date
    valid_until: date | None


@dataclass(frozen=True)
class DutyRow:
    """What the training office may know of somebody: enrolled, completed, proof, due date."""

    person: User
    due_on: date
    is_enrolled: bool
    completed_on: date | None
    runs_out_on: date | None
    today: date

    @property
    def is_done(self) -> bool:
        return self.completed_on is not None

    @property
    def is_overdue(self) -> bool:
        return not self.is_done and self.due_on < self.today

    @property
    def state(self) -> str:
        if self.is_done:
            return _("completed")
        return _("enrolled") if self.is_enrolled else _("not enrolled")

    @property
    def proof(self) -> str:
        if self.completed_on is None:
            return ""
        days = {"day": written(self.completed_on), "end": written(self.runs_out_on) if self.runs_out_on else ""}
        return (_("from %(day)s, valid until %(end)s") if self.runs_out_on else _("from %(day)s")) % days


def in_training(city_id: int, day: date) -> list[Apprenticeship]:
    """The apprenticeships that run in a city, of people who are still there."""
    held = Membership.objects.current(day).filter(role=Role.APPRENTICE, city=city_id, person=OuterRef("person"))
    running = Apprenticeship.objects.filter(
        Exists(held), city=city_id, person__is_active=True, starts_on__lte=day, ends_on__gte=day
    )
    return list(
        running.select_related("person", "occupation").order_by("person__last_name", "person__first_name", "pk")
    )


def concerns(obligation: Obligation, training: Apprenticeship, day: date) -> bool:
    if obligation.occupation_id not in (None, training.occupation_id):
        return False
    return obligation.year is None or obligation.year == training.year_on(day)


def concerned(obligation: Obligation, day: date) -> list[User]:
    """Also for one that is not saved yet, as only its city, occupation and year matter."""
    return [one.person for one in in_training(obligation.city_id, day) if concerns(obligation, one, day)]


def audience(obligation: Obligation) -> str:
    """Whom it concerns, in words."""
    facts = {"city": obligation.city.name, "occupation": obligation.occupation, "year": obligation.year}
    if obligation.occupation and obligation.year:
        return _("%(occupation)s in year %(year)s, %(city)s") % facts
    if obligation.occupation:
        return _("%(occupation)s, all years, %(city)s") % facts
    if obligation.year:
        return _("All apprentices in year %(year)s, %(city)s") % facts
    return _("All apprentices, %(city)s") % facts


def rhythm(obligation: Obligation) -> str:
    months = obligation.every_months
    if not months:
        return _("once")
    if months % 12 == 0:
        return ngettext("every year", "every %(n)s years", months // 12) % {"n": months // 12}
    return ngettext("every month", "every %(n)s months", months) % {"n": months}


def evidence_for(keys: Collection[Any], people: Collection[int]) -> dict[tuple[Any, int], Evidence]:
    """The latest evidence by translation key of the course and person, in one query."""
    found = Completion.objects.filter(
        enrollment__course__translation_key__in=keys, enrollment__person__in=people
    ).order_by("completed_at", "pk")
    rows = found.values_list(
        "enrollment__course__translation_key", "enrollment__person", "enrollment", "completed_at", "valid_until"
    )
    return {
        (key, person): Evidence(enrollment, timezone.localdate(completed_at), valid_until)
        for key, person, enrollment, completed_at, valid_until in rows
    }


def met_on(duty: Duty, evidence: Evidence | None, every_months: int | None) -> date | None:
    """The day of the completion that fulfils a duty: made since it began, or, the first time, still valid then.

    A later time begins because the evidence runs out, so it needs new evidence.
    """
    if duty.fulfilled_on or evidence is None:
        return duty.fulfilled_on
    began, made = timezone.localdate(duty.created_at), evidence.completed_on
    counted = duty.number == 1 and still_counts(began, made, every_months, evidence.valid_until)
    return made if made >= began or counted else None


def latest_duties(obligation: Obligation) -> dict[int, Duty]:
    """The latest time of each person, by the person."""
    duties = Duty.objects.filter(obligation=obligation).order_by("number")
    return {duty.person_id: duty for duty in duties}


def who_has_to(obligation: Obligation, today: date) -> list[DutyRow]:
    """Everybody of whom it was asked and who is still there, the most urgent first. The same queries for any number."""
    people = {one.person_id: one.person for one in in_training(obligation.city_id, today)}
    duties = {pk: duty for pk, duty in latest_duties(obligation).items() if pk in people}
    key = obligation.course.translation_key
    evidence = evidence_for([key], list(duties))
    standing = Enrollment.objects.standing().filter(course__translation_key=key, person__in=list(duties))
    enrolled = set(standing.values_list("person_id", flat=True))
    months = obligation.every_months
    rows = []
    for pk, duty in duties.items():
        proof = evidence.get((key, pk))
        done = met_on(duty, proof, months)
        until = runs_out_on(done, months, proof.valid_until if proof else None) if done else None
        rows.append(DutyRow(people[pk], duty.due_on, pk in enrolled, done, until, today))
    return sorted(rows, key=lambda row: (row.is_done, row.due_on, row.person.last_name, row.person.first_name))


def open_duties(user: User, today: date) -> list[Duty]:
    """What somebody still has to take, the most urgent first; each course once."""
    there = Membership.objects.current(today).filter(role=Role.APPRENTICE, person=user)
    training = Apprenticeship.objects.filter(person=user, ends_on__gte=today)
    mine = Duty.objects.filter(
        person=user,
        fulfilled_on__isnull=True,
        obligation__in=Obligation.objects.in_force(today),
        obligation__city__in=there.values("city"),
        person__in=training.values("person"),
    )
    duties = list(mine.select_related("obligation__course").defer("obligation__course__goals").order_by("due_on", "pk"))
    evidence = evidence_for({duty.obligation.course.translation_key for duty in duties}, [user.pk]) if duties else {}
    nearest: dict[Any, Duty] = {}
    for duty in duties:
        key = duty.obligation.course.translation_key
        if not met_on(duty, evidence.get((key, user.pk)), duty.obligation.every_months):
            nearest.setdefault(key, duty)
    return list(nearest.values())


def demands(user: User) -> list[Demand]:
    """For the pages of courses."""
    today = timezone.localdate()
    return [
        Demand(
            duty.obligation.course.translation_key, duty.obligation.course.title, duty.obligation.course.url,
            duty.due_on, _("Mandatory for you until %(day)s") % {"day": written(duty.due_on)}, duty.due_on < today,
        )
        for duty in open_duties(user, today)
    ]  # fmt: skip


def duty_steps(user: User) -> list[NextStep]:
    """For the start page: what is overdue stands before everything but a stay that begins."""
    today = timezone.localdate()
    return [_step(duty, today) for duty in open_duties(user, today)]


def _step(duty: Duty, today: date) -> NextStep:
    overdue = duty.due_on < today
    late = _("This training is mandatory for you and overdue. Please take it now.")
    text = late if overdue else _("This training is mandatory for you.")
    order = 8 if overdue else 25 if (duty.due_on - today).days <= SOON else 55
    course = duty.obligation.course
    return NextStep(course.title, text, course.url, _("Go to the course"), order=order, due=duty.due_on)


def standing_in(key: Any, person: User) -> Enrollment | None:
    """The enrollment of somebody in a course, or in a translation of it, that stands, the latest first."""
    mine = Enrollment.objects.of(person).filter(course__translation_key=key, course__live=True, status__in=STANDING)
    return mine.select_related("course").order_by("-enrolled_at", "-pk").first()
