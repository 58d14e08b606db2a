"""The cities agree: a draft takes effect when every city has assented to the same text."""

from datetime import date
from itertools import product

import pytest
from django.urls import reverse

from exchange.models import Agreement, ExchangeRound
from exchange.queries.agreements import agreement_steps, agreements_to_assent
from exchange.queries.round_blockers import blockers
from exchange.services.agreements import assent_to_agreement, change_agreement, create_agreement, end_agreement
from exchange.states import AGREEMENT, AgreementStatus
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from tests.factories.exchange import AgreementFactory, RoundFactory
from tests.factories.people import UserFactory
from tests.queries import queries_of

CONTENT = {"starts_on": date(2027, 1, 1), "ends_on": date(2029, 12, 31), "text": "Wir tauschen Auszubildende aus."}
PAID = {"fares_by": "home", "lodging_by": "home", "meals_by": "host"}


@pytest.fixture
def cities(cast):
    return [cast.nuremberg, cast.augsburg, cast.munich]


@pytest.fixture
def draft(cast, cities):
    return create_agreement(actor=cast.konrad, title="Kooperation M-A-N", cities=cities, **CONTENT)


def assent(draft, person, city, content_hash=None):
    return assent_to_agreement(draft, actor=person, city=city, content_hash=content_hash or draft.content_hash)


@pytest.mark.parametrize(("status", "name"), list(product(AgreementStatus.values, AGREEMENT.steps)))
def test_only_the_steps_in_the_table_are_possible(db, status, name):
    agreement = AgreementFactory(status=status)
    if name in AGREEMENT.open_steps(status):
        AGREEMENT.advance(agreement, name)
        assert agreement.status == AGREEMENT.steps[name].target
    else:
        with pytest.raises(StepNotAllowed):
            AGREEMENT.advance(agreement, name)


def test_agreement_takes_effect_with_the_last_city(cast, draft):
    states = []
    for person, city in [(cast.hanna, cast.nuremberg), (cast.anton, cast.augsburg), (cast.marlene, cast.munich)]:
        assent(draft, person, city)
        draft.refresh_from_db()
        states.append(draft.status)
    assert states == ["draft", "draft", "in_force"]


def test_each_assent_names_person_and_fingerprint(cast, draft):
    given = assent(draft, cast.hanna, cast.nuremberg)
    assert (given.city, given.person, given.content_hash) == (cast.nuremberg, cast.hanna, draft.content_hash)


def test_nobody_assents_to_a_text_that_has_changed_meanwhile(cast, draft, cities):
    shown = draft.content_hash
    change_agreement(draft, actor=cast.konrad, cities=cities, **{**CONTENT, "text": "Wir tauschen viel mehr aus."})
    with pytest.raises(TooLate):
        assent(draft, cast.hanna, cast.nuremberg, shown)


def test_change_voids_what_the_cities_have_said(cast, draft, cities):
    assent(draft, cast.hanna, cast.nuremberg)
    changed = change_agreement(draft, actor=cast.konrad, cities=cities, **{**CONTENT, "ends_on": date(2028, 12, 31)})
    assert (changed.assents.filter(voided_at=None).count(), changed.status) == (0, "draft")


def test_another_partner_is_another_agreement(cast, draft, cities):
    assent(draft, cast.hanna, cast.nuremberg)
    changed = change_agreement(draft, actor=cast.konrad, cities=cities[:2], **CONTENT)
    assert changed.assents.filter(voided_at=None).count() == 0


def test_saving_without_a_change_keeps_the_assents(cast, draft, cities):
    assent(draft, cast.hanna, cast.nuremberg)
    assert change_agreement(draft, actor=cast.konrad, cities=cities, **CONTENT).assents.count() == 1


def test_the_coordination_never_assents_for_a_city(cast, draft):
    with pytest.raises(NotAllowed):
        assent(draft, cast.konrad, cast.nuremberg)


def test_a_training_office_assents_for_its_own_city_only(cast, draft):
    with pytest.raises(NotAllowed):
        assent(draft, cast.hanna, cast.munich)


def test_a_city_assents_once(cast, draft):
    assent(draft, cast.hanna, cast.nuremberg)
    with pytest.raises(TooLate):
        assent(draft, UserFactory(hr_in=cast.nuremberg), cast.nuremberg)


def test_one_person_with_two_offices_counts_once(cast, draft):
    both = UserFactory(hr_in=cast.nuremberg)
    give_role(both, Role.HR, actor=None, city=cast.augsburg, starts_on=date(2026, 1, 1))
    assent(draft, both, cast.nuremberg)
    with pytest.raises(Refused):
        assent(draft, both, cast.augsburg)


def test_text_in_force_cannot_be_changed(cast, cities):
    agreement = AgreementFactory(cities=cities)
    with pytest.raises(StepNotAllowed):
        change_agreement(agreement, actor=cast.konrad, cities=cities, **CONTENT)


def test_the_same_title_gets_the_next_version(cast, draft, cities):
    again = create_agreement(actor=cast.konrad, title="Kooperation M-A-N", cities=cities, **CONTENT)
    assert (draft.version, again.version) == (1, 2)


def test_only_the_coordination_drafts(cast, cities):
    with pytest.raises(NotAllowed):
        create_agreement(actor=cast.hanna, title="Eigenes", cities=cities, **CONTENT)


def test_agreement_ends_with_a_reason(cast, cities):
    agreement = AgreementFactory(cities=cities)
    RoundFactory(agreement=agreement, status="closed")
    end_agreement(agreement, actor=cast.konrad, reason="Neue Fassung")
    agreement.refresh_from_db()
    assert (agreement.status, agreement.end_note) == ("ended", "Neue Fassung")


def test_offices_are_asked_and_hear_that_it_is_in_force(cast, draft):
    for person, city in [(cast.hanna, cast.nuremberg), (cast.anton, cast.augsburg), (cast.marlene, cast.munich)]:
        assent(draft, person, city)
    told = {(one.recipient, one.kind) for one in Notification.objects.select_related("recipient")}
    offices, asked, in_force = (cast.hanna, cast.anton, cast.marlene), "agreement_assent_asked", "agreement_in_force"
    assert told == {(person, f"exchange/{kind}") for person in offices for kind in (asked, in_force)} | {
        (cast.konrad, f"exchange/{in_force}")
    }


def test_assent_waits_on_the_start_page_until_it_is_given(cast, draft):
    before = list(agreements_to_assent(cast.hanna))
    step = agreement_steps(cast.hanna)[0]
    assent(draft, cast.hanna, cast.nuremberg)
    assert (before, step.url, list(agreements_to_assent(cast.hanna))) == ([draft], draft.get_absolute_url(), [])


# pages


def test_office_reads_and_assents(client, cast, draft):
    client.force_login(cast.hanna)
    page = client.get(draft.get_absolute_url())
    assert draft.content_hash in page.content.decode()
    posted = {"city": "nuernberg", "content_hash": draft.content_hash}
    answer = client.post(reverse("exchange:agreement_assent", args=[draft.pk]), posted, follow=True)
    assert (answer.status_code, draft.assents.get().person) == (200, cast.hanna)
    assert "Hanna Hypothese" in answer.content.decode()


def test_stale_page_gets_a_friendly_409(client, cast, draft):
    client.force_login(cast.hanna)
    posted = {"city": "nuernberg", "content_hash": "0" * 64}
    answer = client.post(reverse("exchange:agreement_assent", args=[draft.pk]), posted)
    assert (answer.status_code, draft.assents.count()) == (409, 0)


@pytest.mark.parametrize("city", ["", "hamburg", "nuernberg\x00"])
def test_unknown_city_is_not_found(client, cast, draft, city):
    client.force_login(cast.hanna)
    posted = {"city": city, "content_hash": draft.content_hash}
    assert client.post(reverse("exchange:agreement_assent", args=[draft.pk]), posted).status_code == 404


def test_coordination_drafts_on_the_page(client, cast, cities):
    client.force_login(cast.konrad)
    data = {**CONTENT, **PAID, "title": "Neue Kooperation", "cities": [city.pk for city in cities]}
    answer = client.post(reverse("exchange:agreement_create"), data)
    assert answer.url == Agreement.objects.get().get_absolute_url()


def test_what_is_wrong_with_a_draft_stands_at_the_field(client, cast):
    client.force_login(cast.konrad)
    data = {
        "title": "Halb",
        "starts_on": "2027-05-01",
        "ends_on": "2027-04-01",
        "text": "Kurz",
        "cities": [cast.munich.pk],
        **PAID,
    }
    form = client.post(reverse("exchange:agreement_create"), data).context["form"]
    assert set(form.errors) == {"cities", "ends_on"}
    assert form["text"].value() == "Kurz"


def test_pages_of_the_coordination(client, cast, draft, cities):
    client.force_login(cast.konrad)
    ended = AgreementFactory(cities=cities, status="ended", end_note="Alt")
    standing = AgreementFactory(cities=cities)
    pages = [
        reverse("exchange:agreement_list"),
        reverse("exchange:agreement_create"),
        reverse("exchange:addendum_create", args=[standing.pk]),
        reverse("exchange:agreement_document_add", args=[draft.pk]),
        reverse("exchange:agreement_compare", args=[draft.pk]),
        reverse("exchange:agreement_edit", args=[draft.pk]),
        reverse("exchange:agreement_end", args=[standing.pk]),
        *(one.get_absolute_url() for one in (draft, ended, standing)),
    ]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)
    assert client.get(reverse("exchange:agreement_edit", args=[standing.pk])).status_code == 409


def test_ending_needs_a_reason_and_says_so(client, cast, cities):
    agreement = AgreementFactory(cities=cities)
    client.force_login(cast.konrad)
    url = reverse("exchange:agreement_end", args=[agreement.pk])
    assert "reason" in client.post(url, {"reason": " "}).context["form"].errors
    assert client.post(url, {"reason": "Neue Fassung"}).url == agreement.get_absolute_url()


def test_ending_under_an_open_round_says_first_what_that_does(client, cast, cities):
    agreement = AgreementFactory(cities=cities)
    running = RoundFactory(agreement=agreement, name="Frühjahr 2027")
    client.force_login(cast.konrad)
    url = reverse("exchange:agreement_end", args=[agreement.pk])
    before, answer = client.get(url).content.decode(), client.post(url, {"reason": "Neue Fassung"})
    assert ("Frühjahr 2027" in before, answer.url) == (True, agreement.get_absolute_url())
    page = client.get(running.get_absolute_url())
    assert page.context["warnings"] == blockers(ExchangeRound.objects.get(), "open_offers", date(2026, 1, 1)) != []


def test_who_may_see_agreements(client, cast, draft):
    def status(person, route, *args):
        client.force_login(person)
        return client.get(reverse(route, args=args)).status_code

    assert {
        "office lists": status(cast.hanna, "exchange:agreement_list"),
        "office reads": status(cast.hanna, "exchange:agreement", draft.pk),
        "office edits": status(cast.hanna, "exchange:agreement_edit", draft.pk),
        "apprentice lists": status(cast.mina, "exchange:agreement_list"),
        "apprentice reads": status(cast.mina, "exchange:agreement", draft.pk),
    } == {
        "office lists": 200,
        "office reads": 200,
        "office edits": 403,
        "apprentice lists": 403,
        "apprentice reads": 404,
    }


def test_list_costs_the_same_for_any_number_of_agreements(client, cast, cities):
    client.force_login(cast.hanna)
    AgreementFactory(cities=cities, status="draft")
    few = queries_of(client, reverse("exchange:agreement_list"))
    for _number in range(49):
        AgreementFactory(cities=cities, status="draft")
    assert queries_of(client, reverse("exchange:agreement_list")) == few
