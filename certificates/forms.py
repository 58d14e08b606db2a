from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.codes import is_plausible, normalized
from certificates.models import Revocation
from certificates.states import RevocationReason
from lms.core.forms import KernForm


class RevocationForm(KernForm, forms.ModelForm):
    submit_label = _("Propose revocation")

    class Meta:
        model = Revocation
        fields = ["reason", "note"]
        widgets = {"reason": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 4})}
        labels = {"note": _("What happened?")}
        help_texts = {
            "reason": _("The public page of this certificate names the reason."),
            "note": _("Only the training offices of the cities concerned read this."),
        }
        error_messages = {
            "reason": {"required": _("Please choose why the certificate is to be revoked.")},
            "note": {"required": _("Please write in one or two sentences what happened.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = RevocationReason.choices  # type: ignore[attr-defined]  # no empty radio button


class CodeForm(KernForm, forms.Form):
    """The code as people type it from paper; a typing error is named before anything is looked up."""

    submit_label = ""
    form_tag = False

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("It stands beside the QR code on the certificate, for example 7KQM-WZ2H-F9TR-C."),
        error_messages={"required": _("Please type the code that stands on the certificate.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self):
        code = normalized(self.cleaned_data["code"])
        if not is_plausible(code):
            raise forms.ValidationError(
                _("One of the characters cannot be right. Please compare the code with the paper once more.")
            )
        return code


class NameForm(KernForm, forms.Form):
    submit_label = ""
    form_tag = False

    last_name = forms.CharField(
        label=_("Last name on the certificate"),
        max_length=100,
        error_messages={"required": _("Please type the last name that stands on the certificate.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
