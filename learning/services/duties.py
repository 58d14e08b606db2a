"""Keep duties up to the day: begin them, notice that they are fulfilled, remind. May run as often as it likes.

Each step happens once because the database says so: a time begins by a row that is unique, it is fulfilled and
reminded of by an UPDATE that finds the state left behind.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from courses.models import Source
from courses.services.completing.completion import renew
from courses.services.enrolling.enrollments import enroll_person
from learning.models import Duty, Obligation
from learning.queries.duties import Evidence, concerns, evidence_for, in_training, latest_duties, met_on, standing_in
from learning.schedule import OVERDUE, begins_on, reminder, runs_out_on, still_counts
from lms.core import journal
from lms.core.errors import Refused
from lms.notifications.services import notify
from people.models import User

log = logging.getLogger("wanderjahr.learning")


@dataclass(frozen=True)
class Case:
    """One person and one mandatory training, on a day."""

    obligation: Obligation
    person: User
    is_concerned: bool
    duty: Duty | None  # the latest
    evidence: Evidence | None  # the latest
    today: date

    @property
    def done_on(self) -> date | None:
        return met_on(self.duty, self.evidence, self.obligation.every_months) if self.duty else None

    @property
    def next_due_on(self) -> date | None:
        """When what was proved last runs out; None while it was not, or if once is enough."""
        if self.done_on is None:
            return None
        proved = max(self.done_on, self.evidence.completed_on if self.evidence else self.done_on)
        until = self.evidence.valid_until if self.evidence else None
        due = runs_out_on(proved, self.obligation.every_months, until)
        return due if due and begins_on(proved, due) <= self.today else None


def keep_duties(today: date) -> int:
    """All mandatory training that is in force; returns how many steps were taken."""
    return _keep_all(Obligation.objects.in_force(today).select_related("course", "city"), today)


def keep_obligation(obligation: Obligation, today: date) -> int:
    return _keep_all([obligation], today)


def _keep_all(obligations: Iterable[Obligation], today: date) -> int:
    """What is due first comes first, as the first message of a day is the only one about its course."""
    steps = 0
    for case in sorted((case for one in obligations for case in _cases(one, today)), key=_urgency):
        try:
            steps += _keep(case)
        except Refused as reason:  # the course takes nobody: nobody owes what they cannot take
            log.info("duty of %s in %s: %s", case.person.pk, case.obligation.pk, reason)
    return steps


def _urgency(case: Case) -> date:
    if case.duty and case.duty.fulfilled_on is None:
        return case.duty.due_on
    return case.next_due_on or case.today + timedelta(days=case.obligation.days_to_complete)


@task()
def keep_at_once(pk: int) -> None:
    """For a training office that has just made something mandatory, or changed it."""
    today = timezone.localdate()
    obligation = Obligation.objects.in_force(today).select_related("course", "city").filter(pk=pk).first()
    if obligation:
        keep_obligation(obligation, today)


def _cases(obligation: Obligation, today: date) -> Iterator[Case]:
    """Those who are in training: whoever has left is asked for nothing more. The same queries for any number."""
    trainings = in_training(obligation.city_id, today)
    duties = latest_duties(obligation)
    key = obligation.course.translation_key
    evidence = evidence_for([key], [one.person_id for one in trainings])
    for one in trainings:
        duty = duties.get(one.person_id)
        applies = concerns(obligation, one, today)
        if duty or applies:
            yield Case(obligation, one.person, applies, duty, evidence.get((key, one.person_id)), today)


def _keep(case: Case) -> int:
    duty = case.duty
    if duty is None:
        return int(_begin_first(case))
    if duty.fulfilled_on is None and not case.done_on:
        return int(remind(duty, case.obligation, case.today))
    fulfilled = duty.fulfilled_on is None and fulfil(duty, case.done_on)
    begun = case.is_concerned and case.next_due_on and _begin(case, duty.number + 1, case.next_due_on)
    return int(fulfilled) + bool(begun)


def _begin_first(case: Case) -> bool:
    """What was proved before counts if it still does; who has it, hears of it when it runs out."""
    due_on = case.today + timedelta(days=case.obligation.days_to_complete)
    proof = case.evidence
    if proof and still_counts(case.today, proof.completed_on, case.obligation.every_months, proof.valid_until):
        return _begin(case, 1, due_on, fulfilled_on=proof.completed_on)
    return _begin(case, 1, due_on)


@transaction.atomic
def _begin(case: Case, number: int, due_on: date, fulfilled_on: date | None = None) -> bool:
    """One time of the training; the message that it has begun stands for the reminder of that day."""
    near = reminder(case.today, due_on, None)
    state = {"due_on": due_on, "fulfilled_on": fulfilled_on, "reminded_weeks": near, "created_at": timezone.now()}
    duty, is_new = Duty.objects.get_or_create(
        obligation=case.obligation, person=case.person, number=number, defaults=state
    )
    if not is_new:
        return False
    journal.record(duty, "learning.duty.begin", actor=None)
    if fulfilled_on is None:
        _take_up(case)
        _tell(duty, "learning/duty_overdue" if near == OVERDUE else "learning/duty_begun", case.obligation, case.today)
    return True


def _take_up(case: Case) -> None:
    """Enroll the person, or let them begin anew what they completed, in the language they took it in."""
    enrollment = standing_in(case.obligation.course.translation_key, case.person)
    if enrollment is None:
        enroll_person(case.obligation.course, case.person, actor=None, source=Source.DUTY)
    elif enrollment.is_completed:
        renew(enrollment, actor=None)


@transaction.atomic
def fulfil(duty: Duty, on: date | None) -> bool:
    if Duty.objects.filter(pk=duty.pk, fulfilled_on__isnull=True).update(fulfilled_on=on) != 1:
        return False
    journal.record(duty, "learning.duty.fulfil", actor=None)
    return True


def remind(duty: Duty, obligation: Obligation, today: date) -> bool:
    """Once for each of the days on which somebody is reminded; after days without a worker only the nearest."""
    near = reminder(today, duty.due_on, duty.reminded_weeks)
    if near is None:
        return False
    not_yet = Q(reminded_weeks__isnull=True) | Q(reminded_weeks__gt=near)
    with transaction.atomic():
        waiting = Duty.objects.filter(not_yet, pk=duty.pk, fulfilled_on__isnull=True)
        if waiting.update(reminded_weeks=near) != 1:
            return False
        _tell(duty, "learning/duty_overdue" if near == OVERDUE else "learning/duty_due", obligation, today)
    return True


def _tell(duty: Duty, kind: str, obligation: Obligation, today: date) -> None:
    """One message about a course on a day, however many obligations ask for it, in whichever language."""
    course = obligation.course
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=duty.person_id)  # of two at once, one tells
    of_the_course = Duty.objects.filter(
        person=duty.person_id, obligation__course__translation_key=course.translation_key
    )  # fmt: skip
    if of_the_course.filter(told_on=today).exists():
        return
    Duty.objects.filter(pk=duty.pk).update(told_on=today)
    notify(
        duty.person, kind, url=course.url, title=course.title, day=duty.due_on.isoformat(), city=obligation.city.name
    )
