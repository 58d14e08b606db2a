import pytest

from courses.texts.finding import Match, marked, snippet, terms_of
from lms.core.words import fold


@pytest.mark.parametrize(
    ("searched", "text", "match"),
    [
        ("Frist", "Die Frist läuft.", Match.WHOLE),
        ("Frist", "Alle Fristen", Match.BEGINNING),
        ("Fristen", "eine Frist", Match.BEGINNING),
        ("frist", "Einspruchsfrist", Match.PART),
        ("Frist", "frisch", Match.NONE),
        ("prüfen", "geprüft und PRÜFEN", Match.WHOLE),
        ("pruefen", "prüfen", Match.WHOLE),
        ("Prufung", "Prüfung", Match.WHOLE),
        ("strasse", "Straße", Match.WHOLE),
        ("neue", "neue Akten", Match.WHOLE),
        ("Schutz", "Daten\N{SOFT HYPHEN}schutz", Match.PART),
        ("KI", "KI-Werkzeuge", Match.WHOLE),
        ("KI", "Kind und Skizze", Match.NONE),
        ("Amt", "Ämter und Amtsblatt", Match.BEGINNING),
        ("Amt", "insgesamt", Match.NONE),
    ],
)
def test_how_well_a_word_is_met(searched, text, match):
    [term] = terms_of(searched)
    assert term.match(fold(text)) == match


def test_signs_are_no_words_and_eight_words_are_enough():
    assert terms_of('"*(- ^:') == []
    assert [term.spellings[0] for term in terms_of('NEAR("a" b) a_c %')] == ["near", "a", "b", "c"]
    assert len(terms_of("eins zwei drei vier fünf sechs sieben acht neun zehn")) == 8


def test_marks_stand_around_whole_words_and_everything_else_is_escaped():
    text = marked("<b> Datenschutz & Schutzfrist", terms_of("schutz"))
    assert text == "&lt;b&gt; <mark>Datenschutz</mark> &amp; <mark>Schutzfrist</mark>"


def test_the_snippet_is_cut_between_words_around_the_best_place():
    text = "Vorfrist. " + "Vorne steht viel. " * 20 + "Eine Frist & mehr. " + "Hinten auch. " * 20
    cut = snippet(text, terms_of("Frist"))
    assert cut.startswith("Eine <mark>Frist</mark> &amp; mehr.")
    assert cut.endswith(" …")
    assert set(cut.replace("<mark>", "").replace("</mark>", "").split()) <= {*text.split(), "…", "&amp;"}
    assert len(cut) < 200


def test_a_long_sentence_is_cut_between_words():
    cut = snippet("Vorne steht viel " * 20 + "und eine Frist " + "hinten auch " * 20, terms_of("Frist"))
    assert cut.startswith("… ")
    assert set(cut.replace("<mark>", "").replace("</mark>", "").split()) == {
        "…", "Vorne", "steht", "viel", "und", "eine", "Frist", "hinten", "auch",
    }  # fmt: skip


def test_a_short_text_is_quoted_whole_and_one_without_the_word_not_at_all():
    assert snippet("Eine Frist.", terms_of("Frist")) == "Eine <mark>Frist</mark>."
    assert snippet("Nichts davon.", terms_of("Frist")) == ""
