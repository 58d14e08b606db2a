from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage
from lms.core.privacy import no_personal_data
from people.models import City, Membership, Occupation, User


class LearningPathQuerySet(models.QuerySet["LearningPath"]):
    def visible_to(self, user: User) -> Any:
        """Published paths of the own city and those shared with all; drafts for those who teach in the city."""
        mine = Membership.objects.current().filter(person_id=user.pk)
        teaching = mine.filter(role__in=["trainer", "hr"]).values("city_id")
        return self.filter(
            Q(is_published=True) & (Q(is_shared=True) | Q(city__in=mine.values("city_id"))) | Q(city__in=teaching)
        )


@no_personal_data
class LearningPath(models.Model):
    """Courses in an order, for an occupation and a year of training."""

    city = models.ForeignKey(City, models.PROTECT, related_name="learning_paths", verbose_name=_("city"))
    title = models.CharField(_("title"), max_length=160)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("occupation")
    )
    year = models.PositiveSmallIntegerField(_("year of training"), null=True, blank=True)
    is_shared = models.BooleanField(_("shared with all cities"), default=False)
    is_published = models.BooleanField(_("published"), default=False)

    objects = LearningPathQuerySet.as_manager()

    class Meta:
        verbose_name = _("learning path")
        verbose_name_plural = _("learning paths")
        ordering = ["title", "pk"]
        constraints = [models.UniqueConstraint(fields=["city", "title"], name="path_title_once_per_city")]

    def __str__(self) -> str:
        return self.title


@no_personal_data
class PathStep(models.Model):
    """A course, or another path with all its courses. `learning.services.paths` keeps a path out of itself."""

    path = models.ForeignKey(LearningPath, models.CASCADE, related_name="steps", verbose_name=_("learning path"))
    position = models.PositiveSmallIntegerField(_("place"))
    course = models.ForeignKey(
        CoursePage, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("course")
    )
    part = models.ForeignKey(
        LearningPath, models.CASCADE, null=True, blank=True, related_name="part_of", verbose_name=_("another path")
    )

    class Meta:
        verbose_name = _("step of a learning path")
        verbose_name_plural = _("steps of learning paths")
        ordering = ["path", "position"]
        constraints = [
            models.UniqueConstraint(fields=["path", "position"], name="path_step_place_once"),
            models.CheckConstraint(
                condition=Q(course__isnull=False, part__isnull=True) | Q(course__isnull=True, part__isnull=False),
                name="path_step_is_a_course_or_a_path",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path_id}: {self.position}"
