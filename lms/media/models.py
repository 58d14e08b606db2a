"""Images, files and films of the courses: Wagtail's models with what accessibility asks for."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtailmedia.models import AbstractMedia

from lms.core.privacy import no_personal_data


@no_personal_data
class CourseImage(AbstractImage):
    admin_form_fields = Image.admin_form_fields


@no_personal_data
class CourseRendition(AbstractRendition):
    image = models.ForeignKey(CourseImage, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_once_per_filter"
            )
        ]


@no_personal_data
class CourseDocument(AbstractDocument):
    admin_form_fields = Document.admin_form_fields


@no_personal_data
class CourseMedia(AbstractMedia):
    """A film or sound; a film is shown only with captions and a transcript beside it (WCAG 1.2.2, 1.2.3)."""

    captions = models.FileField(_("captions (WebVTT)"), upload_to="captions", blank=True)
    transcript = models.TextField(_("transcript"), blank=True)

    admin_form_fields = (
        "title",
        "file",
        "captions",
        "transcript",
        "collection",
        "duration",
        "width",
        "height",
        "thumbnail",
        "tags",
    )
