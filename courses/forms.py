from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from courses.grading import MULTIPLE
from courses.models import Attempt, Level, Topic
from lms.core.forms import KernForm
from people.models import City

DURATIONS = [("30", _("up to 30 minutes")), ("60", _("up to 60 minutes"))]
LANGUAGES = [("de", _("in German")), ("en", _("in English"))]


class CatalogueForm(forms.Form):
    """Reads the filters from the address; what it does not know is left out."""

    q = forms.CharField(max_length=100, required=False)
    city = forms.ChoiceField(required=False)
    topic = forms.ChoiceField(choices=Topic.choices, required=False)
    minutes = forms.ChoiceField(choices=DURATIONS, required=False)
    level = forms.ChoiceField(choices=Level.choices, required=False)
    language = forms.ChoiceField(choices=LANGUAGES, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        cast(forms.ChoiceField, self.fields["city"]).choices = [(city.slug, city.name) for city in City.objects.all()]

    def choices(self, name: str) -> dict[str, Any]:
        return dict(cast(Any, self.fields[name]).choices)


class AttemptForm(KernForm, forms.Form):
    """All questions of one attempt. The right answers are no part of it."""

    form_tag = False
    submit_label = ""

    def __init__(self, attempt: Attempt, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", _initial(attempt))
        super().__init__(*args, **kwargs)
        for number, question in enumerate(attempt.questions, start=1):
            self.fields[question["key"]] = _field(number, question)

    def picked(self) -> dict[str, list[str]]:
        """What is ticked right now, complete or not."""
        sent = cast(QueryDict, self.data)
        return {name: sent.getlist(name) for name in self.fields if name in sent}


def _initial(attempt: Attempt) -> dict[str, Any]:
    many = {question["key"]: question["kind"] == MULTIPLE for question in attempt.questions}
    return {key: picked if many.get(key) else picked[0] for key, picked in attempt.answers.items() if picked}


def _field(number: int, question: dict[str, Any]) -> forms.Field:
    label = f"{number}. {question['text']}"
    choices = [(choice["key"], choice["text"]) for choice in question["choices"]]
    if question["kind"] == MULTIPLE:
        return forms.MultipleChoiceField(
            label=label,
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Several answers are right. A wrong tick takes away part of the points."),
            error_messages={"required": _("Please tick at least one answer.")},
        )
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose an answer.")},
    )
