"""How a course goes: trainers see their runs, offices who has completed, all of them counts from five on."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from courses.models import CourseRun, LessonProgress
from courses.queries.assessing.marking import courses_taught
from courses.queries.completing.course_progress import progress_of, shown, watcher_of
from courses.services.completing.progress import mark_lesson_done
from courses.services.completing.rules import change_rule
from lms.notifications.models import Notification
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, EnrollmentFactory, lessons_of
from tests.factories.people import UserFactory
from tests.queries import queries_of

TODAY = timezone.localdate
FEW = 5


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=3)


def a_run(course, city, *, begins=-7, ends=7):
    today = TODAY()
    ends_on = today + timedelta(days=ends)
    return CourseRun.objects.create(
        course=course, city=city, name="Herbst", starts_on=today + timedelta(days=begins), ends_on=ends_on,
        enroll_until=ends_on,
    )  # fmt: skip


def seen_by(user, course):
    trains = courses_taught(user).filter(pk=course.pk).exists()
    return progress_of(course, watcher_of(user, course, trains_course=trains), TODAY())


def names(progress):
    return [(row.name, row.state[1], row.where) for row in progress.people]


def address(course):
    return reverse("courses:course_progress", args=[course.pk])


def test_a_trainer_sees_where_people_of_the_run_stand(cast, course):
    enrollment = EnrollmentFactory(person=cast.mina, course=course, run=a_run(course, cast.nuremberg))
    first, second, _third = lessons_of(course)
    mark_lesson_done(enrollment, first, actor=cast.mina)
    assert names(seen_by(cast.barbara, course)) == [("Mina Musterfrau", "angemeldet", second.title)]


@pytest.mark.parametrize(
    ("begins", "ends", "is_seen"), [(-7, 7, True), (-90, -42, True), (-90, -43, False), (1, 30, False)]
)
def test_only_while_the_run_goes_on_and_six_weeks_after(cast, course, begins, ends, is_seen):
    EnrollmentFactory(person=cast.mina, course=course, run=a_run(course, cast.nuremberg, begins=begins, ends=ends))
    [(name, state, where)] = names(seen_by(cast.barbara, course))
    assert (name, state, bool(where)) == ("Mina Musterfrau", "angemeldet", is_seen)


def test_the_training_office_sees_who_is_enrolled_and_who_has_completed_with_the_proof(cast, course):
    learn(cast.mina, course)
    EnrollmentFactory(person=cast.kilian, course=course)
    progress = seen_by(cast.hanna, course)
    assert names(progress) == [("Mina Musterfrau", "abgeschlossen", "")]
    assert (progress.people[0].is_certified, progress.spots) == (True, [])


def test_the_office_never_sees_where_somebody_stands(cast, course):
    EnrollmentFactory(person=cast.mina, course=course, run=a_run(course, cast.nuremberg))
    assert names(seen_by(cast.hanna, course)) == [("Mina Musterfrau", "angemeldet", "")]


def test_who_learns_without_a_run_is_a_count_to_trainers(cast, course):
    EnrollmentFactory(person=cast.mina, course=course)
    progress = seen_by(cast.barbara, course)
    assert (progress.people, progress.running) == ([], "unter 5")


def test_a_trainer_of_another_city_sees_the_run_of_that_city_alone(cast, course):
    EnrollmentFactory(person=cast.mina, course=course, run=a_run(course, cast.nuremberg))
    EnrollmentFactory(person=cast.kilian, course=course, run=a_run(course, cast.augsburg))
    assert [row.name for row in seen_by(cast.dieter, course).people] == ["Kilian Beispiel"]
    assert [row.name for row in seen_by(cast.barbara, course).people] == ["Kilian Beispiel", "Mina Musterfrau"]


def test_who_is_stuck_where_as_counts(cast, course):
    first, second, third = lessons_of(course)
    run = a_run(course, cast.nuremberg)
    for number in range(15):
        enrollment = EnrollmentFactory(person=UserFactory(), course=course, run=run)
        done = [first, second][: number // 6]  # 6 at the first, 6 at the second, 3 at the third
        LessonProgress.objects.bulk_create(LessonProgress(enrollment=enrollment, lesson=one) for one in done)
    assert [(spot.title, spot.shown) for spot in seen_by(cast.barbara, course).spots] == [
        (first.title, "nicht gezeigt"), (second.title, "6"), (third.title, "nicht gezeigt"),
    ]  # fmt: skip


@given(st.lists(st.integers(0, 40), max_size=8))
def test_what_is_left_out_cannot_be_worked_out_from_the_sum(counts):
    words = shown(counts)
    hidden = [count for count, word in zip(counts, words, strict=True) if not word.isdigit()]
    assert all(count == 0 or count >= FEW for count, word in zip(counts, words, strict=True) if word.isdigit())
    if hidden and len(hidden) < sum(count > 0 for count in counts):
        assert len(hidden) > 1
        assert sum(hidden) >= FEW


@pytest.mark.parametrize(("name", "status"), [("barbara", 200), ("hanna", 200), ("dieter", 404), ("mina", 404)])
def test_only_those_who_teach_the_course_open_the_page(client, cast, course, name, status):
    client.force_login(getattr(cast, name))
    assert client.get(address(course)).status_code == status


def test_who_organises_a_run_opens_it_too(client, cast, course):
    a_run(course, cast.augsburg)
    client.force_login(cast.anton)
    assert client.get(address(course)).status_code == 200


def test_a_trainer_confirms_with_one_click(client, cast, course):
    change_rule(
        course, {"all": [{"every": "lesson"}, {"confirmed": "k", "label": "Telefonat"}]}, 12, actor=cast.barbara
    )
    enrollment = learn(cast.mina, course)
    client.force_login(cast.barbara)
    page = client.get(address(course)).content.decode()
    confirming = reverse("courses:confirmation", args=[course.pk, enrollment.pk])
    assert confirming in page
    answer = client.post(confirming, {"key": "k"}, follow=True).content.decode()
    assert "Bestätigt für Mina Musterfrau" in answer
    assert confirming not in answer
    enrollment.refresh_from_db()
    assert enrollment.is_completed
    assert Notification.objects.filter(recipient=cast.mina, kind="courses/confirmed").exists()


def test_the_office_is_not_asked_to_confirm(client, cast, course):
    change_rule(course, {"all": [{"confirmed": "k", "label": "Telefonat"}]}, None, actor=cast.barbara)
    EnrollmentFactory(person=cast.mina, course=course)
    assert seen_by(cast.hanna, course).waiting == []
    assert len(seen_by(cast.barbara, course).waiting) == 1


@pytest.mark.parametrize("count", [10, 100])
@pytest.mark.parametrize(("name", "asked"), [("barbara", 15), ("hanna", 15)])
def test_it_asks_as_often_for_ten_as_for_a_thousand_learners(client, cast, course, count, name, asked):
    tree = {"all": [{"every": "lesson"}, {"attended": 1}, {"confirmed": "k", "label": "Telefonat"}]}
    change_rule(course, tree, None, actor=cast.barbara)
    run = a_run(course, cast.nuremberg)
    for person in UserFactory.create_batch(count):
        EnrollmentFactory(person=person, course=course, run=run)
    client.force_login(getattr(cast, name))
    assert queries_of(client, address(course)) <= asked
