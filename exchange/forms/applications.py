from datetime import datetime

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.consent import CONSENT_VERSION
from exchange.models import Application
from exchange.models.applications import RejectionReason
from exchange.queries.drafts import version_of
from lms.core.forms import KernForm


class TextForm(KernForm, forms.ModelForm):
    """Texts that save themselves while somebody writes; `seen` says which version is being changed."""

    submit_label = ""
    form_tag = False

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = version_of({name: getattr(self.instance, name) for name in self._meta.fields})


class MissionForm(TextForm):
    layout = Layout("idea", "motivation", "seen")

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


class GoalsForm(TextForm):
    layout = Layout("goals", "seen")

    class Meta:
        model = Application
        fields = ["goals"]
        widgets = {"goals": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["goals"].required = True
        self.fields["goals"].error_messages["required"] = _("Please write one to three goals.")


class ConsentForm(KernForm, forms.Form):
    submit_label = _("Save and go on")

    version = forms.CharField(widget=forms.HiddenInput, initial=CONSENT_VERSION)
    agreed = forms.BooleanField(
        label=_("I agree that my data are passed on as described above."),
        error_messages={
            "required": _("Without your consent no city can offer you a place. Please tick the box or stop here.")
        },
    )
    shares_idea = forms.BooleanField(
        required=False,
        label=_("The host city may also read my mission, once both cities have confirmed a place for me."),
        help_text=_("You need not agree to this, and it does not change your chances."),
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
