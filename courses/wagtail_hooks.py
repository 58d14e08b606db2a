"""What the editor of the courses must not do, and what the log calls the things people do."""

from typing import Any

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page

from courses.editor import content_checks, look, reading  # noqa: F401 - they register how the editor looks
from courses.queries.reading.closing import courses_with_learners
from courses.queries.reviewing.review import COURSE_DEPTH
from courses.queries.translating.translations import is_translated
from courses.services.sharing.adapting import keep_origins, lead_links_of_drafts
from courses.services.writing.authoring import has_runs, has_traces
from lms.core import journal

LOGGED = {
    "courses.enrollment.enroll": _("Enrolled in a course"),
    "courses.enrollment.withdraw": _("Left a course"),
    "courses.enrollment.request": _("Asked for a seat in a course run"),
    "courses.enrollment.wait": _("Put on the waiting list of a course run"),
    "courses.enrollment.approve": _("Admitted to a course run"),
    "courses.enrollment.decline": _("Not admitted to a course run"),
    "courses.enrollment.promote": _("Moved up from the waiting list"),
    "courses.enrollment.join": _("Joined a course run"),
    "courses.run.create": _("Course run planned"),
    "courses.run.change": _("Course run changed"),
    "courses.run.cancel": _("Course run cancelled"),
    "courses.session.create": _("Session planned"),
    "courses.session.change": _("Session changed"),
    "courses.session.remove": _("Session removed"),
    "courses.session.attendance": _("Attendance noted"),
    "learning.list.import": _("Enrolled from a list"),
    "learning.cohort.enroll": _("Enrolled a cohort"),
    "courses.enrollment.complete": _("Completed a course"),
    "courses.enrollment.renew": _("Began a course again"),
    "courses.enrollment.confirm": _("Confirmed by a trainer"),
    "courses.rule.change": _("Rule of completion changed"),
    "courses.course.require": _("Prerequisites changed"),
    "courses.attempt.start": _("Test begun"),
    "courses.attempt.submit": _("Test handed in"),
    "courses.extra_time.grant": _("Arranged how somebody takes tests"),
    "courses.extra_time.end": _("Ended how somebody takes tests"),
    "courses.attempt.mark": _("Answer marked"),
    "courses.submission.hand_in": _("Work handed in"),
    "courses.submission.accept": _("Work accepted"),
    "courses.submission.return": _("Work given back"),
    "courses.test.regrade": _("Attempts re-graded after a question was corrected"),
    "courses.question.ask": _("Asked about a lesson"),
    "courses.question.answer": _("Answered a question about a lesson"),
    "courses.question.remove": _("Question about a lesson removed"),
    "courses.answer.remove": _("Answer about a lesson removed"),
    "courses.enrollment.end": _("Stopped because the course was closed"),
    "courses.course.close": _("Closed to new learners"),
    "courses.course.close_to_all": _("Closed to everybody"),
    "courses.course.reopen": _("Opened again"),
    "courses.co_author.invite": _("Co-author invited"),
    "courses.co_author.end": _("Co-authorship ended"),
    "courses.part.rename": _("Renamed"),
    "courses.course.translate": _("Translation begun"),
    "courses.course.bring_over": _("Brought to the state of the original"),
    "courses.course.go_own_way": _("Continued without the original"),
    "courses.course.adapt": _("Adapted from a course of another city"),
    "courses.course.take_over": _("Changes of the original taken over"),
    "courses.course.leave": _("Changes of the original turned down"),
    "courses.annex.start": _("Addition for the own city begun"),
    "courses.annex.submit": _("Addition for the own city handed in"),
    "courses.annex.remove": _("Addition of a city removed"),
    "courses.part.remove": _("Part removed"),
    "courses.course.submit": _("Handed in"),
    "courses.course.recommend": _("Recommended by a partner city"),
    "courses.course.release": _("Released"),
    "courses.course.return": _("Sent back with a comment"),
    "courses.course.withdraw": _("Taken back"),
}
journal.name_actions(LOGGED)

ASK = _("People are learning in “%(title)s”. Please say what happens to them.")
KEEP = _("Somebody has already learned here, so “%(title)s” must stay. Unpublish it instead of deleting it.")
PLANNED = _("A course run is planned here, so “%(title)s” must stay. Unpublish it instead of deleting it.")


@hooks.register("after_copy_page")
def keep_where_it_came_from(request, page, new_page):
    keep_origins(page, new_page)


@hooks.register("before_delete_page")
def keep_what_was_learned(request, page):
    return ask_what_happens_to_learners(request, page) or _kept(request, page)


def _kept(request, page):
    """Where there is evidence or somebody counts on it, a sentence, and the way back."""
    reason = KEEP if has_traces(page) else PLANNED if has_runs(page) else None
    if reason is None:
        return None
    messages.error(request, reason % {"title": page.title})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_edit_page", order=-1)
def translate_text_by_text(request, page):
    """Translations are written beside their original. localize would bring an editor of its own, with its own rules."""
    if is_translated(page):
        return redirect("courses:translate", page.specific.course.pk if page.depth > COURSE_DEPTH else page.pk, page.pk)
    if request.method == "POST" and any(name.startswith("localize-") for name in request.POST):
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("construct_page_action_menu")
def without_the_menu_of_localize(items, request, context):
    items[:] = [item for item in items if not (item.name or "").startswith("localize-")]


@hooks.register("after_copy_page")
def lead_to_the_copy(request, page, copy):
    """Questions and links of the copied parts lead to copied lessons."""
    pages = [[one.specific for one in (top, *top.get_children().order_by("path"))] for top in (page, copy)]
    if len(pages[0]) == len(pages[1]):
        copies = {old.pk: new.pk for old, new in zip(*pages, strict=True)}
        lead_links_of_drafts(pages[1], copies, actor=request.user)


@hooks.register("before_unpublish_page")
def ask_what_happens_to_learners(request, page):
    course = courses_with_learners(page).first()
    if course is None:
        return None
    messages.warning(request, ASK % {"title": course.title})
    return redirect("courses:course_close", course.pk)


@hooks.register("after_unpublish_page")
def name_what_stays_published(request, page):
    """A translation has learners of its own, so it does not go with its original."""
    for one in Page.objects.live().filter(translation_key=page.translation_key).select_related("locale"):
        facts = {"title": one.title, "language": one.locale.get_display_name()}
        messages.warning(request, _("“%(title)s” in %(language)s is still published.") % facts)


@hooks.register("before_bulk_action")
def check_bulk_action(request, action_type, objects, action_class_instance):
    """Bulk actions skip the form of the page and its checks."""
    if Page not in action_class_instance.models:
        return None
    for page in objects:
        if action_type == "unpublish" and (answer := ask_what_happens_to_learners(request, page)):
            return answer
        if action_type == "delete" and (answer := _kept(request, page)):
            return answer
    return None


class ReadOnlyPages(PagesAdminAPIViewSet):
    """The choosers of the editor read here. Nothing is published, copied or moved past our forms."""

    actions: dict[str, Any] = {}


@hooks.register("construct_admin_api")
def nothing_is_done_through_the_interface(router):
    router.register_endpoint("pages", ReadOnlyPages)
