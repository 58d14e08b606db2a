import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from courses.models import AnnexPage, Enrollment, LessonProgress
from courses.queries.completing.learning import learning_of, next_steps
from courses.services.assessing.assignments import hand_in
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll, withdraw
from tests.courses.stories import learn
from tests.factories.courses import (
    AssignmentFactory,
    CourseFactory,
    EnrollmentFactory,
    LessonFactory,
    lessons_of,
    shelf_of,
)
from tests.factories.courses import test_of as the_test_of
from tests.queries import queries_of

MY_LEARNING = reverse("courses:my_learning")


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=3, test=True)


@pytest.fixture
def mina(client, cast):
    client.force_login(cast.mina)
    return client


def text(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True).split())


def test_mina_enrolls_reads_and_goes_on(mina, cast, course):
    first, second, _third = lessons_of(course)
    answer = mina.post(reverse("courses:enroll", args=[course.pk]))
    assert answer.url == first.url
    page = text(mina.get(first.url))
    assert "Lektion 1 von 3" in page
    assert "0 von 4 Schritten erledigt" in page

    assert mina.post(reverse("courses:lesson_done", args=[first.pk])).url == second.url
    assert "1 von 4 Schritten erledigt" in text(mina.get(second.url))
    assert "Weiterlernen" in text(mina.get(course.url))


def test_the_last_lesson_before_the_test_leads_to_the_test(mina, cast, course):
    enrollment = enroll(course, actor=cast.mina)
    *before, last = lessons_of(course)
    for lesson in before:
        mark_lesson_done(enrollment, lesson, actor=cast.mina)
    assert mina.post(reverse("courses:lesson_done", args=[last.pk])).url == the_test_of(course).url


def test_the_last_step_leads_to_the_course_and_its_certificate(mina, cast):
    course = CourseFactory(city=cast.nuremberg, lessons=1)
    enroll(course, actor=cast.mina)
    answer = mina.post(reverse("courses:lesson_done", args=[lessons_of(course)[0].pk]), follow=True)
    assert "Nachweis ansehen" in text(answer)
    assert "Abgeschlossene Kurse" in text(mina.get(MY_LEARNING))


def test_looking_changes_nothing(mina, cast, course):
    for name in ("enroll", "withdraw", "complete"):
        assert mina.get(reverse(f"courses:{name}", args=[course.pk])).status_code == 405
    assert mina.get(reverse("courses:lesson_done", args=[lessons_of(course)[0].pk])).status_code == 405
    assert Enrollment.objects.count() == LessonProgress.objects.count() == 0


def test_a_draft_is_neither_shown_nor_open_for_enrollment(mina, cast):
    draft = CourseFactory(city=cast.nuremberg, live=False)
    assert mina.get(draft.url or "/kurse/nuernberg/x/").status_code == 404
    assert mina.post(reverse("courses:enroll", args=[draft.pk])).status_code == 404


@pytest.mark.parametrize("name", ["enroll", "withdraw", "complete", "lesson_done", "attempt_start"])
def test_wrong_keys_are_not_found(mina, cast, course, name):
    assert mina.post(reverse(f"courses:{name}", args=[999999])).status_code == 404


def test_nobody_takes_a_step_for_somebody_else_by_naming_them(mina, cast, course):
    others, own = (EnrollmentFactory(person=person, course=course) for person in (cast.kilian, cast.mina))
    lesson = lessons_of(course)[0]
    sent = {"enrollment": others.pk, "person": cast.kilian.pk, "status": "completed"}
    mina.post(reverse("courses:lesson_done", args=[lesson.pk]), sent)
    assert list(LessonProgress.objects.values_list("enrollment", flat=True)) == [own.pk]
    assert set(Enrollment.objects.values_list("status", flat=True)) == {"active"}


def test_lessons_and_tests_need_an_enrollment(mina, cast, course):
    for page in (lessons_of(course)[0], the_test_of(course)):
        answer = mina.get(page.url, follow=True)
        assert answer.redirect_chain == [(course.url, 302)]
        assert "Melden Sie sich zuerst an" in text(answer)
    assert mina.post(reverse("courses:lesson_done", args=[lessons_of(course)[0].pk])).status_code == 404


def test_who_left_reads_no_more(mina, cast, course):
    withdraw(enroll(course, actor=cast.mina), actor=cast.mina)
    assert mina.get(lessons_of(course)[0].url).url == course.url


@pytest.mark.parametrize(("reader", "reads"), [("barbara", True), ("hanna", True), ("dieter", False), ("rita", False)])
def test_trainers_and_office_of_the_city_read_along(client, cast, course, reader, reads):
    client.force_login(getattr(cast, reader))
    answer = client.get(lessons_of(course)[0].url)
    assert answer.status_code == (200 if reads else 302)
    if reads:
        assert "Als erledigt markieren" not in text(answer)


def test_strangers_are_asked_to_sign_in_where_learning_begins(client, course):
    for url in (lessons_of(course)[0].url, the_test_of(course).url, MY_LEARNING):
        assert client.get(url).url == f"/anmelden/?next={url}"


def test_a_question_to_oneself_says_nothing_before_the_answer(mina, cast, course):
    enroll(course, actor=cast.mina)
    page = mina.get(lessons_of(course)[0].url).content.decode()
    assert "Was ist eine Akte?" in page
    assert "So ist es." not in page
    assert "Eher nicht." not in page


@pytest.mark.parametrize(
    ("picked", "said", "unsaid"),
    [
        ("check-yes", ["Richtig", "So ist es."], ["Eher nicht."]),
        ("check-no", ["Noch nicht ganz", "Eher nicht.", "So ist es."], []),
        ("", ["Bitte wählen Sie zuerst eine Antwort"], ["So ist es.", "Eher nicht."]),
        ("made-up", ["Bitte wählen Sie zuerst eine Antwort"], ["So ist es.", "Eher nicht."]),
    ],
)
def test_the_page_comes_back_with_the_answer(mina, cast, course, picked, said, unsaid):
    enroll(course, actor=cast.mina)
    page = text(mina.post(lessons_of(course)[0].url, {"check": "check", "choice": picked}))
    assert [sentence for sentence in said if sentence not in page] == []
    assert [sentence for sentence in unsaid if sentence in page] == []


def test_an_answer_to_a_question_that_is_not_there_is_not_found(mina, cast, course):
    enroll(course, actor=cast.mina)
    assert mina.post(lessons_of(course)[0].url, {"check": "hint", "choice": "x"}).status_code == 404


def test_leaving_asks_first_and_goes_to_my_learning(mina, cast, course):
    enroll(course, actor=cast.mina)
    assert "Möchten Sie diesen Kurs verlassen?" in text(mina.get(course.url))
    answer = mina.post(reverse("courses:withdraw", args=[course.pk]), follow=True)
    assert answer.redirect_chain == [(MY_LEARNING, 302)]
    assert "Zurzeit läuft kein Kurs" in text(answer)


def test_the_next_step_is_the_course_nearest_to_its_end(cast, course):
    EnrollmentFactory(person=cast.mina, course=CourseFactory(city=cast.munich))
    enrollment = enroll(course, actor=cast.mina)
    first, second, _third = lessons_of(course)
    mark_lesson_done(enrollment, first, actor=cast.mina)

    rows = learning_of(cast.mina)
    assert [(row.done, row.total, row.minutes_left) for row in rows] == [(1, 4, 20), (0, 2, 20)]
    [step] = next_steps(learning_of(cast.mina))
    assert (step.title, step.url, step.button) == ("Akten führen", second.url, "Weiterlernen")
    assert step.sentence == f"1 von 4 Schritten erledigt. Weiter bei Lektion 2, „{second.title}“."


def test_what_is_handed_in_is_not_where_to_go_on(mina, cast):
    course = CourseFactory(city=cast.nuremberg, lessons=1)
    work = AssignmentFactory(parent=course)
    LessonFactory(parent=course, title="Fristen")
    enrollment = enroll(course, actor=cast.mina)
    first, second = lessons_of(course)
    mark_lesson_done(enrollment, first, actor=cast.mina)
    assert learning_of(cast.mina)[0].resume == "Mit „Aktenplan“ weitermachen"

    hand_in(enrollment, work, text="Mein Plan.", actor=cast.mina)
    [row] = learning_of(cast.mina)
    assert (row.resume_url, row.minutes_left) == (second.url, 10)
    page = text(mina.get(course.url))
    assert "Weiter bei Lektion 2, „Fristen“, noch etwa 10 Minuten" in page
    assert "Abgegeben, wird angesehen" in page

    mark_lesson_done(enrollment, second, actor=cast.mina)
    [row] = learning_of(cast.mina)
    assert (row.resume, row.resume_url, row.minutes_left) == ("", course.url, 0)
    assert "Ihr Teil ist erledigt" in text(mina.get(course.url))


def test_without_a_course_the_next_step_is_to_find_one(cast):
    learn(cast.mina, CourseFactory(city=cast.nuremberg))
    [step] = next_steps(learning_of(cast.mina))
    assert step.url == reverse("courses:catalogue")


@pytest.mark.parametrize("count", [1, 12])
def test_my_learning_asks_the_same_number_of_questions_for_any_number_of_courses(mina, cast, count):
    for _ in range(count):
        EnrollmentFactory(person=cast.mina, course=CourseFactory(city=cast.nuremberg, lessons=1))
    assert queries_of(mina, MY_LEARNING) == 11


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize(("reader", "asked"), [("mina", 10), ("barbara", 11), ("hanna", 11)])
def test_a_lesson_asks_as_often_in_a_course_of_one_lesson_as_of_a_hundred(client, cast, count, reader, asked):
    course = CourseFactory(city=cast.nuremberg, lessons=count)
    enroll(course, actor=cast.mina)
    client.force_login(getattr(cast, reader))
    assert queries_of(client, lessons_of(course)[0].url) == asked


def test_additions_of_the_city_cost_a_lesson_two_queries_more(client, cast, course):
    lesson = lessons_of(course)[0]
    for number in range(5):
        body = [{"type": "text", "value": "<p>Zimmer 12</p>"}]
        annex = AnnexPage(title=f"Bei uns {number}", course=course, lesson=lesson, body=body)
        shelf_of(cast.nuremberg).add_child(instance=annex)
    enroll(course, actor=cast.mina)
    client.force_login(cast.mina)
    assert text(client.get(lesson.url)).count("Zimmer 12") == 5
    assert queries_of(client, lesson.url) == 12
