"""Photographs of the demo for README and documents: `make screenshots` writes docs/screenshots/*.png."""

import subprocess
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from PIL import Image

from certificates.models import Certificate
from certificates.services.documents import ensure_pdf
from courses.models import Attempt, CoursePage, LessonPage, TestPage
from courses.services.assessing import assessment
from exchange.models import Application, ExchangeRound, HostOffer, MatchRun, Placement
from exchange.services import wishes
from lms.demo.build.everything import build_everything
from lms.demo.build.rounds import fitting
from people.models import User
from tests.browser.steps import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.screenshots]

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 375, "height": 812}, "is_mobile": True, "has_touch": True, "device_scale_factor": 1.5}
AT_MOST = 150_000
COURSE = "fit-fuer-den-austausch"


def person(first_name):
    return User.objects.get(email__startswith=f"{first_name}.")


def open_round():
    return ExchangeRound.objects.get(status="applications_open")


def places():
    return HostOffer.objects.filter(round=open_round(), status="published").order_by("pk")


def lessons():
    return LessonPage.objects.child_of(CoursePage.objects.get(slug=COURSE)).order_by("path")


def of_nuremberg():
    return CoursePage.objects.get(title__startswith="Die digitale Akte")


def draft():
    return Application.objects.get(apprentice=person("mina"), round=open_round())


def approved():
    return Application.objects.filter(round=open_round(), status="approved").order_by("pk")[0]


def record(status="issued"):
    found = Certificate.objects.filter(kind="exchange", status=status).order_by("-pk")
    return found.filter(recipient=person("emil"))[0] if status == "issued" else found[0]


def attempt(first_name, status):
    return Attempt.objects.filter(enrollment__person=person(first_name), status=status).order_by("pk")[0]


def comparison():
    return reverse("exchange:compare") + "?" + urlencode([("platz", place.pk) for place in places()[:3]])


SHOTS = {
    "start": ("mina", lambda: reverse("home")),
    "personas": (None, lambda: reverse("demo:personas")),
    "catalogue": ("mina", lambda: reverse("courses:catalogue")),
    "course": ("mina", lambda: lessons()[0].get_parent().url),
    "lesson": ("mina", lambda: lessons()[1].url),
    "test": ("zoe", lambda: reverse("courses:attempt", args=[attempt("zoe", "open").pk])),
    "result": ("zoe", lambda: reverse("courses:result", args=[attempt("zoe", "submitted").pk])),
    "workbench": ("barbara", lambda: reverse("courses:workbench", args=[of_nuremberg().pk])),
    "question-bank": ("barbara", lambda: reverse("questions:index")),
    "marking": ("barbara", lambda: reverse("courses:marking")),
    "explore": ("mina", lambda: reverse("exchange:explore")),
    "offer": ("mina", lambda: places()[0].get_absolute_url()),
    "compare": ("mina", comparison),
    "application": ("mina", lambda: reverse("exchange:application_wishes", args=[draft().pk])),
    "application-tasks": ("mina", lambda: draft().get_absolute_url()),
    "application-status": (lambda: approved().apprentice, lambda: approved().get_absolute_url()),
    "inbox": ("hanna", lambda: reverse("exchange:inbox")),
    "round": ("konrad", lambda: open_round().get_absolute_url()),
    "match_run": ("konrad", lambda: reverse("exchange:match_run", args=[MatchRun.objects.order_by("-pk")[0].pk])),
    "placement": ("kilian", lambda: Placement.objects.get(apprentice=person("kilian")).get_absolute_url()),
    "placements": ("hanna", lambda: reverse("exchange:placement_list")),
    "offer_form": ("otto", lambda: reverse("exchange:offer_create")),
    "calendar": ("mina", lambda: reverse("training:calendar")),
    "cities": ("hanna", lambda: reverse("training:cities")),
    "rules": ("hanna", lambda: reverse("training:rules")),
    "certificate": ("emil", lambda: reverse("certificates:detail", args=[record().pk])),
    "verify": (None, lambda: f"/v/{record().code}"),
    "revoked": (None, lambda: f"/v/{record('revoked').code}"),
    "who-sees-what": ("mina", lambda: reverse("who_sees_what")),
    "messages": ("hanna", lambda: reverse("notifications:list")),
}


@pytest.fixture
def demo(transactional_db):
    """The demo, a little further: Mina has put places in order, Zoe tries her test again."""
    build_everything()
    wishes.set_wishes(draft(), fitting(open_round(), person("mina"))[:4], actor=person("mina"))
    again = attempt("zoe", "submitted").enrollment
    assessment.start_attempt(again, TestPage.objects.child_of(again.course).get(), actor=person("zoe"))


def lighten(path):
    """A palette is enough for pages, and a third of the weight."""
    with Image.open(path) as photograph:
        photograph.convert("RGB").quantize(256, kmeans=1, dither=Image.Dither.NONE).save(path, optimize=True)
    assert path.stat().st_size < AT_MOST, f"{path.name} is too heavy for the README"


def test_photographs_of_every_page_type(demo, new_page, live_server):
    pages = {"": new_page(**DESKTOP), "-phone": new_page(**PHONE)}
    for name, (who, address) in SHOTS.items():
        viewer = who() if callable(who) else who and person(who)
        for suffix, page in pages.items():
            sign_in(page, viewer, live_server.url)
            assert page.goto(address()).status == 200, name
            page.screenshot(path=FOLDER / f"{name}{suffix}.png", animations="disabled")
            lighten(FOLDER / f"{name}{suffix}.png")


def test_photograph_of_a_record(demo, tmp_path):
    pdf = tmp_path / "record.pdf"
    pdf.write_bytes(ensure_pdf(record()).pdf)
    picture = FOLDER / "certificate-pdf"
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-scale-to", "1100", pdf, picture], check=True)
    lighten(picture.with_suffix(".png"))
