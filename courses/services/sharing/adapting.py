"""A city makes a course of another city its own: a full copy that remembers its origin.

Nothing of what happens to the original later reaches the copy unless its authors take it over, change by change; what
they take over goes into drafts and through their own release, like whatever they write themselves.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from courses.models import Adaptation, CityShelfPage, CoursePage, Licence
from courses.models.sharing import LOCAL
from courses.queries.sharing.adaptations import content_fields, relinked_state, state_of, state_of_course
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.skeleton import is_taken
from courses.texts.adaptation import State
from lms.core import journal
from lms.core.errors import Refused
from people.models import City, User
from people.policies import require

UNSCHEDULED = {"go_live_at": None, "expire_at": None, "locked": False, "locked_at": None, "locked_by": None}


def adaptation_by(city: City, course: CoursePage) -> CoursePage | None:
    """What the city has made of a course already."""
    return CoursePage.objects.filter(adaptation__source=course, adaptation__city=city).first()


@transaction.atomic
def adapt_course(course: CoursePage, city: City, *, actor: User) -> tuple[CoursePage, bool]:
    """Copy what is published of a course to the shelf of a city, as drafts; whether it is new.

    The shelf is locked first, so that of two who press at the same moment the second is led to the copy of the first.
    """
    require("courses.adapt", actor, city, city_id=city.pk)
    _check_may_be_adapted(course, city, actor)
    shelf = CityShelfPage.objects.filter(city=city).first() or set_up_shelf(city)
    Page.objects.select_for_update().get(pk=shelf.pk)
    if existing := adaptation_by(city, course):
        return existing, False
    copy = _copy_course(course, shelf, actor)
    parts = list(course.get_children().live().specific().order_by("path"))
    copies = [copy_part(part, copy, actor=actor) for part in parts]
    remember(copy, course, state_of_course(course, parts), city=city)
    for part, own in zip(parts, copies, strict=True):
        remember(own, part, state_of(part), course=course)
    lead_links([copy, *copies], {one.pk: own.pk for one, own in zip([course, *parts], [copy, *copies], strict=True)})
    journal.record(copy, "courses.course.adapt", actor=actor, source=course.pk, city=city.slug)
    return CoursePage.objects.get(pk=copy.pk), True  # with its parts, which the tree counts


def _check_may_be_adapted(course: CoursePage, city: City, actor: User) -> None:
    if not CoursePage.objects.visible_to(actor).filter(pk=course.pk).exists():
        raise Refused(_("This course is not published at the moment, so it cannot be adapted."))
    if course.city == city:
        raise Refused(_("This course belongs to your own city. You can change it directly."), about=course)
    if course.licence == Licence.ALL_RIGHTS:
        sentence = _(
            "The city of this course has reserved all rights. Please ask its contact whether you may adapt it."
        )
        raise Refused(sentence, about=course)


def _copy_course(course: CoursePage, shelf: CityShelfPage, actor: User) -> CoursePage:
    """What only the other city can say is left empty: whom to ask, for whom it is compulsory, how long it is valid."""
    local = {name: CoursePage._meta.get_field(name).get_default() for name in LOCAL}
    named = {"title": _free_title(course, shelf), "slug": find_available_slug(shelf, course.slug)}
    copy: CoursePage = _copied(course, shelf, actor, **local, **named)
    return copy


def _free_title(course: CoursePage, shelf: CityShelfPage) -> str:
    title: str = course.title
    if not is_taken(shelf, title):
        return title
    ending = f" ({course.city.name})"
    return f"{title[: 255 - len(ending)]}{ending}"


def copy_part(part: Page, course: CoursePage, *, actor: User) -> Any:
    course = CoursePage.objects.get(pk=course.pk)  # each child changes what the tree knows of its parent
    return _copied(part, course, actor, slug=find_available_slug(course, part.slug))


def _copied(page: Page, to: Page, actor: User, **changes: Any) -> Any:
    """Wagtail's copy, as a draft without the history of the original. Rights were asked before, in our own words."""
    action = CopyPageAction(
        page,
        to=to,
        update_attrs=UNSCHEDULED | changes,
        copy_revisions=False,
        keep_live=False,
        user=actor,
        log_action=None,
    )
    return action.execute(skip_permission_checks=True)


def remember(
    page: Page, source: Page, seen: dict[str, Any], *, city: City | None = None, course: CoursePage | None = None
) -> Adaptation:
    """Keep where a page came from; `course` is the one the source is a part of, if it is not a course itself."""
    whole = course or source.specific
    return Adaptation.objects.create(
        page_id=page.pk,
        source_id=source.pk,
        source_title=source.title,
        source_city=whole.city,
        source_licence=whole.licence,
        earlier=_earlier(source) if course is None else [],
        city=city,
        seen={"page": source.pk, **seen},
        told_at=timezone.now(),
    )


def _earlier(source: Page) -> list[dict[str, Any]]:
    """The origins of the original, the nearest first."""
    before = Adaptation.objects.filter(page_id=source.pk).select_related("source_city").first()
    if before is None:
        return []
    told = {"title": before.source_title, "city": before.source_city.name, "licence": before.source_licence}
    return [{"page": before.seen["page"], **told}, *before.earlier]


def keep_origins(page: Page, copy: Page) -> None:
    """When somebody copies an adaptation in the editor, the copy still names where its text came from."""
    pairs = zip(*(one.get_descendants(inclusive=True).order_by("path") for one in (page, copy)), strict=False)
    copies = {old.pk: new.pk for old, new in pairs}
    for row in Adaptation.objects.filter(page__in=copies):
        row.pk, row.page_id, row.city = None, copies[row.page_id], None
        row.save()


def lead_links(copies: list[Any], counterparts: dict[int, int]) -> None:
    """In fresh copies, let links between the parts of a course lead to the copies."""
    for page in copies:
        before = State.of(state_of(page))
        after = relinked_state(type(page), before, counterparts)
        if after != before:
            write(page, after)
            page.save(clean=False, update_fields=list(after.streams))
            page.save_revision(user=page.owner, clean=False, overwrite_revision=page.latest_revision)


def lead_links_of_drafts(copies: list[Any], counterparts: dict[int, int], *, actor: User) -> None:
    """The same where somebody copied drafts as well: in the newest versions."""
    for page in copies:
        newest = page.get_latest_revision_as_object()
        before = State.of(state_of(newest))
        after = relinked_state(type(newest), before, counterparts)
        if after != before:
            write(newest, after)
            newest.save_revision(user=actor, clean=False)


def write(page: Any, state: State) -> None:
    """Put content into a page object; whoever calls saves it."""
    data = state.data()
    for one in content_fields(type(page)):
        if one.name in data["streams"]:
            setattr(page, one.name, data["streams"][one.name])
        elif one.name in data["fields"]:
            setattr(page, one.attname, data["fields"][one.name])
