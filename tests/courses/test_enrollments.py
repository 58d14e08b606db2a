import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from courses.models import Enrollment, LessonProgress
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll, enroll_person, withdraw
from courses.services.reviewing.withdrawal import close_to_all
from courses.services.writing.authoring import set_up_shelf
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from tests.courses.running import a_run, a_session, fresh
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, EnrollmentFactory, lessons_of
from tests.factories.people import UserFactory
from tests.queries import queries_of


def test_mina_enrolls_in_a_course_of_another_city(cast):
    course = CourseFactory(city=cast.augsburg)
    enrollment = enroll(course, actor=cast.mina)
    assert (enrollment.person, enrollment.course, enrollment.status) == (cast.mina, course, "active")
    assert [entry.action for entry in journal.entries(enrollment)] == ["courses.enrollment.enroll"]


def test_enrolling_twice_changes_nothing(cast):
    course = CourseFactory(city=cast.nuremberg)
    assert enroll(course, actor=cast.mina) == enroll(course, actor=cast.mina)
    assert Enrollment.objects.count() == 1


def test_nobody_enrolls_in_a_course_that_is_not_published(cast):
    with pytest.raises(Refused):
        enroll(CourseFactory(city=cast.nuremberg, live=False), actor=cast.mina)


def test_somebody_without_a_role_cannot_enroll(cast):
    with pytest.raises(NotAllowed):
        enroll(CourseFactory(city=cast.nuremberg), actor=UserFactory())


def test_who_comes_back_finds_what_was_done(cast):
    course = CourseFactory(city=cast.nuremberg)
    enrollment = enroll(course, actor=cast.mina)
    mark_lesson_done(enrollment, lessons_of(course)[0], actor=cast.mina)
    withdraw(enrollment, actor=cast.mina)

    again = enroll(course, actor=cast.mina)
    assert (again.pk, again.status) == (enrollment.pk, "active")
    assert LessonProgress.objects.filter(enrollment=again).count() == 1


def test_a_completed_course_cannot_be_left(cast):
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg))
    with pytest.raises(StepNotAllowed):
        withdraw(enrollment, actor=cast.mina)


def test_nobody_leaves_a_course_for_somebody_else(cast):
    enrollment = EnrollmentFactory(person=cast.mina)
    with pytest.raises(NotAllowed):
        withdraw(enrollment, actor=cast.kilian)


def test_who_sees_who_takes_a_course(cast):
    EnrollmentFactory(person=cast.mina)
    readers = [name for name, person in vars(cast).items() if hasattr(person, "email") and _sees(person)]
    assert readers == ["hanna", "mina"]


def _sees(person):
    return Enrollment.objects.visible_to(person).exists()


def test_the_database_refuses_a_second_enrollment_and_a_completion_without_a_moment(cast):
    enrollment = EnrollmentFactory(person=cast.mina)
    for wrong in [{"person": cast.mina, "course": enrollment.course}, {"status": "completed"}]:
        with pytest.raises(IntegrityError), transaction.atomic():
            EnrollmentFactory(**wrong)


# By others, and in runs


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg)


def test_a_trainer_enrolls_an_apprentice_who_is_told(cast, course):
    enrollment = enroll_person(course, cast.mina, actor=cast.barbara, source="office")
    assert (enrollment.status, enrollment.source) == ("active", "office")
    assert Notification.objects.get(recipient=cast.mina).kind == "courses/enrolled_by_others"
    assert enroll_person(course, cast.mina, actor=cast.hanna, source="list") == enrollment
    assert Enrollment.objects.get().source == "office"


def test_nobody_enrolls_people_of_another_city_or_trainers(cast, course):
    for actor, person in [
        (cast.barbara, cast.kilian), (cast.hanna, cast.zoe), (cast.mina, cast.mina), (cast.barbara, cast.rita),
        (cast.konrad, cast.mina), (cast.hanna, cast.hanna),
    ]:  # fmt: skip
        with pytest.raises(NotAllowed):
            enroll_person(course, person, actor=actor, source="office")


def test_time_enrolls_without_a_message_of_its_own(cast, course):
    enroll_person(course, cast.mina, actor=None, source="duty")
    assert not Notification.objects.exists()


def test_the_completed_and_the_learning_stay_as_they_are(cast, course):
    done = learn(cast.mina, CourseFactory(city=cast.nuremberg, lessons=1))
    again = enroll_person(
        done.course, cast.mina, actor=cast.barbara, source="office", run=a_run(cast.nuremberg, done.course)
    )
    assert (again.pk, again.status, again.run) == (done.pk, "completed", None)


def test_who_waits_for_a_seat_is_left_alone_by_a_duty(cast, course):
    run = a_run(cast.nuremberg, course, seats=1)
    enroll(course, actor=UserFactory(apprentice_in=cast.nuremberg), run=run)
    waiting = enroll(course, actor=cast.mina, run=run)
    assert enroll_person(course, cast.mina, actor=None, source="duty") == waiting
    assert fresh(waiting).status == "waiting"


def test_others_put_nobody_on_the_waiting_list(cast, course):
    run = a_run(cast.nuremberg, course, seats=1)
    enroll_person(course, cast.mina, actor=cast.barbara, source="office", run=run)
    other = UserFactory(apprentice_in=cast.nuremberg)
    with pytest.raises(TooLate):
        enroll_person(course, other, actor=cast.barbara, source="office", run=run)
    assert Enrollment.objects.of(other).count() == 0


def test_the_own_city_needs_no_approval_and_another_one_asks(cast, course):
    run = a_run(cast.nuremberg, course, admission="approval", is_for_all_cities=True)
    assert enroll_person(course, cast.mina, actor=cast.barbara, source="office", run=run).status == "active"
    asked = enroll_person(course, cast.kilian, actor=cast.anton, source="office", run=run)
    assert asked.status == "requested"
    assert Notification.objects.filter(kind="courses/seat_requested", recipient=cast.hanna).count() == 1
    assert enroll_person(course, cast.kilian, actor=cast.anton, source="office", run=run).status == "requested"
    assert Notification.objects.filter(kind="courses/seat_requested", recipient=cast.hanna).count() == 1


def test_a_request_is_approved_by_enrolling(cast, course):
    run = a_run(cast.nuremberg, course, admission="approval")
    asked = enroll(course, actor=cast.mina, run=run)
    assert enroll_person(course, cast.mina, actor=cast.barbara, source="office", run=run) == asked
    assert (fresh(asked).status, fresh(run).seats_taken) == ("active", 1)


def test_with_runs_one_of_them_is_chosen(cast, course):
    run = a_run(cast.nuremberg, course)
    with pytest.raises(Refused):
        enroll(course, actor=cast.mina)
    assert enroll(course, actor=cast.kilian).run is None  # no run of Augsburg: as without any
    assert enroll(course, actor=cast.mina, run=run).run == run


@pytest.mark.parametrize("told", [
    {"admission": "invited"}, {"is_cancelled": True},
    {"starts_in": -5, "days": 2}, {"starts_in": -5, "days": 90},
])  # fmt: skip
def test_runs_that_take_nobody_refuse_with_a_sentence(cast, course, told):
    with pytest.raises(Refused):
        enroll(course, actor=cast.mina, run=a_run(cast.nuremberg, course, **told))


def test_one_seat_at_a_time(cast, course):
    first, second = a_run(cast.nuremberg, course), a_run(cast.nuremberg, course)
    enrollment = enroll(course, actor=cast.mina, run=first)
    assert enroll(course, actor=cast.mina, run=first) == enrollment
    with pytest.raises(Refused):
        enroll(course, actor=cast.mina, run=second)
    assert (fresh(first).seats_taken, fresh(second).seats_taken) == (1, 0)


def test_who_learns_alone_can_join_a_run(cast, course):
    alone = enroll(course, actor=cast.mina)
    run, asking = a_run(cast.nuremberg, course, seats=1), a_run(cast.nuremberg, course, admission="approval")
    with pytest.raises(Refused):
        enroll(course, actor=cast.mina, run=asking)
    joined = enroll(course, actor=cast.mina, run=run)
    assert (joined.pk, fresh(alone).run, fresh(run).seats_taken) == (alone.pk, run, 1)
    other = UserFactory(apprentice_in=cast.nuremberg)
    EnrollmentFactory(person=other, course=course)
    with pytest.raises(TooLate):
        enroll(course, actor=other, run=run)
    assert fresh(run).seats_taken == 1


def test_a_course_that_closes_gives_the_seats_back(cast, course):
    set_up_shelf(cast.nuremberg)
    run = a_run(cast.nuremberg, course, seats=2)
    enroll(course, actor=cast.mina, run=run)
    close_to_all(course, on=timezone.localdate(), actor=cast.hanna)
    assert fresh(run).seats_taken == 0


# The page of the course


def test_choosing_a_run_by_the_form(cast, course, client):
    run = a_run(cast.nuremberg, course, seats=1)
    foreign, other = a_run(cast.munich, course), a_run(cast.nuremberg)
    client.force_login(cast.mina)
    page = client.get(course.url).content.decode()
    assert "Noch 1 Platz ist frei." in page
    enroll_url = reverse("courses:enroll", args=[course.pk])
    for wrong in (foreign.pk, other.pk, "9999999"):
        assert client.post(enroll_url, {"lauf": wrong}).status_code == 404
    assert client.post(enroll_url, {}).status_code == 400
    client.post(enroll_url, {"lauf": run.pk, "status": "completed", "person": cast.kilian.pk, "source": "duty"})
    made = Enrollment.objects.get()
    assert (made.person, made.status, made.source, made.run) == (cast.mina, "active", "self", run)


@pytest.mark.parametrize(("told", "sentence"), [
    ({"seats": 1, "seats_taken": 1}, "Platz 1 auf der Warteliste"), ({"admission": "approval"}, "Platz angefragt"),
])  # fmt: skip
def test_page_and_list_say_what_one_waits_for(cast, course, client, told, sentence):
    run = a_run(cast.nuremberg, course, **told)
    client.force_login(cast.mina)
    client.post(reverse("courses:enroll", args=[course.pk]), {"lauf": run.pk})
    assert sentence in client.get(course.url).content.decode()
    assert sentence in client.get(reverse("courses:my_learning")).content.decode()
    assert client.get(lessons_of(course)[0].url).status_code == 302
    client.post(reverse("courses:withdraw", args=[course.pk]))
    assert Enrollment.objects.get().status == "withdrawn"


def test_leaving_late_asks_for_the_sentence(cast, course, client):
    run = a_run(cast.nuremberg, course, starts_in=0)
    enroll(course, actor=cast.mina, run=run)
    client.force_login(cast.mina)
    url = reverse("courses:withdraw", args=[course.pk])
    assert client.post(url, {"reason": ""}).status_code == 422
    assert client.post(url, {"reason": "Ich ziehe um."}).status_code == 302
    assert Enrollment.objects.get().status == "withdrawn"


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_asks_the_same_for_any_number_of_runs(cast, course, client, count):
    for _ in range(count):
        a_session(a_run(cast.nuremberg, course, seats=1))
    client.force_login(cast.mina)
    assert queries_of(client, course.url) == PAGE_QUERIES


PAGE_QUERIES = 13
