"""What is asked before a city adds something to a course."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage, LessonPage
from lms.core.forms import KernForm
from people.models import City

AT_THE_END = "end"


class AnnexStartForm(KernForm, forms.Form):
    """Title and place; for those who write for several cities, the city as well."""

    submit_label = _("Begin to write")

    city = forms.ChoiceField(label=_("For which city?"))
    title = forms.CharField(label=_("Title"), max_length=120, help_text=_("For example: “Your contacts in Augsburg”."))
    place = forms.ChoiceField(label=_("Where do your learners find it?"), widget=forms.RadioSelect)

    def __init__(self, course: CoursePage, cities: Sequence[City], *args: Any, lesson: str = "", **kwargs: Any) -> None:
        self.lessons = {str(one.pk): one for one in LessonPage.objects.live().child_of(course).order_by("path")}
        kwargs.setdefault("initial", {"place": lesson if lesson in self.lessons else AT_THE_END})
        super().__init__(*args, **kwargs)
        self.cities = {city.slug: city for city in cities}
        self._choices("city", [(slug, city.name) for slug, city in self.cities.items()])
        named = _("At the end of the lesson “%(title)s”")
        at_lessons = [(key, named % {"title": one.title}) for key, one in self.lessons.items()]
        self._choices("place", [(AT_THE_END, _("As a lesson of its own at the end of the course")), *at_lessons])
        if len(cities) == 1:
            del self.fields["city"]

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    @property
    def city_chosen(self) -> City:
        return self.cities[self.cleaned_data.get("city") or next(iter(self.cities))]

    @property
    def lesson_chosen(self) -> LessonPage | None:
        return self.lessons.get(self.cleaned_data["place"])
