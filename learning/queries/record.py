"""The learner record: everything somebody has done in courses, for that person alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count
from django.db.models.functions import Left, Length

from certificates.models import Certificate
from courses.models import Attempt, Attendance, Completion, CoursePage, Enrollment, LessonNote, Submission
from courses.queries.completing.learning import SOURCE
from courses.queries.reading.outline import STEP, with_cities
from courses.states import EnrollmentStatus
from people.models import User

TONES = {
    EnrollmentStatus.COMPLETED: "ok",
    EnrollmentStatus.ACTIVE: "here",
    EnrollmentStatus.REQUESTED: "here",
    EnrollmentStatus.WAITING: "here",
}
LONG = ("questions", "answers", "saves", "late_answers")  # of attempts; nobody reads them in a list


@dataclass
class CourseRecord:
    """What was done in one course, all times it was taken."""

    enrollment: Enrollment
    completions: list[tuple[Completion, Certificate | None]] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    submissions: list[Submission] = field(default_factory=list)
    attendances: list[Attendance] = field(default_factory=list)
    notes: int = 0

    @property
    def course(self) -> CoursePage:
        return self.enrollment.course

    @property
    def tone(self) -> str:
        return TONES.get(EnrollmentStatus(self.enrollment.status), "")


@dataclass(frozen=True)
class Record:
    courses: list[CourseRecord]
    other_certificates: list[Certificate]

    @property
    def completed(self) -> int:
        return sum(bool(row.completions) for row in self.courses)


def record_of(user: User) -> Record:
    """The latest course first; as many queries for one course as for a hundred."""
    found = Enrollment.objects.of(user).select_related("course__locale", "run").order_by("-enrolled_at", "-pk")
    enrollments = list(found)
    with_cities([enrollment.course for enrollment in enrollments])
    own = {"enrollment__person_id": user.pk}
    attempts = Attempt.objects.filter(**own).defer(*LONG, "test__questions").select_related("test")
    submissions = Submission.objects.filter(**own).defer("assignment__body").select_related("assignment")
    attendances = _by_enrollment(Attendance.objects.filter(**own).select_related("session").order_by("session", "pk"))
    tried = _by_enrollment(attempts.order_by("test", "cycle", "number"))
    handed_in = _by_enrollment(submissions.order_by("assignment", "cycle", "number"))
    certificates = certificates_of(user)
    proved = _by_enrollment(Completion.objects.filter(**own).defer("tree").order_by("cycle"))
    shown = {one.source_id: one for one in certificates if one.source_type == SOURCE and one.is_valid}
    notes = _notes_by_course(user)
    courses = [
        CourseRecord(
            one,
            completions=[(proof, shown.get(proof.pk)) for proof in proved[one.pk]],
            attempts=tried[one.pk],
            submissions=handed_in[one.pk],
            attendances=attendances[one.pk],
            notes=notes.get(one.course.path, 0),
        )
        for one in enrollments
    ]
    named = {proof.pk for rows in proved.values() for proof in rows}
    beside = {one.pk for source, one in shown.items() if source in named}
    return Record(courses, [one for one in certificates if one.pk not in beside])


def certificates_of(user: User) -> list[Certificate]:
    """One's own alone, whatever one may see of others at work."""
    return list(Certificate.objects.filter(recipient_id=user.pk).defer("content").order_by("-issued_on", "-pk"))


def _by_enrollment(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.enrollment_id].append(row)
    return found


def _notes_by_course(user: User) -> dict[str, int]:
    own = LessonNote.objects.visible_to(user).order_by()
    paths = own.values(course_path=Left("lesson__path", Length("lesson__path") - STEP))
    return {row["course_path"]: row["n"] for row in paths.annotate(n=Count("pk"))}
