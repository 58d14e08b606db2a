"""Handing in, recommending, releasing, sending back: a course with all its pages at once, or one page in the editor.

Wagtail carries each page through its steps. People think in courses, so there is one journal entry and one message
for a course, not one for each of its pages. Of two who decide at once, one does.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from courses.addresses import workbench, workbench_url
from courses.models import AnnexPage, CoAuthor, CoursePage, PartnerReview, Release, city_of, course_of, readers_of
from courses.queries.reviewing.review import active_in, pages_of, pages_to_submit, states_in
from courses.queries.writing.readiness import readiness_of
from courses.readiness import check
from courses.readiness.gate import InEditor, NotReady
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.notifications.models import Notification
from lms.notifications.services import notify
from people.models import Role, User
from people.policies import allowed, require
from people.queries import people_with

Step = type[PartnerReview] | type[Release]
STEPS: tuple[Step, ...] = (PartnerReview, Release)


@transaction.atomic
def submit_course(course: CoursePage, *, actor: User, comment: str = "") -> int:
    """Hand in everything that is new or changed; returns how many pages."""
    require("courses.edit", actor, course, city_id=course.city.pk)
    course = _locked(course)
    pages = pages_to_submit(course)
    if not pages:
        sentence = _("There is nothing to hand in: all of it is published or waits for somebody already.")
        raise TooLate(sentence, about=workbench(course))
    _refuse_unready(course, pages)
    for page in pages:
        _hand_in(page, actor)
    states_in(pages).update(comment=comment)
    journal.record(course, "courses.course.submit", actor=actor, pages=len(pages))
    ask(course, actor=actor)
    return len(pages)


@transaction.atomic
def submit_annex(annex: AnnexPage, *, actor: User) -> None:
    """What a city adds for its own people goes to its own office; no partner city reads it."""
    require("courses.edit", actor, annex, city_id=annex.city.pk)
    annex = AnnexPage.objects.select_for_update(of=("self",)).get(pk=annex.pk)
    if annex.workflow_in_progress or (annex.live and not annex.has_unpublished_changes):
        raise TooLate(_("This is published or waits for your training office already."), about=InEditor(annex))
    if found := [finding for finding in check(annex) if finding.is_blocker]:
        raise NotReady([(annex, found)])
    _hand_in(annex, actor)
    journal.record(annex, "courses.annex.submit", actor=actor)
    ask(annex, actor=actor)


@transaction.atomic
def recommend_course(course: CoursePage, *, actor: User, comment: str = "") -> None:
    """A colleague of a partner city has read everything that waits and finds it good."""
    require("courses.recommend", actor, course)
    course = _locked(course)
    states = _waiting(course, PartnerReview)
    _approve(states, actor, comment)
    journal.record(course, "courses.course.recommend", actor=actor, pages=len(states))
    ask(course, actor=actor)
    _tell_authors(course, states, actor, "courses/course_recommended")


@transaction.atomic
def release_course(course: CoursePage, *, actor: User) -> None:
    """The training office publishes everything that waits: parts first, then the course that shows them."""
    require("courses.release", actor, course, city_id=course.city.pk)
    course = _locked(course)
    states = _waiting(course, Release)
    _approve(states, actor)
    journal.record(course, "courses.course.release", actor=actor, pages=len(states))
    _tell_authors(course, states, actor, "courses/course_released")


@transaction.atomic
def return_course(course: CoursePage, *, actor: User, comment: str) -> None:
    """Who has to decide sends everything back that waits for them, and says why."""
    mine = [step for step in STEPS if allowed(step.permission, actor, course)]
    if not mine:
        raise NotAllowed(role=Role.TRAINER)
    course = _locked(course)
    states = _waiting(course, *mine)
    _send_back(course, states, actor, comment)
    journal.record(course, "courses.course.return", actor=actor, pages=len(states))
    _tell_authors(course, states, actor, "courses/course_returned")


@transaction.atomic
def withdraw_submission(course: CoursePage, *, actor: User) -> None:
    """Those who write it take it back, to go on writing."""
    require("courses.edit", actor, course, city_id=course.city.pk)
    course = _locked(course)
    active = list(active_in(pages_of(course)))
    if not active:
        sentence = _("Nothing waits any more: it was decided or taken back in the meantime.")
        raise TooLate(sentence, about=workbench(course))
    for state in active:
        state.cancel(user=actor)
    journal.record(course, "courses.course.withdraw", actor=actor, pages=len(active))


@transaction.atomic
def decide(task_state: TaskState, action: str, *, actor: User, comment: str = "") -> None:
    """The same for one page, from Wagtail's editor."""
    page = task_state.workflow_state.content_object.specific
    course = course_of(page)
    if course:
        _locked(course)
    step = task_state.task.specific_class
    require(step.permission, actor, page)
    states = _waiting(page, step, alone=True)
    if action == "approve":
        _approve(states, actor, comment)
    else:
        _send_back(page, states, actor, comment)
    if kind := _news(course or page, step, action):
        _tell_authors(course or page, states, actor, kind)
        if action == "approve":
            ask(course or page, actor=actor)


def ask(page: Any, *, actor: User) -> None:
    """Tell those whose turn it is, unless they have the same message unread: of a course, or what a city adds."""
    waiting = {state.task.specific_class for state in states_in(pages_of(page))}
    if PartnerReview in waiting:
        kind, people = "courses/course_to_read", readers_of(page)
    elif Release in waiting:
        kind = "courses/addition_to_release" if isinstance(page, AnnexPage) else "courses/course_to_release"
        people = people_with(Role.HR, city=city_of(page))
    else:
        return
    told = Notification.objects.unread().filter(kind=kind, url=_url(page)).values("recipient_id")
    for person in people.exclude(pk__in=told).exclude(pk=actor.pk):
        notify(person, kind, url=_url(page), by=actor.full_name, **_facts(page))


def _locked(course: CoursePage) -> CoursePage:
    """The course as it is now; whoever else decides about it waits until this is done."""
    locked: CoursePage = CoursePage.objects.select_for_update(of=("self",)).get(pk=course.pk)
    return locked


def _waiting(page: Page, *steps: Step, alone: bool = False) -> list[TaskState]:
    """What waits at these steps, the parts before the course they belong to."""
    pages = {str(one.pk): one for one in ([page] if alone else pages_of(page))}
    found = [one for one in states_in(pages.values()) if one.task.specific_class in steps]
    if not found:
        about = workbench(page) if isinstance(page, CoursePage) else None
        raise TooLate(_("Somebody was faster: this has already been decided. You see the new state."), about=about)
    _refuse_changed(found, pages)
    return sorted(found, key=lambda one: (-pages[one.workflow_state.object_id].depth, one.pk))


def _refuse_changed(states: Iterable[TaskState], pages: dict[str, Page]) -> None:
    """What is decided about is what was read."""
    for state in states:
        page = pages[state.workflow_state.object_id]
        if state.revision_id != page.latest_revision_id:
            sentence = _("“%(title)s” has been changed since it was handed in. It has to be handed in again.")
            raise Refused(sentence % {"title": page.draft_title}, about=InEditor(page))


def _refuse_unready(course: CoursePage, pages: Sequence[Any]) -> None:
    readiness = readiness_of(course)
    findings = [(page, [one for one in readiness.of(page).findings if one.is_blocker]) for page in pages]
    if unready := [(page, found) for page, found in findings if found]:
        raise NotReady(unready)


def _hand_in(page: Any, actor: User) -> None:
    if page.latest_revision is None:
        page.save_revision(user=actor, clean=False)
    if state := page.current_workflow_state:
        state.resume(actor)
    else:
        page.get_workflow().start(page, actor)


def _approve(states: Iterable[TaskState], actor: User, comment: str = "") -> None:
    for state in states:
        state.approve(user=actor, comment=comment)


def _send_back(page: Page, states: Iterable[TaskState], actor: User, comment: str) -> None:
    if not comment.strip():
        raise Refused(_("Please say what should be changed."), about=InEditor(page))
    for state in states:
        state.reject(user=actor, comment=comment.strip())


def _news(page: Any, step: Step, action: str) -> str:
    """What the authors are told after a decision about one page: when it comes back, or when all of it has passed."""
    if action != "approve":
        return "courses/course_returned"
    if any(state.task.specific_class is step for state in states_in(pages_of(page))):
        return ""
    return "courses/course_recommended" if step is PartnerReview else "courses/course_released"


def _tell_authors(page: Any, states: Iterable[TaskState], actor: User, kind: str) -> None:
    authors = {state.workflow_state.requested_by for state in states} | {page.owner}
    authors |= {one.person for one in CoAuthor.objects.filter(course_id=page.pk).select_related("person")}
    for person in sorted((one for one in authors if one and one.is_active and one != actor), key=lambda one: one.pk):
        notify(person, kind, url=_url(page), by=actor.full_name, **_facts(page))


def _facts(page: Any) -> dict[str, str]:
    return {"title": page.draft_title, "city": city_of(page).name}


def _url(page: Any) -> str:
    return workbench_url(page) if isinstance(page, CoursePage) else InEditor(page).get_absolute_url()
