"""What somebody would like to try on the frozen input of a run."""

from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.models import HostOffer
from exchange.queries.comparing import MOST_TOLERANCE, Change
from lms.core.forms import KernForm

MORE, FEWER, WITHOUT, TOLERANCE = "mehr", "weniger", "ohne", "spielraum"


class WhatIfForm(KernForm, forms.Form):
    """A question by GET, so that it can be shared; nothing is changed by it."""

    what = forms.ChoiceField(
        label=_("What if …"), widget=forms.RadioSelect, initial=MORE,
        choices=[
            (MORE, _("a place had one seat more")),
            (FEWER, _("a place had one seat less")),
            (WITHOUT, _("a place were not there")),
            (TOLERANCE, _("the tolerated difference were another one")),
        ],
    )  # fmt: skip
    offer = forms.ModelChoiceField(HostOffer.objects.none(), label=_("Place"), required=False)
    tolerance = forms.IntegerField(
        label=_("Tolerated difference in people"), required=False, min_value=0, max_value=MOST_TOLERANCE,
        help_text=_("Empty is no limit."),
    )  # fmt: skip
    submit_label = _("Work it out")
    method = "get"

    def __init__(self, *args, offers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["offer"].queryset = offers
        self.fields["offer"].label_from_instance = lambda offer: f"{offer.title} ({offer.city.name})"
        self.fields["offer"].empty_label = _("Please choose")

    def clean(self):
        data = super().clean()
        if data.get("what") != TOLERANCE and "offer" not in self.errors and not data.get("offer"):
            self.add_error("offer", _("Please choose the place that should be different."))
        return data

    @property
    def change(self) -> Change:
        what, offer = self.cleaned_data["what"], self.cleaned_data["offer"]
        if what == TOLERANCE:
            return Change(tolerance=self.cleaned_data["tolerance"])
        return Change(offer, seats={MORE: 1, FEWER: -1}.get(what, 0), without=what == WITHOUT)


class PinForm(KernForm, forms.Form):
    """A place by hand, with the reason."""

    place_key = forms.ChoiceField(label=_("Place"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is kept with the run and can be read by the coordination later."),
    )  # fmt: skip
    submit_label = _("Fix this place and compute again")

    def __init__(self, *args, offers, **kwargs):
        super().__init__(*args, **kwargs)
        self.offers = {str(one.pk): one for one in offers}
        self.fields["place_key"].choices = [(key, f"{one.title} ({one.city.name})") for key, one in self.offers.items()]

    @property
    def place(self):
        return self.offers[self.cleaned_data["place_key"]]
