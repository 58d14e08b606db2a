"""What is seen, heard or taken along. Published only if everybody can follow it."""

from copy import copy
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from courses.blocks.base import InLesson, WebAddress, fault
from courses.blocks.embeds import film_at, is_open, providers

NO_CAPTIONS = _(
    "This video has no captions or no transcript, so not everybody can follow it. Open the video under "
    "“Media”, upload a captions file (WebVTT) and write the transcript, then publish again."
)
NO_TRANSCRIPT = _(
    "This recording has no transcript, so not everybody can follow it. Open the recording under “Media”, "
    "write down what is said, then publish again."
)
NO_SUCH_HOST = _(
    "Films from this address cannot be shown inside a lesson. Possible are: %(providers)s. "
    "Put any other address into a block “Links”."
)


class ImagesInBulk(ImageChooserBlock):
    """The images of a lesson with all that was made of them, in one query; a second one for those just uploaded."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        images: dict[int, Any] = {}
        made = self.model_class.get_rendition_model().objects.filter(image__in=[pk for pk in values if pk])
        for rendition in made.select_related("image"):
            image = images.setdefault(rendition.image_id, rendition.image)
            image.prefetched_renditions = [*getattr(image, "prefetched_renditions", []), rendition]
        if untouched := [pk for pk in values if pk and pk not in images]:
            images |= {image.pk: image for image in super().bulk_to_python(untouched) if image}
        return [copy(images.get(pk)) for pk in values]  # the same image may be described in two ways


class DescribedImage(ImageBlock):
    """Wagtail's block, with a question that people can answer instead of the word "alt text"."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        named = {
            "image": ImagesInBulk(required=required, label=_("Image")),
            "decorative": blocks.BooleanBlock(
                default=False, required=False, label=_("Only decoration"), help_text=_("It says nothing of its own.")
            ),
            "alt_text": blocks.CharBlock(
                required=False,
                label=_("What can be seen?"),
                help_text=_("One sentence for those who do not see the image. In a diagram: what does it show?"),
            ),
        }
        for name, block in named.items():
            block.set_name(name)
            self.child_blocks[name] = block


class Picture(InLesson, blocks.StructBlock):
    image = DescribedImage(label=_("Image"))
    caption = blocks.CharBlock(max_length=200, required=False, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Image")
        label_format = "{caption}"
        description = _("A photograph or diagram, described for those who do not see it.")
        template = "courses/blocks/image.html"
        preview_value = {"image": None, "caption": _("The new counter of the citizens’ office")}


def is_accessible(film: Any) -> bool:
    return bool(film and film.captions and film.transcript.strip())


class Video(InLesson, blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    video = VideoChooserBlock(label=_("Video"), help_text=_("It needs captions and a transcript to be published."))

    class Meta:
        icon = "wagtailmedia-video"
        label = _("Video")
        label_format = "{title}"
        description = _("A film of yours, with captions and a transcript.")
        template = "courses/blocks/video.html"
        preview_value = {"title": _("A day at the counter"), "video": None}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not is_accessible(cleaned["video"]):
            raise fault("video", NO_CAPTIONS)
        return cleaned


class Audio(InLesson, blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    audio = AudioChooserBlock(label=_("Recording"), help_text=_("It needs a transcript to be published."))

    class Meta:
        icon = "wagtailmedia-audio"
        label = _("Audio")
        label_format = "{title}"
        description = _("A recording, with a transcript.")
        template = "courses/blocks/audio.html"
        preview_value = {"title": _("A difficult call"), "audio": None}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not cleaned["audio"].transcript.strip():
            raise fault("audio", NO_TRANSCRIPT)
        return cleaned


class File(InLesson, blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    document = DocumentChooserBlock(label=_("File"))
    description = blocks.CharBlock(max_length=300, required=False, label=_("What it is good for"))

    class Meta:
        icon = "doc-full"
        label = _("File")
        label_format = "{title}"
        description = _("Something to download: a checklist, a template.")
        template = "courses/blocks/file.html"
        preview_value = {
            "title": _("Checklist for the first day"),
            "document": None,
            "description": _("To print and tick off"),
        }


class Embed(InLesson, blocks.StructBlock):
    """A film that lies elsewhere. Nobody there hears of the reader before the reader asks for it."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    url = WebAddress(
        label=_("Address of the film"),
        help_text=_("As it stands in your browser. The film is fetched when a learner asks for it, not before."),
    )

    class Meta:
        icon = "globe"
        label = _("Film from elsewhere")
        label_format = "{title}"
        description = _("A film on YouTube, Vimeo or another page. It is shown after a click.")
        template = "courses/blocks/embed.html"
        preview_value = {"title": _("How a town council decides"), "url": "https://youtu.be/00000000000"}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not film_at(cleaned["url"]):
            raise fault("url", NO_SUCH_HOST % {"providers": providers()})
        return cleaned

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        film = film_at(value["url"])
        request = context.get("request")
        return context | {"film": film, "is_open": bool(film and request and is_open(request, context["id"], film))}
