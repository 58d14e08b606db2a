"""What holds for any person, host and time: ways out are ways out, order does not matter, yes means yes."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.periods import DAY, Period, next_monday
from tests.training.test_conflicts import AUGSBURG, INNOLAB, MINA, MUNICH, NUREMBERG, SPRING, committed
from training.conflicts import (
    RULES,
    CityFacts,
    Commitment,
    HostFacts,
    Kind,
    Level,
    NamedDays,
    PersonFacts,
    Prepared,
    RuleBook,
    Setting,
    Stay,
    WeeklyDay,
    WorkingDay,
    check,
    feasible,
    next_windows,
)
from training.conflicts.obstacles import ABSENCES
from training.conflicts.rules import OFF
from training.holidays import public_holidays

FIRST, LAST = date(2027, 1, 1), date(2029, 12, 31)  # a leap day in between, six changes of the clocks
THREE_YEARS = Period(FIRST, LAST)
UNAVOIDABLE = {"personnel_council"}


def with_holidays(city):
    vacation = (NamedDays("Sommerferien", Period(date(2028, 7, 31), date(2028, 9, 11))),)
    meeting = (NamedDays("Jugendversammlung", Period(date(2028, 3, 9), date(2028, 3, 9)), "jav"),)
    days = frozenset(public_holidays(city.slug, THREE_YEARS))
    return CityFacts(city.slug, city.name, days, meeting, vacation)


CITIES = [with_holidays(city) for city in (AUGSBURG, MUNICH, NUREMBERG)]


def periods(longest):
    return st.builds(
        lambda first, days: Period(first, first + days * DAY),
        st.dates(FIRST, LAST - longest * DAY),
        st.integers(0, longest - 1),
    )


commitments = st.builds(
    Commitment,
    st.sampled_from(list(Kind)),
    periods(40),
    st.sampled_from(["", "VFA 11b"]),
    st.booleans(),
    st.booleans(),
)
several = st.lists(commitments, max_size=5).map(tuple)
weekly_days = st.lists(st.builds(WeeklyDay, st.integers(1, 5), periods(300), st.booleans()), max_size=2).map(tuple)
hours = st.lists(
    st.builds(
        WorkingDay,
        st.integers(1, 7),
        st.sampled_from([time(5, 30), time(6), time(8)]),
        st.sampled_from([time(12), time(16), time(16, 30), time(20), time(20, 30)]),
        st.sampled_from([0, 30, 60]),
    ),
    max_size=6,
    unique_by=lambda day: day.weekday,
).map(tuple)
people = st.builds(
    PersonFacts,
    home=st.sampled_from(CITIES),
    occupation=st.sampled_from(["VFA-K", "FISI"]),
    year=st.integers(1, 3),
    birth_date=st.dates(date(2008, 1, 1), date(2012, 12, 31)),
    contract=st.sampled_from([THREE_YEARS, Period(date(2027, 9, 1), date(2030, 8, 31))]),
    regime=st.sampled_from(["bbig", "beamte_qe2"]),
    probation_ends_on=st.none() | st.dates(FIRST, LAST),
    medical_checked_on=st.none() | st.dates(date(2026, 1, 1), LAST),
    consent=st.sampled_from([None, True, True, False]),
    commitments=several,
    weekly_days=weekly_days,
    years=st.none() | st.integers(2, 3),
)
hosts = st.builds(
    HostFacts,
    city=st.sampled_from(CITIES),
    occupations=st.sampled_from([None, None, frozenset({"FISI"})]),
    years=st.sampled_from([None, (1, 3), (2, 2)]),
    min_age=st.sampled_from([0, 0, 18]),
    window=st.none() | periods(700),
    seats_free=st.sampled_from([None, 0, 2, 2]),
    trainer_suitable=st.sampled_from([None, True, True, False]),
    guests=st.lists(periods(90), max_size=3).map(tuple),
    hours=hours,
    holiday_work=st.sampled_from([None, None, True]),
)
books = st.sampled_from(
    [
        RuleBook(),
        RuleBook((Setting("muenchen", "minor_weekend", date(2028, 3, 1), level="warning"),)),
        RuleBook(
            (
                Setting("augsburg", "probation", date(2028, 1, 1), level="off"),
                Setting("augsburg", "low_presence", date(2028, 1, 1), values={"percent": 90}),
                Setting("nuernberg", "exam_soon", date(2027, 5, 5), values={"weeks": 2}),
            )
        ),
    ]
)


def hard(findings):
    return [finding for finding in findings if finding.level == Level.HARD]


def avoidable(findings):
    return [one for one in findings if one.level == Level.WARNING and one.code not in UNAVOIDABLE]


@given(people, hosts, books, periods(400), st.integers(1, 12))
def test_the_windows_are_those_that_checking_every_monday_finds(person, host, book, within, weeks):
    clean, others = [], []
    monday = next_monday(within.start)
    while within.contains(window := Period(monday, monday + timedelta(weeks=weeks, days=-3))):
        found = check(Stay(window), person, host, book)
        if not hard(found):
            (others if avoidable(found) else clean).append(window)
        monday += timedelta(weeks=1)
    assert next_windows(person, weeks, within, host, book) == [*clean, *others][:3]


@given(people, hosts, books, periods(90))
def test_moving_to_what_is_proposed_leaves_nothing_hard(person, host, book, period):
    for finding in check(Stay(period), person, host, book):
        if finding.fix is not None:
            moved = check(Stay(finding.fix), person, host, book)
            assert not hard(moved)
            if finding.level == Level.WARNING:
                assert not avoidable(moved)
            assert finding.fix.weeks == period.weeks


@given(people, hosts, books, periods(90))
def test_feasible_means_that_nothing_hard_is_found(person, host, book, period):
    expected = not hard(check(Stay(period), person, host, book))
    assert feasible(person, period, host, book) is expected
    assert Prepared(person, THREE_YEARS, book).feasible(period, host) is expected
    inside = Period(period.start, period.start + (period.days // 2) * DAY)
    assert Prepared(person, inside, book).feasible(period, host) is expected


@given(people, hosts, commitments, periods(90))
def test_planning_and_what_comes_later_find_the_same(person, host, commitment, period):
    """A stay planned after the block was entered, or the block entered after the stay was planned."""
    entered_first = replace(person, commitments=(commitment, *person.commitments))
    entered_later = replace(person, commitments=(*person.commitments, commitment))
    assert check(Stay(period), entered_first, host) == check(Stay(period), entered_later, host)


def said(findings):
    """Without the way out, which may change or vanish, and the counts of days at the host, which may only shrink."""
    return {(one.level, one.code, one.dates, one.law, one.facts.get("label")) for one in findings}


@given(people, hosts, commitments.filter(lambda one: one.kind in ABSENCES), periods(90))
def test_an_absence_more_takes_no_finding_away(person, host, absence, period):
    more = replace(person, commitments=(*person.commitments, absence))
    assert said(check(Stay(period), person, host)) <= said(check(Stay(period), more, host))


@given(people, hosts, periods(90), st.randoms())
def test_the_order_in_which_things_were_entered_does_not_matter(person, host, period, chance):
    def mixed(things):
        return tuple(chance.sample(things + things, 2 * len(things)))  # each told twice, too

    other = replace(person, commitments=mixed(person.commitments), weekly_days=mixed(person.weekly_days))
    city = replace(host.city, holidays=sorted(host.city.holidays, reverse=True), days=mixed(host.city.days))
    there = replace(host, city=city, hours=tuple(reversed(host.hours)), guests=tuple(reversed(host.guests)))
    assert check(Stay(period), person, host) == check(Stay(period), other, there)


@given(people, hosts, periods(90))
def test_a_city_that_switches_everything_off_takes_no_hard_finding_away(person, host, period):
    wrong = {"minutes": 9999, "longest": 9999, "earliest": 0, "latest": 24, "days": 7}
    off = tuple(
        Setting(city.slug, code, date(2020, 1, 1), level=OFF, values=wrong) for city in CITIES for code in RULES
    )
    without_choice = {code for code, rule in RULES.items() if rule.level == Level.HARD and not rule.levels}
    expected = {one.code for one in hard(check(Stay(period), person, host)) if one.code in without_choice}
    assert expected <= {one.code for one in hard(check(Stay(period), person, host, RuleBook(off)))}


def test_every_week_of_three_years_has_its_five_days():
    """Leap day, turns of the year and nights in which the clocks change: each Monday begins a window, none twice."""
    person = replace(MINA, contract=THREE_YEARS, birth_date=date(2000, 2, 29))
    found = next_windows(person, 3, THREE_YEARS, INNOLAB, limit=1000)
    assert [window.start for window in found] == [day for day in THREE_YEARS if day.weekday() == 0][:-3]
    assert {window.days for window in found} == {19}
    assert Period(date(2028, 2, 14), date(2028, 3, 3)) in found  # with the leap day


def test_a_day_around_the_leap_day_and_the_nights_of_the_clocks():
    for day in (date(2028, 2, 29), date(2028, 3, 26), date(2027, 10, 31)):
        stay = Stay(Period(day - 20 * DAY, day))
        for on, hit in ((day, True), (day + DAY, False)):
            person = committed(MINA, Commitment(Kind.SCHOOL, Period(on, on)))
            assert bool(hard(check(stay, person, INNOLAB))) is hit


@pytest.mark.parametrize("weeks", [0, -1, 5000])
def test_there_is_no_window_of_a_length_that_cannot_be(weeks):
    assert next_windows(MINA, weeks, SPRING.period, INNOLAB) == []
    assert next_windows(MINA, 2, Period(date(2040, 1, 1), date(2041, 1, 1)), INNOLAB) == []


def test_only_rules_that_feasibility_asks_may_be_hard():
    never = {"exam_soon", "second_stay", "weekly_school", "probation", "supervisor_busy", "low_presence"}
    never |= {"short_presence", "personnel_council", "holidays", "school_holidays", "city_day"}
    assert all(RULES[code].level != Level.HARD and Level.HARD not in RULES[code].levels for code in never)


def test_the_end_of_the_calendar_is_an_answer_too():
    last = Period(date(9999, 11, 1), date.max)
    endless = replace(MINA, contract=Period(MINA.contract.start, date.max), probation_ends_on=date.max)
    found = check(Stay(last), committed(endless, Commitment(Kind.SCHOOL, last)), INNOLAB)
    assert {finding.fix for finding in found} == {None}
