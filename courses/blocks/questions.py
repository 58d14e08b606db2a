"""Questions: to oneself inside a lesson, and those of a test."""

from random import Random
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.utils import ErrorList
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from courses.bank import askable, categories_for, pool_for
from courses.blocks.base import InLesson, fault
from courses.drawing import BANK, DRAW, Wish, drawn, wishes_in
from lms.core.forms import LONGEST_KEY
from questions.models import Difficulty

SINGLE, MULTIPLE = "single", "multiple"
KINDS = [(SINGLE, _("one answer is right")), (MULTIPLE, _("several answers are right"))]


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


class SelfCheck(InLesson, blocks.StructBlock):
    """A question to oneself inside a lesson: scored on the server, kept nowhere."""

    question = blocks.CharBlock(max_length=300, label=_("Question"))
    kind = blocks.ChoiceBlock(KINDS, default=SINGLE, search_index=False, label=_("Kind"))
    choices = blocks.ListBlock(ExplainedChoice(label=_("Answer")), min_num=2, label=_("Answers"))

    class Meta:
        icon = "help"
        label = _("Question to oneself")
        label_format = "{question}"
        description = _("A question in between, answered at once. Nobody else sees what was ticked.")
        template = "courses/blocks/self_check.html"
        preview_value = {
            "question": _("May you send a scan of an identity card by e-mail?"),
            "kind": SINGLE,
            "choices": [
                {"text": _("Yes, if it is urgent"), "right": False, "feedback": ""},
                {"text": _("No, never"), "right": True, "feedback": ""},
            ],
        }

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            check_choices(cleaned["choices"], cleaned["kind"])
        return cleaned


class LessonChooser(blocks.PageChooserBlock):
    """Nothing to translate: in a translated test it leads to the translated lesson by itself."""

    def get_translatable_segments(self, lesson: Any) -> list[Any]:
        return []


def where_explained() -> LessonChooser:
    return LessonChooser(page_type="courses.LessonPage", required=False, label=_("Where it is explained"))


class Question(blocks.StructBlock):
    text = blocks.CharBlock(max_length=400, label=_("Question"))
    choices = blocks.ListBlock(Choice(label=_("Answer")), min_num=2, label=_("Answers"))
    feedback = blocks.TextBlock(max_length=600, required=False, rows=3, label=_("Explanation after the test"))
    lesson = where_explained()

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
        label_format = "{text}"


class MultipleChoice(Question):
    kind = MULTIPLE

    class Meta:
        icon = "list-ul"
        label = _("Question with several right answers")
        label_format = "{text}"


def definition_of(block: Any) -> dict[str, Any]:
    """What is asked by a question that stands in a test itself. The ids of its choices are their keys."""
    return {
        "kind": block.block_type,
        "text": block.value["text"],
        "choices": [
            {"key": choice.id, "text": choice.value["text"], "right": choice.value["right"]}
            for choice in block.value["choices"].bound_blocks
        ],
        "feedback": block.value["feedback"],
    }


class FromList(forms.ModelChoiceField):
    def label_from_instance(self, found: Any) -> str:
        if found._meta.model_name == "question":
            return f"{found.category} · {str(found)[:120]}"
        return f"{found} ({found.city})"


class BankChooser(blocks.ChooserBlock):
    """A plain list. What it offers is told by the form of a page: what the city of the course may ask."""

    widget = forms.Select()

    def __init__(self, target: str, *, offers: QuerySet[Any] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.target_model, self.offers = target, offers

    @cached_property
    def field(self) -> forms.Field:
        offers = self.model_class.objects.none() if self.offers is None else self.offers
        return FromList(
            offers,
            widget=forms.Select(),
            required=self._required,
            help_text=self._help_text,
            error_messages={"invalid_choice": _("Please choose from the list: your city may not use this one.")},
        )

    def value_from_form(self, value: Any) -> Any:
        is_key = str(value).isdecimal() and len(str(value)) <= LONGEST_KEY
        return super().value_from_form(value if is_key or isinstance(value, self.model_class) else None)

    def get_form_state(self, value: Any) -> Any:
        """The list that a select of the editor fills itself from."""
        return self.field.widget.format_value(self.get_prep_value(value))

    def get_translatable_segments(self, value: Any) -> list[Any]:
        return []


class FromBank(blocks.StructBlock):
    def __init__(self, *, offers: QuerySet[Any] | None = None, **kwargs: Any) -> None:
        chooser = BankChooser("questions.Question", offers=offers, label=_("Question"))
        super().__init__([("question", chooser), ("lesson", where_explained())], **kwargs)

    class Meta:
        icon = "folder-open-inverse"
        label = _("A question from the bank")
        label_format = "{question}"
        description = _("Everybody is asked it, in the version that is newest when they begin.")


class Draw(blocks.StructBlock):
    def __init__(self, *, offers: QuerySet[Any] | None = None, **kwargs: Any) -> None:
        inner = [
            ("category", BankChooser("questions.Category", offers=offers, label=_("Category"))),
            ("difficulty", blocks.ChoiceBlock(
                Difficulty.choices, required=False, search_index=False, label=_("Difficulty"),
                help_text=_("Leave empty for any."),
            )),
            ("count", blocks.IntegerBlock(min_value=1, max_value=50, default=5, label=_("How many"))),
            ("lesson", where_explained()),
        ]  # fmt: skip
        super().__init__(inner, **kwargs)

    class Meta:
        icon = "rotate"
        label = _("Questions drawn from a category")
        label_format = "{category}: {count}"
        description = _("Everybody is asked others. No question comes twice in an attempt.")


class TestBody(blocks.StreamBlock):
    """`for_city` makes one whose lists offer what a city may ask, and which knows how much of it there is."""

    __test__ = False
    city_id: int | None = None

    single = SingleChoice()
    multiple = MultipleChoice()
    bank = FromBank()
    draw = Draw()

    @classmethod
    def for_city(cls, city_id: int, *, kept: tuple[set[int], set[int]]) -> "TestBody":
        """`kept` are the questions and categories that stand in the test already, whatever has become of them."""
        questions = askable(city_id) | askable(city_id).model.objects.filter(pk__in=kept[0])
        categories = categories_for(city_id) | categories_for(city_id).model.objects.filter(pk__in=kept[1])
        offers = [
            (BANK, FromBank(offers=questions.select_related("category"))),
            (DRAW, Draw(offers=categories.select_related("city"))),
        ]
        body = cls(offers)
        body.city_id = city_id
        return body

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.city_id is None:
            return cleaned
        raw = [{**child, "id": at} for at, child in enumerate(self.get_prep_value(cleaned))]
        wishes = wishes_in(raw)
        short = drawn(wishes, pool_for(self.city_id, wishes), Random(0)).short  # noqa: S311 - only counted
        faults = {int(wish.block): too_few(wish, short[wish.block]) for wish in wishes if wish.block in short}
        if faults:
            raise StreamBlockValidationError(block_errors=faults)
        return cleaned


def too_few(wish: Wish, there: int) -> ValidationError:
    return fault("question" if wish.question else "count", sentence_of_shortage(wish, there))


def sentence_of_shortage(wish: Wish, there: int) -> str | Promise:
    if wish.question:
        return gettext(
            "Choose another question: this one is in the test already, is no longer asked, or your city may not use it."
        )
    if not there:
        return gettext("There is no such question left that your city may ask. Choose another category or difficulty.")
    return ngettext(
        "Only %(n)s such question is left to draw. Lower the number, or write more questions first.",
        "Only %(n)s such questions are left to draw. Lower the number, or write more questions first.",
        there,
    ) % {"n": there}
