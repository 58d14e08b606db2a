from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from exchange.consent import ALWAYS_SHARED, SHAREABLE
from exchange.forms.days import expect_sensible_days
from exchange.models import Agreement
from lms.core.forms import KernForm, SeveralField
from lms.media.checks import check_document, ending_of
from people.models import City

MOST_FIELDS, LONGEST_FIELD = 20, 100


class LinesField(forms.CharField):
    """A list of short texts, one a line."""

    widget = forms.Textarea

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        lines = list(dict.fromkeys(line.strip() for line in super().clean(value).splitlines() if line.strip()))
        if len(lines) > MOST_FIELDS:
            raise forms.ValidationError(_("Please give at most %(count)s lines.") % {"count": MOST_FIELDS})
        if any(len(line) > LONGEST_FIELD for line in lines):
            raise forms.ValidationError(_("Please keep each line below %(count)s letters.") % {"count": LONGEST_FIELD})
        return lines

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


TERMS_LAYOUT = [
    Fieldset(_("What the cities agree on"), "fields_of_cooperation", "text"),
    Fieldset(_("What the cities aim at"), "seats_per_round", "balance_weeks"),
    Fieldset(_("Who pays"), Row("fares_by", "lodging_by"), "meals_by", "settled_by_account", "cost_note"),
    Fieldset(_("Annex on data protection"), "annex_text", "shared_fields"),
]


class AgreementForm(KernForm, forms.ModelForm):
    """The content of an agreement; the title of a draft stays, as it names the version."""

    submit_label = _("Save the draft")
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    fields_of_cooperation = LinesField(
        label=_("Fields of cooperation"), required=False, help_text=_("One a line, in a few words."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip
    shared_fields = forms.MultipleChoiceField(
        label=_("What a host city may see"),
        choices=[(name, label) for name, label in SHAREABLE.items() if name not in ALWAYS_SHARED],
        required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Once both cities have confirmed a place. Name and dates always belong to it; more than this nobody has "
            "consented to."
        ),
    )  # fmt: skip

    class Meta:
        model = Agreement
        fields = [
            "title", "cities", "starts_on", "ends_on", "fields_of_cooperation", "text", "seats_per_round",
            "balance_weeks", "fares_by", "lodging_by", "meals_by", "settled_by_account", "cost_note", "annex_text",
            "shared_fields",
        ]  # fmt: skip
        field_classes = {"cities": SeveralField}
        widgets = {
            "cities": forms.CheckboxSelectMultiple,
            "starts_on": forms.DateInput,
            "ends_on": forms.DateInput,
            "text": forms.Textarea(attrs={"rows": 14}),
            "cost_note": forms.Textarea(attrs={"rows": 4}),
            "annex_text": forms.Textarea(attrs={"rows": 8}),
        }
        help_texts = {
            "cities": _("Each of these cities has to assent to the text."),
            "text": _("Whoever has assented has to look again when you change anything."),
            "seats_per_round": _("A target: whoever offers fewer is named in the round, nothing is stopped."),
            "balance_weeks": _(
                "Person-weeks between taking and giving that nobody minds. A target the cities watch, not a lock."
            ),
            "annex_text": _("Art. 26 GDPR: who informs people, who answers them, who is responsible for what."),
        }

    def __init__(self, *args, memorandum=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.memorandum = memorandum or self.instance.parent
        self.fields["cities"].queryset = City.objects.order_by("name")
        expect_sensible_days(self, ["starts_on", "ends_on"])
        for name, most in (("seats_per_round", 1000), ("balance_weeks", 5000)):
            self.fields[name] = forms.IntegerField(
                label=self.fields[name].label, help_text=self.fields[name].help_text, required=False,
                min_value=1 if name == "seats_per_round" else 0, max_value=most,
            )  # fmt: skip
        kept = []
        if self.instance.pk:
            del self.fields["title"]
            self.initial["seen"] = self.instance.content_hash
        else:
            kept.append("title")
            del self.fields["seen"]
        if self.memorandum:
            del self.fields["cities"]
        else:
            kept.append("cities")
        hidden = ["seen"] if "seen" in self.fields else []
        legend = _("What it is called and how long it counts") if self.memorandum else _("Between whom and how long")
        self.layout = Layout(*hidden, Fieldset(legend, *kept, Row("starts_on", "ends_on")), *TERMS_LAYOUT)

    def clean_cities(self):
        cities = self.cleaned_data["cities"]
        if len(cities) < 2:
            raise forms.ValidationError(_("An agreement needs at least two cities."))
        return cities

    def clean_shared_fields(self):
        return [*ALWAYS_SHARED, *self.cleaned_data["shared_fields"]]

    def clean(self):
        data = super().clean()
        starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", _("The agreement has to end after it starts."))
        if self.memorandum and starts_on and starts_on < self.memorandum.starts_on:
            self.add_error("starts_on", _("An addendum is valid within the time of its memorandum."))
        if self.memorandum and ends_on and ends_on > self.memorandum.ends_on:
            self.add_error("ends_on", _("An addendum is valid within the time of its memorandum."))
        return data


class DocumentForm(KernForm, forms.Form):
    submit_label = _("Add the document")
    title = forms.CharField(label=_("Name of the document"), max_length=120)
    file = forms.FileField(
        label=_("File"), max_length=150, widget=forms.FileInput(attrs={"accept": ".pdf"}),
        error_messages={
            "required": _("Please choose a file."),
            "empty": _("This file is empty. Please choose another one."),
            "max_length": _("The name of this file is too long. Please shorten it."),
        },
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        size = filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        self.fields["file"].help_text = _("PDF, %(size)s at most.") % {"size": size}

    def clean_file(self):
        file, limit = self.cleaned_data["file"], settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
        if ending_of(file) != "pdf":
            raise forms.ValidationError(_("Please choose a PDF: its name ends in .pdf."))
        if file.size > limit:
            raise forms.ValidationError(
                _("This file is too large (%(size)s). It may have up to %(limit)s.")
                % {"size": filesizeformat(file.size), "limit": filesizeformat(limit)}
            )
        check_document(file)
        return file
