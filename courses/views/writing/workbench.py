"""Where a course is put together. Everything is a link or a button that posts; nothing needs a script or a mouse."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from courses.addresses import workbench, workbench_url
from courses.forms.teaching import InviteForm, PartForm, ReviewForm, TitleForm
from courses.models import CoAuthor, CoursePage
from courses.queries.enrolling.runs import organised_runs
from courses.queries.reading.closing import why_closed
from courses.queries.reading.languages import languages_of
from courses.queries.reviewing.review import review_options, review_state, waiting_for
from courses.queries.sharing.adaptations import changes_of
from courses.queries.sharing.sharing import origin_of
from courses.queries.writing.co_authors import co_authors_of
from courses.queries.writing.turns import course_state, next_of, partner_word, turn_of
from courses.queries.writing.workbench import courses_to_edit, history_of, workbench_of
from courses.services.writing import co_authors, structure
from lms.core.addresses import number
from lms.core.errors import TooLate
from lms.core.forms import posted
from lms.notifications.models import Notification
from people.policies import allowed


def _find(request, pk):
    return get_object_or_404(courses_to_edit(request.user), pk=pk)


def find_open(request, pk):
    """For those who write the course, and for those who decide about it right now."""
    if course := courses_to_edit(request.user).filter(pk=pk).first():
        return course
    waiting = [row.page.pk for row in waiting_for(request.user)]
    return get_object_or_404(CoursePage.objects.filter(pk__in=waiting), pk=pk)


def _part(course, pk):
    """A part of this course; it may be gone since somebody looked at the list."""
    found = Page.objects.child_of(course).filter(pk=pk).first()
    if found is None:
        raise TooLate(_("Somebody has removed this part in the meantime."), about=workbench(course))
    return found.specific


def _to_part(course, part):
    return redirect(f"{workbench_url(course)}#teil-{part.pk}")


def was_sent_here(request):
    """By a message, while it was this person's turn."""
    return Notification.objects.visible_to(request.user).filter(url=request.path).exists()


@require_safe
def show(request, pk):
    try:
        course = find_open(request, pk)
    except Http404:
        if not was_sent_here(request):
            raise
        messages.info(request, _("This course does not wait for you any more: somebody has decided."))
        return redirect("courses:teaching")
    after = request.GET.get("nach", "")
    start = 0 if after == "anfang" else number(after) or None
    return page_of(request, course, add=PartForm(initial={"after": start}))


def page_of(request, course, *, opened=None, status=200, **forms):
    """The workbench. `forms` are those that need another look: add, title, invite, review."""
    bench = workbench_of(course, review_state(course))
    key = opened or number(request.GET.get("teil"))
    context = {
        "course": course,
        "bench": bench,
        "history": history_of(bench),
        "review_form": forms.get("review") or ReviewForm(),
        "runs": organised_runs(request.user, timezone.localdate(), course),
        **_standing(request.user, bench),
        **_parts(bench, bench.row(key), forms.get("add") or PartForm(), forms.get("title")),
        **_beside(request.user, course, forms.get("invite")),
    }
    return render(request, "courses/workbench/workbench.html", context, status=status)


def _standing(user, bench):
    """How far the course is, and what this person may do about it."""
    course, review = bench.course, bench.review
    options = review_options(user, course, review)
    may_edit = allowed("courses.edit", user, course)
    return {
        "state": course_state(course, step=review.step, has_drafts=bench.has_drafts),
        "next": next_of(bench, options),
        "turn": turn_of(course, review),
        "word": partner_word(review),
        "options": options,
        "may_edit": may_edit,
        "may_arrange": may_edit and (options.send_back or not bench.is_fixed),
        "tests": [row for row in bench.rows if row.kind == "test" and row.page.live],
        "may_regrade": allowed("courses.regrade", user, course),
        "may_publish": allowed("courses.publish", user, course.city),
        "closed_because": why_closed(course, timezone.localdate()),
    }


def _parts(bench, row, add, title):
    """The form to add something, and the row that is opened."""
    return {
        "opened": row,
        "title_form": title or (TitleForm(initial={"title": row.title}) if row else None),
        "places": bench.places(row),
        "why_it_stays": structure.why_it_stays(row.page) if row else "",
        "add": add,
        "add_after": _place_of(add, bench),
    }


def _beside(user, course, invite):
    """Who writes along, in which languages, and what the course came from."""
    news = changes_of(course)
    return {
        "co_authors": co_authors_of(course),
        "invite": (invite or InviteForm(course)) if allowed("courses.invite", user, course) else None,
        "languages": languages_of(course),
        "news": news,
        "origin": origin_of(course) if news else None,
    }


def _place_of(add, bench):
    """Where the form to add something stands: in front (0), below a part, or at the end (None)."""
    value = str(add["after"].value() or "")
    if add["after"].value() == 0 or value == "0":
        return 0
    return number(value) if bench.row(number(value)) else None


@require_POST
def part_add(request, pk):
    course = _find(request, pk)
    form = PartForm(posted(request))
    if not form.is_valid():
        return page_of(request, course, add=form, status=422)
    given = form.cleaned_data
    part = structure.add_part(course, given["kind"], given["title"], actor=request.user, after=given["after"])
    messages.success(request, _("“%(title)s” is added as a draft.") % {"title": part.title})
    return _to_part(course, part)


@require_POST
def part_rename(request, pk, part):
    course = _find(request, pk)
    found = _part(course, part)
    form = TitleForm(posted(request))
    if not form.is_valid():
        return page_of(request, course, title=form, opened=part, status=422)
    structure.rename_part(found, form.cleaned_data["title"], actor=request.user)
    messages.success(request, _("The title is saved."))
    return _to_part(course, found)


@require_POST
def part_move(request, pk, part):
    """`before` or `after` names the part it comes to stand beside."""
    course = _find(request, pk)
    found = _part(course, part)
    after = "after" in request.POST
    beside = number(request.POST.get("after" if after else "before"))
    structure.move_part(found, beside, after=after, actor=request.user)
    messages.success(request, _("“%(title)s” has a new place.") % {"title": found.draft_title})
    return _to_part(course, found)


@require_POST
def part_remove(request, pk, part):
    course = _find(request, pk)
    found = _part(course, part)
    structure.remove_part(found, actor=request.user)
    messages.success(request, _("“%(title)s” is removed.") % {"title": found.draft_title})
    return redirect(workbench_url(course))


@require_POST
def co_author_invite(request, pk):
    course = _find(request, pk)
    form = InviteForm(course, posted(request))
    if not form.is_valid():
        return page_of(request, course, invite=form, status=422)
    invited = co_authors.invite(course, form.cleaned_data["person"], actor=request.user)
    messages.success(request, _("%(name)s can write along now and has a message.") % {"name": invited.person})
    return redirect(f"{workbench_url(course)}#mitschreiben")


@require_POST
def co_author_end(request, pk, co_author):
    course = _find(request, pk)
    found = get_object_or_404(
        CoAuthor.objects.select_related("person", "course", "invited_by"), pk=co_author, course=course
    )
    co_authors.end_co_authorship(found, actor=request.user)
    if found.person_id == request.user.pk:
        messages.success(request, _("You no longer write along here. Thank you for your help."))
        return redirect("courses:teaching")
    messages.success(request, _("%(name)s no longer writes along and has a message.") % {"name": found.person})
    return redirect(f"{workbench_url(course)}#mitschreiben")
