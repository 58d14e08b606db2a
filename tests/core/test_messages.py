"""The German catalogue as a whole: polite, and true to the English texts in what a machine can tell."""

import re
from collections import Counter

import pytest
from babel.messages import pofile

from lms.core.management.commands.messages import CATALOGUE

FAMILIAR = re.compile(r"\b(du|dein\w*|dir|dich)\b", re.IGNORECASE)
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
BARE_PERCENT = re.compile(r"%(?!\(\w+\)s)")
TAG = re.compile(r"</?\w+[^<>]*>")
ENTITY = re.compile(r"&#?\w+;")


def forms(texts):
    return texts if isinstance(texts, tuple) else (texts,)


@pytest.fixture(scope="module")
def pairs():
    """Each English form with its German one; singular with singular, plural with plural."""
    with CATALOGUE.open("rb") as file:
        messages = [message for message in pofile.read_po(file, locale="de") if message.id]
    return [
        pair for message in messages for pair in zip(forms(message.id), forms(message.string), strict=True) if all(pair)
    ]


def markup(text):
    return Counter(TAG.findall(text) + ENTITY.findall(text))


def test_people_are_addressed_with_sie(pairs):
    assert [german for _english, german in pairs if FAMILIAR.search(german)] == []


def test_placeholders_agree(pairs):
    wrong = [
        german for english, german in pairs if set(PLACEHOLDER.findall(english)) != set(PLACEHOLDER.findall(german))
    ]
    assert wrong == []


def test_no_percent_sign_is_left_alone(pairs):
    """Next to a placeholder a bare % breaks the formatting of the whole text."""
    assert [german for english, german in pairs if PLACEHOLDER.search(english) and BARE_PERCENT.search(german)] == []


def test_html_agrees(pairs):
    assert [german for english, german in pairs if markup(english) != markup(german)] == []


def test_no_text_shouts(pairs):
    assert [german for _english, german in pairs if german.rstrip().endswith("!")] == []
