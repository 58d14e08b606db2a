"""The form for films and recordings: as few questions as possible."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtailmedia.forms import BaseMediaForm


class MediaForm(BaseMediaForm):
    class Meta(BaseMediaForm.Meta):
        widgets = {**BaseMediaForm.Meta.widgets, "captions": forms.ClearableFileInput(attrs={"accept": ".vtt"})}
        help_texts = {
            "captions": _("A file that ends in .vtt: what is said, with times. Caption programs save it."),
            "transcript": _("What is said, and what one has to see, as running text. Some people read instead."),
            "thumbnail": _("Shown until the film is played. A picture, not a must."),
            "duration": _("In seconds. With captions you may leave this to us."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.type == "audio":
            for name in ("captions", "thumbnail"):
                self.fields.pop(name, None)
