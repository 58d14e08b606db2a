from random import Random
from typing import Any, cast

from crispy_forms.layout import Layout
from django import forms
from django.http import QueryDict

from learning.models import RefresherCard
from lms.core.forms import KernForm
from questions.forms.answering import fields_for
from questions.kinds import Answer, kind_of


class RefresherForm(KernForm, forms.Form):
    """One question. Its answers stand in another order each time it comes."""

    form_tag = False
    submit_label = ""

    def __init__(self, card: RefresherCard, *args: Any, **kwargs: Any) -> None:
        kind = kind_of(card.definition)
        order = Random(f"{card.pk} {card.answered_at}")  # noqa: S311 - so that it is the same when it comes back
        self.group = fields_for(kind.asked(kind.shuffled(card.definition, order)), "answer")
        super().__init__(*args, **kwargs)
        self.fields.update(self.group.fields)

    def get_layout(self) -> Layout:
        return Layout(self.group.layout())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name, sentence in self.group.faults(cleaned):
            self.add_error(name, sentence)
        return cleaned

    @property
    def answer(self) -> Answer:
        return self.group.sent(cast(QueryDict, self.data))
