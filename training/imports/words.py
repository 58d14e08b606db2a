"""What names of blocks tell about them, in German and English."""

from __future__ import annotations

import re

from training.imports.rows import Sort

FREE = re.compile(r"ferien|feiertag|unterrichtsfrei|schulfrei|holiday|vacation|school break", re.IGNORECASE)
PREPARING = re.compile(r"prüfungsvorbereitung|exam preparation", re.IGNORECASE)
WEEKLY = re.compile(r"schultag|wöchentlich|wochentag|weekly|school day", re.IGNORECASE)
# the first that fits; blocks without such a word are school
KINDS = [
    (re.compile(r"zwischenprüfung|intermediate exam", re.IGNORECASE), Sort.EXAM, "interim"),
    (re.compile(r"schriftlich.*prüfung|prüfung.*schriftlich|written.*exam|exam.*written", re.IGNORECASE),
     Sort.EXAM, "written"),
    (re.compile(r"abschlussprüfung|(mündlich|praktisch).*prüfung|prüfung.*(mündlich|praktisch)"
                r"|(final|oral|practical).*exam", re.IGNORECASE), Sort.EXAM, "final"),
    (re.compile(r"prüfung|\bexam", re.IGNORECASE), Sort.EXAM, "other"),
    (re.compile(r"\bbvs\b|lehrgang|administration school|verwaltungsschule", re.IGNORECASE), Sort.BLOCK, "course"),
    (re.compile(r"theorie|fachstudi|hföd|theory", re.IGNORECASE), Sort.BLOCK, "theory"),
    (re.compile(r"schule|block|unterricht|school", re.IGNORECASE), Sort.BLOCK, "school"),
]  # fmt: skip
WEEKDAYS = {
    1: "montag mo monday mon", 2: "dienstag di tuesday tue", 3: "mittwoch mi wednesday wed",
    4: "donnerstag do thursday thu", 5: "freitag fr friday fri",
}  # fmt: skip
WEEKDAY_OF = {word: number for number, words in WEEKDAYS.items() for word in words.split()}


def kind_of(text: str) -> tuple[Sort, str] | None:
    """The sort and kind that the words name; None where they say nothing about it."""
    if PREPARING.search(text):
        return Sort.BLOCK, "school"
    return next(((sort, kind) for words, sort, kind in KINDS if words.search(text)), None)


def weekdays_in(text: str) -> list[int]:
    found = (WEEKDAY_OF.get(word) for word in re.findall(r"[a-zäöü]+", text.lower()))
    return sorted({number for number in found if number})
