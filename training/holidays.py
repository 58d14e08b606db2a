"""Public holidays as exact as the city: they follow the place of work, not the home."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import holidays

from lms.core.periods import Period

BAVARIA = ("BY", ("public",))
# {slug: (subdivision, categories)}. Art. 1 BayFTG: 15 August where more Catholics than Protestants live,
# 8 August (Peace Festival) only in Augsburg.
CALENDARS = {
    "augsburg": ("Augsburg", ("public",)),
    "muenchen": ("BY", ("public", "catholic")),
    "nuernberg": BAVARIA,
}
LANGUAGES = {"de": "de", "en": "en_US"}


def public_holidays(city_slug: str, period: Period, language: str = "de") -> dict[date, str]:
    """Return {day: name}, by date; a city we do not know has what all of Bavaria has."""
    years = range(period.start.year, period.end.year + 1)
    return {day: name for year in years for day, name in _year(city_slug, year, language).items() if day in period}


@lru_cache(maxsize=512)
def _year(city_slug: str, year: int, language: str) -> Mapping[date, str]:
    subdivision, categories = CALENDARS.get(city_slug, BAVARIA)
    known = holidays.country_holidays(
        "DE", subdiv=subdivision, categories=categories, years=year, language=LANGUAGES.get(language, "en_US")
    )
    return MappingProxyType(dict(sorted(known.items())))
