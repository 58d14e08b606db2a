"""How the editor asks where an addition stands: at one of the lessons of its course, or at the end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.editor.forms import PublishableForm

AT_THE_END = _("As a lesson of its own at the end of the course")
NOT_HERE = _("This lesson does not belong to the course. Please choose one of the lessons in the list.")


class AnnexForm(PublishableForm):
    lesson = forms.ModelChoiceField(
        label=_("Where learners find it"), queryset=None, required=False, empty_label=AT_THE_END,
        error_messages={"invalid_choice": NOT_HERE},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["lesson"]
        lessons = self.instance._meta.get_field("lesson").related_model.objects.live()
        course = self.instance.course
        field.queryset = lessons.child_of(course).order_by("path") if course else lessons.none()
        field.label_from_instance = lambda lesson: _("At the end of the lesson “%(title)s”") % {"title": lesson.title}

    def clean(self) -> dict[str, Any]:
        """Who saves has seen where it stands, also after the lesson it stood at had gone."""
        cleaned: dict[str, Any] = super().clean()
        if not cleaned.get("lesson"):
            self.instance.lesson_title = ""
        return cleaned
