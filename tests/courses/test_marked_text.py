import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.texts.marked_text import links_in, to_html, to_marks

STORED = [
    ("Das <b>Amt</b> öffnet.", "Das **Amt** öffnet."),
    ("<i>Schräg</i> und <b>fett</b>", "_Schräg_ und **fett**"),
    ("<i><b>Beides</b></i>", "_**Beides**_"),
    ('Im <a id="a1">Gesetz</a> und im <a id="a2"><b>Merkblatt</b></a>', "Im [Gesetz](1) und im [**Merkblatt**](2)"),
    ("Eins<br/>zwei", "Eins\nzwei"),
    ("R&amp;D &lt;neu&gt; „so“", "R&D <neu> „so“"),
    ("Kolleg*innen und datei_neu_2.txt", "Kolleg*innen und datei_neu_2.txt"),
]


@pytest.mark.parametrize(("stored", "typed"), STORED)
def test_formats_are_signs_and_come_back(stored, typed):
    assert to_marks(stored) == typed
    assert to_html(typed) == stored


def test_lines_of_the_file_are_no_lines_of_the_text():
    assert to_marks("Das Amt\n  öffnet.<br>Um acht.") == "Das Amt öffnet.\nUm acht."


def test_links_are_known_by_their_number():
    assert links_in(to_html("[a](1), [b](12), [c](x)")) == {1, 12}


def test_nothing_that_is_typed_becomes_a_tag_of_its_own():
    assert to_html('<script>x</script> <a href="https://x">y</a>') == (
        '&lt;script&gt;x&lt;/script&gt; &lt;a href="https://x"&gt;y&lt;/a&gt;'
    )


@given(st.text(alphabet="ab*_[]()1<>&", max_size=30))
def test_what_is_shown_of_what_was_typed_is_stored_as_before(typed):
    stored = to_html(typed)
    assert to_html(to_marks(stored)) == stored
