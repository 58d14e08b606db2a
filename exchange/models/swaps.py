from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exchange.models.offers import HostOffer
from exchange.models.placements import Placement
from exchange.models.rounds import ExchangeRound
from exchange.states import SwapStatus
from lms.core.privacy import YEAR, personal_data
from people.models import City, Role, User
from people.queries import cities_where, holds


class SwapWishQuerySet(models.QuerySet["SwapWish"]):
    def visible_to(self, user: User) -> "SwapWishQuerySet":
        """Whoever would like to swap; offices learn of it once somebody fits."""
        return self.filter(placement__apprentice_id=user.pk)


@personal_data(
    purpose=_("Which other places of the round a person would rather have"), keep_for=YEAR / 2,
    subject="placement__apprentice",
)  # fmt: skip
class SwapWish(models.Model):
    """Said by the apprentice alone. Taking it back deletes the row."""

    placement = models.ForeignKey(
        Placement, models.CASCADE, related_name="swap_wishes", verbose_name=_("present place")
    )
    offer = models.ForeignKey(HostOffer, models.PROTECT, related_name="+", verbose_name=_("offer"))
    noted_at = models.DateTimeField(_("noted at"), auto_now_add=True)

    objects = SwapWishQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish to swap")
        verbose_name_plural = _("wishes to swap")
        ordering = ["noted_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["placement", "offer"], name="swap_wish_once_per_offer")]

    def __str__(self) -> str:
        return f"{self.placement} → {self.offer}"


class SwapQuerySet(models.QuerySet["Swap"]):
    def visible_to(self, user: User) -> "SwapQuerySet":
        """The training offices of all cities that have to confirm it, and the coordination."""
        if holds(user, Role.COORDINATOR):
            return self
        offices = cities_where(user, Role.HR)
        return self.filter(
            Q(first__home_city__in=offices)
            | Q(first__host_city__in=offices)
            | Q(second__home_city__in=offices)
            | Q(second__host_city__in=offices)
        )

    def standing(self) -> "SwapQuerySet":
        return self.filter(status=SwapStatus.PROPOSED)

    def about(self, *placements: Placement) -> "SwapQuerySet":
        return self.filter(Q(first__in=placements) | Q(second__in=placements))


@personal_data(
    purpose=_("Exchanging two places of a round with the consent of all cities"), keep_for=3 * YEAR,
    subject=("first__apprentice", "second__apprentice"), fields=("end_note",),
)  # fmt: skip
class Swap(models.Model):
    """Two placements whose people would like to have each other's. Nothing changes before every city has confirmed."""

    round = models.ForeignKey(ExchangeRound, models.PROTECT, related_name="swaps", verbose_name=_("round"))
    first = models.ForeignKey(Placement, models.PROTECT, related_name="+", verbose_name=_("one place"))
    second = models.ForeignKey(Placement, models.PROTECT, related_name="+", verbose_name=_("other place"))
    status = models.CharField(
        _("status"), max_length=12, choices=SwapStatus.choices, default=SwapStatus.PROPOSED, editable=False
    )
    status_since = models.DateTimeField(_("since"), auto_now_add=True, editable=False)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    end_note = models.TextField(_("reason"), max_length=1000, blank=True, editable=False)

    objects = SwapQuerySet.as_manager()

    class Meta:
        verbose_name = _("swap of two places")
        verbose_name_plural = _("swaps of two places")
        ordering = ["-status_since", "-pk"]
        constraints = [
            # In the order of their numbers, so that a pair is one row whoever proposes it.
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="swap_of_two_in_order"),
            models.UniqueConstraint(
                fields=["first"], condition=Q(status="proposed"), name="swap_one_standing_per_first"
            ),
            models.UniqueConstraint(
                fields=["second"], condition=Q(status="proposed"), name="swap_one_standing_per_second"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first.application} ↔ {self.second.application}"

    def get_absolute_url(self) -> str:
        return reverse("exchange:swap", args=[self.pk])

    @property
    def tone(self) -> str:
        return SwapStatus(self.status).tone

    @property
    def places(self) -> tuple[Placement, Placement]:
        return self.first, self.second

    @property
    def cities(self) -> list[City]:
        """Whoever sends or takes one of the two; none of them does both, as nobody goes to their own city."""
        found = [self.first.home_city, self.second.home_city, self.first.host_city, self.second.host_city]
        return list(dict.fromkeys(found))

    def open_cities(self) -> list[City]:
        """Who has not confirmed yet."""
        confirmed = {one.city_id for one in self.confirmations.all()}
        return [city for city in self.cities if city.pk not in confirmed]


@personal_data(purpose=_("Proof of who agreed to a swap for a city"), keep_for=3 * YEAR, subject="person")
class SwapConfirmation(models.Model):
    """A city confirms both places of a swap at once; one human counts once, whatever offices they work in."""

    swap = models.ForeignKey(Swap, models.CASCADE, related_name="confirmations", verbose_name=_("swap"))
    city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("city"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)

    class Meta:
        verbose_name = _("confirmation of a swap")
        verbose_name_plural = _("confirmations of swaps")
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["swap", "city"], name="swap_confirmed_once_per_city"),
            models.UniqueConstraint(fields=["swap", "person"], name="swap_confirmed_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.city} → {self.swap}"
