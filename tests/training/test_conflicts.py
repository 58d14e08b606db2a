"""Stays of the cast, and what stands against them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lms.core.periods import DAY, Period
from training.conflicts import (
    CityFacts,
    Commitment,
    Finding,
    HostFacts,
    Kind,
    Level,
    PersonFacts,
    RuleBook,
    Setting,
    Stay,
    check,
)

EASTER_MONDAY = date(2027, 3, 29)
PEACE_FESTIVAL = date(2028, 8, 8)  # a Tuesday
ASSUMPTION = date(2028, 8, 15)
NUREMBERG = CityFacts("nuernberg", "Nürnberg", frozenset({EASTER_MONDAY}))
AUGSBURG = CityFacts("augsburg", "Augsburg", frozenset({EASTER_MONDAY, PEACE_FESTIVAL, ASSUMPTION}))
MUNICH = CityFacts("muenchen", "München", frozenset({EASTER_MONDAY, ASSUMPTION}))

SPRING = Stay(Period(date(2027, 4, 5), date(2027, 5, 28)))  # eight weeks
MINA = PersonFacts(
    home=NUREMBERG,
    occupation="VFA-K",
    year=2,
    birth_date=date(2007, 6, 1),
    contract=Period(date(2025, 9, 1), date(2028, 8, 31)),
)
JONAS = PersonFacts(
    home=AUGSBURG,
    occupation="FISI",
    year=1,
    birth_date=date(2009, 4, 20),
    contract=Period(date(2026, 9, 1), date(2029, 8, 31)),
)
INNOLAB = HostFacts(city=MUNICH)


def committed(person, *commitments):
    return replace(person, commitments=commitments)


def codes(findings):
    return [finding.code for finding in findings]


def test_nothing_stands_against_minas_spring_in_munich():
    assert check(SPRING, MINA, INNOLAB) == []


def test_minas_school_block_stops_the_stay_and_a_free_window_is_offered():
    school = Commitment(Kind.SCHOOL, Period(date(2027, 4, 12), date(2027, 4, 23)), "BS 1, VFA 11b")
    assert check(SPRING, committed(MINA, school), INNOLAB) == [
        Finding(
            Level.HARD,
            "school_block",
            (school.period,),
            "§ 15 BBiG",
            {"label": "BS 1, VFA 11b", "working_days": 10},
            fix=Period(date(2027, 4, 26), date(2027, 6, 18)),
        )
    ]


def test_an_agreed_school_block_is_only_mentioned():
    school = Commitment(Kind.SCHOOL, Period(date(2027, 5, 24), date(2027, 6, 4)), "VFA 11b", agreed=True)
    assert check(SPRING, committed(MINA, school), INNOLAB) == [
        Finding(
            Level.INFO,
            "school_block_agreed",
            (Period(date(2027, 5, 24), date(2027, 5, 28)),),
            "§ 15 BBiG",
            {"label": "VFA 11b", "working_days": 5},
        )
    ]


def test_too_much_school_leaves_too_little_of_the_stay():
    four_weeks = Period.of_weeks(date(2027, 4, 5), 4)
    findings = check(SPRING, committed(MINA, Commitment(Kind.SCHOOL, four_weeks)), INNOLAB)
    assert codes(findings) == ["school_block", "low_presence"]
    assert findings[1].facts == {"present": 20, "working_days": 40, "percent": 50, "minimum": 60}


@pytest.mark.parametrize(("weeks_of_school", "warned"), [(3, False), (4, True)])
def test_presence_is_counted_in_working_days_of_the_host(weeks_of_school, warned):
    school = Commitment(Kind.SCHOOL, Period.of_weeks(SPRING.period.start, weeks_of_school), agreed=True)
    assert ("low_presence" in codes(check(SPRING, committed(MINA, school), INNOLAB))) is warned


def test_the_presence_asked_for_can_be_changed():
    leave = Commitment(Kind.LEAVE, Period.of_weeks(SPRING.period.start, 1), agreed=True)
    strict = RuleBook((Setting("muenchen", "low_presence", date(2027, 1, 1), values={"percent": 90}),))
    assert codes(check(SPRING, committed(MINA, leave), INNOLAB, strict)) == ["low_presence", "leave_agreed"]


@pytest.mark.parametrize(
    ("kind", "code", "level", "law"),
    [
        (Kind.STAY, "overlapping_stay", Level.HARD, ""),
        (Kind.STATION, "overlapping_station", Level.HARD, ""),
        (Kind.SCHOOL, "school_block", Level.HARD, "§ 15 BBiG"),
        (Kind.COURSE, "course_block", Level.HARD, "§ 15 BBiG"),
        (Kind.THEORY, "theory_phase", Level.HARD, ""),
        (Kind.EXAM, "exam", Level.HARD, "§ 15 BBiG"),
        (Kind.LEAVE, "leave", Level.WARNING, ""),
        (Kind.OTHER, "other_absence", Level.WARNING, ""),
    ],
)
def test_what_already_takes_minas_time(kind, code, level, law):
    last_day = Period(SPRING.period.end, SPRING.period.end)
    (finding,) = check(SPRING, committed(MINA, Commitment(kind, last_day, "Bürgeramt")), INNOLAB)
    assert (finding.code, finding.level, finding.law, finding.dates) == (code, level, law, (last_day,))
    day_after = Period(last_day.end + DAY, last_day.end + DAY)
    assert code not in codes(check(SPRING, committed(MINA, Commitment(kind, day_after)), INNOLAB))


def test_the_bbig_is_not_cited_to_civil_servants_and_students():
    school = Commitment(Kind.SCHOOL, SPRING.period)
    for regime in ("beamte_qe2", "beamte_qe3", "dual_tvsod"):
        tarik = replace(committed(MINA, school), regime=regime, probation_ends_on=SPRING.period.end)
        assert {finding.law for finding in check(SPRING, tarik, INNOLAB)} == {""}


def test_the_stay_must_end_with_the_contract():
    ending = replace(MINA, contract=Period(date(2025, 9, 1), date(2027, 5, 20)))
    late = Period(date(2027, 5, 21), date(2027, 5, 28))
    facts = {"ends_on": date(2027, 5, 20)}
    assert check(SPRING, ending, INNOLAB) == [Finding(Level.HARD, "contract_ends", (late,), "§ 21 BBiG", facts)]
    assert check(Stay(Period(SPRING.period.start, date(2027, 5, 20))), ending, INNOLAB) == []


def test_the_stay_cannot_begin_before_the_contract():
    coming = replace(MINA, contract=Period(date(2027, 4, 12), date(2030, 4, 11)))
    early = Period(date(2027, 4, 5), date(2027, 4, 11))
    facts, later = {"begins_on": date(2027, 4, 12)}, Period(date(2027, 4, 12), date(2027, 6, 4))
    assert check(SPRING, coming, INNOLAB) == [Finding(Level.HARD, "contract_not_begun", (early,), "", facts, later)]


def test_piet_is_still_in_probation_and_hears_from_when_on_he_can_go():
    piet = replace(MINA, probation_ends_on=date(2027, 4, 30))
    assert check(SPRING, piet, INNOLAB) == [
        Finding(
            Level.WARNING,
            "probation",
            (Period(date(2027, 4, 5), date(2027, 4, 30)),),
            "§ 20 BBiG",
            fix=Period(date(2027, 5, 3), date(2027, 6, 25)),
            sure=False,
        )
    ]
    assert check(SPRING, replace(MINA, probation_ends_on=date(2027, 4, 4)), INNOLAB) == []


def test_jonas_is_seventeen_until_his_birthday_in_the_stay():
    assert check(SPRING, JONAS, INNOLAB) == [
        Finding(
            Level.INFO,
            "minor_at_first",
            (Period(date(2027, 4, 5), date(2027, 4, 19)),),
            "§§ 8, 14–18 JArbSchG",
            {"full_age": 18},
        )
    ]


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(2009, 4, 5), []),  # turns 18 on the first day
        (date(2009, 4, 6), ["minor_at_first"]),
        (date(2009, 5, 28), ["minor_at_first"]),  # turns 18 on the last day
        (date(2009, 5, 29), ["minor"]),
    ],
)
def test_minority_is_reckoned_by_the_day(born, expected):
    assert codes(check(SPRING, replace(JONAS, birth_date=born), INNOLAB)) == expected


def test_who_is_born_on_29_february_comes_of_age_on_1_march():
    leap = replace(JONAS, birth_date=date(2008, 2, 29), contract=Period(date(2025, 9, 1), date(2028, 8, 31)))
    (finding,) = check(Stay(Period(date(2026, 2, 23), date(2026, 3, 13))), leap, INNOLAB)
    assert finding.dates == (Period(date(2026, 2, 23), date(2026, 2, 28)),)


def test_a_host_with_evening_hours_takes_only_adults():
    assert codes(check(SPRING, JONAS, replace(INNOLAB, min_age=18))) == ["too_young", "minor_at_first"]


def test_the_peace_festival_is_free_in_augsburg_only():
    august = Stay(Period(date(2028, 7, 31), date(2028, 8, 25)))
    facts = {"host": "Augsburg", "home": "Nürnberg", "host_slug": "augsburg", "home_slug": "nuernberg"}
    assert check(august, MINA, HostFacts(AUGSBURG)) == [
        Finding(
            Level.INFO,
            "holidays_host_only",
            (Period(PEACE_FESTIVAL, PEACE_FESTIVAL), Period(ASSUMPTION, ASSUMPTION)),
            "",
            facts,
        )
    ]


def test_jonas_works_on_the_peace_festival_when_he_is_in_nuremberg():
    august = Stay(Period(date(2028, 7, 24), date(2028, 8, 11)))
    (finding,) = check(august, JONAS, HostFacts(NUREMBERG))
    assert (finding.code, finding.dates) == ("holidays_home_only", (Period(PEACE_FESTIVAL, PEACE_FESTIVAL),))


def test_a_holiday_of_both_cities_is_named_once_and_not_on_weekends():
    easter = Stay(Period(date(2027, 3, 22), date(2027, 4, 9)))
    assert codes(check(easter, MINA, INNOLAB)) == ["holidays_same"]
    sunday = frozenset({date(2027, 4, 11)})
    quiet = HostFacts(replace(MUNICH, holidays=sunday))
    assert check(SPRING, replace(MINA, home=replace(NUREMBERG, holidays=sunday)), quiet) == []


def test_nobody_is_a_guest_in_the_own_city():
    assert check(SPRING, MINA, HostFacts(NUREMBERG)) == [Finding(Level.HARD, "own_city", facts={"city": "Nürnberg"})]


def test_the_host_admits_occupation_and_year():
    for_it = HostFacts(MUNICH, occupations=frozenset({"FISI", "FIAE"}), years=(3, 3))
    assert check(SPRING, MINA, for_it) == [
        Finding(Level.HARD, "occupation_not_admitted", facts={"occupation": "VFA-K", "admitted": "FIAE, FISI"}),
        Finding(Level.HARD, "year_not_admitted", facts={"year": 2, "first": 3, "last": 3}),
    ]


def test_the_stay_lies_inside_the_time_of_the_offer():
    april = Period(date(2027, 4, 5), date(2027, 4, 30))
    assert check(SPRING, MINA, replace(INNOLAB, window=april)) == [Finding(Level.HARD, "outside_offer", (april,))]


def test_no_way_out_is_suggested_that_the_host_cannot_offer():
    school = Commitment(Kind.SCHOOL, Period(date(2027, 4, 12), date(2027, 4, 23)))
    (finding,) = check(SPRING, committed(MINA, school), replace(INNOLAB, window=SPRING.period))
    assert finding.fix is None


@pytest.mark.parametrize(("days", "warned"), [(90, False), (91, True)])
def test_the_personnel_council_takes_part_in_long_stays(days, warned):
    long_stay = Stay(Period(date(2027, 4, 5), date(2027, 4, 5) + timedelta(days=days - 1)))
    assert ("personnel_council" in codes(check(long_stay, MINA, INNOLAB))) is warned


def test_the_stricter_of_the_two_cities_counts():
    strict = RuleBook((Setting("muenchen", "personnel_council", date(2027, 1, 1), values={"days": 30}),))
    (finding,) = check(SPRING, MINA, INNOLAB, strict)
    assert (finding.law, finding.facts) == ("Art. 75 BayPVG", {"days": 54, "threshold": 30})


def test_the_gravest_comes_first():
    leave = Commitment(Kind.LEAVE, Period(date(2027, 4, 6), date(2027, 4, 7)))
    other = Commitment(Kind.STAY, Period(date(2027, 5, 24), date(2027, 6, 30)))
    findings = check(SPRING, committed(JONAS, leave, other), INNOLAB)
    assert codes(findings) == ["overlapping_stay", "leave", "minor_at_first"]
