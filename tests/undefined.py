"""Finds variables that our templates use and nobody gave them.

Django writes nothing in their place, which hides a misspelled name. Templates of other packages may do as they like;
so may `{% if name %}` and `{{ name|default:"…" }}`, which say what happens without a value.
"""

import sys
from pathlib import Path

from django.conf import settings
from django.template.base import FilterExpression, Node
from django.template.defaultfilters import default, default_if_none

OURS = Path(settings.BASE_DIR) / "templates"
SAYS_WHAT_ELSE = {default, default_if_none}


class Undefined(str):
    """Stands in for Django's empty string (`string_if_invalid`) and notes each time it is asked for."""

    __slots__ = ("found",)

    def __new__(cls):
        text = super().__new__(cls)
        text.found = set()
        return text

    def __bool__(self):
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        if frame.f_code.co_name == "resolve" and isinstance(expression, FilterExpression):
            self.note(expression, frame)
        return False

    def __contains__(self, text):
        frame = sys._getframe(1)
        if frame.f_code.co_name == "render_value":  # {% blocktranslate %} asks whether to name what is missing
            self.note(frame.f_locals["key"], frame)
        return super().__contains__(text)

    def note(self, expression, frame):
        path = template_of(frame)
        if path and OURS in path.parents and not _says_what_else(expression):
            self.found.add(f"{path.relative_to(OURS.parent)}: {{{{ {expression} }}}}")


def _says_what_else(expression):
    return any(step[0] in SAYS_WHAT_ELSE for step in getattr(expression, "filters", []))


def template_of(frame):
    """The file of the innermost template node that is being rendered."""
    while frame := frame.f_back:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return Path(node.origin.name)
    return None
