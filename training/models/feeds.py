from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import YEAR, personal_data
from people.models import User


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def visible_to(self, user: User) -> "CalendarFeedQuerySet":
        return self.filter(person_id=user.pk)

    def open(self) -> "CalendarFeedQuerySet":
        return self.filter(revoked_at__isnull=True)


@personal_data(purpose=_("Showing one's own dates in another calendar"), keep_for=YEAR, subject="person")
class CalendarFeed(models.Model):
    """A secret address under which a calendar program reads somebody's dates. Only the hash of the secret is kept."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feeds", verbose_name=_("person")
    )
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar subscription")
        verbose_name_plural = _("calendar subscriptions")
        ordering = ["-created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at__isnull=True), name="one_open_calendar_feed_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.created_at}"
