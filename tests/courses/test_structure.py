"""Barbara puts a course together: modules, lessons and a test in the order she wants."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from wagtail.models import Page

from courses.models import CoursePage, LessonPage, LessonProgress, ModulePage, TestPage
from courses.queries.writing.readiness import readiness_of
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.skeleton import Sketch, create_skeleton, is_taken
from courses.services.writing.structure import add_part, move_part, remove_part, rename_part
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from tests.factories.courses import CourseFactory, InTreeFactory, LessonFactory, lessons_of

PLAN = ["Vorweg", "# Ordnen", "Akten", "Ablage", "# Finden", "Suche", "Test"]
SKETCH = Sketch(
    title="Akten führen",
    goals=["Akten anlegen", "Akten wiederfinden"],
    parts=[("lesson", "Vorweg"), ("module", "Ordnen"), ("lesson", "Akten"), ("lesson", "Ablage")],
    with_test=True,
    language="de",
)


@pytest.fixture
def shelf(cast):
    return set_up_shelf(cast.nuremberg)


class ModuleFactory(InTreeFactory):
    class Meta:
        model = ModulePage


@pytest.fixture
def course(cast, shelf):
    course = CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=0)
    for title in PLAN:
        factory = ModuleFactory if title.startswith("#") else LessonFactory
        factory(parent=course, title=title)
    return course


def titles(course):
    return list(Page.objects.child_of(course).order_by("path").values_list("draft_title", flat=True))


def part(course, title):
    return Page.objects.child_of(course).get(draft_title=title).specific


def move(course, title, *, before="", after="", actor):
    move_part(part(course, title), part(course, before or after).pk, after=bool(after), actor=actor)


# A course in ten minutes


def test_a_skeleton_is_a_draft_of_everything(cast, shelf):
    course = create_skeleton(shelf, SKETCH, actor=cast.barbara)
    kinds = [(type(page.specific).__name__, page.title, page.live) for page in course.get_children()]
    assert kinds == [
        ("LessonPage", "Vorweg", False),
        ("ModulePage", "Ordnen", False),
        ("LessonPage", "Akten", False),
        ("LessonPage", "Ablage", False),
        ("TestPage", "Abschlusstest", False),
    ]
    stored = CoursePage.objects.get(pk=course.pk)
    assert (stored.live, stored.owner, stored.language) == (False, cast.barbara, "de")
    assert [goal.value for goal in stored.get_latest_revision_as_object().goals] == SKETCH.goals


def test_an_english_skeleton_is_english_to_its_last_page(cast, shelf):
    course = create_skeleton(shelf, Sketch("Files", [], [("lesson", "One")], True, "en"), actor=cast.barbara)
    children = [(page.title, page.locale.language_code) for page in course.get_children().select_related("locale")]
    assert children == [("One", "en"), ("Final test", "en")]


def test_what_is_not_written_yet_is_named_and_cannot_be_published(cast, shelf):
    course = create_skeleton(shelf, SKETCH, actor=cast.barbara)
    unfinished = {one.title for one in readiness_of(course).pages if one.blockers}
    assert unfinished == {"Akten führen", "Vorweg", "Akten", "Ablage", "Abschlusstest"}
    with pytest.raises(Refused):
        part(course, "Akten").get_latest_revision().publish(user=cast.hanna)


def test_a_shelf_holds_a_title_once(cast, shelf):
    create_skeleton(shelf, SKETCH, actor=cast.barbara)
    assert is_taken(shelf, "AKTEN FÜHREN")
    with pytest.raises(Refused):
        create_skeleton(shelf, SKETCH, actor=cast.hanna)
    elsewhere = set_up_shelf(cast.augsburg)
    assert create_skeleton(elsewhere, SKETCH, actor=cast.dieter)


@pytest.mark.parametrize("who", ["dieter", "anton", "mina", "konrad"])
def test_nobody_begins_a_course_for_another_city(cast, shelf, who):
    with pytest.raises(NotAllowed):
        create_skeleton(shelf, SKETCH, actor=getattr(cast, who))


def test_titles_without_a_letter_of_ours_get_an_address_too(cast, shelf):
    course = create_skeleton(
        shelf, Sketch("Курс", [], [("lesson", "???"), ("lesson", "!")], False, "de"), actor=cast.barbara
    )
    slugs = [course.slug, *(page.slug for page in course.get_children())]
    assert all(slugs)
    assert len(set(slugs)) == 3


# Adding


@pytest.mark.parametrize(
    ("after", "place"),
    [(None, 7), (0, 0), ("Vorweg", 1), ("Test", 7)],
)
def test_a_part_is_added_where_one_wants_it(course, cast, after, place):
    key = part(course, after).pk if isinstance(after, str) else after
    added = add_part(course, "lesson", "Neu", actor=cast.barbara, after=key)
    assert titles(course).index("Neu") == place
    assert (added.live, LessonPage.objects.get(pk=added.pk).has_unpublished_changes) == (False, True)


def test_everything_can_be_added_to_an_empty_course(cast, shelf):
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    add_part(course, "lesson", "Eins", actor=cast.barbara, after=0)
    add_part(course, "module", "Teil", actor=cast.barbara)
    add_part(course, "test", "Prüfung", actor=cast.barbara)
    assert [type(page.specific) for page in Page.objects.child_of(course)] == [LessonPage, ModulePage, TestPage]


def test_a_course_does_not_grow_for_ever(course, cast, monkeypatch):
    monkeypatch.setattr("courses.services.writing.structure.MOST_PARTS", len(PLAN))
    with pytest.raises(Refused):
        add_part(course, "lesson", "Zu viel", actor=cast.barbara)


# Order


@pytest.mark.parametrize(
    ("move_this", "order"),
    [
        (
            {"title": "Ablage", "before": "Akten"},
            ["Vorweg", "# Ordnen", "Ablage", "Akten", "# Finden", "Suche", "Test"],
        ),
        (
            {"title": "Vorweg", "after": "# Ordnen"},
            ["# Ordnen", "Vorweg", "Akten", "Ablage", "# Finden", "Suche", "Test"],
        ),
        ({"title": "Test", "before": "Vorweg"}, ["Test", "Vorweg", "# Ordnen", "Akten", "Ablage", "# Finden", "Suche"]),
        (
            {"title": "# Finden", "before": "# Ordnen"},
            ["Vorweg", "# Finden", "Suche", "Test", "# Ordnen", "Akten", "Ablage"],
        ),
        (
            {"title": "# Ordnen", "after": "# Finden"},
            ["Vorweg", "# Finden", "Suche", "Test", "# Ordnen", "Akten", "Ablage"],
        ),
        ({"title": "# Ordnen", "after": "Akten"}, PLAN),  # into itself
        ({"title": "Akten", "after": "# Ordnen"}, PLAN),  # where it is already
    ],
)
def test_lessons_move_alone_and_modules_with_what_is_in_them(course, cast, move_this, order):
    title = move_this.pop("title")
    for _twice in range(2):  # sent again, nothing moves again
        move(course, title, **move_this, actor=cast.barbara)
        assert titles(course) == order


def test_any_number_of_moves_leaves_the_same_parts_in_the_order_asked_for(course, cast):
    chance, order = random.Random(7), list(PLAN)
    for _ in range(30):
        title, beside = chance.sample([one for one in order if not one.startswith("#")], 2)
        after = chance.random() < 0.5
        move(course, title, **{"after" if after else "before": beside}, actor=cast.barbara)
        order.remove(title)
        order.insert(order.index(beside) + after, title)
        assert titles(course) == order
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.django_db(transaction=True)
def test_two_who_rearrange_and_add_at_once_leave_a_sound_course(cast):
    set_up_shelf(cast.nuremberg)
    course = CourseFactory(city=cast.nuremberg, lessons=6)
    keys = [lesson.pk for lesson in lessons_of(course)]
    together = Barrier(4)

    def arrange(number):
        try:
            together.wait(timeout=30)
            actor = (cast.barbara, cast.hanna)[number % 2]
            if number == 3:
                return add_part(course, "lesson", "Dazwischen", actor=actor, after=keys[2]).pk
            return move_part(LessonPage.objects.get(pk=keys[number]), keys[5 - number], after=True, actor=actor)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        added = list(pool.map(arrange, range(4)))[3]
    assert {lesson.pk for lesson in lessons_of(course)} == {*keys, added}
    assert Page.find_problems() == ([], [], [], [], [])


def test_moving_what_somebody_learned_on_keeps_it_done(course, cast):
    enrollment = enroll(course, actor=cast.mina)
    mark_lesson_done(enrollment, part(course, "Akten"), actor=cast.mina)
    move(course, "Akten", after="Suche", actor=cast.barbara)
    assert [one.lesson.title for one in LessonProgress.objects.filter(enrollment=enrollment)] == ["Akten"]
    assert part(course, "Akten").live


def test_a_part_that_somebody_removed_meanwhile_is_no_place_any_more(course, cast):
    gone = part(course, "Suche")
    Page.objects.get(pk=gone.pk).delete()
    for late in (
        lambda: move_part(part(course, "Akten"), gone.pk, after=True, actor=cast.barbara),
        lambda: move_part(gone, part(course, "Akten").pk, after=True, actor=cast.barbara),
        lambda: add_part(course, "lesson", "Neu", actor=cast.barbara, after=gone.pk),
        lambda: rename_part(gone, "Anders", actor=cast.barbara),
        lambda: remove_part(gone, actor=cast.barbara),
    ):
        with pytest.raises(TooLate):
            late()
    assert titles(course) == [title for title in PLAN if title != "Suche"]


def test_a_part_of_another_course_is_no_neighbour(course, cast):
    stranger = lessons_of(CourseFactory(city=cast.augsburg))[0]
    with pytest.raises(TooLate):
        move_part(part(course, "Akten"), stranger.pk, after=True, actor=cast.barbara)


# Names, removal, rights


def test_a_new_title_is_a_draft_until_it_is_released(course, cast):
    rename_part(part(course, "Akten"), "Akten anlegen", actor=cast.barbara)
    renamed = part(course, "Akten anlegen")
    assert (renamed.title, renamed.has_unpublished_changes) == ("Akten", True)
    assert "courses.part.rename" in [entry.action for entry in journal.entries(renamed)]


def test_what_was_drafted_meanwhile_survives_a_new_title(course, cast):
    lesson = part(course, "Akten")
    lesson.minutes_given = 42
    lesson.save_revision()
    rename_part(part(course, "Akten"), "Akten anlegen", actor=cast.barbara)
    assert part(course, "Akten anlegen").get_latest_revision_as_object().minutes_given == 42


def test_drafts_are_removed_and_what_is_published_or_learned_on_stays(course, cast):
    add_part(course, "lesson", "Doch nicht", actor=cast.barbara)
    remove_part(part(course, "Doch nicht"), actor=cast.barbara)
    assert titles(course) == PLAN
    assert "courses.part.remove" in [entry.action for entry in journal.entries(course)]
    with pytest.raises(Refused, match="veröffentlicht"):
        remove_part(part(course, "Akten"), actor=cast.hanna)
    mark_lesson_done(enroll(course, actor=cast.mina), part(course, "Suche"), actor=cast.mina)
    part(course, "Suche").unpublish()
    with pytest.raises(Refused, match="gelernt"):
        remove_part(part(course, "Suche"), actor=cast.hanna)


@pytest.mark.parametrize("who", ["dieter", "anton", "rita", "mina", "konrad"])
def test_only_those_who_write_the_course_arrange_it(course, cast, who):
    person, lesson = getattr(cast, who), part(course, "Akten")
    for step in (
        lambda: add_part(course, "lesson", "Neu", actor=person),
        lambda: rename_part(lesson, "Anders", actor=person),
        lambda: move_part(lesson, part(course, "Suche").pk, after=True, actor=person),
        lambda: remove_part(lesson, actor=person),
    ):
        with pytest.raises(NotAllowed):
            step()
    assert titles(course) == PLAN


def test_what_somebody_locked_stays_as_it_is(course, cast):
    Page.objects.filter(pk=course.pk).update(locked=True, locked_by=cast.hanna)
    with pytest.raises(Refused):
        move(CoursePage.objects.get(pk=course.pk), "Akten", after="Suche", actor=cast.barbara)
    assert titles(course) == PLAN
