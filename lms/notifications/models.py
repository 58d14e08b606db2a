from datetime import time

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import YEAR, personal_data
from lms.notifications.matrix import Event, Urgency
from people.models import User

DIGEST_HOUR = 8
QUIET_FROM, QUIET_UNTIL = time(18), time(7)


class NotificationQuerySet(models.QuerySet["Notification"]):
    def visible_to(self, user: User) -> "NotificationQuerySet":
        """Without what is still held: its sender can take it back."""
        return self.filter(recipient_id=user.pk, appears_at__lte=timezone.now())

    def unread(self) -> "NotificationQuerySet":
        return self.filter(read_at__isnull=True)


@personal_data(purpose=_("Telling people what concerns them"), keep_for=YEAR, subject="recipient")
class Notification(models.Model):
    """One message to one person: a kind (its text is templates/mail/<kind>.txt) with the facts the text names."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications", verbose_name=_("recipient")
    )
    kind = models.CharField(_("kind"), max_length=60)
    facts = models.JSONField(_("facts"), default=dict)
    url = models.CharField(_("address"), max_length=200)
    about = models.CharField(_("about"), max_length=80, blank=True)  # app.model:key
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    appears_at = models.DateTimeField(_("appears at"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-appears_at", "-pk"]
        indexes = [
            models.Index(fields=["recipient", "read_at"], name="notification_unread"),
            models.Index(fields=["about"], name="notification_about"),
        ]

    def __str__(self) -> str:
        return self.kind


@personal_data(purpose=_("Sending each message by mail once"), keep_for=YEAR, subject="notification__recipient")
class Delivery(models.Model):
    """The outbox: one row per message, written in the same transaction. Without `due_at` nothing is left to do."""

    notification = models.OneToOneField(
        Notification, models.CASCADE, related_name="delivery", verbose_name=_("message")
    )
    due_at = models.DateTimeField(_("due at"), null=True, blank=True, db_index=True)
    in_digest = models.BooleanField(_("in the one mail a day"), default=False)
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    failures = models.PositiveIntegerField(_("failures"), default=0)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.CheckConstraint(condition=Q(due_at=None) | Q(sent_at=None), name="delivery_sent_once"),
            models.CheckConstraint(condition=Q(taken_at=None) | Q(due_at__isnull=False), name="delivery_taken_if_due"),
        ]

    def __str__(self) -> str:
        return str(self.notification)


@personal_data(purpose=_("Sending mails when and as people want them"), keep_for=YEAR, subject="person")
class Wishes(models.Model):
    """How somebody wants to be told. Without a row the standard of the matrix holds."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notification_wishes", verbose_name=_("person")
    )
    groups = models.JSONField(_("ways"), default=dict, blank=True)  # {group: urgency}, where it is not the standard
    digest_hour = models.PositiveSmallIntegerField(
        _("hour of the one mail a day"), default=DIGEST_HOUR, validators=[MaxValueValidator(23)]
    )
    has_quiet_hours = models.BooleanField(_("quiet hours"))
    quiet_from = models.TimeField(_("quiet from"), default=QUIET_FROM)
    quiet_until = models.TimeField(_("quiet until"), default=QUIET_UNTIL)

    class Meta:
        verbose_name = _("wishes about messages")
        verbose_name_plural = _("wishes about messages")
        constraints = [
            models.CheckConstraint(condition=Q(digest_hour__lte=23), name="wishes_digest_hour"),
            models.CheckConstraint(condition=~Q(quiet_from=F("quiet_until")), name="wishes_quiet_hours"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    def way(self, event: Event) -> Urgency:
        """How the mail of such a message goes; what is urgent leaves no choice."""
        if event.urgency == Urgency.NOW or event.group not in self.groups:
            return event.urgency
        return Urgency(self.groups[event.group])
