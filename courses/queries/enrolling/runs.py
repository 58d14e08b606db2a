"""Runs of a course: which somebody can choose, who waits in which order, and why a run takes nobody."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Admission, Attendance, CoursePage, CourseRun, Enrollment, Presence, Session
from courses.states import STANDING, EnrollmentStatus
from lms.core.steps import NextStep
from lms.core.templatetags.wanderjahr import day as written
from people.models import Membership, Role, User
from people.policies import allowed
from people.queries import cities_where

ASKED = [EnrollmentStatus.REQUESTED, EnrollmentStatus.WAITING]


def waiting_list(run: CourseRun) -> QuerySet[Enrollment]:
    """Those who wait for a seat, in the order in which they get one."""
    waiting: QuerySet[Enrollment] = run.enrollments.filter(status=EnrollmentStatus.WAITING)
    return waiting.order_by("enrolled_at", "pk")


def runs_to_choose(course: CoursePage, user: User, today: date) -> QuerySet[CourseRun]:
    """The runs of a course in which somebody can enroll today."""
    runs: QuerySet[CourseRun] = CourseRun.objects.visible_to(user).filter(
        course=course, is_cancelled=False, enroll_until__gte=today
    )
    return runs.exclude(admission=Admission.INVITED).select_related("city").order_by("starts_on", "pk")


def why_over(run: CourseRun, today: date) -> str:
    """Why a run takes nobody any more, whoever asks; empty while it does."""
    if run.is_cancelled:
        return _("This course run was cancelled.")
    if run.ends_on < today:
        return _("This course run ended on %(day)s.") % {"day": written(run.ends_on)}
    return ""


def why_not_chosen(run: CourseRun, today: date) -> str:
    """Why somebody cannot enroll in it themselves; empty while they can."""
    if reason := why_over(run, today):
        return reason
    if run.admission == Admission.INVITED:
        return _("The training office enrolls people in this course run. Please ask there.")
    if run.enroll_until < today:
        return _("Enrolling was possible until %(day)s.") % {"day": written(run.enroll_until)}
    return ""


def is_bound(enrollment: Enrollment) -> bool:
    """Whether somebody has a seat in a run that still goes on."""
    run = enrollment.run
    return bool(run and enrollment.status == EnrollmentStatus.ACTIVE and not why_over(run, timezone.localdate()))


def needs_a_reason(run: CourseRun) -> bool:
    """Leaving is free until a run begins."""
    return run.starts_on <= timezone.localdate() <= run.ends_on and not run.is_cancelled


@dataclass(frozen=True)
class Choice:
    """A run as somebody sees it who could enroll: what is left, and what happens next."""

    run: CourseRun
    sessions: list[Session]
    seats: str
    then: str
    is_full: bool


def choices_of(course: CoursePage, user: User, today: date) -> list[Choice]:
    """The runs somebody can choose from; two queries however many there are."""
    waiting = Count("enrollments", filter=Q(enrollments__status=EnrollmentStatus.WAITING))
    runs = runs_to_choose(course, user, today).annotate(waiting=waiting).prefetch_related("sessions")
    return [Choice(run, list(run.sessions.all()), seats_in_words(run), _then(run), is_full(run)) for run in runs]


def is_full(run: CourseRun) -> bool:
    return run.seats is not None and run.seats_taken >= run.seats


def seats_in_words(run: CourseRun) -> str:
    if run.seats is None:
        return _("Everybody can take part.")
    left = run.seats - run.seats_taken
    if left <= 0:
        return _("No seat is left.")
    return ngettext("%(n)s seat is left.", "%(n)s seats are left.", left) % {"n": left}


def _then(run: CourseRun) -> str:
    """What happens after enrolling, for a run with its number of those who wait as `waiting`."""
    if run.admission == Admission.APPROVAL:
        return _("You ask for a seat. The city of %(city)s decides, and you get a message.") % {"city": run.city.name}
    if is_full(run):
        place = run.waiting + 1  # type: ignore[attr-defined]
        return _("You come to place %(n)s of the waiting list and move up by yourself.") % {"n": place}
    return _("You have your seat at once.")


@dataclass(frozen=True)
class Asked:
    """A seat somebody waits for."""

    enrollment: Enrollment
    sentence: str

    @property
    def course(self) -> CoursePage:
        return self.enrollment.course


def asked_of(user: User, course: CoursePage | None = None) -> list[Asked]:
    """What somebody asked for and waits for, the latest first."""
    mine = Enrollment.objects.of(user).filter(status__in=ASKED, course__live=True)
    if course is not None:
        mine = mine.filter(course=course)
    found = mine.select_related("course", "run__city").order_by("-enrolled_at", "-pk")
    ahead = Enrollment.objects.filter(
        Q(enrolled_at__lt=OuterRef("enrolled_at")) | Q(enrolled_at=OuterRef("enrolled_at"), pk__lt=OuterRef("pk")),
        run=OuterRef("run"),
        status=EnrollmentStatus.WAITING,
    )
    counted = ahead.order_by().values("run").annotate(n=Count("pk")).values("n")
    found = found.annotate(ahead=Coalesce(Subquery(counted), 0))
    return [Asked(enrollment, _asked_in_words(enrollment)) for enrollment in found]


def _asked_in_words(enrollment: Enrollment) -> str:
    if enrollment.status == EnrollmentStatus.WAITING:
        return _("Place %(n)s on the waiting list") % {"n": enrollment.ahead + 1}  # type: ignore[attr-defined]
    return _("Asked for a seat")


def attendees(session: Session) -> QuerySet[Enrollment]:
    """Those who take part in the run, and those who were noted before they left it."""
    noted = Exists(Attendance.objects.filter(session=session, enrollment=OuterRef("pk")))
    those: QuerySet[Enrollment] = Enrollment.objects.filter(
        Q(run_id=session.run_id, status__in=STANDING) | Q(noted)
    ).select_related("person")
    return those.order_by("person__last_name", "person__first_name", "pk")


def runs_to_see(user: User) -> QuerySet[CourseRun]:
    """Those one organises; the training office also sees runs its own people can take part in."""
    organised = Q(city__in=cities_where(user, Role.TRAINER, Role.HR))
    for_all = Q(is_for_all_cities=True) & Q(Exists(cities_where(user, Role.HR)))
    runs: QuerySet[CourseRun] = CourseRun.objects.filter(organised | for_all)
    return runs.select_related("course", "city").order_by("starts_on", "pk")


@dataclass(frozen=True)
class Participant:
    """What organisers see of somebody: a name, a city, enrolled or completed. No progress, no score."""

    enrollment: Enrollment
    name: str
    city: str
    is_completed: bool
    place: int = 0


@dataclass(frozen=True)
class People:
    taking_part: list[Participant]
    requested: list[Participant]
    waiting: list[Participant]

    @property
    def total(self) -> int:
        return len(self.taking_part) + len(self.requested) + len(self.waiting)


def people_of(run: CourseRun, user: User) -> People:
    """Everybody for those who organise the run; for the training office of another city its own people."""
    found = run.enrollments.filter(status__in=[*STANDING, *ASKED]).select_related("person")
    if not allowed("courses.organise_run", user, run):
        found = found.filter(pk__in=Enrollment.objects.visible_to(user).values("pk"))
    rows = list(found.order_by("person__last_name", "person__first_name", "pk"))
    cities = _cities_of(rows)
    queue = sorted((row for row in rows if row.status == EnrollmentStatus.WAITING), key=_turn)
    places = {row.pk: place for place, row in enumerate(queue, 1)}

    def those(rows: list[Enrollment]) -> list[Participant]:
        return [
            Participant(row, str(row.person), cities.get(row.person_id, ""), row.is_completed, places.get(row.pk, 0))
            for row in rows
        ]

    return People(
        those([row for row in rows if row.status in STANDING]),
        those(sorted((row for row in rows if row.status == EnrollmentStatus.REQUESTED), key=_turn)),
        those(queue),
    )


def _turn(enrollment: Enrollment) -> tuple[object, int]:
    return enrollment.enrolled_at, enrollment.pk


def _cities_of(enrollments: list[Enrollment]) -> dict[int, str]:
    held = Membership.objects.current().filter(
        person__in=[one.person_id for one in enrollments], role=Role.APPRENTICE, city__isnull=False
    )
    return dict(held.order_by("pk").values_list("person_id", "city__name"))


@dataclass(frozen=True)
class RunRow:
    """A run in a list for those who organise it."""

    run: CourseRun
    seats: str
    requested: int
    waiting: int
    state: tuple[str, str]

    @property
    def url(self) -> str:
        return reverse("courses:run", args=[self.run.pk])


def run_rows(runs: QuerySet[CourseRun], today: date) -> list[RunRow]:
    counted = runs.annotate(
        requested=Count("enrollments", filter=Q(enrollments__status=EnrollmentStatus.REQUESTED)),
        waiting=Count("enrollments", filter=Q(enrollments__status=EnrollmentStatus.WAITING)),
    )
    return [RunRow(run, taken_in_words(run), run.requested, run.waiting, run_state(run, today)) for run in counted]


def taken_in_words(run: CourseRun) -> str:
    if run.seats is None:
        return str(run.seats_taken)
    return _("%(taken)s of %(seats)s") % {"taken": run.seats_taken, "seats": run.seats}


def run_state(run: CourseRun, today: date) -> tuple[str, str]:
    """Tone and word of its badge."""
    if run.is_cancelled:
        return "stop", _("cancelled")
    if run.ends_on < today:
        return "", _("over")
    if run.starts_on <= today:
        return "here", _("is running")
    return "ok", _("planned")


def organised_runs(user: User, today: date, course: CoursePage | None = None) -> list[RunRow]:
    """The runs of the own cities: those to come first, then those that are over, the latest first."""
    runs = CourseRun.objects.organised_by(user).select_related("course", "city")
    rows = run_rows(runs.filter(course=course) if course else runs, today)
    over = [row for row in rows if row.run.is_cancelled or row.run.ends_on < today]
    return [row for row in rows if row not in over] + over[::-1]


def requests_for(user: User) -> list[RunRow]:
    """Runs of the own cities in which somebody asks for a seat."""
    mine = CourseRun.objects.organised_by(user).filter(is_cancelled=False)
    asked = mine.filter(enrollments__status=EnrollmentStatus.REQUESTED).values("pk")
    runs = CourseRun.objects.filter(pk__in=asked).select_related("course", "city").order_by("starts_on", "pk")
    return run_rows(runs, date.max)


def run_steps(user: User) -> list[NextStep]:
    """For the start page of those who organise runs."""
    rows = requests_for(user)
    if not rows:
        return []
    count = sum(row.requested for row in rows)
    sentence = ngettext("%(n)s person asks for a seat.", "%(n)s people ask for a seat.", count) % {"n": count}
    url = rows[0].url if len(rows) == 1 else reverse("courses:run_list")
    title = _("Decide on seats: %(run)s") % {"run": rows[0].run.name} if len(rows) == 1 else _("Decide on seats")
    return [NextStep(title, sentence, url, _("Look at the requests"), order=22)]


def presences_of(session: Session) -> dict[int, str]:
    """What was noted, by enrollment."""
    return {one.enrollment_id: Presence(one.presence).value for one in session.attendances.all()}


def calendar_runs(user: User) -> QuerySet[CourseRun]:
    """Runs whose dates somebody may take into their calendar: they take part, or organise it."""
    mine = Enrollment.objects.of(user).filter(status__in=STANDING, run=OuterRef("pk"))
    organised = Q(city__in=cities_where(user, Role.TRAINER, Role.HR))
    runs: QuerySet[CourseRun] = CourseRun.objects.filter(Q(Exists(mine)) | organised, is_cancelled=False)
    return runs.select_related("course")
