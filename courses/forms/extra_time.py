"""What a training office fills in to give somebody more time in tests."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm
from people.models import User


class ExtraTimeForm(KernForm, forms.Form):
    layout = Layout("person", Row("percent", "ends_on"))

    person = forms.ModelChoiceField(label=_("Apprentice"), queryset=User.objects.none(), empty_label=_("Please choose"))
    percent = forms.IntegerField(
        label=_("More time, in percent"), min_value=1, max_value=200,
        help_text=_("25 makes 75 minutes of an hour. The reason is not asked for and not kept."),
    )  # fmt: skip
    ends_on = forms.DateField(
        label=_("Until"), required=False, help_text=_("Leave empty if it holds until the end of the training.")
    )

    def __init__(self, people: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if people is None:
            del self.fields["person"]
        else:
            self.fields["person"].queryset = people  # type: ignore[attr-defined]
            self.fields["person"].label_from_instance = lambda person: person.full_name  # type: ignore[attr-defined]

    def get_layout(self) -> Layout:
        return self.layout if "person" in self.fields else Layout(Row("percent", "ends_on"))

    def clean_ends_on(self) -> Any:
        day = self.cleaned_data["ends_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose a later one, or leave it empty."))
        return day
