"""What somebody could do next about applications, for the start page."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.models import Application, ExchangeRound
from exchange.queries.applications import editable_until, is_editable, task_lines
from exchange.queries.inbox import applications_to_decide
from exchange.queries.own import OwnExchange
from exchange.states import ApplicationStatus
from lms.core.steps import NextStep
from people.models import User

A = ApplicationStatus
RETURNED, DECIDE, DRAFT, APPLY = 10, 15, 20, 40


def applying_steps(own: OwnExchange) -> list[NextStep]:
    today = timezone.localdate()
    if own.training is None:
        return []
    steps = [_continue(one) for one in own.applications if is_editable(one, today)]
    if own.has_a_stay:
        return steps
    open_rounds = [one for one in own.rounds if today <= one.applications_until]
    return steps + [_apply(one) for one in open_rounds if not own.has_applied_in(one)]


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
    lines = task_lines(application, application.wish_count)  # type: ignore[attr-defined]
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


def decision_steps(user: User) -> list[NextStep]:
    waiting = list(applications_to_decide(user).select_related("round"))
    if not waiting:
        return []
    due = min(one.endorsement_due if one.status == A.SUBMITTED else one.round.review_until for one in waiting)
    sentence = ngettext(
        "One application waits for you.", "%(count)s applications wait for you.", len(waiting)
    ) % {"count": len(waiting)}  # fmt: skip
    return [NextStep(_("Decide on applications"), sentence, reverse("exchange:inbox"), _("Decide now"), DECIDE, due)]
