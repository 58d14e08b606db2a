"""What a city adds to a course for its own people: contacts, local rules, a lesson of its own."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page

from courses.models import AnnexPage, CityShelfPage, CoursePage, LessonPage
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.structure import LESSON_TO_WRITE, slug_for
from lms.core import journal
from lms.core.errors import Refused
from people.models import City, User
from people.policies import require


@transaction.atomic
def start_annex(
    course: CoursePage, city: City, *, title: str, lesson: LessonPage | None = None, actor: User
) -> AnnexPage:
    """Begin a draft on the shelf of the city: at the end of a lesson, or as a lesson at the end of the course."""
    require("courses.annex", actor, city, city_id=city.pk)
    if not CoursePage.objects.visible_to(actor).filter(pk=course.pk).exists():
        raise Refused(_("This course is not published at the moment, so nothing can be added to it."))
    if lesson and not (lesson.live and lesson.is_child_of(course)):
        raise Refused(_("This lesson is no longer part of the course. Please choose another place."), about=course)
    shelf = CityShelfPage.objects.filter(city=city).first() or set_up_shelf(city)
    Page.objects.select_for_update().get(pk=shelf.pk)  # of two who begin at once, each gets a place of its own
    annex: AnnexPage = AnnexPage(
        title=title, slug=slug_for("annex", title), course=course, lesson=lesson, live=False, owner=actor,
        locale=course.locale, body=LESSON_TO_WRITE,
    )  # fmt: skip
    CityShelfPage.objects.get(pk=shelf.pk).add_child(instance=annex)
    annex.save_revision(user=actor, clean=False)
    journal.record(annex, "courses.annex.start", actor=actor, course=course.pk, city=city.slug)
    return annex


@transaction.atomic
def remove_annex(annex: AnnexPage, *, actor: User) -> None:
    """Nobody's progress hangs on it, so it goes at once."""
    require("courses.edit", actor, annex, city_id=annex.city.pk)
    if annex.course:
        journal.record(annex.course, "courses.annex.remove", actor=actor, city=annex.city.slug)
    DeletePageAction(annex, user=actor).execute(skip_permission_checks=True)  # our policy was asked
