"""What happens around places while apprentices choose: one is stopped, seats are asked for, somebody follows a search."""

from datetime import timedelta

from exchange.models import ExchangeRound, HostOffer
from exchange.services import offers
from exchange.services.subscriptions import subscribe
from lms.core.periods import monday_of
from lms.demo.build.clock import at, monday_of_this_week, workday, workday_before
from lms.demo.build.rounds import Stage

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def build_hosting(stage: Stage, round_: ExchangeRound, written: dict[str, HostOffer]) -> None:
    with at(workday_before(monday_of_this_week() - 3 * DAY)):
        without_a_proof(stage, round_)
        favorite = written["queues"]
        offers.ask_seats(favorite, actor=favorite.supervisor, seats=favorite.seats + 1)
        subscribe(actor=stage.people["Mina Musterfrau"], city=stage.places.cities["muenchen"], remote=True)


def without_a_proof(stage: Stage, round_: ExchangeRound) -> None:
    """Handed in, and not to be published before the office has seen a proof of one of the two."""
    olga = stage.people["Olga Ornament"]
    monday = monday_of(round_.stays_from) + 2 * WEEK
    offer = offers.create_offer(
        actor=olga,
        round=round_,
        department=stage.places.departments["augsburg", "Geschäftsstelle Open Data"],
        occupations=[stage.places.occupations["FISI"]],
        topic="infrastructure",
        title="Messwerte für alle",
        mission="Sie stellen die Messwerte eines Sensornetzes so bereit, dass andere damit arbeiten können, und beschreiben sie in einfachen Worten.",
        learning_goals=["Daten prüfen", "Eine Schnittstelle beschreiben", "Fragen von außen beantworten"],
        starts_on=workday(monday),
        ends_on=workday_before(monday + 6 * WEEK - 3 * DAY),
        remote_share=40,
        step_free=False,
        access_note="Zwei Stufen am Eingang, Aufzug im Haus, höhenverstellbarer Tisch.",
        working_hours="Mo–Fr 8–15 Uhr",
        supervisor=olga,
        deputy=stage.office("augsburg")[1],
    )
    offers.submit_offer(offer, actor=olga)
