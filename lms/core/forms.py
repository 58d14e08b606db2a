"""The base of every form: drawn by the pack `kern`, errors named on top and at the field."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# WCAG 2.2, 1.3.5: what a browser can fill in for the person
AUTOCOMPLETE = {
    "email": "email",
    "first_name": "given-name",
    "last_name": "family-name",
    "phone": "tel",
    "password": "current-password",
    "password1": "new-password",
    "password2": "new-password",
}
LONGEST_KEY = 18  # digits that fit into a BigAutoField
NATIVE = {
    forms.DateInput: ("date", "%Y-%m-%d"),
    forms.TimeInput: ("time", "%H:%M"),
    forms.DateTimeInput: ("datetime-local", "%Y-%m-%dT%H:%M"),
}


class SeveralField(forms.ModelMultipleChoiceField):
    """Django's field hands a number of any length to the database, which SQLite answers with OverflowError."""

    def clean(self, value: Any) -> Any:
        for key in value if isinstance(value, list | tuple) else []:
            if len(str(key)) > LONGEST_KEY:
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": str(key)[:LONGEST_KEY]},
                )
        return super().clean(value)


class OneField(forms.ModelChoiceField):
    """The same for a choice of one."""

    def to_python(self, value: Any) -> Any:
        if len(str(value)) > LONGEST_KEY:
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice", params={"value": str(value)[:LONGEST_KEY]}
            )
        return super().to_python(value)


class Fold(Div):
    """Fields that most people leave alone, behind their legend; open where they say something."""

    template = "%s/layout/fold.html"

    def __init__(self, legend: str | Promise, *fields: Any, is_open: bool = False) -> None:
        super().__init__(*fields)
        self.legend = legend
        self.is_open = is_open


DASHES = BLANK_CHOICE_DASH[0][1]


class KernForm:
    """Mixin for `forms.Form` and `forms.ModelForm`; `{% crispy form %}` draws all of it, button included.

    `submit_label` names the button ("" leaves it to the template, `form_tag = False` the <form> too),
    `layout` orders and groups the fields, `form_action` says where to send it.
    """

    submit_label: str | Promise = _("Save")
    form_tag = True
    method = "post"
    form_action = ""
    form_id = ""
    layout: Layout | None = None

    def __init__(self, *args: Any, submit_label: str | Promise | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if submit_label is not None:
            self.submit_label = submit_label
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            _use_native_input(field)
            _ask_kindly(field)
            _name_the_empty_choice(field)
            _refuse_endless_keys(field)
            if name in AUTOCOMPLETE:
                field.widget.attrs.setdefault("autocomplete", AUTOCOMPLETE[name])

    def get_layout(self) -> Layout:
        return self.layout or Layout(*self.fields)  # type: ignore[attr-defined]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.layout = self.get_layout()
        helper.form_tag = self.form_tag
        helper.form_method = self.method
        helper.form_action = self.form_action
        helper.form_id = self.form_id
        helper.disable_csrf = not self.form_tag
        helper.render_hidden_fields = True
        helper.attrs = {"novalidate": True}  # our sentences instead of the browser's
        if self.submit_label:
            helper.add_input(Submit("", self.submit_label))
        return helper


def _refuse_endless_keys(field: forms.Field) -> None:
    """As `OneField` for the choices that model forms make themselves."""
    if not isinstance(field, forms.ModelChoiceField) or isinstance(field, OneField | SeveralField):
        return
    usual = field.to_python

    def to_python(value: Any) -> Any:
        if str(value).isdigit() and len(str(value)) > LONGEST_KEY:
            raise forms.ValidationError(field.error_messages["invalid_choice"], code="invalid_choice")
        return usual(value)

    field.to_python = to_python  # type: ignore[method-assign]


def posted(request: HttpRequest) -> QueryDict | None:
    """What to bind a form to: what was sent, or what was kept when a session ended before it could be."""
    return request.POST if request.method == "POST" else request.kept  # type: ignore[attr-defined]


def _use_native_input(field: forms.Field) -> None:
    """Dates and times use the browser's own picker, which sends and expects ISO."""
    for kind, (input_type, iso) in NATIVE.items():
        if type(field.widget) is kind:
            field.widget.input_type = input_type
            field.widget.format = iso
            field.localize = field.widget.is_localized = False


def _name_the_empty_choice(field: forms.Field) -> None:
    """Words instead of Django's dashes, where something has to be chosen."""
    if not field.required or not isinstance(field, forms.ChoiceField):
        return
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = field.empty_label and _("Please choose")
    elif ("", DASHES) in (choices := list(field.widget.choices)):
        field.choices = [("", _("Please choose")) if one == ("", DASHES) else one for one in choices]


def _ask_kindly(field: forms.Field) -> None:
    """Say what to do about an empty field, unless the form has a sentence of its own."""
    if field.error_messages.get("required") != forms.Field.default_error_messages["required"]:
        return
    if isinstance(field, forms.BooleanField):
        field.error_messages["required"] = _("Please tick this box.")
    elif isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        field.error_messages["required"] = _("Please choose something here.")
    else:
        field.error_messages["required"] = _("Please fill this in.")
