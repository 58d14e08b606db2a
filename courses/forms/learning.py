from collections.abc import Iterable
from typing import Any, cast

from crispy_forms.layout import Layout
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import Attempt, Level, Topic
from lms.core.forms import KernForm
from people.models import City
from questions.forms.answering import fields_for
from questions.kinds import kind_of

DURATIONS = [("30", _("up to 30 minutes")), ("60", _("up to 60 minutes"))]
LANGUAGES = [("de", _("in German")), ("en", _("in English"))]
MANDATORY = [("1", _("compulsory courses"))]


class CatalogueForm(forms.Form):
    """Reads the filters from the address; what it does not know is left out."""

    q = forms.CharField(max_length=100, required=False)
    city = forms.ChoiceField(required=False)
    topic = forms.ChoiceField(choices=Topic.choices, required=False)
    minutes = forms.ChoiceField(choices=DURATIONS, required=False)
    level = forms.ChoiceField(choices=Level.choices, required=False)
    language = forms.ChoiceField(choices=LANGUAGES, required=False)
    mandatory = forms.ChoiceField(choices=MANDATORY, required=False)

    def __init__(self, data: Any, *, cities: Iterable[City]) -> None:
        super().__init__(data)
        cast(forms.ChoiceField, self.fields["city"]).choices = [(city.slug, city.name) for city in cities]
        self.is_valid()

    def choices(self, name: str) -> dict[str, Any]:
        return dict(cast(Any, self.fields[name]).choices)

    def label(self, name: str, value: str) -> str:
        return gettext("“%(words)s”") % {"words": value} if name == "q" else str(self.choices(name)[value])


class AttemptForm(KernForm, forms.Form):
    """One question of an attempt. The right answers are no part of it.

    `seen` is the revision of the attempt that the page was made from, `tab` is what a script calls this page.
    """

    form_tag = False
    submit_label = ""
    use_required_attribute = False

    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    tab = forms.RegexField(r"^[A-Za-z0-9-]{0,40}$", required=False, widget=forms.HiddenInput)

    def __init__(self, attempt: Attempt, number: int, *args: Any, **kwargs: Any) -> None:
        self.question = attempt.questions[number - 1]
        self.kind = kind_of(self.question)
        self.answer = attempt.answers.get(self.question["key"])
        self.group = fields_for(
            self.kind.asked(self.question), self.question["key"], number=number, initial=self.answer
        )
        kwargs.setdefault("initial", {"seen": attempt.revision})
        super().__init__(*args, **kwargs)
        self.fields.update(self.group.fields)

    def get_layout(self) -> Layout:
        return Layout("seen", "tab", self.group.layout())

    def full_clean(self) -> None:
        """A question may be left open for now, which does not make it voluntary."""
        for field in self.group.fields.values():
            field.required = False
        super().full_clean()
        for field in self.group.fields.values():
            field.required = True

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name, sentence in self.group.faults(cleaned):
            self.add_error(name, sentence)
        return cleaned

    @property
    def upload(self) -> Any:
        """A file that was chosen and is what it says it is."""
        return self.cleaned_data.get(self.group.name) if self.kind.name == "upload" and self.files else None

    @property
    def answers(self) -> dict[str, Any]:
        """What is there right now, complete or not. Whoever stores a file makes an answer of it."""
        if self.kind.name == "upload":
            return {}
        return {self.question["key"]: self.group.sent(cast(QueryDict, self.data))}

    @property
    def seen_revision(self) -> int:
        return self.cleaned_data.get("seen") or 0

    @property
    def named_tab(self) -> str:
        return self.cleaned_data.get("tab") or ""
