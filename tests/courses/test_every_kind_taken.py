"""A test with one question of each kind, as learners meet it: answered page by page, nothing told too early."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.models import Attempt
from courses.services.assessing.assessment import start_attempt, submit_attempt
from questions.kinds import KINDS
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory
from tests.factories.courses import test_of as the_test_of
from tests.factories.questions import DEFINITIONS, RIGHT, CategoryFactory, QuestionFactory
from tests.media.samples import PDF
from tests.queries import queries_of

ANSWERS = RIGHT | {"free_text": "Weil das Gesetz es sagt."}


@pytest.fixture
def attempt(cast):
    drawer = CategoryFactory(city=cast.nuremberg)
    for kind in DEFINITIONS:
        QuestionFactory(category=drawer, kind=kind)
    course = CourseFactory(city=cast.nuremberg, test=True)
    test = the_test_of(course)
    value = {"category": drawer.pk, "difficulty": "", "count": len(DEFINITIONS), "lesson": None}
    test.questions = json.dumps([{"type": "draw", "id": "draw", "value": value}])
    test.save()
    return start_attempt(learn(cast.mina, course), the_test_of(course), actor=cast.mina)


@pytest.fixture
def mina(client, cast):
    client.force_login(cast.mina)
    return client


def place(attempt, kind):
    """The number of the question, and its key."""
    return next((n, one["key"]) for n, one in enumerate(attempt.questions, start=1) if one["kind"] == kind)


def address(attempt, kind):
    return f"{reverse('courses:attempt', args=[attempt.pk])}?frage={place(attempt, kind)[0]}"


def sent(attempt, kind, answer):
    key = place(attempt, kind)[1]
    fields = {f"{key}-{part}": value for part, value in answer.items()} if isinstance(answer, dict) else {key: answer}
    return {**fields, "seen": Attempt.objects.get(pk=attempt.pk).revision}


def answers(attempt):
    return Attempt.objects.get(pk=attempt.pk).answers


def text(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True).split())


@pytest.mark.parametrize("kind", sorted(ANSWERS))
def test_each_kind_is_answered_and_shown_again(mina, attempt, kind):
    mina.post(address(attempt, kind), sent(attempt, kind, ANSWERS[kind]))
    key = place(attempt, kind)[1]
    kept = answers(attempt)[key]
    as_sent = sorted if kind == "multiple" else (lambda answer: answer)  # mixed choices have another order
    assert as_sent(kept) == as_sent(ANSWERS[kind])
    page = BeautifulSoup(mina.get(address(attempt, kind)).content, "html.parser")
    shown = page.select("#answer input[checked], #answer option[selected][value]:not([value='']), #answer textarea")
    typed = [one["value"] for one in page.select("#answer input[type=text][value]")]
    assert shown or typed


def test_no_page_tells_what_is_right(mina, attempt):
    telling = {"accepted", "tolerance", "right_key", "rubric", "nennt das Gesetz", "ist vollständig", "3,5"}
    pages = [mina.get(f"{attempt.get_absolute_url()}?frage={n}") for n in range(1, len(attempt.questions) + 1)]
    pages.append(mina.get(reverse("courses:attempt_review", args=[attempt.pk])))
    for page in pages:
        told = page.content.decode() + str(page.headers)
        assert not [word for word in telling if word in told]


def test_the_steps_are_not_shown_in_their_order(cast, attempt):
    asked = next(one for one in attempt.questions if one["kind"] == "ordering")
    assert [step["key"] for step in KINDS["ordering"].asked(asked)["steps"]] == asked["shown"]


def test_what_a_trainer_marks_waits(mina, attempt, cast):
    everything = {place(attempt, kind)[1]: answer for kind, answer in ANSWERS.items()}
    done = submit_attempt(attempt, everything, actor=cast.mina)
    assert (done.status, done.score, done.passed) == ("marking", None, None)
    page = text(mina.get(done.get_absolute_url()))
    assert "Ihre Antworten werden noch bewertet" in page
    assert "wird noch bewertet" in page
    assert "nennt das Gesetz" not in page
    assert "nicht richtig" not in page
    assert "wird noch bewertet" in text(mina.get(the_test_of(attempt.enrollment.course).url))
    again = mina.post(reverse("courses:attempt_start", args=[attempt.test_id]))
    assert again.status_code == 400
    assert "wird noch bewertet" in text(again)


def test_a_test_without_answers_for_the_trainer_is_scored_at_once(attempt, cast):
    everything = {place(attempt, kind)[1]: answer for kind, answer in RIGHT.items()}
    done = submit_attempt(attempt, everything, actor=cast.mina)
    assert (done.status, done.score) == ("submitted", 80)


def test_a_wrong_number_is_a_sentence_and_stays_as_typed(mina, attempt):
    answer = mina.post(address(attempt, "number"), sent(attempt, "number", "viel"))
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select(".kern-error")
    assert page.find("input", {"name": place(attempt, "number")[1]})["value"] == "viel"


def upload(mina, attempt, name="plan.pdf", content=PDF):
    key = place(attempt, "upload")[1]
    data = {key: SimpleUploadedFile(name, content), "seen": Attempt.objects.get(pk=attempt.pk).revision}
    return mina.post(address(attempt, "upload"), data)


def the_file(attempt):
    return answers(attempt)[place(attempt, "upload")[1]]


def file_address(attempt):
    return reverse("courses:answer_file", args=[attempt.pk, place(attempt, "upload")[1]])


def test_a_file_is_kept_where_nobody_guesses_it(mina, attempt):
    upload(mina, attempt)
    kept = the_file(attempt)
    assert kept["name"] == "plan.pdf"
    assert len(kept["file"].split("/")[-1]) > 30
    assert mina.get(f"/medien/{kept['file']}").status_code == 404
    reply = mina.get(file_address(attempt))
    assert b"".join(reply.streaming_content) == PDF
    assert reply["Content-Disposition"] == 'attachment; filename="plan.pdf"'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.exe", PDF),
        ("plan.pdf", b"MZ\x90"),
        ("plan.pdf", PDF + b"x" * 3_000_000),
        ("plan", PDF),
        ("plan.pdf", b""),
    ],
)
def test_a_file_that_is_not_what_was_asked_for_is_a_sentence(mina, attempt, name, content):
    answer = upload(mina, attempt, name, content)
    assert answer.status_code == 200
    assert BeautifulSoup(answer.content, "html.parser").select(".kern-error")
    assert answers(attempt) == {}


def test_pressing_next_without_a_file_keeps_the_one_that_is_there(mina, attempt):
    upload(mina, attempt)
    kept = the_file(attempt)
    mina.post(address(attempt, "upload"), {"seen": "1"})
    mina.post(reverse("courses:attempt_save", args=[attempt.pk]) + address(attempt, "upload")[-8:], {"seen": "1"})
    assert the_file(attempt) == kept


def test_a_name_of_a_stored_file_that_somebody_sends_is_no_answer(mina, attempt):
    key = place(attempt, "upload")[1]
    mina.post(address(attempt, "upload"), {key: '{"file": "answers/x.pdf", "name": "x.pdf"}', f"{key}-file": "1"})
    assert answers(attempt) == {}


def test_another_file_takes_the_place_of_the_first(mina, attempt, django_capture_on_commit_callbacks):
    upload(mina, attempt)
    first = the_file(attempt)
    with django_capture_on_commit_callbacks(execute=True):
        upload(mina, attempt, "neu.pdf")
    assert the_file(attempt)["name"] == "neu.pdf"
    assert not default_storage.exists(first["file"])


def test_the_file_goes_with_the_attempt(mina, attempt, django_capture_on_commit_callbacks):
    upload(mina, attempt)
    kept = the_file(attempt)
    with django_capture_on_commit_callbacks(execute=True):
        Attempt.objects.get().delete()
    assert not default_storage.exists(kept["file"])


def status(client, url):
    answer = client.get(url)
    if answer.streaming:
        list(answer.streaming_content)  # closes the file
    return answer.status_code


def test_the_file_is_for_the_person_and_whoever_marks_it(client, attempt, cast):
    client.force_login(cast.mina)
    upload(client, attempt)
    submit_attempt(attempt, {}, actor=cast.mina)
    to_mark = reverse("courses:marking_file", args=[attempt.pk, place(attempt, "upload")[1]])
    for person in [cast.mina, cast.zoe, cast.kilian, cast.hanna, cast.konrad, cast.dieter, cast.barbara]:
        client.force_login(person)
        assert (status(client, to_mark) == 200) == (person == cast.barbara)
        assert (status(client, file_address(attempt)) == 200) == (person == cast.mina)


def test_a_long_test_costs_no_more_than_a_short_one(mina, attempt):
    few = queries_of(mina, attempt.get_absolute_url())
    more = [{**one, "key": f"{one['key']}-{n}"} for n in range(30) for one in attempt.questions]
    Attempt.objects.update(questions=more)
    assert queries_of(mina, attempt.get_absolute_url()) == few <= 8
