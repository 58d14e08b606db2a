"""A training office makes a course mandatory, changes how, and takes back what was a mistake."""

from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from learning.models import Obligation
from learning.services.duties import keep_at_once
from lms.core import journal
from lms.core.errors import Refused
from people.models import User
from people.policies import require

CHANGEABLE = ("every_months", "days_to_complete", "ends_on")


@transaction.atomic
def set_obligation(obligation: Obligation, *, actor: User) -> Obligation:
    """Make a course mandatory; whom it concerns hears of it at once, if the day has come."""
    require("learning.set_obligation", actor, obligation, city_id=obligation.city_id)
    obligation.save()
    journal.record(obligation, "learning.obligation.create", actor=actor)
    transaction.on_commit(partial(keep_at_once.enqueue, obligation.pk))
    return obligation


@transaction.atomic
def change_obligation(obligation: Obligation, changes: dict[str, Any], *, actor: User) -> Obligation:
    """What it asks for and from whom stays, as people have been told. For another group there is another one."""
    require("learning.set_obligation", actor, obligation, city_id=obligation.city_id)
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation.pk)
    for name in CHANGEABLE:
        setattr(obligation, name, changes[name])
    obligation.save(update_fields=CHANGEABLE)
    journal.record(obligation, "learning.obligation.change", actor=actor)
    transaction.on_commit(partial(keep_at_once.enqueue, obligation.pk))
    return obligation


@transaction.atomic
def remove_obligation(obligation: Obligation, *, actor: User) -> None:
    """As long as it was asked of nobody."""
    require("learning.set_obligation", actor, obligation, city_id=obligation.city_id)
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation.pk)
    if obligation.duties.exists():
        raise Refused(_("People have already been asked to take this training. Please set a last day instead."))
    journal.record(obligation, "learning.obligation.remove", actor=actor)
    obligation.delete()


def same_as(obligation: Obligation, today: date) -> Obligation | None:
    """One that asks the same of the same people already."""
    return (
        Obligation.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=max(today, obligation.starts_on)),
            city=obligation.city, course=obligation.course, occupation=obligation.occupation, year=obligation.year,
        )
        .exclude(pk=obligation.pk)
        .first()
    )  # fmt: skip
