"""Two people swap their places: both wish it, every city confirms it, and nobody can lose a place by it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from exchange.models import Placement, Swap, SwapWish
from exchange.queries.inbox import inbox
from exchange.queries.round_turns import turns
from exchange.queries.swaps import swap_choices, swap_desk
from exchange.services.answers import accept_placement, decline_placement
from exchange.services.round_clock import move_rounds_by_date
from exchange.services.swaps import confirm_swap, note_swap_wishes, propose_swap, refuse_swap
from exchange.states import SEAT_HELD
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from tests.exchange.stays import a_round, an_offer
from tests.factories.exchange import ApplicationFactory, PlacementFactory
from tests.factories.training import SchoolBlockFactory, SchoolCalendarFactory
from tests.queries import queries_in
from training.models import Station


def has_a_place(person, home, offer, trainer, status="offered"):
    application = ApplicationFactory(
        apprentice=person, home_city=home, round=offer.round, approved=True, status=status, wishes=[offer]
    )
    type(offer).objects.filter(pk=offer.pk).update(seats_taken=1)
    return PlacementFactory(application=application, offer=offer, offered=True)


@pytest.fixture
def clearing(cast):
    """Mina of Nürnberg and Kilian of Augsburg both have a place in München, and the clearing has begun."""
    cities = [cast.nuremberg, cast.augsburg, cast.munich]
    cast.round = a_round("clearing", agreement__cities=cities, accept_until=timezone.localdate() + timedelta(days=50))
    cast.data = an_offer(cast.round, cast.munich, cast.carla, title="Offene Daten")
    later = cast.data.starts_on + timedelta(weeks=7)
    dates = {"starts_on": later, "ends_on": later + timedelta(days=41)}
    cast.forms = an_offer(cast.round, cast.munich, title="Formulare", **dates)
    cast.of_mina = has_a_place(cast.mina, cast.nuremberg, cast.data, cast.barbara)
    cast.of_kilian = has_a_place(cast.kilian, cast.augsburg, cast.forms, cast.dieter)
    return cast


def fresh(record):
    return type(record).objects.get(pk=record.pk)


def told(kind):
    messages = Notification.objects.filter(kind=f"exchange/{kind}").select_related("recipient")
    return {one.recipient.first_name for one in messages if not one.recipient.first_name.startswith("Vorname")}


def both_wish(cast):
    note_swap_wishes(fresh(cast.of_mina), [cast.forms], actor=cast.mina)
    note_swap_wishes(fresh(cast.of_kilian), [cast.data], actor=cast.kilian)


def proposed(cast):
    both_wish(cast)
    return propose_swap(fresh(cast.of_mina), fresh(cast.of_kilian), actor=cast.hanna)


def all_confirm(cast, swap):
    for person in (cast.hanna, cast.anton, cast.marlene):
        swap = confirm_swap(fresh(swap), actor=person, reason="passt")
    return swap


def places(cast):
    """Who has which place, and how far."""
    standing = Placement.objects.exclude(status="swapped").order_by("apprentice__first_name")
    return [(one.apprentice.first_name, one.offer.title, one.status) for one in standing]


BEFORE = [("Kilian", "Formulare", "offered"), ("Mina", "Offene Daten", "offered")]
AFTER = [("Kilian", "Offene Daten", "offered"), ("Mina", "Formulare", "offered")]


def test_three_cities_confirm_and_both_have_the_other_place(clearing):
    swap = proposed(clearing)
    assert told("placement_swap_proposed") == {"Hanna", "Anton", "Marlene"}
    confirm_swap(fresh(swap), actor=clearing.hanna, reason="passt")
    confirm_swap(fresh(swap), actor=clearing.anton, reason="passt")
    assert places(clearing) == BEFORE
    assert confirm_swap(fresh(swap), actor=clearing.marlene, reason="passt").status == "carried_out"
    assert places(clearing) == AFTER
    mina = Placement.objects.get(apprentice=clearing.mina, status="offered")
    assert (mina.home_confirmed_by, mina.host_confirmed_by) == (clearing.hanna, clearing.marlene)
    assert (mina.period, fresh(clearing.of_mina).status) == (clearing.of_kilian.period, "swapped")
    assert told("placement_swapped") == {"Mina", "Kilian"}
    assert {"Barbara", "Dieter", "Carla", "Hanna", "Anton", "Marlene"} <= told("placement_swapped_for_others")
    assert [one.action for one in journal.entries(swap)] == [
        "exchange.swap.propose", *["exchange.swap.confirm"] * 3, "exchange.swap.carry_out",
    ]  # fmt: skip


def test_it_waits_for_each_city_until_that_city_has_spoken(clearing):
    swap = proposed(clearing)
    offices = (clearing.hanna, clearing.anton, clearing.marlene)
    waits = lambda: [[task.kind for task in inbox(who)].count("swap") for who in (*offices, clearing.konrad)]  # noqa: E731
    assert waits() == [1, 1, 1, 0]
    confirm_swap(swap, actor=clearing.hanna)
    assert waits() == [0, 1, 1, 0]
    refuse_swap(fresh(swap), actor=clearing.anton, reason="Prüfung")
    assert waits() == [0, 0, 0, 0]


def test_seats_stay_as_they_were(clearing):
    all_confirm(clearing, proposed(clearing))
    for offer in (clearing.data, clearing.forms):
        held = Placement.objects.filter(offer=offer, status__in=[str(status) for status in SEAT_HELD]).count()
        assert (fresh(offer).seats_taken, held) == (1, 1)


def test_what_was_accepted_stays_accepted_and_the_weeks_move_along(clearing):
    accept_placement(fresh(clearing.of_mina), actor=clearing.mina)
    all_confirm(clearing, proposed(clearing))
    assert places(clearing) == [("Kilian", "Offene Daten", "offered"), ("Mina", "Formulare", "accepted")]
    mina = Placement.objects.get(apprentice=clearing.mina, status="accepted")
    stations = Station.objects.filter(apprentice=clearing.mina).order_by("pk")
    assert [(one.source_id, one.status, one.starts_on) for one in stations] == [
        (clearing.of_mina.pk, "canceled", clearing.data.starts_on), (mina.pk, "planned", clearing.forms.starts_on),
    ]  # fmt: skip
    kilian = Placement.objects.get(apprentice=clearing.kilian, status="offered")
    assert accept_placement(kilian, actor=clearing.kilian).status == "accepted"


@pytest.mark.parametrize("who", ["hanna", "anton", "marlene"])
def test_one_city_refuses_and_both_keep_their_places(clearing, who):
    swap = proposed(clearing)
    for person in {"hanna", "anton", "marlene"} - {who}:
        confirm_swap(fresh(swap), actor=getattr(clearing, person), reason="passt")
    with pytest.raises(Refused):
        refuse_swap(fresh(swap), actor=getattr(clearing, who), reason=" ")
    refuse_swap(fresh(swap), actor=getattr(clearing, who), reason="Umbau")
    assert (fresh(swap).status, fresh(swap).end_note, places(clearing)) == ("refused", "Umbau", BEFORE)
    assert told("placement_swap_refused") == {"Hanna", "Anton", "Marlene", "Konrad"}
    assert swap_desk(clearing.round, clearing.hanna).pairs == []
    with pytest.raises(TooLate):
        propose_swap(fresh(clearing.of_mina), fresh(clearing.of_kilian), actor=clearing.hanna)


def test_the_second_press_comes_too_late(clearing):
    swap = proposed(clearing)
    seen_before = fresh(swap)
    with pytest.raises(TooLate):
        propose_swap(fresh(clearing.of_kilian), fresh(clearing.of_mina), actor=clearing.anton)
    confirm_swap(fresh(swap), actor=clearing.hanna, reason="passt")
    with pytest.raises(StepNotAllowed):
        confirm_swap(seen_before, actor=clearing.hanna, reason="passt")
    refuse_swap(fresh(swap), actor=clearing.anton, reason="Umbau")
    for late in (confirm_swap, refuse_swap):
        with pytest.raises(StepNotAllowed):
            late(seen_before, actor=clearing.marlene, reason="passt")
    assert (Swap.objects.count(), places(clearing)) == (1, BEFORE)


def test_one_human_counts_once_even_in_two_offices(clearing):
    give_role(clearing.hanna, Role.HR, actor=None, city=clearing.munich, starts_on=timezone.localdate())
    swap = proposed(clearing)
    confirm_swap(fresh(swap), actor=clearing.hanna, reason="passt")
    confirm_swap(fresh(swap), actor=clearing.anton, reason="passt")
    with pytest.raises(StepNotAllowed):
        confirm_swap(fresh(swap), actor=clearing.hanna, reason="passt")
    assert places(clearing) == BEFORE


@pytest.mark.parametrize("who", ["konrad", "barbara", "mina", "carla"])
def test_nobody_but_the_offices_decides(clearing, who):
    swap, person = proposed(clearing), getattr(clearing, who)
    with pytest.raises(NotAllowed):
        confirm_swap(fresh(swap), actor=person)
    with pytest.raises(NotAllowed):
        refuse_swap(fresh(swap), actor=person, reason="Umbau")
    assert places(clearing) == BEFORE


def test_only_a_home_office_proposes_and_only_the_person_wishes(clearing):
    both_wish(clearing)
    with pytest.raises(NotAllowed):
        propose_swap(fresh(clearing.of_mina), fresh(clearing.of_kilian), actor=clearing.marlene)
    with pytest.raises(NotAllowed):
        note_swap_wishes(fresh(clearing.of_mina), [clearing.forms], actor=clearing.hanna)


def test_whoever_does_not_wish_for_a_swap_is_never_shown(clearing):
    note_swap_wishes(fresh(clearing.of_mina), [clearing.forms], actor=clearing.mina)
    for person in (clearing.hanna, clearing.anton, clearing.konrad):
        desk = swap_desk(clearing.round, person)
        assert (desk.pairs, desk.proposed) == ([], [])
    with pytest.raises(TooLate):
        propose_swap(fresh(clearing.of_mina), fresh(clearing.of_kilian), actor=clearing.hanna)


def test_taking_the_wish_back_ends_the_swap(clearing):
    swap = proposed(clearing)
    note_swap_wishes(fresh(clearing.of_kilian), [], actor=clearing.kilian)
    assert (fresh(swap).status, SwapWish.objects.visible_to(clearing.kilian).count()) == ("lapsed", 0)
    with pytest.raises(StepNotAllowed):
        confirm_swap(fresh(swap), actor=clearing.hanna, reason="passt")
    assert places(clearing) == BEFORE


def test_a_place_that_is_declined_takes_the_swap_along(clearing):
    swap = proposed(clearing)
    decline_placement(fresh(clearing.of_kilian), actor=clearing.kilian)
    assert fresh(swap).status == "lapsed"


def test_the_end_of_the_clearing_ends_open_swaps(clearing):
    swap = proposed(clearing)
    move_rounds_by_date(clearing.round.accept_until + timedelta(days=1))
    assert fresh(swap).status == "lapsed"
    with pytest.raises(StepNotAllowed):
        note_swap_wishes(fresh(clearing.of_mina), [clearing.forms], actor=clearing.mina)


def test_what_is_impossible_is_neither_shown_nor_taken(clearing):
    clearing.nuremberg_place = an_offer(clearing.round, clearing.nuremberg, clearing.rita, title="Zuhause")
    has_a_place(clearing.zoe, clearing.munich, clearing.nuremberg_place, clearing.sabine)
    calendar = SchoolCalendarFactory(city=clearing.augsburg)
    training = clearing.kilian.apprenticeship
    training.school_calendar = calendar
    training.save()
    assert [one.offer.title for one in swap_choices(fresh(clearing.of_mina))] == ["Formulare"]
    both_wish(clearing)
    SchoolBlockFactory(calendar=calendar, starts_on=clearing.data.starts_on, ends_on=clearing.data.ends_on)
    assert [one.offer.title for one in swap_choices(fresh(clearing.of_kilian))] == []
    assert swap_desk(clearing.round, clearing.hanna).pairs == []
    with pytest.raises(TooLate):
        note_swap_wishes(fresh(clearing.of_mina), [clearing.nuremberg_place], actor=clearing.mina)


def test_the_way_through_the_pages(clearing, client):
    client.force_login(clearing.mina)
    assert reverse("exchange:swap_wishes", args=[clearing.of_mina.pk]) in _read(client, clearing.of_mina)
    for person, place, offer in (
        (clearing.mina, clearing.of_mina, clearing.forms), (clearing.kilian, clearing.of_kilian, clearing.data),
    ):  # fmt: skip
        client.force_login(person)
        url = reverse("exchange:swap_wishes", args=[place.pk])
        page = client.get(url).content.decode()
        assert offer.title in page
        assert not any(name in page for name in {"Mina Musterfrau", "Kilian Beispiel"} - {person.full_name})
        assert client.post(url, {"offers": [offer.pk]}).status_code == 302
    client.force_login(clearing.hanna)
    desk = client.get(reverse("exchange:clearing", args=[clearing.round.pk])).content.decode()
    assert ("Mina Musterfrau" in desk, "Kilian" in desk) == (True, False)
    client.post(reverse("exchange:swap_propose", args=[clearing.of_mina.pk]), {"gegen": clearing.of_kilian.pk})
    swap = Swap.objects.get()
    page = client.get(swap.get_absolute_url()).content.decode()
    assert ("Mina Musterfrau" in page, "Kilian" in page) == (True, False)
    for person in (clearing.hanna, clearing.anton, clearing.marlene):
        client.force_login(person)
        answer = client.post(reverse("exchange:swap_confirm", args=[swap.pk]), {"confirm-reason": "passt"})
        assert answer.status_code == 302
        assert client.get(swap.get_absolute_url()).status_code == 200
    assert places(clearing) == AFTER
    client.force_login(clearing.hanna)
    again = client.post(reverse("exchange:swap_propose", args=[clearing.of_mina.pk]), {"gegen": clearing.of_kilian.pk})
    assert again.status_code == 409


def test_the_cockpit_names_the_cities_that_have_to_confirm(clearing):
    swap = proposed(clearing)
    confirm = "Den Tausch zweier Plätze bestätigen."
    named = lambda: {turn.name for turn in turns(clearing.round, clearing.konrad) if turn.what == confirm}  # noqa: E731
    assert named() == {"Hanna Hypothese", "Anton Ausgedacht", "Marlene Muster"}
    confirm_swap(swap, actor=clearing.anton)
    assert named() == {"Hanna Hypothese", "Marlene Muster"}


def test_refusing_on_the_page_asks_for_a_reason(clearing, client):
    swap = proposed(clearing)
    client.force_login(clearing.marlene)
    url = reverse("exchange:swap_refuse", args=[swap.pk])
    assert client.post(url, {"refuse-reason": ""}).status_code == 422
    assert client.post(url, {"refuse-reason": "Umbau"}).status_code == 302
    assert "Umbau" in client.get(swap.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("step", "field"), [("swap_refuse", "refuse-reason"), ("swap_confirm", "confirm-reason")])
def test_who_is_too_late_keeps_what_they_typed(clearing, client, step, field):
    swap = proposed(clearing)
    refuse_swap(swap, actor=clearing.anton, reason="Umbau")
    client.force_login(clearing.marlene)
    late = client.post(reverse(f"exchange:{step}", args=[swap.pk]), {field: "Wir haben <b>keinen</b> Raum."})
    page = late.content.decode()
    assert (late.status_code, fresh(swap).end_note) == (409, "Umbau")
    assert "Wir haben &lt;b&gt;keinen&lt;/b&gt; Raum." in page
    assert "zurückgewiesen" in page


@pytest.mark.parametrize("who", ["zoe", "kilian", "hanna", "carla", "konrad"])
def test_the_wishes_of_others_do_not_exist(clearing, client, who):
    client.force_login(getattr(clearing, who))
    url = reverse("exchange:swap_wishes", args=[clearing.of_mina.pk])
    assert (client.get(url).status_code, client.post(url, {"offers": [clearing.forms.pk]}).status_code) == (404, 404)


@pytest.mark.parametrize("who", ["zoe", "mina", "kilian", "barbara", "carla"])
def test_a_swap_does_not_exist_for_strangers(clearing, client, who):
    swap = proposed(clearing)
    client.force_login(getattr(clearing, who))
    for name in ("swap_confirm", "swap_refuse"):
        assert client.post(reverse(f"exchange:{name}", args=[swap.pk])).status_code == 404
    assert client.get(swap.get_absolute_url()).status_code == 404


def test_the_desk_asks_as_much_for_many_as_for_one(clearing):
    both_wish(clearing)
    few = queries_in(lambda: swap_desk(clearing.round, clearing.konrad))
    third = an_offer(clearing.round, clearing.munich, clearing.carla, title="Dritter")
    place = has_a_place(clearing.zoe, clearing.augsburg, third, clearing.sabine)
    SwapWish.objects.create(placement=place, offer=clearing.data)
    SwapWish.objects.create(placement=clearing.of_mina, offer=third)
    assert queries_in(lambda: swap_desk(clearing.round, clearing.konrad)) <= few


def _read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


@pytest.mark.parametrize("try_", range(3))
@pytest.mark.django_db(transaction=True)
def test_whoever_presses_at_the_same_moment_nobody_loses_or_doubles_a_place(clearing, try_):
    """Three cities confirm while both people answer: some order of these steps, and no error page."""
    swap = proposed(clearing)
    together = Barrier(5)

    def press(person, url, data=None):
        browser = Client(raise_request_exception=False)
        browser.cookies = cookies[person.pk]
        together.wait(timeout=30)
        try:
            return browser.post(url, data or {}).status_code
        finally:
            connection.close()

    confirm = reverse("exchange:swap_confirm", args=[swap.pk])
    accept = reverse("exchange:placement_accept", args=[clearing.of_mina.pk])
    decline = reverse("exchange:placement_decline", args=[clearing.of_kilian.pk])
    offices = [
        (one, confirm, {"confirm-reason": "passt"}) for one in (clearing.hanna, clearing.anton, clearing.marlene)
    ]
    presses = [*offices, (clearing.mina, accept), (clearing.kilian, decline)]
    cookies = {}
    for person, *_rest in presses:
        signed_in = Client()
        signed_in.force_login(person)
        cookies[person.pk] = signed_in.cookies
    with ThreadPoolExecutor(5) as crowd:
        answers = list(crowd.map(lambda one: press(*one), presses))

    assert {*answers} <= {302, 404, 409, 422}, answers
    held = Placement.objects.filter(status__in=SEAT_HELD)
    for person in (clearing.mina, clearing.kilian):
        assert held.filter(apprentice=person).count() <= 1
    for offer in (clearing.data, clearing.forms):
        assert fresh(offer).seats_taken == held.filter(offer=offer).count() <= 1
    carried = fresh(swap).status == "carried_out"
    assert Placement.objects.filter(status="swapped").count() == (2 if carried else 0)
    assert held.filter(apprentice=clearing.mina).exists()
