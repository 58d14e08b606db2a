"""How cities write and use courses together: who writes along, and what was made from what."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.models.pages import CoursePage
from lms.core.privacy import YEAR, no_personal_data, personal_data
from people.models import City


@personal_data(purpose=_("Knowing who writes a course together"), keep_for=YEAR, subject="person")
class CoAuthor(models.Model):
    """Somebody of another city who was invited to write along. The page rights: `services.writing.rights`."""

    course = models.ForeignKey(CoursePage, models.CASCADE, related_name="co_authors", verbose_name=_("course"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="co_authored", verbose_name=_("person")
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("invited by")
    )
    invited_at = models.DateTimeField(_("invited at"), default=timezone.now)

    class Meta:
        verbose_name = _("co-author")
        verbose_name_plural = _("co-authors")
        ordering = ["invited_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["course", "person"], name="co_author_once_per_course")]

    def __str__(self) -> str:
        return f"{self.person}: {self.course}"


LOCAL = {"contact", "is_mandatory", "valid_until", "review_on"}  # each city says this for itself


@no_personal_data
class Adaptation(models.Model):
    """Where a page was copied from, and which state of the original its authors have seen.

    What is needed to name origin and licence is kept here, so that nothing breaks when the original goes: title, city
    and licence as they were, `earlier` the same for what the original itself was made from, `seen` with the key of
    the page. A page can only come from an older one, so no chain of origins ever closes.
    """

    page = models.OneToOneField(Page, models.CASCADE, related_name="adaptation", verbose_name=_("page"))
    source = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="adaptations", verbose_name=_("original"))
    source_title = models.CharField(_("title of the original"), max_length=255)
    source_city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("city of the original"))
    source_licence = models.CharField(_("licence of the original"), max_length=20)
    earlier = models.JSONField(_("what the original was made from"), default=list)
    city = models.ForeignKey(
        City, models.PROTECT, null=True, related_name="+", verbose_name=_("city that adapted the course"),
        help_text=_("Empty for the parts of a course."),
    )  # fmt: skip
    seen = models.JSONField(_("state of the original that was seen"), default=dict)
    adapted_at = models.DateTimeField(_("adapted at"), default=timezone.now)
    told_at = models.DateTimeField(_("authors told of changes up to"), default=timezone.now)

    class Meta:
        verbose_name = _("adaptation")
        verbose_name_plural = _("adaptations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["source", "city"], name="course_adapted_once_per_city"),
            models.CheckConstraint(
                condition=Q(source__isnull=True) | Q(source__lt=F("page")),
                name="adaptation_is_younger_than_its_original",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} ← {self.source_title}"
