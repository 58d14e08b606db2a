"""Finding, trying and copying questions, and naming their categories."""

from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.core.forms import Fold, KernForm
from people.models import City, User
from questions.forms.answering import fields_for
from questions.kinds import Answer, kind_of
from questions.kinds.base import plain
from questions.models import KIND_CHOICES, Category, Difficulty, Question
from questions.queries.bank import categories_seen, cities_seen, tags_seen

STATES = [("", _("those that are asked")), ("retired", _("those no longer asked"))]


class FilterForm(KernForm, forms.Form):
    """Reads the filters from the address; what it does not know is left out."""

    form_tag = False
    submit_label = ""
    q = forms.CharField(label=_("Words in the question"), max_length=100, required=False)
    category = forms.ChoiceField(label=_("Category"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all kinds")), *KIND_CHOICES])
    difficulty = forms.ChoiceField(
        label=_("Difficulty"), required=False, choices=[("", _("easy to hard")), *Difficulty.choices]
    )
    tag = forms.ChoiceField(label=_("Tag"), required=False)
    city = forms.ChoiceField(label=_("City"), required=False)
    state = forms.ChoiceField(label=_("Which questions"), required=False, choices=STATES)

    def __init__(self, user: User, data: Any) -> None:
        super().__init__(data or {})
        own = {city.pk for city in _own_cities(user)}
        categories = [
            (str(one.pk), one.name if one.city_id in own else f"{one.name} ({one.city.name})")
            for one in categories_seen(user)
        ]
        self._choices("category", _("all categories"), categories)
        self._choices("tag", _("all tags"), [(tag.slug, tag.name) for tag in tags_seen(user)])
        cities = [(city.slug, city.name) for city in cities_seen(user)]
        self._choices("city", _("all cities"), [*cities, ("shared", gettext("shared with all cities"))])
        self.is_valid()
        self.filters = {name: value for name, value in self.cleaned_data.items() if value}
        for field in self.fields.values():
            field.required = True  # so that nothing is called optional: of a filter, everybody knows
        self.is_bound, self.initial, self._errors = False, self.filters, None  # an unknown filter is no fault to mend
        folded = {"difficulty", "tag", "city", "state"} & set(self.filters)
        more = Fold(_("More filters"), Row("difficulty", "tag"), Row("city", "state"), is_open=bool(folded))
        self.layout = Layout("q", Row("category", "kind"), more)

    def _choices(self, name: str, everything: Any, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [("", everything), *choices]


def _own_cities(user: User) -> QuerySet[City]:
    return City.objects.filter(pk__in=Category.objects.of(user).values("city_id"))


class CategoryForm(KernForm, forms.Form):
    city = forms.ModelChoiceField(label=_("City"), queryset=City.objects.none(), empty_label=None)
    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("For example: “Data protection, basics”."))

    def __init__(self, cities: QuerySet[City], *args: Any, category: Category | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"name": category.name} if category else {})
        super().__init__(*args, **kwargs)
        self.category, self.cities = category, cities
        cast(forms.ModelChoiceField, self.fields["city"]).queryset = cities
        if category or len(cities) == 1:
            del self.fields["city"]

    @property
    def city_chosen(self) -> City | None:
        return self.category.city if self.category else self.cleaned_data.get("city") or self.cities.first()

    def clean(self) -> None:
        name = plain(self.cleaned_data.get("name"), 120)
        if "name" in self.cleaned_data and not name:
            self.add_error("name", gettext("Please fill this in."))
        same = Category.objects.filter(city=self.city_chosen, name__iexact=name)
        if self.category:
            same = same.exclude(pk=self.category.pk)
        if name and same.exists():
            self.add_error("name", gettext("Your city already has a category of this name."))
        self.cleaned_data["name"] = name


class CopyForm(KernForm, forms.Form):
    submit_label = ""
    form_tag = False

    category = forms.ModelChoiceField(label=_("Into which category?"), queryset=Category.objects.none())

    def __init__(self, categories: QuerySet[Category], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["category"])
        field.queryset, field.empty_label = categories, gettext("Please choose")
        several = len({category.city_id for category in categories}) > 1
        field.label_from_instance = lambda one: f"{one.city.name}: {one.name}" if several else one.name  # type: ignore[method-assign]


class TryForm(KernForm, forms.Form):
    """A question as learners meet it. Nothing that is answered here is kept."""

    submit_label = ""
    form_tag = False

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.definition = kind_of(question.definition), question.definition
        self.group = fields_for(self.kind.asked(self.definition), "answer")
        self.fields.update(self.group.fields)
        self.layout = Layout(self.group.layout())

    def clean(self) -> None:
        for field, sentence in self.group.faults(self.cleaned_data):
            self.add_error(field, sentence)

    @property
    def answer(self) -> Answer:
        if file := self.files.get("answer"):
            return self.kind.kept(self.definition, {"file": "tried", "name": file.name})
        return self.kind.kept(self.definition, self.group.sent(self.data))  # type: ignore[arg-type]
