"""Things that fail at the worst moment: nothing is done by halves, nobody loses a text, everybody reads a sentence."""

import re
from contextlib import contextmanager
from datetime import timedelta
from itertools import count

import pytest
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.core.mail.backends.base import BaseEmailBackend
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from certificates.models import Certificate
from courses.services.assessing.assessment import submit_attempt
from exchange.models import Application, HostOffer, Placement
from exchange.services.decisions import approve_application
from exchange.services.placements import confirm_placement
from exchange.services.records import issue_record
from lms.core.management.commands.work import Worker
from lms.notifications.models import Delivery
from lms.notifications.outbox import send_due
from tests.factories.exchange import ApplicationFactory
from tests.factories.people import UserFactory
from tests.security.rows import everything
from tests.security.test_every_page import WRITES
from tests.test_access import addresses, forms

PASSWORD = "ein-langes-passwort"
REFERENCE = re.compile(r"Vorgangsnummer <strong>[0-9A-F]{8}</strong>")


class DeadMailServer(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail server today")


class Fault(Exception):
    """The power goes off."""


@contextmanager
def failing(*, after_write):
    """Let the write of this number happen, then fail."""
    seen = []

    def watch(execute, sql, *args):
        result = execute(sql, *args)
        if WRITES.match(sql):
            seen.append(sql)
            if len(seen) == after_write:
                raise Fault
        return result

    with connection.execute_wrapper(watch):
        yield


@contextmanager
def database_away(*, from_query):
    """The connection breaks at the query of this number and stays broken."""
    seen = []

    def refuse(execute, sql, *args):
        if not sql.startswith(("SAVEPOINT", "ROLLBACK", "RELEASE")):
            seen.append(sql)
            if len(seen) >= from_query:
                raise OperationalError("server closed the connection unexpectedly")
        return execute(sql, *args)

    with connection.execute_wrapper(refuse):
        yield seen


def approve(cast, world):
    approve_application(world.endorsed, actor=cast.hanna, note="Trotzdem.")


def confirm_first(cast, world):
    confirm_placement(world.proposed, actor=cast.hanna)


def confirm_last(cast, world):
    confirm_placement(world.offered, actor=cast.marlene)


def record(cast, world):
    issue_record(world.placement, actor=cast.hanna)


def submit(cast, world):
    questions = world.attempt.questions
    right = {one["key"]: [choice["key"] for choice in one["choices"] if choice["right"]] for one in questions}
    submit_attempt(world.attempt, right, actor=cast.mina)


def prepare(world):
    """One place that waits for the last confirmation, one stay that waits for its record."""
    Certificate.objects.update(source_type="", source_id=None)
    Placement.objects.filter(pk=world.placement.pk).update(status="completed")
    world.placement.refresh_from_db()
    Placement.objects.filter(pk=world.offered.pk).update(
        status="home_confirmed", host_confirmed_by=None, host_confirmed_at=None
    )
    HostOffer.objects.filter(pk=world.offered.offer_id).update(seats_taken=0)
    world.offered.refresh_from_db()


@pytest.mark.parametrize("act", [approve, confirm_first, confirm_last, record, submit])
def test_a_fault_after_any_write_leaves_everything_as_before(cast, world, queue, act):
    prepare(world)
    before = everything()
    for number in count(1):
        try:
            with failing(after_write=number):
                act(cast, world)
        except Fault:
            assert everything() == before, f"after write {number}"
            for subject in (world.endorsed, world.proposed, world.offered, world.placement, world.attempt):
                subject.refresh_from_db()
        else:
            break
    assert (number > 2, everything() == before) == (True, False)


@pytest.fixture
def queue(settings):
    """As in production, tasks are rows that a worker takes later."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def case(transactional_db, cast, queue):
    """An application that Hanna may release."""
    return ApplicationFactory(apprentice=cast.mina, home_city=cast.nuremberg, endorsed=True)


def work():
    worker = Worker(interval=0, until_idle=True)
    worker.due.clear()
    worker.run()


def test_a_decision_stands_when_the_mail_server_is_down_and_the_mail_follows(
    cast, case, mail_at_once, settings, mailoutbox, time_machine
):
    settings.EMAIL_BACKEND = f"{__name__}.DeadMailServer"
    hanna = signed_in(cast.hanna)
    answer = hanna.post(
        reverse("exchange:application_approve", args=[case.pk]), {"approve-seen": case.submitted_at.isoformat()}
    )
    assert (answer.status_code, Application.objects.get().status) == (302, "approved")
    work()
    waiting = Delivery.objects.filter(due_at__isnull=False)
    assert (waiting.count() > 0, mailoutbox) == (True, [])
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    time_machine.move_to(timezone.now() + timedelta(minutes=10))
    send_due()
    assert (waiting.count(), {mail.to[0] for mail in mailoutbox} >= {cast.mina.email}) == (0, True)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_broken_database_gives_a_number_and_nothing_by_halves(cast, method):
    case = ApplicationFactory(apprentice=cast.mina, home_city=cast.nuremberg, endorsed=True)
    hanna = signed_in(cast.hanna)
    page = case.get_absolute_url() if method == "get" else reverse("exchange:application_approve", args=[case.pk])
    sent = {"approve-seen": case.submitted_at.isoformat()}
    before = everything()
    for number in count(1):
        with database_away(from_query=number) as asked:
            answer = getattr(hanna, method)(page, sent)
        if len(asked) < number:
            break
        assert everything() == before
        if answer.status_code == 200:  # a page is not lost because a look at it could not be noted
            assert (method, "look" in asked[-1]) == ("get", True)
            continue
        assert (answer.status_code, bool(REFERENCE.search(answer.content.decode())), number) == (503, True, number)
    assert (number > 5, answer.status_code) == (True, 200 if method == "get" else 302)


def test_monitoring_hears_of_a_broken_database(client, db):
    with database_away(from_query=1):
        assert client.get(reverse("health")).status_code == 503


def test_two_officers_deciding_at_once(cast):
    """Both have the page open; the second reads that it is decided, how it stands now, and what they had written."""
    case = ApplicationFactory(apprentice=cast.mina, home_city=cast.nuremberg, endorsed=True)
    first, second = signed_in(cast.hanna), signed_in(UserFactory(hr_in=cast.nuremberg))
    seen = {f"{step}-seen": case.submitted_at.isoformat() for step in ("approve", "reject")}
    for browser in (first, second):
        assert browser.get(case.get_absolute_url()).status_code == 200
    assert first.post(reverse("exchange:application_approve", args=[case.pk]), seen).status_code == 302
    answer = second.post(
        reverse("exchange:application_reject", args=[case.pk]),
        seen | {"reject-reason": "exam", "reject-note": "Später."},
    )
    shown = page_of(answer).find("main").get_text(" ", strip=True)
    assert (answer.status_code, Application.objects.get().status) == (409, "approved")
    missing = {text for text in ("Ihr Klick hat nichts verändert.", "Später.", "freigegeben") if text not in shown}
    assert missing == set()


def test_what_was_typed_survives_the_end_of_the_session(cast):
    case = ApplicationFactory(apprentice=cast.mina, home_city=cast.nuremberg, idea="Alt.")
    url = reverse("exchange:application_mission", args=[case.pk])
    browser = Client()
    sign_in(browser, cast.mina)
    browser.get(url)
    Session.objects.all().delete()
    typed = {"idea": "Ein Datenblatt – für „alle“ Städte.\nUnd mehr.", "motivation": "Neugier"}

    login = browser.post(url, typed, headers={"referer": f"http://testserver{url}"}, follow=True)
    hidden = {field["name"]: field["value"] for field in page_of(login).select("main form input[type=hidden]")}
    page = sign_in(browser, cast.mina, **hidden)

    shown = {
        field["name"]: field.get_text().strip().replace("\r\n", "\n") for field in page_of(page).find_all("textarea")
    }
    case.refresh_from_db()
    assert (page.request["PATH_INFO"], shown, case.idea) == (url, typed, "Alt.")


def test_no_form_but_those_for_display_is_taken_without_its_token(cast, world):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.hanna)
    before = everything()
    answers = {name: strict.post(url, forms(world).get(name, {})) for name, url in addresses(world).items()}
    taken = {name for name, answer in answers.items() if answer.status_code != 403}
    assert taken == {"set_theme", "set_language"}
    assert all("<h1" in answer.content.decode() for name, answer in answers.items() if name not in taken)
    assert everything() == before


def page_of(answer):
    return BeautifulSoup(answer.content, "lxml")


def signed_in(person):
    browser = Client(raise_request_exception=False)
    browser.force_login(person)
    return browser


def sign_in(browser, person, **hidden):
    person.set_password(PASSWORD)
    person.save()
    return browser.post(reverse("account_login"), {"login": person.email, "password": PASSWORD, **hidden}, follow=True)
