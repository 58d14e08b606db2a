"""What trainers build lessons and tests from: one class, one template in templates/courses/blocks/."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtailmedia.blocks import VideoChooserBlock

from courses.grading import MULTIPLE, SINGLE

PROSE = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
NOTE = ["bold", "italic", "ol", "ul", "link"]
KINDS = [(SINGLE, _("one answer is right")), (MULTIPLE, _("several answers are right"))]
TONES = [
    ("info", _("good to know")),
    ("ok", _("that is how it works")),
    ("warn", _("take care")),
    ("stop", _("not allowed")),
]


class Blocks(StreamField):
    """Leaves the blocks out of migrations: they change no column."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", [[]], kwargs | {"block_lookup": {}}


def fault(field: str, sentence: Any) -> StructBlockValidationError:
    return StructBlockValidationError(block_errors={field: ValidationError(sentence)})


class Text(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "courses/blocks/text.html"


class Hint(blocks.StructBlock):
    tone = blocks.ChoiceBlock(TONES, default="info", label=_("Kind"))
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    text = blocks.RichTextBlock(features=NOTE, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Hint")
        template = "courses/blocks/hint.html"


class Picture(blocks.StructBlock):
    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(max_length=200, required=False, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Image")
        template = "courses/blocks/image.html"


class File(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    document = DocumentChooserBlock(label=_("File"))
    description = blocks.CharBlock(max_length=300, required=False, label=_("What it is good for"))

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "courses/blocks/file.html"


def is_accessible(film: Any) -> bool:
    return bool(film and film.captions and film.transcript.strip())


class Video(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    video = VideoChooserBlock(label=_("Video"))

    class Meta:
        icon = "media"
        label = _("Video")
        template = "courses/blocks/video.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not is_accessible(cleaned["video"]):
            raise fault("video", NO_CAPTIONS)
        return cleaned


NO_CAPTIONS = _(
    "This video has no captions or no transcript, so not everybody can follow it. Open the video under "
    "“Media”, upload a captions file (WebVTT) and write the transcript, then publish again."
)


class Choice(blocks.StructBlock):
    text = blocks.CharBlock(max_length=300, label=_("Answer"))
    right = blocks.BooleanBlock(required=False, label=_("This answer is right"))

    class Meta:
        form_classname = "struct-block"


class ExplainedChoice(Choice):
    feedback = blocks.CharBlock(max_length=400, required=False, label=_("What we say to this answer"))


def check_choices(choices: Any, kind: str) -> None:
    """A question needs something to choose from, and something right."""
    right = sum(1 for choice in choices if choice["right"])
    if kind == SINGLE and right != 1:
        raise _choices_fault(_("Mark exactly one answer as right."))
    if right == 0:
        raise _choices_fault(_("Mark at least one answer as right."))


def _choices_fault(sentence: Any) -> StructBlockValidationError:
    error = ListBlockValidationError(non_block_errors=ErrorList([sentence]))
    return StructBlockValidationError(block_errors={"choices": error})


class SelfCheck(blocks.StructBlock):
    """A question to oneself inside a lesson: scored on the server, kept nowhere."""

    question = blocks.CharBlock(max_length=300, label=_("Question"))
    kind = blocks.ChoiceBlock(KINDS, default=SINGLE, label=_("Kind"))
    choices = blocks.ListBlock(ExplainedChoice(label=_("Answer")), min_num=2, label=_("Answers"))

    class Meta:
        icon = "help"
        label = _("Question to oneself")
        template = "courses/blocks/self_check.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            check_choices(cleaned["choices"], cleaned["kind"])
        return cleaned


class Question(blocks.StructBlock):
    text = blocks.CharBlock(max_length=400, label=_("Question"))
    choices = blocks.ListBlock(Choice(label=_("Answer")), min_num=2, label=_("Answers"))
    feedback = blocks.TextBlock(max_length=600, required=False, rows=3, label=_("Explanation after the test"))
    lesson = blocks.PageChooserBlock(page_type="courses.LessonPage", required=False, label=_("Where it is explained"))

    kind = SINGLE

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            check_choices(cleaned["choices"], self.kind)
        return cleaned


class SingleChoice(Question):
    class Meta:
        icon = "radio-full"
        label = _("Question with one right answer")


class MultipleChoice(Question):
    kind = MULTIPLE

    class Meta:
        icon = "list-ul"
        label = _("Question with several right answers")


class LessonBody(blocks.StreamBlock):
    text = Text(features=PROSE)
    hint = Hint()
    image = Picture()
    video = Video()
    file = File()
    self_check = SelfCheck()


class TestBody(blocks.StreamBlock):
    single = SingleChoice()
    multiple = MultipleChoice()


class Goals(blocks.StreamBlock):
    goal = blocks.CharBlock(max_length=200, icon="tick", label=_("Goal"))
