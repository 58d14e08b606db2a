"""What Wagtail's editor shows to trainers: few fields, words they know, where they are, and the way back."""

import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from courses.models import AnnexPage, AssignmentPage, CoursePage, LessonPage, ModulePage, TestPage
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.rights import collection_of
from lms.media.models import CourseImage
from tests.courses.test_editing import form
from tests.factories.courses import CourseFactory, LessonFactory, TestPageFactory, lessons_of, shelf_of
from tests.factories.people import UserFactory

KINDS = [CoursePage, ModulePage, LessonPage, TestPage, AssignmentPage, AnnexPage]


@pytest.fixture
def course(cast):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    return CourseFactory(city=cast.nuremberg, title="Akten führen", owner=cast.barbara)


@pytest.fixture
def barbara(client, cast, course):
    client.force_login(cast.barbara)
    return client


def page_at(client, name, *args, **cookies):
    client.cookies.load(cookies)
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


def menu_of(page):
    """What the sidebar is told to show."""
    packed = json.loads(page.select_one("#wagtail-sidebar-props").string)
    entries = packed["modules"][-1]["_args"][0]
    return [(entry["_args"][0]["label"], entry["_args"][0]["url"]) for entry in entries]


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_asks_six_things_at_most_before_the_rest(kind):
    fields = [panel for panel in kind.content_panels if isinstance(panel, FieldPanel)]
    more = kind.content_panels[-1]
    assert len(fields) <= 6
    assert isinstance(more, MultiFieldPanel)
    assert "collapsed" in more.classname
    assert more.children[-1].field_name == "slug"
    assert kind.promote_panels == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_in_a_sentence_what_it_is_for(kind):
    more = kind.content_panels[-1]
    for panel in [*kind.content_panels, *more.children]:
        if isinstance(panel, FieldPanel):
            told = panel.help_text or kind._meta.get_field(panel.field_name).help_text
            assert str(told).endswith((".", "?")), panel.field_name


def test_the_title_is_named_after_what_is_written(barbara, course):
    titles = {"Titel des Kurses": course, "Titel der Lektion": lessons_of(course)[0]}
    for name, page in titles.items():
        editor = page_at(barbara, "wagtailadmin_pages:edit", page.pk)
        assert editor.select_one("#panel-child-inhalt-title-heading").get_text(" ", strip=True).startswith(name)
        assert len(editor.select("[role=tab]")) == 1


def test_trainers_find_what_writing_needs_and_the_way_back(barbara, course):
    editor = page_at(barbara, "wagtailadmin_pages:edit", lessons_of(course)[0].pk)
    workbench, own = reverse("courses:workbench", args=[course.pk]), reverse("courses:teaching")
    assert menu_of(editor) == [
        ("Zurück zum Kurs", workbench),
        ("Ihre Kurse", own),
        ("Bilder", "/cms/images/"),
        ("Dateien", "/cms/documents/"),
        ("Filme und Ton", "/cms/media/"),
        ("Startseite", "/?"),
    ]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("wagtailadmin_pages:edit", "course"),
        ("wagtailadmin_pages:edit", "lesson"),
        ("wagtailadmin_pages:history", "lesson"),
        ("wagtailadmin_explore", "course"),
        ("wagtailadmin_pages:delete", "draft"),
    ],
)
def test_one_step_leads_back_to_the_course_from_everywhere(barbara, cast, course, name, what):
    test = TestPageFactory(parent=course, live=False)
    page = {"course": course, "lesson": lessons_of(course)[0], "draft": test}[what]
    ways = page_at(barbara, name, page.pk).select(".wj-ways a")
    assert [way["href"] for way in ways] == [
        reverse("courses:workbench", args=[course.pk]), reverse("courses:teaching"), "/?",
    ]  # fmt: skip


def test_outside_a_course_the_way_leads_to_the_own_courses(barbara):
    for name in ("wagtailadmin_home", "wagtailimages:index", "wagtaildocs:index", "wagtailmedia:index"):
        assert [way["href"] for way in page_at(barbara, name).select(".wj-ways a")] == ["/lehre/", "/?"]


def test_superusers_keep_the_entries_of_wagtail(client, course):
    client.force_login(UserFactory(is_superuser=True))
    labels = [label for label, _url in menu_of_all(page_at(client, "wagtailadmin_home"))]
    assert labels[:1] == ["Ihre Kurse"]
    assert {"Berichte", "Einstellungen"} <= set(labels)


def menu_of_all(page):
    packed = json.loads(page.select_one("#wagtail-sidebar-props").string)
    return [(entry["_args"][0]["label"], "") for entry in packed["modules"][-1]["_args"][0]]


def test_a_course_is_listed_in_its_order_with_kind_and_state(barbara, course):
    course.add_child(instance=ModulePage(title="Zum Schluss"))
    TestPageFactory(parent=course, title="Abschlusstest", live=False)
    rows = page_at(barbara, "wagtailadmin_explore", course.pk).select("table.listing tbody tr")
    told = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in rows]
    assert [(title, kind, state.split()[-1]) for title, _when, kind, state, *_more in told] == [
        *((lesson.title, "Lektion", "Veröffentlicht") for lesson in lessons_of(course)),
        ("Zum Schluss", "Modul", "Veröffentlicht"),
        ("Abschlusstest", "Test", "Entwurf"),
    ]


def test_lists_name_nobody_of_other_cities(barbara, cast, course):
    CourseFactory(city=cast.augsburg, owner=cast.dieter)
    for name, args in (("wagtailadmin_explore", [course.pk]), ("wagtailadmin_pages:search", [])):
        assert "Demozweck" not in page_at(barbara, name, *args).get_text()


def test_the_first_page_shows_the_own_courses_and_what_comes_next(barbara, cast, course):
    CourseFactory(city=cast.nuremberg, title="Neu begonnen", live=False)
    CourseFactory(city=cast.augsburg, title="Anderswo")
    page = page_at(barbara, "wagtailadmin_home")
    told = [" ".join(item.get_text(" ", strip=True).split()) for item in page.select(".wj-courses > li")]
    assert told == ["Akten führen veröffentlicht", "Neu begonnen Entwurf Schreiben Sie weiter, dann reichen Sie ein."]
    assert page.select_one("main a.button")["href"] == reverse("courses:course_new")


def test_who_has_no_course_yet_reads_how_to_begin(client, cast):
    set_up_shelf(cast.nuremberg)
    client.force_login(cast.barbara)
    page = page_at(client, "wagtailadmin_home")
    assert "In zehn Minuten steht" in page.get_text()


@pytest.mark.parametrize(
    ("chosen", "classes"),
    [
        ({}, "w-theme-system w-density-default w-contrast-system"),
        ({"theme": "dark"}, "w-theme-dark w-density-default w-contrast-system"),
        ({"theme": "contrast"}, "w-theme-system w-density-default w-contrast-more"),
    ],
)
def test_the_editor_wears_the_colours_chosen_in_wanderjahr(barbara, chosen, classes):
    assert " ".join(page_at(barbara, "wagtailadmin_home", **chosen).html["class"]) == classes


def test_the_editor_speaks_the_language_chosen_in_wanderjahr(barbara, course, settings):
    german = page_at(barbara, "wagtailadmin_pages:edit", course.pk)
    english = page_at(barbara, "wagtailadmin_pages:edit", course.pk, **{settings.LANGUAGE_COOKIE_NAME: "en"})
    assert [german.html["lang"], english.html["lang"]] == ["de", "en"]
    assert "Title of the course" in english.get_text()
    assert menu_of(english)[0][0] == "Back to the course"


def test_parts_are_begun_in_the_workbench_and_courses_with_the_short_form(barbara, cast, course):
    for page, there in (
        (course, f"{reverse('courses:workbench', args=[course.pk])}#neu"),
        (shelf_of(cast.nuremberg), reverse("courses:course_new")),
    ):
        answer = barbara.get(reverse("wagtailadmin_pages:add_subpage", args=[page.pk]))
        assert (answer.status_code, answer["Location"]) == (302, there)


def test_courses_are_copied_within_their_city_only(barbara, cast, course):
    copy = reverse("wagtailadmin_pages:copy", args=[course.pk])
    sent = {"new_title": "Kopie", "new_slug": "kopie"}
    for target in (shelf_of(cast.augsburg).pk, "", "x"):
        answer = barbara.post(copy, sent | {"new_parent_page": target}, follow=True)
        assert "Herkunft und Lizenz bleiben so erhalten" in answer.content.decode()
    barbara.post(copy, sent | {"new_parent_page": shelf_of(cast.nuremberg).pk})
    assert [page.get_parent().title for page in CoursePage.objects.filter(title="Kopie")] == ["Nürnberg"]


def test_menus_offer_nothing_that_is_closed(barbara, course):
    page = page_at(barbara, "wagtailadmin_explore", course.pk)
    offered = {
        link["href"].partition("?")[0].rsplit("/", 2)[1] for link in page.select("header a[href^='/cms/pages/']")
    }
    assert offered >= {"copy", "edit"}
    assert not offered & {"move", "usage", "privacy"}


def test_the_list_of_a_course_costs_the_same_however_long_it_is(barbara, course):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page_at(barbara, "wagtailadmin_explore", course.pk)
        return len(queries)

    asked()
    few = asked()
    for n in range(10):
        LessonFactory(parent=course, title=f"Lektion {n}", live=n % 2)
    assert asked() == few


def test_somebody_without_a_picture_has_initials(barbara, cast, course):
    CourseImage.objects.create(title="Bild", file="x.png", width=1, height=1, collection=collection_of(cast.nuremberg))
    page = page_at(barbara, "wagtailadmin_home")
    assert "%3EBB%3C" in page.select_one("#wagtail-sidebar-props").string


def test_wagtail_speaks_plainer_german_where_we_say_so(barbara, course):
    lesson = lessons_of(course)[0]
    assert page_at(barbara, "wagtailadmin_pages:history", lesson.pk).title.string.strip().startswith("Verlauf")
    answer = barbara.post(
        reverse("wagtailadmin_pages:edit", args=[lesson.pk]), form(**{"action-submit": "1"}), follow=True
    )
    assert answer.redirect_chain[-1][0] == reverse("courses:workbench", args=[course.pk])
    assert "„Neue Lektion“ ist eingereicht." in answer.content.decode()
