from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import HostOffer, OfferSubscription
from exchange.states import OfferStatus
from exchange.views.offer_steps import OFFER_STEPS
from tests.factories.exchange import AgreementFactory, ApplicationFactory, OfferFactory, RoundFactory
from tests.factories.people import DepartmentFactory
from tests.queries import queries_of
from training.services.suitability import record_suitability


@pytest.fixture
def collecting(cast):
    agreement = AgreementFactory(cities=[cast.nuremberg, cast.augsburg, cast.munich])
    return RoundFactory(agreement=agreement, status="offers_open")


@pytest.fixture
def department(cast):
    return DepartmentFactory(city=cast.munich, name="IT-Referat")


@pytest.fixture
def carla(client, cast):
    client.force_login(cast.carla)
    return client


@pytest.fixture
def filled_in(cast, collecting, department):
    return {
        "round": collecting.pk, "department": department.pk, "title": "Formulare & Bescheide",
        "mission": "Ein Formular neu schreiben.", "goal_1": "Texte prüfen", "goal_2": "Fragen stellen",
        "goal_3": "Ergebnisse zeigen",
        "goal_5": "Texte  prüfen", "starts_on": collecting.stays_from,
        "ends_on": collecting.stays_from + timedelta(days=41), "seats": 2, "min_year": 1, "max_year": 3,
        "working_hours": "Mo–Fr 8–16 Uhr", "remote_share": 20, "bring": "", "supervisor": cast.carla.pk,
        "deputy": cast.marlene.pk,
    }  # fmt: skip


def step_url(offer, step):
    return reverse("exchange:offer_step", args=[offer.pk, OFFER_STEPS[step].slug])


def page_url(offer):
    return reverse("exchange:offer_review", args=[offer.pk])


def mine(cast, collecting, **more):
    return OfferFactory(**{
        "round": collecting, "city": cast.munich, "supervisor": cast.carla, "author": cast.carla,
        "reviewer": cast.marlene, **more,
    })  # fmt: skip


def test_department_describes_a_place_checks_it_and_hands_it_in(carla, cast, filled_in):
    page = carla.post(reverse("exchange:offer_create"), filled_in, follow=True)
    offer = HostOffer.objects.get()
    assert (offer.status, offer.city, offer.learning_goals) == (
        "draft", cast.munich, ["Texte prüfen", "Fragen stellen", "Ergebnisse zeigen"],
    )  # fmt: skip
    assert "Formulare &amp; Bescheide</h1>" in page.content.decode()
    carla.post(step_url(offer, "submit"))
    assert HostOffer.objects.get().status == "submitted"


def test_the_form_begins_with_what_is_known(carla, cast, collecting):
    form = carla.get(reverse("exchange:offer_create")).context["form"]
    assert [form[name].value() for name in ("round", "starts_on", "supervisor")] == [
        collecting.pk, collecting.stays_from, cast.carla.pk,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"title": "", "mission": " "}, {"title", "mission"}),
        ({"ends_on": "2020-01-01"}, {"ends_on"}),
        ({"starts_on": "31. Februar"}, {"starts_on"}),
        ({"seats": "0"}, {"seats"}),
        ({"goal_2": " "}, {"goal_2"}),
        ({"seats": "viele"}, {"seats"}),
        ({"remote_share": "250"}, {"remote_share"}),
        ({"min_year": "3", "max_year": "2"}, {"max_year"}),
        ({"round": "99999"}, {"round"}),
        ({"department": "x"}, {"department"}),
        ({"department": "9" * 30, "supervisor": "9" * 30}, {"department", "supervisor"}),
        ({"occupations": ["9" * 30]}, {"occupations"}),
        ({"occupations": ["x\x00"]}, {"occupations"}),
        ({"title": "Null\x00"}, {"title"}),
        ({"starts_on": "0001-01-01", "ends_on": "9999-12-31"}, {"starts_on", "ends_on"}),
        ({"seats": "9" * 30}, {"seats"}),
    ],
)
def test_what_is_wrong_stands_at_the_field_and_stays_in_it(carla, filled_in, wrong, fields):
    page = carla.post(reverse("exchange:offer_create"), {**filled_in, **wrong})
    form = page.context["form"]
    assert (page.status_code, set(form.errors), HostOffer.objects.count()) == (200, fields, 0)
    assert form["goal_3"].value() == "Ergebnisse zeigen"


def test_deputy_and_department_are_checked_against_people_and_city(carla, cast, filled_in):
    elsewhere = DepartmentFactory(city=cast.augsburg)
    wrong = {**filled_in, "deputy": cast.carla.pk, "department": elsewhere.pk}
    assert set(carla.post(reverse("exchange:offer_create"), wrong).context["form"].errors) == {"deputy", "department"}


def test_people_of_other_cities_cannot_be_named(carla, cast, filled_in):
    wrong = {**filled_in, "deputy": cast.otto.pk, "supervisor": cast.mina.pk}
    assert set(carla.post(reverse("exchange:offer_create"), wrong).context["form"].errors) == {"deputy", "supervisor"}


def test_earlier_offer_is_copied_into_the_dates_of_the_new_round(carla, cast, collecting):
    last = RoundFactory(agreement=collecting.agreement, status="closed")
    old = mine(cast, last, status="closed", title="Altes Angebot")
    assert "Altes Angebot" in carla.get(reverse("exchange:offer_create")).content.decode()
    form = carla.get(f"{reverse('exchange:offer_create')}?kopie={old.pk}").context["form"]
    assert [form[name].value() for name in ("title", "goal_3", "starts_on", "ends_on")] == [
        "Altes Angebot", "Ergebnisse zeigen", collecting.stays_from, collecting.stays_from + timedelta(days=39),
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["kopie=0", "kopie=x", "kopie=99999999999999999999", "runde=x", "runde=77"])
def test_strange_addresses_do_no_harm(carla, collecting, query):
    assert carla.get(f"{reverse('exchange:offer_create')}?{query}").status_code == 200


def test_offer_of_another_city_is_not_copied(carla, cast, collecting):
    strange = OfferFactory(round=collecting, city=cast.augsburg)
    assert carla.get(f"{reverse('exchange:offer_create')}?kopie={strange.pk}").context["original"] is None


def test_without_a_round_the_form_says_what_will_happen(carla):
    assert "wj-empty" in carla.get(reverse("exchange:offer_create")).content.decode()


def test_draft_is_changed(carla, cast, collecting, filled_in):
    draft = mine(cast, collecting, status="draft", reviewer=None)
    url = reverse("exchange:offer_edit", args=[draft.pk])
    assert carla.get(url).context["form"]["goal_2"].value() == "Mit Fachleuten sprechen"
    assert carla.post(url, filled_in).url == page_url(draft)
    assert (HostOffer.objects.get().title, HostOffer.objects.get().changed_by) == ("Formulare & Bescheide", cast.carla)


def test_published_offer_is_not_changed_any_more(carla, cast, collecting):
    published = mine(cast, collecting)
    page = carla.get(reverse("exchange:offer_edit", args=[published.pk]))
    assert (page.status_code, page_url(published) in page.content.decode()) == (409, True)


@pytest.mark.parametrize("status", OfferStatus.values)
def test_page_of_every_state_has_at_most_one_primary_button(client, cast, collecting, status):
    offer = mine(
        cast, collecting, status=status, review_comment="Bitte ergänzen.", end_note="Umzug", learning_goals=["Eins"]
    )
    for person in (cast.carla, cast.marlene):
        client.force_login(person)
        page = client.get(page_url(offer))
        assert (page.status_code, page.content.decode().count("kern-btn--primary") <= 1) == (200, True)


def test_office_publishes_with_one_click(client, cast, collecting):
    waiting = mine(cast, collecting, status="submitted", reviewer=None)
    record_suitability(cast.carla, cast.munich, proof="AdA-Schein", seen_on=timezone.localdate(), actor=cast.marlene)
    client.force_login(cast.marlene)
    assert step_url(waiting, "publish") in client.get(page_url(waiting)).content.decode()
    client.post(step_url(waiting, "publish"))
    assert HostOffer.objects.get().status == "published"


def test_returning_needs_a_comment(client, cast, collecting):
    waiting = mine(cast, collecting, status="submitted", reviewer=None)
    client.force_login(cast.marlene)
    assert set(client.post(step_url(waiting, "return"), {"comment": ""}).context["form"].errors) == {"comment"}
    client.post(step_url(waiting, "return"), {"comment": "Bitte die Arbeitszeit nennen."})
    assert HostOffer.objects.get().review_comment == "Bitte die Arbeitszeit nennen."


def test_second_decision_gets_a_friendly_409(client, cast, collecting):
    client.force_login(cast.marlene)
    published = mine(cast, collecting)
    page = client.post(step_url(published, "return"), {"comment": "Zu spät"})
    assert (page.status_code, page_url(published) in page.content.decode()) == (409, True)


def test_withdrawing_says_first_how_many_wishes_name_the_place(client, cast, collecting):
    offer = mine(cast, collecting)
    ApplicationFactory(round=collecting, apprentice=cast.mina, submitted=True, wishes=[offer])
    client.force_login(cast.marlene)
    page = client.get(step_url(offer, "withdraw"))
    assert page.context["consequences"][0].startswith(("Eine Bewerbung", "One application"))
    assert cast.mina.full_name not in page.content.decode()
    client.post(step_url(offer, "withdraw"), {"reason": "Umzug"})
    assert HostOffer.objects.get().status == "withdrawn"


def test_who_gets_in(client, cast, collecting):
    draft = mine(cast, collecting, status="draft", reviewer=None)

    def status(person, url):
        client.force_login(person)
        return client.get(url).status_code

    desk = reverse("exchange:offer_desk")
    assert {
        "supervisor": status(cast.carla, page_url(draft)),
        "own office": status(cast.marlene, page_url(draft)),
        "other office": status(cast.hanna, page_url(draft)),
        "other supervisor": status(cast.otto, page_url(draft)),
        "apprentice": status(cast.mina, page_url(draft)),
        "apprentice at the desk": status(cast.mina, desk),
        "supervisor reviews": status(cast.carla, step_url(mine(cast, collecting, status="submitted"), "publish")),
        "unknown step": status(cast.carla, reverse("exchange:offer_step", args=[draft.pk, "quatsch"])),
    } == {
        "supervisor": 200,
        "own office": 200,
        "other office": 404,
        "other supervisor": 404,
        "apprentice": 403,
        "apprentice at the desk": 403,
        "supervisor reviews": 403,
        "unknown step": 404,
    }


def test_empty_desk_says_why(carla, collecting):
    assert "wj-empty" in carla.get(reverse("exchange:offer_desk")).content.decode()
    assert "wj-empty" in carla.get(f"{reverse('exchange:offer_desk')}?zeigen=fruehere").content.decode()


def test_desk_costs_the_same_for_any_number_of_offers(carla, cast, collecting):
    mine(cast, collecting, status="submitted")
    few = queries_of(carla, reverse("exchange:offer_desk"))
    for number in range(49):
        mine(cast, collecting, status=("submitted", "published", "draft")[number % 3])
    assert queries_of(carla, reverse("exchange:offer_desk")) == few
    assert len(carla.get(f"{reverse('exchange:offer_desk')}?page=2").context["page"]) == 25


def test_what_was_typed_survives_the_end_of_a_session(carla, cast, filled_in):
    url = reverse("exchange:offer_create")
    carla.get(url)
    del carla.cookies["sessionid"]
    carla.post(url, filled_in)
    carla.force_login(cast.carla)
    form = carla.get(url).context["form"]
    assert [form[name].value() for name in ("title", "goal_3")] == ["Formulare & Bescheide", "Ergebnisse zeigen"]


def test_at_most_six_fields_stand_before_what_is_folded_away(carla, collecting, department):
    page = carla.get(reverse("exchange:offer_create")).content.decode()
    before = page.split("<form", 1)[1].split('<details class="wj-more"', 1)[0] if "<form" in page else ""
    first = page[page.index('id="id_title"') - 400 : page.index('<details class="wj-more"')]
    shown = [
        name for name in ("title", "mission", "goal_1", "goal_2", "goal_3", "goal_4") if f'id="id_{name}"' in first
    ]
    assert (shown, bool(before)) == (["title", "mission", "goal_1", "goal_2", "goal_3"], True)


def test_office_is_warned_beforehand_and_the_step_says_why(client, cast, collecting):
    waiting = mine(cast, collecting, status="submitted", reviewer=None)
    client.force_login(cast.marlene)
    page = client.get(page_url(waiting)).content.decode()
    assert reverse("training:suitability") in page
    assert client.get(step_url(waiting, "publish")).context["against"]
    refused = client.post(step_url(waiting, "publish"))
    assert (refused.status_code, HostOffer.objects.get().status) == (400, "submitted")


def test_seats_are_asked_for_and_decided_on_the_page(client, cast, collecting):
    offer = mine(cast, collecting)
    ask = reverse("exchange:offer_step", args=[offer.pk, "plaetze-aendern"])
    client.force_login(cast.carla)
    assert ask in client.get(page_url(offer)).content.decode()
    client.post(ask, {"seats": 3})
    agree = reverse("exchange:offer_step", args=[offer.pk, "plaetze-zustimmen"])
    client.force_login(cast.marlene)
    assert agree in client.get(page_url(offer)).content.decode()
    client.post(agree)
    assert (HostOffer.objects.get().seats, HostOffer.objects.get().seats_asked) == (3, None)


def test_coordination_decides_about_a_withdrawal_on_the_page_of_the_place(client, cast, collecting):
    type(collecting).objects.filter(pk=collecting.pk).update(status="published")
    offer = mine(cast, collecting, withdrawal_asked_by=cast.marlene, end_note="Umzug")
    agree = reverse("exchange:offer_withdrawal", args=[offer.pk, "zustimmen"])
    client.force_login(cast.konrad)
    assert agree in client.get(offer.get_absolute_url()).content.decode()
    client.post(agree)
    assert HostOffer.objects.get().status == "withdrawn"
    assert client.post(agree).status_code == 409


def test_search_is_followed_and_ended_with_one_click(client, cast, collecting):
    client.force_login(cast.mina)
    for _twice in range(2):
        client.post(reverse("exchange:subscription_create"), {"stadt": "muenchen", "mobil": "1", "thema": "quatsch"})
    [search] = OfferSubscription.objects.all()
    assert (search.city, search.remote, search.topic) == (cast.munich, True, "")
    assert search.get_absolute_url() in client.get(reverse("exchange:subscriptions")).content.decode().replace(
        "&amp;", "&"
    )
    client.force_login(cast.kilian)
    assert client.post(reverse("exchange:subscription_end", args=[search.pk])).status_code == 404
    client.force_login(cast.mina)
    client.post(reverse("exchange:subscription_end", args=[search.pk]))
    assert not OfferSubscription.objects.exists()
