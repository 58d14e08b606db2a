"""Send what is due, as its reader wants it.

A delivery is taken before its mail goes out and marked afterwards. A worker that dies in between leaves it taken, and
once the lease is over somebody else sends it: nothing is lost, and only what was in flight can come twice. It then
has the same Message-ID, so that mail programs can tell. A mail server that is down is asked again, ever more rarely,
and for ever.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from lms.core.addresses import absolute
from lms.notifications.matrix import Group, Urgency, event_of
from lms.notifications.models import Delivery
from lms.notifications.texts import gist_of, text_of
from lms.notifications.timing import next_digest, next_mail, wishes_of
from people.models import User

log = logging.getLogger("wanderjahr.mail")

UNDO_MINUTES = 10
LEASE = timedelta(minutes=2)
WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240)]
AT_ONCE = 500  # in one go; then the tasks of the worker have their turn
GIVE_UP_AFTER = 5  # failures one after the other: the server is down, the next minute is soon enough


def send_due(now: datetime | None = None) -> int:
    """Send whatever is due; how many mails went out."""
    now = now or timezone.now()
    sent = failures = 0
    singles = _due(now).filter(in_digest=False).order_by("due_at", "pk").values_list("notification_id", flat=True)
    for pk in list(singles[:AT_ONCE]):
        went = _send_one(pk, now)
        sent += went is True
        failures = failures + 1 if went is False else 0
        if failures == GIVE_UP_AFTER:
            return sent
    people = _due(now).filter(in_digest=True).values_list("notification__recipient_id", flat=True)
    for person in sorted(set(people))[:AT_ONCE]:
        went = _send_digest(person, now)
        sent += went is True
        failures = failures + 1 if went is False else 0
        if failures == GIVE_UP_AFTER:
            return sent
    return sent


@task()
def send_mail_for(pk: int) -> None:
    """The mail of one message, right after it was written."""
    _send_one(pk, timezone.now())


def failing_count() -> int:
    """Mails that could not be delivered so far."""
    return Delivery.objects.filter(failures__gt=0, due_at__isnull=False).count()


def _due(now: datetime) -> QuerySet[Delivery]:
    return Delivery.objects.filter(Q(taken_at=None) | Q(taken_at__lt=now - LEASE), due_at__lte=now)


def _send_one(pk: int, now: datetime) -> bool | None:
    """Whether the mail went out; None if there is none to send now."""
    if _due(now).filter(notification_id=pk, in_digest=False).update(taken_at=now) != 1:
        return None
    person = "notification__recipient"
    delivery = Delivery.objects.select_related(person, f"{person}__notification_wishes").get(notification_id=pk)
    message, recipient = delivery.notification, delivery.notification.recipient
    event, wishes = event_of(message.kind), wishes_of(recipient)
    way = wishes.way(event)
    if not recipient.is_active or way == Urgency.APP:
        _put_back(delivery, due_at=None)
        return None
    if way == Urgency.DIGEST:
        _put_back(delivery, in_digest=True, due_at=next_digest(recipient, wishes, now))
        return None
    until = next_mail(recipient, wishes, now, deadline=str(message.facts.get(event.deadline, "")))
    if until > now:
        _put_back(delivery, due_at=until)
        return None
    subject, body = text_of(message, recipient.language, by_mail=True)
    _same, parts = gist_of(message, recipient.language, by_mail=True)
    mail = _mail(recipient, subject, body, parts, message.url, f"wanderjahr-{pk}")
    return _sent([delivery], mail, now)


def _put_back(delivery: Delivery, **changes: object) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(taken_at=None, **changes)


def _send_digest(person_id: int, now: datetime) -> bool | None:
    """One mail with what is still unread, and not the second one of the day."""
    with transaction.atomic():
        person = User.objects.select_for_update(of=("self",)).get(pk=person_id)
        all_of_person = Delivery.objects.filter(notification__recipient=person, in_digest=True)
        if all_of_person.filter(taken_at__gte=now - LEASE).exists():
            return None
        due = all_of_person.filter(due_at__lte=now)
        midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        if all_of_person.filter(sent_at__gte=midnight).exists():
            due.update(due_at=next_digest(person, wishes_of(person), midnight + timedelta(days=1)), taken_at=None)
            return None
        due.filter(notification__read_at__isnull=False).update(due_at=None, taken_at=None)
        if not person.is_active:
            due.update(due_at=None, taken_at=None)
        deliveries = list(due.select_related("notification__recipient").order_by("notification__appears_at", "pk"))
        if not deliveries:
            return None
        due.update(taken_at=now)
    return _sent(deliveries, _digest(person, deliveries), now)


def _digest(person: User, deliveries: list[Delivery]) -> EmailMultiAlternatives:
    with translation.override(person.language):
        by_group: dict[Group, list[str]] = {}
        for delivery in deliveries:
            message = delivery.notification
            subject, _body = text_of(message, person.language, by_mail=True)
            by_group.setdefault(event_of(message.kind).group, []).append(subject)
        groups = [(group.label, by_group[group]) for group in Group if group in by_group]
        facts = {"recipient": person, "groups": groups, "count": len(deliveries), "url": absolute("/nachrichten/")}
        text = render_to_string("notifications/digest.txt", facts)
        subject, _newline, body = text.strip().partition("\n")
        lead = _("this is new since the last mail, and not read yet:")
    key = f"wanderjahr-digest-{deliveries[-1].notification_id}"
    return _mail(person, subject, body.strip() + "\n", [lead], "/nachrichten/", key, groups=groups)


def _mail(
    person: User, subject: str, body: str, parts: list[str], url: str, key: str, **more: object
) -> EmailMultiAlternatives:
    message_id = f"<{key}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].strip('> ')}>"
    mail = EmailMultiAlternatives(subject, body, to=[person.email], headers={"Message-ID": message_id})
    with translation.override(person.language):
        facts = {"subject": subject, "recipient": person, "parts": parts, "url": absolute(url), **more}
        html = render_to_string("notifications/mail.html", {"language": person.language, "groups": [], **facts})
    mail.attach_alternative(html, "text/html")
    return mail


def _sent(deliveries: list[Delivery], mail: EmailMultiAlternatives, now: datetime) -> bool:
    rows = Delivery.objects.filter(pk__in=[delivery.pk for delivery in deliveries])
    try:
        mail.send()
    except Exception as error:  # whatever a mail server or its library answers, the mail stays in the outbox
        failures = 1 + max(delivery.failures for delivery in deliveries)
        wait = WAITS[min(failures, len(WAITS)) - 1]
        rows.update(taken_at=None, due_at=now + wait, failures=failures)
        minutes = wait.total_seconds() / 60
        log.warning("mail not sent (%s), attempt %s, again in %.0f min", type(error).__name__, failures, minutes)
        return False
    rows.update(due_at=None, taken_at=None, sent_at=timezone.now())
    return True
