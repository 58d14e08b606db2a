"""Every kind of message has its text, every text its kind, and each can be read in both languages."""

import ast
import re
from functools import cache

from django.conf import settings

from lms.notifications.services import notify
from lms.notifications.texts import gist_of, text_of

MAIL = settings.BASE_DIR / "templates" / "mail"
APPS = ["certificates", "courses", "exchange", "learning", "training"]


def texts():
    return {path.relative_to(MAIL).with_suffix("").as_posix() for path in MAIL.rglob("*.txt")}


@cache
def words_in(app):
    """Every string of an app's code."""
    paths = [path for path in (settings.BASE_DIR / app).rglob("*.py") if "migrations" not in path.parts]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text()))]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_text_has_somebody_who_sends_it():
    """Kinds are named whole ("exchange/offer_paused") or by what follows their family (tell(…, "paused"))."""
    unsent = set()
    for kind in texts():
        app, name = kind.split("/")
        rest = name.partition("_")[2]
        if words_in(app).isdisjoint({kind, name, rest}):
            unsent.add(kind)
    assert unsent == set()


def test_every_kind_named_in_the_code_has_a_text():
    named = {word for app in APPS for word in words_in(app) if re.fullmatch(rf"{app}/[a-z_]*[a-z]", word)}
    assert named - texts() == set()


def test_subject_and_text_follow_the_language_of_the_reader(cast):
    message = notify(cast.mina, "certificates/issued", url="/nachweise/1/", number="WJ-2027-000001", title="Briefe")
    (german, body), (english, _body) = text_of(message, "de"), text_of(message, "en")
    assert (german, english) == ("Ihr Nachweis ist da", "Your certificate is ready")
    assert "WJ-2027-000001" in body


def test_the_screen_shows_what_is_to_be_said_without_greeting_and_address(cast):
    facts = {"number": "2027-F-0001", "round": "Frühjahr"}
    message = notify(cast.hanna, "exchange/application_to_decide", url="/austausch/bewerbung/1/", **facts)

    subject, sentences = gist_of(message, "en")
    assert subject == "An application waits for your decision"
    assert [sentence.partition(" in the round")[0] for sentence in sentences] == ["The application 2027-F-0001"]
