"""Agreements between the cities: draft, assent on exactly what is shown, in force, renewed, superseded, ended."""

import hashlib
from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Agreement, AgreementDocument, Assent
from exchange.models.agreements import TERMS, AgreementKind, VoidReason
from exchange.queries.agreement_terms import successor_dates, terms_of
from exchange.states import AGREEMENT, AgreementStatus
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.services import notify
from people.models import City, Role, User
from people.policies import require
from people.queries import cities_where, people_with


@transaction.atomic
def create_agreement(
    *, actor: User, title: str, starts_on: date, ends_on: date, cities: Collection[City], **terms: Any
) -> Agreement:
    """Draft a memorandum; a title that exists already gets the next version."""
    require("exchange.coordinate", actor)
    if Agreement.objects.filter(title=title, kind=AgreementKind.ADDENDUM).exists():
        raise Refused(_("An addendum has this title already. Please choose another one."))
    facts = {"title": title, "starts_on": starts_on, "ends_on": ends_on, **terms}
    agreement = _draft(cities, actor, "exchange.agreement.create", **facts)
    _ask_offices(agreement, agreement.cities.all())
    return agreement


@transaction.atomic
def create_addendum(
    memorandum: Agreement, *, actor: User, title: str, starts_on: date, ends_on: date, **terms: Any
) -> Agreement:
    """Draft an addendum; from its first day on, its terms count in place of those of the memorandum."""
    require("exchange.coordinate", actor)
    memorandum = Agreement.objects.select_for_update().get(pk=memorandum.pk)
    if memorandum.status != AgreementStatus.IN_FORCE or memorandum.is_addendum:
        raise StepNotAllowed(_("An addendum belongs to a memorandum that is in force."), about=memorandum)
    if Agreement.objects.filter(title=title).exclude(parent=memorandum).exists():
        raise Refused(_("Another agreement has this title already. Please choose another one."), about=memorandum)
    _expect_within(memorandum, starts_on, ends_on)
    facts = {"title": title, "starts_on": starts_on, "ends_on": ends_on, **terms}
    facts |= {"kind": AgreementKind.ADDENDUM, "parent": memorandum}
    addendum = _draft(memorandum.cities.all(), actor, "exchange.agreement.create", **facts)
    _ask_offices(addendum, addendum.cities.all())
    return addendum


@transaction.atomic
def renew_agreement(agreement: Agreement, *, actor: User, today: date) -> Agreement:
    """A draft that follows this version: the terms that count now, its documents, new dates."""
    require("exchange.coordinate", actor)
    agreement = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if agreement.status == AgreementStatus.DRAFT or agreement.is_addendum:
        raise StepNotAllowed(_("Only a memorandum that has been in force can be renewed."), about=agreement)
    if waiting := Agreement.objects.filter(title=agreement.title, status=AgreementStatus.DRAFT).first():
        raise TooLate(_("There is a draft of the next version already. Please go on with that one."), about=waiting)
    starts_on, ends_on = successor_dates(agreement, today)
    terms = terms_of(agreement, today)
    facts = {name: getattr(terms, name) for name in TERMS}
    if terms != agreement:  # nothing that was agreed gets lost
        facts["text"] = f"{agreement.text.rstrip()}\n\n{terms.title}\n\n{terms.text.lstrip()}"
    facts |= {"title": agreement.title, "starts_on": starts_on, "ends_on": ends_on}
    renewed = _draft(agreement.cities.all(), actor, "exchange.agreement.renew", **facts)
    for source in dict.fromkeys([agreement, terms]):
        _carry_over(source, renewed)
    _ask_offices(renewed, renewed.cities.all())
    return renewed


@transaction.atomic
def change_agreement(
    agreement: Agreement,
    *,
    actor: User,
    starts_on: date,
    ends_on: date,
    cities: Collection[City] | None = None,
    seen: str = "",
    **terms: Any,
) -> Agreement:
    """Change a draft. Assents to the old content lapse, and stay on record with what they were given to."""
    require("exchange.coordinate", actor)
    agreement = _locked_draft(agreement)
    before, partners = agreement.content_hash, set(agreement.cities.all())
    if seen and seen != before:
        raise TooLate(
            _("Somebody has changed this draft meanwhile. Please look at the new state before you save yours."),
            about=agreement,
        )
    if agreement.parent:
        _expect_within(agreement.parent, starts_on, ends_on)
    changes = {"starts_on": starts_on, "ends_on": ends_on, **terms}
    for name, value in changes.items():
        setattr(agreement, name, value)
    agreement.save(update_fields=list(changes))
    if cities is not None and not agreement.is_addendum:
        agreement.cities.set(cities)
    if agreement.content_hash != before:
        journal.record(agreement, "exchange.agreement.change", actor=actor, voided=_void_assents(agreement))
        _ask_offices(agreement, set(agreement.cities.all()) - partners)
    return agreement


@transaction.atomic
def add_document(agreement: Agreement, *, actor: User, title: str, file: UploadedFile) -> AgreementDocument:
    """Add a PDF to a draft; its fingerprint becomes part of the content."""
    require("exchange.coordinate", actor)
    agreement = _locked_draft(agreement)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    if agreement.documents.filter(sha256=digest.hexdigest(), left_out_at=None).exists():
        raise Refused(_("This file is part of the agreement already."), about=agreement)
    file.seek(0)
    document = AgreementDocument.objects.create(
        agreement=agreement, title=title, file=file, size=file.size or 0, sha256=digest.hexdigest(), added_by=actor
    )
    voided = _void_assents(agreement)
    journal.record(agreement, "exchange.agreement.add_document", actor=actor, sha256=document.sha256, voided=voided)
    return document


@transaction.atomic
def leave_out_document(document: AgreementDocument, *, actor: User) -> AgreementDocument:
    """Leave a document out of a draft. The file stays readable, and is no part of what the cities assent to."""
    require("exchange.coordinate", actor)
    agreement = _locked_draft(document.agreement)
    now = timezone.now()
    if not AgreementDocument.objects.filter(pk=document.pk, left_out_at=None).update(left_out_at=now):
        raise TooLate(_("This document is left out already."), about=agreement)
    voided = _void_assents(agreement)
    journal.record(agreement, "exchange.agreement.leave_out", actor=actor, sha256=document.sha256, voided=voided)
    document.left_out_at = now
    return document


@transaction.atomic
def assent_to_agreement(agreement: Agreement, *, actor: User, city: City, content_hash: str) -> Assent:
    """Assent for a city to what was shown; the last city puts the agreement in force."""
    require("exchange.assent_to_agreement", actor, agreement)
    _expect_office(actor, city)
    agreement = _locked_draft(agreement)
    content = agreement.content
    if content_hash != agreement.content_hash:
        raise TooLate(
            _("The text has been changed in the meantime. Please read it again before you assent."), about=agreement
        )
    if not agreement.cities.filter(pk=city.pk).exists():
        raise NotAllowed(role=Role.HR, city_id=city.pk)
    standing = agreement.assents.filter(voided_at=None)
    if standing.filter(city=city).exists():
        raise TooLate(_("%(city)s has already assented.") % {"city": city.name}, about=agreement)
    if standing.filter(person=actor).exists():
        raise Refused(
            _("You have already assented for another city. Each city needs a person of its own."), about=agreement
        )
    assent = Assent.objects.create(
        agreement=agreement, city=city, person=actor, content_hash=content_hash, content=content
    )
    journal.record(agreement, "exchange.agreement.assent", actor=actor, city=city.slug, content_hash=content_hash)
    if standing.count() == agreement.cities.count():
        _take_effect(agreement)
    return assent


@transaction.atomic
def withdraw_assent(agreement: Agreement, *, actor: User, city: City) -> Assent:
    """Take back one's own assent, as long as the agreement is a draft."""
    require("exchange.assent_to_agreement", actor, agreement)
    _expect_office(actor, city)
    agreement = _locked_draft(agreement)
    assent = agreement.assents.filter(city=city, voided_at=None).first()
    if assent is None:
        raise TooLate(_("%(city)s has not assented.") % {"city": city.name}, about=agreement)
    if assent.person_id != actor.pk:
        raise Refused(
            _("Only %(name)s can take this assent back.") % {"name": assent.person.full_name}, about=agreement
        )
    assent.voided_at, assent.void_reason = timezone.now(), VoidReason.WITHDRAWN
    assent.save(update_fields=["voided_at", "void_reason"])
    journal.record(agreement, "exchange.agreement.withdraw_assent", actor=actor, city=city.slug)
    return assent


@transaction.atomic
def end_agreement(agreement: Agreement, *, actor: User, reason: str) -> Agreement:
    """End an agreement, and its addenda with it. Rounds that stand on it show that they lack one."""
    require("exchange.coordinate", actor)
    today = timezone.localdate()
    AGREEMENT.advance(agreement, "end", end_note=reason, over_on=today)
    journal.record(agreement, "exchange.agreement.end", actor=actor)
    for addendum in agreement.addenda.filter(status=AgreementStatus.IN_FORCE).order_by("pk"):
        AGREEMENT.advance(addendum, "end", end_note=reason, over_on=today)
        journal.record(addendum, "exchange.agreement.end", actor=actor)
    for person in _office_staff(agreement.cities.all()):
        notify(person, "exchange/agreement_ended", url=agreement.get_absolute_url(), title=agreement.title)
    return agreement


def supersede_agreements(today: date) -> int:
    """On the first day of a version, the former one stops counting. Running it again changes nothing."""
    begun = Agreement.objects.filter(status=AgreementStatus.IN_FORCE, starts_on__lte=today).order_by("starts_on", "pk")
    return sum(_supersede_former(agreement, today) for agreement in begun)


def _draft(cities: Collection[City], actor: User, action: str, **facts: Any) -> Agreement:
    last = Agreement.objects.filter(title=facts["title"]).aggregate(last=Max("version"))["last"] or 0
    agreement = Agreement.objects.create(version=last + 1, **facts)
    agreement.cities.set(cities)
    journal.record(agreement, action, actor=actor)
    return agreement


def _carry_over(source: Agreement, target: Agreement) -> None:
    """The same stored files, under the name of whoever added them."""
    known = set(target.documents.values_list("sha256", flat=True))
    for one in source.documents.filter(left_out_at=None).exclude(sha256__in=known):
        AgreementDocument.objects.create(
            agreement=target, title=one.title, file=one.file.name, size=one.size, sha256=one.sha256,
            added_by=one.added_by,
        )  # fmt: skip


def _locked_draft(agreement: Agreement) -> Agreement:
    """The agreement as it is now, kept from changing until the end of the transaction."""
    current = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if current.status != AgreementStatus.DRAFT:
        raise StepNotAllowed(_("This agreement is no draft any more. Prepare a new version instead."), about=current)
    return current


def _expect_office(actor: User, city: City) -> None:
    if not cities_where(actor, Role.HR).filter(pk=city.pk).exists():
        raise NotAllowed(role=Role.HR, city_id=city.pk)


def _expect_within(memorandum: Agreement, starts_on: date, ends_on: date) -> None:
    if starts_on < memorandum.starts_on or ends_on > memorandum.ends_on:
        raise Refused(_("An addendum is valid within the time of its memorandum."), about=memorandum)


def _void_assents(agreement: Agreement) -> list[str]:
    """Assents that were given to another content lapse; their offices hear of it."""
    standing = list(agreement.assents.filter(voided_at=None).select_related("city"))
    agreement.assents.filter(voided_at=None).update(voided_at=timezone.now(), void_reason=VoidReason.CHANGED)
    for person in _office_staff([assent.city for assent in standing]):
        notify(person, "exchange/agreement_assent_void", url=agreement.get_absolute_url(), title=agreement.title)
    return sorted(assent.city.slug for assent in standing)


def _take_effect(agreement: Agreement) -> None:
    AGREEMENT.advance(agreement, "take_effect")
    journal.record(agreement, "exchange.agreement.take_effect", actor=None)
    today = timezone.localdate()
    if agreement.starts_on <= today:
        _supersede_former(agreement, today)
    for person in [*people_with(Role.COORDINATOR), *_office_staff(agreement.cities.all())]:
        notify(person, "exchange/agreement_in_force", url=agreement.get_absolute_url(), title=agreement.title)


def _supersede_former(agreement: Agreement, today: date) -> int:
    """Former versions of the same title, and the addenda to them."""
    former = Agreement.objects.filter(
        title=agreement.title, version__lt=agreement.version, status=AgreementStatus.IN_FORCE
    )
    addenda = Agreement.objects.filter(parent__in=former, status=AgreementStatus.IN_FORCE)
    over = [*addenda.order_by("pk"), *former.order_by("pk")]
    for one in over:
        AGREEMENT.advance(one, "supersede", over_on=today)
        journal.record(one, "exchange.agreement.supersede", actor=None)
    return len(over)


def _office_staff(cities: Collection[City]) -> list[User]:
    staff = [person for city in cities for person in people_with(Role.HR, city=city)]
    return list(dict.fromkeys(staff))


def _ask_offices(agreement: Agreement, cities: Collection[City]) -> None:
    for person in _office_staff(cities):
        notify(person, "exchange/agreement_assent_asked", url=agreement.get_absolute_url(), title=agreement.title)
