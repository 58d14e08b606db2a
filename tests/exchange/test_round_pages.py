import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import ExchangeRound
from exchange.queries.rounds import suggested_dates
from exchange.services.rounds import vote_to_cancel
from exchange.states import ROUND, RoundStatus
from exchange.views.round_steps import ROUND_STEPS
from tests.factories.exchange import AgreementFactory, ApplicationFactory, MatchRunFactory, OfferFactory, RoundFactory
from tests.queries import queries_of


@pytest.fixture
def agreement(cast):
    return AgreementFactory(cities=[cast.nuremberg, cast.augsburg, cast.munich])


@pytest.fixture
def konrad(client, cast):
    client.force_login(cast.konrad)
    return client


def step_url(round_, step):
    return reverse("exchange:round_step", args=[round_.pk, ROUND_STEPS[step].slug])


@pytest.mark.parametrize("status", RoundStatus.values)
def test_cockpit_of_every_state(konrad, agreement, cast, status):
    round_ = RoundFactory(agreement=agreement, status=status, lottery_commitment="0" * 64, end_note="Hochwasser")
    OfferFactory(round=round_, city=cast.munich)
    MatchRunFactory(round=round_)
    page = konrad.get(round_.get_absolute_url())
    assert (page.status_code, page.content.decode().count("kern-btn--primary") <= 1) == (200, True)


@pytest.mark.parametrize("status", RoundStatus.values)
def test_every_step_asks_first_or_says_that_it_is_too_late(konrad, agreement, status):
    round_ = RoundFactory(agreement=agreement, status=status)
    answers = {step: konrad.get(step_url(round_, step)).status_code for step in ROUND_STEPS}
    possible = ROUND.open_steps(status)
    assert answers == {step: 200 if step in possible else 409 for step in answers}


def test_coordination_prepares_a_round_with_the_suggested_dates(konrad, agreement):
    page = konrad.get(reverse("exchange:round_create"))
    dates = suggested_dates(timezone.localdate())
    assert page.context["form"]["stays_from"].value() == dates["stays_from"]
    data = {
        **dates,
        "name": "Frühjahr 2027",
        "code": "2027-F",
        "agreement": agreement.pk,
        "max_wishes": 4,
        "mode": "stable",
    }
    answer = konrad.post(reverse("exchange:round_create"), data)
    assert answer.url == ExchangeRound.objects.get(code="2027-F").get_absolute_url()


def test_dates_out_of_order_are_named_at_the_field_and_stay_in_it(konrad, agreement):
    dates = suggested_dates(timezone.localdate())
    data = {
        **dates,
        "name": "F",
        "code": "F",
        "agreement": agreement.pk,
        "max_wishes": 9,
        "mode": "stable",
        "review_until": dates["offers_from"],
    }
    form = konrad.post(reverse("exchange:round_create"), data).context["form"]
    assert set(form.errors) == {"review_until", "max_wishes"}
    assert form["review_until"].value() == dates["offers_from"].isoformat()


def test_a_mistyped_year_is_named(konrad, agreement):
    dates = {**suggested_dates(timezone.localdate()), "offers_from": "0001-01-01", "stays_until": "9999-12-31"}
    data = {**dates, "name": "F", "code": "F", "agreement": agreement.pk, "max_wishes": 6, "mode": "stable"}
    form = konrad.post(reverse("exchange:round_create"), data).context["form"]
    assert set(form.errors) == {"offers_from", "stays_until"}


def test_agreement_has_to_cover_the_stays(konrad, cast):
    short = AgreementFactory(cities=[cast.munich], ends_on=timezone.localdate())
    data = {
        **suggested_dates(timezone.localdate()),
        "name": "F",
        "code": "F",
        "agreement": short.pk,
        "max_wishes": 6,
        "mode": "stable",
    }
    assert set(konrad.post(reverse("exchange:round_create"), data).context["form"].errors) == {"agreement"}


def test_without_an_agreement_in_force_the_page_says_where_to_begin(konrad):
    assert reverse("exchange:agreement_list") in konrad.get(reverse("exchange:round_create")).content.decode()


def test_locked_dates_stay_whatever_is_sent(konrad, agreement):
    round_ = RoundFactory(agreement=agreement)
    url = reverse("exchange:round_edit", args=[round_.pk])
    data = {name: getattr(round_, name) for name in konrad.get(url).context["form"].fields if name != "agreement"}
    data["tolerance"] = 5
    konrad.post(url, {**data, "name": "Anders", "confirm_until": round_.accept_until})
    after = ExchangeRound.objects.get()
    assert (after.name, after.confirm_until) == (round_.name, round_.accept_until)
    assert after.tolerance is None


def test_step_is_taken_from_its_page(konrad, agreement):
    round_ = RoundFactory(agreement=agreement, status="agreed")
    answer = konrad.post(step_url(round_, "open_offers"), follow=True)
    assert (answer.status_code, ExchangeRound.objects.get().status) == (200, "offers_open")


def test_step_with_something_against_it_changes_nothing(konrad, agreement, cast):
    round_ = RoundFactory(agreement=agreement, status="review")
    waiting = ApplicationFactory(round=round_, apprentice=cast.mina, submitted=True)
    page = konrad.post(step_url(round_, "start_matching"))
    assert (page.status_code, ExchangeRound.objects.get().status) == (400, "review")
    assert waiting.number in page.content.decode()


def test_canceling_needs_a_reason(konrad, agreement, cast):
    round_ = RoundFactory(agreement=agreement)
    assert set(konrad.post(step_url(round_, "cancel"), {"reason": ""}).context["form"].errors) == {"reason"}
    for person, city in ((cast.hanna, cast.nuremberg), (cast.anton, cast.augsburg)):
        vote_to_cancel(round_, actor=person, city=city, reason="Hochwasser")
    konrad.post(step_url(round_, "cancel"), {"reason": "Hochwasser"})
    assert ExchangeRound.objects.get().end_note == "Hochwasser"


def test_who_may_see_and_lead(client, cast, agreement):
    draft, open_one = RoundFactory(agreement=agreement, status="draft"), RoundFactory(agreement=agreement)

    def status(person, url):
        client.force_login(person)
        return client.get(url).status_code

    assert {
        "apprentice, open round": status(cast.mina, open_one.get_absolute_url()),
        "apprentice, draft": status(cast.mina, draft.get_absolute_url()),
        "apprentice, step": status(cast.mina, step_url(open_one, "close_applications")),
        "office, draft": status(cast.hanna, draft.get_absolute_url()),
        "office, step": status(cast.hanna, step_url(draft, "open_offers")),
        "office, new": status(cast.hanna, reverse("exchange:round_create")),
        "unknown step": status(cast.konrad, reverse("exchange:round_step", args=[draft.pk, "quatsch"])),
    } == {
        "apprentice, open round": 200,
        "apprentice, draft": 404,
        "apprentice, step": 403,
        "office, draft": 200,
        "office, step": 403,
        "office, new": 403,
        "unknown step": 404,
    }


def test_apprentices_see_the_way_but_no_numbers(client, cast, agreement):
    client.force_login(cast.mina)
    page = client.get(RoundFactory(agreement=agreement).get_absolute_url())
    assert (len(page.context["halts"]), page.context["numbers"]) == (8, [])


def test_list_costs_the_same_for_any_number_of_rounds(konrad, agreement):
    RoundFactory(agreement=agreement)
    few = queries_of(konrad, reverse("exchange:round_list"))
    for _number in range(49):
        OfferFactory(round=RoundFactory(agreement=agreement))
    assert queries_of(konrad, reverse("exchange:round_list")) == few


def test_cockpit_costs_the_same_for_any_number_of_applications(konrad, agreement):
    round_ = RoundFactory(agreement=agreement, status="review")
    ApplicationFactory(round=round_, submitted=True)
    few = queries_of(konrad, round_.get_absolute_url())
    for _number in range(49):
        ApplicationFactory(round=round_, submitted=True)
    assert queries_of(konrad, round_.get_absolute_url()) == few


def test_endless_numbers_in_the_address_are_not_found(konrad):
    urls = ["/austausch/runden/{}/", "/austausch/vereinbarungen/{}/"]
    assert [konrad.get(url.format("9" * 30)).status_code for url in urls] == [404, 404]
    assert konrad.get(reverse("exchange:round_list"), {"page": "9" * 30}).status_code == 200
