"""How hard a text is to read, by formulas that others have tested. Pure: words in, numbers out.

German: the first Wiener Sachtextformel, made for non-fiction (Bamberger and Vanecek, Lesen, Verstehen, Lernen,
Schreiben, Wien 1984). Its result is the school year in which the text is understood, about 4 to 15:

    0.1935 · words of three and more syllables in percent + 0.1672 · words per sentence
    + 0.1297 · words of more than six letters in percent − 0.0327 · words of one syllable in percent − 0.875

English: Flesch Reading Ease (Flesch, A new readability yardstick, 1948), 100 easy to 0 hard:

    206.835 − 1.015 · words per sentence − 84.6 · syllables per word

A formula counts lengths and knows nothing of what a text says. It is good for advice, not for a verdict.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

FEWEST_WORDS = 80  # the formulas were made for samples of about 100 words; below, one long word decides
HARDEST_YEAR = 10.0  # what apprentices of every school can read; laws score 13 and more
HARDEST_EASE = 50.0  # "difficult" begins here
LONGEST_SENTENCE = 25

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# One vowel is one syllable, except for what is spoken as one sound. A "u" after "q" and a "y" before a vowel are no
# vowels. So "Familie" has three syllables here and four in speech: over a whole text such cases do not matter.
GERMAN_VOWELS = re.compile(r"(?<!q)(?:aa|ee|oo|ie|ei|ai|ey|ay|au|äu|eu|oi|[aeiouäöüéèàêâ]|y(?![aeiouäöü]))")
ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?:[^laeiouy]es?|[^tdaeiouy]ed)$")
# A full stop ends a sentence unless it belongs to a single letter, one of these, or to the day of a month.
ABBREVIATIONS = "abs|bspw|bzw|ca|dr|evtl|etc|ff|ggf|inkl|mr|mrs|nr|prof|sog|st|str|tel|usw|vgl|vs|zzgl"
MONTHS = "Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"“”»«)]*\s+")
SHORT = re.compile(rf"(?:^|[\s(„“])(?:[^\W\d_]|{ABBREVIATIONS})\.$", re.IGNORECASE)
DAY = re.compile(r"(?:^|\s)\d{1,2}\.$")
AFTER_DAY = re.compile(rf"(?:{MONTHS})|[a-zäöü]")


@dataclass(frozen=True)
class Reading:
    """How a text reads. The score is a school year for German, an ease for English, None for a text too short."""

    words: int
    longest: str
    score: float | None
    is_hard: bool


def measure(paragraphs: Iterable[str], language: str) -> Reading:
    """A paragraph ends a sentence, with or without a full stop."""
    sentences = [sentence for paragraph in paragraphs for sentence in sentences_of(paragraph)]
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    longest = max(sentences, key=lambda sentence: len(WORD.findall(sentence)), default="")
    if len(words) < FEWEST_WORDS:
        return Reading(len(words), longest, None, False)
    if language == "en":
        ease = flesch(words, len(sentences))
        return Reading(len(words), longest, ease, ease < HARDEST_EASE)
    year = wiener(words, len(sentences))
    return Reading(len(words), longest, year, year > HARDEST_YEAR)


def sentences_of(text: str) -> list[str]:
    found, start = [], 0
    for end in SENTENCE_END.finditer(text):
        before = text[start : end.start()].rstrip('"“”»«)')
        goes_on = SHORT.search(before) or (DAY.search(before) and AFTER_DAY.match(text, end.end()))
        if not goes_on:
            found.append(text[start : end.end()].strip())
            start = end.end()
    return [sentence for sentence in (*found, text[start:].strip()) if WORD.search(sentence)]


def wiener(words: list[str], sentences: int) -> float:
    syllables = [german_syllables(word) for word in words]
    percent = 100 / len(words)
    of_three, of_one = sum(n >= 3 for n in syllables), sum(n == 1 for n in syllables)
    long = sum(len(word) > 6 for word in words)
    return percent * (0.1935 * of_three + 0.1297 * long - 0.0327 * of_one) + 0.1672 * len(words) / sentences - 0.875


def flesch(words: list[str], sentences: int) -> float:
    syllables = sum(english_syllables(word) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def german_syllables(word: str) -> int:
    return max(1, len(GERMAN_VOWELS.findall(word.lower())))


def english_syllables(word: str) -> int:
    """Groups of vowels, without the "e" that is written and not spoken."""
    return max(1, len(ENGLISH_VOWELS.findall(SILENT_END.sub("", word.lower()) or word.lower())))


def word_count(sentence: str) -> int:
    return len(WORD.findall(sentence))
