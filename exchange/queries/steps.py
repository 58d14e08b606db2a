"""What somebody could do next about applications, for the start page."""

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import Application, ExchangeRound, Placement
from exchange.queries.applications import application_in, editable_until, is_editable, task_lines
from exchange.queries.exploring import open_rounds, training_of
from exchange.queries.inbox import applications_to_decide
from exchange.queries.turns import trainer_due
from exchange.states import ApplicationStatus, PlacementStatus
from lms.core.steps import NextStep
from people.models import User

A = ApplicationStatus
RETURNED, DECIDE, DRAFT, APPLY = 10, 15, 20, 40


def next_steps(user: User) -> list[NextStep]:
    today = timezone.localdate()
    return [*_own_steps(user, today), *_decisions(user)]


def _own_steps(user: User, today: date) -> list[NextStep]:
    if training_of(user) is None:
        return []
    waiting = Application.objects.filter(apprentice=user, status__in=[A.DRAFT, A.RETURNED]).select_related("round")
    steps = [_continue(one) for one in waiting if is_editable(one, today)]
    if _has_a_stay(user):
        return steps
    for round in open_rounds(user):
        if application_in(round, user) is None and today <= round.applications_until:
            steps.append(_apply(round))
    return steps


def _has_a_stay(user: User) -> bool:
    """Whoever is about to go, or is away, is not sent looking for the next place."""
    coming = [PlacementStatus.OFFERED, PlacementStatus.ACCEPTED, PlacementStatus.ACTIVE]
    return Placement.objects.filter(apprentice=user, status__in=coming).exists()


def _continue(application: Application) -> NextStep:
    url, due = application.get_absolute_url(), editable_until(application)
    if application.status == A.RETURNED:
        return NextStep(
            _("Improve your application"),
            _("Your application for %(round)s came back with a comment.") % {"round": application.round},
            url,
            _("Read the comment"),
            RETURNED,
            due,
            10,
        )
    lines = task_lines(application, application.wishes.count())
    done = sum(line.state == "done" for line in lines)
    return NextStep(
        _("Finish your application"),
        _("%(done)s of %(total)s tasks of your application for %(round)s are done.")
        % {"done": done, "total": len(lines), "round": application.round},
        url,
        _("Go on with the application"),
        DRAFT,
        due,
        5 * (len(lines) - done),
    )


def _apply(round: ExchangeRound) -> NextStep:
    return NextStep(
        _("Find a place in another city"),
        _("The round %(round)s takes applications.") % {"round": round},
        reverse("exchange:explore"),
        _("Look at the places"),
        APPLY,
        round.applications_until,
        15,
    )


def _decisions(user: User) -> list[NextStep]:
    waiting = list(applications_to_decide(user).select_related("round"))
    if not waiting:
        return []
    due = min(trainer_due(one) if one.status == A.SUBMITTED else one.round.review_until for one in waiting)
    sentence = ngettext(
        "One application waits for you.", "%(count)s applications wait for you.", len(waiting)
    ) % {"count": len(waiting)}  # fmt: skip
    return [NextStep(_("Decide on applications"), sentence, reverse("exchange:inbox"), _("Decide now"), DECIDE, due)]
