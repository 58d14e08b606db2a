"""What the start page shows: each app says what could be done next, the most urgent stands on top. No rules here."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.queries.assessing.marking import marking_steps
from courses.queries.beside.asked import asked_steps
from courses.queries.completing.learning import LearningRow, learning_of
from courses.queries.completing.learning import next_steps as learning_steps
from courses.queries.enrolling.runs import run_steps
from courses.queries.reviewing.review import review_steps
from exchange.queries.agreements import agreement_steps
from exchange.queries.cards import candidate_steps
from exchange.queries.offers import hosting_steps
from exchange.queries.overview import road_of
from exchange.queries.own import own_exchange
from exchange.queries.placements import current_stay, host_steps, office_steps, own_stay_steps
from exchange.queries.rounds import round_steps
from exchange.queries.steps import applying_steps, decision_steps
from learning.queries.duties import duty_steps
from learning.queries.paths import fitting_path
from learning.queries.refresher import refresher_steps
from lms.core.steps import NextStep
from people.models import Membership, Role, User

STEPS = {
    Role.TRAINER: [decision_steps, host_steps, marking_steps, asked_steps, review_steps, run_steps],
    Role.SUPERVISOR: [candidate_steps, hosting_steps, host_steps],
    Role.HR: [
        decision_steps,
        agreement_steps,
        hosting_steps,
        host_steps,
        office_steps,
        marking_steps,
        review_steps,
        run_steps,
    ],
    Role.COORDINATOR: [round_steps],
}


def start_page(user: User, acting: Membership | None) -> dict[str, Any]:
    role = Role(acting.role) if acting else None
    if role == Role.APPRENTICE:
        return _of_an_apprentice(user)
    asked = STEPS.get(role, []) if role else []
    return _page(user, role, [step for ask in asked for step in ask(user)])


def _of_an_apprentice(user: User) -> dict[str, Any]:
    """What several parts of the page tell of is asked once, and handed on."""
    own, running = own_exchange(user), learning_of(user)
    steps = [
        *applying_steps(own), *own_stay_steps(own), *duty_steps(user), *refresher_steps(user), *learning_steps(running),
    ]  # fmt: skip
    return _page(user, Role.APPRENTICE, steps, learning=running[:3]) | {
        "stay": current_stay(own),
        "road": road_of(own),
        "path": fitting_path(user, own.training),
    }


def _page(user: User, role: Role | None, found: list[NextStep], learning: Sequence[LearningRow] = ()) -> dict[str, Any]:
    steps = _in_order(found)
    shown_below = {row.resume_url for row in learning}
    return {
        "greeting": _greeting(user),
        "first": steps[0] if steps else None,
        "more": [step for step in steps[1:8] if step.url not in shown_below],
        "stay": None,
        "road": [],
        "learning": learning,
        "path": None,
        **_calm(role),
    }


def _in_order(found: list[NextStep]) -> list[NextStep]:
    return sorted(found, key=lambda step: (step.order, step.due or date.max, step.title))


def _greeting(user: User) -> str:
    hour = timezone.localtime().hour
    if hour < 11:
        return _("Good morning, %(name)s") % {"name": user.full_name}
    if hour < 18:
        return _("Good day, %(name)s") % {"name": user.full_name}
    return _("Good evening, %(name)s") % {"name": user.full_name}


def _calm(role: Role | None) -> dict[str, str]:
    """Where to go when nothing waits."""
    if role in (Role.HR, Role.COORDINATOR, Role.ADMIN):
        return {
            "calm": _("Everything is decided. You can see how the rounds are getting on."),
            "calm_url": reverse("exchange:round_list"),
            "calm_label": _("Look at the rounds"),
        }
    return {
        "calm": _("Look at what the three cities have written for learning."),
        "calm_url": reverse("courses:catalogue"),
        "calm_label": _("Look at the courses"),
    }
