"""Dieter of Augsburg writes along on one course of Nürnberg, and reaches nothing else of the city."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.permissions import policy_registry

from courses.jobs import end_co_authorships
from courses.models import CoAuthor, CoursePage
from courses.queries.writing.co_authors import co_authors_of, trainers_to_invite, with_their_cities
from courses.queries.writing.workbench import courses_to_edit
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.co_authors import end_co_authorship, invite
from courses.services.writing.rights import collection_of
from courses.services.writing.structure import add_part
from lms.core import journal
from lms.core.errors import NotAllowed, Refused
from lms.media.models import CourseImage
from lms.notifications.models import Notification
from people.models import Membership, User
from people.services.memberships import end_role, follow_the_calendar
from tests.factories.courses import CourseFactory, lessons_of
from tests.factories.people import UserFactory


@pytest.fixture
def course(cast):
    for city in (cast.nuremberg, cast.augsburg, cast.munich):
        set_up_shelf(city)
    return CourseFactory(city=cast.nuremberg, title="Akten führen")


@pytest.fixture
def other(cast, course):
    return CourseFactory(city=cast.nuremberg, title="Briefe schreiben")


@pytest.fixture
def along(course, cast):
    return invite(course, cast.dieter, actor=cast.barbara)


def told(person):
    return list(Notification.objects.filter(recipient=person).values_list("kind", flat=True))


def may_edit(person, course):
    person = User.objects.get(pk=person.pk)  # Wagtail remembers the rights of the one it has seen
    return CoursePage.objects.get(pk=course.pk).permissions_for_user(person).can_edit()


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_trainers_of_partner_cities_can_be_invited(cast, course):
    assert with_their_cities(trainers_to_invite(course)) == [("Augsburg", [cast.dieter]), ("München", [cast.sabine])]


def test_the_invited_is_told_and_writes_at_once(client, cast, course, other, along):
    assert told(cast.dieter) == ["courses/co_author_invited"]
    assert [one.action for one in journal.entries(course)][-1] == "courses.co_author.invite"
    assert list(courses_to_edit(cast.dieter).order_by("path")) == [course]
    assert [(one.person, one.cities) for one in co_authors_of(course)] == [(cast.dieter, "Augsburg")]
    add_part(course, "lesson", "Aus Augsburg", actor=cast.dieter)

    client.force_login(cast.dieter)
    reached = {name: client.get(edit(page)).status_code == 200 for name, page in {
        "course": course, "lesson": lessons_of(course)[0], "other": other, "its lesson": lessons_of(other)[0],
        "shelf": cast.nuremberg.shelf}.items()}  # fmt: skip
    assert reached == {"course": True, "lesson": True, "other": False, "its lesson": False, "shelf": False}


def test_a_co_author_never_publishes(cast, course, along):
    rights = CoursePage.objects.get(pk=course.pk).permissions_for_user(cast.dieter)
    assert (rights.can_edit(), rights.can_publish(), rights.can_unpublish()) == (True, False, False)
    lesson = lessons_of(course)[0].permissions_for_user(cast.dieter)
    assert (lesson.can_edit(), lesson.can_publish(), lesson.can_unpublish(), lesson.can_delete()) == (
        True,
        False,
        False,
        False,
    )


def test_pictures_of_the_city_can_be_chosen_but_not_changed(cast, course, along):
    picture = CourseImage(title="Rathaus", collection=collection_of(cast.nuremberg), width=1, height=1, file="x.png")
    picture.save()
    rights = policy_registry.get_by_type(CourseImage)
    wanted = ("choose", "change", "delete")
    may = [action for action in wanted if rights.user_has_permission_for_instance(cast.dieter, action, picture)]
    assert may == ["choose"]


def test_inviting_twice_changes_nothing(cast, course, along):
    assert invite(course, cast.dieter, actor=cast.hanna) == along
    assert told(cast.dieter) == ["courses/co_author_invited"]


@pytest.mark.parametrize("who", ["barbara", "hanna", "mina", "otto", "anton"])
def test_nobody_else_can_be_invited(cast, course, who):
    with pytest.raises(Refused):
        invite(course, getattr(cast, who), actor=cast.barbara)


@pytest.mark.parametrize("who", ["dieter", "sabine", "anton", "mina", "konrad"])
def test_only_the_city_that_owns_the_course_invites(cast, course, along, who):
    with pytest.raises(NotAllowed):
        invite(course, cast.sabine, actor=getattr(cast, who))


@pytest.mark.parametrize(
    ("who", "messages"),
    [
        ("dieter", {"dieter": ["courses/co_author_invited"], "barbara": ["courses/co_author_left"]}),
        ("barbara", {"dieter": ["courses/co_author_ended", "courses/co_author_invited"], "barbara": []}),
        ("hanna", {"dieter": ["courses/co_author_ended", "courses/co_author_invited"], "barbara": []}),
    ],
)
def test_both_sides_can_end_it(cast, course, along, who, messages):
    end_co_authorship(along, actor=getattr(cast, who))
    assert (co_authors_of(course), may_edit(cast.dieter, course)) == ([], False)
    assert {name: told(getattr(cast, name)) for name in messages} == messages
    assert invite(course, cast.dieter, actor=cast.barbara)  # and begin again
    assert may_edit(cast.dieter, course)


def test_nobody_else_ends_it(cast, along):
    for who in ("sabine", "anton", "mina"):
        with pytest.raises(NotAllowed):
            end_co_authorship(along, actor=getattr(cast, who))


def test_it_ends_with_the_role(cast, course, along):
    yesterday = timezone.localdate() - timedelta(days=1)
    end_role(Membership.objects.get(person=cast.dieter), actor=cast.anton, on=yesterday)
    assert (may_edit(cast.dieter, course), list(courses_to_edit(cast.dieter)), co_authors_of(course)) == (False, [], [])
    assert (end_co_authorships(), end_co_authorships()) == (1, 0)
    assert not CoAuthor.objects.exists()


def test_it_ends_on_the_last_day_of_a_role_that_was_given_for_a_time(cast, course, along):
    Membership.objects.filter(person=cast.dieter).update(ends_on=timezone.localdate() - timedelta(days=1))
    follow_the_calendar()
    assert not may_edit(cast.dieter, course)


def test_a_trainer_of_two_cities_keeps_writing_along_while_one_role_goes_on(cast, course):
    both = UserFactory(first_name="Doris", trainer_in=cast.augsburg)
    Membership.objects.create(person=both, role="trainer", city=cast.munich, starts_on=timezone.localdate())
    invite(course, both, actor=cast.barbara)
    yesterday = timezone.localdate() - timedelta(days=1)
    end_role(Membership.objects.get(person=both, city=cast.augsburg), actor=cast.anton, on=yesterday)
    assert may_edit(both, course)
    assert end_co_authorships() == 0


def test_inviting_and_leaving_from_the_workbench(client, cast, course):
    client.force_login(cast.barbara)
    bench = reverse("courses:workbench", args=[course.pk])
    page = client.get(bench).content.decode()
    assert page.index("Augsburg") < page.index("Dieter Demozweck") < page.index("Sabine Schablone")
    answer = client.post(reverse("courses:co_author_invite", args=[course.pk]), {"person": cast.dieter.pk}, follow=True)
    assert "Dieter Demozweck kann jetzt mitschreiben" in answer.content.decode()
    end = reverse("courses:co_author_end", args=[course.pk, CoAuthor.objects.get().pk])
    client.force_login(cast.dieter)
    assert client.post(end)["Location"] == reverse("courses:teaching")
    assert client.post(end).status_code == 404
    assert not CoAuthor.objects.exists()


def test_the_database_knows_a_co_author_once(cast, course, along):
    with pytest.raises(IntegrityError), transaction.atomic():
        CoAuthor.objects.create(course=course, person=cast.dieter)
