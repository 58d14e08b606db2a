"""How each kind of question is answered: ordinary form fields that work by keyboard alone and without a script.

    group = fields_for(kind.asked(question), name, number=3, initial=answer)
    form.fields.update(group.fields)          # names begin with `name`
    layout = Layout(*[group.layout() for group in groups])
    form.clean: for field, sentence in group.faults(cleaned_data): self.add_error(field, sentence)
    answer = kind.kept(question, group.sent(request.POST))

`sent` reads what is there right now, complete or not, so that saving in between loses nothing. Files are the exception:
whoever stores `cleaned_data[name]` makes the answer ({"file", "name"}, see kinds/by_hand.py).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lms.media.checks import check_work
from questions.kinds import Answer, Definition, by_hand, number, short_text
from questions.kinds.cloze import MARK

PLEASE_CHOOSE = ("", _("Please choose"))
SEVERAL = _("Several answers are right. A wrong tick takes away part of the points.")
ORDER = _("Give each step its place; 1 comes first.")
SAME_PLACE = _("Two steps have place %(place)s. Each place is given once.")
NO_NUMBER = _("Please write a number, for example 12 or 12,5.")
OTHER_ENDING = _("Please choose a file that ends in %(endings)s.")
TOO_LARGE = _("This file has %(size)s. It may have up to %(limit)s.")
MARKED = _("A trainer reads and marks your answer.")
TRUTH = {"true": pgettext_lazy("answer", "true"), "false": pgettext_lazy("answer", "false")}


class QuestionSet(Div):
    """Several fields that answer one question, under its text."""

    template = "%s/layout/question.html"

    def __init__(self, group: "Group") -> None:
        super().__init__(*group.fields, css_id=f"question_{group.name}")
        self.legend, self.hint, self.passage = group.legend, group.hint, group.passage


@dataclass
class Group:
    """The fields of one question. With one field, its label is the question; with more, the legend."""

    name: str
    kind: str
    legend: str
    fields: dict[str, forms.Field] = field(default_factory=dict)
    hint: str | Promise = ""
    passage: list[dict[str, str]] = field(default_factory=list)

    def layout(self) -> Any:
        return QuestionSet(self) if self.is_set else self.name

    @property
    def is_set(self) -> bool:
        return self.kind in ("cloze", "matching", "ordering")

    def sent(self, data: QueryDict) -> Answer:
        """What stands in the fields, for `Kind.kept`."""
        if self.is_set:
            return {name.removeprefix(f"{self.name}-"): data.get(name) for name in self.fields}
        return data.getlist(self.name) if self.kind in ("single", "multiple", "true_false") else data.get(self.name)

    def is_in(self, data: Iterable[str]) -> bool:
        """Whether anything of this question was sent at all."""
        return any(name in data for name in self.fields)

    def faults(self, cleaned: dict[str, Any]) -> list[tuple[str, str]]:
        """What only shows when the fields are seen together: pairs of a field and a sentence."""
        if self.kind != "ordering":
            return []
        found, seen = [], set()
        for name in self.fields:
            place = cleaned.get(name)
            if place and place in seen:
                found.append((name, gettext(SAME_PLACE) % {"place": place}))
            seen.add(place)
        return found


def fields_for(
    asked: Definition, name: str, *, number: int | None = None, initial: Answer = None, required: bool = True
) -> Group:
    """`asked` comes from `Kind.asked`: right answers never reach a form."""
    text = f"{number}. {asked['text']}" if number else asked["text"]
    group = Group(name, asked["kind"], text)
    MAKERS[asked["kind"]](group, asked, initial)
    for one in group.fields.values():
        one.required = one.required and required
        one.widget.is_required = one.required
    return group


def _single(group: Group, asked: Definition, initial: Answer) -> None:
    truth = TRUTH if group.kind == "true_false" else {}
    choices = [(choice["key"], truth.get(choice["key"]) or choice["text"]) for choice in asked["choices"]]
    group.fields[group.name] = forms.ChoiceField(
        label=group.legend,
        choices=choices,
        widget=forms.RadioSelect,
        initial=initial[0] if initial else None,
        error_messages={"required": _("Please choose an answer.")},
    )


def _multiple(group: Group, asked: Definition, initial: Answer) -> None:
    group.fields[group.name] = forms.MultipleChoiceField(
        label=group.legend,
        choices=[(choice["key"], choice["text"]) for choice in asked["choices"]],
        widget=forms.CheckboxSelectMultiple,
        initial=initial,
        help_text=SEVERAL,
        error_messages={"required": _("Please tick at least one answer.")},
    )


def _short_text(group: Group, asked: Definition, initial: Answer) -> None:
    group.fields[group.name] = forms.CharField(
        label=group.legend,
        max_length=short_text.LONGEST,
        initial=initial,
        help_text=_("A few words are enough."),
        widget=_typed(),
    )


def _number(group: Group, asked: Definition, initial: Answer) -> None:
    unit = asked["unit"]
    told = gettext("A number in %(unit)s, for example 12 or 12,5.") if unit else gettext("For example 12 or 12,5.")

    def check(value: str) -> None:
        if not number.readings(value, unit):
            raise ValidationError(NO_NUMBER)

    group.fields[group.name] = forms.CharField(
        label=group.legend,
        max_length=number.LONGEST,
        initial=initial,
        help_text=told % {"unit": conditional_escape(unit)},
        validators=[check],
        widget=_typed(),
    )


def _cloze(group: Group, asked: Definition, initial: Answer) -> None:
    group.hint = _("Choose below what belongs into each gap.")
    numbers = {key: str(place) for place, key in enumerate(dict.fromkeys(MARK.findall(asked["gapped"])), start=1)}
    pieces = re.split(MARK, asked["gapped"])  # text, gap, text, gap, text
    group.passage = [
        {"gap": numbers[piece], "text": ""} if at % 2 else {"gap": "", "text": piece} for at, piece in enumerate(pieces)
    ]
    options = {gap["key"]: gap["options"] for gap in asked["gaps"]}
    for key, place in numbers.items():
        label = _("Gap %(number)s") % {"number": place}
        _select(group, key, label, options[key], initial)


def _matching(group: Group, asked: Definition, initial: Answer) -> None:
    group.hint = _("Choose what belongs to each.")
    for left in asked["left"]:
        _select(group, left["key"], left["text"], asked["options"], initial)


def _ordering(group: Group, asked: Definition, initial: Answer) -> None:
    group.hint = ORDER
    places = [{"key": str(place), "text": str(place)} for place in range(1, len(asked["steps"]) + 1)]
    for step in asked["steps"]:
        _select(group, step["key"], step["text"], places, initial)


def _select(group: Group, key: str, label: Any, options: list[dict[str, str]], initial: Answer) -> None:
    group.fields[f"{group.name}-{key}"] = forms.ChoiceField(
        label=label,
        choices=[PLEASE_CHOOSE, *((one["key"], one["text"]) for one in options)],
        initial=(initial or {}).get(key),
    )


def _free_text(group: Group, asked: Definition, initial: Answer) -> None:
    group.fields[group.name] = forms.CharField(
        label=group.legend,
        max_length=by_hand.LONGEST,
        initial=initial,
        help_text=MARKED,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


def _upload(group: Group, asked: Definition, initial: Answer) -> None:
    """What is there already stays unless another file is chosen."""
    endings = ", ".join(f".{ending}" for ending in asked["endings"])
    limit = asked["max_mb"] * 1024 * 1024

    def check(file: Any) -> None:
        if not by_hand.fits(file.name, asked["endings"]):
            raise ValidationError(OTHER_ENDING, params={"endings": endings})
        if file.size > limit:
            raise ValidationError(TOO_LARGE, params={"size": filesizeformat(file.size), "limit": filesizeformat(limit)})
        check_work(file)

    told = gettext("%(endings)s, up to %(mb)s MB. A trainer reads and marks it.")
    if initial:
        told += " " + gettext("“%(name)s” is handed in already; choose a file only to replace it.")
    facts = {"endings": endings, "mb": asked["max_mb"], "name": conditional_escape((initial or {}).get("name", ""))}
    group.fields[group.name] = forms.FileField(
        label=group.legend,
        required=not initial,
        max_length=200,
        help_text=told % facts,
        validators=[check],
        widget=forms.FileInput(attrs={"accept": endings.replace(" ", "")}),
    )


def _typed() -> forms.TextInput:
    """Nothing that writes for people: browsers would offer what others answered at this computer."""
    return forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"})


MAKERS = {
    "single": _single,
    "true_false": _single,
    "multiple": _multiple,
    "short_text": _short_text,
    "number": _number,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "free_text": _free_text,
    "upload": _upload,
}
