"""What the log calls the things people do around courses."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from learning.models import Obligation
from lms.core import journal

OBLIGATIONS = {
    "learning.obligation.create": _("Training made mandatory"),
    "learning.obligation.change": _("Mandatory training changed"),
    "learning.obligation.remove": _("Mandatory training removed"),
    "learning.duty.begin": _("Asked to take a mandatory training"),
    "learning.duty.fulfil": _("Mandatory training taken"),
}
PATHS = {
    "learning.path.create": _("Learning path begun"),
    "learning.path.change": _("Learning path changed"),
    "learning.path.publish": _("Learning path published"),
    "learning.path.unpublish": _("Learning path taken back"),
    "learning.path.remove": _("Learning path removed"),
}
RECORD = {"learning.record.export": _("Learner record taken away")}
journal.name_actions(OBLIGATIONS | PATHS | RECORD)

KEEP = _("“%(title)s” is mandatory in %(city)s, so it must stay. Unpublish it instead of deleting it.")


@hooks.register("before_delete_page")
def keep_what_is_mandatory(request, page):
    """A course of which a city asks something stays, and so does everything above it."""
    asked = Obligation.objects.filter(course__path__startswith=page.path).select_related("city").first()
    if asked is None:
        return None
    messages.error(request, KEEP % {"title": page.title, "city": asked.city.name})
    return redirect("wagtailadmin_explore", page.get_parent().pk)
