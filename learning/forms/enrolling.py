"""What trainers and training offices choose when they enroll others."""

from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage, CourseRun
from learning.groups import Group, groups_for
from learning.queries.cohorts import own_apprentices, runs_to_fill
from lms.core.forms import KernForm, SeveralField
from people.models import City, Occupation, Role, User
from people.queries import cities_where

YEARS = [("", _("all years")), *((n, str(n)) for n in range(1, 5))]


class RunChoice(forms.ModelChoiceField):
    def label_from_instance(self, run: Any) -> str:
        return f"{run.name} ({run.city.name})"


class IntoRun(KernForm, forms.Form):
    """Into which course run, where the course has any."""

    form_tag = False
    submit_label = ""

    def __init__(self, course: CoursePage, actor: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        runs = runs_to_fill(course, actor, timezone.localdate())
        if runs.exists():
            self.fields["lauf"] = RunChoice(
                label=_("Course run"), queryset=runs, required=False, empty_label=_("without a course run")
            )

    @property
    def run(self) -> CourseRun | None:
        run: CourseRun | None = self.cleaned_data.get("lauf")
        return run

    def refuse(self, sentence: str) -> None:
        """What the service said stands where the run is chosen."""
        self.add_error("lauf" if "lauf" in self.fields else None, sentence)

    def get_layout(self) -> Layout:
        return self.layout or Layout(*self.fields)


class PersonForm(IntoRun):
    person = forms.ModelChoiceField(
        label=_("Who?"), queryset=User.objects.none(), empty_label=_("Please choose"),
        error_messages={"invalid_choice": _("You can enroll apprentices of your city.")},
    )  # fmt: skip

    def __init__(self, course: CoursePage, actor: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(course, actor, *args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["person"]).queryset = own_apprentices(actor)


class CohortForm(IntoRun):
    """Sent by GET: it changes nothing, it shows whom it is about."""

    stadt = forms.ModelChoiceField(label=_("City"), queryset=City.objects.none(), empty_label=None)
    gruppe = forms.ChoiceField(
        label=_("Exchange"), required=False,
        error_messages={"invalid_choice": _("Nobody whom you may enroll has a place in this round any more.")},
        help_text=_("Training offices find all of their city who have a place, trainers those they train themselves."),
    )  # fmt: skip
    beruf = forms.ModelChoiceField(
        label=_("Occupation"), queryset=Occupation.objects.order_by("name"), required=False,
        empty_label=_("all occupations"),
    )  # fmt: skip
    jahr = forms.TypedChoiceField(
        label=_("Year of training"), choices=YEARS, coerce=int, empty_value=None, required=False
    )

    def __init__(self, course: CoursePage, actor: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(course, actor, *args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["stadt"]).queryset = cities_where(actor, Role.TRAINER, Role.HR)
        self._groups = {group.key: group for group in groups_for(actor)}
        if self._groups or self.data.get("gruppe"):  # an address that names a group must not show everybody
            labels = [(group.key, group.label) for group in self._groups.values()]
            field = cast(forms.ChoiceField, self.fields["gruppe"])
            field.choices = [("", _("all, whether they go away or not")), *labels]
        else:
            del self.fields["gruppe"]

    @property
    def group(self) -> Group | None:
        return self._groups.get(self.cleaned_data.get("gruppe", ""))

    def get_layout(self) -> Layout:
        return Layout("stadt", *self._named("gruppe"), Row("beruf", "jahr"), *self._named("lauf"))

    def _named(self, name: str) -> list[str]:
        return [name] if name in self.fields else []


class MembersForm(KernForm, forms.Form):
    """Whom of the cohort; everybody, unless somebody is left out."""

    form_tag = False
    submit_label = ""

    people = SeveralField(
        label=_("Who will be enrolled"), queryset=User.objects.none(), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please tick at least one person."),
                        "invalid_choice": _("Somebody is not in this cohort any more. Please look again.")},
    )  # fmt: skip

    def __init__(self, people: QuerySet[User], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelMultipleChoiceField, self.fields["people"])
        field.queryset = people
        field.initial = [person.pk for person in people]


class ListForm(IntoRun):
    file = forms.FileField(
        label=_("List (CSV)"),
        help_text=_(
            "A table with a header line and a column “E-Mail”, saved as CSV. Other columns are ignored. "
            "At most 1,000 people and 200 KB."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": _("Please choose a file."), "empty": _("This file is empty.")},
    )
