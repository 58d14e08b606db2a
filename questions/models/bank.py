"""The question bank: what cities ask in tests, each question with all its versions."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase

from lms.core.privacy import YEAR, no_personal_data, personal_data
from lms.core.words import fold
from people.models import City, Role, User
from people.queries import cities_where
from questions.models.labels import KIND_CHOICES


class Difficulty(models.TextChoices):
    EASY = "easy", _("easy")
    MEDIUM = "medium", _("medium")
    HARD = "hard", _("hard")


class SharedQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Any:
        """Those of the own city, and those that a city shares; for people who write courses alone."""
        cities = cities_where(user, Role.TRAINER, Role.HR)
        if not cities.exists():
            return self.none()
        return self.filter(Q(city__in=cities) | Q(is_shared=True))

    def of(self, user: User) -> Any:
        """Those this person may change."""
        return self.filter(city__in=cities_where(user, Role.TRAINER, Role.HR))


@no_personal_data
class Category(models.Model):
    """A drawer of the bank. Tests draw from it."""

    city = models.ForeignKey(City, models.PROTECT, related_name="question_categories", verbose_name=_("city"))
    name = models.CharField(_("name"), max_length=120)
    is_shared = models.BooleanField(_("shared with all cities"), default=False)

    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = _("question category")
        verbose_name_plural = _("question categories")
        ordering = ["city__name", "name"]
        constraints = [models.UniqueConstraint(fields=["city", "name"], name="category_name_once_per_city")]

    def __str__(self) -> str:
        return self.name


@no_personal_data
class QuestionTag(TagBase):
    class Meta:
        verbose_name = _("question tag")
        verbose_name_plural = _("question tags")


@no_personal_data
class TaggedQuestion(ItemBase):
    tag = models.ForeignKey(QuestionTag, models.CASCADE, related_name="tagged_questions")
    content_object = models.ForeignKey("questions.Question", models.CASCADE, related_name="tagged")

    class Meta:
        verbose_name = _("tag of a question")
        verbose_name_plural = _("tags of questions")


@no_personal_data
class Question(models.Model):
    """A question as it stands today; what it was before is in its versions.

    `definition` is a copy of the latest version, so that tests are drawn in one query; `searched` is its text, folded.
    """

    city = models.ForeignKey(City, models.PROTECT, related_name="questions", verbose_name=_("city"))
    category = models.ForeignKey(Category, models.PROTECT, related_name="questions", verbose_name=_("category"))
    kind = models.CharField(_("kind"), max_length=12, choices=KIND_CHOICES)
    difficulty = models.CharField(_("difficulty"), max_length=6, choices=Difficulty.choices, default=Difficulty.MEDIUM)
    is_shared = models.BooleanField(_("shared with all cities"), default=False)
    is_retired = models.BooleanField(_("no longer asked"), default=False)
    number = models.PositiveIntegerField(_("version"), default=1)
    definition = models.JSONField(_("question"))
    searched = models.TextField(_("words to find it by"), default="", editable=False)
    tags = TaggableManager(through=TaggedQuestion, blank=True, verbose_name=_("tags"))

    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["category__name", "pk"]

    def __str__(self) -> str:
        return str(self.definition.get("text", ""))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.searched = fold(str(self))
        super().save(*args, **kwargs)


@personal_data(purpose=_("Knowing who changed a question"), keep_for=3 * YEAR, subject="author", fields=("author",))
class QuestionVersion(models.Model):
    """A question as it once was. Never changed: attempts and re-grading refer to it."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="versions", verbose_name=_("question"))
    number = models.PositiveIntegerField(_("version"))
    definition = models.JSONField(_("question"))
    change = models.CharField(_("what changed"), max_length=200, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("author")
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    class Meta:
        verbose_name = _("version of a question")
        verbose_name_plural = _("versions of questions")
        ordering = ["question", "-number"]
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="question_version_once")]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.number}"
