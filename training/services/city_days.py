"""Days of a city that guests should know about, entered by its training office."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused
from lms.core.periods import Period
from people.models import City, User
from people.policies import require
from training.models import CityDay, CityDayKind


@transaction.atomic
def add_day(city: City, name: str, kind: CityDayKind, period: Period, *, actor: User) -> CityDay:
    require("training.keep_city_days", actor, city, city_id=city.pk)
    try:
        with transaction.atomic():
            day = CityDay.objects.create(city=city, name=name, kind=kind, starts_on=period.start, ends_on=period.end)
    except IntegrityError as error:
        raise Refused(_("This day is entered already.")) from error
    journal.record(day, "training.city_day.add", actor=actor)
    return day


@transaction.atomic
def remove_day(day: CityDay, *, actor: User) -> None:
    require("training.keep_city_days", actor, day.city, city_id=day.city_id)
    journal.record(day, "training.city_day.remove", actor=actor)
    day.delete()
