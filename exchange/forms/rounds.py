from itertools import pairwise

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.forms.days import expect_sensible_days
from exchange.models import Agreement, ExchangeRound
from exchange.services.rounds import CHANGEABLE, EVERYTHING
from exchange.states import AgreementStatus
from lms.core.forms import KernForm
from lms.core.templatetags.wanderjahr import day

DATES = [
    "offers_from", "applications_from", "applications_until", "review_until", "matching_on", "confirm_until",
    "accept_until", "stays_from", "stays_until",
]  # fmt: skip


class RoundForm(KernForm, forms.ModelForm):
    """All of a round; what the phase no longer lets change is shown and locked."""

    submit_label = _("Save the round")
    layout = Layout(
        Fieldset(_("What the round is called"), Row("name", "code"), "agreement", "max_wishes"),
        Fieldset(
            _("Collecting offers and applications"), "offers_from", Row("applications_from", "applications_until")
        ),
        Fieldset(_("Deciding"), Row("review_until", "matching_on"), Row("confirm_until", "accept_until")),
        Fieldset(_("Stays"), Row("stays_from", "stays_until")),
    )

    class Meta:
        model = ExchangeRound
        fields = ["name", "code", "agreement", "max_wishes", *DATES]
        widgets = dict.fromkeys(DATES, forms.DateInput)
        help_texts = {"max_wishes": _("Between 1 and 6.")}
        error_messages = {"code": {"unique": _("Another round has this code already.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        agreements = Agreement.objects.filter(status=AgreementStatus.IN_FORCE)
        if self.instance.pk:
            agreements |= Agreement.objects.filter(pk=self.instance.agreement_id)
        self.fields["agreement"].empty_label = _("Please choose")
        self.fields["agreement"].queryset = agreements.order_by("-starts_on", "title", "-version")
        self.fields["max_wishes"].widget.attrs |= {"min": 1, "max": 6}
        may_change = CHANGEABLE.get(self.instance.status, set()) if self.instance.pk else EVERYTHING
        expect_sensible_days(self, DATES)
        for name, field in self.fields.items():
            field.disabled = name not in may_change

    def clean_max_wishes(self):
        wishes = self.cleaned_data["max_wishes"]
        if not 1 <= wishes <= 6:
            raise forms.ValidationError(_("Between 1 and 6 wishes are possible."))
        return wishes

    def clean(self):
        data = super().clean()
        self._check_order(data)
        self._check_agreement(data)
        return data

    def _check_order(self, data):
        for earlier, later in pairwise(DATES):
            first, second = data.get(earlier), data.get(later)
            strictly = later in ("stays_from", "stays_until")
            if first and second and (second < first or (strictly and second == first)):
                label = self.fields[earlier].label
                self.add_error(
                    later,
                    _("This has to come after “%(label)s” (%(day)s).") % {"label": label, "day": day(first)},
                )

    def _check_agreement(self, data):
        agreement, first, last = (data.get(name) for name in ("agreement", "stays_from", "stays_until"))
        if agreement and first and last and (agreement.starts_on > first or agreement.ends_on < last):
            self.add_error(
                "agreement",
                _("The agreement is valid from %(start)s to %(end)s. All stays have to lie within.")
                % {"start": day(agreement.starts_on), "end": day(agreement.ends_on)},
            )


class ExtendForm(KernForm, forms.Form):
    until = forms.DateField(label=_("New last day for applications"))

    def __init__(self, *args, subject, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.round, self.today = subject, today
        self.fields["until"].help_text = _("After %(start)s, at the latest on %(end)s, when the review ends.") % {
            "start": day(max(subject.applications_until, today)),
            "end": day(subject.review_until),
        }

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until <= max(self.round.applications_until, self.today):
            raise forms.ValidationError(_("Please choose a later day: the time can only be extended."))
        if until > self.round.review_until:
            raise forms.ValidationError(_("The home cities need time to review. Please choose an earlier day."))
        return until
