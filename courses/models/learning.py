"""What learners do. Answers and scores are the learner's own; nobody else's queries reach them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.pages import CoursePage, LessonPage, TestPage
from courses.models.runs import CourseRun
from courses.states import STANDING, AttemptStatus, EnrollmentStatus
from lms.core.privacy import YEAR, personal_data
from people.models import Membership, Role, User
from people.queries import cities_where


class Source(models.TextChoices):
    SELF = "self", _("enrolled oneself")
    OFFICE = "office", _("enrolled by trainer or training office")
    COHORT = "cohort", _("enrolled with a cohort")
    LIST = "list", _("enrolled from a list")
    DUTY = "duty", _("enrolled because it is compulsory")


class EnrollmentQuerySet(models.QuerySet["Enrollment"]):
    def visible_to(self, user: User) -> "EnrollmentQuerySet":
        """One's own; the training office sees who takes which course in its city, and no more."""
        offices = cities_where(user, Role.HR)
        theirs = Membership.objects.current().filter(role=Role.APPRENTICE, city__in=offices)
        return self.filter(Q(person_id=user.pk) | Q(person__in=theirs.values("person_id")))

    def of(self, user: User) -> "EnrollmentQuerySet":
        return self.filter(person_id=user.pk)

    def standing(self) -> "EnrollmentQuerySet":
        return self.filter(status__in=STANDING)


@personal_data(purpose=_("Taking part in a course and proving it"), keep_for=3 * YEAR, subject="person")
class Enrollment(models.Model):
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="enrollments", verbose_name=_("person")
    )
    course = models.ForeignKey(CoursePage, models.PROTECT, related_name="enrollments", verbose_name=_("course"))
    status = models.CharField(
        _("status"), max_length=10, choices=EnrollmentStatus.choices, default=EnrollmentStatus.ACTIVE
    )
    run = models.ForeignKey(
        CourseRun, models.PROTECT, null=True, blank=True, related_name="enrollments", verbose_name=_("course run")
    )
    source = models.CharField(_("how"), max_length=8, choices=Source.choices, default=Source.SELF)
    cycle = models.PositiveSmallIntegerField(
        _("time"), default=1, help_text=_("Which time somebody takes the course: some have to be proved anew.")
    )
    enrolled_at = models.DateTimeField(_("enrolled at"), default=timezone.now)
    completed_at = models.DateTimeField(_("completed at"), null=True, blank=True)
    waits_since = models.DateTimeField(
        _("waits for a trainer since"), null=True, blank=True,
        help_text=_("Everything is done but what a trainer has to confirm."),
    )  # fmt: skip

    objects = EnrollmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrollment")
        verbose_name_plural = _("enrollments")
        ordering = ["-enrolled_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "course"], name="enrollment_once_per_person_and_course"),
            models.CheckConstraint(
                condition=Q(status=EnrollmentStatus.COMPLETED, completed_at__isnull=False)
                | Q(~Q(status=EnrollmentStatus.COMPLETED), completed_at__isnull=True),
                name="enrollment_completed_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.course}"

    @property
    def is_completed(self) -> bool:
        return self.status == EnrollmentStatus.COMPLETED


class OwnQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OwnQuerySet":
        """The learner's alone: no trainer, no training office, no administration."""
        return self.filter(enrollment__person_id=user.pk)


@personal_data(purpose=_("Going on where one stopped"), keep_for=YEAR, subject="enrollment__person")
class LessonProgress(models.Model):
    enrollment = models.ForeignKey(
        Enrollment, models.CASCADE, related_name="lessons_done", verbose_name=_("enrollment")
    )
    lesson = models.ForeignKey(LessonPage, models.PROTECT, related_name="+", verbose_name=_("lesson"))
    cycle = models.PositiveSmallIntegerField(_("time"), default=1)
    done_at = models.DateTimeField(_("done at"), default=timezone.now)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson done")
        verbose_name_plural = _("lessons done")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["enrollment", "cycle", "lesson"], name="lesson_done_once")]

    def __str__(self) -> str:
        return f"{self.enrollment_id}: {self.lesson_id}"


@personal_data(purpose=_("Taking a test and seeing one's own result"), keep_for=YEAR, subject="enrollment__person")
class Attempt(models.Model):
    """One try at a test, with the questions as they were and the pass mark that held when it began."""

    enrollment = models.ForeignKey(Enrollment, models.CASCADE, related_name="attempts", verbose_name=_("enrollment"))
    test = models.ForeignKey(TestPage, models.PROTECT, related_name="+", verbose_name=_("test"))
    cycle = models.PositiveSmallIntegerField(_("time"), default=1)
    number = models.PositiveSmallIntegerField(_("number"))
    status = models.CharField(_("status"), max_length=10, choices=AttemptStatus.choices, default=AttemptStatus.OPEN)
    questions = models.JSONField(_("questions"))
    answers = models.JSONField(_("answers"), default=dict)
    pass_mark = models.PositiveSmallIntegerField(_("percent to pass"))
    score = models.PositiveSmallIntegerField(_("score in percent"), null=True, blank=True)
    passed = models.BooleanField(_("passed"), null=True, blank=True)
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    due_at = models.DateTimeField(_("time is up at"), null=True, blank=True)
    saved_at = models.DateTimeField(_("last saved at"), null=True, blank=True)
    revision = models.PositiveIntegerField(
        _("saved how often"),
        default=0,
        help_text=_("So that two tabs do not mix."),
    )
    saves = models.JSONField(
        _("last save of each answer"),
        default=dict,
        blank=True,
        help_text=_("Which save it was, and from which tab."),
    )
    late_answers = models.JSONField(_("answers that came after the time was up"), default=dict, blank=True)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["test", "number"]
        constraints = [
            models.UniqueConstraint(fields=["enrollment", "test", "cycle", "number"], name="attempt_number_once"),
            models.UniqueConstraint(
                fields=["enrollment", "test"], condition=Q(status=AttemptStatus.OPEN), name="attempt_open_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="attempt_counts_from_one"),
            models.CheckConstraint(
                condition=Q(
                    status=AttemptStatus.OPEN, score__isnull=True, passed__isnull=True, submitted_at__isnull=True
                )
                | Q(status=AttemptStatus.MARKING, score__isnull=True, passed__isnull=True, submitted_at__isnull=False)
                | Q(status=AttemptStatus.SUBMITTED, score__lte=100, passed__isnull=False, submitted_at__isnull=False),
                name="attempt_scored_when_submitted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.test_id}: {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("courses:attempt" if self.is_open else "courses:result", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.status == AttemptStatus.OPEN
