"""Calendars of classes as people type them, as spreadsheets and as schools publish them."""

import time
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st

from lms.core.periods import Period
from training.imports import (
    LARGEST,
    MOST_EVENTS,
    Entry,
    Fault,
    Sort,
    Unreadable,
    read_calendar,
    read_lines,
    read_table,
)
from training.imports.recurring import Budget, days_of, rule_of

YEARS = Period(date(2026, 1, 1), date(2029, 12, 31))
THREE_WEEKS = Period(date(2026, 11, 2), date(2026, 11, 20))


def entries(rows):
    return [row.entry for row in rows if row.entry]


def faults(rows):
    return [row.fault for row in rows if row.fault]


def block(start, end, label="", kind="school", group=""):
    return Entry(Sort.BLOCK, Period(date.fromisoformat(start), date.fromisoformat(end)), label, kind, group=group)


def weekly(start, end, weekday, group=""):
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    return Entry(Sort.DAY, period, weekday=weekday, group=group)


# What people type


@pytest.mark.parametrize(("line", "label"), [
    ("02.11.2026 – 20.11.2026 Block 1", "Block 1"),
    ("Block 1\t02.11.2026\t20.11.2026", "Block 1"),
    ("2.11.26;20.11.26;Block 1", "Block 1"),
    ("1. Block: 02.11.-20.11.2026", "1. Block"),
    ("vom 2. November bis 20. November 2026", ""),
    ("2.–20. November 2026", ""),
    ("02.-20.11.2026 Unterricht", "Unterricht"),
    ("Mo 02.11.2026 bis Fr 20.11.2026", ""),
    ("2026-11-02 to 2026-11-20", ""),
    ("2 November 2026 until 20 Nov 2026", ""),
    ("KW 45–47 2026", ""),
    ("KW45-47/2026 Block 1", "Block 1"),
    ("2026: KW 45 bis KW 47", ""),
    ("weeks 45 to 47 2026", ""),
])  # fmt: skip
def test_one_block_a_line_in_many_ways_to_write_it(line, label):
    (row,) = read_lines(line)
    assert row.entry == Entry(Sort.BLOCK, THREE_WEEKS, label, "school")


@pytest.mark.parametrize(("line", "start", "end"), [
    ("KW 52–2 2026", "2026-12-21", "2027-01-15"),
    ("KW 53 2026 – KW 2 2027", "2026-12-28", "2027-01-15"),
    ("20.12. – 08.01.2027", "2026-12-20", "2027-01-08"),
    ("29.02.2028", "2028-02-29", "2028-02-29"),
])  # fmt: skip
def test_blocks_around_the_turn_of_the_year_and_leap_days(line, start, end):
    assert entries(read_lines(line)) == [block(start, end)]


@pytest.mark.parametrize(("line", "fault"), [
    ("Block 1", Fault.NO_DATE),
    ("02.11. – 20.11.", Fault.NO_YEAR),
    ("KW 45–47", Fault.NO_YEAR),
    ("29.02.2027", Fault.NO_SUCH_DAY),
    ("2026-13-01", Fault.NO_SUCH_DAY),
    ("KW 53 2027", Fault.NO_SUCH_WEEK),
    ("KW 0 2027", Fault.NO_SUCH_WEEK),
    ("20.11.2026 – 02.11.2026", Fault.ENDS_BEFORE),
    ("02.11.2026 – 20.11.2027", Fault.TOO_LONG),
    ("02.11.1826 – 20.11.1826", Fault.FAR_AWAY),
    ("02.11.2026, 09.11.2026, 16.11.2026", Fault.MANY_DATES),
])  # fmt: skip
def test_a_line_that_means_nothing_says_why(line, fault):
    (row,) = read_lines(line)
    assert (row.entry, row.fault, row.text) == (None, fault, line)


def test_names_tell_exams_and_courses_and_the_form_the_rest():
    rows = read_lines("3.5.2027 Abschlussprüfung schriftlich\n\nKW 2 2027 Lehrgang BVS\nKW 3 2027 Modul A", "theory")
    assert [(row.number, row.entry.sort, row.entry.kind) for row in rows] == [
        (1, "exam", "written"), (3, "block", "course"), (4, "block", "theory"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" \n\t\n", "empty"), ("x\n" * 201, "many_lines")])
def test_nothing_and_too_much_to_read(text, code):
    with pytest.raises(Unreadable) as unreadable:
        read_lines(text)
    assert unreadable.value.code == code


@given(st.text(alphabet=st.characters() | st.sampled_from(" 0123456789.-–/;\tKWbis\n"), max_size=200))
@example("²²..2026")
@example("KW ٣ 2026")
@example("99.99.9999 – 00.00.0000")
def test_any_text_gives_a_row_for_each_line(text):
    try:
        rows = read_lines(text)
    except Unreadable:
        assert not text.strip()
        return
    assert all((row.entry is None) != (row.fault is None) for row in rows)


# Spreadsheets


TABLE = "Klasse;Von;Bis;Bezeichnung;Schüler\nIT 11;02.11.2026;20.11.2026;Maßnahme Höhe;27\n"
EXPECTED = block("2026-11-02", "2026-11-20", "Maßnahme Höhe", group="IT 11")


@pytest.mark.parametrize("data", [
    TABLE.encode(),
    TABLE.encode("utf-8-sig"),
    TABLE.encode("cp1252"),
    TABLE.replace("\n", "\r\n").encode("latin-1"),
    TABLE.replace(";", ",").encode(),
    TABLE.replace(";", "\t").encode(),
    "Start date,End date,Subject,Class\n2026-11-02,2026-11-20,Maßnahme Höhe,IT 11".encode(),
    '"Beginn";"Ende";"Titel";"Klasse"\n"02.11.2026 08:00";"20.11.2026 16:00";"Maßnahme Höhe";"IT 11"'.encode(),
    "KW;Jahr;Name;Klasse\n45-47;2026;Maßnahme Höhe;IT 11\n;;;\n".encode(),
    "Zeitraum;Name;Klasse\n02.11.–20.11.2026;Maßnahme Höhe;IT 11\n".encode(),
])  # fmt: skip
def test_tables_as_spreadsheets_write_them(data):
    assert entries(read_table(data)) == [EXPECTED]


def test_a_table_holds_weekly_days_and_exams_too():
    rows = read_table(
        "Von;Bis;Art;Wochentag;Name\n14.09.2026;23.07.2027;Schultag;Montag und Mi;\n"
                      "3.5.2027;;Prüfung;;Zwischenprüfung\n14.09.2026;23.07.2027;Schultag;Sonntag;".encode()
    )  # fmt: skip
    assert entries(rows) == [
        weekly("2026-09-14", "2027-07-23", 1),
        weekly("2026-09-14", "2027-07-23", 3),
        Entry(Sort.EXAM, Period(date(2027, 5, 3), date(2027, 5, 3)), "Zwischenprüfung", "other"),
    ]
    assert [(row.number, row.fault) for row in rows if row.fault] == [(4, Fault.NO_WEEKDAY)]


@pytest.mark.parametrize(("data", "code"), [
    (b"", "empty"),
    (b"Name;Ort\nx;y\n", "no_columns"),
    (b"Von;Bis\n;\n", "nothing_below"),
    (b"PK\x03\x04", "no_text"),
    (b'Von;Bis\n"02.11.2026', "torn"),
    (b"Von\n" + b"2.11.2026\n" * 1001, "many_rows"),
    (b"x" * (LARGEST + 1), "large"),
])  # fmt: skip
def test_a_file_that_is_no_table_says_why(data, code):
    with pytest.raises(Unreadable) as unreadable:
        read_table(data)
    assert unreadable.value.code == code


@given(st.binary(max_size=300))
def test_any_bytes_below_a_header_give_a_report(data):
    try:
        rows = read_table(b"Von;Bis;KW;Wochentag;Art\n" + data)
    except Unreadable:
        return
    assert all((row.entry is None) != (row.fault is None) for row in rows)


# Calendars


def calendar(*events):
    inside = "\r\n".join(f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inside}\r\nEND:VCALENDAR\r\n".encode()


def event(start, end="", *more, name="Block 1"):
    return "\r\n".join([f"SUMMARY:{name}", f"DTSTART{start}", *([f"DTEND{end}"] if end else []), *more])


@pytest.mark.parametrize(("start", "end", "first", "last"), [
    (";VALUE=DATE:20261102", ";VALUE=DATE:20261107", "2026-11-02", "2026-11-06"),  # the end is the day after
    (";VALUE=DATE:20261102", "", "2026-11-02", "2026-11-02"),
    (";VALUE=DATE:20261102", ";VALUE=DATE:20261102", "2026-11-02", "2026-11-02"),
    (":20261102T080000", "", "2026-11-02", "2026-11-02"),
    (":20261102T080000", ":20261104T000000", "2026-11-02", "2026-11-03"),
    (":20261101T230000Z", ":20261106T225959Z", "2026-11-02", "2026-11-06"),  # midnight in Bavaria
    (":20260714T220000Z", ":20260715T220000Z", "2026-07-15", "2026-07-15"),  # the same in summer
    (";TZID=America/New_York:20261102T200000", ";TZID=America/New_York:20261102T210000", "2026-11-03", "2026-11-03"),
    (";TZID=W. Europe Standard Time:20261102T000000", "", "2026-11-02", "2026-11-02"),
    (";TZID=Schulzeit:20261102T003000", "", "2026-11-02", "2026-11-02"),  # a zone nobody knows: as it is written
    # nights in which the clocks change
    (";TZID=Europe/Berlin:20261023T080000", ";TZID=Europe/Berlin:20261027T000000", "2026-10-23", "2026-10-26"),
    (";TZID=Europe/Berlin:20270324T000000", ";TZID=Europe/Berlin:20270330T000000", "2027-03-24", "2027-03-29"),
    (";TZID=Europe/Berlin:20270324T023000", ";TZID=Europe/Berlin:20270328T023000", "2027-03-24", "2027-03-28"),
])  # fmt: skip
def test_days_are_counted_in_bavaria_and_ends_are_not_part(start, end, first, last):
    assert entries(read_calendar(calendar(event(start, end)), YEARS)) == [block(first, last, "Block 1")]


def test_a_length_says_the_end_as_well():
    data = calendar(event(";VALUE=DATE:20261102", "", "DURATION:P5D"))
    assert entries(read_calendar(data, YEARS)) == [block("2026-11-02", "2026-11-06", "Block 1")]


def test_weeks_that_follow_each_other_are_one_block_and_other_names_another():
    data = calendar(
        event(";VALUE=DATE:20261102", ";VALUE=DATE:20261107"), event(";VALUE=DATE:20261109", ";VALUE=DATE:20261114"),
        event(";VALUE=DATE:20261116", ";VALUE=DATE:20261121", name="Block 2"),
    )  # fmt: skip
    assert entries(read_calendar(data, YEARS)) == [
        block("2026-11-02", "2026-11-13", "Block 1"), block("2026-11-16", "2026-11-20", "Block 2"),
    ]  # fmt: skip


BERLIN = ";TZID=Europe/Berlin:20260914T080000"


def test_a_day_of_every_week_is_a_weekly_day_and_what_is_left_out_interrupts_it():
    data = calendar(event(BERLIN, ";TZID=Europe/Berlin:20260914T153000", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12",
                          "EXDATE;TZID=Europe/Berlin:20261005T080000,20261007T080000", name="Schultag"))  # fmt: skip
    assert entries(read_calendar(data, YEARS)) == [
        weekly("2026-09-14", "2026-09-28", 1),
        weekly("2026-09-16", "2026-09-30", 3),
        *(block(day, day, "Schultag") for day in ("2026-10-12", "2026-10-14", "2026-10-19", "2026-10-21")),
    ]


def test_every_second_week_is_no_weekly_day():
    data = calendar(event(BERLIN, "", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3"))
    assert [entry.sort for entry in entries(read_calendar(data, YEARS))] == [Sort.BLOCK] * 3


def test_the_lessons_of_a_timetable_are_days_at_school_whatever_is_taught():
    lessons = [
        event(f":2026{month}{day}T{hour}0000", f":2026{month}{day}T{hour + 1}0000", name=name)
        for month, day in (("09", "14"), ("09", "21"), ("09", "28")) for hour, name in ((10, "Deutsch"), (12, "Recht"))
    ]  # fmt: skip
    assert entries(read_calendar(calendar(*lessons), YEARS)) == [weekly("2026-09-14", "2026-09-28", 1)]


def test_days_added_to_a_rule_and_days_moved_elsewhere():
    data = calendar(
        event(BERLIN, "", "UID:a", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2", "RDATE;VALUE=DATE:20261118"),
        event(";TZID=Europe/Berlin:20261002T080000", "", "UID:a", "RECURRENCE-ID;TZID=Europe/Berlin:20260928T080000"),
    )
    days = ["2026-09-14", "2026-10-02", "2026-11-18"]
    assert entries(read_calendar(data, YEARS)) == [block(day, day, "Block 1") for day in days]


def test_a_rule_without_end_ends_where_we_stop_to_look():
    (entry,) = entries(read_calendar(calendar(event(BERLIN, "", "RRULE:FREQ=WEEKLY")), YEARS))
    assert entry == weekly("2026-09-14", "2029-12-31", 1)


@pytest.mark.parametrize(("text", "fault"), [
    (event(";VALUE=DATE:20261102", name="Herbstferien"), Fault.NO_SCHOOL),
    (event(";VALUE=DATE:20261102", "", "STATUS:CANCELLED"), Fault.CANCELED),
    (event(";VALUE=DATE:20201102"), Fault.OUTSIDE),
    (event(";VALUE=DATE:20261107", ";VALUE=DATE:20261109"), Fault.WEEKEND),
    (event(":20261102T080000", ":20261101T080000"), Fault.ENDS_BEFORE),
    (event(";VALUE=DATE:20261102", ";VALUE=DATE:20281102"), Fault.TOO_LONG),
    (event(":2026-11-02"), Fault.NO_SUCH_DAY),
    (event(":00010101T000000Z"), Fault.FAR_AWAY),
    (event(BERLIN, "", "RRULE:FREQ=SECONDLY"), Fault.RULE),
    (event(BERLIN, "", "RRULE:FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO"), Fault.RULE),
    (event(BERLIN, "", "RRULE:FREQ=DAILY;INTERVAL=0"), Fault.RULE),
    ("SUMMARY:x", Fault.NO_START),
])  # fmt: skip
def test_an_event_that_is_left_out_says_why_and_does_not_stop_the_others(text, fault):
    rows = read_calendar(calendar(text, event(";VALUE=DATE:20270301", name="Block 2")), YEARS)
    assert (faults(rows), len(entries(rows))) == ([fault], 1)
    assert all(row.left_out for row in rows if row.fault)


def test_broken_lines_are_named_and_skipped():
    data = calendar(event(";VALUE=DATE:20261102", "", "was ist das", 'ATTENDEE;CN="x:mailto'))
    data = data.replace(b"SUMMARY:Block 1", b"SUMMARY:Blo\r\n ck 1") + b"BEGIN:VEVENT\r\nSUMMARY:Block 9\r\n"
    rows = read_calendar(data, YEARS)
    assert entries(rows) == [block("2026-11-02", "2026-11-02", "Block 1")]
    assert [(row.number, row.text, row.fault) for row in rows if row.fault] == [
        (7, "was ist das", Fault.BROKEN_LINE), (11, "Block 9", Fault.BREAKS_OFF),
    ]  # fmt: skip


def test_a_letter_that_is_cut_in_two_by_a_line_break_is_whole_again():
    data = calendar(event(";VALUE=DATE:20261102", name="Übung")).replace("Ü".encode(), b"\xc3\r\n \x9c")
    assert entries(read_calendar(data, YEARS))[0].label == "Übung"


def test_rules_that_never_end_are_given_up_in_bounded_time():
    impossible = event(":19710101T080000", "", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1")
    begun = time.monotonic()
    rows = read_calendar(calendar(*[impossible] * 100), YEARS)
    assert set(faults(rows)) == {Fault.OUTSIDE, Fault.TOO_OFTEN}
    assert time.monotonic() - begun < 10


def test_too_many_events_are_refused():
    with pytest.raises(Unreadable) as unreadable:
        read_calendar(calendar(*["SUMMARY:x"] * (MOST_EVENTS + 1)), YEARS)
    assert unreadable.value.code == "many_events"


PIECES = st.sampled_from([
    b"BEGIN:VEVENT", b"END:VEVENT", b"BEGIN:VALARM", b"END:VALARM", b"SUMMARY:Block", b"DTSTART;VALUE=DATE:20261102",
    b"DTSTART:20261102T080000Z", b"DTSTART;TZID=x:99991231T235959", b"DTEND:20261102T", b"DTEND;VALUE=DATE:20261102",
    b"DURATION:-P1D", b"DURATION:P1W", b"RRULE:FREQ=WEEKLY", b"RRULE:FREQ=DAILY;COUNT=-1;UNTIL=20270101",
    b"RRULE:FREQ=MONTHLY;BYDAY=5MO,-1FR", b"EXDATE:20261109T080000Z", b"RDATE;VALUE=PERIOD:20261109T080000Z/PT1H",
    b"RECURRENCE-ID:20261102", b"UID:a", b" folded", b"x", b"\x00",
]) | st.binary(max_size=40)  # fmt: skip


@given(st.lists(PIECES, max_size=30))
def test_any_bytes_give_a_report(pieces):
    try:
        rows = read_calendar(b"\r\n".join(pieces), YEARS)
    except Unreadable:
        return
    assert all((row.entry is None) != (row.fault is None) for row in rows)


RULES = st.builds(
    lambda frequency, interval, more: f"FREQ={frequency};INTERVAL={interval}{more}",
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]), st.integers(1, 4),
    st.sampled_from(["", ";COUNT=7", ";UNTIL=20270315", ";BYMONTH=9,3", ";BYMONTHDAY=1,-1,15", ";WKST=SU"]),
) | st.sampled_from([
    "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU", "FREQ=MONTHLY;BYDAY=1MO,-1FR",
    "FREQ=MONTHLY;BYDAY=TU;COUNT=5", "FREQ=YEARLY;COUNT=3", "FREQ=YEARLY;BYMONTH=9;BYDAY=2TU", "FREQ=DAILY;BYDAY=TU,TH",
])  # fmt: skip


@given(RULES, st.dates(date(2026, 1, 1), date(2027, 6, 1)))
def test_recurring_days_are_those_that_dateutil_counts(text, first):
    if "MONTHDAY" in text and "WEEKLY" in text:
        return  # RFC 5545 forbids it
    rule = rrulestr(text, dtstart=datetime(first.year, first.month, first.day))
    expected = [day.date() for day in rule.between(datetime(2026, 1, 1), datetime(2028, 1, 1), inc=True)]
    parts = {name: values.split(",") for name, values in (part.split("=") for part in text.split(";"))}
    until = date(2027, 3, 15) if "UNTIL" in parts else None
    within = Period(date(2026, 1, 1), date(2028, 1, 1))
    assert list(days_of(rule_of(parts), first, until, within, Budget())) == expected


def test_thousands_of_events_take_seconds():
    first = date(2026, 9, 14)
    days = [first + timedelta(days=offset) for offset in range(1000)]
    data = calendar(*[event(f";VALUE=DATE:{day:%Y%m%d}") for day in days])
    begun = time.monotonic()
    assert len(entries(read_calendar(data, YEARS))) == 1
    assert time.monotonic() - begun < 10
