"""What trainers find under /lehre/, and how a course begins."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import AnnexPage, CoursePage
from courses.queries.writing.teaching import at_least_few, teaching_of
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.co_authors import invite
from people.models import Membership
from people.services.memberships import give_role
from tests.factories.courses import BODY, CourseFactory, EnrollmentFactory, InTreeFactory, shelf_of
from tests.queries import queries_of

TEACHING, NEW = reverse("courses:teaching"), reverse("courses:course_new")
SENT = {
    "title": "Akten führen",
    "goals": "- Akten anlegen\n- Akten wiederfinden",
    "lessons": "1. Vorweg\n\n# Ordnen\n• Akten\n2) Ablage",
    "with_test": "on",
    "language": "de",
}


class AnnexFactory(InTreeFactory):
    class Meta:
        model = AnnexPage

    body = BODY[:1]


def rows(person):
    courses = [one for shelf in teaching_of(person).shelves for one in shelf.courses]
    return [(one.page.title, one.state[1], one.todo, one.enrolled) for one in courses]


def send(client, **changes):
    return client.post(NEW, {**SENT, **changes}, follow=True).content.decode()


# The list


def test_trainers_and_office_see_the_courses_of_their_city_with_their_state(cast):
    published = CourseFactory(city=cast.nuremberg, title="Akten")
    changed = CourseFactory(city=cast.nuremberg, title="Briefe")
    changed.save_revision()
    CourseFactory(city=cast.nuremberg, title="Chronik", live=False)
    CourseFactory(city=cast.augsburg, title="Anderswo")
    EnrollmentFactory(course=published)
    EnrollmentFactory.create_batch(5, course=changed)
    assert (
        rows(cast.barbara)
        == rows(cast.hanna)
        == [
            ("Akten", "veröffentlicht", "", "unter 5"),
            ("Briefe", "veröffentlicht, seither geändert", "Reichen Sie ein, was Sie geändert haben.", "5"),
            ("Chronik", "Entwurf", "Schreiben Sie weiter, dann reichen Sie ein.", "0"),
        ]
    )


@pytest.mark.parametrize(("count", "said"), [(0, "0"), (1, "unter 5"), (4, "unter 5"), (5, "5"), (31, "31")])
def test_small_groups_are_not_counted(count, said):
    assert at_least_few(count) == said


def test_courses_one_writes_along_on_stand_by_themselves(client, cast):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    course = CourseFactory(city=cast.nuremberg, title="Akten")
    CourseFactory(city=cast.nuremberg, title="Briefe")
    invite(course, cast.dieter, actor=cast.barbara)
    along = teaching_of(cast.dieter).along
    assert [(one.page.title, one.page.city) for one in along] == [("Akten", cast.nuremberg)]
    assert teaching_of(cast.barbara).along == []
    client.force_login(cast.dieter)
    page = client.get(TEACHING).content.decode()
    assert "Kurse anderer Städte, in denen Sie mitschreiben" in page
    assert "Briefe" not in page


def test_what_the_city_adds_to_courses_of_others_is_listed_too(client, cast):
    course = CourseFactory(city=cast.augsburg, title="Akten")
    annex = AnnexFactory(parent=shelf_of(cast.nuremberg), course=course, title="Ansprechpersonen")
    AnnexFactory(parent=shelf_of(cast.augsburg), course=course, title="Aus Augsburg")
    client.force_login(cast.barbara)
    page = client.get(TEACHING).content.decode()
    assert "gehört zu „Akten“" in page
    assert reverse("wagtailadmin_pages:edit", args=[annex.pk]) in page
    assert "Aus Augsburg" not in page


def test_the_list_leads_to_the_workbench_and_the_catalogue_to_the_list(client, cast):
    course = CourseFactory(city=cast.nuremberg, title="Akten")
    client.force_login(cast.barbara)
    page = client.get(TEACHING).content.decode()
    assert reverse("courses:workbench", args=[course.pk]) in page
    assert NEW in page
    assert TEACHING in client.get(reverse("courses:catalogue")).content.decode()


@pytest.mark.parametrize("who", ["mina", "rita", "konrad"])
def test_others_are_told_whom_to_ask(client, cast, who):
    client.force_login(getattr(cast, who))
    assert [client.get(url).status_code for url in (TEACHING, NEW)] == [403, 403]
    assert TEACHING not in client.get(reverse("courses:catalogue")).content.decode()


def test_a_former_trainer_sees_nothing(cast):
    CourseFactory(city=cast.nuremberg)
    Membership.objects.filter(person=cast.barbara).update(ends_on=timezone.localdate() - timedelta(days=1))
    assert rows(cast.barbara) == []


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_asks_the_same_for_any_number_of_courses(client, cast, count):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    for _ in range(count):
        course = CourseFactory(city=cast.nuremberg, lessons=0)
        AnnexFactory(parent=shelf_of(cast.nuremberg), course=course)
        invite(CourseFactory(city=cast.augsburg, lessons=0), cast.barbara, actor=cast.dieter)
    client.force_login(cast.barbara)
    assert queries_of(client, TEACHING) == 19


# A course in ten minutes


def test_one_form_leads_to_a_whole_draft(client, cast):
    set_up_shelf(cast.nuremberg)
    client.force_login(cast.barbara)
    assert 'name="shelf"' not in client.get(NEW).content.decode()
    page = send(client)
    course = CoursePage.objects.get(title="Akten führen")
    assert "Der Entwurf steht." in page
    assert [part.title for part in course.get_children()] == ["Vorweg", "Ordnen", "Akten", "Ablage", "Abschlusstest"]
    assert [goal.value for goal in course.goals] == ["Akten anlegen", "Akten wiederfinden"]
    assert course.city == cast.nuremberg


def test_who_trains_in_two_cities_says_for_which(client, cast):
    set_up_shelf(cast.nuremberg)
    shelf = set_up_shelf(cast.augsburg)
    give_role(cast.barbara, "trainer", actor=None, city=cast.augsburg, starts_on=timezone.localdate())
    client.force_login(cast.barbara)
    assert "Bitte wählen Sie hier etwas aus." in send(client)
    send(client, shelf=shelf.pk)
    assert CoursePage.objects.get(title="Akten führen").city == cast.augsburg


def test_nobody_begins_a_course_on_the_shelf_of_others(client, cast):
    set_up_shelf(cast.nuremberg)
    elsewhere = set_up_shelf(cast.munich)
    client.force_login(cast.barbara)
    send(client, shelf=elsewhere.pk)
    assert CoursePage.objects.get().city == cast.nuremberg


def test_a_city_without_a_shelf_reads_who_sets_it_up(client, cast):
    client.force_login(cast.barbara)
    assert "Plattformverwaltung" in client.get(NEW).content.decode()
    assert client.post(NEW, SENT).status_code == 200
    assert not CoursePage.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Bitte füllen Sie dieses Feld aus."),
        ({"title": "x" * 121}, "höchstens 120"),
        ({"title": "BRIEFE"}, "Ihre Stadt hat schon einen Kurs mit diesem Titel."),
        ({"lessons": ""}, "Bitte nennen Sie mindestens eine Lektion."),
        ({"lessons": "# Nur ein Modul"}, "Bitte nennen Sie mindestens eine Lektion."),
        ({"lessons": "Akten\n#"}, "hinter das # die Überschrift"),
        ({"lessons": "Akten\nBriefe\nAkten"}, "„Akten“ steht hier zweimal."),
        ({"lessons": "y" * 121}, "Bitte kürzen Sie diesen Titel"),
        ({"lessons": "\n".join(map(str, range(41)))}, "Das sind 41 Lektionen."),
        ({"goals": "\n".join(map(str, range(9)))}, "Das sind 9 Ziele."),
        ({"goals": "z" * 201}, "Bitte kürzen Sie dieses Ziel"),
        ({"language": "fr"}, "Akten führen"),
    ],
)
def test_a_slip_is_named_and_what_was_typed_stays(client, cast, changes, sentence):
    set_up_shelf(cast.nuremberg)
    CourseFactory(city=cast.nuremberg, title="Briefe")
    client.force_login(cast.barbara)
    page = send(client, **changes)
    assert sentence in page
    assert "wiederfinden" in page or "goals" in changes
    assert CoursePage.objects.count() == 1
