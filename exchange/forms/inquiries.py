from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm


class AnswerForm(KernForm, forms.Form):
    answer = forms.CharField(
        label=_("Your answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Please write an answer.")},
    )  # fmt: skip
    submit_label = _("Send the answer")


class AskForm(KernForm, forms.Form):
    """Stands inside a question, so its button is drawn there."""

    asked = forms.ChoiceField(label=_("Whom do you ask?"))
    question = forms.CharField(
        label=_("Your question"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The application stays with you, and the deadline keeps running."),
        error_messages={"required": _("Please write what you would like to know.")},
    )  # fmt: skip
    submit_label = ""
    form_tag = False

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, prefix="ask", **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["asked"].choices = [(key, person.full_name) for key, person in self.people.items()]

    def clean_asked(self):
        return self.people[self.cleaned_data["asked"]]
