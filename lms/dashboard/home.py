"""What the start page shows: each app says what could be done next, the most urgent stands on top. No rules here."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.queries.learning import learning_of
from courses.queries.learning import next_steps as learning_steps
from exchange.queries.agreements import agreement_steps
from exchange.queries.offers import hosting_steps
from exchange.queries.overview import road_of
from exchange.queries.placements import current_stay, stay_steps
from exchange.queries.rounds import round_steps
from exchange.queries.steps import next_steps as applying_steps
from lms.core.steps import NextStep
from people.models import Membership, Role, User

STEPS = {
    Role.APPRENTICE: [applying_steps, stay_steps, learning_steps],
    Role.TRAINER: [applying_steps, stay_steps],
    Role.SUPERVISOR: [hosting_steps, stay_steps],
    Role.HR: [applying_steps, agreement_steps, hosting_steps, stay_steps],
    Role.COORDINATOR: [round_steps],
    Role.ADMIN: [],
}


def start_page(user: User, acting: Membership | None) -> dict[str, Any]:
    role = Role(acting.role) if acting else None
    steps = _steps(user, role)
    apprentice = role == Role.APPRENTICE
    learning = learning_of(user)[:3] if apprentice else []
    shown_below = {row.resume_url for row in learning}
    return {
        "greeting": _greeting(user),
        "first": steps[0] if steps else None,
        "more": [step for step in steps[1:8] if step.url not in shown_below],
        "stay": current_stay(user) if apprentice else None,
        "road": road_of(user) if apprentice else [],
        "learning": learning,
        **_calm(role),
    }


def _steps(user: User, role: Role | None) -> list[NextStep]:
    found = [step for ask in STEPS.get(role, []) for step in ask(user)] if role else []
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
