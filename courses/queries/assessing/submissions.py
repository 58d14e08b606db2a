"""What learners see of the work they handed in."""

from dataclasses import dataclass

from courses.models import AssignmentPage, Enrollment, Submission
from courses.states import SubmissionStatus


@dataclass(frozen=True)
class Standing:
    """How somebody stands with an assignment, this time they take the course."""

    made: list[Submission]

    @property
    def last(self) -> Submission | None:
        return self.made[-1] if self.made else None

    @property
    def status(self) -> str:
        return self.last.status if self.last else ""

    @property
    def waits(self) -> bool:
        return self.status == SubmissionStatus.SUBMITTED

    @property
    def is_accepted(self) -> bool:
        return self.status == SubmissionStatus.ACCEPTED

    @property
    def came_back(self) -> bool:
        return self.status == SubmissionStatus.RETURNED

    @property
    def may_hand_in(self) -> bool:
        return not (self.waits or self.is_accepted)


def standing_of(assignment: AssignmentPage, enrollment: Enrollment | None) -> Standing:
    if enrollment is None or not assignment.pk:
        return Standing([])
    made = Submission.objects.filter(enrollment=enrollment, assignment=assignment, cycle=enrollment.cycle)
    return Standing(list(made.order_by("number")))
