"""Mina hands in work, Barbara looks at it: accepted, or given back with a word on what is missing."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from courses.models import AssignmentPage, Enrollment, Submission
from courses.queries.assessing.marking import marking_steps
from courses.queries.writing.readiness import readiness_of
from courses.services.assessing.assignments import accept, give_back, hand_in
from courses.services.writing.authoring import has_traces, set_up_shelf
from courses.services.writing.structure import add_part
from courses.states import SubmissionStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.notifications.models import Notification
from tests.factories.courses import AssignmentFactory, CourseFactory, EnrollmentFactory, SubmissionFactory
from tests.factories.people import UserFactory
from tests.queries import queries_of

PDF = b"%PDF-1.7 Plan"


@pytest.fixture
def course(cast):
    set_up_shelf(cast.nuremberg)
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0)


@pytest.fixture
def assignment(course):
    return AssignmentFactory(parent=course)


@pytest.fixture
def enrollment(cast, course, assignment):
    return EnrollmentFactory(person=cast.mina, course=course)


@pytest.fixture
def work(cast, assignment, enrollment):
    return hand_in(enrollment, assignment, text="Mein Plan.", actor=cast.mina)


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def a_file(name="plan.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def downloaded(client, url):
    answer = client.get(url)
    if answer.streaming:
        b"".join(answer.streaming_content)  # so that the file is closed
    return answer


def status(submission):
    return Submission.objects.get(pk=submission.pk).status


def sends(client, assignment, **sent):
    return client.post(reverse("courses:work_hand_in", args=[assignment.pk]), sent, follow=True)


# Handing in


def test_work_is_handed_in_and_the_trainers_are_told_once(cast, assignment, enrollment, work):
    other = EnrollmentFactory(person=cast.kilian, course=enrollment.course)
    hand_in(other, assignment, text="Auch einer.", actor=cast.kilian)
    assert (work.number, work.cycle, work.status) == (1, 1, SubmissionStatus.SUBMITTED)
    assert told(cast.barbara) == ["courses/work_to_mark"]
    assert [entry.action for entry in journal.entries(work)] == ["courses.submission.hand_in"]


def test_while_it_waits_nothing_more_is_handed_in(cast, assignment, enrollment, work):
    with pytest.raises(TooLate, match="schon abgegeben"):
        hand_in(enrollment, assignment, text="Noch einer.", actor=cast.mina)


def test_what_is_accepted_is_done(cast, assignment, enrollment, work):
    accept(work, actor=cast.barbara)
    with pytest.raises(Refused, match="schon angenommen"):
        hand_in(enrollment, assignment, text="Noch einer.", actor=cast.mina)


def test_nobody_hands_in_for_others_or_elsewhere(cast, assignment, enrollment):
    with pytest.raises(NotAllowed):
        hand_in(enrollment, assignment, text="x", actor=cast.kilian)
    elsewhere = AssignmentFactory(parent=CourseFactory(city=cast.nuremberg))
    with pytest.raises(Refused, match="gehört nicht zum Kurs"):
        hand_in(enrollment, elsewhere, text="x", actor=cast.mina)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_counts(cast, assignment, enrollment):
    together = Barrier(5)

    def one(_):
        try:
            together.wait()
            page = AssignmentPage.objects.get(pk=assignment.pk)
            hand_in(Enrollment.objects.get(pk=enrollment.pk), page, text="x", actor=cast.mina)
            return "in"
        except TooLate:
            return "late"
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as pool:
        assert sorted(pool.map(one, range(5))) == ["in"] + ["late"] * 4


def test_the_page_takes_text_and_file_and_shows_how_far_it_is(client, cast, assignment, enrollment):
    client.force_login(cast.mina)
    page = sends(client, assignment, text="Mein Plan.", file=a_file()).content.decode()
    assert "Ihre Arbeit ist abgegeben" in page
    kept = Submission.objects.get()
    assert (kept.text, kept.file_name) == ("Mein Plan.", "plan.pdf")
    assert "plan" not in kept.file.name
    assert reverse("courses:submission_file", args=[kept.pk]) in page


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.exe", b"MZ", "Dateien dieser Art können nicht abgegeben werden"),
        ("plan.html", b"<html>", "Dateien dieser Art können nicht abgegeben werden"),
        ("plan.pdf", b"<html>", "Inhalt"),
        ("plan.png", PDF, "Inhalt"),
        ("plan.docx", b"PK\x03\x04 no archive", "Inhalt"),
        ("plan.pdf", b"", "Diese Datei ist leer"),
        ("plan", PDF, "Dateien dieser Art können nicht abgegeben werden"),
    ],
)
def test_files_that_are_not_what_they_say_come_back_and_the_text_stays(
    client, cast, assignment, enrollment, name, content, sentence
):
    client.force_login(cast.mina)
    answer = sends(client, assignment, text="Bleibt stehen.", file=a_file(name, content))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Bleibt stehen." in page
    assert not Submission.objects.exists()


def test_a_file_that_is_too_large_comes_back(client, cast, assignment, enrollment, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    client.force_login(cast.mina)
    assert "zu groß" in sends(client, assignment, file=a_file()).content.decode()


def test_nothing_at_all_is_not_handed_in(client, cast, assignment, enrollment):
    client.force_login(cast.mina)
    answer = sends(client, assignment, text="   ")
    assert answer.status_code == 422
    assert "Bitte schreiben Sie etwas oder wählen Sie eine Datei" in answer.content.decode()


def test_where_no_file_is_asked_for_none_is_taken(client, cast, course, enrollment):
    plain = AssignmentFactory(parent=course, title="Nur Text", takes_file=False)
    client.force_login(cast.mina)
    assert 'type="file"' not in client.get(plain.url).content.decode()
    sends(client, plain, text="Text.", file=a_file())
    assert not Submission.objects.get(assignment=plain).file
    with pytest.raises(Refused, match="keine Datei"):
        hand_in(enrollment, AssignmentFactory(parent=course, takes_file=False), file=a_file(), actor=cast.mina)


def test_who_is_not_enrolled_is_led_to_the_course(client, cast, assignment):
    client.force_login(cast.kilian)
    assert client.get(assignment.url).status_code == 302
    assert sends(client, assignment, text="x").status_code == 404


# Files are private


def test_a_file_is_for_its_owner_and_for_those_who_look_at_it(client, cast, assignment, enrollment):
    work = hand_in(enrollment, assignment, file=a_file("Mina_Musterfrau.pdf"), actor=cast.mina)
    url = reverse("courses:submission_file", args=[work.pk])
    for person, code in ((cast.mina, 200), (cast.barbara, 200), (cast.hanna, 404), (cast.dieter, 404), (cast.zoe, 404)):
        client.force_login(person)
        assert downloaded(client, url).status_code == code
    client.force_login(cast.mina)
    answer = downloaded(client, url)
    assert answer["Content-Disposition"] == 'attachment; filename="Mina_Musterfrau.pdf"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert client.get(f"/medien/{work.file.name}").status_code == 404
    accept(work, actor=cast.barbara)
    client.force_login(cast.barbara)
    assert client.get(url).status_code == 404  # what is done is the learner's again


# Looking at it


def test_accepting_completes_the_course_and_tells_the_learner(cast, work):
    accept(work, feedback="Gut so.", actor=cast.barbara)
    kept = Submission.objects.get(pk=work.pk)
    assert (kept.status, kept.feedback, kept.marked_by) == (SubmissionStatus.ACCEPTED, "Gut so.", cast.barbara)
    assert "courses/work_accepted" in told(cast.mina)
    assert Enrollment.objects.get(pk=work.enrollment_id).is_completed


def test_what_comes_back_is_handed_in_again_with_the_next_number(client, cast, assignment, enrollment, work):
    give_back(work, feedback="Es fehlt das Archiv.", actor=cast.barbara)
    assert told(cast.mina) == ["courses/work_returned"]
    client.force_login(cast.mina)
    page = client.get(assignment.url).content.decode()
    assert "Es fehlt das Archiv." in page
    assert "Noch einmal abgeben" in page
    sends(client, assignment, text="Mit Archiv.")
    second = Submission.objects.get(number=2)
    client.force_login(cast.barbara)
    page = client.get(reverse("courses:marking_submission", args=[second.pk])).content.decode()
    assert "Es fehlt das Archiv." in page  # what was said before
    assert "Mit Archiv." in page


def test_giving_back_needs_a_word(client, cast, work):
    with pytest.raises(Refused, match="Bitte schreiben Sie"):
        give_back(work, feedback=" ", actor=cast.barbara)
    client.force_login(cast.barbara)
    answer = client.post(reverse("courses:marking_submission", args=[work.pk]), {"return": "1", "feedback": ""})
    assert (answer.status_code, status(work)) == (422, SubmissionStatus.SUBMITTED)


def test_of_two_trainers_the_second_gets_a_sentence(client, cast, work):
    accept(work, actor=UserFactory(trainer_in=cast.nuremberg))
    with pytest.raises(TooLate, match="gerade angesehen"):
        give_back(work, feedback="Nein.", actor=cast.barbara)
    client.force_login(cast.barbara)
    answer = client.post(reverse("courses:marking_submission", args=[work.pk]), {"feedback": "Ja."})
    assert (answer.status_code, status(work)) == (409, SubmissionStatus.ACCEPTED)


def test_only_trainers_of_the_course_look_at_work(client, cast, work):
    for person in (cast.hanna, cast.dieter, cast.mina):
        with pytest.raises(NotAllowed):
            accept(work, actor=person)
        client.force_login(person)
        assert client.get(reverse("courses:marking_submission", args=[work.pk])).status_code == 404


def test_nobody_accepts_their_own_work(client, cast, course, assignment):
    own = hand_in(EnrollmentFactory(person=cast.barbara, course=course), assignment, text="Ja.", actor=cast.barbara)
    with pytest.raises(NotAllowed):
        accept(own, actor=cast.barbara)
    client.force_login(cast.barbara)
    assert client.get(reverse("courses:marking_submission", args=[own.pk])).status_code == 404


def test_where_names_stay_out_neither_page_nor_file_names_anybody(client, cast, course, enrollment):
    nameless = AssignmentFactory(parent=course, is_anonymous=True)
    work = hand_in(enrollment, nameless, text="Plan", file=a_file("Mina_Musterfrau.pdf"), actor=cast.mina)
    client.force_login(cast.barbara)
    for route, key in (("marking_assignment", nameless.pk), ("marking_submission", work.pk)):
        page = client.get(reverse(f"courses:{route}", args=[key])).content.decode()
        assert "Sie bewerten ohne Namen" in page
        assert "Musterfrau" not in page
    answer = downloaded(client, reverse("courses:submission_file", args=[work.pk]))
    assert "Mina" not in answer["Content-Disposition"]


def test_with_names_the_trainer_sees_whose_it_is(client, cast, work):
    client.force_login(cast.barbara)
    page = client.get(reverse("courses:marking_assignment", args=[work.assignment_id])).content.decode()
    assert "Mina Musterfrau" in page
    (step,) = marking_steps(cast.barbara)
    assert step.url == reverse("courses:marking_assignment", args=[work.assignment_id])


def test_the_list_costs_the_same_however_much_waits(client, cast, course, assignment):
    url = reverse("courses:marking_assignment", args=[assignment.pk])
    client.force_login(cast.barbara)
    SubmissionFactory(assignment=assignment, enrollment__course=course)
    few = queries_of(client, url)
    for _ in range(8):
        SubmissionFactory(assignment=assignment, enrollment__course=course)
    assert queries_of(client, url) == few


# As part of a course


def test_an_assignment_is_begun_in_the_workbench_and_needs_content(client, cast, course):
    part = add_part(course, "assignment", "Aktenplan", actor=cast.barbara)
    assert isinstance(part, AssignmentPage)
    codes = [finding.code for finding in readiness_of(course).of(part).findings]
    assert "incomplete" in codes
    client.force_login(cast.barbara)
    page = client.get(reverse("courses:workbench", args=[course.pk])).content.decode()
    assert "Aufgabe zum Abgeben" in page
    assert "Aktenplan" in page


def test_without_any_block_it_is_not_published(cast, course):
    empty = AssignmentFactory(parent=course, body=[])
    assert "no_content" in [finding.code for finding in readiness_of(course).of(empty).findings]


def test_what_was_handed_in_keeps_the_assignment(work):
    assert has_traces(work.assignment)
