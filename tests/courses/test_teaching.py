from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.queries.teaching import at_least_few, shelves_of, taught_courses
from courses.services.authoring import set_up_shelf
from people.models import Membership
from tests.factories.courses import CourseFactory, EnrollmentFactory
from tests.queries import queries_of

TEACHING = reverse("courses:teaching")


def rows(person):
    return [(one.page.title, one.state, one.enrolled) for shelf in shelves_of(person) for one in taught_courses(shelf)]


def test_trainers_see_the_courses_of_their_city_with_their_state(cast):
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
            ("Akten", "veröffentlicht", "unter 5"),
            ("Briefe", "veröffentlicht, mit noch nicht veröffentlichten Änderungen", "5"),
            ("Chronik", "Entwurf", "0"),
        ]
    )


def test_a_course_in_the_workflow_waits_for_approval(cast):
    shelf = set_up_shelf(cast.nuremberg)
    draft = CourseFactory(city=cast.nuremberg, title="Akten", live=False)
    draft.save_revision(user=cast.barbara)
    draft.get_workflow().start(draft, cast.barbara)
    assert [one.state for one in taught_courses(shelf)] == ["wartet auf Freigabe"]


@pytest.mark.parametrize(("count", "said"), [(0, "0"), (1, "unter 5"), (4, "unter 5"), (5, "5"), (31, "31")])
def test_small_groups_are_not_counted(count, said):
    assert at_least_few(count) == said


def test_the_page_leads_to_the_editor(client, cast):
    course = CourseFactory(city=cast.nuremberg, title="Akten")
    client.force_login(cast.barbara)
    page = client.get(TEACHING).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[course.pk]) in page
    assert reverse("wagtailadmin_pages:add", args=["courses", "coursepage", course.get_parent().pk]) in page
    assert TEACHING in client.get(reverse("courses:catalogue")).content.decode()


@pytest.mark.parametrize("who", ["mina", "rita", "konrad"])
def test_others_are_told_whom_to_ask(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.get(TEACHING).status_code == 403
    assert TEACHING not in client.get(reverse("courses:catalogue")).content.decode()


def test_a_former_trainer_sees_nothing(cast):
    CourseFactory(city=cast.nuremberg)
    Membership.objects.filter(person=cast.barbara).update(ends_on=timezone.localdate() - timedelta(days=1))
    assert rows(cast.barbara) == []


@pytest.mark.parametrize("count", [1, 50])
def test_teaching_asks_the_same_number_of_questions_for_any_number_of_courses(client, cast, count):
    for _ in range(count):
        CourseFactory(city=cast.nuremberg, lessons=0)
    client.force_login(cast.barbara)
    assert queries_of(client, TEACHING) == 13
