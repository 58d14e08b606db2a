import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from courses.blocks import NOTE, PROSE
from lms.core.markup import cleaned

EVERY_FORMAT = (
    '<h2 data-block-key="a1">Wer?</h2><p data-block-key="b2">Das <b>Amt</b>, <i>sofort</i>.<br/>Mehr '
    '<a href="https://example.org/?a=1&amp;b=2">hier</a>, <a linktype="page" id="3">dort</a>, '
    '<a id="4" linktype="document">Datei</a>, <a href="mailto:a@example.org">Post</a>, '
    '<a href="#unten">unten</a></p><h3 data-block-key="c3">Was?</h3><ul><li data-block-key="d4">eins</li></ul>'
    '<ol><li data-block-key="e5">zwei</li></ol>'
)
OPENED = "p a b li svg math script style iframe img template noscript h1 textarea title mglyph ! !-- ![CDATA[ /"
NAMED = "href linktype id style onclick onerror src class srcset xlink:href data-block-key"
VALUES = (
    "javascript: JaVa\tScript: vbscript: data:text/html, https://example.org //evil.example page document 3 alert(1) "
    "&#106; &colon; &lt;script&gt; --> ]]> > /> \" ' ` ="
)
PIECES = st.sampled_from(
    [f"<{tag}" for tag in OPENED.split()]
    + [f" {name}=" for name in NAMED.split()]
    + [*VALUES.split(" "), " ", "\n", "\x00", "\u2028", "ü"]
)
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)


class Seen(HTMLParser):
    """What a browser would find; names and values decoded."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.addresses, self.comments = set(), set(), [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        given = dict(attrs)
        assert ("id" in given) <= ("linktype" in given)
        assert given.get("linktype", "page") in ("page", "document")
        assert given.get("id", "0").isdigit()

    def handle_comment(self, data):
        self.comments.append(data)


def test_what_the_editor_writes_stays_as_it_is():
    assert cleaned(EVERY_FORMAT, tuple(PROSE)) == EVERY_FORMAT


def test_what_the_editor_makes_of_it_passes_too(db):
    converter = ContentstateConverter(features=PROSE)
    written = converter.to_database_format(converter.from_database_format(EVERY_FORMAT))
    assert cleaned(written, tuple(PROSE)) == written


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<h2>Titel</h2><p>x</p>", "Titel<p>x</p>"),
        ('<a linktype="document" id="4">Datei</a>', "<a>Datei</a>"),
        ('<p style="color:red" class="x" onclick="y()">x</p>', "<p>x</p>"),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="data:text/html,x" id="7">x</a>', "<a>x</a>"),
        ('<a linktype="page" id="12345678901234567890">x</a>', '<a linktype="page">x</a>'),
        ("<script>alert(1)</script><style>*{}</style><p>x", "<p>x</p>"),
        ('<embed embedtype="media" url="https://evil.example"/>x', "x"),
        ("x\ud800y", "x?y"),
    ],
)
def test_a_note_has_fewer_formats_and_nothing_runs(html, left):
    assert cleaned(html, tuple(NOTE)) == left


@given(st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join), st.sampled_from([tuple(PROSE), tuple(NOTE)]))
@example('<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', ())
@example('<noscript><p title="</noscript><img src=x onerror=alert(1)>">', tuple(PROSE))
@example('<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', tuple(PROSE))
def test_whatever_comes_in_only_our_formats_go_out(html, features):
    clean = cleaned(html, features)
    seen = Seen(clean)
    assert seen.tags <= {"p", "br", "h2", "h3", "b", "strong", "i", "em", "ol", "ul", "li", "a"}
    keys = {(tag, "data-block-key") for tag in ("p", "h2", "h3", "li")}
    assert seen.attributes <= keys | {("a", "href"), ("a", "linktype"), ("a", "id")}
    schemes = {found[1].lower() for address in seen.addresses if (found := SCHEME.match(address))}
    assert schemes <= {"http", "https", "mailto", "tel"}
    assert seen.comments == []
    assert cleaned(clean, features) == clean
