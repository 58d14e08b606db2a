from django.db import transaction

from certificates.models import Certificate
from certificates.states import CertificateKind, CertificateStatus
from exchange.models import Application, ExchangeRound, HostOffer, Placement
from exchange.queries.inbox import inbox
from exchange.states import ApplicationStatus, OfferStatus, PlacementStatus, RoundStatus
from lms.demo.build.clock import is_workday
from lms.demo.build.everything import build_everything
from lms.demo.personas import PERSONAS, persona_people
from people.models import User
from training.models import Station, WeeklyNote

A, C, P, R = ApplicationStatus, CertificateStatus, PlacementStatus, RoundStatus


def tell():
    """The story as somebody would retell it, without keys and codes."""
    stories = {
        ExchangeRound: ("name", "code", "status", "stays_from", "stays_until"),
        HostOffer: ("round__code", "title", "status", "starts_on", "ends_on"),
        Application: ("number", "apprentice__email", "status", "idea", "wishes__rank", "wishes__offer__title"),
        Placement: ("round__code", "apprentice__email", "offer__title", "status"),
        WeeklyNote: ("station__apprentice__email", "week_starts_on", "status", "did"),
        Certificate: ("number", "recipient__email", "status", "issued_on"),
    }
    return {model: sorted(map(str, model.objects.values_list(*fields))) for model, fields in stories.items()}


def by_name(name):
    first, _, last = name.partition(" ")
    return User.objects.get(first_name=first, last_name=last)


def states(model, round_):
    return set(model.objects.filter(round=round_).values_list("status", flat=True))


def test_the_demo_shows_what_it_promises_and_the_same_each_time(db):
    with transaction.atomic():
        build_everything()
        first = tell()
        transaction.set_rollback(True)
    build_everything()
    assert tell() == first
    check_cases()
    check_that_everybody_asked_can_be_chosen()
    check_working_days()


def check_cases():
    in_order = ExchangeRound.objects.order_by("stays_from")
    assert [round_.status for round_ in in_order] == [R.CLOSED, R.RUNNING, R.CONFIRMATION, R.APPLICATIONS_OPEN]
    assert not any(round_.name.startswith("Runde") for round_ in in_order)
    closed, running, waiting, now = in_order
    records = Certificate.objects.filter(kind=CertificateKind.EXCHANGE)
    assert set(records.values_list("status", flat=True)) == {C.ISSUED, C.SUPERSEDED, C.REVOKED}
    emil = records.filter(recipient=by_name("Emil Erfunden"))
    assert set(emil.values_list("status", flat=True)) == {C.ISSUED, C.SUPERSEDED}
    assert Application.objects.get(round=closed, apprentice=by_name("Nora Niemand")).status == A.UNMATCHED
    assert states(Placement, running) == {P.ACTIVE, P.ACCEPTED, P.TERMINATED, P.DECLINED}
    kilian = Placement.objects.get(round=running, apprentice=by_name("Kilian Beispiel"))
    assert (kilian.status, kilian.offer.supervisor) == (P.ACTIVE, by_name("Carla Copyvorlage"))
    assert states(Placement, waiting) == {P.PROPOSED, P.HOME_CONFIRMED, P.HOST_CONFIRMED, P.CONFIRMED}
    in_every_state = {A.DRAFT, A.SUBMITTED, A.ENDORSED, A.APPROVED, A.RETURNED, A.REJECTED, A.WITHDRAWN}
    assert states(Application, now) == in_every_state
    assert states(HostOffer, now) == {OfferStatus.PUBLISHED, OfferStatus.SUBMITTED, OfferStatus.PAUSED}


def check_that_everybody_asked_can_be_chosen():
    """Nobody whom one cannot look around as keeps a round from going on."""
    shown = set(persona_people())
    assert len(shown) == len(PERSONAS)
    for application in Application.objects.filter(status=A.SUBMITTED):
        assert application.apprentice.apprenticeship.trainer in shown
    for name in ("Hanna Hypothese", "Marlene Muster", "Anna Annahme", "Barbara Blaupause"):
        assert inbox(by_name(name)), name
    assert any(task.has_conflict for task in inbox(by_name("Hanna Hypothese")))
    assert HostOffer.objects.get(status=OfferStatus.SUBMITTED).city.slug == "muenchen"


def check_working_days():
    """Offices do not work at weekends and on holidays, and nobody begins to work there then."""
    days = {one.number: one.issued_on for one in Certificate.objects.all()}
    for round_ in ExchangeRound.objects.all():
        names = ("offers_from", "applications_until", "review_until", "confirm_until", "stays_from", "stays_until")
        days |= {(round_.code, name): getattr(round_, name) for name in names}
    days |= {station.pk: station.starts_on for station in Station.objects.all()}
    assert {what: day for what, day in days.items() if not is_workday(day)} == {}
