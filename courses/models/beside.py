"""What learners keep and ask beside the lessons, and what they hand in."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.learning import Enrollment, OwnQuerySet
from courses.models.pages import AssignmentPage, CoursePage, LessonPage
from courses.states import SubmissionStatus
from lms.core.privacy import YEAR, personal_data
from people.models import User


class OwnNotes(models.QuerySet):
    def visible_to(self, user: User) -> Any:
        return self.filter(person_id=user.pk)


@personal_data(purpose=_("Notes of the learner, for the learner alone"), keep_for=YEAR, subject="person")
class LessonNote(models.Model):
    """What somebody writes down at a lesson, and whether they want to find it again."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="lesson_notes", verbose_name=_("person")
    )
    lesson = models.ForeignKey(LessonPage, models.CASCADE, related_name="notes", verbose_name=_("lesson"))
    text = models.TextField(_("note"), max_length=4000, blank=True)
    is_bookmarked = models.BooleanField(_("bookmarked"), default=False)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)

    objects = OwnNotes.as_manager()

    class Meta:
        verbose_name = _("note at a lesson")
        verbose_name_plural = _("notes at lessons")
        ordering = ["-changed_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "lesson"], name="lesson_note_once_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.lesson_id}"


@personal_data(purpose=_("Asking and answering questions about a lesson"), keep_for=3 * YEAR, subject="person")
class LessonQuestion(models.Model):
    """A question under a lesson: everybody who takes the course reads it, the trainers answer."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="lesson_questions", verbose_name=_("person")
    )
    lesson = models.ForeignKey(LessonPage, models.CASCADE, related_name="asked", verbose_name=_("lesson"))
    course = models.ForeignKey(CoursePage, models.CASCADE, related_name="asked", verbose_name=_("course"))
    text = models.TextField(_("question"), max_length=2000)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    answered_at = models.DateTimeField(_("first answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("question about a lesson")
        verbose_name_plural = _("questions about lessons")
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        """The journal writes this down, so it tells nothing of what was asked."""
        return f"{self.lesson_id}: {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("courses:question", args=[self.pk])


@personal_data(purpose=_("Asking and answering questions about a lesson"), keep_for=3 * YEAR, subject="person")
class LessonAnswer(models.Model):
    question = models.ForeignKey(LessonQuestion, models.CASCADE, related_name="answers", verbose_name=_("question"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="lesson_answers", verbose_name=_("person")
    )
    text = models.TextField(_("answer"), max_length=4000)
    answered_at = models.DateTimeField(_("answered at"), default=timezone.now)

    class Meta:
        verbose_name = _("answer about a lesson")
        verbose_name_plural = _("answers about lessons")
        ordering = ["answered_at", "pk"]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.pk}"


@personal_data(purpose=_("Handing in work and getting feedback"), keep_for=YEAR, subject="enrollment__person")
class Submission(models.Model):
    """Work handed in for an assignment; handed in again, it is a new one with the next number."""

    enrollment = models.ForeignKey(Enrollment, models.CASCADE, related_name="submissions", verbose_name=_("enrollment"))
    assignment = models.ForeignKey(AssignmentPage, models.PROTECT, related_name="+", verbose_name=_("assignment"))
    cycle = models.PositiveSmallIntegerField(_("time"), default=1)
    number = models.PositiveSmallIntegerField(_("number"))
    status = models.CharField(
        _("status"), max_length=10, choices=SubmissionStatus.choices, default=SubmissionStatus.SUBMITTED
    )
    text = models.TextField(_("text"), max_length=20000, blank=True)
    file = models.FileField(_("file"), upload_to="submissions/", blank=True)
    file_name = models.CharField(_("name of the file"), max_length=200, blank=True)
    submitted_at = models.DateTimeField(_("handed in at"), default=timezone.now)
    feedback = models.TextField(_("feedback"), max_length=4000, blank=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("marked by")
    )
    marked_at = models.DateTimeField(_("marked at"), null=True, blank=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("work handed in")
        verbose_name_plural = _("work handed in")
        ordering = ["assignment", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "assignment", "cycle", "number"], name="submission_number_once"
            ),
            models.UniqueConstraint(
                fields=["enrollment", "assignment"],
                condition=Q(status=SubmissionStatus.SUBMITTED),
                name="submission_waits_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id}: {self.number}"
