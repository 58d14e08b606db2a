"""Writing a course together: trainers of partner cities are invited to one course, and to nothing else."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from courses.addresses import workbench, workbench_url
from courses.models import CoAuthor, CoursePage
from courses.queries.translating.translations import translations_of
from courses.queries.writing.co_authors import trainers_to_invite
from courses.services.writing.rights import end_writing_along, let_write_along
from lms.core import journal
from lms.core.errors import Refused
from lms.notifications.services import notify
from people.models import Role, User
from people.policies import require
from people.queries import people_with


@transaction.atomic
def invite(course: CoursePage, person: User, *, actor: User) -> CoAuthor:
    """Let a trainer of a partner city write along, at once; inviting again changes nothing."""
    require("courses.invite", actor, course, city_id=course.city.pk)
    if not trainers_to_invite(course).filter(pk=person.pk).exists():
        raise Refused(_("Only trainers of partner cities can be invited to write along."), about=workbench(course))
    invited, is_new = _let_in(course, person, actor)
    if is_new:
        for translated in translations_of(course):
            _let_in(translated, person, actor)
        journal.record(course, "courses.co_author.invite", actor=actor)
        facts = {"title": course.draft_title, "city": course.city.name, "by": actor.full_name}
        notify(person, "courses/co_author_invited", url=workbench_url(course), **facts)
    return invited


def _let_in(course: CoursePage, person: User, by: User | None) -> tuple[CoAuthor, bool]:
    co_author, is_new = CoAuthor.objects.get_or_create(course=course, person=person, defaults={"invited_by": by})
    let_write_along(course, person)
    return co_author, is_new


def let_authors_of_the_original_in(course: CoursePage, translated: CoursePage) -> None:
    """Who writes along in a course writes along in its translations."""
    for one in course.co_authors.select_related("person", "invited_by"):
        _let_in(translated, one.person, one.invited_by)


@transaction.atomic
def end_co_authorship(co_author: CoAuthor, *, actor: User) -> None:
    """Co-authors leave, or the city that invited them says thank you."""
    require("courses.end_co_authorship", actor, co_author, city_id=co_author.course.city.pk)
    course, person = co_author.course, co_author.person
    for one in CoAuthor.objects.filter(course__in=translations_of(course), person=person).select_related("course"):
        _end(one, actor=actor)
    _end(co_author, actor=actor)
    if person != actor:
        facts = {"title": course.draft_title, "city": course.city.name}
        notify(person, "courses/co_author_ended", url=reverse("courses:teaching"), **facts)
    elif co_author.invited_by:
        facts = {"title": course.draft_title, "by": person.full_name}
        notify(co_author.invited_by, "courses/co_author_left", url=workbench_url(course), **facts)


def end_for_former_trainers() -> int:
    """Who trains nobody any more writes along nowhere; their rights ended with the role."""
    former = CoAuthor.objects.exclude(person__in=people_with(Role.TRAINER)).select_related("course", "person")
    ended = list(former)
    for co_author in ended:
        with transaction.atomic():
            _end(co_author, actor=None)
    return len(ended)


def _end(co_author: CoAuthor, *, actor: User | None) -> None:
    end_writing_along(co_author.course, co_author.person)
    journal.record(co_author.course, "courses.co_author.end", actor=actor)
    co_author.delete()
