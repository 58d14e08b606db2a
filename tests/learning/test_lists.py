"""Enrolling from a list: each row is reported, then everything is imported or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from courses.models import Enrollment
from learning.services.lists import LARGEST, Unreadable, check, import_list, read
from lms.core.errors import Refused
from tests.courses.running import a_run, fresh
from tests.factories.courses import CourseFactory, EnrollmentFactory
from tests.factories.people import UserFactory
from tests.queries import queries_in

# What can be read


@pytest.mark.parametrize("data", [
    b"E-Mail;Name\nmina@example.org;Mina\n",
    b"Name,E-Mail-Adresse\r\nMina,mina@example.org\r\n",
    b"\xef\xbb\xbfemail\nmina@example.org",
    b'"Dienstliche E-Mail"\t"Ort"\n"mina@example.org"\t"N"',
    "Straße;E-Mail\nHöhe;mina@example.org".encode("cp1252"),
    b"Name;E-mail address\n;mina@example.org\n\n;;\n",
])  # fmt: skip
def test_lists_as_spreadsheets_write_them(data):
    assert read(data) == [(2, "mina@example.org")]


def test_rows_keep_the_number_they_have_in_the_spreadsheet():
    assert read(b"E-Mail;Name\na@x.de;A\n\n;\nb@x.de;\n;C\n") == [(2, "a@x.de"), (5, "b@x.de"), (6, "")]


@pytest.mark.parametrize("data", [
    b"", b"\n\n", b"Name;Ort\nMina;N", b"E-Mail\n", b"E-Mail\n\n", b"PK\x03\x04abc", b"%PDF-1.7", b"\xff\xfeE\x00",
    b"E-Mail\n\x00", b'E-Mail\n"a@x.de', b"\x81\x8d\x8f\x90\x9d", b"E-Mail\n" + b"a@x.de\n" * 1001,
    b"E-Mail\n" + b"x" * LARGEST, b"<html><body>E-Mail</body></html>",
])  # fmt: skip
def test_what_cannot_be_read_is_said_in_a_sentence(data):
    with pytest.raises(Unreadable) as unreadable:
        read(data)
    assert str(unreadable.value).endswith(".")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        rows = read(b"E-Mail\n" + data)
    except Unreadable:
        return
    assert all(number >= 2 and len(address) <= 255 for number, address in rows)


# What would happen


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg)


def verdicts(rows, course, run, actor):
    return [line.verdict.value for line in check(rows, course, run, actor=actor).lines]


def numbered(*addresses):
    return list(enumerate(addresses, 2))


def test_each_row_is_reported(cast, course):
    taking = UserFactory(apprentice_in=cast.nuremberg)
    EnrollmentFactory(person=taking, course=course)
    gone = UserFactory(apprentice_in=cast.nuremberg, is_active=False)
    rows = numbered(
        cast.mina.email.upper(), "wer@example.org", cast.kilian.email, taking.email, cast.mina.email, "keine Adresse",
        "", "=HYPERLINK(1)", cast.barbara.email, gone.email,
    )  # fmt: skip
    assert verdicts(rows, course, None, cast.barbara) == [
        "ok", "unknown", "other_city", "enrolled", "duplicate", "malformed", "malformed", "malformed", "other_city",
        "unknown",
    ]  # fmt: skip


def test_seats_are_counted_in_the_order_of_the_list(cast, course):
    run = a_run(cast.nuremberg, course, seats=2)
    people = [UserFactory(apprentice_in=cast.nuremberg) for _ in range(3)]
    rows = numbered(*(person.email for person in people))
    assert verdicts(rows, course, run, cast.barbara) == ["ok", "ok", "no_seat"]


def test_a_run_of_another_city_for_its_own_people_takes_nobody(cast, course):
    run = a_run(cast.augsburg, course)
    assert verdicts(numbered(cast.mina.email), course, run, cast.barbara) == ["other_city"]


def test_one_faulty_row_and_nobody_is_enrolled(cast, course):
    other = UserFactory(apprentice_in=cast.nuremberg)
    with pytest.raises(Refused):
        import_list(numbered(cast.mina.email, "wer@example.org"), course, None, actor=cast.barbara)
    assert not Enrollment.objects.exists()
    rows = numbered(cast.mina.email, other.email, cast.mina.email)
    assert import_list(rows, course, None, actor=cast.barbara) == 2
    assert {one.source for one in Enrollment.objects.all()} == {"list"}
    assert import_list(rows, course, None, actor=cast.barbara) == 0


def test_what_has_changed_since_the_report_stops_the_import(cast, course):
    run = a_run(cast.nuremberg, course, seats=1)
    rows = numbered(cast.mina.email)
    assert verdicts(rows, course, run, cast.barbara) == ["ok"]
    EnrollmentFactory(course=course, run=run)
    type(run).objects.filter(pk=run.pk).update(seats_taken=1)
    with pytest.raises(Refused):
        import_list(rows, course, run, actor=cast.barbara)
    assert fresh(run).seats_taken == 1


@pytest.mark.parametrize("count", [1, 12])
def test_the_report_asks_the_same_for_any_number_of_rows(cast, course, count):
    run = a_run(cast.nuremberg, course, seats=500)
    rows = numbered(*(UserFactory(apprentice_in=cast.nuremberg).email for _ in range(count)))
    assert queries_in(lambda: check(rows, course, run, actor=cast.barbara)) == 5


# Screens


@pytest.fixture
def barbara(client, cast):
    client.force_login(cast.barbara)
    return client


def upload(text, name="liste.csv"):
    return SimpleUploadedFile(name, text.encode())


def test_look_first_then_import(barbara, cast, course):
    run = a_run(cast.nuremberg, course, seats=5)
    url = reverse("learning:enroll_list", args=[course.pk])
    report = barbara.post(url, {"file": upload(f"E-Mail\n{cast.mina.email}\n"), "lauf": run.pk})
    assert not Enrollment.objects.exists()
    answer = barbara.post(url, {"kept": report.context["kept"]})
    assert answer.url == reverse("courses:run", args=[run.pk])
    assert (Enrollment.objects.get().person, Enrollment.objects.get().run) == (cast.mina, run)


def test_faulty_rows_are_shown_with_their_number_and_cannot_be_imported(barbara, cast, course):
    url = reverse("learning:enroll_list", args=[course.pk])
    text = f"E-Mail\n{cast.mina.email}\n=1+1\n<b>x</b>@example.org\n"
    report = barbara.post(url, {"file": upload(text)})
    assert [(line.number, line.is_faulty) for line in report.context["report"].lines] == [
        (2, False), (3, True), (4, True)]  # fmt: skip
    assert "<b>x</b>" not in report.content.decode()
    assert barbara.post(url, {"kept": report.context["kept"]}).status_code == 409
    assert not Enrollment.objects.exists()


def test_what_was_kept_holds_for_this_course_and_cannot_be_forged(barbara, cast, course):
    url = reverse("learning:enroll_list", args=[course.pk])
    kept = barbara.post(url, {"file": upload(f"E-Mail\n{cast.mina.email}\n")}).context["kept"]
    other = reverse("learning:enroll_list", args=[CourseFactory(city=cast.nuremberg).pk])
    for to, forged in [(other, kept), (url, kept + "x"), (url, ""), (url, "[1, 0, []]")]:
        assert barbara.post(to, {"kept": forged}).url == to
    assert not Enrollment.objects.exists()


@pytest.mark.parametrize("file", [None, upload("", "leer.csv"), upload("Name\nMina"), upload("x" * (LARGEST + 10))])
def test_what_is_wrong_with_the_file_stands_at_the_field(barbara, course, file):
    sent = {"file": file} if file else {}
    answer = barbara.post(reverse("learning:enroll_list", args=[course.pk]), sent)
    assert list(answer.context["form"].errors) == ["file"]


def test_apprentices_and_closed_courses(client, cast, course):
    client.force_login(cast.mina)
    for name in ("enroll_one", "enroll_cohort", "enroll_list"):
        assert client.get(reverse(f"learning:{name}", args=[course.pk])).status_code == 403
    client.force_login(cast.barbara)
    draft = CourseFactory(city=cast.nuremberg, live=False)
    assert client.get(reverse("learning:enroll_list", args=[draft.pk])).status_code == 404
