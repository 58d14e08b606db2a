"""What the editor asks of a course and its parts, in the order of thinking: at most six fields, the rest below."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput


def title(heading: Promise, example: Promise, help_text: Promise) -> TitleFieldPanel:
    """With its name above, like all other fields."""
    return TitleFieldPanel("title", heading=heading, placeholder=example, help_text=help_text, classname="")


def field(name: str, help_text: Promise | str = "", example: Promise | str = "", **options: Any) -> FieldPanel:
    if example:
        options["widget"] = AdminAutoHeightTextInput(attrs={"placeholder": example})
    return FieldPanel(name, help_text=help_text, **options)


def more_settings(*panels: FieldPanel) -> MultiFieldPanel:
    return MultiFieldPanel([*panels, ADDRESS], heading=_("More settings"), classname="collapsed")


ADDRESS = FieldPanel("slug", heading=_("Address"), help_text=_("The end of the web address; made from the title."))

COURSE = [
    title(
        _("Title of the course"),
        _("For example: Data protection at the office"),
        _("Short and concrete: what is it about?"),
    ),
    field(
        "summary",
        _("One sentence that makes people want to begin. It stands in the catalogue."),
        _("For example: Personal data in everyday work: what you may do, what you may not, and whom to ask."),
    ),
    field("goals", _("One goal each, beginning with what people then do: “recognise personal data”.")),
    field(
        "audience",
        _("Who should take this course, and what they should know before."),
        _("For example: all apprentices from the first year on"),
    ),
    field("topic", _("Where people find the course in the catalogue.")),
    field("level", _("How much somebody should know already.")),
    more_settings(
        FieldPanel("cover"),
        FieldPanel("is_mandatory"),
        FieldPanel("minutes"),
        FieldPanel("contact"),
        field("licence", _("What others may do with this course.")),
        FieldPanel("valid_until"),
        FieldPanel("review_on"),
    ),
]
MODULE = [
    title(
        _("Title of the module"),
        _("For example: The basics"),
        _("A heading for the lessons that follow, until the next module."),
    ),
    field("intro", _("One or two sentences on what these lessons are about."), _("For example: first the words")),
    more_settings(),
]
LESSON = [
    title(
        _("Title of the lesson"),
        _("For example: What is a file?"),
        _("A lesson answers one question and takes five to fifteen minutes."),
    ),
    field("body", _("Add blocks with the plus sign: text, pictures, films, questions. Keep them short.")),
    more_settings(FieldPanel("minutes_given")),
]
TEST = [
    title(_("Title of the test"), _("For example: Final test"), _("This is how the test is named in the course.")),
    field(
        "intro",
        _("What people should know before they begin."),
        _("For example: ten questions from all lessons; you may look things up."),
    ),
    field("questions", _("Ask what people need at work. Ten questions are a good number.")),
    field("pass_mark", _("How many of a hundred points are enough.")),
    field("max_attempts", _("How often somebody may try.")),
    more_settings(
        field("shuffle", _("Then everybody gets them in another order.")),
        FieldPanel("minutes_limit"),
        field("wait_hours", _("Time to read again before the next attempt.")),
        FieldPanel("closes_on"),
        field("feedback", _("Until then nobody sees which answers would have been right.")),
    ),
]
ASSIGNMENT = [
    title(
        _("Title of the assignment"),
        _("For example: A file plan for your office"),
        _("What people make, in a few words."),
    ),
    field("body", _("What is to be done, step by step, and what to hand in.")),
    field("criteria", _("By what you look at it: people work better when they know.")),
    field("minutes", _("How long it takes, roughly.")),
    more_settings(field("takes_file", _("Beside or instead of a text.")), FieldPanel("is_anonymous")),
]
ADDITION = [
    title(
        _("Title of the addition"),
        _("For example: Whom to ask in our city"),
        _("Only people of your city see the addition."),
    ),
    FieldPanel("lesson"),
    field("body", _("Contacts, local rules, whatever is different with you.")),
    more_settings(),
]
