"""Somebody changed it meanwhile: what was typed is shown beside the new state."""

from django import forms


def typed_in(form):
    """[(label, text)] of what somebody wrote or chose, as they would read it."""
    found = []
    for bound in form:
        value = bound.data
        if not value or isinstance(bound.field.widget, forms.HiddenInput):
            continue
        choices = dict(getattr(bound.field, "choices", None) or [])
        found.append((bound.label, choices.get(value, value)))
    return found
