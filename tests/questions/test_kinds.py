"""Scoring: bounds, full marks, mixing, junk, and nothing told too early."""

import json
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.kinds import KINDS, kind_of
from questions.kinds.number import readings
from questions.kinds.short_text import folded, one_slip
from tests.factories.questions import RIGHT, a_definition

SCORED = sorted(RIGHT)
ALL = sorted(KINDS)
KNOWN = (
    "k-ja k-nein k-rot k-blau k-grün true false 1 2 p1 p2 p3 r1 r2 r3 o1 1-Farbe 1-Zahl 2-Tier 2-Ort x m c file name"
)
KEYS = st.sampled_from(KNOWN.split())
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | KEYS
JUNK = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=4), inner, max_size=4)
)


def points(kind, sent, **changes):
    definition = a_definition(kind, **changes)
    return kind_of(definition).points(definition, kind_of(definition).kept(definition, sent))


# What holds for all of them


@pytest.mark.parametrize("kind", ALL)
@given(sent=JUNK)
def test_whatever_is_sent_becomes_an_answer_or_nothing_and_earns_between_nothing_and_one(kind, sent):
    definition = a_definition(kind)
    kept = KINDS[kind].kept(definition, sent)
    assert KINDS[kind].kept(definition, kept) == kept
    assert 0 <= KINDS[kind].points(definition, kept) <= 1
    assert "\\u0000" not in json.dumps(kept)
    assert all(isinstance(line, str) for line in KINDS[kind].told(definition, kept))


@pytest.mark.parametrize("kind", SCORED)
def test_the_right_answer_earns_all_and_none_earns_nothing(kind):
    assert points(kind, RIGHT[kind]) == 1
    assert points(kind, None) == 0


@pytest.mark.parametrize("kind", SCORED)
@given(seed=st.integers(), sent=JUNK)
def test_mixing_changes_no_points(kind, seed, sent):
    definition = a_definition(kind)
    mixed = KINDS[kind].shuffled(definition, Random(seed))
    for answer in (RIGHT[kind], sent):
        kept = KINDS[kind].kept(definition, answer)
        again = KINDS[kind].kept(mixed, answer)
        assert KINDS[kind].points(mixed, again) == KINDS[kind].points(definition, kept)
    assert KINDS[kind].faults(mixed) == []


@pytest.mark.parametrize("kind", ALL)
def test_mixing_leaves_the_definition_as_it_was(kind):
    definition = a_definition(kind)
    before = json.dumps(definition)
    KINDS[kind].shuffled(definition, Random(1))
    assert json.dumps(definition) == before


ASKED = {
    "single": {"choices"},
    "multiple": {"choices"},
    "true_false": {"choices"},
    "short_text": set(),
    "number": {"unit"},
    "cloze": {"gapped", "gaps"},
    "matching": {"left", "options"},
    "ordering": {"steps"},
    "free_text": set(),
    "upload": {"endings", "max_mb"},
}


@pytest.mark.parametrize("kind", ALL)
def test_what_is_asked_holds_known_parts_alone(kind):
    definition = a_definition(kind, feedback="Weil es so ist.", secret="geheim")
    asked = KINDS[kind].asked(definition)
    assert set(asked) == {"kind", "text"} | ASKED[kind]
    said = json.dumps(asked, ensure_ascii=False)
    for hidden in ("right", "Weil es so ist", "geheim", "Datenschutz", "3,5", "nennt das Gesetz", "vollständig"):
        assert hidden not in said


@given(seed=st.integers())
def test_what_is_asked_stands_in_the_same_order_whatever_is_right(seed):
    """Which option is right, which right side belongs to which left one, which step comes first: no order tells it."""
    for kind, part in (("cloze", "gaps"), ("ordering", "steps")):
        definition = a_definition(kind)
        turned = json.loads(json.dumps(definition))
        groups = [gap["options"] for gap in turned["gaps"]] if kind == "cloze" else [turned["steps"]]
        for group in groups:
            Random(seed).shuffle(group)
        assert KINDS[kind].asked(turned)[part] == KINDS[kind].asked(definition)[part]


def test_right_sides_are_offered_once_and_by_the_alphabet():
    definition = a_definition("matching")
    assert KINDS["matching"].asked(definition)["options"] == [
        {"key": "r1", "text": "bellt"}, {"key": "r2", "text": "miaut"}, {"key": "o1", "text": "wiehert"},
    ]  # fmt: skip


def test_steps_are_asked_in_the_order_in_which_they_were_mixed():
    definition = a_definition("ordering")
    mixed = KINDS["ordering"].shuffled(definition, Random(3))
    assert [step["key"] for step in KINDS["ordering"].asked(mixed)["steps"]] == mixed["shown"]


# Choosing


@given(picked=st.sets(st.sampled_from(["k-rot", "k-blau", "k-grün"])))
def test_one_more_right_tick_never_costs_and_one_more_wrong_tick_never_earns(picked):
    earned = points("multiple", sorted(picked))
    assert points("multiple", sorted(picked | {"k-rot"})) >= earned
    assert points("multiple", sorted(picked | {"k-grün"})) <= earned


def test_what_a_later_version_no_longer_offers_neither_earns_nor_costs():
    definition = a_definition("multiple")
    answer = ["k-rot", "k-blau", "k-gone"]
    assert KINDS["multiple"].points(definition, answer) == 1
    single = a_definition("single")
    assert KINDS["single"].points(single, ["k-gone"]) == 0


# Short texts


@given(text=st.text(min_size=1, max_size=40))
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("given_", "earned"),
    [
        ("DATENSCHUTZ", 1), ("  Daten schutz ", 0), ("Datenschuts", 1), ("Datenshcutz", 1), ("Datenschutzz", 1),
        ("Datnschutz", 1), ("Datnschuz", 0), ("Dtaenshcutz", 0), ("Datenschmutzig", 0), ("", 0),
    ],
)  # fmt: skip
def test_one_slip_in_a_long_word_is_forgiven(given_, earned):
    assert points("short_text", given_) == earned


def test_short_words_and_numbers_forgive_nothing():
    assert points("short_text", "Hand", accepted=["Hund"]) == 0
    assert points("short_text", "12346", accepted=["12345"]) == 0
    assert points("short_text", "Datenschuts", typos=False) == 0


@given(word=st.text(alphabet="abcdeß", min_size=1, max_size=8), data=st.data())
def test_one_changed_letter_is_one_slip(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    assert one_slip(word, word[:at] + word[at + 1 :])
    assert one_slip(word, word[:at] + "x" + word[at:])
    assert one_slip(word, word[:at] + "x" + word[at + 1 :])
    assert one_slip(word, word[:at] + word[at : at + 2][::-1] + word[at + 2 :]) or len(word) == 1


# Numbers


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.234", {1234, Fraction("1.234")}), ("1,5", {Fraction("1.5")}), ("1.234,5", {Fraction("1234.5")}),
        ("1,234.5", {Fraction("1234.5")}), ("1 234,5", {Fraction("1234.5")}), ("−4", {-4}),
        ("+4", {4}), (",5", {Fraction("0.5")}),
        ("", set()), ("-", set()), ("3 Stück", set()), ("1e5", set()), ("١٢", set()), ("1.2.3", set()), ("12 kg", {12}),
    ],
)  # fmt: skip
def test_numbers_are_read_the_german_and_the_english_way(text, read):
    assert readings(text, "KG") == read


@pytest.mark.parametrize("text", ["3,4", "3.6", "3,45 kg", "3,6 Kg", "3.5kg"])
def test_within_the_tolerance_it_is_right(text):
    assert points("number", text) == 1


@pytest.mark.parametrize("text", ["3,39", "3,61", "35", "-3,5", "3,5 g", "drei"])
def test_outside_it_is_not(text):
    assert points("number", text) == 0


@given(off=st.integers(-500, 500))
def test_farther_away_never_earns_more(off):
    nearer = off - (off > 0) + (off < 0)
    written = [str((350 + one) / 100) for one in (off, nearer)]
    assert points("number", written[1]) >= points("number", written[0])


def test_what_is_no_number_is_kept_so_that_nobody_loses_it():
    definition = a_definition("number")
    assert KINDS["number"].kept(definition, " etwa  drei ") == "etwa drei"


# Gaps, pairs, steps


@pytest.mark.parametrize("kind", ["cloze", "matching"])
@given(data=st.data())
def test_each_gap_and_each_pair_earns_its_share(kind, data):
    right = RIGHT[kind]
    known = data.draw(st.sets(st.sampled_from(sorted(right))))
    assert points(kind, {key: right[key] for key in known}) == Fraction(len(known), len(right))


@given(order=st.permutations(["x", "m", "c"]))
def test_steps_earn_by_the_pairs_in_the_right_order(order):
    places = {key: place for place, key in enumerate(order, start=1)}
    wrong = sum(order.index(a) > order.index(b) for a, b in [("x", "m"), ("x", "c"), ("m", "c")])
    assert points("ordering", places) == max(Fraction(3 - 2 * wrong, 3), 0)


def test_steps_at_the_same_place_neither_earn_nor_cost():
    assert points("ordering", {"x": "1", "m": "1", "c": "2"}) == Fraction(2, 3)
    assert points("ordering", {"x": 1, "m": 1, "c": 1}) == 0


# In words

RIGHT_TOLD = {
    "single": ["ja"],
    "multiple": ["rot", "blau"],
    "true_false": ["richtig"],
    "short_text": ["Datenschutz"],
    "number": ["3,5 ± 0,1 kg"],
    "cloze": ["Rot ist eine [Farbe], Hund ein [Tier]."],
    "matching": ["Hund: bellt", "Katze: miaut", "Kater: miaut"],
    "ordering": ["1. öffnen", "2. lesen", "3. ablegen"],
    "free_text": ["nennt das Gesetz (2)"],
    "upload": ["ist vollständig (3)"],
}


@pytest.mark.parametrize("kind", ALL)
def test_what_is_right_in_words(kind):
    definition = a_definition(kind)
    assert KINDS[kind].right_told(definition) == RIGHT_TOLD[kind]


@pytest.mark.parametrize("kind", sorted(set(SCORED) - {"short_text", "number"}))
def test_the_right_answer_is_told_like_what_is_right(kind):
    definition = a_definition(kind)
    assert KINDS[kind].told(definition, RIGHT[kind]) == RIGHT_TOLD[kind]


@pytest.mark.parametrize(
    ("kind", "answer", "told"),
    [
        ("cloze", {"1": "1-Zahl"}, ["Rot ist eine [Zahl], Hund ein [–]."]),
        ("matching", {"p1": "o1"}, ["Hund: wiehert", "Katze: –", "Kater: –"]),
        ("ordering", {"c": 1, "x": 3}, ["1. ablegen", "3. öffnen"]),
        ("number", "3", ["3 kg"]),
        ("number", "3 KG", ["3 KG"]),
        ("upload", {"file": 7, "name": "a.pdf"}, ["a.pdf"]),
    ],
)
def test_what_was_answered_in_words(kind, answer, told):
    assert KINDS[kind].told(a_definition(kind), answer) == told


# What a trainer marks


@pytest.mark.parametrize("kind", ["free_text", "upload"])
def test_what_a_trainer_marks_earns_nothing_by_itself(kind):
    assert KINDS[kind].by_hand
    assert KINDS[kind].points(a_definition(kind), "viel") == 0


def test_a_file_is_an_answer_if_its_name_ends_as_allowed():
    definition = a_definition("upload")
    kept = KINDS["upload"].kept
    assert kept(definition, {"file": 3, "name": "Plan.PDF", "more": 1}) == {"file": 3, "name": "Plan.PDF"}
    assert kept(definition, {"file": 3, "name": "Plan.exe"}) is None
    assert kept(definition, {"file": 3, "name": "pdf"}) is None
    assert kept(definition, {"file": True, "name": "a.pdf"}) is None


# Faults


@pytest.mark.parametrize(
    ("kind", "changes", "faults"),
    [
        ("single", {"choices": []}, [("choices", "too_few"), ("choices", "nothing_right")]),
        ("single", {"choices": a_definition("multiple")["choices"]}, [("choices", "several_right")]),
        ("multiple", {"choices": a_definition("multiple")["choices"][:2]}, [("choices", "all_right")]),
        ("short_text", {"accepted": [" "]}, [("accepted", "nothing_right")]),
        ("number", {"value": "viel"}, [("value", "no_number")]),
        ("number", {"value": "1.234"}, [("value", "ambiguous")]),
        ("number", {"tolerance": "-1"}, [("tolerance", "negative")]),
        ("number", {"tolerance": "x"}, [("tolerance", "no_number")]),
        ("cloze", {"gapped": "nichts", "gaps": []}, [("gapped", "no_gap")]),
        ("cloze", {"gapped": "{1} und {3}"}, [("gaps", "gaps_differ")]),
        ("cloze", {"gapped": "{1} {2} {1}"}, [("gapped", "same_gap")]),
        ("matching", {"pairs": []}, [("pairs", "too_few")]),
        ("matching", {"others": [{"key": "o", "text": "Miaut"}]}, [("others", "is_right")]),
        ("ordering", {"steps": [{"key": "a", "text": "A"}]}, [("steps", "too_few")]),
        ("ordering", {"steps": [{"key": "a", "text": "A"}, {"key": "b", "text": "a"}]}, [("steps", "same_text")]),
        ("free_text", {"rubric": []}, [("rubric", "too_few")]),
        ("free_text", {"rubric": [{"key": "a", "text": "A", "points": None}]}, [("points", "no_points")]),
        ("upload", {"endings": []}, [("endings", "too_few")]),
        ("upload", {"max_mb": 500}, [("max_mb", "out_of_range")]),
    ],
)
def test_what_cannot_be_asked_is_named(kind, changes, faults):
    assert KINDS[kind].faults(a_definition(kind, **changes)) == faults


@pytest.mark.parametrize("kind", ALL)
def test_a_sound_question_has_no_faults(kind):
    assert KINDS[kind].faults(a_definition(kind)) == []
