"""Nürnberg's course "Akten führen", which Augsburg adapts, and what happens to both."""

from courses.models import CoursePage, LessonPage, ModulePage
from courses.queries.sharing.adaptations import changes_of
from courses.services.sharing.adapting import adapt_course
from tests.factories.courses import BODY, CourseFactory, InTreeFactory, LessonFactory, questions, shelf_of
from tests.factories.courses import TestPageFactory as ATestFactory


class ModuleFactory(InTreeFactory):
    class Meta:
        model = ModulePage


def text(key, words):
    return {"type": "text", "id": key, "value": f"<p>{words}</p>"}


def a_course(cast, **more):
    """A module, two lessons of which the second links to the first, and a test that names the first."""
    for city in (cast.nuremberg, cast.augsburg, cast.munich):
        shelf_of(city)
    told = {"goals": [("goal", "Akten ordnen und wiederfinden")], "contact": "n@example.org"} | more
    course = CourseFactory(city=cast.nuremberg, title="Akten führen", slug="akten", lessons=0, **told)
    ModuleFactory(parent=course, title="Grundlagen", intro="Womit alles beginnt.")
    first = LessonFactory(parent=course, title="Ordnen", slug="ordnen")
    link = f'Lies <a linktype="page" id="{first.pk}">Ordnen</a>.'
    LessonFactory(parent=course, title="Finden", slug="finden", body=[*BODY, text("link", link)])
    ATestFactory(parent=course, questions=questions(first.pk))
    return fresh(course)


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def adapted(course, cast):
    """Augsburg's version, made by its trainer Dieter."""
    return adapt_course(course, cast.augsburg, actor=cast.dieter)[0]


def parts(course):
    return list(fresh(course).get_children().specific().order_by("path"))


def lesson(course, title):
    return LessonPage.objects.child_of(course).get(title=title)


def publish(page, *, by=None, **changes):
    """Somebody rewrites a page and publishes it."""
    page = draft(page, by=by, **changes)
    page.get_latest_revision().publish(user=by)
    return fresh(page)


def draft(page, *, by=None, **changes):
    newest = fresh(page).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(newest, name, value)
    newest.save_revision(user=by, clean=False)
    return fresh(page)


def release(copy):
    """The office publishes all drafts of a version, as soon as it says whom to ask."""
    for page in [*parts(copy), draft(copy, contact="a@example.org")]:
        page.get_latest_revision().publish()
    return fresh(copy)


def content(page):
    """What the newest draft of a page says, by the ids of its blocks."""
    newest = fresh(page).get_latest_revision_as_object()
    stream = newest.body if isinstance(newest, LessonPage) else newest.questions
    return {block.id: block.get_prep_value()["value"] for block in stream}


def open_changes(copy):
    """What waits for a decision: page, kind of change, place, block."""
    return [(pair.page.draft_title, c.kind, c.place, c.block) for pair, c in changes_of(copy).open.values()]


def keys(copy, *kinds):
    return [key for key, (_pair, change) in changes_of(copy).open.items() if not kinds or change.kind in kinds]


def title_of(copy):
    return CoursePage.objects.get(pk=copy.pk).draft_title
