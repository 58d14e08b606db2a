from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exchange.models.agreements import Agreement
from exchange.states import RoundStatus
from lms.core.privacy import no_personal_data
from people.models import Role, User
from people.queries import holds


class ExchangeRoundQuerySet(models.QuerySet["ExchangeRound"]):
    def visible_to(self, user: User) -> "ExchangeRoundQuerySet":
        """Everybody signed in may know which rounds there are; drafts belong to those who prepare them."""
        return self if holds(user, Role.COORDINATOR, Role.HR) else self.exclude(status=RoundStatus.DRAFT)

    def taking_applications(self) -> "ExchangeRoundQuerySet":
        return self.filter(status=RoundStatus.APPLICATIONS_OPEN)


@no_personal_data
class ExchangeRound(models.Model):
    """One round of the exchange, from collecting offers to the last certificate. All dates are inclusive days."""

    name = models.CharField(_("name"), max_length=80)
    code = models.CharField(
        _("code"), max_length=12, unique=True, help_text=_("Part of the application numbers, for example 2027-F.")
    )
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="rounds", verbose_name=_("agreement"))
    offers_from = models.DateField(_("collecting offers from"))
    applications_from = models.DateField(_("applications from"))
    applications_until = models.DateField(_("applications until"))
    review_until = models.DateField(_("review by the home cities until"))
    matching_on = models.DateField(_("matching on"))
    confirm_until = models.DateField(_("confirmation by the cities until"))
    accept_until = models.DateField(_("answer of the apprentices until"))
    stays_from = models.DateField(_("stays from"))
    stays_until = models.DateField(_("stays until"))
    max_wishes = models.PositiveSmallIntegerField(_("wishes per person"), default=6)
    status = models.CharField(
        _("status"), max_length=20, choices=RoundStatus.choices, default=RoundStatus.DRAFT, editable=False
    )
    end_note = models.TextField(_("reason for canceling it"), max_length=1000, blank=True, editable=False)
    last_serial = models.PositiveIntegerField(default=0, editable=False)
    lottery_seed = models.CharField(max_length=64, blank=True, editable=False)
    lottery_commitment = models.CharField(max_length=64, blank=True, editable=False)

    objects = ExchangeRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("exchange round")
        verbose_name_plural = _("exchange rounds")
        ordering = ["-stays_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(applications_from__gte=F("offers_from"))
                & Q(applications_until__gte=F("applications_from"))
                & Q(review_until__gte=F("applications_until"))
                & Q(matching_on__gte=F("review_until"))
                & Q(confirm_until__gte=F("matching_on"))
                & Q(accept_until__gte=F("confirm_until"))
                & Q(stays_from__gt=F("accept_until"))
                & Q(stays_until__gt=F("stays_from")),
                name="round_dates_in_order",
            ),
            models.CheckConstraint(condition=Q(max_wishes__range=(1, 6)), name="round_takes_one_to_six_wishes"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exchange:round", args=[self.pk])
