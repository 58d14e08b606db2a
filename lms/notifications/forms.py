from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm
from lms.notifications.matrix import Group, Urgency
from lms.notifications.models import Wishes

HOURS = [(hour, f"{hour:02d}:00") for hour in range(24)]


class WishesForm(KernForm, forms.Form):
    digest_hour = forms.TypedChoiceField(label=_("When the one mail a day comes"), choices=HOURS, coerce=int)
    has_quiet_hours = forms.BooleanField(
        label=_("No mail in the evening, on weekends and on public holidays where I work"),
        required=False,
        help_text=_("It waits until the next morning. Only what must be answered before then comes at once."),
    )
    quiet_from = forms.TimeField(label=_("Quiet from"), widget=forms.TimeInput)
    quiet_until = forms.TimeField(label=_("Quiet until"), widget=forms.TimeInput)

    def __init__(self, *args: Any, wishes: Wishes, groups: list[Group], **kwargs: Any) -> None:
        names = ["digest_hour", "has_quiet_hours", "quiet_from", "quiet_until"]
        initial = {name: getattr(wishes, name) for name in names}
        super().__init__(*args, initial=initial, **kwargs)
        for group in groups:
            self.fields[group.value] = forms.ChoiceField(
                label=group.label, choices=Urgency.choices, initial=wishes.groups.get(group, Urgency.DIGEST)
            )
        self.groups = groups
        chosen = [group.value for group in groups]
        self.helper.layout = Layout(
            Fieldset(_("How messages come by mail"), *chosen), Fieldset(_("When mails come"), *names)
        )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("quiet_from") is not None and found["quiet_from"] == found.get("quiet_until"):
            self.add_error("quiet_until", _("Please choose another time than the one at which the quiet hours begin."))
        return found

    def chosen(self) -> dict[str, Any]:
        """The fields of Wishes; the standard of a group is not kept."""
        found = self.cleaned_data
        ways = {group.value: found[group.value] for group in self.groups}
        groups = {group: way for group, way in ways.items() if way != Urgency.DIGEST}
        names = ["digest_hour", "has_quiet_hours", "quiet_from", "quiet_until"]
        return {"groups": groups, **{name: found[name] for name in names}}
