"""What the browser is told in production, and that requests for other hosts get nothing. Pages: test_every_page.py."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from tools import template

PRODUCTION = {
    "WANDERJAHR_PROFILE": "production",
    "DJANGO_SETTINGS_MODULE": "lms.settings",
    "SECRET_KEY": "".join(chr(33 + number) for number in range(60)),
    "ALLOWED_HOSTS": "wanderjahr.example",
    "SITE_URL": "https://wanderjahr.example",
}
ASK = """
import json, os, sys, django
django.setup()
from django.test import Client
from django.test.utils import override_settings
from people.models import User
User.objects.create_user("mina@example.org", "ein-langes-passwort", first_name="Mina", last_name="Musterfrau")
answers = {}
with override_settings(STORAGES={**django.conf.settings.STORAGES, "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}):
    client = Client(SERVER_NAME="wanderjahr.example")
    plain = client.get("/anmelden/")
    page = client.get("/anmelden/", secure=True)
    signed_in = client.post("/anmelden/", {"login": "mina@example.org", "password": "ein-langes-passwort"}, secure=True)
    client.post("/darstellung/", {"theme": "dark"}, secure=True)
    client.post("/sprache/", {"language": "en"}, secure=True)
    client.get("/profil/", secure=True)
    stranger = client.get("/anmelden/", secure=True, headers={"host": "evil.example"})
    demo = client.get("/vorfuehrung/", secure=True)
print(json.dumps({
    "plain": [plain.status_code, plain.get("Location")],
    "hsts": page.get("Strict-Transport-Security"),
    "signed_in": [signed_in.status_code, signed_in.get("Location")],
    "stranger": stranger.status_code,
    "demo": demo.status_code,
    "cookies": {name: [morsel["secure"], morsel["httponly"], morsel["samesite"], morsel["path"], morsel["domain"]]
                for name, morsel in client.cookies.items() if morsel.value},
}))
"""


def sign_in(client, person):
    person.set_password("ein-langes-passwort")
    person.save()
    client.post(reverse("account_login"), {"login": person.email, "password": "ein-langes-passwort"})


def in_production(folder, *command):
    environment = {"PATH": os.environ["PATH"], "WANDERJAHR_DATA": str(folder), **PRODUCTION}
    return subprocess.run(
        [sys.executable, *command], env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )


def test_production_speaks_https_alone_and_binds_its_cookies_to_it(tmp_path):
    shutil.copyfile(template.sqlite(), tmp_path / "db.sqlite3")
    done = in_production(tmp_path, "-c", ASK)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    cookies = answer.pop("cookies")
    assert answer == {
        "plain": [301, "https://wanderjahr.example/anmelden/"],
        "hsts": "max-age=31536000; includeSubDomains",
        "signed_in": [302, "/"],
        "stranger": 400,
        "demo": 404,
    }
    assert {"__Host-session", "__Host-csrf", "theme", "django_language", "who"} == set(cookies)
    assert {name: kind for name, kind in cookies.items() if kind != [True, True, "Lax", "/", ""]} == {}


def test_the_deployment_check_has_nothing_to_say(tmp_path):
    done = in_production(tmp_path, "-W", "error", "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, "System check identified no issues" in done.stdout) == (0, True), done.stderr


def test_cookies_are_out_of_reach_for_scripts(cast):
    client = Client()
    sign_in(client, cast.mina)
    client.get(reverse("profile"))
    client.post(reverse("set_theme"), {"theme": "dark"})
    client.post(reverse("set_language"), {"language": "en"})
    names = {name: (morsel["httponly"], morsel["samesite"]) for name, morsel in client.cookies.items() if morsel.value}
    assert {"sessionid", "csrftoken", "theme", "django_language", "who"} <= set(names)
    assert {name: kind for name, kind in names.items() if kind != (True, "Lax")} == {}


def test_a_new_session_begins_at_signing_in(cast, client):
    client.post(reverse("people:switch_role"), {"note": "kept"})
    before = client.cookies["sessionid"].value
    sign_in(client, cast.mina)
    assert client.cookies["sessionid"].value != before


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8123"])
def test_the_link_for_a_new_password_leads_to_us_whatever_the_request_says(cast, client, settings, host):
    settings.SITE_URL = "https://wanderjahr.example"
    client.post(reverse("account_reset_password"), {"email": cast.mina.email}, headers={"host": host})
    (message,) = mail.outbox
    link = next(line for line in message.body.splitlines() if "/passwort/" in line)
    assert (link.startswith("https://wanderjahr.example/passwort/neu/"), host in message.body) == (True, False)
    page = client.get(link.removeprefix("https://wanderjahr.example"), follow=True)
    assert b'name="password1"' in page.content
