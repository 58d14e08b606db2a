"""Calendars of classes: the training office of the city keeps them, everybody on the staff plans around them."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.periods import Period
from tests.factories.exchange import PlacementFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory, SchoolBlockFactory, SchoolCalendarFactory
from tests.queries import queries_of
from training.imports import Entry, Row, Sort
from training.models import SchoolBlock, SchoolCalendar
from training.queries.classes import touched_by
from training.services.classes import add_entries, change_entry, create_class, fingerprint, remove_entry
from training.services.imports import check, copy_year, take_over

NOVEMBER = Period(date(2026, 11, 2), date(2026, 11, 20))
BLOCK = Entry(Sort.BLOCK, NOVEMBER, "Block 1", "school")


@pytest.fixture
def it11(cast):
    """Mina's class in Nürnberg."""
    found = SchoolCalendarFactory(city=cast.nuremberg, name="IT 11")
    cast.mina.apprenticeship.school_calendar = found
    cast.mina.apprenticeship.save()
    return found


@pytest.fixture
def office(cast, client):
    client.force_login(cast.hanna)
    return client


def actions(calendar):
    return [entry.action for entry in journal.entries(calendar)]


# Keeping a class


def test_the_training_office_of_the_city_adds_a_class_and_nobody_else(cast):
    made = create_class(cast.nuremberg, name="IT 12", school="B 2", occupation=None, actor=cast.hanna)
    assert actions(made) == ["training.class.create"]
    for other in (cast.marlene, cast.barbara, cast.konrad):
        with pytest.raises(NotAllowed):
            create_class(cast.nuremberg, name="IT 13", occupation=None, actor=other)


def test_one_name_once_per_city_whatever_its_capitals(cast, it11):
    with pytest.raises(Refused):
        create_class(cast.nuremberg, name="it 11", occupation=None, actor=cast.hanna)
    assert create_class(cast.munich, name="IT 11", occupation=None, actor=cast.marlene).pk


def test_what_somebody_else_changed_in_the_meantime_is_not_overwritten(cast, it11):
    add_entries(it11, [BLOCK], actor=cast.hanna)
    block = it11.blocks.get()
    seen = fingerprint(block)
    values = {"kind": "school", "label": "Block 1", "starts_on": NOVEMBER.start}
    change_entry(block, seen=seen, actor=cast.hanna, ends_on=date(2026, 11, 27), **values)
    with pytest.raises(TooLate, match=r"meantime|Zwischenzeit|inzwischen"):
        change_entry(block, seen=seen, actor=cast.hanna, ends_on=date(2026, 11, 13), **values)
    with pytest.raises(TooLate):
        remove_entry(block, seen=seen, actor=cast.hanna)
    remove_entry(block, seen=fingerprint(it11.blocks.get()), actor=cast.hanna)
    with pytest.raises(TooLate):
        remove_entry(block, seen=seen, actor=cast.hanna)
    assert actions(it11) == [f"training.class.{act}" for act in ("enter", "entry_change", "entry_remove")]


def test_the_same_block_does_not_stand_in_a_calendar_twice(cast, it11):
    add_entries(it11, [BLOCK], actor=cast.hanna)
    with pytest.raises(Refused):
        add_entries(it11, [BLOCK], actor=cast.hanna)
    with pytest.raises(NotAllowed):
        add_entries(it11, [BLOCK], actor=cast.marlene)


# Screens


def test_the_list_begins_with_the_own_city_and_counts_only_its_people(cast, it11, client):
    other = SchoolCalendarFactory(city=cast.augsburg, name="A 1")
    cast.kilian.apprenticeship.school_calendar = other
    cast.kilian.apprenticeship.save()
    SchoolBlockFactory(calendar=it11, starts_on=NOVEMBER.start, ends_on=date(2099, 1, 1))
    client.force_login(cast.barbara)
    rows = client.get(reverse("training:classes")).context["rows"]
    assert [(row.calendar, row.members) for row in rows] == [(it11, 1), (other, None)]
    assert rows[0].next_block.start == NOVEMBER.start
    narrowed = client.get(reverse("training:classes"), {"stadt": "augsburg"}).context["rows"]
    assert [row.calendar for row in narrowed] == [other]


def test_the_list_asks_the_database_as_often_for_one_class_as_for_many(cast, it11, client):
    client.force_login(cast.hanna)
    one = queries_of(client, reverse("training:classes"))
    SchoolCalendarFactory.create_batch(3, city=cast.munich)
    assert queries_of(client, reverse("training:classes")) == one


def test_a_class_page_asks_as_often_for_one_block_as_for_many(cast, it11, office):
    add_entries(it11, [BLOCK], actor=cast.hanna)
    url = f"{it11.get_absolute_url()}?jahr=2026"
    one = queries_of(office, url)
    week = timedelta(weeks=1)
    more = [Entry(Sort.BLOCK, Period(NOVEMBER.start + n * week, NOVEMBER.end + n * week)) for n in range(4, 8)]
    add_entries(it11, more, actor=cast.hanna)
    assert queries_of(office, url) == one


def test_apprentices_see_their_own_class_and_no_other(cast, it11, client):
    client.force_login(cast.mina)
    page = client.get(it11.get_absolute_url())
    assert page.status_code == 200
    assert reverse("training:class_bulk", args=[it11.pk]) not in page.text
    client.force_login(cast.kilian)
    assert client.get(it11.get_absolute_url()).status_code == 404
    assert client.get(reverse("training:classes")).context["rows"] == []


def test_the_year_is_drawn_and_told_as_a_table(cast, it11, office):
    exam = Entry(Sort.EXAM, Period(date(2027, 5, 3), date(2027, 5, 3)), "Abschlussprüfung", "written")
    weekly = Entry(Sort.DAY, Period(date(2026, 9, 14), date(2026, 9, 30)), weekday=1)
    add_entries(it11, [BLOCK, exam, weekly], actor=cast.hanna)
    page = office.get(it11.get_absolute_url(), {"jahr": "2026"})
    sorts = [mark.sort for mark in page.context["picture"].marks]
    assert (sorts.count("block"), sorts.count("exam"), sorts.count("day")) == (1, 1, 3)
    assert "Abschlussprüfung" in page.text
    elsewhere = office.get(it11.get_absolute_url(), {"jahr": "2024"})
    assert elsewhere.context["plan"].is_empty


@pytest.mark.parametrize("year", ["x", "", "²²²²", "99999", "1066"])
def test_a_year_that_is_none_shows_this_one(cast, it11, office, year):
    assert office.get(it11.get_absolute_url(), {"jahr": year}).status_code == 200


def test_a_class_is_added_and_renamed_on_its_pages(cast, it11, office):
    page = office.post(reverse("training:class_create"), {"name": "it 11", "school": "B 2"})
    assert page.context["form"].errors["name"]
    office.post(reverse("training:class_create"), {"name": "IT 12", "school": "B 2"})
    made = SchoolCalendar.objects.get(name="IT 12")
    url = reverse("training:class_change", args=[made.pk])
    seen = fingerprint(made)
    office.post(url, {"name": "IT 12a", "occupation": cast.mina.apprenticeship.occupation_id, "seen": seen})
    made.refresh_from_db()
    assert (made.city, made.name, made.school) == (cast.nuremberg, "IT 12a", "")
    again = office.post(url, {"name": "IT 12b", "seen": seen})
    assert again.context["form"].non_field_errors()
    assert SchoolCalendar.objects.filter(name="IT 12a").exists()


def test_single_times_are_added_changed_and_removed_on_their_pages(cast, it11, office):
    days = {"weekday": ["1", "3"], "starts_on": "2026-09-14", "ends_on": "2027-07-23", "whole_day": "on"}
    office.post(reverse("training:class_entry_add", args=[it11.pk, "schultage"]), days)
    monday, wednesday = it11.days.all()
    assert (monday.weekday, wednesday.weekday, monday.whole_day) == (1, 3, True)
    url = reverse("training:class_entry_change", args=[it11.pk, "schultage", monday.pk])
    seen = fingerprint(monday)
    backwards = office.post(url, {"weekday": "2", "starts_on": "2026-09-15", "ends_on": "2026-09-14", "seen": seen})
    assert backwards.context["form"].errors["ends_on"]
    office.post(url, {"weekday": "2", "starts_on": "2026-09-15", "ends_on": "2027-07-23", "seen": seen})
    monday.refresh_from_db()
    assert (monday.weekday, monday.whole_day) == (2, False)
    url = reverse("training:class_entry_remove", args=[it11.pk, "schultage", monday.pk])
    assert office.post(url, {"seen": seen}).status_code == 409
    office.post(url, {"seen": fingerprint(monday)})
    assert list(it11.days.all()) == [wednesday]


def test_a_stay_that_a_block_would_touch_is_shown_before_anything_is_saved(cast, it11, office, stay_of_mina):
    data = {"kind": "school", "label": "", "starts_on": stay_of_mina.start, "ends_on": stay_of_mina.start}
    url = reverse("training:class_entry_add", args=[it11.pk, "bloecke"])
    asked = office.post(url, data)
    assert "Mina Musterfrau" in asked.text
    assert not it11.blocks.exists()
    office.post(url, data | {"touched": asked.context["touched"].key})
    assert it11.blocks.exists()


@pytest.fixture
def stay_of_mina(cast):
    stay = PlacementFactory(apprentice=cast.mina, home_city=cast.nuremberg, offered=True)
    return stay.period


# Many at once


def test_lines_are_checked_kept_and_saved_together_or_not_at_all(cast, it11, office):
    url = reverse("training:class_bulk", args=[it11.pk])
    bad = "02.11.2026 – 20.11.2026 Block 1\nKW 60 2026\n"
    page = office.post(url, {"kind": "school", "lines": bad, "save": "1"})
    assert bad.strip() in page.text.replace("\r\n", "\n")
    assert [line.verdict for line in page.context["report"].lines] == ["new", "unread"]
    good = {"kind": "theory", "lines": "02.11.2026 – 20.11.2026 Block 1\nKW 2–3 2027"}
    office.post(url, good)
    assert not it11.blocks.exists()  # looked at, not saved
    office.post(url, good | {"save": "1"})
    assert [(block.kind, block.label) for block in it11.blocks.all()] == [("theory", "Block 1"), ("theory", "")]
    assert actions(it11) == ["training.class.enter"]
    again = office.post(url, good | {"save": "1"})
    assert {line.verdict for line in again.context["report"].lines} == {"known"}


def upload(client, data, calendar=None, name="plan.csv"):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("training:class_import"), {"file": file, "klasse": calendar.pk if calendar else ""})


TABLE = "Klasse;Von;Bis;Bezeichnung\nIT 11;02.11.2026;20.11.2026;Höhe\n;07.12.2026;18.12.2026;Block 2\n"


def test_a_table_is_looked_at_first_and_then_taken_over_into_several_classes(cast, it11, office):
    it12 = SchoolCalendarFactory(city=cast.nuremberg, name="IT 12")
    page = upload(office, TABLE.encode("cp1252"), it12)
    assert not SchoolBlock.objects.exists()
    office.post(reverse("training:class_import"), {"kept": page.context["kept"]})
    assert (it11.blocks.get().label, it12.blocks.get().label) == ("Höhe", "Block 2")
    assert actions(it11) == actions(it12) == ["training.class.import"]
    again = upload(office, TABLE.encode("cp1252"), it12)
    assert [line.verdict for line in again.context["report"].lines] == ["known", "known"]


def test_a_weekday_with_another_end_is_told_apart_from_one_that_is_there_already(cast, it11):
    weeks = Period(date(2026, 9, 14), date(2026, 12, 14))
    add_entries(it11, [Entry(Sort.DAY, weeks, weekday=1)], actor=cast.hanna)
    longer = Period(weeks.start, date(2027, 7, 19))
    rows = [Row(1, "", Entry(Sort.DAY, weeks, weekday=1)), Row(2, "", Entry(Sort.DAY, longer, weekday=1))]
    assert [line.verdict for line in check(rows, it11, actor=cast.hanna).lines] == ["known", "clashes"]


def test_classes_that_do_not_exist_are_reported_and_nothing_is_saved(cast, it11, office):
    SchoolCalendarFactory(city=cast.munich, name="M 1")  # not ours
    page = upload(office, TABLE.replace("IT 11", "M 1").encode())
    assert [line.verdict for line in page.context["report"].lines] == ["unknown_class", "no_class"]
    assert office.post(reverse("training:class_import"), {"kept": page.context["kept"]}).status_code == 409
    assert not SchoolBlock.objects.exists()


def test_a_calendar_of_a_school_is_taken_over_without_what_is_broken(cast, it11, office):
    data = (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Block 1\nDTSTART;VALUE=DATE:20261102\nDTEND;VALUE=DATE:20261121\n"
            b"END:VEVENT\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n")  # fmt: skip
    page = upload(office, data, it11, "plan.ics")
    assert [line.verdict for line in page.context["report"].lines] == ["new", "left_out"]
    office.post(reverse("training:class_import"), {"kept": page.context["kept"]})
    assert it11.blocks.get().period == Period(date(2026, 11, 2), date(2026, 11, 20))


@pytest.mark.parametrize("data", [b"x", b"PK\x03\x04", b"BEGIN:VCALENDAR\nBEGIN:VEVENT", b"Von\n\xff", b'Von\n"'])
def test_a_file_that_cannot_be_read_is_answered_with_a_sentence(cast, it11, office, data):
    assert upload(office, data, it11).status_code == 200


def test_what_was_kept_cannot_be_made_up_or_used_by_other_offices(cast, it11, office, client):
    url = reverse("training:class_import")
    assert office.post(url, {"kept": "x:y:z"}).status_code == 302
    kept = upload(office, b"Von\n02.11.2026\n", it11).context["kept"]
    client.force_login(cast.marlene)
    client.post(url, {"kept": kept})
    assert not SchoolBlock.objects.exists()


def test_a_class_of_another_city_is_not_filled_through_its_name(cast, it11):
    assert check([], it11, actor=cast.hanna).lines == []
    named = [Row(1, "", Entry(Sort.BLOCK, NOVEMBER, group="IT 11"))]
    with pytest.raises(Refused):
        take_over(named, None, actor=cast.marlene, action="training.class.import")


# The next school year


def test_a_year_is_copied_with_its_weekdays_and_only_once(cast, it11):
    days = Entry(Sort.DAY, Period(date(2026, 9, 14), date(2027, 7, 19)), weekday=1)
    copied, count = copy_year(it11, [BLOCK, days], it11, actor=cast.hanna)
    assert (copied, count) == (it11, 2)
    assert it11.blocks.get().period == Period(date(2027, 11, 1), date(2027, 11, 19))
    assert it11.days.get().starts_on.isoweekday() == 1
    assert copy_year(it11, [BLOCK], it11, actor=cast.hanna)[1] == 0


def test_the_preview_marks_school_holidays_and_copying_makes_the_new_class(cast, it11, office):
    add_entries(it11, [BLOCK], actor=cast.hanna)
    url = f"{reverse('training:class_copy', args=[it11.pk])}?jahr=2026&name=IT+12"
    page = office.get(url)
    (line,) = page.context["preview"]["lines"]
    assert [free.kind for free in line["free"]] == ["autumn", "repentance"]
    assert SchoolCalendar.objects.count() == 1
    office.post(url)
    made = SchoolCalendar.objects.get(name="IT 12")
    assert made.blocks.get().starts_on == date(2027, 11, 1)
    assert office.get(url).context["form"].errors["name"]


def test_names_of_stays_are_for_those_who_may_see_them(cast, it11, stay_of_mina):
    guest = UserFactory(hr_in=cast.nuremberg)
    ApprenticeshipFactory(city=cast.munich, school_calendar=it11)
    entries = {it11: [Entry(Sort.BLOCK, Period(stay_of_mina.start, stay_of_mina.start), kind="school")]}
    assert touched_by(guest, entries).hidden == 0
    stranger = touched_by(cast.marlene, entries)
    assert (stranger.effects, stranger.hidden) == ([], 1)
