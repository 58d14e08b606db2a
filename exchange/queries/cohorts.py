"""Who goes away in a round, as a group to be enrolled together."""

from django.utils.translation import gettext as _

from exchange.models import ExchangeRound, Placement
from exchange.states import PLACE_AHEAD
from learning.groups import Group
from people.models import Role, User
from people.queries import cities_where


def rounds_as_groups(user: User) -> list[Group]:
    """Training offices find all of their city, trainers those they train themselves: whose stays they may see."""
    going = Placement.objects.visible_to(user).filter(
        home_city__in=cities_where(user, Role.TRAINER, Role.HR), status__in=PLACE_AHEAD
    )
    rounds = ExchangeRound.objects.filter(pk__in=going.order_by().values("round"))
    return [
        Group(
            key=f"runde-{one.pk}",
            label=_("everybody who has a place in “%(name)s”") % {"name": one.name},
            members=User.objects.filter(pk__in=going.filter(round=one).order_by().values("apprentice")),
        )
        for one in rounds
    ]
