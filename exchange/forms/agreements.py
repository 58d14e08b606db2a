from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.forms.days import expect_sensible_days
from exchange.models import Agreement
from lms.core.forms import KernForm, SeveralField
from people.models import City


class AgreementForm(KernForm, forms.ModelForm):
    """The text of an agreement; the title of a draft stays, as it names the version."""

    submit_label = _("Save the draft")
    layout = Layout(
        Fieldset(_("Between whom and how long"), "title", "cities", Row("starts_on", "ends_on")),
        Fieldset(_("What the cities agree on"), "text"),
    )

    class Meta:
        model = Agreement
        fields = ["title", "cities", "starts_on", "ends_on", "text"]
        field_classes = {"cities": SeveralField}
        widgets = {
            "cities": forms.CheckboxSelectMultiple,
            "starts_on": forms.DateInput,
            "ends_on": forms.DateInput,
            "text": forms.Textarea(attrs={"rows": 14}),
        }
        help_texts = {
            "cities": _("Each of these cities has to assent to the text."),
            "text": _("Whoever has assented has to look again when you change the text."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cities"].queryset = City.objects.order_by("name")
        expect_sensible_days(self, ["starts_on", "ends_on"])
        if self.instance.pk:
            del self.fields["title"]
            self.layout = Layout(
                Fieldset(_("Between whom and how long"), "cities", Row("starts_on", "ends_on")),
                Fieldset(_("What the cities agree on"), "text"),
            )

    def clean_cities(self):
        cities = self.cleaned_data["cities"]
        if len(cities) < 2:
            raise forms.ValidationError(_("An agreement needs at least two cities."))
        return cities

    def clean(self):
        data = super().clean()
        starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", _("The agreement has to end after it starts."))
        return data
