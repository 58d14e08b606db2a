"""How texts are folded for searching, as databases differ in what they know of umlauts, and how files are named."""

import re
import unicodedata

MOST_WORDS = 8
UMLAUT = re.compile(r"(?<=[aou])e")
IN_FILES = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def fold(text: str) -> str:
    """Small letters without dots and accents: so texts are kept for searching, and so words are compared with them."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter != "\N{SOFT HYPHEN}")


def spellings_of(words: str) -> list[tuple[str, ...]]:
    """The words of a search, folded, each with a second spelling if „ae“ may stand for „ä“.

    Signs, which are commands to search engines, are left out.
    """
    found = dict.fromkeys(re.findall(r"[^\W_]+", fold(words)))
    return [tuple(dict.fromkeys((word, UMLAUT.sub("", word)))) for word in list(found)[:MOST_WORDS]]


def file_name(text: str) -> str:
    """For files: „Abschlüsse“ becomes „abschluesse“, as Germans write it where umlauts are not possible."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).translate(IN_FILES).casefold())
    return re.sub(r"[^a-z0-9_]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")
