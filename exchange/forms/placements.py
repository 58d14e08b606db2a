from datetime import date
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.models import Placement
from lms.core.forms import KernForm
from lms.core.periods import Period
from people.models import Department, Role, User
from people.queries import people_with


class ReasonForm(KernForm, forms.Form):
    """A reason that everybody involved reads; stands inside a question, so its button is drawn there."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    form_tag = False
    submit_label = ""


class AllTheSameForm(KernForm, forms.Form):
    """Why a place is confirmed in spite of a warning; the button of the step stands below."""

    reason = forms.CharField(
        label=_("Why is it planned all the same?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who sees the hint reads this."),
        error_messages={"required": _("Please say why this is planned all the same.")},
    )  # fmt: skip
    form_tag = False
    submit_label = ""


class DeclineForm(ReasonForm):
    """Apprentices need not say why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False  # type: ignore[attr-defined]


class StationForm(KernForm, forms.Form):
    """A station of a stay: departments and supervisors are those of the host city."""

    department = forms.ModelChoiceField(Department.objects.none(), label=_("Department"))
    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"))
    supervisor = forms.ModelChoiceField(User.objects.none(), label=_("Supervisor"))
    deputy = forms.ModelChoiceField(User.objects.none(), label=_("Deputy"), required=False)
    tasks = forms.CharField(
        label=_("Tasks"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("They stand in the exchange record later on."),
    )  # fmt: skip
    submit_label = _("Save the station")
    layout = Layout("department", Row("starts_on", "ends_on"), Row("supervisor", "deputy"), "tasks")

    def __init__(self, *args: Any, placement: Placement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.filter(city=placement.host_city_id)  # type: ignore[attr-defined]
        hosts = people_with(Role.SUPERVISOR, city=placement.host_city_id).exclude(pk=placement.apprentice_id)
        self.fields["supervisor"].queryset = self.fields["deputy"].queryset = hosts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("The last day cannot be before the first day."))
        if data.get("deputy") and data.get("deputy") == data.get("supervisor"):
            self.add_error("deputy", _("The deputy has to be somebody else."))
        return data

    @property
    def planned(self) -> dict[str, Any]:
        """What the services take."""
        data = dict(self.cleaned_data)
        first: date = data.pop("starts_on")
        last: date = data.pop("ends_on")
        return {**data, "period": Period(first, last)}
