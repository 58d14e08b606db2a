from datetime import datetime

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.consent import CONSENT_VERSION
from exchange.models import Application
from exchange.models.applications import RejectionReason
from lms.core.forms import KernForm


class MissionForm(KernForm, forms.ModelForm):
    submit_label = _("Save and go on")
    layout = Layout("idea", "motivation")

    class Meta:
        model = Application
        fields = ["idea", "motivation"]
        widgets = {"idea": forms.Textarea(attrs={"rows": 5}), "motivation": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["idea"].required = True
        self.fields["idea"].error_messages["required"] = _(
            "Please say in a sentence or two what you would like to do there."
        )


class ConsentForm(KernForm, forms.Form):
    submit_label = _("Save and go on")

    version = forms.CharField(widget=forms.HiddenInput, initial=CONSENT_VERSION)
    agreed = forms.BooleanField(
        label=_("I agree that my data are passed on as described above."),
        error_messages={
            "required": _("Without your consent no city can offer you a place. Please tick the box or stop here.")
        },
    )


class DecisionForm(KernForm, forms.Form):
    """Bound to the version that was looked at: `seen` is when that version was handed in."""

    submit_label = ""
    form_tag = False

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, application, **kwargs):
        handed_in = application.submitted_at.isoformat() if application.submitted_at else ""
        super().__init__(*args, prefix=self.step, initial={"seen": handed_in}, **kwargs)
        self.application = application

    def clean_seen(self):
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            raise forms.ValidationError(_("Please open the application again and decide then.")) from None


def _note(label, **options):
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), **options)


class EndorseForm(DecisionForm):
    step = "endorse"
    comment = _note(_("Comment for the training office"), required=False)


class ReturnForm(DecisionForm):
    step = "return"
    comment = _note(
        _("What should be changed?"),
        error_messages={"required": _("Please say what should be changed. The apprentice reads this.")},
    )


class ApproveForm(DecisionForm):
    """Asks for the reason only where something stands against a wish."""

    step = "approve"
    note = _note(
        _("Why do you release the person all the same?"),
        error_messages={"required": _("Please say why. The note stays with the application.")},
    )

    def __init__(self, *args, reasoned, **kwargs):
        super().__init__(*args, **kwargs)
        if not reasoned:
            del self.fields["note"]


class RejectForm(DecisionForm):
    step = "reject"
    reason = forms.ChoiceField(label=_("Reason"), choices=[("", _("Please choose")), *RejectionReason.choices])
    note = _note(
        _("What would help?"),
        help_text=_("For example: from when on a stay would be possible. The apprentice reads this."),
        error_messages={"required": _("Please say what would help. The apprentice reads this.")},
    )
