"""What trainers build lessons and tests from: one class, one template in templates/courses/blocks/."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.base import NOTE, PROSE, Blocks
from courses.blocks.media import NO_CAPTIONS, NO_TRANSCRIPT, Audio, Embed, File, Picture, Video, is_accessible
from courses.blocks.questions import SelfCheck, TestBody
from courses.blocks.texts import Accordion, Glossary, Hint, Links, Quote, Steps, Table, Task, Text

__all__ = [
    "NOTE", "NO_CAPTIONS", "NO_TRANSCRIPT", "PROSE", "Blocks", "Goals", "LessonBody", "TestBody", "is_accessible",
]  # fmt: skip

OFTEN = _("Used most")
FILMS = _("Film, sound, file")
TRYING = _("Trying out")
LOOKING_UP = _("Looking up")


class LessonBody(blocks.StreamBlock):
    """The order here is the order in the editor's chooser."""

    text = Text(group=OFTEN)
    image = Picture(group=OFTEN)
    hint = Hint(group=OFTEN)
    steps = Steps(group=OFTEN)
    self_check = SelfCheck(group=TRYING)
    task = Task(group=TRYING)
    video = Video(group=FILMS)
    audio = Audio(group=FILMS)
    embed = Embed(group=FILMS)
    file = File(group=FILMS)
    accordion = Accordion(group=LOOKING_UP)
    table = Table(group=LOOKING_UP)
    glossary = Glossary(group=LOOKING_UP)
    links = Links(group=LOOKING_UP)
    quote = Quote(group=LOOKING_UP)


class Goals(blocks.StreamBlock):
    goal = blocks.CharBlock(max_length=200, icon="tick", label=_("Goal"))
