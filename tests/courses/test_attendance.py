"""Who was there: noted for all at once, by those who organise the run."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certificates.models import Certificate
from courses.models import Attendance, Completion
from courses.services.completing.rules import change_rule
from courses.services.enrolling.attendance import note_attendance
from courses.services.enrolling.enrollments import enroll, withdraw
from lms.core import journal
from lms.core.errors import NotAllowed, Refused
from tests.courses.running import a_run, a_session, fresh
from tests.factories.courses import EnrollmentFactory
from tests.factories.people import UserFactory
from tests.queries import queries_in, queries_of


@pytest.fixture
def held(cast):
    """A session that began an hour ago, with Mina and Kilian."""
    run = a_run(cast.nuremberg, starts_in=0, is_for_all_cities=True)
    cast.session = a_session(run, starts_at=timezone.now() - timedelta(hours=1))
    cast.mina_in, cast.kilian_in = (enroll(run.course, actor=person, run=run) for person in (cast.mina, cast.kilian))
    cast.run = run
    return cast


def noted(session):
    return {one.enrollment.person.first_name: one.presence for one in session.attendances.all()}


def test_attendance_is_noted_changed_and_taken_back(held):
    both = {held.mina_in.pk: "present", held.kilian_in.pk: "excused"}
    assert note_attendance(held.session, both, actor=held.barbara) == 2
    assert noted(held.session) == {"Mina": "present", "Kilian": "excused"}
    assert note_attendance(held.session, {held.mina_in.pk: "absent"}, actor=held.hanna) == 1
    assert note_attendance(held.session, {held.kilian_in.pk: ""}, actor=held.hanna) == 1
    assert noted(held.session) == {"Mina": "absent"}
    assert Attendance.objects.get().noted_by == held.hanna
    entries = journal.entries(held.session)
    assert [entry.data for entry in entries] == [{"changed": 2}, {"changed": 1}, {"changed": 1}]


def test_nothing_changed_is_nothing_done(held):
    note_attendance(held.session, {held.mina_in.pk: "present"}, actor=held.barbara)
    assert note_attendance(held.session, {held.mina_in.pk: "present"}, actor=held.barbara) == 0
    assert len(journal.entries(held.session)) == 1


def test_only_those_of_the_run_are_noted(held):
    stranger = EnrollmentFactory(person=held.zoe, course=held.run.course)
    note_attendance(held.session, {stranger.pk: "present", 999: "present"}, actor=held.barbara)
    assert noted(held.session) == {}


def test_nobody_notes_for_another_city_or_for_themselves(held):
    for actor in (held.dieter, held.anton, held.mina, held.rita):
        with pytest.raises(NotAllowed):
            note_attendance(held.session, {held.mina_in.pk: "present"}, actor=actor)


def test_not_before_it_begins(held):
    later = a_session(held.run, starts_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(Refused):
        note_attendance(later, {held.mina_in.pk: "present"}, actor=held.barbara)


def test_who_left_afterwards_keeps_what_was_noted(held):
    note_attendance(held.session, {held.mina_in.pk: "present"}, actor=held.barbara)
    withdraw(fresh(held.mina_in), actor=held.mina, reason="Umzug")
    note_attendance(held.session, {held.kilian_in.pk: "present"}, actor=held.barbara)
    assert noted(held.session) == {"Mina": "present", "Kilian": "present"}


def url(session):
    return reverse("courses:attendance", args=[session.run_id, session.pk])


def test_all_others_by_one_button(held, client):
    client.force_login(held.barbara)
    sent = {f"person_{held.kilian_in.pk}": "absent", "rest": "present"}
    assert client.post(url(held.session), sent).status_code == 302
    assert noted(held.session) == {"Mina": "present", "Kilian": "absent"}


def test_what_is_not_offered_is_refused_at_the_field(held, client):
    client.force_login(held.barbara)
    answer = client.post(url(held.session), {f"person_{held.mina_in.pk}": "asleep"})
    assert list(answer.context["form"].errors) == [f"person_{held.mina_in.pk}"]
    assert noted(held.session) == {}


def test_strangers_do_not_find_the_list(held, client):
    for person in (held.dieter, held.anton, held.mina, held.konrad):
        client.force_login(person)
        assert client.get(url(held.session)).status_code == 404


def test_being_there_completes_and_a_wrong_tick_is_corrected(held, client):
    """Barbara keeps the list of a day of which the rule asks to attend one session; then corrects it."""
    change_rule(held.run.course, {"all": [{"attended": 1}]}, None, actor=held.barbara)
    client.force_login(held.barbara)
    mina, kilian = (f"person_{one.pk}" for one in (held.mina_in, held.kilian_in))
    client.post(url(held.session), {mina: "present", kilian: "absent"})
    completion = Completion.objects.get()
    assert (completion.enrollment, completion.grade) == (held.mina_in, "attended")
    certificate = Certificate.objects.get()
    checked = certificate.says.sections[-1].text
    assert checked == "Nachweis: Teilnahme festgehalten. Bei den Terminen wurde die Anwesenheit festgehalten."

    page = client.post(url(held.session), {mina: "absent", kilian: "present"}, follow=True).content.decode()
    assert noted(held.session) == {"Mina": "absent", "Kilian": "present"}
    assert "Mina Musterfrau. Was sie nachgewiesen haben, bleibt" in page
    assert [(one.enrollment, one.grade) for one in Completion.objects.order_by("pk")] == [
        (held.mina_in, "attended"), (held.kilian_in, "attended"),
    ]  # fmt: skip
    certificate.refresh_from_db()
    assert certificate.status == "issued"

    page = client.post(url(held.session), {mina: "present", kilian: "present"}, follow=True).content.decode()
    assert "Was sie nachgewiesen haben" not in page
    assert Certificate.objects.count() == 2


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_and_noting_ask_the_same_for_any_number(held, client, count):
    for _ in range(count):
        EnrollmentFactory(person=UserFactory(apprentice_in=held.nuremberg), course=held.run.course, run=held.run)
    client.force_login(held.barbara)
    assert queries_of(client, url(held.session)) == 9
    everybody = list(held.run.enrollments.values_list("pk", flat=True))
    words = iter(["present", "absent"])

    def note():
        note_attendance(held.session, dict.fromkeys(everybody, next(words)), actor=held.barbara)

    assert queries_in(note) == NOTING


NOTING = 8
