"""How a course stands as a whole: whose turn it is, by name, and what comes next for those who write it."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, TaskState, WorkflowState

from courses.models import CoursePage, readers_of
from courses.queries.reviewing.review import PARTNER, RELEASE, RETURNED, ReviewOptions, ReviewState
from courses.queries.writing.workbench import Workbench, state_of
from people.models import Role
from people.queries import people_with

NAMED = 3
TEXTS_MISSING = "texts_missing"
WRITE = {"test": gettext_lazy("Write the test"), "assignment": gettext_lazy("Write the assignment")}


@dataclass(frozen=True)
class Turn:
    who: str
    names: str
    what: str
    since: datetime | None


def turn_of(course: CoursePage, review: ReviewState) -> Turn | None:
    if review.step == PARTNER:
        people = readers_of(course)
        who, what = _("Trainers of a partner city"), _("One of them reads the course.")
    elif review.step == RELEASE:
        people = people_with(Role.HR, city=course.city)
        who, what = _("Training office %(city)s") % {"city": course.city.name}, _("They publish what was handed in.")
    else:
        return None
    return Turn(who, _listed([person.full_name for person in people]), what, review.since)


def partner_word(review: ReviewState) -> TaskState | None:
    """Who read what waits now for a partner city, and what they said."""
    if review.step != RELEASE:
        return None
    keys = [str(page.pk) for page in review.pages]
    read = TaskState.objects.filter(
        status=TaskState.STATUS_APPROVED,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        workflow_state__object_id__in=keys,
    )
    word: TaskState | None = read.select_related("finished_by").order_by("finished_at", "pk").last()
    return word


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return _("%(names)s and %(n)s more") % {"names": shown, "n": more} if more > 0 else shown


def course_state(course: CoursePage, *, step: str, has_drafts: bool) -> tuple[str, str]:
    """Tone and words for the course as a whole: where its review stands, and whether it holds unpublished parts."""
    if step == RETURNED:
        return "warn", _("sent back")
    if course.closed_on:
        return "stop", _("closed to new learners") if course.live else _("closed")
    if step:
        return "warn", _("being reviewed")
    if course.live and has_drafts:
        return "here", _("published, changed since")
    return state_of(course)


@dataclass(frozen=True)
class Next:
    """The one thing to do now: a sentence, and where it leads. A `step` is sent, a `url` is a link."""

    title: str
    text: str = ""
    url: str = ""
    label: str = ""
    step: str = ""


def next_of(bench: Workbench, options: ReviewOptions) -> Next:
    """For those who write the course; who decides about it finds a form instead."""
    course = bench.course
    if course.closed_on and not course.live:
        return Next(_("This course is closed"), _("What people learned here is kept. It can be opened again."))
    if bench.review.is_waiting:
        return Next(_("The course is being looked at"), _("You get a message as soon as somebody has decided."))
    if not any(row.kind == "lesson" for row in bench.rows):
        return Next(_("Begin with a lesson"), _("A title is enough to begin."), "#neu", _("Add a lesson"))
    if not bench.readiness.is_ready:
        return _next_to_write(bench)
    if options.submit and bench.review.step == RETURNED:
        text = _("Change what the comment asks for, then hand it in again.")
        return Next(_("The course came back"), text, label=_("Hand in again"), step="submit")
    if options.submit:
        text = _("A partner city reads it, then your training office publishes it.")
        return Next(_("Everything is ready to be handed in"), text, label=_("Hand in"), step="submit")
    return Next(_("Everything is published"), _("Learners can take the course."), str(course.url), _("See the course"))


def _next_to_write(bench: Workbench) -> Next:
    if row := bench.unfinished:
        text = _("“%(title)s” is not finished yet.") % {"title": row.title}
        if row.readiness.blockers[0][0].code == TEXTS_MISSING:
            return Next(_("Go on translating"), text, row.readiness.edit_url, _("Translate"))
        return Next(_("Go on writing"), text, row.readiness.edit_url, str(WRITE.get(row.kind, _("Write the lesson"))))
    finding, url = bench.readiness.pages[0].blockers[0]
    label = _("Translate") if finding.code == TEXTS_MISSING else _("Edit the details")
    return Next(_("Complete what the course says about itself"), finding.sentence, url, label)
