"""Old and new words side by side."""

from hypothesis import given
from hypothesis import strategies as st

from courses.texts.wording import GAP, NEW, OLD, SAME, compared, marked

TEXTS = st.text(alphabet="ab .,\n", max_size=40)
LINES = st.lists(st.text(alphabet="ab ", min_size=1, max_size=8), max_size=8)


def read(pieces, *kinds):
    return "".join(text for kind, text in pieces if kind in kinds)


@given(TEXTS, TEXTS)
def test_old_and_new_text_can_be_read_from_the_marks(before, now):
    pieces = marked(before, now)
    assert (read(pieces, SAME, OLD), read(pieces, SAME, NEW)) == (before, now)


@given(LINES, LINES)
def test_no_line_is_lost_but_unchanged_ones(before, now):
    lines = compared(before, now, around=100)
    assert [kind for line in lines for kind, _text in line if kind == GAP] == []
    for kind, text in ((NEW, now), (OLD, before)):
        assert "".join(read(line, SAME, kind) for line in lines) == "".join(text)


def test_words_are_marked_not_letters():
    assert marked("Die Akte liegt im Schrank.", "Die Akten liegen im Schrank.") == [
        (SAME, "Die "), (OLD, "Akte liegt"), (NEW, "Akten liegen"), (SAME, " im Schrank."),
    ]  # fmt: skip


def test_texts_without_much_in_common_stand_one_after_the_other():
    assert marked("Frist ist Montag.", "Bitte rufen Sie uns dazu an, wir helfen gern!") == [
        (OLD, "Frist ist Montag."),
        (NEW, "Bitte rufen Sie uns dazu an, wir helfen gern!"),
    ]


def test_of_what_stayed_the_first_line_and_those_beside_a_change_are_shown():
    lines = [f"Zeile {n}" for n in range(9)]
    assert compared(lines, [*lines[:4], "Zeile vier", *lines[5:]]) == [
        [(SAME, "Zeile 0")],
        [(GAP, "")],
        [(SAME, "Zeile 3")],
        [(SAME, "Zeile "), (OLD, "4"), (NEW, "vier")],
        [(SAME, "Zeile 5")],
        [(GAP, "")],
    ]
