"""Barbara is on leave around today; Rita stands in for her."""

from django.utils import timezone

from lms.demo.build.clock import DAY, at, workday
from lms.demo.build.rounds import Stage
from people.models import Role
from people.services.substitutions import set_up_substitution


def build_substitution(stage: Stage) -> None:
    barbara, today = stage.people["Barbara Blaupause"], timezone.localdate()
    with at(workday(today - 7 * DAY)):
        set_up_substitution(
            [barbara.memberships.get(role=Role.TRAINER)],
            stage.people["Rita Reserve"],
            starts_on=today - 3 * DAY,
            ends_on=today + 10 * DAY,
            actor=barbara,
        )
