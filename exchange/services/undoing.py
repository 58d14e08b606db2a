"""Decisions can be taken back by whoever took them, for as long as nobody has been told and nobody acted since."""

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, Decision, ExchangeRound, HostOffer, Inquiry, Placement, Wish
from exchange.services.seats import release_seat
from exchange.states import APPLICATION, FALLEN_THROUGH, OFFER, PLACEMENT
from lms.core import journal
from lms.core.errors import TooLate
from lms.notifications.services import retract
from people.models import User
from people.policies import require
from training.models import Override

Subject = Application | Placement | HostOffer
LIFECYCLES = {Application: APPLICATION, Placement: PLACEMENT, HostOffer: OFFER}
WISH_FIELDS = ("outcome", "own_value", "cutoff", "basis")

# What each step leaves in the log, and which messages it holds back.
JOURNAL = {
    (Application, step): f"exchange.application.{step}" for step in ("endorse", "return", "approve", "reject")
} | {
    (Placement, "confirm_home_first"): "exchange.placement.confirm",
    (Placement, "confirm_host_first"): "exchange.placement.confirm",
    (Placement, "confirm_home_last"): "exchange.placement.confirm",
    (Placement, "confirm_host_last"): "exchange.placement.confirm",
    (Placement, "refuse"): "exchange.placement.refuse",
    (HostOffer, "publish"): "exchange.offer.publish",
    (HostOffer, "return"): "exchange.offer.return",
}
MESSAGES = {
    (Application, "endorse"): ["application_endorsed", "application_to_decide"],
    (Application, "return"): ["application_returned", "application_returned_by_office"],
    (Application, "approve"): ["application_approved", "application_approved_for_trainer"],
    (Application, "reject"): ["application_rejected", "application_rejected_for_trainer"],
    (Placement, "confirm_home_last"): ["placement_all_confirmed"],
    (Placement, "confirm_host_last"): ["placement_all_confirmed"],
    (Placement, "refuse"): ["placement_refused"],
    (HostOffer, "publish"): ["offer_published", "offer_new"],
    (HostOffer, "return"): ["offer_returned"],
}
UNDONE = {
    Application: "exchange.application.undo",
    Placement: "exchange.placement.undo",
    HostOffer: "exchange.offer.undo",
}


def decide(subject: Subject, step: str, *, actor: User, **changes: Any) -> str:
    """Take a step so that it can be taken back: what it changes is kept with it. Returns the status left behind."""
    changes.setdefault("status_since", timezone.now())
    fields = [subject._meta.get_field(name).attname for name in changes]  # type: ignore[union-attr]
    rows = type(subject)._base_manager.select_for_update().filter(pk=subject.pk)
    before = _plain(rows.values(*fields).get())
    if step == "refuse" and isinstance(subject, Placement):
        before["wish"] = _wish_of(subject).values(*WISH_FIELDS).first()
    left = LIFECYCLES[type(subject)].advance(subject, step, **changes)
    if isinstance(subject, Application):
        Inquiry.objects.open().filter(application=subject).update(closed_at=changes["status_since"])
    Decision.objects.create(
        **{_link(subject): subject},
        step=step,
        by=actor,
        left=left,
        reached=subject.status,
        round_status=ExchangeRound.objects.values_list("status", flat=True).get(pk=subject.round_id),
        before=before,
        at=changes["status_since"],
    )
    return left


@transaction.atomic
def undo(decision: Decision, *, actor: User) -> Subject:
    """Put everything back as it was before the decision; nobody hears of it."""
    require("exchange.undo_decision", actor, decision)
    now = timezone.now()
    subject = decision.subject
    if Decision.objects.filter(pk=decision.pk, undone_at__isnull=True).update(undone_at=now) != 1:
        raise TooLate(_("You have taken this decision back already."), about=Page(subject))
    if now >= decision.until:
        raise TooLate(_("The time to take it back is over: everybody involved has been told."), about=Page(subject))
    _require_untouched(decision, subject)
    _restore(decision, subject)
    if isinstance(subject, Application):
        reopened = Inquiry.objects.filter(application=subject, closed_at=decision.at, answered_at__isnull=True)
        reopened.update(closed_at=None)
        _withdraw_overrides(subject.apprentice_id, decision, now)
    if isinstance(subject, Placement):
        _undo_on_seats_and_wishes(decision, subject)
        _withdraw_overrides(subject.apprentice_id, decision, now)
    for kind in MESSAGES.get((type(subject), decision.step), []):
        retract(about=subject, kind=f"exchange/{kind}")
    journal.record(subject, UNDONE[type(subject)], actor=actor, step=decision.step)
    return subject


def mark_bulk(subject: Subject, *, actor: User, bulk: Any) -> None:
    """File the decision that was just taken under the others of the same click."""
    Decision.objects.filter(**{_link(subject): subject.pk}, by=actor, at=subject.status_since).update(bulk=bulk)


def _link(subject: Subject) -> str:
    return "offer" if isinstance(subject, HostOffer) else str(subject._meta.model_name)


class Page:
    """Where a refusal leads back to; offers have a page for those who look at them and one for those who decide."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    def get_absolute_url(self) -> str:
        return page_of(self.subject)


def page_of(subject: Subject) -> str:
    if isinstance(subject, HostOffer):
        return reverse("exchange:offer_review", args=[subject.pk])
    return subject.get_absolute_url()


def _require_untouched(decision: Decision, subject: Subject) -> None:
    last = journal.entries(subject).last()
    ours = last and last.action == JOURNAL[type(subject), decision.step] and last.user_id == decision.by_id
    status = ExchangeRound.objects.values_list("status", flat=True).get(pk=subject.round_id)
    if not ours or status != decision.round_status or _stands_elsewhere(decision, subject):
        raise _late(subject)


def _stands_elsewhere(decision: Decision, subject: Subject) -> bool:
    """After a place was refused, another may have been found."""
    if not isinstance(subject, Placement) or decision.step != "refuse":
        return False
    others = Placement.objects.filter(application=subject.application_id).exclude(status__in=FALLEN_THROUGH)
    return others.exists()


def _restore(decision: Decision, subject: Subject) -> None:
    values = {name: value for name, value in decision.before.items() if name != "wish"}
    back = {name: _typed(subject, name, value) for name, value in values.items()} | {"status": decision.left}
    rows = type(subject)._base_manager.filter(pk=subject.pk, status=decision.reached, status_since=decision.at)
    if rows.update(**back) != 1:
        raise _late(subject)
    subject.refresh_from_db()


def _late(subject: Subject) -> TooLate:
    return TooLate(
        _("Somebody has gone on from your decision since. It cannot be taken back any more."), about=Page(subject)
    )


def _undo_on_seats_and_wishes(decision: Decision, placement: Placement) -> None:
    if decision.step.endswith("_last"):
        release_seat(placement.offer)
    if wish := decision.before.get("wish"):
        _wish_of(placement).update(**wish)


def _wish_of(placement: Placement) -> models.QuerySet[Wish]:
    return Wish.objects.filter(application=placement.application_id, offer=placement.offer_id)


def _withdraw_overrides(apprentice: int, decision: Decision, now: datetime) -> None:
    """Reasons that were given with the decision go with it."""
    given = Override.objects.standing().filter(
        apprentice=apprentice, decided_by=decision.by_id, decided_at__gte=decision.at, decided_at__lte=decision.until
    )
    given.update(withdrawn_by=decision.by_id, withdrawn_at=now)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


def _typed(subject: Subject, name: str, value: Any) -> Any:
    field: Any = next(one for one in subject._meta.concrete_fields if one.attname == name)
    return field.target_field.to_python(value) if field.is_relation and value is not None else field.to_python(value)
