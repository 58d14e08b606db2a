"""Every page type: accessible, light and dark, wide and narrow; valid HTML; nothing from elsewhere."""

import json
import shutil
import subprocess
from pathlib import Path
from zlib import crc32

import pytest
from django.conf import settings
from django.test import Client

from tests.browser.pages import pages_of, world_of
from tests.browser.steps import open_page, sign_in
from tests.nightly import NIGHTLY

MODULES = Path(settings.BASE_DIR) / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
# What a page is made of depends on its width alone. Every page is measured at both widths; all rules are asked at one
# of them, which follows from its name. `make nightly` asks at both, and looks at the contrast in the other colors too.
LOOKS = [(WIDE, "light", "dark"), (NARROW, "dark", "light")]

EXAMINE = """async run => (await axe.run(document, run)).violations.map(
    one => `${one.id}: ${one.nodes.map(node => node.target.join(" ")).join(", ")}`)"""
MEASURE = """() => ({
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    sideways: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    primary: [...document.querySelectorAll(".kern-btn--primary")].filter(one => one.checkVisibility()).length,
})"""
ALL_RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"], "preload": False}
READERS = ["", "mina", "kilian", "barbara", "carla", "hanna", "marlene", "konrad"]
MANY_BUTTONS = {"demo:styleguide"}  # it shows them all


@pytest.fixture
def shown(cast, settings):
    settings.ROOT_URLCONF = "tests.browser.urls"
    return pages_of(world_of(cast))


def person_of(cast, who):
    return getattr(cast, who) if who else None


def faults_of(page, shown):
    """What is wrong with a page, in words."""
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    status = open_page(page, shown)
    if status != shown.status:
        yield f"answers {status}"
    asked = crc32(shown.name.encode()) % len(LOOKS)
    for look, (size, colors, other_colors) in enumerate(LOOKS):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=colors)
        found = list(_measured(page, shown))
        if NIGHTLY or look == asked:
            found += page.evaluate(EXAMINE, ALL_RULES)
        if NIGHTLY:
            page.emulate_media(color_scheme=other_colors)
            found += page.evaluate(EXAMINE, CONTRAST)
        yield from (f"at {size['width']} px: {fault}" for fault in found)


def _measured(page, shown):
    found = page.evaluate(MEASURE)
    if found["headings"] != 1:
        yield f"{found['headings']} headings of the first level"
    if not found["title"].endswith(" – Wanderjahr"):
        yield f"title {found['title']!r}"
    if found["sideways"]:
        yield f"{found['sideways']} px wider than the window"
    if found["primary"] > 1 and shown.name not in MANY_BUTTONS:
        yield f"{found['primary']} primary buttons"


@pytest.mark.browser
@pytest.mark.parametrize("who", READERS)
def test_every_page_is_good_to_use_in_light_and_dark_wide_and_narrow(
    transactional_db, cast, shown, new_page, live_server, who
):
    assert {one.who for one in shown} == set(READERS)
    found, foreign = [], []
    page = new_page(reduced_motion="reduce")
    page.add_init_script(path=AXE)
    page.on("request", lambda request: request.url.startswith(live_server.url) or foreign.append(request.url))
    sign_in(page, person_of(cast, who), live_server.url)
    for one in (one for one in shown if one.who == who):
        found += [f"{one.name}: {fault}" for fault in faults_of(page, one)]
    assert "\n".join(found + foreign) == ""


def html_of(cast, shown, language):
    """Each page as the test client gets it."""
    clients = {}
    for one in shown:
        client = clients.get(one.who) or clients.setdefault(one.who, Client(raise_request_exception=False))
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        if one.who and "sessionid" not in client.cookies:
            client.force_login(person_of(cast, one.who))
        answer = client.get(one.url) if one.sends is None else client.post(one.url, one.sends)
        assert answer.status_code == one.status, one.name
        yield one, answer.content.decode()


@pytest.mark.skipif(not shutil.which("java"), reason="Java is missing (Debian: sudo apt install default-jre-headless)")
def test_every_page_is_valid_html(cast, shown, tmp_path):
    for language, pages in {"de": shown, "en": shown[::5]}.items():
        for number, (one, html) in enumerate(html_of(cast, pages, language)):
            name = f"{number:03} {one.who} {one.name} {language}.html".replace(":", " ").replace("/", " ")
            (tmp_path / name).write_text(html)
    check = ["java", "-Xss2m", "-jar", VNU, "--errors-only", "--format", "json", tmp_path]
    done = subprocess.run(check, capture_output=True, text=True)
    found = [
        f"{Path(one['url']).name.replace('%20', ' ')}:{one.get('lastLine')}: {one['message']}"
        for one in json.loads(done.stderr)["messages"]
    ]
    assert "\n".join(found) == ""
