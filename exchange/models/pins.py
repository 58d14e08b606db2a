from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from exchange.models.applications import Application
from exchange.models.offers import HostOffer
from lms.core.privacy import YEAR, personal_data
from people.models import Role, User
from people.queries import holds


class PinQuerySet(models.QuerySet["Pin"]):
    def visible_to(self, user: User) -> "PinQuerySet":
        return self if holds(user, Role.COORDINATOR) else self.none()

    def standing(self) -> "PinQuerySet":
        return self.filter(released_at=None)


@personal_data(
    purpose=_("Proving why a place was given by hand"), keep_for=3 * YEAR, subject="application__apprentice"
)  # fmt: skip
class Pin(models.Model):
    """The coordination gives somebody a place by hand; every run after that keeps it until it is released."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="pins", verbose_name=_("application"))
    offer = models.ForeignKey(HostOffer, models.PROTECT, related_name="+", verbose_name=_("offer"))
    reason = models.TextField(_("reason"), max_length=1000)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    fixed_at = models.DateTimeField(_("fixed at"), auto_now_add=True)
    released_at = models.DateTimeField(_("released at"), null=True, editable=False)

    objects = PinQuerySet.as_manager()

    class Meta:
        verbose_name = _("place given by hand")
        verbose_name_plural = _("places given by hand")
        ordering = ["fixed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(released_at=None), name="pin_once_per_application"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application} → {self.offer}"
