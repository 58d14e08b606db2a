"""What a training office fills in to set a rule for its city: asked once, shown with its effects, then saved."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm
from lms.core.templatetags.wanderjahr import day as written
from people.models import City
from training import rule_texts
from training.conflicts import Rule, Setting
from training.conflicts.rules import Parameter
from training.models import RuleSetting
from training.queries.facts import rule_book
from training.queries.rules import in_words, latest_of

STANDARD = "standard"
FARTHEST = timedelta(days=3 * 366)


class RuleForm(KernForm, forms.Form):
    """`seen` is what had been set last when the form was drawn, `shown` the setting whose effects were shown."""

    submit_label = _("Show what it changes")

    valid_from = forms.DateField(label=_("Valid from"))
    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Everybody who plans by this rule can read it."),
        error_messages={"required": _("Please say why, in one sentence.")},
    )  # fmt: skip
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    shown = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(self, rule: Rule, city: City, now: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        """`now`: what to begin with; `book`: what holds without the new setting."""
        self.rule, self.city, self.book = rule, city, rule_book()
        self.latest = latest_of(city, rule.code)
        seen = self.latest.pk if self.latest else None
        kwargs.setdefault("initial", {**now, "valid_from": timezone.localdate(), "seen": seen})
        asked = {**self._level_field(), **{one.name: _number_field(rule, one) for one in rule.parameters}}
        self.base_fields = {**asked, **self.base_fields}
        super().__init__(*args, **kwargs)
        names = [one.name for one in rule.parameters]
        rows = [Row(*names[at : at + 2]) for at in range(0, len(names), 2)]
        self.layout = Layout(*self._level_field(), *rows, "valid_from", "reason", "seen", "shown")

    def _level_field(self) -> dict[str, forms.Field]:
        if not self.rule.levels:
            return {}
        standard = gettext("the standard: %(level)s") % {"level": rule_texts.LEVELS[self.rule.level]}
        others = [level for level in reversed(self.rule.levels) if level != self.rule.level]
        choices = [(STANDARD, standard), *((str(level), rule_texts.LEVELS[level]) for level in others)]
        label = _("What follows from it")
        return {"level": forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)}

    def clean_valid_from(self) -> date:
        day: date = self.cleaned_data["valid_from"]
        today = timezone.localdate()
        if day < today:
            raise forms.ValidationError(gettext("Please choose today or a later day. What is over stays as it was."))
        if day > today + FARTHEST:
            raise forms.ValidationError(gettext("Please choose a day within the next three years."))
        return day

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return given
        if self.latest and given.get("seen") != self.latest.pk:
            self.add_error(None, self._meanwhile(self.latest))
        elif self._holds_already():
            self.add_error(None, gettext("This is what holds on that day already. Please change something."))
        return given

    def _holds_already(self) -> bool:
        asked = self.setting
        held = self.book.setting(self.city.slug, self.rule.code, asked.valid_from)
        return (asked.level, dict(asked.values)) == ((held.level, dict(held.values)) if held else ("", {}))

    @property
    def setting(self) -> Setting:
        """What was asked for; values as in the standard are left out, so that they follow it."""
        given = self.cleaned_data
        values = {one.name: given[one.name] for one in self.rule.parameters if given[one.name] != one.default}
        level = given.get("level", STANDARD)
        return Setting(self.city.slug, self.rule.code, given["valid_from"], "" if level == STANDARD else level, values)

    def _meanwhile(self, latest: RuleSetting) -> str:
        sentence = gettext(
            "In the meantime %(name)s has set this rule from %(day)s on: %(what)s. Reason: “%(reason)s” "
            "Nothing of yours is saved yet. Please look at it once more."
        )
        return sentence % {
            "name": latest.set_by.full_name,
            "day": written(latest.valid_from),
            "what": in_words(self.rule, latest.level, latest.values),
            "reason": latest.reason,
        }

    @property
    def signature(self) -> str:
        """What the shown effects depend on."""
        one = self.setting
        return "|".join([one.valid_from.isoformat(), one.level, *(f"{k}={v}" for k, v in sorted(one.values.items()))])

    @property
    def was_shown(self) -> bool:
        return bool(self.cleaned_data.get("shown") == self.signature)

    def ask_once_more(self) -> None:
        """The next answer is about what has been seen now."""
        self.data = self.data.copy()
        self.data["seen"] = str(self.latest.pk) if self.latest else ""
        self.data["shown"] = "" if self.errors else self.signature
        if not self.errors:
            self.submit_label = _("Set it like this")


def _number_field(rule: Rule, one: Parameter) -> forms.IntegerField:
    label = f"{rule_texts.parameter_label(rule, one)} ({rule_texts.unit_label(one.unit)})"
    bounds = {
        "least": rule_texts.measured(one.least, one.unit),
        "most": rule_texts.measured(one.most, one.unit),
        "standard": rule_texts.measured(one.default, one.unit),
    }
    wrong = gettext("Please choose something from %(least)s to %(most)s.") % bounds
    return forms.IntegerField(
        label=label, min_value=one.least, max_value=one.most,
        help_text=gettext("From %(least)s to %(most)s. Standard: %(standard)s.") % bounds,
        error_messages={"min_value": wrong, "max_value": wrong},
    )  # fmt: skip
