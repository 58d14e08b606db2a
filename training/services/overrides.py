"""Planning despite a warning: who decided so, why, and what was seen. Nothing that is impossible can be overridden."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused, TooLate
from lms.core.periods import Period
from people.models import City, User
from people.policies import require
from training.conflicts import Finding, Level
from training.models import Override
from training.notices import seen_of


class ReasonMissing(Refused):
    """There are warnings, and nobody has said why it is planned all the same."""


@transaction.atomic
def override_warnings(
    apprentice: User, host_city: City, period: Period, found: Iterable[Finding], *, reason: str, actor: User
) -> list[Override]:
    """Decide to plan this stay all the same. A rule that found something else meanwhile is decided on anew."""
    findings = sorted(found, key=_code)
    if not findings:
        return []
    User.objects.select_for_update().get(pk=apprentice.pk)
    if not reason.strip():
        raise ReasonMissing(_("Please say why this is planned all the same."))
    if any(finding.level != Level.WARNING for finding in findings):
        raise Refused(_("This is not possible, whatever the reason. Please choose another way out."))
    return [
        _override(apprentice, host_city, period, code, list(same), reason.strip(), actor)
        for code, same in groupby(findings, key=_code)
    ]


@transaction.atomic
def withdraw_override(override: Override, *, actor: User) -> Override:
    require("training.override_warning", actor, override, city_id=override.host_city_id)
    if not _withdraw(Override.objects.filter(pk=override.pk), actor):
        raise TooLate(_("This has been withdrawn already."))
    journal.record(override, "training.override.withdraw", actor=actor, rule=override.code)
    override.refresh_from_db()
    return override


def _override(
    apprentice: User, host_city: City, period: Period, code: str, same: Sequence[Finding], reason: str, actor: User
) -> Override:
    override = Override(
        apprentice=apprentice, host_city=host_city, code=code, law=same[0].law, starts_on=period.start,
        ends_on=period.end, seen=seen_of(same), reason=reason, decided_by=actor,
    )  # fmt: skip
    require("training.override_warning", actor, override, city_id=host_city.pk)
    before = Override.objects.filter(
        apprentice=apprentice, host_city=host_city, code=code, starts_on=period.start, ends_on=period.end
    )
    _withdraw(before, actor)
    override.save()
    journal.record(override, "training.override.decide", actor=actor, rule=code)
    return override


def _withdraw(overrides: "Iterable[Override]", actor: User) -> int:
    return overrides.standing().update(withdrawn_by=actor, withdrawn_at=timezone.now())  # type: ignore[attr-defined]


def _code(finding: Finding) -> str:
    return finding.code
