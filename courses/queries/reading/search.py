"""Which courses hold the words somebody looks for: in titles, in goals and summaries, in the text of their lessons.

Wagtail's index (FTS5 or PostgreSQL) names pages with whole words, best first; its texts are looked through for parts
of words, which no index of words can know. What counts is decided here, so that both databases answer the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Q
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from courses.texts.finding import Term, marked, read_index, snippet
from lms.core.words import fold

MOST = 200  # pages looked at for one search
TEXT = "index_entries__body_text" if connection.vendor == "postgresql" else "index_entries__body"
IN_TITLE, IN_CARD, IN_LESSON = 100, 10, 1  # a part of a word in a title is worth more than a whole one in a summary


@dataclass
class Hit:
    """How well a course fits, what to quote, and the lesson that this stands in, if not in the goals."""

    worth: dict[Term, int]
    rank: int
    lesson: str = ""
    text: str = ""
    best: int = 0

    @property
    def score(self) -> int:
        return sum(self.worth.values())

    def take(self, worth: dict[Term, int], rank: int, lesson: str, text: str) -> None:
        """Words may stand in different places of a course; the place that has most of them is quoted."""
        self.rank = min(self.rank, rank)
        self.worth = {term: max(self.worth[term], value) for term, value in worth.items()}
        total = sum(worth.values())
        if (lesson and total > self.best) or not self.text:
            self.lesson, self.text, self.best = lesson, text, total if lesson else 0


def find(terms: Sequence[Term]) -> dict[str, Hit]:
    """The courses that hold all words, by their path."""
    hits: dict[str, Hit] = {}
    ranked = _ranked(terms) if terms else []
    for place, (pk, path, title, kind, text) in enumerate(_texts(terms, ranked) if terms else []):
        rank = ranked.index(pk) if pk in ranked else MOST + place
        searched, quoted = read_index(text)
        if kind == ContentType.objects.get_for_model(CoursePage).pk:
            worth = {term: _worth_of_card(term, title, searched) for term in terms}
            _hit(hits, path, terms).take(worth, rank, "", quoted)
        else:
            worth = {term: IN_LESSON * term.match(searched) for term in terms}
            _hit(hits, path[: -Page.steplen], terms).take(worth, rank, title, quoted)
    return {path: hit for path, hit in hits.items() if all(hit.worth.values())}


def _hit(hits: dict[str, Hit], course: str, terms: Iterable[Term]) -> Hit:
    return hits.setdefault(course, Hit(dict.fromkeys(terms, 0), 2 * MOST))


def _pages() -> Any:
    return Page.objects.live().type(CoursePage, LessonPage)


def _ranked(terms: Iterable[Term]) -> list[int]:
    words = " ".join(spelling for term in terms for spelling in term.spellings)
    return [page.pk for page in _pages().only("pk").search(words, operator="or")[:MOST]]


def _texts(terms: Iterable[Term], ranked: list[int]) -> Any:
    parts = [Q(**{f"{TEXT}__contains": stem}) for term in terms if term.has_parts for stem in term.stems]
    pages = _pages().filter(reduce(or_, parts, Q(pk__in=ranked))).order_by("depth", "path")
    return pages.values_list("pk", "path", "title", "content_type_id", TEXT)[: 2 * MOST]


def _worth_of_card(term: Term, title: str, text: str) -> int:
    in_title = term.match(fold(title))
    return IN_TITLE * in_title if in_title else IN_CARD * term.match(text)


def quote(course: CoursePage, hit: Hit | None, terms: Sequence[Term], reader: Any) -> None:
    """Say where the words stand that the card of a course does not show: in which lesson, or in the goals."""
    course.found_in = course.quotation = ""
    card = fold(f"{course.title} {course.summary}")
    if hit is None or all(term.match(card) for term in terms):
        return
    course.found_in = marked(hit.lesson, terms) if hit.lesson else ""
    # lessons are for those who signed in; their names stand on the page of the course, too
    course.quotation = snippet(hit.text, terms) if reader.is_authenticated or not hit.lesson else ""
