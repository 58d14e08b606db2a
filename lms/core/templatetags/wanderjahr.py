"""What templates need beyond Django: dates as people write them, addresses, drawings, fields."""

from datetime import date, datetime
from typing import Any

from crispy_forms.layout import BaseInput
from django import template
from django.forms import BoundField, Form, widgets
from django.http import HttpRequest
from django.template.defaultfilters import date as formatted
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.core import addresses, art
from lms.core.styleguide import samples

register = template.Library()

NBSP = "\N{NO-BREAK SPACE}"


def _german() -> bool:
    return (get_language() or "de").startswith("de")


def _local(value: date | str) -> date:
    if isinstance(value, str):  # a fact of a message, kept as JSON
        return date.fromisoformat(value)
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def _written(value: date | str | None, german: str, english: str) -> str:
    if not value:
        return ""
    return str(formatted(_local(value), german if _german() else english)).replace("~", NBSP)


@register.filter
def day(value: date | None) -> str:
    """Mo, 5. Jan. 2027"""
    return _written(value, "D, j.~N~Y", "D j~M~Y")


@register.filter
def day_short(value: date | None) -> str:
    """Mo, 5. Jan."""
    return _written(value, "D, j.~N", "D j~M")


@register.filter
def day_long(value: date | None) -> str:
    """Montag, 5. Januar 2027"""
    return _written(value, "l, j.~F~Y", "l j~F~Y")


@register.filter
def day_time(value: datetime | None) -> str:
    """Mo, 5. Jan. 2027, 14:30 Uhr"""
    return _written(value, "D, j.~N~Y, H:i~\\U\\h\\r", "D j~M~Y, H:i")


@register.filter
def euro(cents: int) -> str:
    """350 €, to the next ten: an amount that is estimated is not exact to the cent."""
    return f"{round(cents / 1000) * 10}{NBSP}€"


@register.filter
def date_range(start: date | None, end: date | None) -> str:
    """1. März bis 9. April 2027; what both days share is said once."""
    if not start or not end or start == end:
        return _written(start or end, "j.~F~Y", "j~F~Y")
    start, end = _local(start), _local(end)
    same_year = start.year == end.year
    if same_year and start.month == end.month:
        first = _written(start, "j.", "j")
    elif same_year:
        first = _written(start, "j.~F", "j~F")
    else:
        first = _written(start, "j.~F~Y", "j~F~Y")
    return _("%(first)s to %(last)s") % {"first": first, "last": _written(end, "j.~F~Y", "j~F~Y")}


@register.filter
def initials(name: str) -> str:
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def times(count: int) -> range:
    return range(int(count or 0))


@register.simple_tag(takes_context=True)
def querystring_replace(context: template.Context, **changes: Any) -> str:
    """The address of this list with some filters changed; None or "" takes one away, and the page starts over."""
    return _address(context, {"page": None, **changes})


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, number: int) -> str:
    """The address of another page of the same list."""
    return _address(context, {"page": number})


def _address(context: template.Context, changes: dict[str, Any]) -> str:
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.filter
def safe_next(request: HttpRequest) -> str:
    """Where a form wants to return to, if that is a place of ours."""
    return addresses.safe_next(request, "")


@register.simple_tag
def wj_icon(name: str, css: str = "") -> SafeString:
    return format_html(
        '<svg class="wj-icon{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        f" {css}" if css else "",
        art.ICONS.get(name, art.ICONS["info"]),
    )


@register.simple_tag
def wj_art(name: str) -> SafeString:
    return mark_safe(art.drawing(name))  # noqa: S308 - files of this repository, never input


CLASSES = {
    widgets.CheckboxInput: "kern-form-check__checkbox",
    widgets.CheckboxSelectMultiple: "kern-form-check__checkbox",
    widgets.RadioSelect: "kern-form-check__radio",
    widgets.Select: "kern-form-input__select",
}


def _css(field: BoundField) -> str:
    name = next(
        (css for kind, css in CLASSES.items() if isinstance(field.field.widget, kind)), "kern-form-input__input"
    )
    own = field.field.widget.attrs.get("class", "")
    return " ".join(filter(None, [name, f"{name}--error" if field.errors else "", own]))


@register.simple_tag
def kern_widget(field: BoundField) -> SafeString:
    """The control itself, dressed for KERN; Django links help and errors by aria-describedby."""
    return field.as_widget(attrs={"class": _css(field)})


@register.simple_tag
def kern_options(field: BoundField) -> list[dict[str, Any]]:
    """The single controls of a group of radio buttons or checkboxes."""
    options = []
    for option in field:
        # aria-invalid belongs to the group: a radio button must not carry it.
        kept = {name: value for name, value in option.data["attrs"].items() if name not in ("aria-invalid", "class")}
        option.data["attrs"] = kept | {"class": _css(field)}
        options.append({"tag": option.tag(), "id": option.id_for_label, "label": option.choice_label})
    return options


@register.filter
def kind(field: BoundField) -> str:
    """Which part of the pack draws this field: check, group, select, file, or input."""
    widget = field.field.widget
    if isinstance(widget, widgets.CheckboxInput):
        return "check"
    if isinstance(widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple):
        return "group"
    if isinstance(widget, widgets.Select) and not widget.allow_multiple_selected:
        return "select"
    if isinstance(widget, widgets.FileInput):
        return "file"
    return "input"


@register.filter
def look(button: BaseInput) -> str:
    """The classes a layout gives a button, or what its type suggests."""
    own = [name for name in button.field_classes.split() if name not in ("btn", "btn-primary")]
    usual = "kern-btn--primary" if button.input_type == "submit" else "kern-btn--secondary"
    return " ".join(own or [usual])


@register.filter
def complaints(form: Form) -> list[dict[str, str]]:
    """Every error of a form in the order of its fields, with the control it is about."""
    found = [{"text": str(text), "target": ""} for text in form.non_field_errors()]
    for field in form:
        for text in field.errors:
            if field.is_hidden:
                found.append({"text": str(text), "target": ""})
            else:
                target = field.id_for_label or f"{field.auto_id}_0"
                found.append({"text": f"{_heading(str(field.label))} {text}", "target": target})
    return found


def _heading(label: str) -> str:
    return label if label.endswith("?") else f"{label.rstrip('.:')}:"


@register.filter
def bare(form: Form) -> Form:
    """Take away what packages put into their fields: placeholders, and lists and links as help."""
    for field in form:
        field.help_text = field.field.help_text = ""
        field.field.widget.attrs.pop("placeholder", None)
    return form


@register.filter
def asks_again(form: Form) -> bool:
    """Browsers never send back passwords and files: they must be given again."""
    return any(isinstance(field.field.widget, widgets.FileInput | widgets.PasswordInput) for field in form)


@register.simple_tag
def styleguide_samples() -> dict[str, Any]:
    return samples()
