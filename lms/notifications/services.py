"""Tell people: in the product at once, by mail after the change is certain."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from lms.notifications.matrix import Urgency, event_of
from lms.notifications.models import Delivery, Notification, Wishes
from lms.notifications.outbox import send_mail_for
from people.models import User


def notify(
    recipient: User,
    kind: str,
    *,
    url: str,
    hold: Any = None,
    about: Any = None,
    **facts: str | int,
) -> Notification:
    """Leave a message, and its mail in the outbox, within the surrounding transaction.

    The text is templates/mail/<kind>.txt, subject on its first line, written in the language of the
    recipient. Facts are what the text names; they hold nothing sensitive, as mail is no safe place.
    For `hold` minutes nobody sees it, and `retract` takes it back by what it is `about`.
    """
    event = event_of(kind)
    appears_at = timezone.now() + timedelta(minutes=hold or 0)
    with transaction.atomic(savepoint=False):
        notification = Notification.objects.create(
            recipient=recipient, kind=kind, url=url, facts=facts, about=_label(about), appears_at=appears_at
        )
        Delivery.objects.create(notification=notification, due_at=appears_at)
    if event.urgency == Urgency.NOW and not hold:
        transaction.on_commit(partial(send_mail_for.enqueue, notification.pk))
    return notification


def retract(about: models.Model, kind: str | None = None) -> int:
    """Take back the messages about a record that nobody can have seen yet; how many there were."""
    held = Notification.objects.filter(about=_label(about), appears_at__gt=timezone.now())
    if kind is not None:
        held = held.filter(kind=event_of(kind).kind)
    count = held.count()
    held.delete()
    return count


def _label(record: models.Model | None) -> str:
    return f"{record._meta.label_lower}:{record.pk}" if record is not None else ""


@transaction.atomic
def set_wishes(person: User, **wishes: Any) -> Wishes:
    """From now on; what waits for the one mail a day is looked at anew."""
    found, _is_new = Wishes.objects.update_or_create(person=person, defaults=wishes)
    now = timezone.now()
    waiting = Delivery.objects.filter(notification__recipient=person, due_at__isnull=False, taken_at=None, failures=0)
    waiting.filter(notification__appears_at__lte=now).update(in_digest=False, due_at=now)
    return found


def mark_read(notification: Notification) -> None:
    Notification.objects.filter(pk=notification.pk, read_at__isnull=True).update(read_at=timezone.now())


def mark_all_read(person: User) -> None:
    Notification.objects.visible_to(person).unread().update(read_at=timezone.now())
