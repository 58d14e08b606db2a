"""School holidays of Bavaria, for information: many take their leave then, and vocational schools are closed.

Covered are the school years 2024/25 to 2029/30 (BayMBl. 2022 no. 747), from the summer holidays before the first to
those after the last. About other times nothing is claimed: `school_holidays` is empty there, and `KNOWN` tells where
it ends. Checked against two public collections up to summer 2029, the year after against one. Vocational schools may
differ by up to two days.
"""

from __future__ import annotations

from datetime import date

from lms.core.periods import Period
from training.conflicts.facts import NamedDays

NAMES = {
    "summer": {"de": "Sommerferien", "en": "summer holidays"},
    "autumn": {"de": "Herbstferien", "en": "autumn holidays"},
    "repentance": {"de": "Buß- und Bettag (schulfrei)", "en": "Day of Repentance (no school)"},
    "christmas": {"de": "Weihnachtsferien", "en": "Christmas holidays"},
    "spring": {"de": "Frühjahrsferien", "en": "spring holidays"},
    "easter": {"de": "Osterferien", "en": "Easter holidays"},
    "pentecost": {"de": "Pfingstferien", "en": "Pentecost holidays"},
}
DATES = """
summer     2024-07-29 2024-09-09
autumn     2024-10-28 2024-10-31
repentance 2024-11-20 2024-11-20
christmas  2024-12-23 2025-01-03
spring     2025-03-03 2025-03-07
easter     2025-04-14 2025-04-25
pentecost  2025-06-10 2025-06-20
summer     2025-08-01 2025-09-15
autumn     2025-11-03 2025-11-07
repentance 2025-11-19 2025-11-19
christmas  2025-12-22 2026-01-05
spring     2026-02-16 2026-02-20
easter     2026-03-30 2026-04-10
pentecost  2026-05-26 2026-06-05
summer     2026-08-03 2026-09-14
autumn     2026-11-02 2026-11-06
repentance 2026-11-18 2026-11-18
christmas  2026-12-24 2027-01-08
spring     2027-02-08 2027-02-12
easter     2027-03-22 2027-04-02
pentecost  2027-05-18 2027-05-28
summer     2027-08-02 2027-09-13
autumn     2027-11-02 2027-11-05
repentance 2027-11-17 2027-11-17
christmas  2027-12-24 2028-01-07
spring     2028-02-28 2028-03-03
easter     2028-04-10 2028-04-21
pentecost  2028-06-06 2028-06-16
summer     2028-07-31 2028-09-11
autumn     2028-10-30 2028-11-03
repentance 2028-11-22 2028-11-22
christmas  2028-12-23 2029-01-05
spring     2029-02-12 2029-02-16
easter     2029-03-26 2029-04-06
pentecost  2029-05-22 2029-06-01
summer     2029-07-30 2029-09-10
autumn     2029-10-29 2029-11-02
repentance 2029-11-21 2029-11-21
christmas  2029-12-24 2030-01-04
spring     2030-03-04 2030-03-08
easter     2030-04-15 2030-04-26
pentecost  2030-06-11 2030-06-21
summer     2030-07-29 2030-09-09
"""


def _read(line: str) -> tuple[str, Period]:
    kind, start, end = line.split()
    return kind, Period(date.fromisoformat(start), date.fromisoformat(end))


HOLIDAYS = tuple(_read(line) for line in DATES.split("\n") if line)
KNOWN = Period(HOLIDAYS[0][1].start, HOLIDAYS[-1][1].end)


def school_holidays(period: Period, language: str = "de") -> list[NamedDays]:
    """Return the holidays that touch the period, whole and by date; nothing outside of `KNOWN`."""
    spoken = "de" if language == "de" else "en"
    return [NamedDays(NAMES[kind][spoken], days, kind) for kind, days in HOLIDAYS if days.overlaps(period)]
