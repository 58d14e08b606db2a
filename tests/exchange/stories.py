"""What the stories about applications have in common: a round of the three cities and its places."""

from datetime import timedelta

from exchange.consent import CONSENT_VERSION
from exchange.services.applications import (
    change_application,
    change_texts,
    check_details,
    check_period,
    start_application,
)
from exchange.services.consents import give_consent
from exchange.services.wishes import add_wish
from tests.factories.exchange import OfferFactory, RoundFactory


def a_round(cast, **facts):
    cities = [cast.nuremberg, cast.augsburg, cast.munich]
    return RoundFactory(**{"name": "Frühjahr", "code": "2027-F", "agreement__cities": cities, **facts})


def a_place(round, city, title, **facts):
    return OfferFactory(round=round, city=city, title=title, **facts)


def later(offer, weeks=7):
    """Dates for another place, some weeks after this one."""
    start = offer.starts_on + timedelta(weeks=weeks)
    return {"starts_on": start, "ends_on": start + timedelta(days=41)}


def filled_in(round, person, offers):
    """An application that lacks nothing but being handed in."""
    application = start_application(round, actor=person)
    check_details(application, actor=person)
    check_period(application, actor=person)
    change_application(application, actor=person, idea="Ein Datenblatt", motivation="Neues sehen")
    change_texts(application, {"goals": "Texte verständlich schreiben"}, actor=person)
    for offer in offers:
        add_wish(application, offer, actor=person)
    return give_consent(application, actor=person, version=CONSENT_VERSION)
