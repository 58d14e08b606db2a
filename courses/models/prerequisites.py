from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from courses.models.pages import CoursePage
from lms.core.privacy import no_personal_data


@no_personal_data
class Prerequisite(models.Model):
    """Whoever takes the course must have completed another one. Its service keeps loops out."""

    course = models.ForeignKey(CoursePage, models.CASCADE, related_name="prerequisites", verbose_name=_("course"))
    needs = models.ForeignKey(CoursePage, models.CASCADE, related_name="prepares_for", verbose_name=_("needs"))

    class Meta:
        verbose_name = _("prerequisite")
        verbose_name_plural = _("prerequisites")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "needs"], name="prerequisite_once"),
            models.CheckConstraint(condition=~Q(course=F("needs")), name="course_does_not_need_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.course_id} ← {self.needs_id}"
