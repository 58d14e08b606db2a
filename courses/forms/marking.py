"""What trainers fill in while they look at what learners handed in, and what learners hand in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import AssignmentPage
from courses.services.assessing.marking import Given
from lms.core.forms import KernForm
from lms.media.checks import WORK, check_work

CRITERION = "criterion_"


class MarkForm(KernForm, forms.Form):
    """Points for each criterion of the rubric, and a comment."""

    form_tag = False
    submit_label = ""

    comment = forms.CharField(
        label=_("Comment for the learner"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What was good, what is missing. It is shown with the result."),
    )  # fmt: skip

    def __init__(self, question: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rubric = question["rubric"]
        points = {f"{CRITERION}{one['key']}": _points(one) for one in self.rubric}
        self.fields = {**points, **self.fields}

    @property
    def given(self) -> Given:
        sent = self.cleaned_data
        return Given({one["key"]: sent[f"{CRITERION}{one['key']}"] for one in self.rubric}, sent["comment"])


def _points(criterion: dict[str, Any]) -> forms.IntegerField:
    most = criterion["points"]
    wrong = gettext("Please give a whole number from 0 to %(most)s.") % {"most": most}
    return forms.IntegerField(
        label=criterion["text"], min_value=0, max_value=most,
        help_text=gettext("From 0 to %(most)s points.") % {"most": most},
        error_messages=dict.fromkeys(["required", "invalid", "min_value", "max_value"], wrong),
    )  # fmt: skip


class WorkForm(KernForm, forms.Form):
    """What a learner hands in: a text, a file, or both."""

    form_tag = False
    submit_label = ""

    text = forms.CharField(
        label=_("Your text"), required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Write here, choose a file below, or both."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Your file"), required=False, max_length=200,
        help_text=_("PDF, Word, LibreOffice, text or picture, 20 MB at most."),
        error_messages={
            "empty": _("This file is empty. Please choose another one."),
            "max_length": _("The name of this file is too long. Please shorten it."),
        },
    )  # fmt: skip

    def __init__(self, assignment: AssignmentPage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not assignment.takes_file:
            del self.fields["file"]
            self.fields["text"].required, self.fields["text"].help_text = True, ""
            self.fields["text"].error_messages["required"] = gettext("Please write something before you hand it in.")
        else:
            self.fields["file"].widget.attrs["accept"] = ",".join(f".{ending}" for ending in WORK)

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file:
            check_work(file)
        return file

    def clean(self) -> None:
        given = self.cleaned_data
        if "file" in self.fields and not (self.errors or given.get("text") or given.get("file")):
            self.add_error("text", gettext("Please write something or choose a file before you hand it in."))


class FeedbackForm(KernForm, forms.Form):
    """What a trainer says to work that was handed in. Whoever gives it back has to say why."""

    form_tag = False
    submit_label = ""

    feedback = forms.CharField(
        label=_("Your feedback"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Please say what should be changed.")},
    )  # fmt: skip

    def __init__(self, *args: Any, gives_back: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["feedback"].required = gives_back


class RegradeForm(KernForm, forms.Form):
    """Why attempts are scored anew; `stamp` says which correction the trainer has seen."""

    form_tag = False
    submit_label = ""

    stamp = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("For example: the right answer was marked wrongly."),
        error_messages={"required": _("Please say why the attempts are scored anew.")},
    )  # fmt: skip
