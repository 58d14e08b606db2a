from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm
from people.models import Occupation
from training.services.occupations import CHANGEABLE, state_of

MOST_YEARS = 5


class OccupationForm(KernForm, forms.ModelForm):
    """`seen`: what the occupation said when the form was drawn."""

    layout = Layout(Row("regime", "years"), "competent_body", "curriculum", "school_form", "seen")

    seen = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)

    class Meta:
        model = Occupation
        fields = CHANGEABLE
        help_texts = {
            "competent_body": _("Who registers the training and holds the exams, such as the BVS or a chamber."),
            "curriculum": _("The regulations with their date, as they are cited."),
        }

    def __init__(self, *args: Any, instance: Occupation, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"seen": state_of(instance)})
        super().__init__(*args, instance=instance, **kwargs)

    def clean_years(self) -> int:
        years: int = self.cleaned_data["years"]
        if not 1 <= years <= MOST_YEARS:
            raise forms.ValidationError(_("Please choose one to five years."))
        return years
