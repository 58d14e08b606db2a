"""What a course is put together from: modules, lessons, tests and assignments in the order their authors want.

Order is not content: whoever writes a course arranges it, also while people learn there, and what they have done stays
done. New parts and new titles are drafts until they are released. While a course waits for somebody's decision, only
those who decide can change it. Wagtail's log keeps who created, moved and deleted what.
"""

from collections.abc import Callable
from functools import partial
from secrets import token_hex

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

from courses.addresses import workbench
from courses.models import AssignmentPage, CoursePage, LessonPage, ModulePage, PartOfCourse, TestPage
from courses.queries.translating.translations import is_translated
from courses.services.translating.translated_drafts import translate_title
from courses.services.writing.authoring import has_traces
from lms.core import journal
from lms.core.errors import Refused, TooLate
from people.models import User
from people.policies import require

MOST_PARTS = 150
LESSON_TO_WRITE = [{"type": "text", "value": ""}]  # to type into at once; empty, it cannot be published by mistake
KINDS: dict[str, Callable[..., PartOfCourse]] = {
    "lesson": partial(LessonPage, body=LESSON_TO_WRITE),
    "module": ModulePage,
    "test": TestPage,
    "assignment": partial(AssignmentPage, body=LESSON_TO_WRITE),
}


@transaction.atomic
def add_part(course: CoursePage, kind: str, title: str, *, actor: User, after: int | None = None) -> PartOfCourse:
    """Begin a part as a draft: at the end of the course, after another part, or (0) in front."""
    order = _opened(course, actor)
    if len(order) >= MOST_PARTS:
        raise Refused(_("This course is very long already. Please begin a second one."), about=workbench(course))
    part = begun(kind, title, actor)
    if not order or after is None:
        _page(course.pk).add_child(instance=part)
    elif after == 0:
        _page(order[0]).add_sibling(pos="left", instance=part)
    else:
        _check_there(order, after, course)
        _page(after).add_sibling(pos="right", instance=part)
    part.save_revision(user=actor, clean=False)
    return part


def begun(kind: str, title: str, actor: User) -> PartOfCourse:
    return KINDS[kind](title=title, slug=slug_for(kind, title), live=False, owner=actor)


def slug_for(kind: str, title: str) -> str:
    """Wagtail makes the slug of a title, unless no letter of it can stand in an address."""
    return "" if slugify(title) else f"{kind}-{token_hex(4)}"


@transaction.atomic
def rename_part(part: PartOfCourse, title: str, *, actor: User) -> None:
    """A new title is content: learners see it once it is released."""
    course = part.course
    _check_there(_opened(course, actor), part.pk, course)
    _check_nobody_locked(part, course, actor)
    newest = part.get_latest_revision_as_object()
    if is_translated(part):
        translate_title(part, title, actor=actor)
    elif newest.title != title:
        newest.title = title
        newest.save_revision(user=actor, clean=False)
        journal.record(part, "courses.part.rename", actor=actor)


@transaction.atomic
def move_part(part: PartOfCourse, beside: int, *, after: bool, actor: User) -> None:
    """Put a part before or after another one, modules with everything that belongs to them.

    The place is named by a neighbour and not by a number, so that it means the same when somebody else
    rearranges at the same time, and sending it twice moves nothing twice.
    """
    course = part.course
    order = _opened(course, actor)
    _check_there(order, part.pk, course)
    _check_there(order, beside, course)
    modules = set(ModulePage.objects.child_of(course).values_list("pk", flat=True))
    block = _block(order, part.pk, modules)
    if beside not in block:
        last = _block(order, beside, modules)[-1] if part.pk in modules else beside
        _place(block, last if after else beside, "right" if after else "left", actor)


def _block(order: list[int], part: int, modules: set[int]) -> list[int]:
    """The part, and below a module heading what stands under it."""
    start = order.index(part)
    if part not in modules:
        return [part]
    end = next((n for n, key in enumerate(order) if n > start and key in modules), len(order))
    return order[start:end]


def _place(block: list[int], anchor: int, pos: str, actor: User) -> None:
    for key in block:
        MovePageAction(_page(key), _page(anchor), pos, user=actor).execute(skip_permission_checks=True)
        anchor, pos = key, "right"


@transaction.atomic
def remove_part(part: PartOfCourse, *, actor: User) -> None:
    """Delete a draft. What is published or was learned on stays."""
    course = part.course
    _check_there(_opened(course, actor), part.pk, course)
    _check_nobody_locked(part, course, actor)
    if reason := why_it_stays(part):
        raise Refused(reason, about=workbench(course))
    _page(part.pk).specific.delete(user=actor)
    journal.record(course, "courses.part.remove", actor=actor)


def why_it_stays(part: Page) -> str:
    if has_traces(part):
        return _("Somebody has already learned here, so this part must stay. The training office can unpublish it.")
    if part.live:
        return _("This part is published. The training office can unpublish it, then it can be removed.")
    return ""


def _opened(course: CoursePage, actor: User) -> list[int]:
    """The parts in their order, after locking the course: of two who rearrange, the second sees what the first did."""
    require("courses.edit", actor, course, city_id=course.city.pk)
    Page.objects.select_for_update().get(pk=course.pk)
    _check_nobody_locked(course, course, actor)
    return list(Page.objects.child_of(course).order_by("path").values_list("pk", flat=True))


def _check_nobody_locked(page: Page, course: CoursePage, actor: User) -> None:
    lock = page.get_lock()
    if lock and lock.for_user(actor):
        sentence = _("This is locked while somebody decides about it or works on it. Please try again afterwards.")
        raise Refused(sentence, about=workbench(course))


def _check_there(order: list[int], part: int, course: CoursePage) -> None:
    if part not in order:
        raise TooLate(_("Somebody has removed this part in the meantime."), about=workbench(course))


def _page(key: int) -> Page:
    """As it stands now: moving changes the paths of others."""
    return Page.objects.get(pk=key)
