"""What hosts say about candidates without a name: suitable, ranked, or unsuitable with a countersignature."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, ExchangeRound, HostOffer, HostVerdict
from exchange.queries.cards import candidates_of, card_url
from exchange.services.telling import hosts_at, office
from exchange.states import VERDICT, ReturnReason, RoundStatus, Unsuitable, VerdictStatus
from lms.core import journal
from lms.core.errors import Refused
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.services import notify
from people.models import User
from people.policies import allowed, require

V = VerdictStatus
UP, DOWN = -1, 1


@transaction.atomic
def accept_candidate(offer: HostOffer, application: Application, *, actor: User) -> HostVerdict:
    """Suitable, without a rank."""
    verdict = _judged(offer, application, actor)
    _advance(verdict, "accept", actor, rank=None, reason="", return_reason="")
    _close_gaps(offer)
    journal.record(verdict, "exchange.verdict.accept", actor=actor)
    return verdict


@transaction.atomic
def rank_candidate(offer: HostOffer, application: Application, *, actor: User) -> HostVerdict:
    """Suitable, and behind those ranked already; Refused where the procedure of the round asks for no ranks."""
    verdict = _judged(offer, application, actor)
    if not offer.round.procedure.asks_hosts:
        raise Refused(
            _("In this round the draw decides between those who are suitable. Ranks are not asked for."), about=offer
        )
    last = HostVerdict.objects.filter(offer=offer).aggregate(last=Max("rank"))["last"] or 0
    _advance(verdict, "rank", actor, rank=last + 1, reason="", return_reason="")
    journal.record(verdict, "exchange.verdict.rank", actor=actor, rank=last + 1)
    return verdict


@transaction.atomic
def move_candidate(offer: HostOffer, application: Application, by: int, *, actor: User) -> HostVerdict:
    """One rank up (-1) or down (+1); at the end of the list it stays."""
    verdict = _judged(offer, application, actor)
    if verdict.status != V.RANKED or verdict.rank is None:
        raise StepNotAllowed(_("This candidate has no rank any more."), about=offer)
    other = HostVerdict.objects.filter(offer=offer, rank=verdict.rank + by).first()
    if other is None or other.rank is None:
        return verdict
    here, there = verdict.rank, other.rank
    aside = HostVerdict.objects.filter(offer=offer).count() + there + here
    for one, rank in ((verdict, aside), (other, here), (verdict, there)):
        HostVerdict.objects.filter(pk=one.pk).update(rank=rank)
    verdict.rank = there
    journal.record(verdict, "exchange.verdict.rank", actor=actor, rank=there)
    return verdict


@transaction.atomic
def find_unsuitable(offer: HostOffer, application: Application, *, reason: str, actor: User) -> HostVerdict:
    """Say why the person does not fit the tasks; it counts once the training office has countersigned."""
    verdict = _judged(offer, application, actor)
    if reason not in Unsuitable.values:
        raise Refused(_("Please choose one of the reasons of the list."), about=offer)
    _advance(verdict, "find_unsuitable", actor, rank=None, reason=reason, return_reason="")
    _close_gaps(offer)
    journal.record(verdict, "exchange.verdict.find_unsuitable", actor=actor, reason=reason)
    for person in who_countersigns(verdict):
        _tell(person, "exchange/verdict_to_countersign", verdict)
    return verdict


@transaction.atomic
def countersign(verdict: HostVerdict, *, actor: User) -> HostVerdict:
    """By the training office of the host, and by somebody else than who judged."""
    _require_answerable(verdict, actor)
    VERDICT.advance(verdict, "countersign", countersigned_by=actor, countersigned_at=timezone.now())
    journal.record(verdict, "exchange.verdict.countersign", actor=actor, reason=verdict.reason)
    return verdict


@transaction.atomic
def return_verdict(verdict: HostVerdict, *, reason: str, actor: User) -> HostVerdict:
    """The training office does not countersign; the host judges again, until then the candidate is suitable."""
    _require_answerable(verdict, actor)
    if reason not in ReturnReason.values:
        raise Refused(_("Please choose one of the reasons of the list."), about=verdict.offer)
    VERDICT.advance(verdict, "return", return_reason=reason)
    journal.record(verdict, "exchange.verdict.return", actor=actor, reason=reason)
    for person in hosts_at(verdict.offer):
        _tell(person, "exchange/verdict_returned", verdict)
    return verdict


def who_countersigns(verdict: HostVerdict) -> list[User]:
    return [one for one in office(verdict.offer.city_id) if allowed("exchange.countersign_verdict", one, verdict)]


def _tell(person: User, kind: str, verdict: HostVerdict) -> None:
    offer = verdict.offer
    notify(
        person,
        kind,
        url=card_url(verdict),
        about=verdict,
        offer=offer.title,
        until=offer.round.review_until.isoformat(),
    )


def forget_verdicts(application: Application, offers: list[int]) -> None:
    """The list of wishes has changed: what was said about places that are on it no more goes."""
    gone = HostVerdict.objects.filter(application=application).exclude(offer__in=offers)
    left = [one.offer for one in gone.select_related("offer")]
    gone.delete()
    for offer in left:
        _close_gaps(offer)


def _judged(offer: HostOffer, application: Application, actor: User) -> HostVerdict:
    """The verdict on this candidate, made when there is none; ranks of a place are written by one at a time."""
    require("exchange.judge_candidates", actor, offer)
    HostOffer.objects.select_for_update().get(pk=offer.pk)
    _require_review(offer)
    if not candidates_of(offer, actor).filter(pk=application.pk).exists():
        raise StepNotAllowed(_("This candidate does not ask for the place any more."), about=offer)
    verdict, _created = HostVerdict.objects.get_or_create(
        offer=offer, application=application, defaults={"judged_by": actor, "judged_at": timezone.now()}
    )
    return verdict


def _advance(verdict: HostVerdict, step: str, actor: User, **changes: object) -> None:
    VERDICT.advance(verdict, step, judged_by=actor, judged_at=timezone.now(), **changes)


def _require_answerable(verdict: HostVerdict, actor: User) -> None:
    require("exchange.countersign_verdict", actor, verdict, city_id=verdict.offer.city_id)
    _require_review(verdict.offer)


def _require_review(offer: HostOffer) -> None:
    round_ = ExchangeRound.objects.get(pk=offer.round_id)
    if round_.status != RoundStatus.REVIEW:
        raise StepNotAllowed(_("Candidates can be judged while the round is under review."), about=offer)


def _close_gaps(offer: HostOffer) -> None:
    ranked = HostVerdict.objects.filter(offer=offer, status=V.RANKED).order_by("rank")
    for rank, one in enumerate(ranked, start=1):
        if one.rank != rank:
            HostVerdict.objects.filter(pk=one.pk).update(rank=rank)
