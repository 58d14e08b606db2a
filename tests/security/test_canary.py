"""What people typed, on paper, in mails and in the editor; all other pages are looked at in test_every_page.py."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certificates.models import Certificate, Document
from certificates.services.documents import ensure_pdf
from exchange.services.decisions import endorse_application
from lms.notifications.models import Notification
from lms.notifications.outbox import UNDO_MINUTES, send_due, send_mail_for
from lms.notifications.services import notify
from lms.notifications.texts import text_of
from people.models import User
from tests.factories.exchange import ApplicationFactory
from tests.pdf import words_of
from tests.security.canaries import COMPUTED, NOTES, SCRIPT, SECRET, fill_with, kilians_case


@pytest.fixture
def kilian(cast, world):
    return kilians_case(cast, world)


def test_typed_markup_is_text_on_paper_and_in_mails(cast, world):
    fill_with(SCRIPT)
    Document.objects.all().delete()
    words = words_of(bytes(ensure_pdf(Certificate.objects.get()).pdf))
    assert (words.count("onerror=__xss()") > 1, COMPUTED in words) == (True, False)
    for notification in Notification.objects.all():
        subject, body = text_of(notification, "de")
        assert ("\n" in subject, COMPUTED in subject + body, "&quot;" in subject + body) == (False, False, False)


def test_a_title_with_a_line_break_adds_no_header_to_a_mail(cast, mail_at_once, mailoutbox):
    title = "Akten\r\nBcc: evil@example.org\r\n\r\nText"
    notification = notify(cast.mina, "certificates/issued", url="/nachweise/1/", number="WJ\nBcc: a@b.c", title=title)
    send_mail_for.call(notification.pk)
    assert [(mail.recipients(), "\n" in mail.subject) for mail in mailoutbox] == [([cast.mina.email], False)]


def test_mails_about_kilian_reach_augsburg_alone(
    cast, world, kilian, mail_at_once, mailoutbox, django_capture_on_commit_callbacks
):
    application = ApplicationFactory(
        round=world.round, apprentice=kilian, home_city=cast.augsburg, submitted=True, idea=SECRET
    )
    with django_capture_on_commit_callbacks(execute=True):
        Notification.objects.all().delete()
        endorse_application(application, actor=cast.dieter, comment=NOTES)
    send_due(timezone.now() + timedelta(minutes=UNDO_MINUTES))
    augsburg = User.objects.filter(memberships__city=cast.augsburg).values_list("email", flat=True)
    assert {cast.anton.email} <= {mail.to[0] for mail in mailoutbox} <= set(augsburg)
    others = [mail.subject + mail.body for mail in mailoutbox if mail.to != [kilian.email]]
    assert not any(secret in text for text in others for secret in (SECRET, NOTES))
