"""Mandatory training over the years: Mina has to, the worker looks."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.models import Enrollment
from courses.services.reviewing.withdrawal import close_to_new
from learning.jobs import keep_mandatory_training
from learning.models import Duty
from learning.queries.duties import open_duties, who_has_to
from learning.schedule import begins_on, runs_out_on
from lms.notifications.models import Notification
from people.models import Membership, Occupation
from people.services.memberships import end_role
from tests.factories.courses import CourseFactory
from tests.factories.training import ApprenticeshipFactory
from tests.learning.stories import DAY, complete, kinds, mandatory, the_worker_runs, times
from tests.queries import queries_in
from training.models import Apprenticeship

TODAY = timezone.localdate()
WEEK = timedelta(weeks=1)


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Datenschutz im Amt")


def test_whom_it_concerns_is_enrolled_told_and_given_the_days_to_complete_it(cast, course):
    mandatory(cast.nuremberg, course, days_to_complete=30)
    assert keep_mandatory_training() == 1

    assert times(cast.mina) == [(1, TODAY + 30 * DAY, None)]
    enrollment = Enrollment.objects.get()
    assert (enrollment.person, enrollment.course, enrollment.source) == (cast.mina, course, "duty")
    assert kinds(cast.mina) == ["begun"]
    assert Notification.objects.get(recipient=cast.mina).url == course.url


def test_running_again_changes_nothing(cast, course):
    mandatory(cast.nuremberg, course)
    assert [keep_mandatory_training() for _ in range(3)] == [1, 0, 0]
    assert (Duty.objects.count(), kinds(cast.mina)) == (1, ["begun"])


@pytest.mark.parametrize(
    ("asks", "concerned"),
    [
        ({}, True),
        ({"year": 2}, True),
        ({"year": 1}, False),
        ({"occupation": "VFA-K"}, True),
        ({"occupation": "FIAE"}, False),
        ({"starts_on": TODAY + DAY}, False),
        ({"starts_on": TODAY - 9 * DAY, "ends_on": TODAY - DAY}, False),
    ],
)
def test_occupation_year_and_days_decide_whom_it_concerns(cast, course, asks, concerned):
    if "occupation" in asks:
        asks = {**asks, "occupation": Occupation.objects.get(short=asks["occupation"])}
    mandatory(cast.nuremberg, course, **asks)
    keep_mandatory_training()
    assert Duty.objects.filter(person=cast.mina).exists() == concerned
    assert not Duty.objects.exclude(person=cast.mina).exists()


def test_reminders_eight_four_and_one_week_before_and_once_when_overdue(cast, course):
    mandatory(cast.nuremberg, course, days_to_complete=100)
    for day in range(160):
        the_worker_runs(TODAY + day * DAY)
    assert kinds(cast.mina) == ["begun", "due", "due", "due", "overdue"]


def test_the_message_that_it_begins_stands_for_the_reminder_of_that_day(cast, course):
    mandatory(cast.nuremberg, course, days_to_complete=56)
    for day in range(60):
        the_worker_runs(TODAY + day * DAY)
    assert kinds(cast.mina) == ["begun", "due", "due", "overdue"]


def test_after_days_without_a_worker_only_the_nearest_reminder_comes(cast, course):
    mandatory(cast.nuremberg, course)
    the_worker_runs(TODAY)
    the_worker_runs(TODAY + 52 * DAY)
    assert kinds(cast.mina) == ["begun", "due"]
    assert Duty.objects.get().reminded_weeks == 1


def test_whoever_completes_it_is_left_alone(cast, course):
    mandatory(cast.nuremberg, course)
    the_worker_runs(TODAY)
    complete(cast.mina, course, TODAY + 3 * DAY)
    assert open_duties(cast.mina, TODAY + 3 * DAY) == []  # at once, whenever the worker comes

    for day in range(3, 90):
        the_worker_runs(TODAY + day * DAY)
    assert times(cast.mina) == [(1, TODAY + 56 * DAY, TODAY + 3 * DAY)]
    assert kinds(cast.mina) == ["begun"]


def test_a_completion_from_before_counts_while_it_is_valid(cast, course):
    complete(cast.mina, course, TODAY - 300 * DAY)
    mandatory(cast.nuremberg, course, every_months=24)
    the_worker_runs(TODAY)
    assert times(cast.mina) == [(1, TODAY + 56 * DAY, TODAY - 300 * DAY)]
    assert kinds(cast.mina) == []
    assert Enrollment.objects.get().status == "completed"


def test_a_completion_that_has_run_out_counts_no_more_and_the_course_begins_anew(cast, course):
    complete(cast.mina, course, TODAY - 800 * DAY)
    mandatory(cast.nuremberg, course, every_months=24)
    the_worker_runs(TODAY)
    assert times(cast.mina) == [(1, TODAY + 56 * DAY, None)]
    enrollment = Enrollment.objects.get()
    assert (enrollment.status, enrollment.cycle) == ("active", 2)
    assert kinds(cast.mina) == ["begun"]


def test_so_does_one_whose_own_course_says_it_has(cast, course):
    complete(cast.mina, course, TODAY - 30 * DAY, valid_until=TODAY - DAY)
    mandatory(cast.nuremberg, course)
    the_worker_runs(TODAY)
    assert times(cast.mina) == [(1, TODAY + 56 * DAY, None)]


def test_a_completion_in_another_language_counts(cast, course):
    english = CourseFactory(
        city=cast.nuremberg, title="Data protection", language="en", translation_key=course.translation_key
    )
    complete(cast.mina, english, TODAY - DAY)
    mandatory(cast.nuremberg, course)
    the_worker_runs(TODAY)
    assert times(cast.mina) == [(1, TODAY + 56 * DAY, TODAY - DAY)]


def test_the_next_time_begins_eight_weeks_before_the_evidence_runs_out(cast, course):
    Apprenticeship.objects.update(ends_on=TODAY + 5000 * DAY)
    mandatory(cast.nuremberg, course, every_months=24)
    the_worker_runs(TODAY)
    complete(cast.mina, course, TODAY)
    due = runs_out_on(TODAY, 24)
    the_worker_runs(due - 8 * WEEK - DAY)
    assert (len(times(cast.mina)), Enrollment.objects.get().status) == (1, "completed")

    the_worker_runs(due - 8 * WEEK)
    assert times(cast.mina) == [(1, TODAY + 56 * DAY, TODAY), (2, due, None)]
    enrollment = Enrollment.objects.get()
    assert (enrollment.status, enrollment.cycle, enrollment.completions.count()) == ("active", 2, 1)
    assert kinds(cast.mina) == ["begun", "begun"]


def test_whoever_took_it_again_on_their_own_has_time_until_that_runs_out(cast, course):
    Apprenticeship.objects.update(ends_on=TODAY + 5000 * DAY)
    mandatory(cast.nuremberg, course, every_months=12)
    the_worker_runs(TODAY)
    complete(cast.mina, course, TODAY)
    the_worker_runs(TODAY + DAY)
    Enrollment.objects.update(cycle=2)
    complete(cast.mina, course, TODAY + 200 * DAY)
    due = runs_out_on(TODAY + 200 * DAY, 12)
    the_worker_runs(due - 8 * WEEK - DAY)
    assert len(times(cast.mina)) == 1
    the_worker_runs(due - 8 * WEEK)
    the_worker_runs(due - 8 * WEEK + DAY)
    assert times(cast.mina)[1:] == [(2, due, None)]


def test_once_is_once(cast, course):
    Apprenticeship.objects.update(ends_on=TODAY + 5000 * DAY)
    mandatory(cast.nuremberg, course)
    the_worker_runs(TODAY)
    complete(cast.mina, course, TODAY + DAY)
    the_worker_runs(TODAY + 3000 * DAY)
    assert len(times(cast.mina)) == 1


def test_whoever_leaves_is_reminded_of_nothing(cast, course):
    mandatory(cast.nuremberg, course)
    the_worker_runs(TODAY)
    end_role(Membership.objects.get(person=cast.mina), actor=None, on=TODAY + 5 * DAY)
    for day in range(90):
        the_worker_runs(TODAY + day * DAY)
    assert kinds(cast.mina) == ["begun"]


@pytest.mark.parametrize("leaving", ["over", "closed account"])
def test_nor_is_whose_training_or_account_has_ended(cast, course, leaving):
    mandatory(cast.nuremberg, course)
    the_worker_runs(TODAY)
    if leaving == "over":
        Apprenticeship.objects.filter(person=cast.mina).update(ends_on=TODAY)
    else:
        type(cast.mina).objects.filter(pk=cast.mina.pk).update(is_active=False)
    the_worker_runs(TODAY + 60 * DAY)
    assert kinds(cast.mina) == ["begun"]
    assert who_has_to(Duty.objects.get().obligation, TODAY + 60 * DAY) == []


def test_what_is_no_longer_mandatory_is_asked_of_nobody(cast, course):
    mandatory(cast.nuremberg, course, ends_on=TODAY + 10 * DAY)
    the_worker_runs(TODAY)
    assert open_duties(cast.mina, TODAY + 10 * DAY)
    assert open_duties(cast.mina, TODAY + 11 * DAY) == []
    the_worker_runs(TODAY + 60 * DAY)
    assert kinds(cast.mina) == ["begun"]


def test_nobody_owes_a_course_that_takes_nobody_until_it_opens_again(cast, course):
    mandatory(cast.nuremberg, course)
    close_to_new(course, actor=cast.hanna)
    assert keep_mandatory_training() == 0
    assert not Duty.objects.exists()

    type(course).objects.update(closed_on=None)
    assert keep_mandatory_training() == 1


def test_somebody_moving_up_a_year_still_owes_what_was_asked_and_no_next_time(cast, course):
    mandatory(cast.nuremberg, course, year=2, every_months=12)
    the_worker_runs(TODAY)
    a_year_on = TODAY + 330 * DAY
    Apprenticeship.objects.update(ends_on=TODAY + 5000 * DAY)
    assert [duty.obligation.course for duty in open_duties(cast.mina, a_year_on)] == [course]
    the_worker_runs(a_year_on)
    assert kinds(cast.mina) == ["begun", "overdue"]
    complete(cast.mina, course, a_year_on)
    the_worker_runs(a_year_on + 400 * DAY)
    assert len(times(cast.mina)) == 1


def test_the_worker_asks_as_often_for_three_people_as_for_one(cast, course):
    obligation = mandatory(cast.nuremberg, course, every_months=24)
    keep_mandatory_training()
    few = queries_in(keep_mandatory_training)
    for _ in range(3):
        ApprenticeshipFactory(city=cast.nuremberg)
    assert keep_mandatory_training() == 3
    assert queries_in(keep_mandatory_training) == few
    assert len(who_has_to(obligation, TODAY)) == 4
    assert queries_in(lambda: who_has_to(obligation, TODAY)) == 4


GAPS = st.lists(st.integers(1, 150), min_size=1, max_size=25)


def test_over_the_years_with_any_pauses_each_time_begins_once_and_each_reminder_comes_once(cast, course):
    """The worker is away for days or months; Mina completes the course on some days, whether asked or not."""
    person = ApprenticeshipFactory(city=cast.munich, ends_on=TODAY + 9000 * DAY).person

    @settings(max_examples=25)
    @given(
        gaps=GAPS,
        completing=st.sets(st.integers(0, 24), max_size=6),
        months=st.sampled_from([None, 1, 6, 12, 24]),
        days=st.sampled_from([1, 20, 56, 200]),
    )
    def years(gaps, completing, months, days):
        with transaction.atomic():
            live_through(person, course, gaps, completing, mandatory(cast.munich, course, every_months=months,
                         days_to_complete=days))  # fmt: skip
            transaction.set_rollback(True)

    years()


def live_through(person, course, gaps, completing, obligation):
    day, told = TODAY, []
    for number, gap in enumerate(gaps):
        the_worker_runs(day)
        check(person, obligation, day, told)
        the_worker_runs(day)  # which may be killed after its work, and begins again
        check(person, obligation, day, told)
        if number in completing and Enrollment.objects.get(person=person).status == "active":
            complete(person, course, day + timedelta(days=gap // 2))
        day += timedelta(days=gap)


def check(person, obligation, day, told):
    """`told` holds what was sent so far: the time it was about, and the kind."""
    duties = list(Duty.objects.filter(person=person).order_by("number"))
    assert [duty.number for duty in duties] == list(range(1, len(duties) + 1))
    assert all(duty.fulfilled_on for duty in duties[:-1]), "the next time begins when the one before is fulfilled"
    for before, duty in pairwise(duties):
        assert duty.due_on == runs_out_on(before.fulfilled_on, obligation.every_months)
        assert timezone.localdate(duty.created_at) >= begins_on(before.fulfilled_on, duty.due_on)
    new = kinds(person)[len(told) :]
    assert len(new) <= 1, "one run sends one message"
    for kind in new:
        last = duties[-1]
        assert last.fulfilled_on is None, "nobody is reminded of what is done"
        told.append((last.number, kind))
    for duty in duties:
        about = [kind for number, kind in told if number == duty.number]
        assert about.count("begun") <= 1
        assert about.count("overdue") <= 1
        assert about.count("due") <= 3
        assert about == sorted(about, key=["begun", "due", "overdue"].index)
    assert Enrollment.objects.get(person=person).cycle == len(duties)


def test_two_obligations_for_one_course_send_one_message_a_day_about_the_more_urgent(cast, course):
    mandatory(cast.nuremberg, course, days_to_complete=60)
    mandatory(cast.nuremberg, course, days_to_complete=30)
    assert keep_mandatory_training() == 2
    [message] = Notification.objects.filter(recipient=cast.mina, kind__startswith="learning/duty")
    assert message.facts["day"] == (TODAY + 30 * DAY).isoformat()


def test_another_language_of_the_course_is_the_same_course_and_another_day_is_another(cast, course):
    translated = CourseFactory(city=cast.nuremberg, language="en")
    type(course).objects.filter(pk=translated.pk).update(translation_key=course.translation_key)
    mandatory(cast.nuremberg, course, days_to_complete=60)
    the_worker_runs(TODAY)
    mandatory(cast.nuremberg, type(course).objects.get(pk=translated.pk), days_to_complete=59)
    the_worker_runs(TODAY)
    assert kinds(cast.mina) == ["begun"]
    the_worker_runs(TODAY + 4 * DAY)  # eight weeks before
    assert kinds(cast.mina) == ["begun", "due"]


def test_two_courses_send_two_messages(cast, course):
    mandatory(cast.nuremberg, course)
    mandatory(cast.nuremberg, CourseFactory(city=cast.nuremberg))
    keep_mandatory_training()
    assert kinds(cast.mina) == ["begun", "begun"]
