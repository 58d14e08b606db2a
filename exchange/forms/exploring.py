"""How places are narrowed: a plain form whose answer is an address."""

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import Topic
from lms.core.forms import KernForm
from people.models import City, Occupation


class ExploreForm(KernForm, forms.Form):
    """Only shown, never validated: whatever an address says gives a list."""

    submit_label = _("Show places")
    form_tag = False

    stadt = forms.ChoiceField(label=_("City"), required=False)
    thema = forms.ChoiceField(label=_("Topic"), required=False)
    beruf = forms.ChoiceField(label=_("Occupation"), required=False)
    monat = forms.ChoiceField(label=_("Month"), required=False)
    mobil = forms.BooleanField(label=_("With mobile work"), required=False)
    stufenfrei = forms.BooleanField(label=_("Step-free workplace"), required=False)
    passt = forms.BooleanField(label=_("Only what suits me"), required=False)

    def __init__(self, *, query, choices, personal):
        super().__init__(initial={name: query.get(name, "") for name in self.base_fields})
        for name, found in choices.items():
            self.fields[name].choices = [("", _("all")), *found]
        for name in ("mobil", "stufenfrei", "passt"):
            self.initial[name] = query.get(name) == "1"
            self.fields[name].widget = forms.CheckboxInput(attrs={"value": "1"})
        if not personal:
            del self.fields["passt"]

    def get_layout(self):
        ticks = [name for name in ("mobil", "stufenfrei", "passt") if name in self.fields]
        return Layout(Row("stadt", "thema"), Row("beruf", "monat"), *ticks)


class SubscriptionForm(forms.Form):
    """What an address narrows the places to, as a search to follow; what it cannot mean does not narrow."""

    stadt = forms.CharField(required=False, max_length=60)
    thema = forms.CharField(required=False, max_length=14)
    beruf = forms.CharField(required=False, max_length=20)
    mobil = forms.BooleanField(required=False)
    stufenfrei = forms.BooleanField(required=False)

    def search(self):
        data = self.cleaned_data
        return {
            "city": City.objects.filter(slug=data["stadt"]).first() if data["stadt"] else None,
            "topic": data["thema"] if data["thema"] in Topic.values else "",
            "occupation": Occupation.objects.filter(short=data["beruf"]).first() if data["beruf"] else None,
            "remote": data["mobil"],
            "step_free": data["stufenfrei"],
        }
