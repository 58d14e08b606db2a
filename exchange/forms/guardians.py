from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from exchange.models import GuardianConsent
from lms.core.forms import KernForm


class GuardianForm(KernForm, forms.ModelForm):
    submit_label = _("Record the consent")

    class Meta:
        model = GuardianConsent
        fields = ["name", "given_on", "form"]

    def clean_given_on(self):
        day = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The consent cannot have been given in the future."))
        return day
