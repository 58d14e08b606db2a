"""What the editor of the courses must not do, and what the log calls the things people do."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from courses.blocks import NO_CAPTIONS
from courses.services.authoring import has_traces, has_unexplained_video
from lms.core import journal

LOGGED = {
    "courses.enrollment.enroll": _("Enrolled in a course"),
    "courses.enrollment.withdraw": _("Left a course"),
    "courses.enrollment.complete": _("Completed a course"),
    "courses.attempt.start": _("Test begun"),
    "courses.attempt.submit": _("Test handed in"),
}
journal.name_actions(LOGGED)

KEEP = _("Somebody has already learned here, so “%(title)s” must stay. Unpublish it instead of deleting it.")


@hooks.register("before_delete_page")
def keep_what_was_learned(request, page):
    if has_traces(page):
        messages.error(request, KEEP % {"title": page.title})
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@hooks.register("before_bulk_action")
def check_bulk_action(request, action_type, objects, action_class_instance):
    """Bulk actions skip the form of the page and its checks."""
    if Page not in action_class_instance.models:
        return None
    for page in objects:
        if action_type == "delete" and has_traces(page):
            messages.error(request, KEEP % {"title": page.title})
            return redirect("wagtailadmin_explore", page.get_parent().pk)
        if action_type == "publish" and has_unexplained_video(page):
            messages.error(request, NO_CAPTIONS)
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
