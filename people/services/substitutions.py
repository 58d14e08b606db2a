"""Who stands in while somebody is away: set up, ended early. Rights begin and end with the days, by themselves."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import journal
from lms.core.errors import Refused
from lms.core.templatetags.wanderjahr import date_range
from people.models import LENDABLE, Membership, Role, Substitution, User
from people.policies import require
from people.queries import colleagues_of


@transaction.atomic
def set_up_substitution(
    memberships: Iterable[Membership], substitute: User, *, starts_on: date, ends_on: date, actor: User
) -> list[Substitution]:
    """Lend roles of one person to a colleague of the same city, from one day to another, both included."""
    lent = list(memberships)
    if not lent:
        raise Refused(_("Please choose at least one role."))
    return [_lend(one, substitute, starts_on, ends_on, actor) for one in lent]


def _lend(membership: Membership, substitute: User, starts_on: date, ends_on: date, actor: User) -> Substitution:
    require("people.lend_role", actor, membership, city_id=membership.city_id)
    locked = Membership.objects.select_for_update(of=("self",)).select_related("person", "city").get(pk=membership.pk)
    if locked.role not in LENDABLE or locked.city_id is None:
        raise Refused(_("Nobody can stand in for this role."))
    if ends_on < starts_on:
        raise Refused(_("The last day lies before the first. Please check both."))
    if ends_on < timezone.localdate():
        raise Refused(_("These days are over. Please choose days from today on."))
    if substitute.pk == locked.person_id:
        raise Refused(_("Nobody can stand in for themselves. Please choose a colleague."))
    if not colleagues_of(locked, starts_on).filter(pk=substitute.pk).exists():
        raise Refused(
            _("%(name)s does not work in %(city)s as trainer, host supervisor or in the training office at that time.")
            % {"name": substitute.full_name, "city": locked.city}
        )
    same = Substitution.objects.standing().filter(membership=locked, starts_on__lte=ends_on, ends_on__gte=starts_on)
    if other := same.select_related("substitute").first():
        raise Refused(
            _("%(name)s stands in for this role already, %(dates)s. Please end that first or choose other days.")
            % {"name": other.substitute.full_name, "dates": date_range(other.starts_on, other.ends_on)}
        )
    made = Substitution.objects.create(
        person=locked.person,
        membership=locked,
        substitute=substitute,
        starts_on=starts_on,
        ends_on=ends_on,
        entered_by=actor,
    )
    journal.record(made, "people.substitution.set_up", actor=actor, role=str(Role(locked.role)))
    return made


@transaction.atomic
def end_substitution(substitution: Substitution, *, actor: User) -> Substitution:
    """End it at once; what was done in the meantime stays as it is."""
    require("people.end_substitution", actor, substitution, city_id=substitution.membership.city_id)
    now = timezone.now()
    open_ones = Substitution.objects.standing().filter(pk=substitution.pk, ends_on__gte=timezone.localdate())
    if open_ones.update(ended_at=now) != 1:
        raise Refused(_("This substitution is over already."))
    substitution.ended_at = now
    journal.record(substitution, "people.substitution.end", actor=actor)
    return substitution
