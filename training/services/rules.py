"""A training office sets a rule of planning for its city. Rows are added, so what held before can always be seen."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.notifications.services import notify
from people.models import City, Role, User
from people.policies import require
from people.queries import people_with
from training.conflicts import RULES, Setting
from training.models import RuleSetting
from training.queries.rules import latest_of


@transaction.atomic
def set_rule(city: City, setting: Setting, *, reason: str, seen: int | None, actor: User) -> RuleSetting:
    """`seen`: the key of what was set last when the actor decided; somebody else may have been faster."""
    require("training.set_rule", actor, city, city_id=city.pk)
    _require_possible(setting)
    City.objects.select_for_update().get(pk=city.pk)
    latest = latest_of(city, setting.code)
    if (latest.pk if latest else None) != seen:
        raise TooLate(_("Somebody else has set this rule in the meantime. Please look at it once more."))
    row = RuleSetting.objects.create(
        city=city,
        code=setting.code,
        level=setting.level,
        values=dict(setting.values),
        valid_from=setting.valid_from,
        reason=reason,
        set_by=actor,
    )
    journal.record(row, "training.rule.set", actor=actor)
    url = reverse("training:rule", args=[row.code])
    for colleague in people_with(Role.HR, city=city).exclude(pk=actor.pk):
        notify(colleague, "training/rule_set", url=url, actor=actor.full_name, code=row.code)
    return row


def _require_possible(setting: Setting) -> None:
    """Within what law and bounds leave to a city, and never for days that are over."""
    rule = RULES[setting.code]
    bounds = {one.name: (one.least, one.most) for one in rule.parameters}
    fits = all(name in bounds and bounds[name][0] <= value <= bounds[name][1] for name, value in setting.values.items())
    if not fits or setting.level not in ("", *rule.levels) or not (rule.levels or rule.parameters):
        raise Refused(_("A city cannot set this rule like that."))
    if setting.valid_from < timezone.localdate():
        raise Refused(_("A rule can be set from today on, not for days that are over."))
