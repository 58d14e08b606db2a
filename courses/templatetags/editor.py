from typing import Any

from django import template

from courses.editor.places import ways_back

register = template.Library()


@register.inclusion_tag("courses/editor/way_back.html", takes_context=True)
def way_back(context: Any) -> dict[str, Any]:
    """Where the sidebar is folded away: one step back to the course, the own courses, the start page."""
    return {"ways": ways_back(context["request"])}
