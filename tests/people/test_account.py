import pytest
from django.urls import reverse
from django.utils import timezone

from people.models import Role
from people.services.memberships import give_role


def test_person_with_two_roles_chooses_in_which_to_act(cast, client):
    second = give_role(cast.hanna, Role.TRAINER, actor=None, city=cast.nuremberg, starts_on=timezone.localdate())
    client.force_login(cast.hanna)
    assert client.get(reverse("profile")).wsgi_request.acting.role == "hr"

    client.post(reverse("people:switch_role"), {"membership": second.pk})

    assert client.get(reverse("profile")).wsgi_request.acting.role == "trainer"


@pytest.mark.parametrize("wanted", ["", "x", "²", "99999999999999999999", "-1"])
def test_role_of_somebody_else_or_nonsense_is_not_found(cast, client, wanted):
    client.force_login(cast.hanna)
    assert client.post(reverse("people:switch_role"), {"membership": wanted}).status_code == 404
    theirs = cast.marlene.memberships.get().pk
    assert client.post(reverse("people:switch_role"), {"membership": theirs}).status_code == 404


def test_reader_switches_to_english_and_it_stays(cast, client):
    client.force_login(cast.mina)
    assert b'<html lang="de"' in client.get(reverse("profile")).content

    answer = client.post(reverse("set_language"), {"language": "en", "next": reverse("profile")})

    cast.mina.refresh_from_db()
    assert (answer["Location"], cast.mina.language) == (reverse("profile"), "en")
    assert b'<html lang="en"' in client.get(reverse("profile")).content


def test_theme_is_chosen_and_given_back_to_the_system(client, db):
    client.post(reverse("set_theme"), {"theme": "dark"})
    assert b'data-kern-theme="dark"' in client.get(reverse("account_login")).content
    client.post(reverse("set_theme"), {"theme": ""})
    assert b"data-kern-theme" not in client.get(reverse("account_login")).content


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:///evil.example"],
)
def test_nobody_is_sent_to_another_site(client, db, elsewhere):
    answer = client.post(reverse("set_theme"), {"theme": "dark", "next": elsewhere})
    assert answer["Location"] == "/"


def test_signing_in_with_the_service_address(cast, client):
    cast.mina.set_password("ein-langes-kennwort")
    cast.mina.save()
    answer = client.post(
        reverse("account_login"), {"login": "MINA.MUSTERFRAU@example.org", "password": "ein-langes-kennwort"}
    )
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(cast.mina.pk)


def test_wrong_password_and_unknown_person_read_the_same(cast, client):
    pages = [
        client.post(reverse("account_login"), {"login": login, "password": "falsch-falsch-falsch"})
        .context["form"]
        .errors
        for login in ["mina.musterfrau@example.org", "niemand@example.org"]
    ]
    assert pages[0] == pages[1] != {}


def test_strangers_cannot_make_themselves_an_account(client, db):
    answer = client.post(reverse("account_signup"), {"email": "neu@example.org", "password1": "ein-langes-kennwort"})
    assert answer.status_code == 200
    from people.models import User

    assert not User.objects.filter(email="neu@example.org").exists()
