import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.media.webvtt import Cue, NotWebVTT, read

WHOLE = """WEBVTT – Der erste Tag
Kind: captions

NOTE Von Hand geschrieben

STYLE
::cue { color: yellow }

1
00:01.000 --> 00:04.000 align:start
<v Mina>Guten Tag.

01:00:00.000 --> 01:00:02.500
Auf Wiedersehen,
bis morgen.
"""


def test_cues_are_read_with_their_times():
    assert read(WHOLE) == [
        Cue(1, 4, "<v Mina>Guten Tag."),
        Cue(3600, 3602.5, "Auf Wiedersehen,\nbis morgen."),
    ]


@pytest.mark.parametrize("changed", [WHOLE.replace("\n", "\r\n"), WHOLE.replace("\n", "\r"), "\ufeff" + WHOLE])
def test_ends_of_lines_and_byte_order_marks_of_other_systems_are_read(changed):
    assert read(changed) == read(WHOLE)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("1\n00:00:01,000 --> 00:00:04,000\nGuten Tag.", 1),
        ("WEBVTTx\n\n00:01.000 --> 00:04.000\nx", 1),
        ("WEBVTT\n\n00:01,000 --> 00:04,000\nx", 3),
        ("WEBVTT\n\n00:99.000 --> 01:00.000\nx", 3),
        ("WEBVTT\n\neins\n00:04.000 --> 00:01.000\nx", 4),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\n\nx", 3),
    ],
)
def test_what_is_wrong_is_found_in_its_line(text, line):
    with pytest.raises(NotWebVTT) as refused:
        read(text)
    assert refused.value.line == line


@pytest.mark.parametrize("text", ["WEBVTT", "WEBVTT\n\nNOTE nichts\n"])
def test_a_file_may_hold_no_captions(text):
    assert read(text) == []


@given(st.text(st.sampled_from("WEBVT\n \t:.->0129x"), max_size=80))
def test_any_text_is_read_or_refused(text):
    for start in ("", "WEBVTT\n\n", "WEBVTT\n\n00:01.000 --> "):
        try:
            cues = read(start + text)
        except NotWebVTT:
            continue
        assert all(cue.start < cue.end and cue.text for cue in cues)
