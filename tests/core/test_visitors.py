"""Pages kept for visitors: whose they are, and when they are forgotten."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from courses.services.reviewing import withdrawal
from courses.services.writing.authoring import set_up_shelf
from tests.factories.courses import CourseFactory, lessons_of
from tests.queries import queries_of

CATALOGUE = reverse("courses:catalogue")


@pytest.fixture
def course(cast):
    set_up_shelf(cast.nuremberg)
    goals = [{"type": "goal", "value": "Sie führen Akten."}]
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=1, goals=goals, contact="a@example.org")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do something and let its transaction end."""

    def do(action, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return action(*args, **kwargs)

    return do


def titles(client, address=CATALOGUE):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return [link.get_text() for link in page.select(".wj-card__link")]


def kept():
    return len(caches["pages"]._cache) - 1  # the version stands there, too


def test_the_second_visitor_asks_the_database_nothing(client, course):
    assert (queries_of(client, CATALOGUE), queries_of(Client(), CATALOGUE)) == (0, 0)
    assert queries_of(client, course.url) == 0


def test_a_kept_page_is_the_page(client, course):
    for address in (CATALOGUE, course.url):
        first, second = client.get(address), Client().get(address)
        assert first.content == second.content
        assert dict(first.headers) == dict(second.headers)
        assert "default-src 'none'" in second["Content-Security-Policy"]
        assert (second["Cache-Control"], second["Vary"]) == ("private, no-cache", "Cookie")
        assert second["Content-Language"] == "de"


@pytest.mark.parametrize(
    "change",
    [
        lambda course, _hanna: course.save_revision().publish(),
        lambda course, _hanna: lessons_of(course)[0].save_revision().publish(),
        lambda course, _hanna: course.unpublish(),
        lambda course, _hanna: course.delete(),
        lambda course, _hanna: course.move(CourseFactory().get_parent(), pos="last-child"),
        lambda course, hanna: withdrawal.close_to_new(course, actor=hanna),
        lambda course, hanna: withdrawal.close_to_all(course, on=timezone.localdate(), actor=hanna),
    ],
    ids=["publish", "publish a lesson", "unpublish", "delete", "move", "close", "close to all"],
)
def test_what_happens_to_a_course_forgets_all_pages(client, cast, course, committed, change):
    assert asked_once(client) > 0
    assert asked_once(client) == 0
    committed(change, course, cast.hanna)
    assert asked_once(client) > 0


def asked_once(client):
    with CaptureQueriesContext(connection) as asked:
        client.get(CATALOGUE)
    return len(asked)


def test_visitors_see_what_was_published_at_once(client, cast, course, committed):
    assert titles(client) == ["Akten führen"]
    course.title = "Akten finden"
    committed(course.save_revision().publish)
    assert titles(client) == ["Akten finden"]


def test_a_draft_forgets_nothing(client, course, committed):
    titles(client)
    course.title = "Noch nicht"
    committed(course.save_revision, log_action=True)
    assert asked_once(client) == 0


def test_what_is_not_committed_shows_nowhere(client, course):
    titles(client)
    course.unpublish()  # still in its transaction
    assert titles(client) == ["Akten führen"]


def test_the_day_ends_what_is_valid_until_today(client, cast, monkeypatch):
    today = timezone.localdate()
    CourseFactory(city=cast.nuremberg, title="Bis heute", valid_until=today)
    assert titles(client) == ["Bis heute"]
    monkeypatch.setattr(timezone, "localdate", lambda: today + timedelta(days=1))
    assert titles(client) == []


def test_languages_and_themes_do_not_mix(client, course):
    def page(**cookies):
        browser = Client()
        browser.cookies.load(cookies)
        return BeautifulSoup(browser.get(course.url).content, "html.parser").html

    for _twice in range(2):
        assert (page()["lang"], page(django_language="en")["lang"]) == ("de", "en")
        assert page(theme="dark")["data-kern-theme"] == "dark"
        assert "data-kern-theme" not in page(theme="made-up").attrs
    assert kept() == 3


def test_who_is_signed_in_neither_leaves_nor_finds_a_page(client, cast, course):
    signed_in = Client()
    signed_in.force_login(cast.mina)
    signed_in.get(CATALOGUE)
    assert "Mina" not in client.get(CATALOGUE).content.decode()
    assert "Mina" in signed_in.get(CATALOGUE).content.decode()
    assert signed_in.get(CATALOGUE)["Cache-Control"] == "no-store, private"


def test_who_has_a_session_or_a_message_waiting_gets_a_page_of_their_own(client, course):
    client.get(CATALOGUE)
    for name in ("sessionid", "messages"):
        browser = Client()
        browser.cookies[name] = "x"
        assert queries_of(browser, CATALOGUE) > 0


def test_a_page_for_visitors_holds_no_token(client, course):
    strict = Client(enforce_csrf_checks=True)
    for address in (CATALOGUE, course.url):
        assert b"csrfmiddlewaretoken" not in strict.get(address).content
    assert dict(strict.cookies) == {}


def test_visitors_choose_language_and_theme_on_a_kept_page(course):
    strict = Client(enforce_csrf_checks=True)
    for _twice in range(2):
        page = BeautifulSoup(strict.get(course.url).content, "html.parser")
    back = page.find("form", action=reverse("set_language")).find("input", attrs={"name": "next"})["value"]
    assert strict.post(reverse("set_language"), {"language": "en", "next": back}).url == course.url
    assert strict.post(reverse("set_theme"), {"theme": "dark", "next": back}).url == course.url
    page = BeautifulSoup(strict.get(course.url).content, "html.parser").html
    assert (page["lang"], page["data-kern-theme"]) == ("en", "dark")


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("", 1),
        ("?city=nuernberg", 1),
        ("?topic=administration&level=beginner", 1),
        ("?level=beginner&topic=administration", 0),
        ("?q=akten", 0),
        ("?city=paris", 0),
        ("?city=nuernberg&utm_source=x", 0),
        ("?city=nuernberg&city=nuernberg", 0),
        ("?page=1", 0),
        ("?page=99", 0),
        ("?%00", 0),
        ("?city=", 0),
    ],
)
def test_only_addresses_the_product_makes_itself_are_kept(client, course, query, pages):
    assert client.get(CATALOGUE + query).status_code == 200
    assert kept() == pages


def test_made_up_addresses_fill_nothing(client, course):
    for address in (f"{course.url}?x=1", "/kurse/nuernberg/gibt-es-nicht/", lessons_of(course)[0].url):
        client.get(address)
    assert kept() == 0
