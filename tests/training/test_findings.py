"""What people read about a conflict, in both languages."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

from lms.core.periods import Period
from tests.training.test_conflicts import INNOLAB, JONAS, MINA, MUNICH, SPRING, committed
from tests.training.test_conflicts_table import TABLE, span
from training import conflicts, findings
from training.conflicts import CityFacts, Commitment, Finding, HostFacts, Kind, Level, Stay, check
from training.conflicts.obstacles import COMMITMENT_RULES
from training.findings import remedy, sentence
from training.holidays import public_holidays

NBSP = "\N{NO-BREAK SPACE}"
CITIES = [("augsburg", "Augsburg"), ("nuernberg", "Nürnberg")]


def spoken(found, language):
    with override(language):
        return [f"{sentence(finding)} {remedy(finding)}".replace(NBSP, " ") for finding in found]


def city(slug, name, period):
    return CityFacts(slug, name, public_holidays(slug, period))


def test_mina_reads_why_her_school_block_is_in_the_way_and_when_it_would_work():
    school = Commitment(Kind.SCHOOL, Period(date(2027, 4, 12), date(2027, 4, 23)), "VFA 11b")
    found = check(SPRING, committed(MINA, school), INNOLAB)
    assert spoken(found, "en") == [
        "The vocational school takes 10 working days of the stay (VFA 11b, 12 to 23 April 2027). "
        "Choose another time, or have both cities agree to the absence. "
        "This time is free: 26 April to 18 June 2027."
    ]
    assert spoken(found, "de") == [
        "Die Berufsschule belegt 10 Arbeitstage des Einsatzes (VFA 11b, 12. bis 23. April 2027). "
        "Wählen Sie einen anderen Zeitraum oder lassen Sie die Abwesenheit mit beiden Städten vereinbaren. "
        "Frei ist dieser Zeitraum: 26. April bis 18. Juni 2027."
    ]


def test_one_day_is_said_as_one_day():
    school = Commitment(Kind.SCHOOL, Period(date(2027, 4, 12), date(2027, 4, 12)), agreed=False)
    (found,) = spoken(check(SPRING, committed(MINA, school), HostFacts(MUNICH, window=SPRING.period)), "de")
    assert found.startswith("Die Berufsschule belegt 1 Arbeitstag des Einsatzes (Mo, 12. April 2027).")


def test_the_peace_festival_is_named_in_the_language_of_the_reader():
    august = Stay(Period(date(2027, 7, 26), date(2027, 8, 13)))
    augsburg, nuremberg = (city(slug, name, august.period) for slug, name in CITIES)
    found = check(august, committed(MINA), HostFacts(augsburg))
    assert spoken(found, "de") == [
        "Feiertag in Augsburg, aber nicht in Nürnberg: So, 8. Aug. 2027 (Augsburger Hohes Friedensfest). "
        "Für Feiertage zählt der Arbeitsort, nicht der Wohnort."
    ]
    assert "Sun 8 Aug 2027 (Augsburg Peace Festival)" in spoken(found, "en")[0]
    jonas_away = check(august, replace(JONAS, home=augsburg), HostFacts(nuremberg))
    assert (
        "Feiertag in Augsburg, aber nicht in Nürnberg: So, 8. Aug. 2027 (Augsburger Hohes"
        in spoken(jonas_away, "de")[0]
    )


def test_jonas_reads_until_when_he_is_protected():
    assert spoken(check(SPRING, JONAS, INNOLAB), "de") == [
        "Bis Mo, 19. April 2027 noch unter 18 Jahre alt: höchstens 8 Stunden am Tag und 40 in der Woche, "
        "nur zwischen 6 und 20 Uhr, nicht an Wochenenden und Feiertagen. "
        "Planen Sie die Arbeitszeiten entsprechend; eine sorgeberechtigte Person unterschreibt mit."
    ]


@pytest.mark.parametrize(("years", "said"), [((3, 3), "Ausbildungsjahr 3 "), ((3, 4), "Ausbildungsjahr 3 bis 4 ")])
def test_years_are_a_number_or_a_range(years, said):
    assert said in spoken(check(SPRING, MINA, HostFacts(MUNICH, years=years)), "de")[0]


def every_code():
    rules = set(COMMITMENT_RULES.values())
    files = Path(conflicts.__file__).parent.glob("*.py")
    other = {code for file in files for code in re.findall(r'"([a-z_]+)"', file.read_text())}
    return sorted(rules | {f"{code}_agreed" for code in rules} | (other & set(findings.SENTENCES)))


def test_every_code_has_its_sentence():
    assert every_code() == sorted(findings.SENTENCES)
    assert set(findings.REMEDIES) <= set(findings.SENTENCES)


def test_an_unfixable_information_says_that_nothing_is_to_do():
    agreed = Finding(Level.INFO, "leave_agreed", (SPRING.period,), facts={"label": "", "working_days": 5})
    assert spoken([agreed], "en") == [
        "The absence for leave is agreed (5 April to 28 May 2027). There is nothing to do."
    ]


def told_about_every_rule():
    """One finding of each code, from the table of cases."""
    found = {}
    for row in TABLE:
        for finding in check(Stay(span(row.stay)), row.person, row.at, row.book):
            found.setdefault(finding.code, finding)
    return list(found.values())


def test_every_finding_is_said_completely_in_both_languages():
    found = told_about_every_rule()
    english, german = spoken(found, "en"), spoken(found, "de")
    assert len(found) > 45
    for one in (*english, *german):
        assert "%(" not in one
        assert "  " not in one
    assert not set(english) & set(german)


def test_what_an_office_has_to_confirm_says_so():
    for finding in told_about_every_rule():
        (said,) = spoken([finding], "de")
        asked = "Diese Regel bitte von der Ausbildungsleitung bestätigen lassen." in said
        assert asked is not finding.sure


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (
            "a break of 45 minutes in a long day",
            "Unter 18 Jahren (5. April bis 28. Mai 2027): Die Pausen dauern nur 45 Minuten, nötig sind 60.",
        ),
        (
            "the contract ended before the stay",
            "Die Ausbildung endet am Mi, 31. März 2027, früher als der Einsatz.",
        ),
        (
            "one school day, the last Friday",
            "Die Berufsschule belegt 1 Tag des Einsatzes, einen Freitag (Fr, 28. Mai 2027).",
        ),
        (
            "written final on Monday: two readings",
            "Der letzte Arbeitstag vor der schriftlichen Abschlussprüfung fällt in den Einsatz: Fr, 28. Mai 2027. "
            "Ob er frei ist, obwohl freie Tage dazwischenliegen, wird unterschiedlich ausgelegt.",
        ),
        ("a meeting of the JAV at the host", "In München: Jugendversammlung, Mi, 21. April 2027."),
        ("school holidays from the last day on", "Schulferien in Bayern: Pfingstferien, Fr, 28. Mai 2027."),
    ],
)
def test_what_people_read(case, said):
    row = next(row for row in TABLE if row.name == case)
    found = check(Stay(span(row.stay)), row.person, row.at, row.book)
    assert any(sentence.startswith(said) for sentence in spoken(found, "de"))
