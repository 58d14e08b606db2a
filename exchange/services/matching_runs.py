"""Assign the places of a round: compute, keep as a proposal, adopt or discard. A person decides, never the machine."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.explanations import BY_HAND, REFUSED, unsuitable_code
from exchange.matching import Market, MarketError, Mode, Result, run
from exchange.matching.audit import fingerprint
from exchange.matching.audit import instance as instance_of
from exchange.matching.checker import false_claims
from exchange.models import Application, ExchangeRound, MatchRun, Placement, Wish
from exchange.queries.cards import unsuitable_in
from exchange.queries.conflicts import load, span_of
from exchange.queries.markets import applications_in, build_market, confirmed_in, market_from
from exchange.services.telling import office
from exchange.states import PLACEMENT, ROUND, RUN, RoundStatus, RunStatus
from lms.core import journal
from lms.core.errors import Refused
from lms.notifications.services import notify
from people.models import User
from people.policies import require


@transaction.atomic
def start_run(round: ExchangeRound, *, actor: User) -> MatchRun:
    """Compute a proposal from what is in the matching now; earlier proposals are discarded."""
    require("exchange.coordinate", actor, round)
    _lock(round)
    if round.status != RoundStatus.MATCHING:
        raise Refused(_("Places can only be assigned while the round is in the matching."), about=round)
    market = _market(round)
    if not market.applicants:
        raise Refused(_("Nobody is in the matching of this round."), about=round)
    result = _computed(market, round)
    for earlier in round.runs.filter(status=RunStatus.PROPOSED):
        RUN.advance(earlier, "discard")
    last = round.runs.order_by("-number").first()
    new = MatchRun(
        round=round,
        number=last.number + 1 if last else 1,
        market=result.instance,
        mode=round.mode,
        market_hash=result.instance_sha256,
        result=document(result),
        result_hash=result.outcome_sha256,
        engine=result.engine,
        created_by=actor,
    )
    new.verdict = false_claims(new.market, new.result)
    new.record_hash = new.sealed(last.record_hash if last else "")
    new.save()
    journal.record(new, "exchange.match_run.start", actor=actor, result=new.result_hash)
    return new


def replay(match_run: MatchRun) -> Result:
    """Compute a stored run once more from its stored input alone."""
    stored = match_run.market
    return run(market_from(stored), seed=stored["lottery"]["seed"], mode=Mode(match_run.mode))


@transaction.atomic
def discard_run(match_run: MatchRun, *, actor: User) -> MatchRun:
    require("exchange.coordinate", actor, match_run)
    if match_run.status == RunStatus.ADOPTED:
        raise Refused(_("This proposal is adopted. Return the round to the matching instead."), about=match_run)
    RUN.advance(match_run, "discard")
    journal.record(match_run, "exchange.match_run.discard", actor=actor)
    return match_run


@transaction.atomic
def adopt_run(match_run: MatchRun, *, actor: User) -> MatchRun:
    """Make the proposal the one on which both cities decide, place by place."""
    require("exchange.coordinate", actor, match_run)
    round = match_run.round
    _lock(round)
    if match_run.mode != round.mode or _fingerprint(round) != match_run.market_hash:
        raise Refused(
            _("Applications, places or dates have changed since this proposal was computed. Please compute a new one."),
            about=match_run,
        )
    if match_run.verdict:
        raise Refused(
            _("The independent check does not agree with this proposal, so it cannot be adopted."), about=match_run
        )
    RUN.advance(match_run, "adopt")
    ROUND.advance(round, "adopt_proposal", status_since=timezone.now())
    applications = applications_in(round)
    held = confirmed_in(round)
    decided = [one for one in applications if one.number not in held]
    _explain(decided, match_run.result["reasons"])
    _explain_hands(decided, match_run)
    _explain_hosts(round, decided, match_run.result["assignment"])
    _place(match_run, decided)
    journal.record(match_run, "exchange.match_run.adopt", actor=actor, result=match_run.result_hash)
    _tell_offices(round)
    return match_run


def document(result: Result) -> dict[str, Any]:
    """What is stored of a result, ready for JSON."""
    return {
        **result.document,
        "assignment": dict(result.assignment),
        "reasons": {who: [asdict(reason) for reason in found] for who, found in result.reasons.items()},
        "metrics": {**asdict(result.metrics), "net": dict(result.metrics.net)},
        "draw": dict(result.draw),
        "commitment": result.commitment,
    }


def _fingerprint(round: ExchangeRound) -> str:
    return fingerprint(instance_of(_market(round), round.lottery_seed))


def _lock(round: ExchangeRound) -> None:
    round.refresh_from_db(from_queryset=ExchangeRound.objects.select_for_update())


def _market(round: ExchangeRound) -> Market:
    try:
        return build_market(round)
    except MarketError as error:
        raise Refused(_unusable(error), about=round) from error


def _computed(market: Market, round: ExchangeRound) -> Result:
    if not round.lottery_seed:
        raise Refused(_("This round has no sealed draw yet. It is made when applications open."), about=round)
    try:
        return run(market, seed=round.lottery_seed, mode=Mode(round.mode))
    except MarketError as error:
        raise Refused(_unusable(error), about=round) from error


def _unusable(error: MarketError) -> str:
    if error.code == "pinned_out_of_balance":
        return _(
            "The places both cities have confirmed already leave the cities out of the agreed balance. "
            "Please settle with the cities which of them is taken back."
        )
    if error.code.startswith("pinned_"):
        return _(
            "A place that was fixed before the run cannot be kept: %(about)s. Please choose another one, or release it."
        ) % {"about": ", ".join(error.about)}
    return _("The places cannot be assigned: the data contradict each other at %(about)s (%(code)s).") % {
        "about": ", ".join(error.about),
        "code": error.code,
    }


def _explain(applications: list[Application], reasons: Mapping[str, list[dict[str, Any]]]) -> None:
    """Keep with each wish why it was not met; a refusal by a city stays what it is."""
    changed = []
    for application in applications:
        by_offer = {int(reason["offer"]): reason for reason in reasons.get(application.number, [])}
        for wish in application.wishes.all():
            reason = by_offer.get(wish.offer_id)
            if wish.outcome == REFUSED and reason is None:
                continue
            wish.outcome, wish.own_value, wish.cutoff, wish.basis = (
                (reason["code"], reason["own"], reason["cutoff"], reason["basis"]) if reason else ("", None, None, "")
            )
            changed.append(wish)
    Wish.objects.bulk_update(changed, ["outcome", "own_value", "cutoff", "basis"])


def _explain_hands(applications: list[Application], match_run: MatchRun) -> None:
    """Whoever was given a place by hand reads that with each better wish."""
    changed = []
    for application in applications:
        place = match_run.market["pinned"].get(application.number)
        for wish in sorted(application.wishes.all(), key=lambda one: one.rank) if place else []:
            if str(wish.offer_id) == place:
                break
            wish.outcome = BY_HAND
            changed.append(wish)
    Wish.objects.bulk_update(changed, ["outcome"])


def _explain_hosts(round: ExchangeRound, applications: list[Application], received: Mapping[str, str | None]) -> None:
    """Say with each better wish whose host found the person unsuitable for the tasks that this is why."""
    unsuitable, changed = unsuitable_in(round), []
    for application in applications:
        place = received[application.number]
        for wish in sorted(application.wishes.all(), key=lambda one: one.rank):
            if str(wish.offer_id) == place:
                break
            reason = unsuitable.get((application.pk, wish.offer_id))
            if reason is not None:
                wish.outcome = unsuitable_code(reason)
                wish.own_value, wish.cutoff, wish.basis = None, None, ""
                changed.append(wish)
    Wish.objects.bulk_update(changed, ["outcome", "own_value", "cutoff", "basis"])


def _place(match_run: MatchRun, applications: list[Application]) -> None:
    """One proposed placement for everybody who got a place."""
    assignment = match_run.result["assignment"]
    found = match_run.round.offers.select_related("city", "round").prefetch_related("occupations")
    offers = {offer.pk: offer for offer in found}
    folder = load({one.apprentice_id for one in applications}, span_of(offers.values()))
    for application in applications:
        received = assignment[application.number]
        if received is None:
            continue
        offer = offers[int(received)]
        period = folder.window(application.apprentice_id, offer)
        Placement.objects.create(
            round=match_run.round,
            application=application,
            run=match_run,
            apprentice_id=application.apprentice_id,
            offer=offer,
            home_city_id=application.home_city_id,
            host_city_id=offer.city_id,
            starts_on=period.start,
            ends_on=period.end,
        )


def _tell_offices(round: ExchangeRound) -> None:
    """One message per person and office with the number of places to confirm."""
    counts: dict[int, int] = {}
    for placement in round.placements.filter(status__in=PLACEMENT.steps["refuse"].sources):
        for city in (placement.home_city_id, placement.host_city_id):
            counts[city] = counts.get(city, 0) + 1
    for city, count in sorted(counts.items()):
        for person in office(city):
            notify(
                person,
                "exchange/placement_to_confirm",
                url=reverse("exchange:placement_list"),
                round=round.name,
                count=count,
            )
