"""Each rule on paper: it fires, it just does not fire, and the day on which it changes."""
# ruff: noqa: E501 - one case a line

from dataclasses import dataclass, replace
from datetime import date, time

import pytest

from lms.core.periods import DAY, Period
from tests.training.test_conflicts import AUGSBURG, INNOLAB, JONAS, MINA, MUNICH, NUREMBERG
from training.conflicts import (
    DEFAULT_BOOK,
    RULES,
    Commitment,
    HostFacts,
    Kind,
    Level,
    NamedDays,
    PersonFacts,
    RuleBook,
    Setting,
    Stay,
    WeeklyDay,
    WorkingDay,
    check,
)
from training.conflicts.obstacles import COMMITMENT_RULES


def span(text):
    """ "2027-04-05/2027-05-28", or one day."""
    first, _, last = text.partition("/")
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


SPRING = "2027-04-05/2027-05-28"  # eight weeks
SUMMER = "2027-07-05/2027-08-27"
AUTUMN = "2027-09-06/2027-10-29"
MARTINMAS = "2027-11-08/2027-12-31"
TARIK = replace(MINA, home=MUNICH, occupation="VW-QE2", regime="beamte_qe2")  # civil servants: no BBiG
AT_HOME = replace(AUGSBURG, holidays=frozenset())
YOUNG = replace(JONAS, home=AT_HOME, birth_date=date(2010, 1, 1), contract=span("2026-09-01/2029-08-31"))
QUIET = replace(MUNICH, holidays=frozenset())
OFFICE = HostFacts(QUIET)


def with_time(person, *commitments):
    return replace(person, home=replace(person.home, holidays=frozenset()), commitments=commitments)


def busy(kind, text, person=MINA, **more):
    return with_time(person, Commitment(kind, span(text), **more))


def exam(text, person=MINA, **more):
    return busy(Kind.EXAM, text, person, **more)


def written(text, person=MINA, **more):
    return exam(text, person, written=True, **more)


def on(weekday, text="2027-01-01/2027-12-31", **more):
    day = WeeklyDay(weekday, span(text), **more)
    return replace(with_time(MINA), weekly_days=(day,))


def week(start, end, pause=0, *, days=range(1, 6), **others):
    """The same hours on each of these days; others by name: fri=("8:00", "12:00", 0)."""
    hours = dict.fromkeys(days, (start, end, pause))
    hours |= {["mon", "tue", "wed", "thu", "fri", "sat", "sun"].index(name) + 1: told for name, told in others.items()}
    return replace(OFFICE, hours=tuple(WorkingDay(day, *clock(told)) for day, told in sorted(hours.items())))


def clock(told):
    start, end, pause = told
    return time.fromisoformat(start.zfill(5)), time.fromisoformat(end.zfill(5)), pause


def host(**facts):
    return replace(OFFICE, **facts)


def closed_on(day, **facts):
    return host(city=replace(MUNICH, holidays={date.fromisoformat(day)}), **facts)


def host_with(**named):
    return host(city=replace(QUIET, **{kind: (NamedDays(name, span(days)),) for kind, (name, days) in named.items()}))


@dataclass(frozen=True)
class Row:
    name: str
    law: str
    person: PersonFacts
    at: HostFacts = OFFICE
    stay: str = SPRING
    found: dict = None
    book: RuleBook = DEFAULT_BOOK


OURS = ""  # no law: a rule of the three cities, or of the host
BBIG_15, YOUTH_8 = "§ 15 BBiG", "§ 8 JArbSchG"
ADULT_FROM_19_APRIL = replace(YOUNG, birth_date=date(2009, 4, 19))
MONDAYS_IN_SPRING = "2027-04-05/2027-05-24"
ALL_SPRING = {"minor": SPRING}
SET = date(2027, 1, 1)

TABLE = [
    # School, courses and theory
    Row("a block begins on the last day", BBIG_15, busy(Kind.SCHOOL, "2027-05-28/2027-06-11"), found={"school_block": "2027-05-28"}),
    Row("a block begins the day after", BBIG_15, busy(Kind.SCHOOL, "2027-05-29/2027-06-11"), found={}),
    Row("a block ends on the first day", BBIG_15, busy(Kind.SCHOOL, "2027-03-22/2027-04-05"), found={"school_block": "2027-04-05"}),
    Row("a block ends the day before", BBIG_15, busy(Kind.SCHOOL, "2027-03-22/2027-04-04"), found={}),
    Row("a block both cities agreed to", BBIG_15, busy(Kind.SCHOOL, "2027-04-12/2027-04-23", agreed=True), found={"school_block_agreed": "2027-04-12/2027-04-23"}),
    Row("a BVS course of two weeks", BBIG_15, busy(Kind.COURSE, "2027-05-17/2027-05-28"), found={"course_block": "2027-05-17/2027-05-28"}),
    Row("a BVS course the week before", BBIG_15, busy(Kind.COURSE, "2027-03-29/2027-04-02"), found={}),
    Row("QE2: theory begins on 24 May", "FachV-nVD", busy(Kind.THEORY, "2027-05-24/2027-07-30", TARIK), host(city=AUGSBURG), found={"theory_phase": "2027-05-24/2027-05-28"}),
    Row("QE3: a practical phase from May to August", "FachV-nVD", busy(Kind.THEORY, "2027-09-01/2028-04-30", replace(TARIK, regime="beamte_qe3")), host(city=AUGSBURG), "2027-05-03/2027-06-25", found={}),
    Row("a student's theory is not under the FachV", OURS, busy(Kind.THEORY, "2027-04-05/2027-04-09", replace(MINA, regime="dual_tvsod")), found={"theory_phase": "2027-04-05/2027-04-09"}),
    Row("school on Mondays", BBIG_15, on(1), found={"weekly_school": MONDAYS_IN_SPRING}),
    Row("school on Mondays until the week before", BBIG_15, on(1, "2027-01-01/2027-04-04"), found={}),
    Row("one school day, the last Friday", BBIG_15, on(5, "2027-05-28/2027-07-30"), found={"weekly_school": "2027-05-28"}),
    Row("no school on Mondays in the holidays", BBIG_15, replace(on(1), home=replace(AT_HOME, school_holidays=(NamedDays("Ferien", span(SPRING)),))), found={"school_holidays": SPRING}),
    # Examinations
    Row("an exam on the last day", BBIG_15, exam("2027-05-28"), found={"exam": "2027-05-28"}),
    Row("an exam on the first day", BBIG_15, exam("2027-04-05"), found={"exam": "2027-04-05"}),
    Row("an exam the day before the stay", BBIG_15, exam("2027-04-04"), found={}),
    Row("an exam both cities agreed to", BBIG_15, exam("2027-04-14", agreed=True), found={"exam_agreed": "2027-04-14"}),
    Row("written final on Saturday, Friday is free", BBIG_15, written("2027-05-29"), found={"day_before_exam": "2027-05-28", "exam_soon": "2027-05-29"}),
    Row("written final on Monday: two readings", BBIG_15, written("2027-05-31"), found={"weekend_before_exam": "2027-05-28", "exam_soon": "2027-05-31"}),
    Row("written final on Tuesday after the stay", BBIG_15, written("2027-06-01"), found={"exam_soon": "2027-06-01"}),
    Row("an oral final on Saturday", BBIG_15, exam("2027-05-29"), found={"exam_soon": "2027-05-29"}),
    Row("written final in the stay, on a Wednesday", BBIG_15, written("2027-04-14"), found={"exam": "2027-04-14", "day_before_exam": "2027-04-13"}),
    Row("a holiday of the host lies before the exam", BBIG_15, written("2027-05-28"), closed_on("2027-05-27"), found={"exam": "2027-05-28", "weekend_before_exam": "2027-05-26", "holidays_host_only": "2027-05-27"}),
    Row("written final agreed: its eve is free, too", BBIG_15, written("2027-04-14", agreed=True), found={"exam_agreed": "2027-04-14", "day_before_exam_agreed": "2027-04-13"}),
    Row("the BBiG frees no civil servant's eve", OURS, written("2027-05-29", TARIK), host(city=AUGSBURG), found={"exam_soon": "2027-05-29"}),
    Row("an exam eight weeks after the stay", OURS, exam("2027-07-23"), found={"exam_soon": "2027-07-23"}),
    Row("an exam eight weeks and a day after", OURS, exam("2027-07-24"), found={}),
    Row("München waits only four weeks, Nürnberg eight", OURS, exam("2027-07-01"), found={"exam_soon": "2027-07-01"}, book=RuleBook((Setting("muenchen", "exam_soon", SET, values={"weeks": 4}),))),
    Row("both wait only four weeks", OURS, exam("2027-07-01"), found={}, book=RuleBook(tuple(Setting(city, "exam_soon", SET, values={"weeks": 4}) for city in ("muenchen", "nuernberg")))),
    # Other stays, stations, leave
    Row("another stay begins on the last day", OURS, busy(Kind.STAY, "2027-05-28/2027-06-30"), found={"overlapping_stay": "2027-05-28"}),
    Row("another stay the next day, same year", OURS, busy(Kind.STAY, "2027-05-29/2027-06-30"), found={"second_stay": "2027-05-29/2027-06-30"}),
    Row("another stay on 31 December of the year", OURS, busy(Kind.STAY, "2027-12-31"), found={"second_stay": "2027-12-31"}),
    Row("another stay on 1 January after it", OURS, busy(Kind.STAY, "2028-01-01/2028-02-28"), found={}),
    Row("a station ends on the first day", OURS, busy(Kind.STATION, "2027-01-04/2027-04-05"), found={"overlapping_station": "2027-04-05"}),
    Row("a station ends the day before", OURS, busy(Kind.STATION, "2027-01-04/2027-04-04"), found={}),
    Row("leave on one day", OURS, busy(Kind.LEAVE, "2027-04-06"), found={"leave": "2027-04-06"}),
    Row("leave the day after", OURS, busy(Kind.LEAVE, "2027-05-29/2027-06-11"), found={}),
    Row("another absence on the last day", OURS, busy(Kind.OTHER, "2027-05-28"), found={"other_absence": "2027-05-28"}),
    Row("another absence the day after", OURS, busy(Kind.OTHER, "2027-05-29"), found={}),
    # How much is left
    Row("sixty percent: 24 of 40 days", OURS, busy(Kind.SCHOOL, "2027-04-05/2027-04-26", agreed=True), found={"school_block_agreed": "2027-04-05/2027-04-26"}),
    Row("less than sixty: 23 of 40 days", OURS, busy(Kind.SCHOOL, "2027-04-05/2027-04-27", agreed=True), found={"low_presence": SPRING, "school_block_agreed": "2027-04-05/2027-04-27"}),
    Row("three whole weeks are enough", OURS, with_time(MINA), stay="2027-04-05/2027-04-23", found={}),
    Row("a day less than three weeks", OURS, with_time(MINA), stay="2027-04-05/2027-04-22", found={"short_presence": "2027-04-05/2027-04-22"}),
    Row("three weeks with a public holiday in them", OURS, with_time(MINA), closed_on("2027-04-12"), "2027-04-05/2027-04-23", found={"holidays_host_only": "2027-04-12"}),
    Row("three weeks with one day of leave", OURS, busy(Kind.LEAVE, "2027-04-12", agreed=True), stay="2027-04-05/2027-04-23", found={"short_presence": "2027-04-05/2027-04-23", "leave_agreed": "2027-04-12"}),
    # The training
    Row("the contract ends with the stay", "§ 21 BBiG", replace(with_time(MINA), contract=span("2025-09-01/2027-05-28")), found={}),
    Row("the contract ends the day before", "§ 21 BBiG", replace(with_time(MINA), contract=span("2025-09-01/2027-05-27")), found={"contract_ends": "2027-05-28"}),
    Row("the contract ended before the stay", "§ 21 BBiG", replace(with_time(MINA), contract=span("2024-09-01/2027-03-31")), found={"contract_ends": SPRING}),
    Row("the contract begins with the stay", OURS, replace(with_time(MINA), contract=span("2027-04-05/2030-04-04")), found={}),
    Row("the contract begins the day after", OURS, replace(with_time(MINA), contract=span("2027-04-06/2030-04-05")), found={"contract_not_begun": "2027-04-05"}),
    Row("probation ends on the first day", "§ 20 BBiG", replace(with_time(MINA), probation_ends_on=date(2027, 4, 5)), found={"probation": "2027-04-05"}),
    Row("probation ends the day before", "§ 20 BBiG", replace(with_time(MINA), probation_ends_on=date(2027, 4, 4)), found={}),
    Row("ninety days", "Art. 75 BayPVG", with_time(MINA), stay="2027-04-05/2027-07-03", found={}),
    Row("ninety-one days", "Art. 75 BayPVG", with_time(MINA), stay="2027-04-05/2027-07-04", found={"personnel_council": "2027-04-05/2027-07-04"}),
    # Who may come
    Row("the own city", OURS, with_time(MINA), host(city=replace(NUREMBERG, holidays=())), found={"own_city": None}),
    Row("an occupation the place is not for", OURS, with_time(MINA), host(occupations=frozenset({"FISI"})), found={"occupation_not_admitted": None}),
    Row("an occupation among others", OURS, with_time(MINA), host(occupations=frozenset({"FISI", "VFA-K"})), found={}),
    Row("still in the second year on 31 August", OURS, replace(with_time(MINA), years=3), host(years=(3, 3)), "2027-08-31/2027-10-01", found={"year_not_admitted": None}),
    Row("in the third year on 1 September", OURS, replace(with_time(MINA), years=3), host(years=(3, 3)), "2027-09-01/2027-10-01", found={}),
    Row("eighteen on the first day", OURS, replace(with_time(MINA), birth_date=date(2009, 4, 5)), host(min_age=18), found={}),
    Row("eighteen on the second day", OURS, replace(with_time(MINA), birth_date=date(2009, 4, 6)), host(min_age=18), found={"too_young": None, "minor_at_first": "2027-04-05"}),
    Row("the offer ends with the stay", OURS, with_time(MINA), host(window=span(SPRING)), found={}),
    Row("the offer ends the day before", OURS, with_time(MINA), host(window=span("2027-04-05/2027-05-27")), found={"outside_offer": "2027-04-05/2027-05-27"}),
    Row("no seat left", OURS, with_time(MINA), host(seats_free=0), found={"offer_full": None}),
    Row("the last seat", OURS, with_time(MINA), host(seats_free=1), found={}),
    Row("consent refused or withdrawn", "Art. 108 BayBG", replace(with_time(MINA), consent=False), found={"consent_missing": None}),
    Row("nobody asked for consent yet", "Art. 108 BayBG", replace(with_time(MINA), consent=None), found={}),
    Row("no suitable trainer", "§§ 28, 30 BBiG", with_time(MINA), host(trainer_suitable=False), found={"trainer_unsuitable": None}),
    Row("nobody knows about the trainer", "§§ 28, 30 BBiG", with_time(MINA), host(trainer_suitable=None), found={}),
    Row("civil servants need no trainer under the BBiG", OURS, with_time(TARIK), host(city=replace(AUGSBURG, holidays=()), trainer_suitable=False), found={}),
    Row("two guests on the last day", OURS, with_time(MINA), host(guests=(span("2027-05-28/2027-06-30"), span("2027-01-04/2027-05-28"))), found={"supervisor_busy": "2027-05-28"}),
    Row("two guests, one after the other", OURS, with_time(MINA), host(guests=(span("2027-05-03/2027-06-30"), span("2027-01-04/2027-05-02"))), found={}),
    # Under 18
    Row("forty hours, eight a day", YOUTH_8, YOUNG, week("8:00", "17:00", 60), found=ALL_SPRING),
    Row("a quarter of an hour more on Tuesdays", YOUTH_8, YOUNG, week("8:00", "17:00", 60, tue=("8:00", "17:15", 60)), found=ALL_SPRING | {"minor_hours_day": "2027-04-06/2027-05-25", "minor_hours_week": SPRING}),
    Row("eight and a half hours, Friday is short", YOUTH_8, YOUNG, week("7:30", "17:00", 60, fri=("8:00", "12:00", 0)), found=ALL_SPRING),
    Row("more than eight and a half, Friday is short", YOUTH_8, YOUNG, week("7:30", "17:01", 60, days=range(1, 5), fri=("8:00", "12:00", 0)), found=ALL_SPRING | {"minor_hours_day": "2027-04-05/2027-05-27"}),
    Row("adults may work long days", YOUTH_8, with_time(MINA), week("7:00", "18:00", 30), found={}),
    Row("long Mondays until the birthday", YOUTH_8, ADULT_FROM_19_APRIL, week("8:00", "16:00", 60, mon=("7:30", "17:30", 60)), found={"minor_at_first": "2027-04-05/2027-04-18", "minor_hours_day": "2027-04-05/2027-04-12"}),
    Row("on the eighteenth birthday nothing of it", YOUTH_8, replace(ADULT_FROM_19_APRIL, birth_date=date(2009, 4, 5)), week("7:00", "18:00", 30), found={}),
    Row("a break of 45 minutes in a long day", "§ 11 JArbSchG", YOUNG, week("8:00", "15:30", 45), found=ALL_SPRING | {"minor_breaks": SPRING}),
    Row("half an hour in six hours", "§ 11 JArbSchG", YOUNG, week("8:00", "14:30", 30), found=ALL_SPRING),
    Row("no break in four and a half hours", "§ 11 JArbSchG", YOUNG, week("8:00", "12:30"), found=ALL_SPRING),
    Row("no break in a minute more", "§ 11 JArbSchG", YOUNG, week("8:00", "12:31"), found=ALL_SPRING | {"minor_breaks": SPRING}),
    Row("ten hours from coming to going", "§ 12 JArbSchG", YOUNG, week("8:00", "18:00", 180), found=ALL_SPRING),
    Row("a minute more than ten hours", "§ 12 JArbSchG", YOUNG, week("8:00", "18:01", 180), found=ALL_SPRING | {"minor_shift": SPRING}),
    Row("twelve hours free at night", "§ 13 JArbSchG", YOUNG, week("8:00", "16:00", 60, mon=("12:00", "20:00", 60)), found=ALL_SPRING),
    Row("eleven hours before Tuesdays", "§ 13 JArbSchG", YOUNG, week("8:00", "16:00", 60, mon=("12:00", "20:00", 60), tue=("7:00", "15:00", 60)), found=ALL_SPRING | {"minor_rest": "2027-04-06/2027-05-25"}),
    Row("from six in the morning", "§ 14 JArbSchG", YOUNG, week("6:00", "14:00", 60), found=ALL_SPRING),
    Row("a minute before six", "§ 14 JArbSchG", YOUNG, week("5:59", "13:00", 60), found=ALL_SPRING | {"minor_night": SPRING}),
    Row("an evening until half past eight on Fridays", "§ 14 JArbSchG", YOUNG, week("8:00", "16:00", 60, fri=("13:00", "20:30", 60)), found=ALL_SPRING | {"minor_night": "2027-04-09/2027-05-28"}),
    Row("six days", "§ 15 JArbSchG", YOUNG, week("8:00", "14:00", 30, sat=("8:00", "12:00", 0)), found=ALL_SPRING | {"minor_days": SPRING, "minor_weekend": "2027-04-10/2027-05-22"}),
    Row("five days, Saturday among them", "§§ 16, 17 JArbSchG", YOUNG, week("8:00", "14:00", 30, days=range(2, 7)), found=ALL_SPRING | {"minor_weekend": "2027-04-10/2027-05-22"}),
    Row("work on Christmas Day", "§ 18 JArbSchG", YOUNG, closed_on("2027-12-25", holiday_work=True), MARTINMAS, found={"minor": MARTINMAS, "minor_holiday": "2027-12-25", "holidays_host_only": "2027-12-25"}),
    Row("the host is closed on Christmas Day", "§ 18 JArbSchG", YOUNG, closed_on("2027-12-25"), MARTINMAS, found={"minor": MARTINMAS, "holidays_host_only": "2027-12-25"}),
    Row("until two on Christmas Eve", "§ 18 JArbSchG", YOUNG, week("8:00", "14:00", 30), MARTINMAS, found={"minor": MARTINMAS}),
    Row("until three on Christmas Eve", "§ 18 JArbSchG", YOUNG, week("8:00", "15:00", 60), MARTINMAS, found={"minor": MARTINMAS, "minor_eve": "2027-12-24/2027-12-31"}),
    Row("first certificate of 14 months before", "§ 32 JArbSchG", replace(YOUNG, medical_checked_on=date(2025, 7, 1)), found=ALL_SPRING),
    Row("first certificate a day older", "§ 32 JArbSchG", replace(YOUNG, medical_checked_on=date(2025, 6, 30)), found=ALL_SPRING | {"medical_first": SPRING}),
    Row("nobody noted a certificate", "§ 32 JArbSchG", YOUNG, found=ALL_SPRING),
    Row("a year of training ends in the stay", "§ 33 JArbSchG", replace(YOUNG, medical_checked_on=date(2026, 5, 1)), stay=SUMMER, found={"minor": SUMMER}),
    Row("a year has passed on 1 September", "§ 33 JArbSchG", replace(YOUNG, medical_checked_on=date(2026, 5, 1)), stay=AUTUMN, found={"minor": AUTUMN, "medical_followup": AUTUMN}),
    Row("checked again in June", "§ 33 JArbSchG", replace(YOUNG, medical_checked_on=date(2027, 6, 1)), stay=AUTUMN, found={"minor": AUTUMN}),
    # Good to know
    Row("the Friedensfest is free in Augsburg alone", OURS, with_time(MINA), host(city=replace(AUGSBURG, holidays={date(2027, 8, 8)})), SUMMER, found={"holidays_host_only": "2027-08-08"}),
    Row("school holidays from the last day on", OURS, with_time(MINA), host_with(school_holidays=("Pfingsten", "2027-05-28/2027-06-04")), found={"school_holidays": "2027-05-28"}),
    Row("school holidays from the day after on", OURS, with_time(MINA), host_with(school_holidays=("Pfingsten", "2027-05-29/2027-06-04")), found={}),
    Row("a meeting of the JAV at the host", OURS, with_time(MINA), host_with(days=("Jugendversammlung", "2027-04-21")), found={"city_day": "2027-04-21"}),
    Row("a meeting of the JAV on the day after", OURS, with_time(MINA), host_with(days=("Jugendversammlung", "2027-05-29")), found={}),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_the_table(row):
    findings = check(Stay(span(row.stay)), row.person, row.at, row.book)
    found = {one.code: Period(one.dates[0].start, one.dates[-1].end) if one.dates else None for one in findings}
    assert found == {code: dates and span(dates) for code, dates in row.found.items()}
    assert len(found) == len(findings)
    about = [one for one in findings if RULES.get(one.code.removesuffix("_agreed"), RULES["minor"]).law == row.law]
    assert all(one.law == row.law for one in about)
    assert row.law in {rule.law for rule in RULES.values()}


def test_the_table_has_a_row_for_every_rule():
    fired = {code for row in TABLE for code in row.found}
    named = {f"{code}_agreed" for code in COMMITMENT_RULES.values()}
    rules = set(RULES) - {"holidays"}
    assert rules <= fired | {"minor", "minor_at_first"}
    assert fired - rules <= named | {"minor_at_first", "day_before_exam_agreed", "holidays_host_only"}


def test_what_an_office_has_to_confirm_is_a_warning_at_most_and_may_be_switched_off():
    unsure = [rule for rule in RULES.values() if not rule.sure]
    assert {rule.level for rule in unsure} == {Level.WARNING}
    assert all("off" in rule.levels for rule in unsure)


def test_values_of_cities_stay_within_the_bounds():
    lax = RuleBook(
        tuple(
            Setting(city, "minor_night", SET, values={"earliest": 3, "latest": 23}) for city in ("augsburg", "muenchen")
        )
    )
    assert "minor_night" in {one.code for one in check(Stay(span(SPRING)), YOUNG, week("5:00", "12:00", 60), lax)}  # fmt: skip


def test_a_rule_holds_for_stays_that_begin_while_it_is_in_force():
    rule = replace(RULES["leave"], valid_from=date(2027, 4, 5), valid_until=date(2027, 4, 5))
    book = RuleBook(rules=RULES | {"leave": rule})
    begins = [date(2027, 4, 4), date(2027, 4, 5), date(2027, 4, 6)]
    stays = [Stay(Period(day, day + 40 * DAY)) for day in begins]
    person = busy(Kind.LEAVE, "2027-04-20")
    found = [[one.code for one in check(stay, person, OFFICE, book)] for stay in stays]
    assert found == [[], ["leave"], []]


def test_what_is_not_known_is_never_found():
    assert check(Stay(span(SPRING)), with_time(MINA), replace(INNOLAB, city=QUIET)) == []
