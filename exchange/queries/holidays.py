from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from lms.core.periods import Period
from training.holidays import public_holidays


@dataclass(frozen=True)
class Holiday:
    day: date
    name: str


def holidays_at(city_slug: str, period: Period) -> list[Holiday]:
    """The public holidays of a stay, named in the reader's language."""
    found = public_holidays(city_slug, period, (get_language() or "de")[:2])
    return [Holiday(day, name) for day, name in found.items()]
