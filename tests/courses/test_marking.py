"""Barbara marks what no machine can: answer after answer, without names."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection
from django.urls import reverse

from courses.models import Attempt, CoAuthor, Enrollment, Mark
from courses.queries.assessing.marking import Place, answers_to_mark, marking_steps, next_after, waiting_to_be_marked
from courses.services.assessing.assessment import submit_attempt
from courses.services.assessing.marking import Given, mark_answer, tell_who_marks
from courses.states import AttemptStatus
from lms.core import journal
from lms.core.errors import NotAllowed, TooLate
from lms.notifications.models import Notification
from tests.factories.courses import (
    AttemptFactory,
    CourseFactory,
    EnrollmentFactory,
    a_free_text,
    a_single,
)
from tests.factories.courses import test_of as the_test_of
from tests.factories.people import UserFactory
from tests.queries import queries_of

LIST = reverse("courses:marking")
FULL = Given({"a": 3, "b": 2}, "Gut gesagt.")
HALF = Given({"a": 2, "b": 1})


@pytest.fixture
def course(cast):
    """A test and nothing else, so that passing it completes the course."""
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0, test=True)


@pytest.fixture
def attempt(cast, course):
    return AttemptFactory(enrollment__person=cast.mina, enrollment__course=course)


def again(attempt):
    return Attempt.objects.get(pk=attempt.pk)


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def address(attempt, key="why"):
    return reverse("courses:marking_answer", args=[attempt.pk, key])


# What a mark does


def test_the_last_mark_scores_the_attempt_completes_the_course_and_tells_the_learner(cast, attempt):
    mark_answer(attempt, "why", FULL, actor=cast.barbara)
    found = again(attempt)
    assert (found.status, found.score, found.passed) == (AttemptStatus.SUBMITTED, 100, True)
    assert Enrollment.objects.get(pk=attempt.enrollment_id).is_completed
    assert "courses/test_marked" in told(cast.mina)
    assert [entry.action for entry in journal.entries(found)] == ["courses.attempt.mark"]


def test_before_the_last_mark_nothing_is_decided(cast, course):
    attempt = AttemptFactory(
        enrollment__person=cast.mina, enrollment__course=course,
        questions=[a_free_text("one"), a_free_text("two")], answers={"one": "Ja.", "two": "Nein."},
    )  # fmt: skip
    mark_answer(attempt, "one", FULL, actor=cast.barbara)
    assert (again(attempt).status, told(cast.mina)) == (AttemptStatus.MARKING, [])
    mark_answer(attempt, "two", Given(), actor=cast.barbara)
    assert (again(attempt).score, again(attempt).passed) == (50, False)


def test_what_was_not_answered_needs_no_trainer(cast, course):
    attempt = AttemptFactory(
        enrollment__person=cast.mina, enrollment__course=course,
        questions=[a_free_text("one"), a_free_text("two")], answers={"one": "Ja."},
    )  # fmt: skip
    mark_answer(attempt, "one", FULL, actor=cast.barbara)
    assert again(attempt).score == 50


@pytest.mark.parametrize(
    ("given", "percent"), [({}, 0), ({"a": 3}, 60), ({"a": 2, "b": 1}, 60), ({"a": 99, "b": -5}, 60), ({"x": 5}, 0)]
)
def test_points_become_percent_and_never_more_than_a_criterion_has(given, percent):
    assert Given(given).percent(a_free_text()["rubric"]) == percent


def test_a_mark_keeps_who_gave_it_points_and_comment(cast, attempt):
    mark_answer(attempt, "why", HALF, actor=cast.barbara)
    mark = Mark.objects.get()
    assert (mark.percent, mark.criteria, mark.comment, mark.marked_by) == (60, {"a": 2, "b": 1}, "", cast.barbara)


def test_a_second_mark_for_the_same_answer_comes_too_late(cast, attempt):
    mark_answer(attempt, "why", FULL, actor=cast.barbara)
    with pytest.raises(TooLate, match="Jemand anderes hat diese Antwort"):
        mark_answer(attempt, "why", HALF, actor=UserFactory(trainer_in=cast.nuremberg))
    assert Mark.objects.get().percent == 100


def test_the_database_takes_one_mark_for_a_question(attempt):
    Mark.objects.create(attempt=attempt, key="why", percent=10)
    with pytest.raises(IntegrityError, match="mark"):
        Mark.objects.create(attempt=attempt, key="why", percent=20)


@pytest.mark.django_db(transaction=True)
def test_of_many_trainers_at_once_one_gives_the_mark(cast, attempt):
    trainers = [UserFactory(trainer_in=cast.nuremberg) for _ in range(5)]
    together = Barrier(5)

    def one(trainer):
        try:
            together.wait()
            mark_answer(again(attempt), "why", FULL, actor=trainer)
            return "marked"
        except TooLate:
            return "late"
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as pool:
        answers = sorted(pool.map(one, trainers))
    assert answers == ["late"] * 4 + ["marked"]
    assert Mark.objects.count() == 1


# Who may


def test_trainers_of_the_city_and_co_authors_mark_and_nobody_else(cast, course, attempt):
    for person in (cast.hanna, cast.dieter, cast.mina, cast.konrad):
        with pytest.raises(NotAllowed):
            mark_answer(attempt, "why", FULL, actor=person)
    CoAuthor.objects.create(course=course, person=cast.dieter)
    mark_answer(attempt, "why", FULL, actor=cast.dieter)


def test_nobody_marks_their_own_answer(cast, course):
    attempt = AttemptFactory(enrollment__person=cast.barbara, enrollment__course=course)
    assert waiting_to_be_marked(cast.barbara) == []
    with pytest.raises(NotAllowed):
        mark_answer(attempt, "why", FULL, actor=cast.barbara)


def test_others_do_not_learn_that_an_answer_is_there(client, cast, attempt):
    for person in (cast.dieter, cast.hanna, cast.mina):
        client.force_login(person)
        assert client.get(address(attempt)).status_code == 404


# Being told


def test_trainers_are_told_once_while_something_of_a_test_waits(cast, course):
    first = AttemptFactory(enrollment__person=cast.mina, enrollment__course=course)
    tell_who_marks(first)
    tell_who_marks(AttemptFactory(enrollment__person=cast.kilian, enrollment__course=course))
    assert told(cast.barbara) == ["courses/test_to_mark"]
    assert told(cast.hanna) == told(cast.dieter) == []


def test_the_start_page_and_the_teaching_page_say_how_much_waits(client, cast, course, attempt):
    AttemptFactory(enrollment__person=cast.kilian, enrollment__course=course)
    assert [(row.title, row.course, row.in_words) for row in waiting_to_be_marked(cast.barbara)] == [
        ("Abschlusstest", "Akten führen", "2 abgegebene Tests")
    ]
    (step,) = marking_steps(cast.barbara)
    assert (step.title, step.sentence) == ("Bewerten: Abschlusstest", "2 Arbeiten warten auf Sie.")
    client.force_login(cast.barbara)
    assert "2 abgegebene Tests" in client.get(reverse("courses:teaching")).content.decode()
    assert "2 Arbeiten warten auf Sie." in client.get("/").content.decode()
    assert marking_steps(cast.hanna) == marking_steps(cast.dieter) == []


# The pages


def test_an_answer_is_shown_without_a_name(client, cast, attempt):
    client.force_login(cast.barbara)
    page = client.get(address(attempt)).content.decode()
    assert "Weil Akten erzählen." in page
    assert "Sie bewerten ohne Namen" in page
    assert "Mina" not in page
    assert "Musterfrau" not in page


def test_what_learners_write_is_text_to_those_who_read_it(client, cast, course):
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    told = {"enrollment__person": cast.mina, "enrollment__course": course}
    attempt = AttemptFactory(answers={"one": ["ja"], "why": evil}, **told)
    for person, page in ((cast.barbara, address(attempt)), (cast.mina, reverse("courses:result", args=[attempt.pk]))):
        client.force_login(person)
        shown = client.get(page).content.decode()
        assert "&lt;script&gt;alert(1)" in shown
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown


def test_saving_leads_to_the_next_answer_until_all_are_marked(client, cast, course, attempt):
    AttemptFactory(enrollment__person=cast.kilian, enrollment__course=course)
    client.force_login(cast.barbara)
    sent = {"criterion_a": "3", "criterion_b": "1", "comment": "Fast."}
    page = client.post(address(attempt), sent, follow=True).content.decode()
    assert "Offene Antwort 1 von 1" in page
    (last,) = answers_to_mark(cast.barbara, attempt.test)
    page = client.post(last.url, sent, follow=True).content.decode()
    assert "Alles ist bewertet" in page
    assert Attempt.objects.filter(score=90).count() == 2


@pytest.mark.parametrize("wrong", ["", "4", "-1", "zwei", "1,5"])
def test_bad_points_come_back_with_a_sentence_and_what_was_typed(client, cast, attempt, wrong):
    client.force_login(cast.barbara)
    answer = client.post(address(attempt), {"criterion_a": wrong, "criterion_b": "1", "comment": "Bleibt stehen."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Bitte geben Sie eine ganze Zahl von 0 bis 3 an." in page
    assert "Bleibt stehen." in page
    assert not Mark.objects.exists()


def test_whoever_comes_second_gets_a_friendly_page(client, cast, attempt):
    mark_answer(attempt, "why", FULL, actor=UserFactory(trainer_in=cast.nuremberg))
    client.force_login(cast.barbara)
    answer = client.post(address(attempt), {"criterion_a": "3", "criterion_b": "1"})
    assert answer.status_code == 409
    assert "in der Zwischenzeit bewertet" in answer.content.decode()


@pytest.mark.parametrize("key", ["one", "other", "%00", "x" * 300])
def test_what_is_not_marked_by_hand_has_no_page(client, cast, attempt, key):
    client.force_login(cast.barbara)
    assert client.get(f"/lehre/bewerten/antwort/{attempt.pk}/{key}/").status_code == 404


def test_answers_to_the_same_question_come_one_after_the_other(cast, course):
    both = {"questions": [a_free_text("b"), a_free_text("a")], "answers": {"a": "x", "b": "y"}}
    one, two = (AttemptFactory(enrollment__course=course, **both) for _ in range(2))
    queue = answers_to_mark(cast.barbara, one.test)
    assert queue == [Place("a", one.pk), Place("a", two.pk), Place("b", one.pk), Place("b", two.pk)]
    assert next_after(queue, f"{one.pk}-a") == Place("a", two.pk)
    assert next_after(queue, f"{two.pk}-b") == next_after(queue, "nonsense") == queue[0]


def test_a_file_leaves_as_a_download_without_the_name_its_owner_gave_it(client, cast, course):
    kept = default_storage.save("answers/plan.txt", ContentFile(b"Mein Plan"))
    upload = a_free_text("file", kind="upload", endings=["txt"], max_mb=5)
    attempt = AttemptFactory(
        enrollment__person=cast.mina, enrollment__course=course, questions=[a_single(), upload],
        answers={"file": {"file": kept, "name": "Mina_Musterfrau.txt"}},
    )  # fmt: skip
    url = reverse("courses:marking_file", args=[attempt.pk, "file"])
    client.force_login(cast.barbara)
    assert "Mina_Musterfrau" not in client.get(address(attempt, "file")).content.decode()
    answer = client.get(url)
    assert b"".join(answer.streaming_content) == b"Mein Plan"
    assert answer["Content-Disposition"] == f'attachment; filename="antwort-{attempt.pk}.txt"'
    for person in (cast.dieter, cast.hanna, cast.mina):
        client.force_login(person)
        assert client.get(url).status_code == 404


def test_the_list_costs_the_same_however_much_waits(client, cast, course):
    client.force_login(cast.barbara)
    AttemptFactory(enrollment__course=course)
    few = queries_of(client, LIST)
    for number in range(4):
        other = CourseFactory(city=cast.nuremberg, lessons=0, test=True)
        AttemptFactory(enrollment__course=other)
        AttemptFactory(enrollment=EnrollmentFactory(course=course), number=number + 1)
    assert queries_of(client, LIST) == few


def test_an_answer_costs_the_same_however_many_wait(client, cast, course, attempt):
    client.force_login(cast.barbara)
    few = queries_of(client, address(attempt))
    for _ in range(10):
        AttemptFactory(enrollment__course=course)
    assert queries_of(client, address(attempt)) == few


def test_a_course_without_anything_to_mark_says_so(client, cast, course):
    client.force_login(cast.barbara)
    assert "Alles ist bewertet" in client.get(LIST).content.decode()
    url = reverse("courses:marking_test", args=[the_test_of(course).pk])
    assert "ist bewertet" in client.get(url, follow=True).content.decode()


def test_handing_in_what_has_to_be_marked_tells_the_trainers_and_waits(cast, course):
    attempt = AttemptFactory(
        enrollment__person=cast.mina, enrollment__course=course, status="open", submitted_at=None, answers={}
    )
    done = submit_attempt(attempt, {"one": ["ja"], "why": "Weil Akten erzählen."}, actor=cast.mina)
    assert (done.status, done.score) == (AttemptStatus.MARKING, None)
    assert told(cast.barbara) == ["courses/test_to_mark"]
    mark_answer(done, "why", FULL, actor=cast.barbara)
    assert again(done).score == 100
