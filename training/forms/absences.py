from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm, OneField
from lms.core.periods import Period
from people.models import City, Occupation, User
from training.models import Absence, AbsenceKind, Apprenticeship, Exam, ExamKind, SchoolCalendar
from training.queries.absences import trainings_kept_by
from training.services.absences import Entry

LONGEST = 366


class EntryForm(KernForm, forms.Form):
    """`seen` carries the mark of the effects that were shown, `people` those whom an entry for many was about."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[("", _("Please choose")), (_("Absence"), AbsenceKind.choices), (_("Exam"), ExamKind.choices)],
        help_text=_("Never write down a diagnosis or a reason."),
    )
    name = forms.CharField(label=_("Name of the exam"), max_length=80, required=False)
    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    submit_label = _("Enter")
    layout = Layout("kind", "name", Row("starts_on", "ends_on"), "seen")

    def __init__(self, *args: Any, record: Absence | Exam | None = None, **kwargs: Any) -> None:
        if record is not None:
            kwargs["initial"] = {name: getattr(record, name, "") for name in ("kind", "name", "starts_on", "ends_on")}
        super().__init__(*args, **kwargs)
        if record is not None:
            kinds = ExamKind if isinstance(record, Exam) else AbsenceKind
            self.fields["kind"].choices = kinds.choices
            self.submit_label = _("Save")
            if not isinstance(record, Exam):
                del self.fields["name"]
                self.layout = Layout("kind", Row("starts_on", "ends_on"), "seen")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day cannot be before the first day."))
        elif first and last and (last - first).days > LONGEST:
            self.add_error("ends_on", _("An entry is at most one year long."))
        if data.get("kind") in ExamKind.values and data.get("kind") not in AbsenceKind.values and not data.get("name"):
            self.add_error("name", _("Please say which exam it is."))
        return data

    @property
    def entry(self) -> Entry:
        data = self.cleaned_data
        kind = data["kind"]
        return Entry(
            ExamKind(kind) if kind in ExamKind.values else AbsenceKind(kind),
            Period(data["starts_on"], data["ends_on"]),
            data.get("name", "").strip(),
        )


class GroupForm(EntryForm):
    """The same for a class, or for an occupation in a year of training."""

    city = OneField(City.objects.none(), label=_("City"))
    school_calendar = OneField(SchoolCalendar.objects.none(), label=_("Class"), required=False)
    occupation = OneField(Occupation.objects.none(), label=_("Occupation"), required=False)
    year = forms.TypedChoiceField(
        label=_("Year of training"), required=False, coerce=int, empty_value=None,
        choices=[("", _("every year")), *((number, str(number)) for number in range(1, 5))],
    )  # fmt: skip
    people = forms.CharField(required=False, widget=forms.HiddenInput)
    layout = Layout(
        "city", "school_calendar", Row("occupation", "year"), "kind", "name", Row("starts_on", "ends_on"), "seen",
        "people",
    )  # fmt: skip
    submit_label = _("Go on")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.trainings = trainings_kept_by(user)
        mine = self.trainings.order_by()
        cities = self.fields["city"]
        cities.queryset = City.objects.filter(pk__in=mine.values("city"))  # type: ignore[attr-defined]
        cities.empty_label = _("Please choose")  # type: ignore[attr-defined]
        classes = SchoolCalendar.objects.filter(pk__in=mine.values("school_calendar"))
        self.fields["school_calendar"].queryset = classes  # type: ignore[attr-defined]
        self.fields["school_calendar"].empty_label = _("every class")  # type: ignore[attr-defined]
        self.fields["occupation"].queryset = Occupation.objects.filter(pk__in=mine.values("occupation"))  # type: ignore[attr-defined]
        self.fields["occupation"].empty_label = _("every occupation")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and not self.members():
            self.add_error(None, _("Nobody fits this choice. Please choose another group."))
        return data

    def members(self) -> list[Apprenticeship]:
        data = self.cleaned_data
        found = self.trainings.filter(city=data["city"], starts_on__lte=data["ends_on"], ends_on__gte=data["starts_on"])
        for name in ("school_calendar", "occupation"):
            if data.get(name):
                found = found.filter(**{name: data[name]})
        year = data.get("year")
        return [one for one in found if year is None or one.year_on(data["starts_on"]) == year]


class ProposalForm(KernForm, forms.Form):
    """The days come from the finding; the note is read by the other office."""

    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"))
    note = forms.CharField(
        label=_("Note for the other training office"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("Never write down a diagnosis or a reason."),
    )  # fmt: skip
    submit_label = _("Propose")
    layout = Layout(Row("starts_on", "ends_on"), "note")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day cannot be before the first day."))
        elif first and last and (last - first).days > LONGEST:
            self.add_error("ends_on", _("An entry is at most one year long."))
        return data

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["starts_on"], self.cleaned_data["ends_on"])


class OverrideForm(KernForm, forms.Form):
    reason = forms.CharField(
        label=_("Why is it planned all the same?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who sees the hint reads this."),
        error_messages={"required": _("Please say why this is planned all the same.")},
    )  # fmt: skip
    submit_label = _("Plan it all the same")
