"""What somebody has achieved. Written once, never changed: new rules and corrected tests leave it as it is."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.learning import Enrollment
from courses.models.pages import CoursePage, TestPage
from courses.models.runs import Session
from lms.core.privacy import YEAR, no_personal_data, personal_data
from people.models import Role, User
from people.queries import cities_where


class Grade(models.TextChoices):
    """How sure one can be of it. The weakest part of what was asked for decides."""

    SCORED = "scored", _("scored by the learning platform")
    CONFIRMED = "confirmed", _("confirmed by a trainer")
    ATTENDED = "attended", _("attended")
    REPORTED = "reported", _("reported by the learner")


@no_personal_data
class CompletionRule(models.Model):
    """What completing a course asks for, from one day on. A course without one asks for everything in it.

    `tree` is described in `courses/rule_tree.py`. The one with the highest number holds.
    """

    course = models.ForeignKey(CoursePage, models.CASCADE, related_name="completion_rules", verbose_name=_("course"))
    number = models.PositiveIntegerField(_("version"))
    tree = models.JSONField(_("rule"))
    valid_months = models.PositiveSmallIntegerField(
        _("valid for (months)"), null=True, blank=True, help_text=_("Leave empty if it need not be proved anew.")
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    class Meta:
        verbose_name = _("rule of completion")
        verbose_name_plural = _("rules of completion")
        ordering = ["course", "-number"]
        constraints = [models.UniqueConstraint(fields=["course", "number"], name="completion_rule_version_once")]

    def __str__(self) -> str:
        return f"{self.course_id}: {self.number}"


class CompletionQuerySet(models.QuerySet["Completion"]):
    def visible_to(self, user: User) -> Any:
        """One's own, and for the training office that somebody of its city has it."""
        return self.filter(enrollment__in=Enrollment.objects.visible_to(user))

    def update(self, **changes: Any) -> int:
        raise TypeError("A completion is never changed.")


@personal_data(purpose=_("Proving that a course was completed"), keep_for=10 * YEAR, subject="enrollment__person")
class Completion(models.Model):
    enrollment = models.ForeignKey(Enrollment, models.PROTECT, related_name="completions", verbose_name=_("enrollment"))
    cycle = models.PositiveSmallIntegerField(_("time"), default=1)
    completed_at = models.DateTimeField(_("completed at"), default=timezone.now)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    grade = models.CharField(_("evidence"), max_length=9, choices=Grade.choices)
    rule_number = models.PositiveIntegerField(_("version of the rule"), default=0)
    tree = models.JSONField(_("the rule, with what fulfilled it"))

    objects = CompletionQuerySet.as_manager()

    class Meta:
        verbose_name = _("completion")
        verbose_name_plural = _("completions")
        ordering = ["-completed_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["enrollment", "cycle"], name="completed_once_each_time")]

    def __str__(self) -> str:
        return f"{self.enrollment_id}: {self.cycle}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("A completion is never changed.")
        super().save(*args, **kwargs)

    @property
    def is_over(self) -> bool:
        return self.valid_until is not None and self.valid_until < timezone.localdate()


class Presence(models.TextChoices):
    PRESENT = "present", _("present")
    ABSENT = "absent", _("absent")
    EXCUSED = "excused", _("excused")


@personal_data(purpose=_("Proving that somebody was there"), keep_for=YEAR, subject="enrollment__person")
class Attendance(models.Model):
    session = models.ForeignKey(Session, models.CASCADE, related_name="attendances", verbose_name=_("session"))
    enrollment = models.ForeignKey(Enrollment, models.CASCADE, related_name="attendances", verbose_name=_("enrollment"))
    presence = models.CharField(_("presence"), max_length=8, choices=Presence.choices)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("noted by")
    )
    noted_at = models.DateTimeField(_("noted at"), default=timezone.now)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["session", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "enrollment"], name="attendance_once_per_session")]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.enrollment_id}"


@personal_data(purpose=_("Confirming what no test can see"), keep_for=YEAR, subject="enrollment__person")
class Confirmation(models.Model):
    """A trainer says that somebody has done what the rule asks for at this place."""

    enrollment = models.ForeignKey(
        Enrollment, models.CASCADE, related_name="confirmations", verbose_name=_("enrollment")
    )
    cycle = models.PositiveSmallIntegerField(_("time"), default=1)
    key = models.CharField(_("place in the rule"), max_length=40)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), default=timezone.now)

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["enrollment", "cycle", "key"], name="confirmed_once_at_each_place")
        ]

    def __str__(self) -> str:
        return f"{self.enrollment_id}: {self.key}"


class ExtraTimeQuerySet(models.QuerySet["ExtraTime"]):
    def visible_to(self, user: User) -> Any:
        """The person and the training office of their city alone: it tells something of their health."""
        return self.filter(Q(person_id=user.pk) | Q(city__in=cities_where(user, Role.HR)))


@personal_data(
    purpose=_("Making tests fair for people with a disability (§ 209 SGB IX)"), keep_for=YEAR, subject="person"
)
class ExtraTime(models.Model):
    """More time in tests, for one person. The reason is not kept here."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="extra_time", verbose_name=_("person")
    )
    city = models.ForeignKey("people.City", models.PROTECT, related_name="+", verbose_name=_("city"))
    percent = models.PositiveSmallIntegerField(_("more time (percent)"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("granted by")
    )
    granted_at = models.DateTimeField(_("granted at"), default=timezone.now)

    objects = ExtraTimeQuerySet.as_manager()

    class Meta:
        verbose_name = _("extra time")
        verbose_name_plural = _("extra times")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["person"], name="extra_time_once_per_person"),
            models.CheckConstraint(
                condition=Q(percent__gte=1, percent__lte=200), name="extra_time_between_1_and_200_percent"
            ),
        ]

    def __str__(self) -> str:
        """The journal writes this down, so it tells nothing."""
        return str(self.pk)


@personal_data(purpose=_("Marking what a machine cannot"), keep_for=YEAR, subject="attempt__enrollment__person")
class Mark(models.Model):
    """What a trainer gives for one answer of an attempt."""

    attempt = models.ForeignKey("courses.Attempt", models.CASCADE, related_name="marks", verbose_name=_("attempt"))
    key = models.CharField(_("question"), max_length=40)
    percent = models.PositiveSmallIntegerField(_("percent of the points"))
    criteria = models.JSONField(_("points by criterion"), default=dict, blank=True)
    comment = models.TextField(_("comment"), max_length=2000, blank=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("marked by")
    )
    marked_at = models.DateTimeField(_("marked at"), default=timezone.now)

    class Meta:
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "key"], name="marked_once_per_question"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="mark_at_most_100_percent"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id}: {self.key}"


@personal_data(purpose=_("Correcting scores after a question was corrected"), keep_for=3 * YEAR, subject="actor")
class Regrade(models.Model):
    """A corrected question was scored anew in the attempts that had it."""

    test = models.ForeignKey(TestPage, models.CASCADE, related_name="regrades", verbose_name=_("test"))
    key = models.CharField(_("question"), max_length=40)
    definition = models.JSONField(_("the corrected question"))
    reason = models.CharField(_("reason"), max_length=200)
    changes = models.JSONField(
        _("what changed"), default=list, help_text=_("Each attempt with its score before and after.")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    done_at = models.DateTimeField(_("done at"), default=timezone.now)

    class Meta:
        verbose_name = _("re-grading")
        verbose_name_plural = _("re-gradings")
        ordering = ["-done_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.test_id}: {self.key}"
