"""Private addresses of calendars: made by their owner, shown once, kept as a hash."""

import secrets
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from lms.core import journal
from people.models import User
from training.models import CalendarFeed

SECRET_BYTES = 32


@transaction.atomic
def make_address(person: User) -> str:
    """Return the new secret, for this one time; the address before it stops at once."""
    User.objects.select_for_update().get(pk=person.pk)  # two windows: one address
    _revoke(person)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    feed = CalendarFeed.objects.create(person=person, secret_hash=hash_of(secret))
    journal.record(feed, "training.feed.make", actor=person)
    return secret


@transaction.atomic
def revoke_address(person: User) -> None:
    _revoke(person)


def _revoke(person: User) -> None:
    for feed in CalendarFeed.objects.open().filter(person=person).select_for_update():
        feed.revoked_at = timezone.now()
        feed.save(update_fields=["revoked_at"])
        journal.record(feed, "training.feed.revoke", actor=person)


def feed_at(secret: str) -> CalendarFeed | None:
    """Found by its hash: how long that takes says nothing about the secret, and revoked is as unknown as never made."""
    open_feeds = CalendarFeed.objects.open().filter(person__is_active=True).select_related("person")
    return open_feeds.filter(secret_hash=hash_of(secret)).first()


def hash_of(secret: str) -> str:
    """The secret is 256 random bits: there is nothing to guess, so a fast hash is enough."""
    return sha256(secret.encode()).hexdigest()
