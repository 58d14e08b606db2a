"""Looking for a place: what is shown to whom, with true reasons, at the same cost for any number."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import Application
from exchange.queries.exploring import cards, offers_in, training_of
from tests.exchange.stories import a_place, a_round, later
from tests.factories.courses import CourseFactory, EnrollmentFactory
from tests.factories.exchange import ApplicationFactory
from tests.factories.people import OccupationFactory
from tests.factories.training import SchoolBlockFactory, SchoolCalendarFactory
from tests.queries import queries_of

EXPLORE = "/austausch/plaetze/"


@pytest.fixture
def online(cast, spring):
    return a_place(spring, cast.munich, "Online-Dienste verständlich machen", step_free=True, topic="citizens")


@pytest.fixture
def paper(cast, spring, online):
    return a_place(spring, cast.augsburg, "Papier raus aus dem Bürgeramt", remote_share=40, **later(online))


@pytest.fixture
def at_home(cast, spring):
    return a_place(spring, cast.nuremberg, "Bei uns")


def titles(response):
    return [row["card"].offer.title for row in response.context["rows"]]


def test_mina_sees_places_of_other_cities_only(as_mina, online, paper, at_home):
    assert titles(as_mina.get(EXPLORE)) == [online.title, paper.title]


def test_others_see_all_published_places(client, cast, online, paper, at_home):
    client.force_login(cast.hanna)
    assert sorted(titles(client.get(EXPLORE))) == sorted([online.title, paper.title, at_home.title])


def test_drafts_and_withdrawn_places_are_not_shown(as_mina, cast, spring, online):
    for status in ("draft", "submitted", "returned", "paused", "withdrawn", "closed"):
        a_place(spring, cast.munich, f"Nicht {status}", status=status)
    assert titles(as_mina.get(EXPLORE)) == [online.title]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("stadt=augsburg", ["paper"]),
        ("stufenfrei=1", ["online"]),
        ("mobil=1", ["paper"]),
        ("thema=citizens", ["online"]),
        ("thema=citizens&mobil=1", []),
        ("stadt=augsburg&stufenfrei=1", []),
        ("stadt=atlantis", []),
        ("monat=9999-99", []),
        ("passt=1", ["online", "paper"]),
        ("passt=kaputt&page=99999999999999999999&platz=99999999999999999999999&runde=x", ["online", "paper"]),
    ],
)
def test_chips_narrow_the_list(as_mina, online, paper, query, expected):
    places = {"online": online, "paper": paper}
    assert titles(as_mina.get(f"{EXPLORE}?{query}")) == [places[name].title for name in expected]


def test_reasons_are_true_for_the_reader(cast, spring, online, paper):
    online.occupations.add(cast.mina.apprenticeship.occupation)
    paper.occupations.add(OccupationFactory(short="FISI"))
    calendar = SchoolCalendarFactory(city=cast.nuremberg)
    SchoolBlockFactory(calendar=calendar, starts_on=paper.starts_on, ends_on=paper.starts_on + timedelta(days=4))
    cast.mina.apprenticeship.school_calendar = calendar
    cast.mina.apprenticeship.save()

    training = training_of(cast.mina)
    first, second = cards(list(offers_in(spring, cast.mina, training)), training)

    assert first.reasons[:2] == [
        "Der Platz ist für Ihren Beruf gedacht (VFA-K).",
        "In diesem Zeitraum haben Sie weder Berufsschule noch andere Termine.",
    ]
    assert first.fits
    assert [notice.finding.code for notice in second.objections] == ["occupation_not_admitted", "school_block"]
    assert not second.fits


def test_without_an_open_round_the_next_one_is_named(as_mina, cast):
    a_round(cast, status="offers_open", name="Herbst")
    page = as_mina.get(EXPLORE).content.decode()
    assert "Zurzeit kann man sich in keiner Runde bewerben" in page


def test_up_to_three_places_are_compared_in_the_order_chosen(as_mina, cast, spring, online, paper):
    more = [a_place(spring, cast.munich, f"Platz {n}") for n in range(2)]
    keys = [paper.pk, online.pk, more[0].pk, more[1].pk]
    page = as_mina.get(reverse("exchange:compare"), {"platz": keys})
    assert titles(page) == [paper.title, online.title, "Platz 0"]
    assert titles(as_mina.get(reverse("exchange:compare"), {"platz": ["x", "-1", "0"]})) == []


def test_an_offer_is_put_on_the_list_with_one_click(as_mina, cast, online, paper):
    for offer in (online, paper, online):
        as_mina.post(reverse("exchange:wish_add", args=[offer.pk]), {"next": EXPLORE}, follow=True)
    application = Application.objects.get(apprentice=cast.mina)
    assert [wish.offer for wish in application.wishes.all()] == [online, paper]


def test_who_cannot_apply_is_told_so(client, cast, online):
    client.force_login(cast.hanna)
    assert client.post(reverse("exchange:wish_add", args=[online.pk])).status_code == 403


def test_the_page_of_an_offer_names_holidays_of_its_city(as_mina, cast, spring):
    august = spring.stays_from.replace(month=8, day=3)
    if august <= spring.stays_from:
        august = august.replace(year=august.year + 1)
    spring.stays_until = august + timedelta(days=60)
    spring.save()
    offer = a_place(spring, cast.augsburg, "Im August", starts_on=august, ends_on=august + timedelta(days=41))
    page = as_mina.get(offer.get_absolute_url()).content.decode()
    assert "Hohes Friedensfest" in page or "Friedensfest" in page


def test_drafts_are_hidden_from_strangers_and_shown_to_their_people(client, cast, spring):
    draft = a_place(spring, cast.munich, "Entwurf", status="draft", supervisor=cast.carla)
    for person, status in [(cast.mina, 404), (cast.anton, 404), (cast.carla, 200), (cast.marlene, 200)]:
        client.force_login(person)
        assert client.get(draft.get_absolute_url()).status_code == status


def test_markup_in_texts_stays_text_and_long_names_do_no_harm(as_mina, cast, spring):
    nasty = '<script>alert("x")</script>" onmouseover="y {{ 7|add:7 }} {% now "Y" %}'
    offer = a_place(spring, cast.munich, nasty, mission=nasty, learning_goals=[nasty], working_hours=nasty, bring=nasty)
    a_place(spring, cast.munich, "Ö" * 120)
    for address in (EXPLORE, offer.get_absolute_url(), f"{reverse('exchange:compare')}?platz={offer.pk}"):
        page = as_mina.get(address).content.decode()
        assert "<script>alert" not in page
        assert '" onmouseover="y' not in page
        assert "{{ 7|add:7 }}" in page


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_for_any_number_of_places(as_mina, cast, spring, count, django_assert_num_queries):
    for number in range(count):
        a_place(spring, cast.munich, f"Platz {number}").occupations.add(OccupationFactory(short="VFA-K"))
    as_mina.get(EXPLORE)
    with django_assert_num_queries(12):
        page = as_mina.get(EXPLORE)
    assert page.context["total"] == count


@pytest.mark.parametrize("name", ["hanna", "carla", "konrad"])
def test_the_list_of_offices_and_hosts_takes_no_more(client, cast, spring, name):
    client.force_login(getattr(cast, name))
    a_place(spring, cast.munich, "Platz")
    few = queries_of(client, EXPLORE)
    for number in range(30):
        a_place(spring, cast.munich, f"Platz {number}").occupations.add(OccupationFactory(short="VFA-K"))
    assert queries_of(client, EXPLORE) == few <= 12


def test_each_filter_that_is_on_can_be_taken_away(as_mina, online, paper):
    page = as_mina.get(f"{EXPLORE}?stadt=muenchen&stufenfrei=1")
    assert [chip["url"] for chip in page.context["chips"]] == ["?stufenfrei=1", "?stadt=muenchen"]


@pytest.mark.parametrize(("wishes", "told"), [(0, False), (2, False), (3, True)])
def test_first_wishes_are_counted_from_three_on(as_mina, spring, online, wishes, told):
    for _number in range(wishes):
        ApplicationFactory(round=spring, submitted=True, wishes=[online])
    ApplicationFactory(round=spring, wishes=[online])  # a draft does not count
    [row] = as_mina.get(EXPLORE).context["rows"]
    assert row["card"].demand == ("3 Erstwünsche" if told else "weniger als drei Erstwünsche")


def test_a_completed_course_on_the_topic_is_a_reason(as_mina, cast, online, paper):
    EnrollmentFactory(
        person=cast.mina,
        course=CourseFactory(title="Formulare", topic="citizens"),
        status="completed",
        completed_at=timezone.now(),
    )
    reasons = {row["card"].offer.title: row["card"].reasons for row in as_mina.get(EXPLORE).context["rows"]}
    known = "Sie kennen das Thema aus dem Kurs „Formulare“."
    assert (known in reasons[online.title], known in reasons[paper.title]) == (True, False)


def test_costs_stand_on_the_page_with_the_rule_and_who_decides(as_mina, online):
    page = as_mina.get(online.get_absolute_url()).content.decode()
    assert ("§ 10 Abs. 2, § 10a TVAöD-BBiG" in page, "Ihre Ausbildungsleitung entscheidet" in page) == (True, True)
