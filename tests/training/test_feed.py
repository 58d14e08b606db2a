"""The private calendar address: what stands under it, who gets it, and how fast it ends."""

from datetime import UTC, date, timedelta

import icalendar
import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from lms.core.periods import Period
from tests.courses.running import a_run, a_session
from tests.exchange.stays import a_placement
from tests.factories.courses import EnrollmentFactory
from tests.factories.people import DepartmentFactory
from tests.factories.training import SchoolCalendarFactory, StationFactory
from training.calendar_file import WholeDays, written
from training.models import Absence, CalendarFeed
from training.services.feeds import hash_of, make_address, revoke_address

TODAY = timezone.localdate()
MONDAY = TODAY + timedelta(days=7 - TODAY.weekday())


@pytest.fixture(autouse=True)
def no_limit_yet(settings):
    cache.clear()


@pytest.fixture
def mina(cast):
    """A class with a block and a weekly day, an exam, leave, an illness, a station and a stay."""
    calendar = SchoolCalendarFactory(city=cast.nuremberg, name="VFA 2", school="Berufsschule 4, Nürnberg")
    calendar.blocks.create(starts_on=MONDAY, ends_on=MONDAY + timedelta(days=11), label="Block 2")
    calendar.days.create(weekday=2, starts_on=date(2026, 9, 1), ends_on=date(2027, 7, 31))
    calendar.exams.create(name="Zwischenprüfung; Teil 1, schriftlich", starts_on=MONDAY, ends_on=MONDAY)
    training = cast.mina.apprenticeship
    training.school_calendar = calendar
    training.save()
    for kind, day in (("leave", MONDAY), ("sick", MONDAY + timedelta(days=3))):
        Absence.objects.create(apprentice=cast.mina, kind=kind, starts_on=day, ends_on=day, entered_by=cast.hanna)
    office = DepartmentFactory(city=cast.nuremberg, name="Bürgeramt Mitte")
    StationFactory(apprentice=cast.mina, department=office, supervisor=cast.rita)
    a_placement(cast, accepted=True)
    return cast.mina


def address(secret):
    return reverse("calendar_file", args=[secret])


def read(client, secret):
    return icalendar.Calendar.from_ical(client.get(address(secret)).content)


def titles(calendar):
    return {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}


def test_the_calendar_holds_everything_of_ones_own_and_nobody_else(mina, cast, client):
    calendar = read(client, make_address(mina))
    assert titles(calendar) == {
        "Open data in München (München)", "Station: Bürgeramt Mitte", "Urlaub", "Abwesend", "Berufsschule",
        "Prüfung: Zwischenprüfung; Teil 1, schriftlich", "Block an der Berufsschule: Block 2",
    }  # fmt: skip
    text = client.get(address(make_address(mina))).content.decode()
    assert not [one for one in ("Musterfrau", "Copyvorlage", "Blaupause", "Reserve", "krank") if one in text]


def test_whole_days_end_on_the_day_after_and_weekly_days_repeat_until_their_last(mina, client):
    events = {str(event["SUMMARY"]): event for event in read(client, make_address(mina)).walk("VEVENT")}
    block = events["Block an der Berufsschule: Block 2"]
    assert (block["DTSTART"].dt, block["DTEND"].dt) == (MONDAY, MONDAY + timedelta(days=12))
    weekly = events["Berufsschule"]
    assert weekly["DTSTART"].dt == date(2026, 9, 1)
    assert weekly["RRULE"]["UNTIL"] == [date(2027, 7, 31)]
    assert date(2026, 11, 3) in [one.dt for one in weekly["EXDATE"].dts]


def test_lines_are_those_of_the_standard(mina, client):
    answer = client.get(address(make_address(mina)))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert b"SUMMARY:Pr\xc3\xbcfung: Zwischenpr\xc3\xbcfung\\; Teil 1\\, schriftlich" in answer.content
    assert (lines[0], lines[-2:]) == (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""])


def test_a_long_title_of_many_bytes_is_folded_and_comes_back_whole():
    title = "Ämterübergreifende Straßenraumüberprüfung, " * 9
    days = WholeDays("x-1", title, Period(MONDAY, MONDAY))
    content = written("Wanderjahr", "de", timezone.now(), [days])
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert titles(icalendar.Calendar.from_ical(content)) == {title}


def test_sessions_of_course_runs_come_with_their_time(cast, client):
    run = a_run(cast.nuremberg)
    session = a_session(run)
    EnrollmentFactory(person=cast.mina, course=run.course, run=run)
    [event] = read(client, make_address(cast.mina)).walk("VEVENT")
    assert event["DTSTART"].dt == session.starts_at.astimezone(UTC).replace(microsecond=0)
    assert (str(event["LOCATION"]), str(event["UID"])) == ("Raum 1", f"session-{session.pk}@wanderjahr")


def test_what_has_not_changed_is_not_sent_again(mina, client):
    url = address(make_address(mina))
    first, second = client.get(url), client.get(url)
    assert (first.content, first["ETag"]) == (second.content, second["ETag"])
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get(url, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
    mina.absences.filter(kind="leave").delete()
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_it_speaks_the_language_of_its_owner(mina, client):
    mina.language = "en"
    mina.save()
    assert "Exam: Zwischenprüfung; Teil 1, schriftlich" in titles(read(client, make_address(mina)))


def test_a_place_that_is_not_announced_yet_is_not_in_it(cast, client):
    a_placement(cast, confirmed=True)
    assert titles(read(client, make_address(cast.mina))) == set()


def test_unknown_revoked_and_replaced_addresses_are_the_same_nothing(cast, client):
    replaced, revoked = make_address(cast.mina), make_address(cast.mina)
    revoke_address(cast.mina)
    answers = [client.get(address(secret)) for secret in (replaced, revoked, "never-made")]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, b"")}
    assert {answer["X-Robots-Tag"] for answer in answers} == {"noindex, nofollow"}


def test_an_address_ends_with_the_account(cast, client):
    secret = make_address(cast.mina)
    cast.mina.is_active = False
    cast.mina.save()
    assert client.get(address(secret)).status_code == 404


def test_only_the_hash_is_kept_and_the_secret_is_shown_once(cast, client):
    client.force_login(cast.mina)
    page = client.post(reverse("training:feed_new"))
    secret = page.context["address"].rpartition("/")[2].removesuffix(".ics")
    assert (len(secret), page["Cache-Control"]) == (43, "no-store")
    assert CalendarFeed.objects.get().secret_hash == hash_of(secret)
    assert secret not in client.get(reverse("training:feed")).content.decode()
    client.post(reverse("training:feed_end"))
    assert client.get(address(secret)).status_code == 404


def test_whoever_asks_too_often_waits(cast, client, monkeypatch):
    monkeypatch.setattr("training.views.feed.PER_MINUTE", 2)
    assert [client.get(address("guess")).status_code for _ in range(3)] == [404, 404, 429]


def test_a_full_calendar_costs_what_an_empty_one_costs(mina, client, django_assert_max_num_queries):
    url = address(make_address(mina))
    for day in range(20, 24):
        mina.apprenticeship.school_calendar.blocks.create(
            starts_on=MONDAY + timedelta(days=day), ends_on=MONDAY + timedelta(days=day)
        )
    with django_assert_max_num_queries(17):
        client.get(url)
