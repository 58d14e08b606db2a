"""Formulas for how hard a text is to read, checked by hand on short texts and by their nature on any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.texts.readability import english_syllables, flesch, german_syllables, measure, sentences_of, wiener

PLAIN = "Die Frau hat ein Haus. Der Mann hat ein Boot. Das Kind isst. " * 10
OFFICIAL = (
    "Die Antragstellerinnen und Antragsteller sind verpflichtet, die entscheidungserheblichen Unterlagen "
    "unverzüglich nach Aufforderung durch die Genehmigungsbehörde vollständig vorzulegen, widrigenfalls eine "
    "Ablehnung wegen mangelnder Mitwirkung erfolgen kann. "
) * 4
WORDS = ["Akte", "Amt", "Bürgerinnenbüro", "Genehmigung", "ist", "wichtig", "schreiben"]
words = st.lists(st.sampled_from(WORDS), min_size=1)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("Amt", 1), ("Akte", 2), ("Quelle", 2), ("Bayern", 2), ("Yoga", 2), ("Theater", 3), ("Auto", 2), ("Aal", 1),
        ("Äußerung", 3), ("Verwaltungsfachangestellte", 8), ("StVO", 1), ("Bgm", 1),
    ],
)  # fmt: skip
def test_german_syllables_are_vowels_unless_spoken_as_one(word, syllables):
    assert german_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("house", 1), ("houses", 1), ("office", 2), ("table", 2), ("moved", 1), ("created", 2), ("administration", 5)],
)
def test_an_e_that_is_not_spoken_makes_no_english_syllable(word, syllables):
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Am 5. Januar kommt Dr. Muster. Er bringt z. B. Akten mit.", 2),
        ("Das gilt seit 2019. Vorher nicht.", 2),
        ("30 geteilt durch 6 ist 5. Also fünf Tage.", 2),
        ("Am 3. des Monats ist Schluss.", 1),
        ("„Wirklich?“ Ja! Sagen Sie es weiter …", 3),
        ("Ohne Punkt", 1),
        ("§ 4", 0),
        ("", 0),
    ],
)
def test_a_full_stop_does_not_always_end_a_sentence(text, sentences):
    assert len(sentences_of(text)) == sentences


def test_the_formula_worked_out_by_hand():
    # five words in one sentence: one of three syllables, one of more than six letters, three of one syllable
    assert wiener(["Die", "Genehmigung", "ist", "da", "heute"], 1) == pytest.approx(
        0.1935 * 20 + 0.1672 * 5 + 0.1297 * 20 - 0.0327 * 60 - 0.875
    )
    assert flesch(["The", "table", "is", "here"], 1) == pytest.approx(206.835 - 1.015 * 4 - 84.6 * 5 / 4)


def test_plain_words_are_easy_and_officialese_is_hard():
    plain, official = measure([PLAIN], "de"), measure([OFFICIAL], "de")
    assert (plain.is_hard, official.is_hard) == (False, True)
    assert official.longest == OFFICIAL[: len(OFFICIAL) // 4].strip()
    assert measure(
        ["The administrative determination notwithstanding, applicants must substantiate. " * 20], "en"
    ).is_hard


def test_a_short_text_is_not_judged():
    assert measure(["Datenschutzgrundverordnungskonformitätsprüfung"], "de").score is None


@given(words)
def test_more_full_stops_never_make_a_text_harder(chosen):
    assert wiener(chosen, len(chosen)) <= wiener(chosen, 1)
    assert flesch(chosen, len(chosen)) >= flesch(chosen, 1)


@given(words)
def test_saying_it_twice_is_as_hard_as_saying_it_once(chosen):
    assert wiener(chosen * 2, 2) == pytest.approx(wiener(chosen, 1))
    assert flesch(chosen * 2, 2) == pytest.approx(flesch(chosen, 1))


@given(st.lists(st.text(max_size=200), max_size=5), st.sampled_from(["de", "en"]))
def test_any_text_can_be_measured(paragraphs, language):
    reading = measure(paragraphs, language)
    assert reading.words >= 0
    assert not reading.longest or any(
        reading.longest in " ".join(p.split()) or reading.longest in p for p in paragraphs
    )


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1))
def test_every_word_has_a_syllable(word):
    assert german_syllables(word) >= 1
    assert english_syllables(word) >= 1
