"""A training office records that it has seen the proof of a trainer; the paper itself is not kept."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused, TooLate
from people.models import City, User
from people.policies import require
from training.models import TrainerSuitability
from training.queries.suitability import who_may_train

DAY = timedelta(days=1)


@transaction.atomic
def record_suitability(
    person: User, city: City, *, proof: str, seen_on: date, valid_until: date | None = None, actor: User
) -> TrainerSuitability:
    row = TrainerSuitability(
        person=person, city=city, proof=proof, seen_on=seen_on, valid_until=valid_until, seen_by=actor
    )
    require("training.record_suitability", actor, row, city_id=city.pk)
    if not who_may_train(city).filter(pk=person.pk).exists():
        raise Refused(_("%(name)s does not train anybody in this city.") % {"name": person.full_name})
    row.save()
    journal.record(row, "training.suitability.record", actor=actor)
    return row


@transaction.atomic
def end_suitability(row: TrainerSuitability, *, actor: User) -> TrainerSuitability:
    """From today on it does not count any more; what was seen today counts for this one day."""
    require("training.record_suitability", actor, row, city_id=row.city_id)
    today = timezone.localdate()
    last = max(row.seen_on, today - DAY)
    standing = TrainerSuitability.objects.filter(pk=row.pk).valid_on(today)
    if standing.update(valid_until=last) != 1:
        raise TooLate(_("This proof has ended already."))
    row.refresh_from_db()
    journal.record(row, "training.suitability.end", actor=actor)
    return row
