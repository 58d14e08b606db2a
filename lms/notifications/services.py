"""Tell people: in the product at once, by mail after the change is certain."""

from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from lms.core.addresses import absolute
from lms.notifications.models import Notification
from people.models import User


def notify(recipient: User, kind: str, *, url: str, **facts: str | int) -> Notification:
    """Leave a message and mail it once the surrounding transaction is committed.

    The text is templates/mail/<kind>.txt, subject on its first line, written in the language of the
    recipient. Facts are what the text names; they hold nothing sensitive, as mail is no safe place.
    """
    notification = Notification.objects.create(recipient=recipient, kind=kind, url=url, facts=facts)
    transaction.on_commit(partial(send_mail_for.enqueue, notification.pk))
    return notification


def text_of(notification: Notification, language: str) -> tuple[str, str]:
    """Subject and body of a message in a language."""
    with translation.override(language):
        facts = {**notification.facts, "recipient": notification.recipient, "url": absolute(notification.url)}
        text = render_to_string(f"mail/{notification.kind}.txt", facts)
    subject, _, body = text.strip().partition("\n")
    return subject.strip(), body.strip() + "\n"


def gist_of(notification: Notification, language: str) -> tuple[str, list[str]]:
    """Subject and what is to be said, without greeting and address: those are for mails."""
    subject, body = text_of(notification, language)
    url = absolute(notification.url)
    return subject, [part for part in body.split("\n\n")[1:] if url not in part]


@task()
def send_mail_for(pk: int) -> None:
    """Send the mail of a message, once: marked before it is sent, so that a crash loses a mail and doubles none."""
    notification = Notification.objects.select_related("recipient").get(pk=pk)
    if not notification.recipient.is_active:
        return
    if Notification.objects.filter(pk=pk, mailed_at__isnull=True).update(mailed_at=timezone.now()) != 1:
        return
    subject, body = text_of(notification, notification.recipient.language)
    message_id = f"<wanderjahr-{pk}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].strip('> ')}>"
    mail = EmailMessage(subject, body, to=[notification.recipient.email], headers={"Message-ID": message_id})
    try:
        mail.send()
    except Exception:
        Notification.objects.filter(pk=pk).update(mailed_at=None)
        raise


def mark_read(notification: Notification) -> None:
    Notification.objects.filter(pk=notification.pk, read_at__isnull=True).update(read_at=timezone.now())


def mark_all_read(person: User) -> None:
    Notification.objects.visible_to(person).unread().update(read_at=timezone.now())
