"""A round that a thousand people of one city want to join, to see what its pages cost then."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from exchange.models import Application, ExchangeRound, HostOffer, Wish
from exchange.states import ApplicationStatus
from people.models import Membership, Role, User
from training.models import Apprenticeship


def endorsed_applications(
    round: ExchangeRound, like: Apprenticeship, offers: Sequence[HostOffer], how_many: int
) -> list[Application]:
    """Of new people in the office and the occupation of somebody, each with these wishes; they wait for release."""
    now, today = timezone.now(), timezone.localdate()
    people = User.objects.bulk_create(
        User(email=f"rush{n}@example.org", first_name="Ada", last_name=f"Andrang {n}") for n in range(how_many)
    )
    Membership.objects.bulk_create(
        Membership(person=person, role=Role.APPRENTICE, city=like.city, starts_on=today) for person in people
    )
    Apprenticeship.objects.bulk_create(
        Apprenticeship(
            person=person,
            city=like.city,
            department=like.department,
            occupation=like.occupation,
            trainer=like.trainer,
            birth_date=today - timedelta(days=20 * 365),
            starts_on=like.starts_on,
            ends_on=like.ends_on,
        )
        for person in people
    )
    found = Application.objects.bulk_create(
        Application(
            round=round,
            apprentice=person,
            home_city=like.city,
            status=ApplicationStatus.ENDORSED,
            serial=100_000 + n,
            number=f"RUSH-{n}",
            consented_at=now,
            consent_version="1",
            submitted_at=now,
            endorsed_by=like.trainer,
            endorsed_at=now,
        )
        for n, person in enumerate(people)
    )
    Wish.objects.bulk_create(
        Wish(application=application, offer=offer, rank=rank)
        for application in found
        for rank, offer in enumerate(offers, start=1)
    )
    return found
