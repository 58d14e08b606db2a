"""The PDF as bytes: the same each time, readable by people, screen readers, archives."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from certificates.content import Content, Halt, Items, Note, Table
from certificates.layout import Issuer, Sheet, draw
from certificates.layout.tagged import WIDTH
from certificates.layout.text import BOLD, Style, printable, wrap
from certificates.layout.words import NBSP
from tests.certificates.stories import CONTENT, RECORD
from tests.pdf import pdftotext
from tests.verapdf import verdicts

URL = "https://wanderjahr.example.org/v/7KQMWZ2HF9TRC"
COURSE = Sheet(
    kind="course",
    number="WJ-2026-000123",
    code="7KQMWZ2HF9TRC",
    check_url=URL,
    recipient="Mina Musterfrau",
    title="Datenschutz im Amt",
    content=CONTENT,
    issued_on=date(2026, 11, 9),
    issuer=Issuer("Nürnberg", "nuernberg"),
)
STAY = replace(
    COURSE, kind="exchange", title="Sechs Wochen im Bürgerbüro", content=RECORD, partner=Issuer("München", "muenchen")
)
SENTENCE = (
    "Die Auszubildende hat Vermerke entworfen, Gespräche geführt und Übersichten über "
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungsänderungsbekanntmachungsentwürfe erstellt. "
)
LONG = replace(
    STAY,
    recipient="Maximiliane-Theodora Freifrau von Österreichisch-Ungarischer-Grenzlandhausen zu Beispielstadt",
    title="Österreichisch-Ungarischer Verwaltungsaustausch zur Digitalisierungsstrategiefortschreibungskoordinierung",
    replaces="WJ-2026-000099",
    content=Content(
        lead="hat teilgenommen:",
        way=tuple(Halt(f"Straßenverkehrsangelegenheiten {number}", "2 Wochen") for number in range(8)),
        sections=(
            Items("Aufgaben", tuple(SENTENCE * (1 + number % 3) for number in range(6))),
            Table(
                "Kurse", ("Kurs", "Inhalt", "Wann"), tuple((f"Kurs {n}", SENTENCE, "Österreichisch") for n in range(6))
            ),
            Note("Freitext", SENTENCE * 14 + "\n" + SENTENCE),
        ),
    ),
)
ENGLISH = replace(COURSE, language="en", kind="participation", content=Content(), issuer=Issuer("Augsburg", "augsburg"))
SHEETS = {"course": COURSE, "stay": STAY, "long": LONG, "english": ENGLISH}


@pytest.fixture(scope="module", params=SHEETS)
def sheet(request):
    return SHEETS[request.param]


def opened(sheet):
    return pikepdf.open(BytesIO(draw(sheet)))


def elements(node, tag):
    """All structure elements of a kind, in reading order."""
    if isinstance(node, pikepdf.Array):
        return [found for kid in node for found in elements(kid, tag)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    return ([node] if str(node.S) == f"/{tag}" else []) + elements(node.get("/K", pikepdf.Array()), tag)


def text_of(sheet, *options):
    return pdftotext(draw(sheet), *options)


def test_the_same_certificate_is_the_same_file(sheet):
    assert draw(sheet) == draw(sheet)


def test_drawn_by_many_at_once_every_file_is_whole():
    alone = {name: draw(sheet) for name, sheet in SHEETS.items()}
    patience = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads of a server take turns this often only by bad luck
    try:
        with ThreadPoolExecutor(8) as pool:
            files = list(pool.map(lambda name: (name, draw(SHEETS[name])), list(SHEETS) * 10))
    finally:
        sys.setswitchinterval(patience)
    assert [name for name, file in files if file != alone[name]] == []


def test_verapdf_finds_it_accessible_and_fit_for_archives_and_would_say_no(tmp_path):
    for name, sheet in SHEETS.items():
        (tmp_path / f"{name}.pdf").write_bytes(draw(sheet))
    with opened(COURSE) as pdf:
        del pdf.Root.MarkInfo
        pdf.save(tmp_path / "untagged.pdf")
    found = verdicts(sorted(tmp_path.glob("*.pdf")))
    broken = [found.pop(("untagged.pdf", flavour)).partition(";")[0] for flavour in ("ua1", "2a")]
    assert found == {(f"{name}.pdf", flavour): "compliant" for name in SHEETS for flavour in ("ua1", "2a")}
    assert broken == ["broken", "broken"]


def test_a_person_reads_what_was_certified():
    text = text_of(STAY, "-layout").replace(NBSP, " ")
    for part in (
        "Austauschnachweis",
        "Mina Musterfrau",
        "Sechs Wochen im Bürgerbüro",
        "Stadt Nürnberg",
        "Stadt München",
        "7. September bis 16. Oktober 2026",
        "Verständlich schreiben",
        "Marlene Muster",
        "Ausgestellt am 9. November 2026 von der Stadt Nürnberg.",
        "7KQM-WZ2H-F9TR-C",
        "wanderjahr.example.org/v/7KQMWZ2HF9TRC",
        "kein Zeugnis im Sinne des § 16 BBiG",
        "Seite 1 von",
    ):
        assert part in text


def test_words_stay_apart_where_lines_break():
    content = Content(sections=(Note("Text", "Ein Satz, der in der Mitte umbricht. " * 8),))
    text = " ".join(text_of(replace(COURSE, content=content), "-raw").split())
    assert ("Ein Satz, der in der Mitte umbricht. " * 8).strip() in text


def test_every_page_says_which_one_it_is():
    text = text_of(LONG)
    with opened(LONG) as pdf:
        pages = len(pdf.pages)
    assert pages > 2
    assert all(f"Seite {page} von {pages}" in text for page in range(1, pages + 1))
    assert "Ersetzt den Nachweis WJ-2026-000099." in " ".join(text.split())


def test_nothing_overlaps_or_leaves_the_page(sheet):
    for page in ElementTree.fromstring(text_of(sheet, "-bbox")).iter("{http://www.w3.org/1999/xhtml}page"):
        boxes = [[float(word.get(edge)) for edge in ("xMin", "yMin", "xMax", "yMax")] for word in page]
        assert all(55 < left < right < WIDTH - 55 and 0 < top < bottom < 820 for left, top, right, bottom in boxes)
        middles = [(left, right, (top + bottom) / 2) for left, top, right, bottom in boxes]
        for index, (left, right, middle) in enumerate(middles):
            for other_left, other_right, other in middles[index + 1 :]:
                assert abs(middle - other) > 5 or left >= other_right - 1 or other_left >= right - 1


def test_a_screen_reader_finds_headings_tables_list_and_picture():
    with opened(STAY) as pdf:
        root = pdf.Root.StructTreeRoot.K
        assert [len(elements(root, tag)) for tag in ("H1", "H2", "Figure", "Link", "Table", "L")] == [1, 5, 1, 1, 2, 1]
        assert str(elements(root, "Figure")[0].Alt) == f"QR-Code mit der Adresse der Echtheitsprüfung: {URL}"
        assert [str(cell.A.Scope) for cell in elements(root, "TH")] == ["/Row", "/Row", "/Column", "/Column"]
        assert (str(pdf.Root.Lang), pdf.Root.MarkInfo.Marked) == ("de", True)
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Austauschnachweis WJ-2026-000123"
        assert [str(entry.title) for entry in pdf.open_outline().root] == [
            "Der Einsatz",
            "Kurse",
            "Rückmeldung",
            "Bestätigt durch",
        ]


def test_only_our_font_is_inside_and_all_of_it_embedded(sheet):
    with opened(sheet) as pdf:
        fonts = {str(font.BaseFont): font for page in pdf.pages for font in page.Resources.Font.values()}
        assert all("+FiraSans-" in name and "/FontFile2" in font.FontDescriptor for name, font in fonts.items())


def test_the_qr_code_holds_nothing_but_the_address():
    with opened(STAY) as pdf:
        links = [str(annotation.A.URI) for page in pdf.pages for annotation in page.get("/Annots", [])]
    assert links == [URL]
    assert "Musterfrau" not in URL


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Jürgen Groß", "Jürgen Groß"),
        ("Łukasz Đặng", "Łukasz Đặng"),
        ("Ju\N{COMBINING DIAERESIS}rgen", "Jürgen"),
        ("a\tb\nc\x00\N{ZERO WIDTH SPACE}d", "a b cd"),
        ("中文", "??"),
        ("3 ㎏", "3 kg"),
        ("100 ~ 200", "100 ~ 200"),
    ],
)
def test_what_the_font_lacks_is_replaced_visibly(written, printed):
    assert printable(written) == printed


def test_lines_keep_within_their_room_and_lose_no_letter():
    style = Style(BOLD, 12, 16, "#000000")
    lines = wrap(SENTENCE, style, 120)
    assert all(style.width(line.rstrip()) <= 122 for line in lines)
    assert "".join(lines).replace("\N{SOFT HYPHEN}", "").strip() == SENTENCE.strip()
