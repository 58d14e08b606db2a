"""Each kind of block once: its description, what a learner reads, and what its HTML has to contain."""

import tempfile
from pathlib import Path

from wagtail.models import Collection

from courses.services.writing import bodies
from tests.factories.courses import LessonFactory
from tests.media.samples import CAPTIONS, FILM, pixel, sound

FILM_OF = {"title": "Rundgang", "file": "film.webm", "captions": "film.vtt", "transcript": "Guten Tag.", "seconds": 2}
SPOKEN = {"title": "Anruf", "file": "ton.wav", "transcript": "Grüß Gott.", "seconds": 1}
CHOICES = [{"text": "ja", "right": True, "feedback": "Genau."}, {"text": "nein", "right": False, "feedback": ""}]
TABLE = {
    "caption": "Wer was braucht",
    "head": ["Anliegen", "Unterlage"],
    "rows": [["Umzug", "Ausweis"], ["Parken"]],
}
KINDS = {
    "text": ("<h2>Wer?</h2><p>Das <b>Amt</b>.</p>", "Wer?|Das|Amt|.", "h2 + p > b"),
    "hint": ({"tone": "warn", "title": "Achtung", "text": "<p>Nie!</p>"}, "Achtung|Nie!", ".wj-note--warn h2 + div"),
    "steps": (
        {"title": "Umzug", "steps": [{"title": "Ausweis", "text": "<p>Prüfen.</p>"}, {"title": "Adresse"}]},
        "Umzug|Ausweis|Prüfen.|Adresse",
        "h2 + ol > li + li",
    ),
    "image": (
        {"file": "bild.png", "alt": "Ein Punkt", "caption": "Sehr klein"},
        "Sehr klein",
        "figure img[alt='Ein Punkt'][width][height] + figcaption",
    ),
    "video": (
        FILM_OF,
        "Rundgang|Video als Text lesen|Guten Tag.",
        "video[controls] > track[kind=captions][srclang=de]",
    ),
    "audio": (SPOKEN, "Anruf|Aufnahme als Text lesen|Grüß Gott.", "audio[controls][src$='.wav'] + details"),
    "file": (
        {"title": "Liste", "file": "liste.txt", "description": "Zum Abhaken"},
        "Liste|Zum Abhaken|„Liste“ herunterladen (TXT, 10\xa0Bytes)",
        "a[href^='/dokumente/']",
    ),
    "links": (
        {"title": "Mehr", "links": [{"label": "Gesetz", "url": "https://example.org/g", "note": "Alles"}]},
        "Mehr|Gesetz|Alles",
        "h2 + ul a[href='https://example.org/g']",
    ),
    "accordion": (
        {"items": [{"title": "Und wenn nicht?", "text": "<p>Dann doch.</p>"}]},
        "Und wenn nicht?|Dann doch.",
        "details:not([open]) > summary + div",
    ),
    "table": (
        TABLE,
        "Wer was braucht|Anliegen|Unterlage|Umzug|Ausweis|Parken",
        "caption + thead th[scope=col] ~ th, tbody th[scope=row] + td[data-label=Unterlage]",
    ),
    "quote": ({"text": "Erst zuhören.", "source": "Ein Amt"}, "Erst zuhören.|Ein Amt", "blockquote + figcaption"),
    "glossary": (
        {"terms": [{"term": "Bescheid", "explanation": "Eine Entscheidung."}]},
        "Bescheid|Eine Entscheidung.",
        "dl > div > dt + dd",
    ),
    "self_check": (
        {"question": "Stimmt das?", "kind": "single", "choices": CHOICES},
        "Prüfen Sie sich selbst|Ohne Note. Ihre Antwort wird nicht gespeichert, nur Sie sehen sie.|Stimmt das?|ja|nein"
        "|Antwort prüfen",
        "fieldset > legend",
    ),
    "task": (
        {"title": "Ein Brief", "text": "<p>Suchen Sie.</p>", "minutes": 15},
        "Probieren Sie das im Amt aus · etwa 15 Minuten|Ein Brief|Suchen Sie.",
        "h2 + div",
    ),
    "embed": (
        {"title": "Stadtrat", "url": "https://youtu.be/dQw4w9WgXcQ"},
        "Stadtrat|Dieser Film liegt bei YouTube. Erst wenn Sie ihn laden, verbindet sich Ihr Gerät mit "
        "www.youtube-nocookie.com. Dann erfährt YouTube Ihre Internet-Adresse (IP) und dass Sie von dieser Seite "
        "kommen.|Film von YouTube laden|Stattdessen bei YouTube ansehen",
        "a[href^='?einbetten=']",
    ),
}
EVERYTHING = [{"type": kind, "value": value} for kind, (value, _text, _shown) in KINDS.items()]
FILES = {"film.webm": FILM, "film.vtt": CAPTIONS, "ton.wav": sound(), "bild.png": pixel(), "liste.txt": b"Erstens..."}


def store_in(folder):
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return bodies.Store(folder, Collection.get_first_root_node(), None, "probe")


def written(store, *blocks):
    return bodies.lesson({"slug": "eins", "body": list(blocks)}, store)


def lesson_of_everything(course):
    with tempfile.TemporaryDirectory() as folder:
        return LessonFactory(parent=course, title="Alle Blöcke", body=written(store_in(Path(folder)), *EVERYTHING))
