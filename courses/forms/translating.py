"""What translators fill in: one field for each text of a page, and what may differ from the original."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from courses.queries.translating.page_texts import Chosen, PageTexts, Text
from courses.queries.writing.library import Library
from lms.core.forms import KernForm
from lms.core.markup import SCHEMES
from people.models import User

LINE = 55  # characters that fit beside the original
LONGEST = 5000
SEEN = "seen-"


@dataclass
class Row:
    """A text or a choice with its field, as the page shows them side by side."""

    item: Text | Chosen
    field: BoundField
    seen: BoundField | None = None
    original: str = ""


@dataclass
class Group:
    title: str
    texts: list[Row] = field(default_factory=list)
    choices: list[Row] = field(default_factory=list)


class TranslationForm(KernForm, forms.Form):
    form_tag = False
    submit_label = ""

    def __init__(self, found: PageTexts, language: str, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        keys = [
            (one.spot.model, key) for one in found.chosen if one.spot.model for key in (one.original, one.value) if key
        ]
        self.library = Library(user, keys)
        for text in found.texts:
            self.fields[text.name] = _text_field(text, language)
            self.fields[f"{SEEN}{text.name}"] = forms.CharField(
                required=False, initial=text.mark, max_length=12, widget=forms.HiddenInput
            )
        for one in found.chosen:
            self.fields[one.name] = self._choice(one)

    def _choice(self, one: Chosen) -> forms.Field:
        common = {"label": one.spot.label, "required": False, "initial": one.value}
        if one.spot.model is None:
            return ADDRESSES[one.spot.kind](max_length=500, **common)
        options = dict(self.library.like(one.spot.model, one.original))
        if one.value:
            options.setdefault(one.value, self.library.title(one.spot.model, one.value))
        choices = [("", _("as in the original")), *options.items()]
        return forms.TypedChoiceField(choices=choices, coerce=int, empty_value=None, **common)

    def clean(self) -> None:
        for text in self.found.texts:
            if fault := text.fault_of(self.cleaned_data.get(text.name) or ""):
                self.add_error(text.name, fault)

    @property
    def typed(self) -> dict[str, str]:
        return {text.name: self.cleaned_data[text.name] for text in self.found.texts}

    @property
    def seen(self) -> dict[str, str]:
        return {text.name: self.cleaned_data[f"{SEEN}{text.name}"] for text in self.found.texts}

    @property
    def chosen(self) -> dict[str, Any]:
        return {one.name: self.cleaned_data[one.name] or None for one in self.found.chosen}

    @property
    def has_marks(self) -> bool:
        return any(text.is_rich and "<" in text.source for text in self.found.texts)

    @property
    def groups(self) -> Iterator[Group]:
        """By field or block, in the order of the page."""
        choices: dict[str, list[Row]] = {}
        for one in self.found.chosen:
            choices.setdefault(one.spot.group, []).append(Row(one, self[one.name], original=self._told(one)))
        for key, texts in groupby(self.found.texts, key=lambda text: text.spot.group):
            rows = [Row(text, self[text.name], self[f"{SEEN}{text.name}"]) for text in texts]
            yield Group(rows[0].item.spot.title, rows, choices.pop(key, []))
        for rows in choices.values():
            yield Group(rows[0].item.spot.title, choices=rows)

    def _told(self, one: Chosen) -> str:
        return self.library.title(one.spot.model, one.original) if one.spot.model else str(one.original)


def _text_field(text: Text, language: str) -> forms.CharField:
    rows = sum(1 + len(line) // LINE for line in text.original.splitlines())
    attrs = {"rows": min(max(rows, 1), 12), "lang": language, "aria-describedby": f"original-{text.name}"}
    return forms.CharField(
        label=text.spot.label, required=False, initial=text.value, max_length=LONGEST, widget=forms.Textarea(attrs)
    )


class WebField(forms.CharField):
    schemes = {"http", "https"}
    sentence = _("Please begin with https://.")

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and (urlsplit(value).scheme not in self.schemes or " " in value):
            raise forms.ValidationError(self.sentence)


class LinkField(WebField):
    """In a text links may lead to a mail address or a telephone as well."""

    schemes = SCHEMES
    sentence = _("Please begin with https://, mailto: or tel:.")


ADDRESSES: dict[str, type[forms.CharField]] = {"web": WebField, "link": LinkField, "mail": forms.EmailField}
