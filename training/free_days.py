"""Days on which nobody works where an apprentice is on that day: mails wait until they are over."""

from datetime import date

from lms.core.periods import Period
from people.models import User
from training.holidays import public_holidays
from training.models import Apprenticeship
from training.planned import planned_stays


def is_public_holiday(person: User, day: date) -> bool:
    training = Apprenticeship.objects.filter(person=person).select_related("city").first()
    if training is None:
        return False
    only = Period(day, day)
    hosts = [stay.host.city.slug for stay in planned_stays([person.pk], only) if stay.is_announced]
    return day in public_holidays(hosts[0] if hosts else training.city.slug, only)
