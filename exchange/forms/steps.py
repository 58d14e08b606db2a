"""What a step asks for on its confirm page: nothing, a reason, a comment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm


class NothingForm(KernForm, forms.Form):
    """Only the button."""


class ReasonForm(KernForm, forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One or two sentences for the people this concerns."),
    )  # fmt: skip


class CommentForm(KernForm, forms.Form):
    comment = forms.CharField(
        label=_("What should be different?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The author reads this and reworks the offer."),
    )  # fmt: skip


class SeatsForm(KernForm, forms.Form):
    seats = forms.IntegerField(
        label=_("Seats from now on"), min_value=1, max_value=20,
        help_text=_("All seats together, also those that are given away."),
    )  # fmt: skip
