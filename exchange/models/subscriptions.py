from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from courses.models import Topic
from lms.core.privacy import YEAR, personal_data
from people.models import City, Occupation, User


class OfferSubscriptionQuerySet(models.QuerySet["OfferSubscription"]):
    def visible_to(self, user: User) -> "OfferSubscriptionQuerySet":
        return self.filter(person_id=user.pk)


@personal_data(purpose=_("Telling people of new places they look for"), keep_for=YEAR, subject="person")
class OfferSubscription(models.Model):
    """Somebody wants to hear of new places like these; whatever is empty does not narrow."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="offer_subscriptions", verbose_name=_("person")
    )
    city = models.ForeignKey(City, models.CASCADE, null=True, related_name="+", verbose_name=_("city"))
    topic = models.CharField(_("topic"), max_length=14, choices=Topic.choices, blank=True)
    occupation = models.ForeignKey(
        Occupation, models.CASCADE, null=True, related_name="+", verbose_name=_("occupation")
    )
    remote = models.BooleanField(_("with mobile work"), default=False)
    step_free = models.BooleanField(_("step-free workplace"), default=False)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = OfferSubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription to new places")
        verbose_name_plural = _("subscriptions to new places")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                "person",
                Coalesce("city", 0),
                "topic",
                Coalesce("occupation", 0),
                "remote",
                "step_free",
                name="offer_subscription_once",
            )
        ]

    def __str__(self) -> str:
        """What it narrows to, for the person who reads it."""
        parts: list[Any] = [
            self.city,
            self.get_topic_display() if self.topic else None,
            self.occupation,
            _("with mobile work") if self.remote else None,
            _("step-free workplace") if self.step_free else None,
        ]
        return ", ".join(str(part) for part in parts if part) or str(_("All places"))

    def get_absolute_url(self) -> str:
        """The places it stands for."""
        query = {
            "stadt": self.city and self.city.slug,
            "thema": self.topic,
            "beruf": self.occupation and self.occupation.short,
            "mobil": "1" if self.remote else "",
            "stufenfrei": "1" if self.step_free else "",
        }
        return f"{reverse('exchange:explore')}?{urlencode({name: value for name, value in query.items() if value})}"
