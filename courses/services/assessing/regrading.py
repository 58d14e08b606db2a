"""A corrected question is scored anew in the attempts that had it. Nobody loses a pass or evidence by it."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from courses.addresses import Place
from courses.corrections import corrected
from courses.models import Attempt, Enrollment, Regrade, TestPage
from courses.queries.assessing.corrections import Correction, corrections_of
from courses.services.completing.completion import complete_if_due
from lms.core import journal
from lms.core.errors import TooLate
from lms.notifications.services import notify
from people.models import User
from people.policies import require


@transaction.atomic
def regrade(test: TestPage, key: str, *, stamp: str, reason: str, actor: User) -> Regrade:
    """Score anew what was handed in. `stamp` is that of the correction as the trainer has seen it.

    The test is locked first, so that of two trainers one does it and the other is told.
    """
    course = test.course
    require("courses.regrade", actor, course, city_id=course.city.pk)
    Page.objects.select_for_update().get(pk=test.pk)
    test = TestPage.objects.get(pk=test.pk)
    correction = _as_it_was_seen(test, key, stamp)
    owners = {attempt.enrollment_id for attempt in correction.attempts}
    enrollments = Enrollment.objects.select_for_update(of=("self",)).filter(pk__in=owners).order_by("pk")
    by_key = {enrollment.pk: enrollment for enrollment in enrollments}
    passed_before = _passed_already(test, by_key)
    done = Regrade.objects.create(
        test=test, key=key, definition=correction.definition, reason=reason, actor=actor, done_at=timezone.now(),
        changes=_take_over(correction),
    )  # fmt: skip
    facts = {"key": key, "attempts": len(correction.attempts)}
    journal.record(test, "courses.test.regrade", actor=actor, **facts)
    for attempt, one in correction.outcomes:
        if one.now_passes and (attempt.enrollment_id, attempt.cycle) not in passed_before:
            passed_before.add((attempt.enrollment_id, attempt.cycle))
            _let_pass(attempt, by_key[attempt.enrollment_id], actor)
    return done


def _as_it_was_seen(test: TestPage, key: str, stamp: str) -> Correction:
    about = Place(reverse("courses:regrading", args=[test.course.pk]))
    found = next((one for one in corrections_of([test]) if one.key == key), None)
    if found is None:
        raise TooLate(_("This question is scored anew already, so nothing is left to do here."), about=about)
    if found.stamp != stamp:
        raise TooLate(_("The question was corrected once more in the meantime. Please look at it again."), about=about)
    return found


def _passed_already(test: TestPage, enrollments: dict[int, Enrollment]) -> set[tuple[int, int]]:
    passed = Attempt.objects.filter(test=test, enrollment__in=enrollments, passed=True)
    return set(passed.values_list("enrollment_id", "cycle"))


def _take_over(correction: Correction) -> list[dict[str, int]]:
    """Write the new scores; what was asked stays in the attempt, the corrected definition beside it."""
    rows = []
    for attempt, one in correction.outcomes:
        attempt.questions = corrected(attempt.questions, correction.key, correction.definition)
        attempt.score, attempt.passed = one.after, one.passed_after
        scores = {"before": one.before, "after": one.after}
        passes = {"passed_before": one.passed_before, "passed_after": one.passed_after, "keeps": one.keeps}
        rows.append({"attempt": attempt.pk, **scores, **passes})
    Attempt.objects.bulk_update(correction.attempts, ["questions", "score", "passed"], batch_size=200)
    return rows


def _let_pass(attempt: Attempt, enrollment: Enrollment, actor: User) -> None:
    complete_if_due(enrollment, actor=actor)
    url = reverse("courses:result", args=[attempt.pk])
    notify(enrollment.person, "courses/test_regraded", url=url, title=attempt.test.title)
