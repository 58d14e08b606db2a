"""Courses and places that belong together."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from exchange.models import HostOffer
from exchange.queries.preparing import offers_after
from tests.exchange.test_offer_pages import carla, collecting, department, filled_in, mine  # noqa: F401
from tests.factories.courses import CourseFactory
from tests.factories.exchange import OfferFactory, RoundFactory
from tests.queries import queries_of


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Barrierefreie Formulare", topic="citizens")


@pytest.fixture
def spring(cast):
    return RoundFactory(name="Frühjahr")


def titles(person, course):
    return [goal.title for goal in offers_after(person, course).goals]


def offer(spring, cast, title, *courses, **more):
    made = OfferFactory(round=spring, city=cast.munich, title=title, **more)
    made.courses.set(courses)
    return made


def test_places_that_name_the_course_stand_before_those_on_its_topic(cast, spring, course):
    offer(spring, cast, "Ganz anderes", topic="infrastructure")
    offer(spring, cast, "Am Tresen", topic="citizens")
    offer(spring, cast, "Formulare", course)
    assert titles(cast.mina, course) == ["Formulare", "Am Tresen"]


def test_three_at_most_and_the_way_to_all(cast, spring, course):
    for number in range(5):
        offer(spring, cast, f"Platz {number}", course)
    found = offers_after(cast.mina, course)
    assert ([goal.title for goal in found.goals], found.more_url) == (
        ["Platz 0", "Platz 1", "Platz 2"],
        reverse("exchange:explore"),
    )


def test_a_place_offered_in_two_rounds_is_named_once(cast, spring, course):
    first = offer(spring, cast, "Formulare", course)
    later = {"department": first.department, "starts_on": first.starts_on + timedelta(days=30)}
    offer(RoundFactory(name="Herbst"), cast, "Formulare", course, **later)
    assert [goal.starts_on for goal in offers_after(cast.mina, course).goals] == [first.starts_on]


def test_only_places_the_reader_may_see_and_still_go_to(cast, spring, course):
    offer(spring, cast, "Entwurf", course, status="draft", reviewer=None)
    offer(spring, cast, "Pausiert", course, status="paused")
    offer(spring, cast, "Vorbei", course, starts_on=timezone.localdate() - timedelta(days=1))
    OfferFactory(round=spring, city=cast.nuremberg, title="Zu Hause", topic="citizens")
    assert titles(cast.mina, course) == []
    assert titles(cast.hanna, course) == ["Zu Hause"]


def words(client, url):
    return " ".join(BeautifulSoup(client.get(url).content, "html.parser").main.get_text(" ", strip=True).split())


def test_the_course_leads_to_the_places_and_they_lead_back(client, cast, spring, course):
    place = offer(spring, cast, "Formulare", course, topic="citizens")
    client.force_login(cast.mina)
    assert "Darauf bereitet dieser Kurs Sie vor Formulare" in words(client, course.url)
    page = BeautifulSoup(client.get(place.get_absolute_url()).content, "html.parser")
    assert "Gut vorbereitet mit Barrierefreie Formulare N Nürnberg" in words(client, place.get_absolute_url())
    assert page.find("a", href=course.url)
    assert page.find("a", href=f"{reverse('courses:catalogue')}?topic=citizens")


def test_visitors_see_no_places(client, cast, spring, course):
    offer(spring, cast, "Formulare", course)
    assert "Formulare Am" not in words(client, course.url)
    assert "Darauf bereitet" not in words(client, course.url)


def test_a_course_that_was_withdrawn_is_named_no_more(client, cast, spring, course):
    place = offer(spring, cast, "Formulare", course)
    course.unpublish()
    client.force_login(cast.mina)
    assert "Gut vorbereitet" not in words(client, place.get_absolute_url())


def fold_of_topics(answer):
    return BeautifulSoup(answer.content, "html.parser").find(attrs={"name": "topic"}).find_parent("details")


def test_a_department_names_topic_and_courses_under_a_fold(carla, cast, filled_in, course):  # noqa: F811
    url = reverse("exchange:offer_create")
    fold = fold_of_topics(carla.get(url))
    assert "open" not in fold.attrs
    assert "Barrierefreie Formulare (Nürnberg)" in fold.get_text()
    carla.post(url, {**filled_in, "topic": "citizens", "courses": [course.pk]})
    made = HostOffer.objects.get()
    assert (made.topic, list(made.courses.all())) == ("citizens", [course])
    carla.post(reverse("exchange:offer_edit", args=[made.pk]), {**filled_in, "topic": "", "courses": []})
    made.refresh_from_db()
    assert (made.topic, made.courses.count()) == ("", 0)


def test_what_cannot_be_chosen_is_refused_with_the_fold_open(carla, cast, filled_in):  # noqa: F811
    draft = CourseFactory(city=cast.nuremberg, live=False)
    for sent in ({"courses": [draft.pk]}, {"courses": ["9" * 30]}, {"topic": "weather"}):
        assert "open" in fold_of_topics(carla.post(reverse("exchange:offer_create"), {**filled_in, **sent})).attrs
    assert not HostOffer.objects.exists()


def test_the_form_asks_as_often_for_many_courses_as_for_one(carla, cast, collecting, department, course):  # noqa: F811
    few = queries_of(carla, reverse("exchange:offer_create"))
    for _ in range(5):
        CourseFactory(city=cast.munich)
    assert queries_of(carla, reverse("exchange:offer_create")) == few


@pytest.mark.parametrize("count", [1, 12])
def test_places_cost_a_course_one_query(client, cast, spring, course, count):
    for _ in range(count):
        offer(spring, cast, "Formulare", course)
    client.force_login(cast.mina)
    assert queries_of(client, course.url) == 10
