"""Taking a decision back: by whoever took it, before anybody is told, as long as nobody acted since."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import Application, Decision, HostOffer, Placement
from exchange.services.applications import change_application, submit_application
from exchange.services.decisions import (
    approve_application,
    endorse_application,
    reject_application,
    return_application,
)
from exchange.services.offers import return_offer
from exchange.services.placements import confirm_placement, refuse_placement
from exchange.services.undoing import undo
from lms.core import journal
from lms.core.errors import NotAllowed, TooLate
from lms.notifications.models import Notification
from tests.exchange.stays import a_placement
from tests.exchange.stories import filled_in
from tests.factories.exchange import OfferFactory
from tests.factories.people import UserFactory

SEEN = ("status", "status_since", "endorsed_by_id", "endorsed_at", "decided_by_id", "decided_at", "trainer_comment",
        "decision_note", "decision_reason")  # fmt: skip


@pytest.fixture
def application(cast, spring, online):
    return submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)


def row_of(application):
    return Application.objects.filter(pk=application.pk).values(*SEEN).get()


def take(step, application, cast):
    if step == "endorse":
        return endorse_application(application, actor=cast.barbara, comment="Passt.")
    if step == "return":
        return return_application(application, actor=cast.barbara, comment="Bitte genauer.")
    endorse_application(application, actor=cast.barbara, comment="Passt.")
    if step == "return_by_office":
        return return_application(application, actor=cast.hanna, comment="Bitte genauer.")
    if step == "approve":
        return approve_application(application, actor=cast.hanna)
    return reject_application(application, actor=cast.hanna, reason="exam", note="Nach der Prüfung.")


STEPS = {"endorse": "barbara", "return": "barbara", "return_by_office": "hanna", "approve": "hanna", "reject": "hanna"}


@pytest.mark.parametrize("step", STEPS)
def test_everything_is_as_it_was_and_nobody_hears_of_it(cast, application, step):
    by = getattr(cast, STEPS[step])
    told = set(Notification.objects.values_list("pk", flat=True))
    before = row_of(application)
    if by == cast.hanna:
        endorse_application(application, actor=cast.barbara, comment="Passt.")
        told = set(Notification.objects.values_list("pk", flat=True))
        before = row_of(application)
        {
            "return_by_office": lambda: return_application(application, actor=by, comment="Bitte genauer."),
            "approve": lambda: approve_application(application, actor=by),
            "reject": lambda: reject_application(application, actor=by, reason="exam", note="Nach der Prüfung."),
        }[step]()
    else:
        take(step, application, cast)
    decision = Decision.objects.filter(by=by).first()

    undo(decision, actor=by)

    assert row_of(application) == before
    assert set(Notification.objects.values_list("pk", flat=True)) == told
    assert journal.entries(application).last().action == "exchange.application.undo"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("who", ["mina", "barbara", "dieter", "hanna", "anton", "marlene", "konrad", "rita"])
def test_only_whoever_decided_takes_it_back(client, cast, application, step, who):
    take(step, application, cast)
    decision = Decision.objects.first()
    person = getattr(cast, who)
    client.force_login(person)
    answer = client.post(reverse("exchange:decision_undo", args=[decision.pk]))
    assert answer.status_code == (302 if who == STEPS[step] else 404)
    if who != STEPS[step]:
        with pytest.raises(NotAllowed):
            undo(decision, actor=person)


def test_after_ten_minutes_people_have_been_told(cast, application, time_machine):
    take("approve", application, cast)
    decision = Decision.objects.first()
    time_machine.move_to(timezone.now() + timedelta(minutes=11))
    with pytest.raises(TooLate, match="informiert"):
        undo(decision, actor=cast.hanna)
    assert row_of(application)["status"] == "approved"


def test_nobody_is_told_before_the_time_is_over(cast, application, time_machine):
    take("reject", application, cast)
    kinds = Notification.objects.visible_to(cast.mina).values_list("kind", flat=True)
    assert "exchange/application_rejected" not in kinds
    time_machine.move_to(timezone.now() + timedelta(minutes=11))
    assert "exchange/application_rejected" in Notification.objects.visible_to(cast.mina).values_list("kind", flat=True)


def test_twice_is_once(cast, application):
    take("endorse", application, cast)
    decision = Decision.objects.first()
    undo(decision, actor=cast.barbara)
    with pytest.raises(TooLate):
        undo(decision, actor=cast.barbara)


def test_an_endorsement_stays_when_the_office_has_decided(cast, application):
    take("approve", application, cast)
    with pytest.raises(TooLate):
        undo(Decision.objects.get(step="endorse"), actor=cast.barbara)
    assert row_of(application)["status"] == "approved"


def test_a_return_stays_when_the_apprentice_has_begun_to_mend(cast, application):
    take("return", application, cast)
    application.refresh_from_db()
    change_application(application, actor=cast.mina, idea="Genauer", motivation="")
    with pytest.raises(TooLate):
        undo(Decision.objects.first(), actor=cast.barbara)


def test_nothing_is_taken_back_when_the_round_has_moved_on(cast, application, spring):
    take("reject", application, cast)
    spring.status = "matching"
    spring.save()
    with pytest.raises(TooLate):
        undo(Decision.objects.first(), actor=cast.hanna)


@pytest.mark.parametrize("number", [0, 1])
def test_confirmations_are_taken_back_and_seats_counted_back(cast, number):
    placement = a_placement(cast)
    for person in (cast.hanna, cast.marlene)[: number + 1]:
        confirm_placement(placement, actor=person)
    left = ["proposed", "home_confirmed"][number]
    by = (cast.hanna, cast.marlene)[number]
    assert HostOffer.objects.get(pk=placement.offer_id).seats_taken == number

    undo(Decision.objects.filter(by=by).first(), actor=by)

    placement = Placement.objects.get(pk=placement.pk)
    assert placement.status == left
    assert placement.host_confirmed_by is None
    assert HostOffer.objects.get(pk=placement.offer_id).seats_taken == 0
    assert not Notification.objects.filter(kind="exchange/placement_all_confirmed").exists()


def test_the_first_confirmation_stays_when_the_other_city_has_confirmed(cast):
    placement = a_placement(cast)
    confirm_placement(placement, actor=cast.hanna)
    confirm_placement(placement, actor=cast.marlene)
    with pytest.raises(TooLate):
        undo(Decision.objects.get(by=cast.hanna), actor=cast.hanna)


def test_a_refusal_is_taken_back_and_the_wish_is_open_again(cast):
    placement = a_placement(cast)
    refuse_placement(placement, actor=cast.marlene, reason="Umbau.")
    undo(Decision.objects.get(), actor=cast.marlene)
    placement = Placement.objects.get(pk=placement.pk)
    assert (placement.status, placement.refused_by, placement.end_note) == ("proposed", None, "")
    assert placement.application.wishes.get(offer=placement.offer).outcome == ""
    assert not Notification.objects.filter(kind="exchange/placement_refused").exists()


def test_the_review_of_an_offer_is_taken_back(cast, spring):
    offer = OfferFactory(
        round=spring, city=cast.nuremberg, author=cast.rita, supervisor=cast.rita, status="submitted", reviewer=None
    )
    told = Notification.objects.count()
    return_offer(offer, actor=cast.hanna, comment="Bitte kürzer.")
    undo(Decision.objects.first(), actor=cast.hanna)
    offer.refresh_from_db()
    assert (offer.status, offer.reviewer, offer.review_comment) == ("submitted", None, "")
    assert Notification.objects.count() == told


def test_somebody_else_of_the_office_reads_when_it_was_too_late(client, cast, application):
    colleague = UserFactory(hr_in=cast.nuremberg)
    take("approve", application, cast)
    client.force_login(colleague)
    assert client.post(reverse("exchange:decision_undo", args=[Decision.objects.first().pk])).status_code == 404


def test_the_page_and_the_inbox_say_until_when(client, cast, application):
    take("approve", application, cast)
    until = timezone.localtime(Decision.objects.first().until).strftime("%H:%M")
    client.force_login(cast.hanna)
    for address in ("/austausch/zu-entscheiden/", application.get_absolute_url()):
        assert f"{until} Uhr" in client.get(address).content.decode()
