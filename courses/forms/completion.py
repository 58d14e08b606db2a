"""What completing a course asks for, in the words of those who teach."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, cast

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage
from courses.queries.completing.explaining import Choice
from courses.queries.completing.rules import RuleInForce
from courses.rule_tree import EVERYTHING, PAGES, Tree
from lms.core.forms import KernForm, OneField

ALL, SOME, NONE = "all", "some", "none"
MOST_SESSIONS, MOST_MONTHS = 99, 120


class RuleForm(KernForm, forms.Form):
    submit_label = ""
    form_tag = False

    which = forms.ChoiceField(label=_("Which parts of the course count?"), widget=forms.RadioSelect, choices=[
        (ALL, _("Everything: all lessons, tests and assignments, also those you add later")),
        (SOME, _("The parts that I tick here")),
        (NONE, _("None: only sessions or the confirmation of a trainer count")),
    ])  # fmt: skip
    parts = forms.MultipleChoiceField(
        label=_("Parts that count"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("One of these parts is not in the course any more. Please tick again.")},
    )  # fmt: skip
    how_many = forms.IntegerField(
        label=_("How many of the ticked parts?"), required=False, min_value=1,
        help_text=_("Leave empty if all of them are needed."),
    )  # fmt: skip
    tests = forms.BooleanField(
        label=_("All tests of the course have to be passed in any case"), required=False,
    )  # fmt: skip
    sessions = forms.IntegerField(
        label=_("Sessions of a course run to attend"), required=False, min_value=1, max_value=MOST_SESSIONS,
        help_text=_("Leave empty if nobody has to be anywhere. Otherwise people need a course run to complete."),
    )  # fmt: skip
    confirmation = forms.CharField(
        label=_("What a trainer confirms"), required=False, max_length=120,
        help_text=_("For example: has held a telephone call for practice. Leave empty if nothing is confirmed."),
    )  # fmt: skip
    valid_months = forms.IntegerField(
        label=_("Valid for how many months?"), required=False, min_value=1, max_value=MOST_MONTHS,
        help_text=_("Leave empty if it need not be proved anew."),
    )  # fmt: skip
    layout = Layout(
        Fieldset(_("In the course"), "which", "parts", "how_many", "tests"),
        Fieldset(_("Besides"), "sessions", "confirmation"),
        Fieldset(_("Afterwards"), "valid_months"),
    )

    def __init__(self, choices: Sequence[Choice], in_force: RuleInForce, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", filled_in(in_force))
        super().__init__(*args, **kwargs)
        self.order = [choice.value for choice in choices]
        field = cast(forms.MultipleChoiceField, self.fields["parts"])
        field.choices = [(choice.value, choice.title) for choice in choices]

    def clean_parts(self) -> list[str]:
        ticked = self.cleaned_data["parts"]
        return sorted(set(ticked), key=self.order.index)

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("which") == SOME:
            self._check_ticked(given)
        nothing_else = not (given.get("tests") or given.get("sessions") or given.get("confirmation"))
        if given.get("which") == NONE and nothing_else and not self.errors:
            sentence = gettext("Then nothing would be asked for. Please name sessions or what a trainer confirms.")
            self.add_error("which", sentence)

    def _check_ticked(self, given: dict[str, Any]) -> None:
        ticked = len(given.get("parts") or ())
        if "parts" in self.errors:
            return
        if not ticked:
            self.add_error("parts", gettext("Please tick at least one part, or choose another answer above."))
        elif (given.get("how_many") or 0) > ticked:
            sentence = ngettext(
                "You ticked %(n)s part, so no more can be asked for.",
                "You ticked %(n)s parts, so no more can be asked for.",
                ticked,
            )
            self.add_error("how_many", sentence % {"n": ticked})

    @property
    def tree(self) -> Tree:
        return tree_of(self.cleaned_data)


def tree_of(given: dict[str, Any]) -> Tree:
    """What was filled in, as a rule."""
    nodes: list[Tree] = []
    if given["which"] == ALL:
        nodes.extend(EVERYTHING["all"])
    elif given["which"] == SOME:
        ticked: list[Tree] = [{kind: int(key)} for kind, key in (value.split("-") for value in given["parts"])]
        fewer = given["how_many"] and given["how_many"] < len(ticked)
        nodes.extend([{"of": given["how_many"], "parts": ticked}] if fewer else ticked)
    if given["tests"] and given["which"] != ALL:
        nodes.append({"every": "test"})
    if given["sessions"]:
        nodes.append({"attended": given["sessions"]})
    if given["confirmation"]:
        nodes.append({"confirmed": key_of(given["confirmation"]), "label": given["confirmation"]})
    return {"all": nodes}


def is_short(in_force: RuleInForce, choices: Sequence[Choice]) -> bool:
    """Whether the form can write this rule as it is. Otherwise it would lose something of it."""
    filled = filled_in(in_force)
    gone = set(filled["parts"]) - {choice.value for choice in choices}
    return not gone and tree_of(filled) == in_force.tree


def key_of(label: str) -> str:
    """The same words are the same confirmation, in every version of the rule; other words have to be confirmed anew."""
    return sha256(" ".join(label.casefold().split()).encode()).hexdigest()[:16]


def filled_in(in_force: RuleInForce) -> dict[str, Any]:
    """The form as it was filled in for a rule."""
    nodes = in_force.tree.get("all", [in_force.tree])
    every = [node["every"] for node in nodes if "every" in node]
    chosen = next((node for node in nodes if "of" in node), {"of": None, "parts": nodes})
    ticked = [f"{kind}-{node[kind]}" for node in chosen["parts"] for kind in PAGES if kind in node]
    return {
        "which": ALL if "lesson" in every else SOME if ticked else NONE,
        "parts": ticked,
        "how_many": chosen["of"],
        "tests": "lesson" not in every and "test" in every,
        "sessions": next((node["attended"] for node in nodes if "attended" in node), None),
        "confirmation": next((node["label"] for node in nodes if "confirmed" in node), ""),
        "valid_months": in_force.valid_months,
    }


class PrerequisiteForm(KernForm, forms.Form):
    form_tag = False
    submit_label = ""

    needs = OneField(
        label=_("Course that has to be completed before"), queryset=None, empty_label=_("Please choose"),
        error_messages={"invalid_choice": _("This course is not in the catalogue any more. Please choose another.")},
    )  # fmt: skip

    def __init__(self, courses: QuerySet[CoursePage], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="needs_%s", **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["needs"])
        field.queryset = courses
        field.label_from_instance = lambda course: course.title  # type: ignore[method-assign]
