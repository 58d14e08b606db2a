"""Agreements between the cities: draft, assent on exactly the text shown, in force, end."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from exchange.models import Agreement, Assent, ExchangeRound
from exchange.states import AGREEMENT, AgreementStatus, RoundStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.services import notify
from people.models import City, Role, User
from people.policies import require
from people.queries import cities_where, people_with


@transaction.atomic
def create_agreement(
    *, actor: User, title: str, starts_on: date, ends_on: date, text: str, cities: Collection[City]
) -> Agreement:
    """Draft an agreement; a title that exists already gets the next version."""
    require("exchange.coordinate", actor)
    last = Agreement.objects.filter(title=title).aggregate(last=Max("version"))["last"] or 0
    agreement = Agreement.objects.create(title=title, version=last + 1, starts_on=starts_on, ends_on=ends_on, text=text)
    agreement.cities.set(cities)
    journal.record(agreement, "exchange.agreement.create", actor=actor)
    _ask_offices(agreement)
    return agreement


@transaction.atomic
def change_agreement(
    agreement: Agreement, *, actor: User, starts_on: date, ends_on: date, text: str, cities: Collection[City]
) -> Agreement:
    """Change a draft. Whoever has assented to the old text has to look again."""
    require("exchange.coordinate", actor)
    agreement = _locked_draft(agreement)
    before = agreement.content_hash
    agreement.starts_on, agreement.ends_on, agreement.text = starts_on, ends_on, text
    agreement.save(update_fields=["starts_on", "ends_on", "text"])
    agreement.cities.set(cities)
    if agreement.content_hash == before:
        return agreement
    voided = sorted(agreement.assents.values_list("city__slug", flat=True))
    agreement.assents.all().delete()
    journal.record(agreement, "exchange.agreement.change", actor=actor, voided=voided)
    _ask_offices(agreement)
    return agreement


@transaction.atomic
def assent_to_agreement(agreement: Agreement, *, actor: User, city: City, content_hash: str) -> Assent:
    """Assent for a city to the text that was shown; the last city puts the agreement in force."""
    require("exchange.assent_to_agreement", actor, agreement)
    if not cities_where(actor, Role.HR).filter(pk=city.pk).exists():
        raise NotAllowed(role=Role.HR, city_id=city.pk)
    agreement = _locked_draft(agreement)
    if content_hash != agreement.content_hash:
        raise TooLate(
            _("The text has been changed in the meantime. Please read it again before you assent."), about=agreement
        )
    standing = agreement.assents.filter(content_hash=content_hash)
    if standing.filter(city=city).exists():
        raise TooLate(_("%(city)s has already assented.") % {"city": city.name}, about=agreement)
    if standing.filter(person=actor).exists():
        raise Refused(
            _("You have already assented for another city. Each city needs a person of its own."), about=agreement
        )
    assent = Assent.objects.create(agreement=agreement, city=city, person=actor, content_hash=content_hash)
    journal.record(agreement, "exchange.agreement.assent", actor=actor, city=city.slug, content_hash=content_hash)
    if standing.count() == agreement.cities.count():
        _take_effect(agreement)
    return assent


@transaction.atomic
def end_agreement(agreement: Agreement, *, actor: User, reason: str) -> Agreement:
    """End an agreement, once no round stands on it any more."""
    require("exchange.coordinate", actor)
    over = [RoundStatus.CLOSED, RoundStatus.CANCELED]
    standing = ExchangeRound.objects.filter(agreement=agreement).exclude(status__in=over).order_by("pk")
    if standing:
        names = ", ".join(one.name for one in standing)
        raise Refused(_("These rounds still stand on the agreement: %(names)s.") % {"names": names}, about=agreement)
    AGREEMENT.advance(agreement, "end", end_note=reason)
    journal.record(agreement, "exchange.agreement.end", actor=actor)
    for person in _office_staff(agreement):
        notify(person, "exchange/agreement_ended", url=agreement.get_absolute_url(), title=agreement.title)
    return agreement


def _locked_draft(agreement: Agreement) -> Agreement:
    """The agreement as it is now, kept from changing until the end of the transaction."""
    current = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if current.status != AgreementStatus.DRAFT:
        raise StepNotAllowed(_("This agreement is no draft any more. Prepare a new version instead."), about=current)
    return current


def _take_effect(agreement: Agreement) -> None:
    AGREEMENT.advance(agreement, "take_effect")
    journal.record(agreement, "exchange.agreement.take_effect", actor=None)
    for person in [*people_with(Role.COORDINATOR), *_office_staff(agreement)]:
        notify(person, "exchange/agreement_in_force", url=agreement.get_absolute_url(), title=agreement.title)


def _office_staff(agreement: Agreement) -> list[User]:
    staff = [person for city in agreement.cities.all() for person in people_with(Role.HR, city=city)]
    return list(dict.fromkeys(staff))


def _ask_offices(agreement: Agreement) -> None:
    for person in _office_staff(agreement):
        notify(person, "exchange/agreement_assent_asked", url=agreement.get_absolute_url(), title=agreement.title)
