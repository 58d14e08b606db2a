"""What training offices enter about classes."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm, OneField
from lms.core.periods import Period
from people.models import City, Occupation, Role, User
from people.queries import cities_where
from training.imports import LONGEST_DAYS, Entry, Sort
from training.models import BlockKind, Exam, ExamKind, SchoolBlock, SchoolCalendar, SchoolDay
from training.models.calendars import Weekday
from training.queries.classes import SchoolYear

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


class ClassForm(KernForm, forms.Form):
    form_tag = False
    submit_label = ""
    city = OneField(label=_("City"), queryset=City.objects.none(), empty_label=_("Please choose"))
    name = forms.CharField(label=_("Class"), max_length=80, help_text=_("As the school calls it, such as “IT 11a”."))
    school = forms.CharField(label=_("School"), max_length=120, required=False)
    occupation = OneField(
        label=_("Occupation"), queryset=Occupation.objects.order_by("name"), required=False,
        empty_label=_("several occupations"),
    )  # fmt: skip

    def __init__(self, actor: User, *args: Any, calendar: SchoolCalendar | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cities = cities_where(actor, Role.HR)
        if calendar or cities.count() < 2:
            del self.fields["city"]
        else:
            cast(forms.ModelChoiceField, self.fields["city"]).queryset = cities


class InTime(KernForm, forms.Form):
    """From one day to another, both included."""

    form_tag = False
    submit_label = ""
    starts_on = forms.DateField(label=_("From"))
    ends_on = forms.DateField(label=_("Until"), help_text=_("The last day, included."))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("starts_on"), data.get("ends_on")
        for name, day in (("starts_on", start), ("ends_on", end)):
            if day and not EARLIEST <= day <= LATEST:
                self.add_error(name, _("The year cannot be right."))
        if start and end and end < start:
            self.add_error("ends_on", _("This is before the first day."))
        elif start and end and (end - start).days >= LONGEST_DAYS:
            self.add_error("ends_on", _("It lasts longer than a year."))
        return data

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["starts_on"], self.cleaned_data["ends_on"])

    @property
    def entries(self) -> list[Entry]:
        raise NotImplementedError


class BlockForm(InTime):
    kind = forms.ChoiceField(label=_("Kind"), choices=BlockKind.choices, initial=BlockKind.SCHOOL)
    label = forms.CharField(label=_("Name"), max_length=80, required=False)
    layout = Layout("kind", "label", Row("starts_on", "ends_on"))

    @property
    def entries(self) -> list[Entry]:
        return [Entry(Sort.BLOCK, self.period, self.cleaned_data["label"], self.cleaned_data["kind"])]


class ExamForm(InTime):
    kind = forms.ChoiceField(label=_("Kind"), choices=ExamKind.choices, initial=ExamKind.OTHER)
    name = forms.CharField(label=_("Name"), max_length=80)
    layout = Layout("kind", "name", Row("starts_on", "ends_on"))

    @property
    def entries(self) -> list[Entry]:
        return [Entry(Sort.EXAM, self.period, self.cleaned_data["name"], self.cleaned_data["kind"])]


class DayForm(InTime):
    weekday = forms.TypedChoiceField(label=_("Weekday"), choices=Weekday.choices, coerce=int)
    whole_day = forms.BooleanField(
        label=_("More than five lessons: the day counts as a whole working day"), required=False, initial=True,
        help_text=_("§ 15 (1) no. 2 BBiG, once a week"),
    )  # fmt: skip
    layout = Layout("weekday", Row("starts_on", "ends_on"), "whole_day")

    @property
    def weekdays(self) -> Iterable[int]:
        return [self.cleaned_data["weekday"]]

    @property
    def entries(self) -> list[Entry]:
        whole = self.cleaned_data["whole_day"]
        return [Entry(Sort.DAY, self.period, weekday=number, whole_day=whole) for number in self.weekdays]


class DaysForm(DayForm):
    """Several days of the week at once."""

    weekday = forms.TypedMultipleChoiceField(
        label=_("Weekdays"), choices=Weekday.choices, coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please tick at least one day.")},
    )  # fmt: skip

    @property
    def weekdays(self) -> Iterable[int]:
        return cast(list[int], self.cleaned_data["weekday"])


NEW_FORMS: dict[Sort, type[InTime]] = {Sort.BLOCK: BlockForm, Sort.DAY: DaysForm, Sort.EXAM: ExamForm}
CHANGE_FORMS: dict[Sort, type[InTime]] = {Sort.BLOCK: BlockForm, Sort.DAY: DayForm, Sort.EXAM: ExamForm}


def initial_of(record: SchoolBlock | SchoolDay | Exam, sort: Sort) -> dict[str, Any]:
    return {name: getattr(record, name) for name in CHANGE_FORMS[sort].base_fields}


class LinesForm(KernForm, forms.Form):
    form_tag = False
    submit_label = ""
    kind = forms.ChoiceField(
        label=_("Kind"), choices=BlockKind.choices, initial=BlockKind.SCHOOL,
        help_text=_("For all lines, unless a name says something else, such as “Zwischenprüfung” or “BVS”."),
    )  # fmt: skip
    lines = forms.CharField(
        label=_("One block per line"), max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_(
            "For example “02.11.2026 – 20.11.2026 Block 1” or “KW 45–47 2026”. "
            "You can paste cells from a spreadsheet as well."
        ),
    )  # fmt: skip


class FileForm(KernForm, forms.Form):
    form_tag = False
    submit_label = ""
    klasse = OneField(
        label=_("Class"), queryset=SchoolCalendar.objects.none(), required=False,
        empty_label=_("the file names the classes"),
        help_text=_("Calendars (.ics) belong to one class. A table may have a column “Klasse”; it goes first."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("File (.ics or CSV)"),
        help_text=_(
            "A calendar of the school, or a table with the columns “Von”, “Bis”, “Bezeichnung”, saved as CSV. "
            "At most 1 MB, 3,000 events, 1,000 rows."
        ),
        widget=forms.FileInput(attrs={"accept": ".ics,.csv,.txt,text/calendar,text/csv"}),
        error_messages={"required": _("Please choose a file."), "empty": _("This file is empty.")},
    )

    def __init__(self, actor: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = SchoolCalendar.objects.kept_by(actor).order_by("name")
        cast(forms.ModelChoiceField, self.fields["klasse"]).queryset = kept


class CopyForm(KernForm, forms.Form):
    """Sent by GET: the address holds what is shown; nothing is copied yet."""

    form_tag = False
    submit_label = ""
    jahr = forms.TypedChoiceField(label=_("Copy from the school year"), coerce=int)
    nach = OneField(
        label=_("Into the class"), queryset=SchoolCalendar.objects.none(), required=False,
        empty_label=_("a new class"),
    )  # fmt: skip
    name = forms.CharField(label=_("Name of the new class"), max_length=80, required=False)

    def __init__(self, calendar: SchoolCalendar, years: list[SchoolYear], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["jahr"]).choices = [(year.first, str(year)) for year in years]
        same_city = SchoolCalendar.objects.filter(city=calendar.city_id).order_by("name")
        cast(forms.ModelChoiceField, self.fields["nach"]).queryset = same_city
        self.city_id = calendar.city_id

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("nach") and "nach" not in self.errors and "name" not in self.errors:
            name = data.get("name", "")
            if not name:
                self.add_error("name", _("Please name the new class, or choose one above."))
            elif SchoolCalendar.objects.filter(city=self.city_id, name__iexact=name).exists():
                self.add_error("name", _("There is a class with this name already. Please choose another name."))
        return data
