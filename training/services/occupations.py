"""Training offices keep what is said of an occupation, and confirm that it is right."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import TooLate
from people.models import Occupation, User
from people.policies import require

CHANGEABLE = ("regime", "years", "competent_body", "curriculum", "school_form")


@transaction.atomic
def change_occupation(occupation: Occupation, changes: dict[str, Any], *, seen: str, actor: User) -> Occupation:
    """What is new has to be confirmed again."""
    require("training.change_occupation", actor)
    occupation = _unchanged(occupation, seen)
    for name in CHANGEABLE:
        setattr(occupation, name, changes[name])
    occupation.is_confirmed = False
    occupation.save(update_fields=[*CHANGEABLE, "is_confirmed"])
    journal.record(occupation, "training.occupation.change", actor=actor)
    return occupation


@transaction.atomic
def confirm_occupation(occupation: Occupation, *, seen: str, actor: User) -> Occupation:
    """The journal keeps who has confirmed it, and when."""
    require("training.change_occupation", actor)
    occupation = _unchanged(occupation, seen)
    occupation.is_confirmed = True
    occupation.save(update_fields=["is_confirmed"])
    journal.record(occupation, "training.occupation.confirm", actor=actor)
    return occupation


def state_of(occupation: Occupation) -> str:
    """What somebody has seen who changes or confirms it."""
    return "|".join(str(getattr(occupation, name)) for name in (*CHANGEABLE, "is_confirmed"))


def _unchanged(occupation: Occupation, seen: str) -> Occupation:
    now = Occupation.objects.select_for_update().get(pk=occupation.pk)
    if state_of(now) != seen:
        raise TooLate(
            _("Somebody has changed or confirmed this occupation in the meantime. Please look at it once more.")
        )
    return now
