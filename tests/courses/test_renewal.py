"""Proving a course anew: everything counts from the beginning, and what was proved before stays."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certificates.models import Certificate
from courses.models import Attempt, Completion, CompletionRule, CourseRun
from courses.queries.assessing.results import standing_of
from courses.queries.reading.outline import outline
from courses.services.completing.completion import begin_anew, complete_if_due, content_of, renew
from courses.services.completing.progress import mark_lesson_done
from courses.services.completing.rules import change_rule
from courses.services.enrolling.enrollments import enroll
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.core.templatetags.wanderjahr import day as written
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, EnrollmentFactory, lessons_of
from tests.factories.courses import test_of as the_test_of
from tests.factories.people import UserFactory


def learn_again(enrollment):
    for lesson in lessons_of(enrollment.course):
        mark_lesson_done(enrollment, lesson, actor=enrollment.person)


def test_the_next_time_begins_with_nothing_done(cast):
    course = CourseFactory(city=cast.nuremberg, lessons=3)
    enrollment = renew(learn(cast.mina, course), actor=None)
    enrollment.refresh_from_db()
    assert (enrollment.status, enrollment.cycle, enrollment.completed_at) == ("active", 2, None)
    assert outline(course, enrollment).done == 0


def test_a_renewed_completion_brings_a_certificate_with_a_number_of_its_own(cast):
    enrollment = renew(learn(cast.mina, CourseFactory(city=cast.nuremberg)), actor=None)
    first = Certificate.objects.get()
    learn_again(enrollment)
    assert [one.cycle for one in Completion.objects.order_by("cycle")] == [1, 2]
    second = Certificate.objects.exclude(pk=first.pk).get()
    assert first.number != second.number
    assert [one.is_valid for one in Certificate.objects.all()] == [True, True]


def test_attempts_of_the_time_before_do_not_count(cast):
    course = CourseFactory(city=cast.nuremberg, test=True)
    test = the_test_of(course)
    enrollment = EnrollmentFactory(person=cast.mina, course=course)
    facts = {"enrollment": enrollment, "test": test, "questions": [], "pass_mark": 70, "score": 100, "passed": True}
    Attempt.objects.create(number=1, status="submitted", submitted_at=enrollment.enrolled_at, **facts)
    assert standing_of(test, enrollment).passed
    enrollment.cycle = 2
    enrollment.save()
    assert (standing_of(test, enrollment).attempts, outline(course, enrollment).done) == ([], 0)


def test_what_was_kept_is_never_changed(cast):
    course = CourseFactory(city=cast.nuremberg)
    enrollment = learn(cast.mina, course)
    [before] = Completion.objects.values()
    CompletionRule.objects.create(course=course, number=1, tree={"all": [{"attended": 3}]}, valid_months=12)
    renew(enrollment, actor=None)
    assert [*Completion.objects.values()] == [before]
    with pytest.raises(TypeError):
        Completion.objects.get().save()
    with pytest.raises(TypeError):
        Completion.objects.update(grade="scored")


def test_only_what_is_completed_can_begin_anew(cast):
    with pytest.raises(StepNotAllowed):
        renew(EnrollmentFactory(person=cast.mina, course=CourseFactory(city=cast.nuremberg)), actor=None)


def test_a_course_that_was_taken_back_does_not_begin_anew(cast):
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg))
    enrollment.course.live = False
    with pytest.raises(Refused):
        renew(enrollment, actor=None)


@pytest.fixture
def valid_for_a_month(cast):
    """Completed, and from the first day within eight weeks of the end."""
    course = CourseFactory(city=cast.nuremberg, title="Brandschutz", lessons=1)
    change_rule(course, {"all": [{"every": "lesson"}]}, 1, actor=cast.barbara)
    return learn(cast.mina, course)


def test_until_when_it_is_valid_stands_where_the_course_stands(client, cast, valid_for_a_month):
    client.force_login(cast.mina)
    until = written(Completion.objects.get().valid_until)
    for url in (valid_for_a_month.course.url, reverse("courses:my_learning")):
        assert f"gültig bis {until}" in client.get(url).content.decode()
    [course, *_rest] = Certificate.objects.get().says.sections
    assert ("Gültig bis", until) in course.rows


def test_a_completion_that_is_over_says_so(client, cast, valid_for_a_month):
    completion = Completion.objects.get()
    Completion.objects.all().delete()
    yesterday = timezone.localdate() - timedelta(days=1)
    Completion.objects.create(
        enrollment=valid_for_a_month, grade="reported", tree=completion.tree, valid_until=yesterday
    )
    client.force_login(cast.mina)
    for url in (valid_for_a_month.course.url, reverse("courses:my_learning")):
        assert f"war gültig bis {written(yesterday)}" in client.get(url).content.decode()


def test_the_learner_begins_anew(client, cast, valid_for_a_month):
    client.force_login(cast.mina)
    renewing = reverse("courses:renew", args=[valid_for_a_month.course_id])
    assert renewing in client.get(valid_for_a_month.course.url).content.decode()
    client.post(renewing)
    valid_for_a_month.refresh_from_db()
    assert (valid_for_a_month.status, valid_for_a_month.cycle) == ("active", 2)
    assert client.post(renewing).status_code == 400  # twice by accident


def test_what_is_valid_for_long_is_not_proved_anew_yet(client, cast):
    course = CourseFactory(city=cast.nuremberg)
    change_rule(course, {"all": [{"every": "lesson"}]}, 24, actor=cast.barbara)
    enrollment = learn(cast.mina, course)
    with pytest.raises(Refused):
        begin_anew(enrollment, actor=cast.mina)
    with pytest.raises(NotAllowed):
        begin_anew(enrollment, actor=cast.kilian)


def test_the_seat_of_the_run_before_is_free_again(cast):
    course = CourseFactory(city=cast.nuremberg)
    today = timezone.localdate()
    run = CourseRun.objects.create(
        course=course, city=cast.nuremberg, name="Herbst", starts_on=today, ends_on=today, enroll_until=today, seats=1
    )
    enrollment = enroll(course, actor=cast.mina, run=run)
    learn_again(enrollment)
    enrollment.refresh_from_db()
    renew(enrollment, actor=None)
    run.refresh_from_db()
    assert (enrollment.run, run.seats_taken) == (None, 0)


def test_the_certificate_says_how_sure_one_can_be_in_both_languages(cast, valid_for_a_month):
    completion = Completion.objects.get()
    road = outline(valid_for_a_month.course, valid_for_a_month)
    with translation.override("en"):
        *_rest, asked, checked = content_of(completion, road).sections
    assert (asked.title, checked.title) == ("What was asked for", "How it was checked")
    assert checked.text.startswith("Evidence: reported by the learner.")
    *_rest, asked, checked = Certificate.objects.get().says.sections
    assert checked.text.startswith("Nachweis: selbst angegeben.")


TREES = st.lists(
    st.sampled_from([{"every": "lesson"}, {"every": "test"}, {"attended": 1}, {"confirmed": "k", "label": "k"}]),
    max_size=3,
)


@given(rules=st.lists(st.tuples(TREES, st.none() | st.integers(1, 60)), max_size=4), renewed=st.booleans())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_evidence_outlives_every_change_of_the_rule(cast, rules, renewed):
    """Whatever is asked for later, a completion, its certificate and its validity stay as they were."""
    with transaction.atomic():
        course = CourseFactory(city=cast.nuremberg, lessons=1)
        enrollment = learn(UserFactory(apprentice_in=cast.nuremberg), course)
        [before] = Completion.objects.filter(enrollment=enrollment).values()
        certificate = Certificate.objects.filter(source_id=before["id"]).values().get()
        for tree, months in rules:
            change_rule(course, {"all": tree}, months, actor=cast.barbara)
        if renewed:
            renew(enrollment, actor=None)
        else:
            complete_if_due(enrollment, actor=None)
        assert Completion.objects.filter(cycle=1, enrollment=enrollment).values().get() == before
        assert Certificate.objects.filter(source_id=before["id"]).values().get() == certificate
        transaction.set_rollback(True)
