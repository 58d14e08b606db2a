from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from exchange.models import Application
from tests.factories.exchange import ApplicationFactory


@pytest.fixture
def browser_of(client):
    """A client in which a person was signed in, and whose session has ended meanwhile."""

    def ended(person):
        client.force_login(person)
        client.get(reverse("profile"))
        del client.cookies["sessionid"]
        return client

    return ended


def sign_in(client, person):
    client.force_login(person)


def test_text_sent_after_the_session_ended_waits_for_its_author(cast, browser_of):
    client = browser_of(cast.mina)
    page = reverse("profile")

    answer = client.post(page, {"idea": "Ein Datenblatt für alle", "csrfmiddlewaretoken": "x"})

    target = urlsplit(answer["Location"])
    assert (target.path, parse_qs(target.query)) == (reverse("account_login"), {"next": [page]})
    sign_in(client, cast.mina)
    assert client.get(page).wsgi_request.kept.dict() == {"idea": "Ein Datenblatt für alle"}
    assert client.get(page).wsgi_request.kept is None


def test_kept_text_is_never_shown_to_somebody_else(cast, browser_of):
    client = browser_of(cast.mina)
    client.post(reverse("profile"), {"idea": "nur für mich"})

    sign_in(client, cast.zoe)

    assert client.get(reverse("profile")).wsgi_request.kept is None


def test_passwords_are_not_kept(cast, browser_of):
    client = browser_of(cast.mina)
    client.post(reverse("profile"), {"password": "geheim", "note": "ja"})
    sign_in(client, cast.mina)
    assert client.get(reverse("profile")).wsgi_request.kept.dict() == {"note": "ja"}


def test_form_without_token_is_answered_kindly(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.mina)
    answer = strict.post(reverse("people:switch_role"))
    assert (answer.status_code, b"<h1" in answer.content) == (403, True)


def test_pages_of_signed_in_people_stay_out_of_caches(cast, client):
    client.force_login(cast.mina)
    assert client.get(reverse("profile"))["Cache-Control"] == "no-store, private"


def test_stranger_is_sent_to_sign_in_and_nothing_is_stored(cast, client):
    application = ApplicationFactory(apprentice=cast.mina, home_city=cast.nuremberg)
    answer = client.get(reverse("profile"))
    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('account_login')}?next={reverse('profile')}")
    assert list(Application.objects.all()) == [application]
