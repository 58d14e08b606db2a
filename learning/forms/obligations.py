"""What a training office fills in to make a course mandatory."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage
from learning.models import Obligation
from learning.services.obligations import same_as
from lms.core.forms import KernForm, OneField
from lms.core.templatetags.wanderjahr import day as written
from people.models import City, Occupation

YEARS = [("", _("all years")), *((n, str(n)) for n in range(1, 5))]
MOST_MONTHS, MOST_DAYS = 120, 365
FARTHEST = timedelta(days=5 * 366)
ENDS_HELP = _("Leave empty if it holds until further notice. After this day nobody has to take it any more.")
MONTHS_HELP = _("24 stands for every two years. Leave empty if once is enough.")


def month_field() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("To be repeated every … months"), required=False, min_value=1, max_value=MOST_MONTHS,
        help_text=MONTHS_HELP,
    )  # fmt: skip


def day_field() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Days to complete it"), min_value=1, max_value=MOST_DAYS, initial=56,
        help_text=_("Counted from the day on which somebody is asked. 56 days are eight weeks."),
    )  # fmt: skip


class ObligationForm(KernForm, forms.ModelForm):
    """Asked in two steps: what was entered, then whom it concerns today. `seen` holds what that was said of."""

    submit_label = _("Show whom it concerns")
    layout = Layout("city", "course", Row("occupation", "year"), Row("every_months", "days_to_complete"),
                    Row("starts_on", "ends_on"), "seen")  # fmt: skip

    year = forms.TypedChoiceField(
        label=_("Year of training"), choices=YEARS, coerce=int, empty_value=None, required=False
    )
    every_months = month_field()
    days_to_complete = day_field()
    seen = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    class Meta:
        model = Obligation
        fields = ["city", "course", "occupation", "year", "every_months", "days_to_complete", "starts_on", "ends_on"]
        field_classes = {"city": OneField, "course": OneField, "occupation": OneField}
        labels = {"starts_on": _("From"), "ends_on": _("Until")}
        help_texts = {
            "occupation": "",
            "ends_on": _(
                "Leave empty if it holds until further notice. After this day nobody has to take it any more."
            ),
        }

    def __init__(self, cities: Sequence[City], *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"starts_on": timezone.localdate()})
        super().__init__(*args, **kwargs)
        self.only = cities[0] if len(cities) == 1 else None
        if self.only:
            self.instance.city = self.only
            del self.fields["city"]
            self.layout = Layout(*[field for field in cast(Layout, self.layout).fields if field != "city"])
        else:
            self._choose("city", City.objects.filter(pk__in=[city.pk for city in cities]))
        courses = CoursePage.objects.open_on(timezone.localdate()).defer("goals").order_by("title", "pk")
        self._choose("course", courses, _("Please choose"))
        self._choose("occupation", Occupation.objects.all(), _("all occupations"))

    def _choose(self, name: str, rows: Any, empty: Any = None) -> None:
        field = cast(forms.ModelChoiceField, self.fields[name])
        field.queryset = rows
        field.empty_label = empty

    def clean_starts_on(self) -> date:
        return _near(self.cleaned_data["starts_on"])

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        starts_on, ends_on = given.get("starts_on"), given.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", gettext("The last day lies before the first one. Please change one of them."))
        occupation, year = given.get("occupation"), given.get("year")
        if occupation and year and year > occupation.years:
            sentence = gettext("%(occupation)s takes %(years)s years. Please choose one of them.")
            self.add_error("year", sentence % {"occupation": occupation, "years": occupation.years})
        return given

    def _post_clean(self) -> None:
        """Once the record is filled, it can be compared with those that are there."""
        super()._post_clean()  # type: ignore[misc]
        if not self.errors and (other := same_as(self.instance, timezone.localdate())):
            sentence = gettext("This is already mandatory for these people since %(day)s. You can change that one.")
            self.add_error("course", sentence % {"day": written(other.starts_on)})

    @property
    def chosen(self) -> str:
        """What the sentence about whom it concerns depends on."""
        one = self.instance
        return f"{one.city_id}-{one.occupation_id or 'all'}-{one.year or 'all'}"

    @property
    def was_seen(self) -> bool:
        return bool(self.cleaned_data.get("seen") == self.chosen)


class ChangeForm(KernForm, forms.Form):
    """What can still be changed once people have been told: how often, how long, and until when."""

    submit_label = _("Save")
    layout = Layout(Row("every_months", "days_to_complete"), "ends_on")

    every_months = month_field()
    days_to_complete = day_field()
    ends_on = forms.DateField(
        label=_("Until"), required=False,
        help_text=ENDS_HELP,
    )  # fmt: skip

    def __init__(self, obligation: Obligation, *args: Any, **kwargs: Any) -> None:
        names = ("every_months", "days_to_complete", "ends_on")
        kwargs.setdefault("initial", {name: getattr(obligation, name) for name in names})
        super().__init__(*args, **kwargs)
        self.obligation = obligation

    def clean_ends_on(self) -> date | None:
        day = self.cleaned_data["ends_on"]
        if day and day < self.obligation.starts_on:
            sentence = gettext("It began on %(day)s. Please choose that day or a later one.")
            raise forms.ValidationError(sentence % {"day": written(self.obligation.starts_on)})
        return cast(date | None, day)


def _near(day: date) -> date:
    if abs(day - timezone.localdate()) > FARTHEST:
        raise forms.ValidationError(gettext("Please choose a day within five years."))
    return day
