"""Advice on a lesson: how it reads and how long it takes. None of it stands in the way of publishing."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from wagtail import blocks

from courses.blocks.media import File
from courses.blocks.texts import Term
from courses.readiness.drafts import Draft
from courses.readiness.findings import Spot
from courses.texts.readability import LONGEST_SENTENCE, Reading, measure, word_count

LONG, SHORT = 20, 2  # minutes
CAPITALS = re.compile(r"\b[A-ZÄÖÜ][A-ZÄÖÜ0-9]{1,7}\b")
MANY = 5
SHOWN = 120  # characters of a sentence


def lesson_too_long(draft: Draft) -> Iterator[Spot]:
    if draft.minutes > LONG:
        sentence = _("This lesson takes %(minutes)s minutes. Two shorter lessons are easier to fit into a working day.")
        yield Spot(sentence % {"minutes": draft.minutes}, field="minutes_given")


def lesson_too_short(draft: Draft) -> Iterator[Spot]:
    is_written = any(piece.prose.paragraphs for piece in draft.of(blocks.RichTextBlock))
    if is_written and draft.minutes < SHORT:
        yield Spot(_("This lesson takes a minute. Perhaps it belongs to the one before."), field="minutes_given")


def sentence_too_long(draft: Draft) -> Iterator[Spot]:
    longest, block_id = max(
        ((_reading(draft, piece.prose.paragraphs).longest, piece.block_id) for piece in draft.of(blocks.RichTextBlock)),
        key=lambda found: word_count(found[0]),
        default=("", ""),
    )
    if (words := word_count(longest)) > LONGEST_SENTENCE:
        shown = longest if len(longest) <= SHOWN else f"{longest[:SHOWN]} …"
        yield Spot(
            _("The longest sentence has %(count)s words. Make two of it: “%(sentence)s”")
            % {"count": words, "sentence": shown},
            block_id,
        )


def hard_to_read(draft: Draft) -> Iterator[Spot]:
    reading = _reading(draft, (text for piece in draft.of(blocks.RichTextBlock) for text in piece.prose.paragraphs))
    if reading.is_hard and reading.score is not None:
        score = f"{reading.score:.0f}"
        if draft.language == "en":
            sentence = _("The text is hard to read (Flesch %(score)s of 100). Shorter words and sentences help.")
        else:
            sentence = _(
                "The text is hard to read: it takes about %(score)s years of school (Wiener Sachtextformel). "
                "Shorter words and sentences help."
            )
        yield Spot(sentence % {"score": score}, field="body")


def _reading(draft: Draft, paragraphs: Iterable[str]) -> Reading:
    return measure(paragraphs, draft.language)


def many_abbreviations(draft: Draft) -> Iterator[Spot]:
    text = " ".join(part for piece in draft.of(blocks.RichTextBlock) for part in piece.prose.paragraphs)
    explained = {str(piece.struct.get("term")) for piece in draft.of(Term)}
    found = [short for short in dict.fromkeys(CAPITALS.findall(text)) if short not in explained]
    if len(found) >= MANY:
        sentence = _(
            "There are many abbreviations: %(names)s. Write them out, or explain them in a block “Words explained”."
        )
        yield Spot(sentence % {"names": ", ".join(found[:8])}, field="body")


def file_without_description(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(File):
        if isinstance(piece.value, dict) and not str(piece.value.get("description") or "").strip():
            yield Spot(
                _("Say what the file “%(title)s” is good for.") % {"title": piece.value.get("title") or ""},
                piece.block_id,
            )
