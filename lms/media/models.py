"""Images, files and films of the courses: Wagtail's models with what accessibility asks for."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.fields import WagtailImageField
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtailmedia.models import AbstractMedia

from lms.core.privacy import no_personal_data
from lms.media import checks


def check_new_files(item: models.Model, **checked: Callable[[FieldFile], Any]) -> None:
    """Look into the files that were just handed over, not again into those that lie here already."""
    faults = {}
    for name, check in checked.items():
        file = getattr(item, name)
        if file and not file._committed:
            try:
                check(file)
            except ValidationError as error:
                faults[name] = error
    if faults:
        raise ValidationError(faults)


def _without_tags(model: type[models.Model]) -> tuple[str, ...]:
    """Tags would be suggested across cities; titles can be searched."""
    return tuple(name for name in model.admin_form_fields if name != "tags")  # type: ignore[attr-defined]


@no_personal_data
class CourseImage(AbstractImage):
    admin_form_fields = _without_tags(Image)

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")


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
    admin_form_fields = _without_tags(Document)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def clean(self) -> None:
        super().clean()
        check_new_files(self, file=checks.check_document)


@no_personal_data
class CourseMedia(AbstractMedia):
    """A film or sound; a film is shown only with captions and a transcript beside it (WCAG 1.2.2, 1.2.3)."""

    captions = models.FileField(_("captions (WebVTT)"), upload_to="captions", blank=True)
    transcript = models.TextField(_("transcript"), blank=True)

    admin_form_fields = ("title", "file", "captions", "transcript", "thumbnail", "duration", "collection")

    class Meta:
        verbose_name = _("film or sound")
        verbose_name_plural = _("films and sound")

    def clean(self, *args: Any, **kwargs: Any) -> None:
        super().clean(*args, **kwargs)
        check_new_files(
            self, file=checks.check_media, captions=self._read_captions, thumbnail=WagtailImageField().to_python
        )

    def _read_captions(self, file: FieldFile) -> None:
        """The last words end about when the film does, so nobody has to count seconds."""
        cues = checks.check_captions(file)
        if not self.duration:
            self.duration: float = max(cue.end for cue in cues)
