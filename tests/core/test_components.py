import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import RequestFactory
from django.utils import translation
from django_cotton import render_component

from lms.core.art import ICONS, drawing
from lms.core.styleguide import CITIES, HALTS, samples
from lms.core.templatetags import wanderjahr

TEMPLATES = Path(settings.BASE_DIR) / "templates"
COMPONENTS = sorted((TEMPLATES / "cotton").glob("*.html"))


@pytest.fixture(autouse=True)
def german():
    with translation.override("de"):
        yield


def draw(component, /, at="/", **props):
    return BeautifulSoup(render_component(RequestFactory().get(at), component, props), "html.parser")


def words(soup):
    return " ".join(soup.get_text(" ").split())


def test_page_header_says_where_we_are():
    page = draw("page-header", title="Ihre Bewerbung", crumbs=[("Austausch", "/austausch/")], over="Nummer 31")
    assert words(page) == "Austausch Nummer 31 Ihre Bewerbung"
    assert page.nav["aria-label"] == "Pfad"
    assert page.a["href"] == "/austausch/"


def test_city_is_a_letter_in_its_shape_and_a_name():
    city = draw("city", city=CITIES[1], prefix="Kurs aus")
    assert city.span["data-city"] == "augsburg"
    assert words(city) == "A Kurs aus Augsburg"


def test_strecke_says_each_state_in_words_and_has_one_current_station():
    road = draw("strecke", halts=HALTS, label="Stand")
    assert [words(state) for state in road.select(".wj-halt__state")] == [
        "Erledigt",
        "Erledigt",
        "Wartet auf Konrad Kunstfigur",
        "Gesperrt",
        "Kommt noch",
    ]
    assert [words(halt.select_one(".wj-halt__name")) for halt in road.select("[aria-current=step]")] == ["Zuordnung"]


def test_mini_strecke_is_a_picture_only():
    mini = draw("mini-strecke", done=3, total=5)
    assert mini.div["aria-hidden"] == "true"
    assert [step.get("class") for step in mini.select("span")] == [["is-done"]] * 3 + [["is-current"], None]


def test_long_progress_is_a_bar():
    assert draw("progress", done=12, total=30).progress["value"] == "12"


@pytest.mark.parametrize(("tone", "sign"), [("ok", "✓"), ("warn", "!"), ("stop", "–"), ("here", "●"), ("", "○")])
def test_status_never_speaks_by_color_alone(tone, sign):
    assert words(draw("status-badge", tone=tone)) == f"Stand: {sign}"


def test_confirm_asks_and_sends_without_javascript():
    question = draw("confirm", action="/ablehnen/", label="Ablehnen", question="Wirklich?", send="Bewerbung ablehnen")
    assert words(question.summary) == "Ablehnen"
    assert (question.form["method"], question.form["action"]) == ("post", "/ablehnen/")
    assert question.find("input", attrs={"name": "csrfmiddlewaretoken"})
    assert words(question.button) == "Bewerbung ablehnen"


def test_button_names_end_with_what_they_are_about():
    assert (
        words(draw("action-form", action="/", label="Nach oben", about="Bürgeramt").button) == "Nach oben : Bürgeramt"
    )


def test_pager_keeps_the_filters():
    pager = draw("pager", at="/kurse/?stadt=augsburg&page=2", page=samples()["page"])
    assert [link["href"] for link in pager.select("a")] == ["?stadt=augsburg&page=1", "?stadt=augsburg&page=3"]
    assert "Seite 2 von 5" in words(pager)


def test_a_single_page_needs_no_pager():
    assert words(draw("pager", page=None)) == ""


def test_blocked_task_is_no_link():
    assert draw("task", number="6", title="Absenden", state="blocked", url="/absenden/").a is None


def test_whose_turn_it_is():
    turn = draw("who-is-next", name="Hanna Hypothese", role="Ausbildungsleitung", until="Do, 10. Dez.")
    assert words(turn) == "Wer ist dran? HH Hanna Hypothese Ausbildungsleitung bis Do, 10. Dez."
    assert "Sie sind dran." in words(draw("who-is-next", you=True))


@pytest.mark.parametrize(
    ("start", "end", "german", "english"),
    [
        (date(2027, 3, 1), date(2027, 4, 9), "1. März bis 9. April 2027", "1 March to 9 April 2027"),
        (date(2027, 3, 1), date(2027, 3, 26), "1. bis 26. März 2027", "1 to 26 March 2027"),
        (
            date(2026, 12, 7),
            date(2027, 1, 8),
            "7. Dezember 2026 bis 8. Januar 2027",
            "7 December 2026 to 8 January 2027",
        ),
        (date(2027, 3, 1), date(2027, 3, 1), "1. März 2027", "1 March 2027"),
        (date(2027, 3, 1), None, "1. März 2027", "1 March 2027"),
        (None, None, "", ""),
    ],
)
def test_periods(start, end, german, english):
    assert wanderjahr.date_range(start, end).replace("\N{NO-BREAK SPACE}", " ") == german
    with translation.override("en"):
        assert wanderjahr.date_range(start, end).replace("\N{NO-BREAK SPACE}", " ") == english


def test_days_stay_on_one_line():
    assert wanderjahr.day(date(2027, 1, 5)) == "Di, 5.\N{NO-BREAK SPACE}Jan.\N{NO-BREAK SPACE}2027"
    assert wanderjahr.day_short(date(2027, 1, 5)) == "Di, 5.\N{NO-BREAK SPACE}Jan."
    assert wanderjahr.day(None) == ""
    with translation.override("en"):
        assert wanderjahr.day(date(2027, 1, 5)) == "Tue 5\N{NO-BREAK SPACE}Jan\N{NO-BREAK SPACE}2027"


def test_moments_are_told_in_local_time():
    moment = datetime(2027, 1, 5, 23, 30, tzinfo=UTC)
    assert wanderjahr.day_time(moment).replace("\N{NO-BREAK SPACE}", " ") == "Mi, 6. Jan. 2027, 00:30 Uhr"


def test_filters_change_one_thing_and_start_at_the_first_page():
    context = {"request": RequestFactory().get("/kurse/?stadt=augsburg&kurz=1&page=4")}
    assert wanderjahr.querystring_replace(context, stadt="muenchen") == "?kurz=1&stadt=muenchen"
    assert wanderjahr.querystring_replace(context, stadt=None) == "?kurz=1"


@pytest.mark.parametrize(
    ("target", "kept"), [("/austausch/", "/austausch/"), ("https://example.com/", ""), ("//x.y", "")]
)
def test_nobody_is_sent_to_another_site(target, kept):
    assert wanderjahr.safe_next(RequestFactory().get("/", {"next": target})) == kept


def test_drawings_come_from_our_folder_only():
    assert drawing("road").startswith("<svg ")
    assert drawing("../../README") == ""


def test_styleguide_shows_every_component():
    shown = (TEMPLATES / "styleguide.html").read_text()
    used = set(re.findall(r"<c-([a-z-]+)", shown)) - {"slot"}
    assert used == {path.stem.replace("_", "-") for path in COMPONENTS}


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_component_says_what_it_takes(path):
    source = path.read_text()
    assert source.startswith("{# ")
    described, _, rest = source.partition("#}")
    declared = (
        re.findall(r"[ :]([a-z_]+)=", re.search(r"<c-vars(.*?)/>", rest, re.DOTALL).group(1))
        if "<c-vars" in rest
        else []
    )
    assert [name for name in declared if name not in described] == []


@pytest.mark.parametrize("name", ["city", "date", "period", "person", "status_badge", "tag"])
def test_what_stands_in_sentences_ends_without_a_blank(name):
    drawn = str(draw(name, city=CITIES[0], start=date(2027, 3, 1), value=date(2027, 3, 1)))
    assert drawn == drawn.strip() != ""


def test_used_components_and_icons_exist():
    sources = [path.read_text() for path in TEMPLATES.rglob("*.html")]
    used = {name for source in sources for name in re.findall(r"<c-([a-z-]+)", source)} - {"slot", "vars"}
    icons = {name for source in sources for name in re.findall(r'icon="([a-z]+)"', source)}
    assert used - {path.stem.replace("_", "-") for path in COMPONENTS} == set()
    assert icons - set(ICONS) == set()
