"""Applying: from the first click to the receipt, and what stands in the way."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from exchange.consent import CONSENT_VERSION
from exchange.models import Application, Placement
from exchange.services.applications import (
    change_application,
    start_application,
    submit_application,
    withdraw_application,
)
from exchange.services.consents import give_consent
from exchange.services.wishes import add_wish, move_wish, remove_wish, set_wishes
from exchange.states import APPLICATION, ApplicationStatus
from lms.core.errors import NotAllowed, Refused
from lms.core.journal import entries
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from tests.exchange.stories import a_place, a_round, filled_in, later
from tests.factories.exchange import ApplicationFactory, PlacementFactory, RoundFactory
from tests.factories.people import UserFactory
from tests.factories.training import SchoolBlockFactory, SchoolCalendarFactory, StationFactory


@pytest.fixture
def services_online(cast, spring):
    return a_place(spring, cast.munich, "Online-Dienste verständlich machen")


@pytest.fixture
def paperless(cast, spring, services_online):
    return a_place(spring, cast.augsburg, "Papier raus aus dem Bürgeramt", **later(services_online))


def ranks(application):
    return [wish.offer.title for wish in application.wishes.order_by("rank")]


def mails(who):
    return list(Notification.objects.filter(recipient=who).values_list("kind", flat=True))


def test_mina_applies_and_gets_the_next_number(cast, spring, services_online, paperless):
    application = submit_application(filled_in(spring, cast.mina, [services_online, paperless]), actor=cast.mina)

    application.refresh_from_db()
    assert (application.status, application.number, application.home_city) == (
        "submitted",
        "2027-F-0001",
        cast.nuremberg,
    )
    assert mails(cast.mina) == ["exchange/application_receipt"]
    assert mails(cast.barbara) == ["exchange/application_submitted"]
    assert mails(cast.hanna) == []
    assert entries(application).last().action == "exchange.application.submit"


def test_numbers_have_no_gaps_even_when_somebody_fails(cast, spring, services_online):
    failing = start_application(spring, actor=cast.kilian)
    with pytest.raises(Refused):
        submit_application(failing, actor=cast.kilian)
    first = submit_application(filled_in(spring, cast.mina, [services_online]), actor=cast.mina)
    second = submit_application(filled_in(spring, cast.kilian, [services_online]), actor=cast.kilian)
    assert (first.number, second.number) == ("2027-F-0001", "2027-F-0002")


def test_starting_twice_is_the_same_application(cast, spring):
    assert start_application(spring, actor=cast.mina) == start_application(spring, actor=cast.mina)


def test_only_apprentices_apply(cast, spring):
    with pytest.raises(NotAllowed):
        start_application(spring, actor=cast.barbara)


def test_somebody_without_an_apprenticeship_is_told_whom_to_ask(cast, spring):
    with pytest.raises(Refused, match="Ausbildungsleitung"):
        start_application(spring, actor=UserFactory(apprentice_in=cast.nuremberg))


def test_no_application_begins_outside_the_time(cast):
    yesterday = timezone.localdate() - timedelta(days=1)
    for late in (a_round(cast, code="A", status="review"), a_round(cast, code="B", applications_until=yesterday)):
        with pytest.raises(Refused):
            start_application(late, actor=cast.mina)


def test_a_city_outside_the_agreement_does_not_take_part(cast, spring):
    spring.agreement.cities.remove(cast.nuremberg)
    with pytest.raises(Refused):
        start_application(spring, actor=cast.mina)


def test_wishes_keep_their_ranks_without_gaps(cast, spring, services_online, paperless):
    third = a_place(spring, cast.munich, "Wissen teilen")
    application = filled_in(spring, cast.mina, [services_online, paperless, third])
    move_wish(application, third, -1, actor=cast.mina)
    move_wish(application, third, -1, actor=cast.mina)
    move_wish(application, third, -1, actor=cast.mina)
    assert ranks(application) == ["Wissen teilen", str(services_online), str(paperless)]
    remove_wish(application, services_online, actor=cast.mina)
    assert ranks(application) == ["Wissen teilen", "Papier raus aus dem Bürgeramt"]
    assert [wish.rank for wish in add_wish(application, third, actor=cast.mina)] == [1, 2]


def test_the_list_ends_at_the_number_of_the_round(cast, services_online, spring, paperless):
    spring.max_wishes = 1
    spring.save()
    application = filled_in(spring, cast.mina, [services_online])
    with pytest.raises(Refused, match="Ihre Liste ist voll"):
        add_wish(application, paperless, actor=cast.mina)


def test_places_at_home_of_other_rounds_and_withdrawn_ones_cannot_be_wished(cast, spring, services_online):
    application = start_application(spring, actor=cast.mina)
    at_home = a_place(spring, cast.nuremberg, "Zu Hause")
    elsewhen = a_place(a_round_in_autumn(cast), cast.munich, "Im Herbst")
    services_online.status = "withdrawn"
    for offer in (at_home, elsewhen, services_online):
        with pytest.raises(Refused):
            set_wishes(application, [offer], actor=cast.mina)
    assert ranks(application) == []


def a_round_in_autumn(cast):
    return RoundFactory(agreement__cities=[cast.munich])


def test_a_place_is_wished_once(cast, spring, services_online):
    application = start_application(spring, actor=cast.mina)
    with pytest.raises(Refused):
        set_wishes(application, [services_online, services_online], actor=cast.mina)


def test_what_is_missing_is_named(cast, spring):
    application = start_application(spring, actor=cast.mina)
    with pytest.raises(Refused) as refusal:
        submit_application(application, actor=cast.mina)
    assert str(refusal.value) == (
        "Bitte prüfen Sie zuerst Ihre Angaben. Bitte sehen Sie nach, wann Sie weg sein können. "
        "Bitte schreiben Sie, was Ihre Mission ist. Bitte schreiben Sie, was Sie lernen möchten. "
        "Bitte setzen Sie mindestens einen Platz auf Ihre Wunschliste. "
        "Bitte geben Sie an, ob Sie mit der Weitergabe Ihrer Daten einverstanden sind."
    )


def test_school_in_the_time_stands_in_the_way_with_law_and_dates(cast, spring, services_online):
    calendar = SchoolCalendarFactory(city=cast.nuremberg, name="VFA 11a")
    start = services_online.starts_on + timedelta(days=7)
    SchoolBlockFactory(calendar=calendar, starts_on=start, ends_on=start + timedelta(days=4))
    cast.mina.apprenticeship.school_calendar = calendar
    cast.mina.apprenticeship.save()
    application = filled_in(spring, cast.mina, [services_online])

    with pytest.raises(Refused, match=r"Online-Dienste.*: .*Berufsschule.*\(§ 15 BBiG\)") as refusal:
        submit_application(application, actor=cast.mina)
    assert str(start.year) in str(refusal.value)


def test_a_station_at_home_stands_in_the_way_and_a_canceled_one_does_not(cast, spring, services_online):
    station = StationFactory(
        apprentice=cast.mina, starts_on=services_online.starts_on, ends_on=services_online.ends_on, status="planned"
    )
    application = filled_in(spring, cast.mina, [services_online])
    with pytest.raises(Refused, match="andere Station"):
        submit_application(application, actor=cast.mina)
    station.status = "canceled"
    station.save()
    assert submit_application(application, actor=cast.mina).status == "submitted"


def test_nothing_changes_once_it_is_handed_in(cast, spring, services_online, paperless):
    application = submit_application(filled_in(spring, cast.mina, [services_online]), actor=cast.mina)
    with pytest.raises(StepNotAllowed):
        add_wish(application, paperless, actor=cast.mina)
    with pytest.raises(StepNotAllowed):
        change_application(application, actor=cast.mina, idea="Anders", motivation="")
    with pytest.raises(StepNotAllowed):
        submit_application(application, actor=cast.mina)
    assert (ranks(application), application.number) == (["Online-Dienste verständlich machen"], "2027-F-0001")


def test_handing_in_twice_at_once_gives_one_number(cast, spring, services_online):
    application = filled_in(spring, cast.mina, [services_online])
    stale = Application.objects.get(pk=application.pk)
    submit_application(application, actor=cast.mina)
    with pytest.raises(StepNotAllowed):
        submit_application(stale, actor=cast.mina)
    spring.refresh_from_db()
    assert spring.last_serial == 1


def test_nobody_changes_the_application_of_somebody_else(cast, spring, services_online):
    application = filled_in(spring, cast.mina, [services_online])
    for person in (cast.kilian, cast.barbara, cast.hanna, cast.konrad):
        with pytest.raises(NotAllowed):
            change_application(application, actor=person, idea="Fremd", motivation="")
        with pytest.raises(NotAllowed):
            withdraw_application(application, actor=person)


def test_consent_is_to_the_text_that_was_shown(cast, spring):
    application = start_application(spring, actor=cast.mina)
    with pytest.raises(Refused):
        give_consent(application, actor=cast.mina, version="2019-01")
    assert give_consent(application, actor=cast.mina, version=CONSENT_VERSION).consent_version == CONSENT_VERSION


def test_a_draft_withdrawn_concerns_nobody_else(cast, spring):
    application = withdraw_application(start_application(spring, actor=cast.mina), actor=cast.mina)
    assert (application.status, mails(cast.barbara), mails(cast.hanna)) == ("withdrawn", [], [])
    assert not Application.objects.visible_to(cast.hanna).exists()


def test_withdrawing_tells_the_home_side_and_frees_the_place(cast, spring, services_online):
    application = ApplicationFactory(round=spring, apprentice=cast.mina, approved=True, wishes=[services_online])
    Application.objects.filter(pk=application.pk).update(status="offered")
    application.refresh_from_db()
    placement = PlacementFactory(application=application, offer=services_online, offered=True)
    services_online.seats_taken = 1
    services_online.save()

    withdraw_application(application, actor=cast.mina)

    services_online.refresh_from_db()
    assert Placement.objects.get(pk=placement.pk).status == "canceled"
    assert services_online.seats_taken == 0
    assert mails(cast.barbara) == ["exchange/application_withdrawn"]


@pytest.mark.parametrize(("status", "name"), list(product(ApplicationStatus.values, APPLICATION.steps)))
def test_only_the_steps_in_the_table_are_possible(db, status, name):
    application = ApplicationFactory(approved=True, status=status, decision_reason="other")
    if name in APPLICATION.open_steps(status):
        APPLICATION.advance(application, name)
        assert Application.objects.get(pk=application.pk).status == APPLICATION.steps[name].target
    else:
        with pytest.raises(StepNotAllowed):
            APPLICATION.advance(application, name)
        assert Application.objects.get(pk=application.pk).status == status


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "submitted", "consented_at": None},
        {"status": "approved", "decided_by": None},
        {"status": "rejected", "decision_reason": ""},
    ],
)
def test_the_database_refuses_what_must_never_be(db, wrong):
    application = ApplicationFactory(approved=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(**wrong)
