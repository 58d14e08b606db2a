from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models import TestPage
from lms.core.privacy import YEAR, personal_data
from people.models import User


class RefresherQuerySet(models.QuerySet["RefresherCard"]):
    def visible_to(self, user: User) -> Any:
        return self.filter(person_id=user.pk)


@personal_data(purpose=_("Remembering what was once answered wrongly"), keep_for=YEAR, subject="person")
class RefresherCard(models.Model):
    """A question somebody answered wrongly, and when it should come again. `memory` is what fsrs needs for that."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="refresher_cards", verbose_name=_("person")
    )
    test = models.ForeignKey(TestPage, models.CASCADE, related_name="+", verbose_name=_("test"))
    key = models.CharField(_("question"), max_length=40)
    definition = models.JSONField(_("the question as it was asked"))
    memory = models.JSONField(_("what is known of remembering it"), default=dict)
    due_at = models.DateTimeField(_("due at"), default=timezone.now)
    is_put_away = models.BooleanField(_("not to be asked again"), default=False)
    answered_at = models.DateTimeField(_("last answered at"), null=True, blank=True)

    objects = RefresherQuerySet.as_manager()

    class Meta:
        verbose_name = _("question to refresh")
        verbose_name_plural = _("questions to refresh")
        ordering = ["due_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["person", "test", "key"], name="refresher_card_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.key}"
