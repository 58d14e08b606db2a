from itertools import pairwise

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from exchange.forms.days import expect_sensible_days
from exchange.models import Agreement, ExchangeRound, HostOffer
from exchange.models.agreements import AgreementKind
from exchange.procedures import CHOICES, procedure
from exchange.queries.agreement_terms import first_day_without
from exchange.queries.clearing import MOST_WISHES
from exchange.services.rounds import CHANGEABLE, EVERYTHING
from exchange.states import AgreementStatus
from lms.core.forms import KernForm, SeveralField
from lms.core.templatetags.wanderjahr import day
from people.models import City

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
        Fieldset(_("How the places are assigned"), "mode", "tolerance"),
    )

    class Meta:
        model = ExchangeRound
        fields = ["name", "code", "agreement", "max_wishes", "mode", "tolerance", *DATES]
        widgets = dict.fromkeys(DATES, forms.DateInput)
        widgets["mode"] = forms.RadioSelect
        help_texts = {
            "max_wishes": _("Between 1 and 6."),
            "mode": _("The cities assent to it. It stays as it is once places are collected, as people rely on it."),
            "tolerance": _(
                "How many more people a city may send than it takes in, or the other way round. "
                "0 is person for person; empty is no limit."
            ),
        }
        error_messages = {"code": {"unique": _("Another round has this code already.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        agreements = Agreement.objects.filter(status=AgreementStatus.IN_FORCE, kind=AgreementKind.MEMORANDUM)
        if self.instance.pk:
            agreements |= Agreement.objects.filter(pk=self.instance.agreement_id)
        self.fields["agreement"].queryset = agreements.order_by("-starts_on", "title", "-version")
        self.fields["max_wishes"].widget.attrs |= {"min": 1, "max": 6}
        self.fields["tolerance"].widget.attrs |= {"min": 0, "max": 1000}
        self.fields["mode"].choices = [(mode, self._described(mode, name)) for mode, name in CHOICES]
        may_change = CHANGEABLE.get(self.instance.status, set()) if self.instance.pk else EVERYTHING
        expect_sensible_days(self, DATES)
        for name, field in self.fields.items():
            field.disabled = name not in may_change

    def _described(self, mode, name):
        one = procedure(mode)
        warning = _("It rewards whoever names a safe place first.") if one.warns else ""
        return format_html('{}<br><span class="small wj-soft">{} {}</span>', name, one.short, warning)

    def clean_max_wishes(self):
        wishes = self.cleaned_data["max_wishes"]
        if not 1 <= wishes <= 6:
            raise forms.ValidationError(_("Between 1 and 6 wishes are possible."))
        return wishes

    def clean_tolerance(self):
        tolerance = self.cleaned_data["tolerance"]
        if tolerance is not None and tolerance > 1000:
            raise forms.ValidationError(_("Please enter at most 1,000 people, or leave it empty for no limit."))
        return tolerance

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
        if agreement and first and last and first <= last and first_day_without(agreement, first, last):
            self.add_error(
                "agreement",
                _("The agreement is valid from %(start)s to %(end)s. All stays have to lie within.")
                % {"start": day(agreement.starts_on), "end": day(agreement.ends_on)},
            )


class ClearingForm(KernForm, forms.Form):
    until = forms.DateField(label=_("Last day for the answers"), widget=forms.DateInput)

    def __init__(self, *args, subject, today, **kwargs):
        super().__init__(*args, **kwargs)
        expect_sensible_days(self, ["until"])
        self.fields["until"].help_text = _("From %(start)s on, and before %(end)s, when the stays begin.") % {
            "start": day(max(subject.accept_until, today)),
            "end": day(subject.stays_from),
        }


class VoteForm(KernForm, forms.Form):
    city = forms.ModelChoiceField(City.objects.none(), label=_("City"), to_field_name="slug", empty_label=None)

    def __init__(self, *args, cities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["city"].queryset = City.objects.filter(pk__in=[city.pk for city in cities])
        if len(cities) == 1:
            self.fields["city"].initial = cities[0].slug
            self.fields["city"].widget = forms.HiddenInput()


class CancelVoteForm(VoteForm):
    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The other cities and the coordination read it."),
    )  # fmt: skip


class ExtendVoteForm(VoteForm):
    until = forms.DateField(label=_("New last day for applications"), widget=forms.DateInput)

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


class _WishedPlacesForm(KernForm, forms.Form):
    """Ticks some of the `choices`; those wished for already are ticked."""

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["offers"]
        field.queryset = HostOffer.objects.filter(pk__in=[one.offer.pk for one in choices]).select_related("city")
        field.label_from_instance = lambda offer: f"{offer.title} ({offer.city.name}, {offer.when})"
        field.initial = [one.offer.pk for one in choices if one.wished]


class ClearingWishForm(_WishedPlacesForm):
    """Up to three of the places that are still free and possible."""

    offers = SeveralField(
        HostOffer.objects.none(), label=_("Places you would take"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose up to three. You can change this until one of them is proposed."),
    )  # fmt: skip
    submit_label = _("Save the wishes")

    def clean_offers(self):
        offers = self.cleaned_data["offers"]
        if len(offers) > MOST_WISHES:
            raise forms.ValidationError(_("Please choose three places at most."))
        return offers


class SwapWishForm(_WishedPlacesForm):
    """Which of the places that others have somebody would rather have; none takes the wish back."""

    offers = SeveralField(
        HostOffer.objects.none(), label=_("Places you would rather have"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick as many as you like. To take your wish back, untick them and save."),
    )  # fmt: skip
    submit_label = _("Save the wishes")
