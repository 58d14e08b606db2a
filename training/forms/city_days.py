from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm, OneField
from lms.core.periods import Period
from people.models import City
from training.models import CityDayKind

LONGEST = 60  # days; offices are not closed for longer


class CityDayForm(KernForm, forms.Form):
    submit_label = _("Add the day")
    layout = Layout("city", "kind", "name", Row("starts_on", "ends_on"))

    city = OneField(City.objects.none(), label=_("City"), empty_label=None)
    kind = forms.ChoiceField(label=_("Kind"), choices=CityDayKind.choices)
    name = forms.CharField(
        label=_("Name"), max_length=80, help_text=_("For example: meeting of the youth representatives, works outing")
    )
    starts_on = forms.DateField(label=_("From"), widget=forms.DateInput())
    ends_on = forms.DateField(
        label=_("Until"), widget=forms.DateInput(), required=False, help_text=_("Leave empty for a single day.")
    )

    def __init__(self, cities: QuerySet[City], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["city"].queryset = cities  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        start, end = found.get("starts_on"), found.get("ends_on") or found.get("starts_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The last day lies before the first one."))
        elif start and end and (end - start).days >= LONGEST:
            self.add_error("ends_on", _("This is longer than %(days)s days. Is the year right?") % {"days": LONGEST})
        elif start and end:
            found["period"] = Period(start, end)
        return found
