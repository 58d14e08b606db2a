"""What people write beside a lesson: notes, questions, answers."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm


class NoteForm(KernForm, forms.Form):
    form_tag = False
    submit_label = ""

    text = forms.CharField(
        label=_("Your note"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("You alone read it."),
        error_messages={"max_length": _("A note has at most %(limit_value)d characters, this one %(show_value)d.")},
    )  # fmt: skip
    seen = forms.CharField(required=False, widget=forms.HiddenInput)  # which version is being changed

    def clean_seen(self) -> datetime | None:
        """Nothing readable means that none was seen: then nothing is overwritten."""
        try:
            seen = datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            return None
        return seen if seen.tzinfo else None


class SaidForm(KernForm, forms.Form):
    """A text that others read; forms of one page tell their fields apart by `name`."""

    form_tag = False
    submit_label = ""

    def __init__(self, *args: Any, name: str = "said", **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{name}-%s", **kwargs)


class QuestionForm(SaidForm):
    text = forms.CharField(
        label=_("Your question"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Everybody who takes this course reads it, with your first name and your city. "
            "Please name nobody and no case from the office."
        ),
        error_messages={
            "required": _("Please write what you would like to know."),
            "max_length": _("A question has at most %(limit_value)d characters, this one %(show_value)d."),
        },
    )  # fmt: skip


class AnswerForm(SaidForm):
    text = forms.CharField(
        label=_("Your answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Everybody who takes this course reads it, with your first name and your city."),
        error_messages={
            "required": _("Please write your answer."),
            "max_length": _("An answer has at most %(limit_value)d characters, this one %(show_value)d."),
        },
    )  # fmt: skip


class RemovalForm(SaidForm):
    reason = forms.CharField(
        label=_("Why you remove it"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence. Whoever wrote it gets it as a message."),
        error_messages={"required": _("Please say in a sentence why it is removed.")},
    )  # fmt: skip
