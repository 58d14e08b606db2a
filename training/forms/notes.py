from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm
from training.models import WeeklyNote


class NoteForm(KernForm, forms.ModelForm):
    """Three questions; "save" keeps a draft, "submit" hands the note in."""

    submit_label = _("Hand in the note")

    class Meta:
        model = WeeklyNote
        fields = ["did", "learned", "next_week"]
        labels = {
            "did": _("What did you do in this week?"),
            "learned": _("What did you learn?"),
            "next_week": _("What do you want to take on next?"),
        }
        help_texts = {
            "did": _("A few words for each day are enough."),
            "learned": _("Also what did not work at first."),
        }
        error_messages = {"did": {"required": _("Please write at least one sentence about what you did.")}}
        widgets = {
            "did": forms.Textarea(attrs={"rows": 5}),
            "learned": forms.Textarea(attrs={"rows": 3}),
            "next_week": forms.Textarea(attrs={"rows": 3}),
        }

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.inputs = [Submit("submit", self.submit_label)]
        helper.add_input(Submit("draft", _("Save as a draft"), css_class="kern-btn--secondary"))
        return helper


class CommentForm(KernForm, forms.Form):
    """The supervisor's answer to a note; returning it needs a reason, confirming does not."""

    comment = forms.CharField(
        label=_("Your comment"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "If you return the note, say what is missing. If you confirm it, a comment is welcome but not needed."
        ),
    )
    submit_label = _("Confirm: I have read it")

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.inputs = [Submit("confirm", self.submit_label)]
        helper.add_input(Submit("return", _("Return the note"), css_class="kern-btn--secondary"))
        return helper

    def clean(self) -> dict[str, str]:
        data: dict[str, str] = super().clean() or {}
        if "return" in self.data and not data.get("comment"):
            self.add_error("comment", _("Please say what is missing, so that the note can be completed."))
        return data
