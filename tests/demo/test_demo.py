from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from certificates.models import Certificate
from certificates.states import CertificateKind, CertificateStatus
from courses.models import Adaptation, AnnexPage, CoAuthor, CoursePage
from courses.queries.reviewing.review import waiting_for
from courses.queries.sharing.adaptations import changes_of
from courses.queries.translating.translations import versions_of
from courses.readiness.progress import progress_of
from exchange.models import Application, ExchangeRound, HostOffer, HostVerdict, Inquiry, Placement
from exchange.queries.cards import offers_with_cards, verdicts_to_countersign
from exchange.queries.inbox import inbox, with_conflicts
from exchange.states import ApplicationStatus, OfferStatus, PlacementStatus, RoundStatus, VerdictStatus
from lms.demo.build.clock import is_workday
from lms.demo.build.everything import build_everything
from lms.demo.personas import PERSONAS, persona_people
from lms.media.models import CourseMedia
from people.models import User
from tests.nightly import NIGHTLY
from training.models import AgreedAbsence, Exam, Override, RuleSetting, Station, WeeklyNote
from training.queries.suitability import unproved

A, C, P, R = ApplicationStatus, CertificateStatus, PlacementStatus, RoundStatus
V = VerdictStatus


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
    again = build_and_take_back() if NIGHTLY else None  # building takes its time
    build_everything()
    assert again in (None, tell())
    check_cases()
    check_that_everybody_asked_can_be_chosen()
    check_that_cities_share_courses()
    check_that_two_courses_are_in_english()
    check_calendars()
    check_working_days()


def build_and_take_back():
    with transaction.atomic():
        build_everything()
        told = tell()
        transaction.set_rollback(True)
    return told


def check_cases():
    in_order = ExchangeRound.objects.order_by("stays_from")
    assert [round_.status for round_ in in_order] == [
        R.CLOSED, R.RUNNING, R.CONFIRMATION, R.REVIEW, R.APPLICATIONS_OPEN,
    ]  # fmt: skip
    assert not any(round_.name.startswith("Runde") for round_ in in_order)
    closed, running, waiting, judging, now = in_order
    records = Certificate.objects.filter(kind=CertificateKind.EXCHANGE)
    assert set(records.values_list("status", flat=True)) == {C.ISSUED, C.SUPERSEDED, C.REVOKED}
    emil = records.filter(recipient=by_name("Emil Erfunden"))
    assert set(emil.values_list("status", flat=True)) == {C.ISSUED, C.SUPERSEDED}
    assert Application.objects.get(round=closed, apprentice=by_name("Nora Niemand")).status == A.UNMATCHED
    assert states(Placement, running) == {P.ACTIVE, P.ACCEPTED, P.TERMINATED, P.DECLINED}
    kilian = Placement.objects.get(round=running, apprentice=by_name("Kilian Beispiel"))
    assert (kilian.status, kilian.offer.supervisor) == (P.ACTIVE, by_name("Carla Copyvorlage"))
    assert states(Placement, waiting) == {P.PROPOSED, P.HOME_CONFIRMED, P.HOST_CONFIRMED, P.CONFIRMED}
    assert states(Application, judging) == {A.ENDORSED, A.APPROVED}
    assert set(HostVerdict.objects.values_list("status", flat=True)) == {V.RANKED, V.ASKED}
    assert {offer.round for offer in offers_with_cards(by_name("Carla Copyvorlage"))} == {judging}
    offices = [by_name(name) for name in ("Hanna Hypothese", "Anna Annahme", "Marlene Muster")]
    assert sum(verdicts_to_countersign(office).count() for office in offices) == 1
    assert Inquiry.objects.open().count() == 1
    in_every_state = {A.DRAFT, A.SUBMITTED, A.ENDORSED, A.APPROVED, A.RETURNED, A.REJECTED, A.WITHDRAWN}
    assert states(Application, now) == in_every_state
    assert states(HostOffer, now) == {OfferStatus.PUBLISHED, OfferStatus.SUBMITTED, OfferStatus.PAUSED}


def check_calendars():
    """A value of Augsburg, a warning decided on, days both cities agreed to, one without a proof, Tarik in P III."""
    assert RuleSetting.objects.get().values == {"days": 60}
    assert Override.objects.filter(apprentice=by_name("Piet Phantasie"), code="probation").exists()
    agreed = AgreedAbsence.objects.get()
    assert (agreed.apprentice, agreed.status, agreed.period.days) == (by_name("Kilian Beispiel"), "agreed", 2)
    assert [one.person.full_name for one in unproved(by_name("Anna Annahme"), timezone.localdate())] == [
        "Olga Ornament"
    ]
    assert by_name("Jonas Probelauf").apprenticeship.medical_checked_on
    theory = by_name("Tarik Testmann").apprenticeship.school_calendar.blocks.filter(kind="theory")
    assert [block.label for block in theory] == ["FL III", "FL IV", "FL V"]
    assert {"written", "interim"} == set(Exam.objects.values_list("kind", flat=True))


def check_that_two_courses_are_in_english():
    """Complete, published, and with captions of their own."""
    english = CoursePage.objects.live().filter(locale__language_code="en").order_by("title")
    assert [course.title for course in english] == ["Accessible documents and forms", "Fit for the exchange"]
    assert [[one.language for one in versions_of(course)] for course in english] == [["de"], ["de"]]
    assert all(not one.missing for one in progress_of(Page.objects.filter(locale__language_code="en")).values())
    assert CourseMedia.objects.filter(transcript__startswith="The video has no sound").count() == 1


def check_that_cities_share_courses():
    """Adapted and its original changed since, added to, written together, waiting for a reader, just begun."""
    [adaptation] = Adaptation.objects.filter(page__in=CoursePage.objects.live())
    assert (adaptation.city.slug, adaptation.source_title) == ("augsburg", "Datenschutz im Amt")
    assert len(changes_of(CoursePage.objects.get(pk=adaptation.page_id)).open) == 2
    cities = {annex.city.slug for annex in AnnexPage.objects.live()}
    assert cities == {"muenchen", "nuernberg"}
    assert [one.person for one in CoAuthor.objects.all()] == [by_name("Dieter Demozweck")]
    assert [course.title for course in waiting_for(by_name("Dieter Demozweck"))] == ["Open Data in 20 Minuten"]
    assert CoursePage.objects.filter(live=False).count() == 2
    assert CoursePage.objects.live().count() >= 9


def check_that_everybody_asked_can_be_chosen():
    """Nobody whom one cannot look around as keeps a round from going on."""
    shown = set(persona_people())
    assert len(shown) == len(PERSONAS)
    for application in Application.objects.filter(status=A.SUBMITTED):
        assert application.apprentice.apprenticeship.trainer in shown
    for name in ("Hanna Hypothese", "Marlene Muster", "Anna Annahme", "Barbara Blaupause"):
        assert inbox(by_name(name)), name
    assert any(task.has_conflict for task in with_conflicts(inbox(by_name("Hanna Hypothese"))))
    assert {offer.city.slug for offer in HostOffer.objects.filter(status=OfferStatus.SUBMITTED)} == {
        "augsburg",
        "muenchen",
    }


def check_working_days():
    """Offices do not work at weekends and on holidays, and nobody begins to work there then; today is what it is."""
    days = {one.number: one.issued_on for one in Certificate.objects.all()}
    for round_ in ExchangeRound.objects.all():
        names = ("offers_from", "applications_until", "review_until", "confirm_until", "stays_from", "stays_until")
        days |= {(round_.code, name): getattr(round_, name) for name in names}
    days |= {station.pk: station.starts_on for station in Station.objects.all()}
    assert {what: day for what, day in days.items() if not is_workday(day) and day != timezone.localdate()} == {}
