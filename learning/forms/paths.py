"""What trainers fill in to build a learning path."""

from collections.abc import Sequence
from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage
from learning.forms.obligations import YEARS
from learning.models import LearningPath
from learning.queries.paths import courses_to_choose, parts_to_choose
from learning.services.paths import DETAILS, is_taken
from lms.core.forms import KernForm, OneField
from people.models import City, Occupation

COURSE, PART = "kurs", "pfad"


class PathForm(KernForm, forms.ModelForm):
    """Title, a sentence, whom it is for; for those who build for several cities, the city as well."""

    layout = Layout("city", "title", "summary", Row("occupation", "year"), "is_shared")

    city = forms.ChoiceField(label=_("For which city?"))
    year = forms.TypedChoiceField(
        label=_("Year of training"), choices=YEARS, coerce=int, empty_value=None, required=False
    )

    class Meta:
        model = LearningPath
        fields = ["title", "summary", "occupation", "year", "is_shared"]
        field_classes = {"occupation": OneField}
        labels = {"summary": _("What is it good for?"), "is_shared": _("Share it with all cities")}
        help_texts = {
            "summary": _("One sentence for your apprentices."),
            "is_shared": _("Apprentices of the partner cities find it too, and their trainers can build on it."),
        }

    def __init__(self, cities: Sequence[City], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cities = {city.slug: city for city in cities}
        if self.instance.pk or len(cities) == 1:
            self.fields.pop("city")
            self.layout = Layout(*[field for field in cast(Layout, self.layout).fields if field != "city"])
        else:
            choices = [(slug, city.name) for slug, city in self.cities.items()]
            cast(forms.ChoiceField, self.fields["city"]).choices = choices
        occupation = cast(forms.ModelChoiceField, self.fields["occupation"])
        occupation.queryset, occupation.empty_label = Occupation.objects.all(), _("all occupations")

    @property
    def city_chosen(self) -> City | None:
        if self.instance.pk:
            return cast(City, self.instance.city)
        return next(iter(self.cities.values())) if len(self.cities) == 1 else self.cities.get(self._slug)

    @property
    def _slug(self) -> str:
        return str(self.cleaned_data.get("city") or "")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        title, city = given.get("title"), self.city_chosen
        if title and city and is_taken(city, title, self.instance):
            self.add_error("title", gettext("Your city already has a path of this title. Please choose another one."))
        occupation, year = given.get("occupation"), given.get("year")
        if occupation and year and year > occupation.years:
            sentence = gettext("%(occupation)s takes %(years)s years. Please choose one of them.")
            self.add_error("year", sentence % {"occupation": occupation, "years": occupation.years})
        return given

    @property
    def details(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in DETAILS}


class StepForm(KernForm, forms.Form):
    """The next step: a course, or another path with all its courses."""

    form_tag = False
    submit_label = ""

    what = forms.ChoiceField(label=_("Course or path"), error_messages={"invalid_choice": _(
        "This is not there any more, or on this path already. Please choose something else.")})  # fmt: skip

    def __init__(self, path: LearningPath, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        courses = [(f"{COURSE}-{pk}", title) for pk, title in courses_to_choose(path).values_list("pk", "title")]
        parts = [(f"{PART}-{pk}", title) for pk, title in parts_to_choose(path).values_list("pk", "title")]
        groups = [(label, rows) for label, rows in ((_("Courses"), courses), (_("Learning paths"), parts)) if rows]
        cast(forms.ChoiceField, self.fields["what"]).choices = [("", _("Please choose")), *groups]

    @property
    def course(self) -> CoursePage | None:
        kind, pk = self._chosen
        return CoursePage.objects.filter(pk=pk).first() if kind == COURSE else None

    @property
    def part(self) -> LearningPath | None:
        kind, pk = self._chosen
        return LearningPath.objects.filter(pk=pk).first() if kind == PART else None

    @property
    def _chosen(self) -> list[str]:
        return str(self.cleaned_data["what"]).split("-")
