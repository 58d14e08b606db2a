"""What trainers and training offices fill in for course runs and their sessions."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, cast

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage, CourseRun, Enrollment, Presence, Session
from lms.core.forms import KernForm
from lms.core.templatetags.wanderjahr import day as written
from people.models import City, Role, User
from people.queries import cities_where

MOST_SEATS = 5000
FARTHEST = timedelta(days=3 * 366)
LONGEST_SESSION = timedelta(days=7)


class RunForm(KernForm, forms.ModelForm):
    """A course run. A new one names course and city as well."""

    submit_label = _("Save the course run")

    seats = forms.IntegerField(
        label=_("Seats"), required=False, min_value=1, max_value=MOST_SEATS,
        help_text=_("Leave empty if everybody can take part."),
    )  # fmt: skip

    class Meta:
        model = CourseRun
        fields = ["course", "city", "name", "starts_on", "ends_on", "enroll_until", "seats", "admission",
                  "is_for_all_cities"]  # fmt: skip
        widgets = {
            "starts_on": forms.DateInput, "ends_on": forms.DateInput, "enroll_until": forms.DateInput,
            "admission": forms.RadioSelect,
        }  # fmt: skip
        help_texts = {
            "name": _("How people tell the runs apart, for example: Autumn 2027, morning group."),
            "enroll_until": _("The last day on which people can enroll themselves."),
        }

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        course, city = (cast(forms.ModelChoiceField, self.fields[name]) for name in ("course", "city"))
        course.queryset = CoursePage.objects.live().filter(closed_on__isnull=True).order_by("title")
        city.queryset = cities_where(actor, Role.TRAINER, Role.HR)
        course.empty_label = city.empty_label = _("Please choose")
        self.only_city = city.queryset[0] if len(city.queryset) == 1 else None
        if self.instance.pk:
            del self.fields["course"]
        if self.instance.pk or self.only_city:
            del self.fields["city"]

    def get_layout(self) -> Layout:
        what = [name for name in ("course", "city") if name in self.fields]
        return Layout(
            *what, "name",
            Fieldset(_("When"), Row("starts_on", "ends_on"), "enroll_until"),
            Fieldset(_("For whom"), "seats", "admission", "is_for_all_cities"),
        )  # fmt: skip

    @property
    def city_chosen(self) -> City:
        return self.only_city or self.cleaned_data["city"]

    @property
    def given(self) -> dict[str, Any]:
        """What to write into the run."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("course", "city")}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts, ends, until = (given.get(name) for name in ("starts_on", "ends_on", "enroll_until"))
        self._check_ends(starts, ends)
        if until and ends and until > ends and "ends_on" not in self.errors:
            self.add_error("enroll_until", gettext("Enrolling cannot last longer than the course run itself."))
        taken, seats = self._taken(), given.get("seats")
        if seats and seats < taken:
            sentence = gettext("%(n)s seats are taken already. Please enter at least as many.")
            self.add_error("seats", sentence % {"n": taken})
        return given

    def _check_ends(self, starts: date | None, ends: date | None) -> None:
        today = timezone.localdate()
        if starts and ends and ends < starts:
            self.add_error("ends_on", gettext("The course run ends before it begins. Please check the dates."))
        elif ends and ends < today and "ends_on" in self.changed_data:
            self.add_error("ends_on", gettext("This day has passed. Please choose today or a later day."))
        if starts and (starts > today + FARTHEST or starts < today - FARTHEST):
            self.add_error("starts_on", gettext("Please choose a day within three years."))
        if ends and ends > today + 2 * FARTHEST:
            self.add_error("ends_on", gettext("Please choose a day within six years."))

    def _taken(self) -> int:
        """Counted now: somebody may have enrolled since the form was opened."""
        taken = CourseRun.objects.filter(pk=self.instance.pk).values_list("seats_taken", flat=True).first()
        return taken or 0


class SessionForm(KernForm, forms.ModelForm):
    submit_label = _("Save the session")

    link = forms.URLField(
        label=_("Link"), required=False, assume_scheme="https",
        help_text=_("For a video conference. Only those who take part see it."),
    )  # fmt: skip

    class Meta:
        model = Session
        fields = ["title", "starts_at", "ends_at", "place", "link"]
        widgets = {"starts_at": forms.DateTimeInput, "ends_at": forms.DateTimeInput}
        help_texts = {
            "title": _("For example: Getting started."),
            "place": _("Building and room. Leave empty if you meet online."),
        }

    layout = Layout("title", Row("starts_at", "ends_at"), "place", "link")

    def __init__(self, run: CourseRun, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.run = run

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts, ends = given.get("starts_at"), given.get("ends_at")
        if starts:
            self._check_start(starts)
        if starts and ends and ends <= starts:
            self.add_error("ends_at", gettext("The session ends before it begins. Please check the times."))
        elif starts and ends and ends - starts > LONGEST_SESSION:
            self.add_error("ends_at", gettext("A session lasts a week at most. Please plan several ones."))
        if not (given.get("place") or given.get("link") or self.errors):
            self.add_error("place", gettext("Please say where you meet: a place, or a link below."))
        return given

    def _check_start(self, starts: datetime) -> None:
        """Compares days as they were typed: a year such as 1 has no moment in other time zones."""
        if not self.run.starts_on <= starts.date() <= self.run.ends_on:
            sentence = gettext("The course run goes from %(start)s to %(end)s. Please choose a day in between.")
            days = {"start": written(self.run.starts_on), "end": written(self.run.ends_on)}
            self.add_error("starts_at", sentence % days)


class ReasonForm(KernForm, forms.Form):
    """A sentence to those it concerns."""

    form_tag = False
    submit_label = ""

    reason = forms.CharField(label=_("Your sentence to them"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].error_messages["required"] = gettext("Please write a sentence that explains it.")


class AttendanceForm(KernForm, forms.Form):
    """One choice for each who takes part; nothing chosen means nothing is noted."""

    form_tag = False
    submit_label = ""

    def __init__(self, attendees: Iterable[Enrollment], noted: dict[int, str], *args: Any, **kwargs: Any) -> None:
        self.people = {f"person_{one.pk}": one for one in attendees}
        kwargs["initial"] = {name: noted.get(one.pk, "") for name, one in self.people.items()}
        super().__init__(*args, **kwargs)
        choices = [("", _("not noted")), *Presence.choices]
        for name, one in self.people.items():
            self.fields[name] = forms.ChoiceField(
                label=str(one.person), choices=choices, required=False, widget=forms.RadioSelect
            )

    def noted(self, others: str = "") -> dict[int, str]:
        """By enrollment; `others` stands for those of whom nothing is noted."""
        return {one.pk: self.cleaned_data.get(name) or others for name, one in self.people.items()}
