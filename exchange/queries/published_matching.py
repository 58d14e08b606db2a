"""What everybody may know of how the places of a round were assigned, and compute again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from exchange.matching.admissible import obstacle
from exchange.matching.audit import instance
from exchange.matching.files import read_instance, result_document
from exchange.matching.mechanisms.stable import Barred
from exchange.matching.modes import Mode, Outcome, Rule, reasons
from exchange.models import Application, ExchangeRound, HostOffer, MatchRun
from exchange.queries.markets import market_from
from exchange.states import RoundStatus, RunStatus

R = RoundStatus
BEFORE = [R.DRAFT, R.AGREED, R.CANCELED]
PUBLISHED = [R.PUBLISHED, R.CLEARING, R.RUNNING, R.EVALUATION, R.CLOSED]


def publicly_known() -> QuerySet[ExchangeRound]:
    return ExchangeRound.objects.exclude(status__in=BEFORE)


def published_run(round_: ExchangeRound) -> MatchRun | None:
    """The run on which the published places stand; nothing before everybody concerned has been told."""
    if round_.status not in PUBLISHED:
        return None
    return round_.runs.filter(status=RunStatus.ADOPTED).first()


def own_draw(application: Application) -> int | None:
    """The number of the draw of an application, once the places are published."""
    run = published_run(application.round)
    return run.result["draw"].get(application.number) if run else None


def places_of(run: MatchRun) -> list[HostOffer]:
    """The places by whose numbers the files speak."""
    keys = [one["id"] for one in run.market["offers"]]
    return list(HostOffer.objects.filter(pk__in=keys).select_related("city").order_by("pk"))


def public_files(run: MatchRun) -> tuple[dict[str, Any], dict[str, Any]]:
    """Input and result without anything that describes a person: people are their numbers of the draw.

    Occupation, year, age and busy weeks are left out; a list names only the wishes that the rules allow, so that
    the same result follows. Whoever knows the own number finds the own line.
    """
    market = market_from(run.market)
    draw: Mapping[str, int] = run.result["draw"]
    name = {who: f"L{place:04}" for who, place in draw.items()}
    offers = tuple(replace(one, occupations=None, years=(1, 1), min_age=0, skills=frozenset()) for one in market.offers)
    people = tuple(
        replace(
            one,
            id=name[one.id],
            occupation="",
            year=1,
            age=0,
            skills=frozenset(),
            busy=frozenset(),
            prefs=tuple(wish for wish in one.prefs if obstacle(market, one, wish) is None),
        )
        for one in market.applicants
    )
    known = replace(
        market,
        offers=offers,
        applicants=people,
        scores={of: {name[who]: points for who, points in given.items()} for of, given in market.scores.items()},
        pinned={name[who]: place for who, place in market.pinned.items()},
        name="",
    )
    document = instance(known, "")
    document["lottery"]["explicit"] = sorted(name.values())
    return document, _public_result(run, document, name)


def _public_result(run: MatchRun, document: dict[str, Any], name: Mapping[str, str]) -> dict[str, Any]:
    market, lottery = read_instance(document)
    stored, mode, rule = run.result, Mode(run.mode), Rule(run.result.get("priority", Rule.SCORES))
    barred = Barred()
    for one in stored.get("effective", {}).get("excluded", []):
        if isinstance(one, str):
            barred.people.add(name[one])
        else:
            barred.from_city.add((name[one[0]], one[1]))
    outcome = Outcome(
        {name[who]: place for who, place in stored["assignment"].items()},
        tuple(claim for claim in stored.get("claims", []) if claim != "reasons"),
        tuple(stored.get("objective", [])),
        barred,
    )
    why = reasons(market, lottery.places(market.applicant_by_id), mode, rule, outcome)
    return result_document(document, market, outcome, mode, rule, why)
