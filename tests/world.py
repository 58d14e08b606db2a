"""One of everything, for tests that walk over all pages: Mina of Nürnberg is a guest of Carla in München."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from certificates.models import Certificate, Revocation
from certificates.services.documents import ensure_pdf
from certificates.services.issuing import issue
from courses.models import ExtraTime, LessonNote, LessonPage, TestPage
from courses.services.assessing import assessment, assignments
from courses.services.beside import asking, notes
from courses.services.completing import progress
from courses.services.enrolling import enrollments
from courses.services.sharing import adapting, annexes
from courses.services.translating import translating
from courses.services.writing import authoring, co_authors
from exchange.matching import commitment
from exchange.models import Decision, Inquiry, MatchRun, OfferSubscription, Swap, SwapWish
from exchange.queries.records import record_content
from exchange.services.agreements import add_document
from exchange.services.matching_runs import start_run
from exchange.services.rounds import vote_to_cancel
from learning.models import Duty, LearningPath, Obligation, PathStep, RefresherCard
from lms.demo.build.learning import FILES
from lms.demo.content import COURSES
from lms.notifications.models import Notification
from people.services.substitutions import set_up_substitution
from tests.courses.running import a_run, a_session
from tests.factories.courses import (
    AssignmentFactory,
    AttemptFactory,
    CourseFactory,
    EnrollmentFactory,
    a_free_text,
    a_single,
)
from tests.factories.exchange import (
    AgreementFactory,
    ApplicationFactory,
    OfferFactory,
    PlacementFactory,
    RoundFactory,
)
from tests.factories.people import DepartmentFactory
from tests.factories.questions import QuestionFactory
from tests.factories.training import (
    ApprenticeshipFactory,
    SchoolBlockFactory,
    SchoolCalendarFactory,
    StationFactory,
    WeeklyNoteFactory,
)
from tests.told_once import told_once
from training.models import Absence, AgreedAbsence, CityDay, Exam, Override
from training.services.suitability import record_suitability


@told_once
def one_of_everything(cast):
    today = timezone.localdate()
    cities = [cast.nuremberg, cast.augsburg, cast.munich]
    agreement = AgreementFactory(cities=cities)
    draft_agreement = AgreementFactory(cities=cities, status="draft", title="Neue Vereinbarung")
    scan = SimpleUploadedFile("annex.pdf", b"%PDF-1.7 Anlage")
    agreement_document = add_document(draft_agreement, actor=cast.konrad, title="Anlage", file=scan)
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
    asked_back = OfferFactory(round=round_, withdrawal_asked_by=cast.marlene, end_note="Umzug", **hosts)
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
    minor = ApprenticeshipFactory(
        city=cast.nuremberg, trainer=cast.barbara, birth_date=today - timedelta(days=16 * 365 + 100)
    )
    under_age = ApplicationFactory(round=RoundFactory(agreement=agreement), apprentice=minor.person, endorsed=True)
    in_matching = ApplicationFactory(
        round=matching_round, apprentice=cast.mina, home_city=cast.nuremberg, approved=True, decided_by=cast.hanna,
        status="in_matching", wishes=[OfferFactory(round=matching_round, **hosts)],
    )  # fmt: skip
    unmatched = ApplicationFactory(
        round=RoundFactory(agreement=agreement, status="clearing"), apprentice=cast.mina, home_city=cast.nuremberg,
        approved=True, decided_by=cast.hanna, status="unmatched",
    )  # fmt: skip
    OfferFactory(round=unmatched.round, title="Offene Daten", starts_on=today + timedelta(days=220), **hosts)
    inquiry = Inquiry.objects.create(
        application=under_age, asked_by=cast.hanna, asked=cast.barbara, question="Passt der Blockplan?",
        asked_at=timezone.now(),
    )  # fmt: skip
    decision = Decision.objects.create(
        application=in_matching, step="approve", by=cast.hanna, left="endorsed", reached="approved",
        round_status="review", bulk=uuid4(), at=timezone.now(),
    )  # fmt: skip
    vote = vote_to_cancel(round_, actor=cast.hanna, city=cast.nuremberg, reason="Hochwasser")
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
    co_author = co_authors.invite(course, cast.dieter, actor=cast.barbara)
    version, _is_new = adapting.adapt_course(course, cast.munich, actor=cast.marlene)
    english = translating.start_translation(course, "en", actor=cast.barbara)
    addition = annexes.start_annex(course, cast.nuremberg, title="Wen Sie fragen können", actor=cast.barbara)
    enrollment = enrollments.enroll(course, actor=cast.mina)
    lessons = LessonPage.objects.child_of(course).order_by("path")
    test = TestPage.objects.child_of(course).first()
    for lesson in lessons:
        progress.mark_lesson_done(enrollment, lesson, actor=cast.mina)
    attempt = assessment.start_attempt(enrollment, test, actor=cast.mina)
    to_mark, work = _handed_in(cast)
    course_run, session, seat_request = _course_run(cast)
    extra_time = ExtraTime.objects.create(person=cast.mina, city=cast.nuremberg, percent=25, granted_by=cast.hanna)
    obligation, path, above = _asked_of_mina(cast, course)
    return SimpleNamespace(
        inquiry=inquiry, decision=decision,
        **_beside_lessons(cast, lessons[0]),
        **_a_class(cast),
        obligation=obligation, path=path, above=above, step=path.steps.first(),
        extra_time=extra_time,
        **_away(cast, placement),
        city_day=CityDay.objects.create(
            city=cast.nuremberg, kind="jav", name="JAV-Versammlung", starts_on=today, ends_on=today
        ),
        occupation=cast.mina.apprenticeship.occupation,
        substitution=set_up_substitution(
            [cast.barbara.memberships.get()], cast.rita, actor=cast.barbara,
            starts_on=today + timedelta(days=1), ends_on=today + timedelta(days=9),
        )[0],
        suitability=record_suitability(
            cast.rita, cast.nuremberg, proof="AdA-Schein", seen_on=timezone.localdate(), actor=cast.hanna
        ),
        course_run=course_run, session=session, seat_request=seat_request,
        to_mark=to_mark, work=work,
        agreement=agreement, draft_agreement=draft_agreement, round=round_, matching_round=matching_round, offer=offer,
        agreement_document=agreement_document,
        draft_offer=draft_offer, submitted_offer=submitted_offer, asked_back=asked_back,
        subscription=OfferSubscription.objects.create(person=cast.mina, city=cast.munich),
        application=application, endorsed=endorsed,
        submitted=submitted, under_age=under_age, placement=placement, offered=offered, proposed=proposed,
        station=station, note=note,
        certificate=Certificate.objects.get(pk=certificate.pk), course=course, english=english, co_author=co_author,
        version=version, addition=addition, enrollment=enrollment, lesson=lessons[0], test=test, attempt=attempt,
        question=QuestionFactory(category__city=cast.nuremberg, is_shared=True),
        unmatched=unmatched, vote=vote, swap=_a_swap(cast, agreement, hosts),
        in_matching=in_matching, run=(run := start_run(matching_round, actor=cast.konrad)),
        known_run=MatchRun.objects.create(
            round=unmatched.round, number=1, mode=run.mode, market=run.market, market_hash=run.market_hash,
            result=run.result, result_hash=run.result_hash, engine=run.engine, status="adopted", created_by=cast.konrad,
        ),
        notification=Notification.objects.filter(recipient=cast.mina, kind="certificates/issued").latest("pk"),
    )  # fmt: skip


def _a_class(cast):
    """Mina's, with a block that was over long ago and is in nobody's way."""
    school_class = SchoolCalendarFactory(city=cast.nuremberg, name="VFA 2", school="Berufsschule 4")
    cast.mina.apprenticeship.school_calendar = school_class
    cast.mina.apprenticeship.save()
    day = timezone.localdate() - timedelta(days=300)
    block = SchoolBlockFactory(calendar=school_class, starts_on=day, ends_on=day + timedelta(days=4))
    return {"school_class": school_class, "school_block": block}


def _course_run(cast):
    """A run of Nürnberg for all cities that begins today: Mina takes part, Zoe asks for a seat."""
    course = CourseFactory(city=cast.nuremberg, title="Protokolle schreiben")
    run = a_run(cast.nuremberg, course, starts_in=0, seats=5, admission="approval", is_for_all_cities=True)
    session = a_session(run, starts_at=timezone.now() - timedelta(minutes=5))
    enrollments.enroll_person(course, cast.mina, actor=cast.barbara, source="office", run=run)
    return run, session, enrollments.enroll(course, actor=cast.zoe, run=run)


def _handed_in(cast):
    """Answers and work of Mina that wait for Barbara, in a course of its own."""
    course = CourseFactory(city=cast.nuremberg, title="Ablage ordnen", lessons=0, test=True)
    assignment = AssignmentFactory(parent=course, title="Ein Aktenplan für Ihr Amt")
    enrollment = enrollments.enroll(course, actor=cast.mina)
    upload = a_free_text("file", kind="upload", endings=["txt"], max_mb=5)
    kept = default_storage.save("answers/plan.txt", ContentFile(b"Mein Plan"))
    answers = {"why": "Weil Akten einen Vorgang erzählen.", "file": {"file": kept, "name": "plan.txt"}}
    attempt = AttemptFactory(enrollment=enrollment, questions=[a_free_text(), upload], answers=answers)
    file = SimpleUploadedFile("plan.pdf", b"%PDF-1.7 Plan")
    return attempt, assignments.hand_in(enrollment, assignment, text="Mein Plan.", file=file, actor=cast.mina)


def _asked_of_mina(cast, course):
    """A training she has to take until next week, and two paths on which it stands."""
    today = timezone.localdate()
    told = {"every_months": 24, "days_to_complete": 56, "starts_on": today - timedelta(days=49)}
    obligation = Obligation.objects.create(city=cast.nuremberg, course=course, **told)
    Duty.objects.create(obligation=obligation, person=cast.mina, due_on=today + timedelta(days=7))
    summary = "Was im ersten Jahr wichtig ist."
    path = LearningPath.objects.create(
        city=cast.nuremberg, title="Gut ankommen", summary=summary, year=2, is_published=True
    )
    PathStep.objects.create(path=path, position=1, course=course)
    above = LearningPath.objects.create(city=cast.nuremberg, title="Die ganze Ausbildung")
    PathStep.objects.create(path=above, position=1, part=path)
    return obligation, path, above


def _beside_lessons(cast, lesson):
    """A note, a question Barbara has answered, and questions that come again, of Mina."""
    asked = asking.ask(lesson, "Wie lange bleibt eine Akte?", actor=cast.mina)
    answered = asking.answer(asked, "Zehn Jahre.", actor=cast.barbara)
    notes.save_note(lesson, "Noch einmal lesen.", actor=cast.mina)
    over = EnrollmentFactory(person=cast.mina, course=CourseFactory(city=cast.nuremberg, title="Fristen", test=True))
    attempt = AttemptFactory(enrollment=over, scored=100, questions=[a_single()], answers={"one": ["ja"]})
    kept = {"person": cast.mina, "test": attempt.test}
    now, day = timezone.now(), timedelta(days=1)
    due = RefresherCard.objects.create(**kept, key="due", definition=a_single("due"), due_at=now - day)
    answer = {"memory": {"answer": ["nein"]}, "answered_at": now, "due_at": now + day}
    known = RefresherCard.objects.create(**kept, key="known", definition=a_single("known"), **answer)
    return {"asked": asked, "answered": answered, "kept_note": LessonNote.objects.get(), "due": due, "known": known}


def _away(cast, placement):
    """Leave in the stay of Mina, an exam long after it, an absence München was asked about, and a decision."""
    stay = {"apprentice": cast.mina, "host_city": cast.munich, "starts_on": placement.starts_on}
    later = placement.ends_on + timedelta(days=90)
    return {
        "absence": Absence.objects.create(
            apprentice=cast.mina, starts_on=placement.ends_on, ends_on=placement.ends_on, entered_by=cast.hanna
        ),
        "exam": Exam.objects.create(apprentice=cast.mina, name="Teil 1", starts_on=later, ends_on=later),
        "agreed_absence": AgreedAbsence.objects.create(
            **stay, ends_on=placement.starts_on, proposed_by=cast.hanna, proposing_city=cast.nuremberg
        ),
        "override": Override.objects.create(
            **stay, ends_on=placement.ends_on, code="probation", reason="Abgesprochen.", decided_by=cast.hanna
        ),
    }


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


def _a_swap(cast, agreement, hosts):
    """Between Mina and somebody else of Nürnberg, both in München; nobody has confirmed it yet."""
    clearing = RoundFactory(agreement=agreement, status="clearing")
    of_mina = _a_placement(cast, clearing, hosts, offered=True)
    person = ApprenticeshipFactory(city=cast.nuremberg, trainer=cast.barbara).person
    offer = OfferFactory(round=clearing, title="Formulare kürzen", seats_taken=1, **hosts)
    application = ApplicationFactory(
        round=clearing, apprentice=person, home_city=cast.nuremberg, approved=True, status="offered"
    )
    other = PlacementFactory(application=application, offer=offer, offered=True)
    for placement, wished in ((of_mina, offer), (other, of_mina.offer)):
        SwapWish.objects.create(placement=placement, offer=wished)
    return Swap.objects.create(round=clearing, first=of_mina, second=other, proposed_by=cast.hanna)


def _long_ago(today):
    days = {"offers_from": 200, "applications_from": 180, "applications_until": 150, "review_until": 120,
            "matching_on": 110, "confirm_until": 100, "accept_until": 60}  # fmt: skip
    return {name: today - timedelta(days=number) for name, number in days.items()}
