"""Taking a course back: what happens to Mina, who learns in it, and to Kilian, who has completed it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from certificates.models import Certificate
from courses.jobs import end_courses
from courses.models import CoursePage, Enrollment
from courses.queries.reading.catalogue import Catalogue, Filters, shelves
from courses.services.assessing.assessment import start_attempt
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll
from courses.services.reviewing.withdrawal import close_to_all, close_to_new, end_due_courses, reopen
from courses.services.writing.authoring import set_up_shelf
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.notifications.models import Notification
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, CourseFactory, lessons_of
from tests.factories.courses import test_of as the_test_of

TODAY = timezone.localdate
IN_A_MONTH = timedelta(days=30)
MY_LEARNING = reverse("courses:my_learning")


@pytest.fixture
def course(cast):
    set_up_shelf(cast.nuremberg)
    told = {"goals": [("goal", "Akten führen")], "contact": "akten@example.org"}
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=2, test=True, **told)


@pytest.fixture
def half(course, cast):
    """Mina has done the first of two lessons."""
    enrollment = enroll(course, actor=cast.mina)
    mark_lesson_done(enrollment, lessons_of(course)[0], actor=cast.mina)
    return enrollment


@pytest.fixture
def whole(course, cast):
    """Kilian has completed the course and holds a certificate."""
    take_test(learn(cast.kilian, course), RIGHT)
    return Enrollment.objects.get(person=cast.kilian)


def now(record):
    return type(record).objects.get(pk=record.pk)


def told(person):
    return list(
        Notification.objects.filter(recipient=person, kind__startswith="courses/").values_list("kind", flat=True)
    )


def offered_to(person):
    return Catalogue(person, Filters(), shelves()).keys


def url_of(course, name="course_close"):
    return reverse(f"courses:{name}", args=[course.pk])


def test_who_has_begun_may_finish_and_nobody_new_comes(client, course, half, cast):
    close_to_new(course, actor=cast.hanna)
    client.force_login(cast.zoe)
    page = client.get(course.url).content.decode()
    assert "Dieser Kurs nimmt niemanden mehr neu auf." in page
    assert url_of(course, "enroll") not in page
    with pytest.raises(Refused):
        enroll(now(course), actor=cast.zoe)
    assert offered_to(cast.zoe) == []

    assert enroll(now(course), actor=cast.mina) == half
    mark_lesson_done(half, lessons_of(course)[1], actor=cast.mina)
    take_test(half, RIGHT)
    assert now(half).status == "completed"


def test_who_left_does_not_come_back_into_a_closed_course(course, half, cast):
    Enrollment.objects.update(status="withdrawn")
    close_to_new(course, actor=cast.hanna)
    with pytest.raises(Refused):
        enroll(now(course), actor=cast.mina)


def test_nobody_enrolls_after_the_last_day_of_validity(course, cast):
    yesterday = TODAY() - timedelta(days=1)
    CoursePage.objects.update(valid_until=yesterday)
    with pytest.raises(Refused, match="gültig"):
        enroll(now(course), actor=cast.zoe)
    assert offered_to(cast.zoe) == []
    CoursePage.objects.update(valid_until=TODAY())
    assert enroll(now(course), actor=cast.zoe)
    assert offered_to(cast.zoe) == [course.pk]


def test_closed_for_everybody_today(client, course, half, whole, cast):
    close_to_all(course, on=TODAY(), actor=cast.hanna)
    assert (now(course).live, now(half).status, now(whole).status) == (False, "ended", "completed")
    assert (told(cast.mina), told(cast.kilian)) == (["courses/course_ended"], [])
    assert [entry.action for entry in journal.entries(half)][-1] == "courses.enrollment.end"
    with pytest.raises(Refused, match="geschlossen"):
        mark_lesson_done(now(half), lessons_of(course)[1], actor=cast.mina)
    with pytest.raises(Refused, match="geschlossen"):
        start_attempt(now(half), the_test_of(course), actor=cast.mina)


def test_what_was_learned_is_still_shown_and_nothing_leads_nowhere(client, course, half, whole, cast):
    close_to_all(course, on=TODAY(), actor=cast.hanna)
    client.force_login(cast.mina)
    page = client.get(MY_LEARNING).content.decode()
    assert "Akten führen" in page
    assert "1 von 3 Schritten erledigt" in page
    assert course.url not in page
    lesson = lessons_of(course)[0]
    assert client.get(lesson.url)["Location"] == MY_LEARNING
    assert client.post(reverse("courses:lesson_done", args=[lesson.pk])).status_code == 404
    assert course.url not in client.get("/").content.decode()

    client.force_login(cast.kilian)
    page = client.get(MY_LEARNING).content.decode()
    certificate = Certificate.objects.get(recipient=cast.kilian)
    assert f'href="{course.url}"' not in page
    assert certificate.get_absolute_url() in page
    attempt = whole.attempts.get()
    result = client.get(attempt.get_absolute_url()).content.decode()
    assert course.url not in result
    checked = client.get(reverse("certificates:check", args=[certificate.code])).content.decode()
    assert "Dieser Nachweis ist echt und gültig." in checked
    client.force_login(cast.zoe)
    assert client.get(lesson.url).status_code == 404


def test_closed_for_everybody_on_a_day(client, course, half, cast):
    on = TODAY() + IN_A_MONTH
    close_to_all(course, on=on, actor=cast.hanna)
    assert end_courses() == 0
    assert (now(course).live, now(half).status, told(cast.mina)) == (True, "active", ["courses/course_ends"])
    client.force_login(cast.mina)
    assert "schließt am" in client.get(course.url).content.decode()
    with pytest.raises(Refused):
        enroll(now(course), actor=cast.zoe)

    assert end_due_courses(on - timedelta(days=1)) == 0
    assert end_due_courses(on) == 1
    assert end_due_courses(on) == 0
    assert (now(course).live, now(half).status) == (False, "ended")
    assert sorted(told(cast.mina)) == ["courses/course_ended", "courses/course_ends"]


def test_opened_again_it_is_as_it_was(client, course, half, cast):
    course.save_revision(user=cast.hanna).publish(user=cast.hanna)
    draft = now(course)
    draft.title = "Akten noch besser führen"
    draft.save_revision(user=cast.barbara)
    close_to_all(course, on=TODAY(), actor=cast.hanna)
    reopen(course, actor=cast.hanna)
    opened = now(course)
    assert (opened.live, opened.title, opened.draft_title) == (True, "Akten führen", "Akten noch besser führen")
    assert "courses/course_reopened" in told(cast.mina)
    assert now(half).status == "ended"  # nobody is enrolled without having asked for it
    again = enroll(opened, actor=cast.mina)
    assert (again.pk, again.status, again.lessons_done.count()) == (half.pk, "active", 1)


def test_publishing_a_new_version_opens_nothing(course, cast):
    version = now(course).save_revision(user=cast.barbara)
    close_to_new(course, actor=cast.hanna)
    type(version).objects.get(pk=version.pk).publish(user=cast.hanna)
    assert now(course).closed_on == TODAY()


@pytest.mark.parametrize("who", ["barbara", "anton", "mina", "konrad"])
def test_only_the_office_of_the_city_closes_and_opens(course, cast, who):
    for step in (close_to_new, reopen):
        with pytest.raises(NotAllowed):
            step(course, actor=getattr(cast, who))
    with pytest.raises(NotAllowed):
        close_to_all(course, on=TODAY(), actor=getattr(cast, who))


def test_of_two_who_close_at_once_one_does(course, half, cast):
    close_to_all(course, on=TODAY() + IN_A_MONTH, actor=cast.hanna)
    for step in (
        lambda: close_to_new(course, actor=cast.hanna),
        lambda: close_to_all(course, on=TODAY(), actor=cast.hanna),
    ):
        with pytest.raises(TooLate):
            step()
    assert told(cast.mina) == ["courses/course_ends"]


def test_a_day_that_has_passed_is_no_day_to_close(course, cast):
    with pytest.raises(Refused):
        close_to_all(course, on=TODAY() - timedelta(days=1), actor=cast.hanna)


def test_the_database_refuses_a_course_that_ends_without_being_closed(course):
    with pytest.raises(IntegrityError), transaction.atomic():
        CoursePage.objects.update(ends_on=TODAY())


def test_a_copy_of_a_closed_course_is_open(course, cast):
    close_to_new(course, actor=cast.hanna)
    copy = now(course).copy(update_attrs={"slug": "kopie", "title": "Kopie"})
    assert (copy.closed_on, copy.ends_on) == (None, None)


def test_the_page_asks_what_happens_to_the_learners(client, course, half, whole, cast):
    client.force_login(cast.hanna)
    assert "unter 5" in client.get(url_of(course)).content.decode()
    answer = client.post(url_of(course), {"how": "all", "day": TODAY() + IN_A_MONTH}, follow=True)
    assert "schließt am" in answer.content.decode()
    client.post(url_of(course, "course_reopen"))
    client.post(url_of(course), {"how": "finish"})
    assert (now(course).closed_on, now(course).ends_on) == (TODAY(), None)
    client.post(url_of(course), {"how": "all", "day": TODAY()})
    assert now(course).live is False


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Bitte wählen Sie hier etwas aus."),
        ({"how": "all", "day": ""}, "Bitte füllen Sie dieses Feld aus."),
        ({"how": "all", "day": "2020-01-01"}, "Bitte wählen Sie heute"),
        ({"how": "all", "day": "9999-12-31"}, "Bitte wählen Sie heute"),
        ({"how": "everything", "day": "2020-01-01"}, "everything"),
    ],
)
def test_an_answer_that_says_too_little_changes_nothing(client, course, cast, sent, sentence):
    client.force_login(cast.hanna)
    assert sentence in client.post(url_of(course), sent).content.decode()
    assert now(course).closed_on is None


def test_trainers_are_told_whom_to_ask_and_strangers_see_nothing(client, course, cast):
    for who, status in (("barbara", 403), ("anton", 404), ("mina", 404)):
        client.force_login(getattr(cast, who))
        assert client.get(url_of(course)).status_code == status


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_the_editor_leads_to_the_question_instead(client, cast, action):
    set_up_shelf(cast.nuremberg)
    course = CourseFactory(city=cast.nuremberg, lessons=0)  # Wagtail itself deletes nothing that holds other pages
    enroll(course, actor=cast.mina)
    client.force_login(cast.hanna)
    assert client.post(reverse(f"wagtailadmin_pages:{action}", args=[course.pk]))["Location"] == url_of(course)
    assert now(course).live


def test_nobody_asks_about_a_course_in_which_nobody_learns(client, course, cast):
    client.force_login(cast.hanna)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[course.pk]))
    assert not now(course).live
