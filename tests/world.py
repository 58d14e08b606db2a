"""One of everything, for tests that walk over all pages: Mina of Nürnberg is a guest of Carla in München."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from certificates.models import Certificate, Revocation
from certificates.services.documents import ensure_pdf
from certificates.services.issuing import issue
from courses.models import LessonPage, TestPage
from courses.services import assessment, authoring, enrollments, progress
from exchange.matching import commitment
from exchange.queries.records import record_content
from exchange.services.matching_runs import start_run
from lms.demo.build.learning import FILES
from lms.demo.content import COURSES
from lms.notifications.models import Notification
from tests.factories.exchange import (
    AgreementFactory,
    ApplicationFactory,
    OfferFactory,
    PlacementFactory,
    RoundFactory,
)
from tests.factories.people import DepartmentFactory
from tests.factories.training import StationFactory, WeeklyNoteFactory


def one_of_everything(cast):
    today = timezone.localdate()
    cities = [cast.nuremberg, cast.augsburg, cast.munich]
    agreement = AgreementFactory(cities=cities)
    draft_agreement = AgreementFactory(cities=cities, status="draft")
    round_ = RoundFactory(agreement=agreement, name="Frühjahr", code="T-F")
    matching_round = RoundFactory(
        agreement=agreement, status="matching", lottery_seed="s", lottery_commitment=commitment("s")
    )
    office = DepartmentFactory(city=cast.munich, name="it@M InnovationLab")
    hosts = {
        "city": cast.munich,
        "department": office,
        "supervisor": cast.carla,
        "author": cast.carla,
        "reviewer": cast.marlene,
    }
    offer = OfferFactory(round=round_, title="Chatbot erproben", **hosts)
    draft_offer = OfferFactory(round=round_, status="draft", **(hosts | {"reviewer": None}))
    submitted_offer = OfferFactory(round=round_, status="submitted", **(hosts | {"reviewer": None}))
    application = ApplicationFactory(round=round_, apprentice=cast.mina, home_city=cast.nuremberg, wishes=[offer])
    review = RoundFactory(agreement=agreement, status="review")
    endorsed = ApplicationFactory(
        round=review,
        apprentice=cast.mina,
        home_city=cast.nuremberg,
        endorsed=True,
        wishes=[OfferFactory(round=review, starts_on=today + timedelta(days=150), **hosts)],
    )
    submitted = ApplicationFactory(
        round=RoundFactory(agreement=agreement), apprentice=cast.mina, home_city=cast.nuremberg, submitted=True
    )
    in_matching = ApplicationFactory(
        round=matching_round, apprentice=cast.mina, home_city=cast.nuremberg, approved=True, decided_by=cast.hanna,
        status="in_matching", wishes=[OfferFactory(round=matching_round, **hosts)],
    )  # fmt: skip
    past = RoundFactory(agreement=agreement, status="running", stays_from=today - timedelta(days=7), **_long_ago(today))
    placement, station = _a_stay(cast, past, hosts)
    offered_round = RoundFactory(agreement=agreement, status="published")
    offered = _a_placement(cast, offered_round, hosts, offered=True)
    proposed = _a_placement(cast, RoundFactory(agreement=agreement, status="confirmation"), hosts)
    note = WeeklyNoteFactory(station=station, status="submitted", submitted_at=timezone.now())
    certificate = issue(
        kind="exchange", recipient=cast.mina, city=cast.nuremberg, partner_city=cast.munich, title="Austauschnachweis",
        content=record_content(placement, issued_by=cast.hanna, today=today), source=placement.source,
        actor=cast.hanna, issued_on=today,
    )  # fmt: skip
    ensure_pdf(certificate)
    course = authoring.create_course(COURSES[0], actor=None, files=FILES)
    enrollment = enrollments.enroll(course, actor=cast.mina)
    lessons = LessonPage.objects.child_of(course).order_by("path")
    test = TestPage.objects.child_of(course).first()
    for lesson in lessons:
        progress.mark_lesson_done(enrollment, lesson, actor=cast.mina)
    attempt = assessment.start_attempt(enrollment, test, actor=cast.mina)
    return SimpleNamespace(
        agreement=agreement, draft_agreement=draft_agreement, round=round_, matching_round=matching_round, offer=offer,
        draft_offer=draft_offer, submitted_offer=submitted_offer, application=application, endorsed=endorsed,
        submitted=submitted, placement=placement, offered=offered, proposed=proposed, station=station, note=note,
        certificate=Certificate.objects.get(pk=certificate.pk), course=course, enrollment=enrollment, lesson=lessons[0],
        test=test, attempt=attempt, in_matching=in_matching, run=start_run(matching_round, actor=cast.konrad),
        notification=Notification.objects.filter(recipient=cast.mina, kind="certificates/issued").latest("pk"),
    )  # fmt: skip


def propose_revocation(world, cast):
    return Revocation.objects.create(
        certificate=world.certificate, reason="data_error", note="x", proposed_by=cast.hanna
    )


def _a_stay(cast, round_, hosts):
    placement = _a_placement(cast, round_, hosts, active=True)
    station = StationFactory(
        apprentice=cast.mina, department=hosts["department"], supervisor=cast.carla, running=True,
        starts_on=placement.starts_on, ends_on=placement.ends_on,
        source_type=placement.source[0], source_id=placement.pk,
    )  # fmt: skip
    return placement, station


def _a_placement(cast, round_, hosts, **state):
    offer = OfferFactory(round=round_, seats=2, **hosts)
    application = ApplicationFactory(
        round=round_, apprentice=cast.mina, home_city=cast.nuremberg, approved=True, decided_by=cast.hanna,
        status="in_matching" if not state or "confirmed" in state else "offered" if "offered" in state else "accepted",
        wishes=[offer],
    )  # fmt: skip
    confirmed = {"home_confirmed_by": cast.hanna, "host_confirmed_by": cast.marlene} if state else {}
    if state:
        type(offer).objects.filter(pk=offer.pk).update(seats_taken=1)
    return PlacementFactory(application=application, offer=offer, **state, **confirmed)


def _long_ago(today):
    days = {"offers_from": 200, "applications_from": 180, "applications_until": 150, "review_until": 120,
            "matching_on": 110, "confirm_until": 100, "accept_until": 60}  # fmt: skip
    return {name: today - timedelta(days=number) for name, number in days.items()}
