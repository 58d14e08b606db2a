"""More time in tests for people with a disability. Only the person and the training office of their city know of it."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import ExtraTime
from lms.core import journal
from lms.core.errors import Refused
from people.models import City, Role, User
from people.policies import require
from people.queries import people_with


@transaction.atomic
def grant_extra_time(person: User, city: City, percent: int, ends_on: date | None, *, actor: User) -> ExtraTime:
    """From the next attempt on. Who comes from another city gets it from the new office, in place of the old one."""
    require("courses.grant_extra_time", actor, city)
    if not people_with(Role.APPRENTICE, city=city).filter(pk=person.pk).exists():
        raise Refused(_("This person is no apprentice of your city."))
    granted, _is_new = ExtraTime.objects.update_or_create(
        person=person,
        defaults={
            "city": city,
            "percent": percent,
            "ends_on": ends_on,
            "granted_by": actor,
            "granted_at": timezone.now(),
        },
    )
    journal.record(granted, "courses.extra_time.grant", actor=actor)
    return granted


@transaction.atomic
def end_extra_time(granted: ExtraTime, *, actor: User) -> None:
    """Nothing of it is kept."""
    require("courses.grant_extra_time", actor, granted.city)
    journal.record(granted, "courses.extra_time.end", actor=actor)
    granted.delete()
