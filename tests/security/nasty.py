"""What nobody types, and somebody sends all the same."""

from urllib.parse import quote, urlencode

from hypothesis import strategies as st

TEXTS = [
    "", " ", "\u00a0", "\x00", "a\x00b", "\x01\x08\x1b\x7f", "\r\nSet-Cookie: a=b", "\u202eabc\u2066", "\ud800",
    "\ufffe", "😀" * 50, "é" * 300, "x" * 100_000, "<" * 5_000, " " * 20_000 + "x", "\n" * 5_000,
    "9" * 30, "9" * 5_000, str(2**31), str(2**63), str(-(2**63) - 1), "-1", "0", "00", "+1", "1e400", "1.5", "1,5",
    "NaN", "inf", "0x10", "1_000", "²", "٣", "１２", "Ⅷ", "true", "null", "on", "None", "[]", "{}", "[1]", '{"a": 1}',
    "2024-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "99999-01-01", "2024-W53-9", "31.12.9999", "20240101",
    "2024-01-01T99:99", "-2024-01-01", "24:00", "10000-01-01", "2024-11-23T10:00+99:00", "0001-01-01T00:00+14:00",
    "__class__", "{{ 7*7 }}", "{% load %}", "{x.__class__}", "%s%n%(x)s", "${7*7}", "' OR 1=1 --", '"', "'", "\\",
    'a" OR NEAR(', "*", "a*", "^a", "title:", "NOT", "AND OR", "(", "a AND", '""""', "-", "&|!", ":*", "<->", "%", "_",
    "../../etc/passwd", "..\\..\\win.ini", "file:///etc/passwd", "//evil.example", "javascript:alert(1)",
    "/\\evil.example", '"><img src=x onerror=__xss()>', "]]>", "<!--", "=1+1",
]  # fmt: skip
BYTES = [b"\xff\xfe", b"\xc3\x28", b"\xed\xa0\x80", b"\xf0\x9f", b"\x80" * 50]

values = st.sampled_from(TEXTS) | st.sampled_from(BYTES) | st.text(max_size=40) | st.integers().map(str)


def encoded(pairs):
    """As a browser would send it, broken characters included."""
    return urlencode(list(pairs), encoding="utf-8", errors="surrogatepass")


def in_path(value):
    return (
        quote(value, safe="", encoding="utf-8", errors="surrogatepass")
        if isinstance(value, str)
        else quote(value, safe="")
    )
