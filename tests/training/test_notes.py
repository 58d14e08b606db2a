"""Weekly notes: written by the apprentice, read by the supervisor, hidden from other cities' offices."""

from datetime import timedelta
from itertools import product

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.core.periods import monday_of
from tests.factories.people import DepartmentFactory
from tests.factories.training import StationFactory, WeeklyNoteFactory
from tests.german import de
from training.models import WeeklyNote
from training.queries.stations import notes_due, notes_to_read, weeks_open
from training.services.notes import confirm_note, return_note, save_note, submit_note
from training.states import NOTE, NoteStatus

WEEK = timedelta(days=7)


@pytest.fixture
def stay(cast):
    """Mina of Nürnberg is a guest at Carla's in München since last week."""
    monday = monday_of(timezone.localdate())
    department = DepartmentFactory(city=cast.munich, name="IT-Referat")
    cast.station = StationFactory(
        running=True, apprentice=cast.mina, department=department, supervisor=cast.carla,
        starts_on=monday - WEEK, ends_on=monday + 3 * WEEK,
    )  # fmt: skip
    cast.last_week, cast.this_week, cast.next_week = monday - WEEK, monday, monday + WEEK
    return cast


def written(stay, **more):
    return save_note(stay.station, stay.last_week, actor=stay.mina, did="Daten geprüft.", **more)


def handed_in(stay):
    return submit_note(written(stay), actor=stay.mina)


def test_a_note_is_saved_improved_and_handed_in(stay):
    first = written(stay)
    second = save_note(stay.station, stay.last_week, actor=stay.mina, did="Daten geprüft.", learned="Genau lesen.")
    submit_note(second, actor=stay.mina)
    assert first.pk == second.pk
    assert WeeklyNote.objects.values_list("did", "learned", "status").get() == (
        "Daten geprüft.",
        "Genau lesen.",
        "submitted",
    )
    assert list(notes_to_read(stay.carla)) == [second]


def test_notes_are_for_weeks_that_have_begun_of_a_station_that_runs(stay):
    today = timezone.localdate()
    assert weeks_open(stay.station, today) == {stay.last_week, stay.this_week}
    with pytest.raises(Refused):
        save_note(stay.station, stay.next_week, actor=stay.mina, did="Vorgriff")
    assert weeks_open(StationFactory(), today) == set()


def test_the_week_is_asked_for_from_thursday_on(stay):
    on = {
        day: [week for _station, week in notes_due(stay.mina, stay.this_week + timedelta(days=day))] for day in (2, 3)
    }
    assert on == {2: [stay.last_week], 3: [stay.last_week, stay.this_week]}
    handed_in(stay)
    assert notes_due(stay.mina, stay.this_week) == []


def test_handed_in_is_handed_in(stay):
    handed_in(stay)
    with pytest.raises(Refused):
        written(stay)


def test_an_empty_note_cannot_be_handed_in(stay):
    empty = save_note(stay.station, stay.last_week, actor=stay.mina, did=" ")
    with pytest.raises(Refused):
        submit_note(empty, actor=stay.mina)


def test_the_supervisor_confirms_with_a_kind_word(stay):
    note = confirm_note(handed_in(stay), actor=stay.carla, comment="Sehr sorgfältig.")
    assert (note.status, note.read_by, note.comment) == ("read", stay.carla, "Sehr sorgfältig.")


def test_a_returned_note_says_what_is_missing_and_can_be_mended(stay):
    note = handed_in(stay)
    with pytest.raises(Refused):
        return_note(note, actor=stay.carla, comment=" ")
    return_note(note, actor=stay.carla, comment="Was war am Freitag?")
    assert (note.status, note.comment) == ("draft", "Was war am Freitag?")
    assert submit_note(written(stay), actor=stay.mina).status == "submitted"


@pytest.mark.parametrize("who", ["mina", "hanna", "marlene", "otto", "konrad"])
def test_nobody_but_supervisor_and_trainer_answers(stay, who):
    with pytest.raises(NotAllowed):
        confirm_note(handed_in(stay), actor=getattr(stay, who))


def test_nobody_writes_for_somebody_else(stay):
    with pytest.raises(NotAllowed):
        save_note(stay.station, stay.last_week, actor=stay.kilian, did="…")


def test_the_office_of_the_host_city_never_sees_a_note(stay, client):
    note = handed_in(stay)
    seen = {}
    for who in ("mina", "carla", "barbara", "hanna", "marlene", "anton", "konrad", "kilian"):
        person = getattr(stay, who)
        client.force_login(person)
        seen[who] = (
            note in WeeklyNote.objects.visible_to(person),
            client.get(note.get_absolute_url()).status_code == 200,
        )
    everything, nothing = (True, True), (False, False)
    assert seen == {
        "mina": everything, "carla": everything, "barbara": everything, "hanna": everything,
        "marlene": nothing, "anton": nothing, "konrad": nothing, "kilian": nothing,
    }  # fmt: skip
    client.force_login(stay.marlene)
    page = client.get(stay.station.get_absolute_url()).content.decode()
    assert de("Weekly notes are read by the supervisor of the week and by the home city only.") in page
    assert "Daten geprüft" not in page


def test_a_draft_is_seen_by_its_author_alone(stay):
    draft = written(stay)
    readers = [
        who
        for who in ("mina", "carla", "barbara", "hanna")
        if draft in WeeklyNote.objects.visible_to(getattr(stay, who))
    ]
    assert readers == ["mina"]


@pytest.mark.parametrize(("status", "name"), list(product(NoteStatus.values, NOTE.steps)))
def test_only_the_steps_in_the_table_are_possible(db, status, name):
    note = WeeklyNoteFactory(status=status)
    if name in NOTE.open_steps(status):
        NOTE.advance(note, name)
        assert note.status == NOTE.steps[name].target
    else:
        with pytest.raises(StepNotAllowed):
            NOTE.advance(note, name)


def test_writing_and_reading_over_the_pages(stay, client):
    client.force_login(stay.mina)
    url = reverse("training:note_write", args=[stay.station.pk, stay.last_week.isoformat()])
    empty = client.post(url, {"did": "", "learned": "Genau lesen.", "submit": "1"}).content.decode()
    assert de("Please write at least one sentence about what you did.") in empty
    assert "Genau lesen." in empty
    draft = client.post(url, {"did": "Daten geprüft.", "draft": "1"}, follow=True).content.decode()
    assert de("Saved. Only you see the draft.") in draft
    client.post(url, {"did": "Daten geprüft.", "learned": "Genau lesen.", "submit": "1"})
    note = WeeklyNote.objects.get()
    assert client.get(url).url == note.get_absolute_url()

    client.force_login(stay.carla)
    assert "Genau lesen." in client.get(note.get_absolute_url()).content.decode()
    asked = client.post(note.get_absolute_url(), {"comment": "", "return": "1"})
    assert de("Please say what is missing, so that the note can be completed.") in asked.content.decode()
    client.post(note.get_absolute_url(), {"comment": "Gut.", "confirm": "1"})
    note.refresh_from_db()
    assert (note.status, note.comment) == ("read", "Gut.")
    assert client.post(note.get_absolute_url(), {"confirm": "1"}).status_code == 409


def test_weeks_that_do_not_exist_are_not_found(stay, client):
    client.force_login(stay.mina)
    for week in ("gestern", "2027-02-31", stay.next_week.isoformat()):
        assert client.get(f"/ausbildung/stationen/{stay.station.pk}/woche/{week}/").status_code == 404
    client.force_login(stay.carla)
    assert client.get(f"/ausbildung/stationen/{stay.station.pk}/woche/{stay.last_week}/").status_code == 404
