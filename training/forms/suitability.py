from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm, OneField
from people.models import City, User
from training.queries.suitability import who_may_train

LONG_AGO = date(1970, 1, 1)


class SuitabilityForm(KernForm, forms.Form):
    """For one city: whose proof has been seen, when, and until when it holds."""

    submit_label = _("Record that I have seen it")
    layout = Layout("city", "person", "proof", Row("seen_on", "valid_until"))

    city = OneField(label=_("City"), queryset=City.objects.none(), empty_label=None)
    person = OneField(label=_("Person"), queryset=User.objects.none(), empty_label=_("Please choose"))
    proof = forms.CharField(
        label=_("Proof"), max_length=120,
        help_text=_("What you have seen, such as the AdA certificate. The paper itself is not kept here."),
    )  # fmt: skip
    seen_on = forms.DateField(label=_("Seen on"))
    valid_until = forms.DateField(
        label=_("Valid until"), required=False, help_text=_("Leave empty if it holds without an end.")
    )

    def __init__(self, actor: User, cities: Sequence[City], *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"seen_on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.only = cities[0] if len(cities) == 1 else None
        if self.only:
            del self.fields["city"]
            self.layout = Layout("person", "proof", Row("seen_on", "valid_until"))
        else:
            cast(Any, self.fields["city"]).queryset = City.objects.filter(pk__in=[city.pk for city in cities])
        keys = {key for city in cities for key in who_may_train(city).values_list("pk", flat=True)} - {actor.pk}
        people = User.objects.filter(pk__in=keys).order_by("last_name", "first_name", "pk")
        cast(Any, self.fields["person"]).queryset = people

    def clean_seen_on(self) -> date:
        day: date = self.cleaned_data["seen_on"]
        if not LONG_AGO <= day <= timezone.localdate():
            raise forms.ValidationError(gettext("Please enter the day on which you saw it: today or earlier."))
        return day

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        seen_on, until = given.get("seen_on"), given.get("valid_until")
        if seen_on and until and until < seen_on:
            self.add_error("valid_until", gettext("It ended before you saw it. Please change one of the two days."))
        return {"city": self.only, **given}
