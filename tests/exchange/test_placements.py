"""Both cities confirm, the coordination publishes, the apprentice answers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import Placement
from exchange.queries.matching import explanation_of
from exchange.queries.own import own_exchange
from exchange.queries.placements import office_steps, own_stay_steps, placements_to_confirm
from exchange.services.answers import accept_placement, decline_placement, expire_unanswered
from exchange.services.placements import confirm_placement, drop_placement_of, refuse_placement
from exchange.services.publication import publish_round
from exchange.states import PLACEMENT, PlacementStatus
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.core.periods import Period
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from tests.exchange.stays import a_placement, a_round, accepted, an_applicant, an_offer, confirmed
from tests.factories.exchange import PlacementFactory
from tests.factories.people import DepartmentFactory, UserFactory
from tests.factories.training import SchoolBlockFactory
from tests.german import de
from training.models import Station
from training.services.stations import book_station


def seats_taken(placement):
    placement.offer.refresh_from_db()
    return placement.offer.seats_taken


def told(kind):
    return {n.recipient.first_name for n in Notification.objects.filter(kind=f"exchange/placement_{kind}")}


# Confirmation


def test_two_people_in_two_cities_confirm_and_the_last_takes_the_seat(cast):
    placement = confirm_placement(a_placement(cast), actor=cast.marlene)
    assert (placement.status, seats_taken(placement)) == ("host_confirmed", 0)
    confirm_placement(placement, actor=cast.hanna)
    assert (placement.status, seats_taken(placement)) == ("confirmed", 1)
    assert (placement.home_confirmed_by, placement.host_confirmed_by) == (cast.hanna, cast.marlene)
    assert told("all_confirmed") == {"Konrad"}


def test_one_human_counts_once_even_with_a_role_in_both_offices(cast):
    give_role(cast.hanna, Role.HR, actor=None, city=cast.munich, starts_on=timezone.localdate())
    placement = confirm_placement(a_placement(cast), actor=cast.hanna)
    with pytest.raises(StepNotAllowed):
        confirm_placement(placement, actor=cast.hanna)
    assert placements_to_confirm(cast.hanna).count() == 0
    assert confirm_placement(placement, actor=cast.marlene).status == "confirmed"


def test_the_host_office_cannot_confirm_for_the_home_city(cast):
    placement = confirm_placement(a_placement(cast), actor=cast.marlene)
    colleague = UserFactory(hr_in=cast.munich)
    with pytest.raises(StepNotAllowed):
        confirm_placement(placement, actor=colleague)
    placement.refresh_from_db()
    assert (placement.status, placement.home_confirmed_by) == ("host_confirmed", None)


@pytest.mark.parametrize("who", ["anton", "konrad", "barbara", "carla", "mina"])
def test_nobody_else_confirms(cast, who):
    with pytest.raises(NotAllowed):
        confirm_placement(a_placement(cast), actor=getattr(cast, who))


def test_a_refusal_needs_a_reason_and_leaves_the_application_in_the_matching(cast):
    placement = a_placement(cast)
    with pytest.raises(Refused):
        refuse_placement(placement, actor=cast.marlene, reason=" ")
    refuse_placement(placement, actor=cast.marlene, reason="Die Betreuung fällt aus.")
    assert (placement.status, placement.refused_by, placement.application.status) == (
        "refused",
        cast.marlene,
        "in_matching",
    )
    assert told("refused") == {"Konrad"}


# Publication


def test_nothing_is_published_before_both_cities_have_confirmed_everything(cast):
    placement = confirm_placement(a_placement(cast), actor=cast.hanna)
    with pytest.raises(Refused, match=placement.application.number):
        publish_round(placement.round, actor=cast.konrad)
    with pytest.raises(NotAllowed):
        publish_round(placement.round, actor=cast.hanna)


def test_everybody_hears_at_the_same_moment(cast):
    placement = a_placement(cast)
    left_over = an_applicant(cast.kilian, placement.round, placement.offer)
    left_over.wishes.update(outcome="full_lottery_offer", own_value=2, cutoff=1, basis="draw")
    confirmed(placement, cast.hanna, cast.marlene)
    publish_round(placement.round, actor=cast.konrad)
    placement.refresh_from_db()
    left_over.refresh_from_db()
    assert (placement.round.status, placement.status, placement.application.status) == (
        "published",
        "offered",
        "offered",
    )
    assert left_over.status == "unmatched"
    assert (told("offered"), told("unmatched")) == ({"Mina"}, {"Kilian"})
    ((wish, sentence),) = explanation_of(left_over)
    assert wish.offer == placement.offer
    assert "Losnummer 1" in sentence
    assert "Mina" not in sentence


def test_the_apprentice_sees_nothing_before_publication(cast, client):
    placement = confirmed(a_placement(cast), cast.hanna, cast.marlene)
    client.force_login(cast.mina)
    assert client.get(placement.get_absolute_url()).status_code == 404
    assert own_stay_steps(own_exchange(cast.mina)) == []
    publish_round(placement.round, actor=cast.konrad)
    assert client.get(placement.get_absolute_url()).status_code == 200
    assert [step.url for step in own_stay_steps(own_exchange(cast.mina))] == [placement.get_absolute_url()]


# Answer


def test_accepting_books_the_weeks_and_tells_who_prepares_them(cast):
    placement = accepted(cast)
    station = Station.objects.get()
    assert (placement.status, placement.application.status) == ("accepted", "accepted")
    assert (station.apprentice, station.department, station.supervisor) == (
        cast.mina,
        placement.offer.department,
        cast.carla,
    )
    assert (station.period, (station.source_type, station.source_id)) == (placement.period, placement.source)
    assert {"Hanna", "Marlene", "Barbara", "Carla"} <= told("accepted")


def test_nobody_accepts_a_place_while_planned_elsewhere(cast):
    placement = a_placement(cast, offered=True)
    book_station(
        cast.mina,
        DepartmentFactory(city=cast.nuremberg, name="Bürgeramt Mitte"),
        Period(placement.ends_on, placement.ends_on + timedelta(days=10)),
        supervisor=cast.rita,
        actor=None,
    )
    with pytest.raises(Refused, match="Bürgeramt Mitte"):
        accept_placement(placement, actor=cast.mina)
    placement.refresh_from_db()
    assert (placement.status, Station.objects.count()) == ("offered", 1)


def test_declining_needs_no_reason_and_frees_the_seat(cast):
    placement = a_placement(cast, offered=True)
    assert seats_taken(placement) == 1
    decline_placement(placement, actor=cast.mina)
    assert (placement.status, placement.application.status, seats_taken(placement)) == ("declined", "declined", 0)


def test_only_the_apprentice_answers_and_only_in_time(cast):
    placement = a_placement(cast, offered=True)
    with pytest.raises(NotAllowed):
        accept_placement(placement, actor=cast.hanna)
    with pytest.raises(Refused):
        accept_placement(placement, actor=cast.mina, today=placement.round.accept_until + timedelta(days=1))


def test_silence_ends_with_the_date_however_often_the_clock_looks(cast):
    placement = a_placement(cast, offered=True)
    last = placement.round.accept_until
    assert expire_unanswered(last) == 0
    assert expire_unanswered(last + timedelta(days=1)) == 1
    assert expire_unanswered(last + timedelta(days=1)) == 0
    placement.refresh_from_db()
    assert (placement.status, placement.application.status, seats_taken(placement)) == ("expired", "expired", 0)


def test_whoever_withdraws_gives_the_seat_back(cast):
    placement = a_placement(cast, offered=True)
    drop_placement_of(placement.application, actor=cast.mina)
    placement.refresh_from_db()
    assert (placement.status, seats_taken(placement)) == ("canceled", 0)


@pytest.mark.parametrize("status", PlacementStatus.values)
def test_only_the_steps_in_the_table_are_possible(db, status):
    placement = PlacementFactory(confirmed=True, status=status)
    for name, step in PLACEMENT.steps.items():
        Placement.objects.filter(pk=placement.pk).update(status=status)
        placement.refresh_from_db()
        if name in PLACEMENT.open_steps(status):
            PLACEMENT.advance(placement, name)
            assert placement.status == step.target
        else:
            with pytest.raises(StepNotAllowed):
                PLACEMENT.advance(placement, name)


# Pages


def test_strangers_get_404_and_colleagues_without_the_right_403(cast, client):
    placement = a_placement(cast, offered=True)
    for stranger in (cast.kilian, cast.anton, cast.otto, cast.konrad):
        client.force_login(stranger)
        assert client.get(placement.get_absolute_url()).status_code == 404
        assert client.post(reverse("exchange:placement_accept", args=[placement.pk])).status_code == 404
    for involved in (cast.hanna, cast.marlene, cast.carla, cast.barbara):
        client.force_login(involved)
        assert client.get(placement.get_absolute_url()).status_code == 200
        assert client.post(reverse("exchange:placement_accept", args=[placement.pk])).status_code == 403


def test_the_office_confirms_or_refuses_on_the_page(cast, client):
    placement = a_placement(cast)
    client.force_login(cast.marlene)
    page = client.get(placement.get_absolute_url()).content.decode()
    assert de("Confirm for %(city)s", city="München") in page
    empty = client.post(reverse("exchange:placement_refuse", args=[placement.pk]), {"refuse-reason": ""})
    assert empty.status_code == 422
    assert de("Please fill this in.") in empty.content.decode()
    confirmed = client.post(reverse("exchange:placement_confirm", args=[placement.pk]))
    placement.refresh_from_db()
    assert (placement.status, confirmed["Location"]) == ("host_confirmed", reverse("exchange:inbox"))
    again = client.post(reverse("exchange:placement_confirm", args=[placement.pk]))
    assert again.status_code == 409
    assert (
        de("You have confirmed this place already. For the other city somebody else decides.") in again.content.decode()
    )


def test_mina_reads_why_and_accepts_on_her_phone(cast, client):
    round = a_round("published")
    archive = an_offer(round, cast.augsburg, cast.otto, title="Archiv")
    placement = a_placement(cast, round=round, offered=True)
    wish = placement.application.wishes.create(offer=archive, rank=2)
    placement.application.wishes.filter(rank=1).update(rank=3)
    wish.rank, wish.outcome, wish.own_value, wish.cutoff, wish.basis = 1, "full_lottery_offer", 4, 2, "draw"
    wish.save()
    client.force_login(cast.mina)
    page = client.get(placement.get_absolute_url()).content.decode()
    assert de("You have a place") in page
    assert "Archiv" in page
    assert "Losnummer 4" in page
    answered = client.post(reverse("exchange:placement_accept", args=[placement.pk]), follow=True)
    assert de("The place is yours. Everybody who prepares your stay has been told.") in answered.content.decode()


def test_the_list_is_filtered_by_links(cast, client):
    accepted(cast)
    client.force_login(cast.hanna)
    shown = {
        query: "Musterfrau" in client.get(f"/austausch/einsaetze/{query}").content.decode()
        for query in ("", "?stand=kommend", "?stand=laufend", "?richtung=aus", "?richtung=in", "?stand=xyz&page=99")
    }
    assert shown == {
        "": True,
        "?stand=kommend": True,
        "?stand=laufend": False,
        "?richtung=aus": True,
        "?richtung=in": False,
        "?stand=xyz&page=99": True,
    }


def test_the_plan_shows_the_same_stays_and_the_weeks_of_school(cast, client):
    placement = accepted(cast)
    block = SchoolBlockFactory(starts_on=placement.starts_on, ends_on=placement.starts_on + timedelta(days=4))
    cast.mina.apprenticeship.school_calendar = block.calendar
    cast.mina.apprenticeship.save()
    client.force_login(cast.marlene)
    page = client.get("/austausch/einsaetze/?ansicht=plan").content.decode()
    assert "c-clash" in page
    assert "KW" in page


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_for_any_number_of_stays(cast, client, django_assert_max_num_queries, count):
    offer = an_offer(a_round("running"), cast.munich, cast.carla, seats=count)
    for _ in range(count):
        PlacementFactory(accepted=True, application__round=offer.round, offer=offer)
    client.force_login(cast.marlene)
    with django_assert_max_num_queries(13):
        page = client.get("/austausch/einsaetze/?ansicht=plan")
    assert page.content.count(b"</tr>") == count + 1


@pytest.mark.parametrize("count", [1, 12])
def test_the_steps_of_an_office_cost_the_same_for_any_number(cast, django_assert_max_num_queries, count):
    offer = an_offer(a_round("confirmation"), cast.munich, cast.carla, seats=count)
    for _ in range(count):
        PlacementFactory(application__round=offer.round, offer=offer)
    with django_assert_max_num_queries(14):
        (step,) = office_steps(cast.marlene)
    assert step.title.startswith(str(count))
