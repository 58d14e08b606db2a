"""Who hears what, and how: the matrix as a table, against the texts, the code and the page."""

import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse

from lms.notifications.matrix import MATRIX, PERSONAL_FACTS, event_of
from lms.notifications.models import Delivery, Notification
from lms.notifications.overview import subject_of
from lms.notifications.services import notify
from lms.notifications.texts import text_of
from tests.core.test_notifications import texts
from tests.factories.people import UserFactory

TABLE = settings.BASE_DIR / "tests" / "notifications" / "matrix.txt"


def test_every_kind_has_a_row_and_every_row_a_text():
    assert set(MATRIX) == texts()


def test_the_table_is_as_it_was_agreed():
    """A new or changed row is written into matrix.txt by hand, so that somebody has judged who hears what."""
    rows = [
        " | ".join([kind, event.urgency, ", ".join(event.who), event.deadline]).rstrip(" |")
        for kind, event in sorted(MATRIX.items())
    ]
    assert rows == TABLE.read_text().splitlines()


def test_every_row_says_who_hears_of_it():
    assert [kind for kind, event in MATRIX.items() if not event.who or len(set(event.who)) < len(event.who)] == []


def test_an_unknown_kind_is_refused_with_what_is_to_be_done(cast):
    with pytest.raises(LookupError, match="needs a row for it"):
        notify(cast.mina, "exchange/surprise", url="/")
    assert (Notification.objects.count(), Delivery.objects.count()) == (0, 0)
    with pytest.raises(LookupError):
        event_of("exchange/surprise")


@pytest.mark.parametrize("kind", sorted(MATRIX))
def test_a_mail_names_nobody_but_its_reader(kind, undefined):
    """Whatever facts a text names: names of people and free text are not among what goes by mail."""
    reader = UserFactory.build(pk=1, first_name="Barbara", last_name="Blaupause")
    others = dict.fromkeys(PERSONAL_FACTS, "Mina Musterfrau ist krank")
    source = (settings.BASE_DIR / "templates" / "mail" / f"{kind}.txt").read_text()
    days = dict.fromkeys([*re.findall(r"=(\w+)\|da(?:y|te)", source), "ends"], "2027-03-01")
    words = {word: "Beispiel" for word in source.replace("|", " ").replace("=", " ").split() if word.isidentifier()}
    message = Notification(recipient=reader, kind=kind, url="/x/", facts={**words, "count": 2, **days, **others})
    for language, _name in settings.LANGUAGES:
        subject, body = text_of(message, language, by_mail=True)
        assert "Musterfrau" not in subject + body
        assert body.count("http") == 1
        assert "…" in subject_of(kind) or subject_of(kind)
    undefined.clear()


def test_the_screen_names_who_did_it(cast):
    facts = {"by": cast.barbara.full_name, "title": "Briefe", "city": "Nürnberg"}
    message = notify(cast.hanna, "courses/course_released", url="/kurse/", **facts)
    assert "Barbara Blaupause" in text_of(message, "de")[1]
    assert "Barbara" not in text_of(message, "de", by_mail=True)[1]


def test_the_page_says_every_row_in_words(cast, client):
    client.force_login(cast.mina)
    page = BeautifulSoup(client.get(reverse("notifications:matrix")).content, "html.parser")
    rows = [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in page.select("tbody tr")]
    assert len(rows) == len(MATRIX)
    assert ["Sie haben einen Platz in …", "⚡ sofort per Mail"] in [[what, how] for what, _who, how in rows]
