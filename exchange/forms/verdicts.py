"""Reasons are chosen from closed lists; hosts write nothing about people."""

from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.states import ReturnReason, Unsuitable
from lms.core.forms import KernForm

CHOOSE = {"required": _("Please choose one of the reasons of the list.")}


class UnsuitableForm(KernForm, forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"), choices=Unsuitable.choices, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    form_tag = False
    submit_label = ""


class ReturnForm(KernForm, forms.Form):
    reason = forms.ChoiceField(
        label=_("Why is it returned?"), choices=ReturnReason.choices, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    form_tag = False
    submit_label = ""
