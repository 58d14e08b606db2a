"""While Barbara is away: her substitute acts, it is marked, and four eyes stay four."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import Application
from exchange.queries.inbox import inbox, inbox_count
from exchange.queries.offers import offers_to_review
from exchange.queries.placements import placements_to_confirm
from exchange.queries.turns import timeline, who_is_next
from exchange.services.applications import submit_application
from exchange.services.decisions import approve_application, endorse_application
from exchange.services.offers import publish_offer
from exchange.services.placements import confirm_placement
from lms.core import journal
from lms.core.errors import NotAllowed
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from people.services.substitutions import end_substitution
from tests.exchange.stays import a_placement
from tests.exchange.stories import a_place, filled_in
from tests.factories.people import UserFactory
from tests.people.test_substitutions import stands_in


@pytest.fixture
def application(cast, spring):
    """Mina has handed in; Barbara is next, and Rita stands in for her."""
    stands_in(cast, cast.barbara, cast.rita)
    place = a_place(spring, cast.munich, "Online-Dienste")
    return submit_application(filled_in(spring, cast.mina, [place]), actor=cast.mina)


def marks(record, action):
    return [entry.data.get("on_behalf_of") for entry in journal.entries(record) if entry.action == action]


def test_rita_hears_of_it_finds_it_and_endorses_in_barbaras_place(cast, application, client):
    told = Notification.objects.filter(kind="exchange/application_submitted")
    assert {one.recipient for one in told} == {cast.barbara, cast.rita}
    assert [task.pk for task in inbox(cast.rita)] == [application.pk]
    assert inbox_count(cast.rita) == 1
    assert who_is_next(application, cast.mina).name == "Barbara Blaupause, vertreten durch Rita Reserve"
    assert who_is_next(application, cast.rita).you

    endorse_application(application, actor=cast.rita, comment="Passt.")

    assert (application.endorsed_by, marks(application, "exchange.application.endorse")) == (
        cast.rita, [cast.barbara.pk],
    )  # fmt: skip
    assert "Rita Reserve i. V. für Barbara Blaupause" in timeline(application)[1].note
    client.force_login(cast.hanna)
    page = client.get(reverse("exchange:application", args=[application.pk])).content.decode()
    assert "Rita Reserve i. V. für Barbara Blaupause" in page


def test_barbara_herself_is_not_marked(cast, application):
    endorse_application(application, actor=cast.barbara)
    assert marks(application, "exchange.application.endorse") == [None]


def test_when_it_is_ended_rita_sees_nothing_any_more(cast, application):
    end_substitution(cast.barbara.substitutions.get(), actor=cast.barbara)
    assert not Application.objects.visible_to(cast.rita).exists()
    with pytest.raises(NotAllowed):
        endorse_application(application, actor=cast.rita)


def nobody_but(person, application, *others):
    for other in others:
        assert application.pk not in [task.pk for task in inbox(other)]
        with pytest.raises(NotAllowed):
            approve_application(application, actor=other)
    assert [task.pk for task in inbox(person)] == [application.pk]
    assert approve_application(application, actor=person).status == "approved"


def test_one_human_counts_once_even_in_two_lent_roles(cast, application):
    stands_in(cast, cast.hanna, cast.rita)
    endorse_application(application, actor=cast.rita)
    nobody_but(cast.hanna, application, cast.rita)


def test_who_stands_in_for_the_trainer_who_endorsed_does_not_release_in_her_name(cast, application):
    give_role(cast.barbara, Role.HR, actor=None, city=cast.nuremberg, starts_on=timezone.localdate())
    endorse_application(application, actor=cast.barbara)
    deputy = UserFactory(supervisor_in=cast.nuremberg)
    for role in cast.barbara.memberships.filter(role=Role.HR):
        lend(cast, role, deputy)
    nobody_but(cast.hanna, application, deputy, cast.barbara)


def test_the_trainer_does_not_release_what_was_endorsed_in_her_place(cast, application):
    give_role(cast.barbara, Role.HR, actor=None, city=cast.nuremberg, starts_on=timezone.localdate())
    endorse_application(application, actor=cast.rita)
    nobody_but(cast.hanna, application, cast.barbara)


def test_who_stands_in_for_the_office_does_not_stand_in_for_a_late_trainer(cast, application, time_machine):
    end_substitution(cast.barbara.substitutions.get(), actor=cast.barbara)
    stands_in(cast, cast.hanna, cast.rita, last=30)
    time_machine.move_to(timezone.now() + timedelta(days=9))
    assert inbox(cast.rita) == []
    with pytest.raises(NotAllowed):
        endorse_application(application, actor=cast.rita)
    endorse_application(application, actor=cast.hanna)
    with pytest.raises(NotAllowed):
        approve_application(application, actor=cast.rita)


def test_an_office_is_represented_and_its_release_is_marked(cast, application):
    endorse_application(application, actor=cast.barbara)
    otto = UserFactory(first_name="Olga", last_name="Ordner", supervisor_in=cast.nuremberg)
    stands_in(cast, cast.hanna, otto)
    assert who_is_next(application, cast.mina).name == "Hanna Hypothese, vertreten durch Olga Ordner"
    approve_application(application, actor=otto)
    assert marks(application, "exchange.application.approve") == [cast.hanna.pk]


def lend(cast, membership, substitute):
    from people.services.substitutions import set_up_substitution

    today = timezone.localdate()
    set_up_substitution([membership], substitute, starts_on=today, ends_on=today, actor=membership.person)


def test_a_place_is_confirmed_in_hannas_place_and_never_for_both_cities(cast, client):
    give_role(cast.hanna, Role.HR, actor=None, city=cast.munich, starts_on=timezone.localdate())
    for role in cast.hanna.memberships.all():
        lend(cast, role, cast.rita if role.city == cast.nuremberg else cast.carla)
    placement = confirm_placement(a_placement(cast), actor=cast.rita)
    assert marks(placement, "exchange.placement.confirm") == [cast.hanna.pk]
    for person in (cast.rita, cast.carla, cast.hanna):
        with pytest.raises((NotAllowed, StepNotAllowed)):
            confirm_placement(placement, actor=person)
    client.force_login(UserFactory(hr_in=cast.nuremberg))
    page = client.get(placement.get_absolute_url()).content.decode()
    assert "Rita Reserve i. V. für Hanna Hypothese" in page
    assert confirm_placement(placement, actor=cast.marlene).status == "confirmed"


def test_the_substitute_of_who_confirmed_finds_nothing_to_confirm(cast):
    give_role(cast.hanna, Role.HR, actor=None, city=cast.munich, starts_on=timezone.localdate())
    placement = confirm_placement(a_placement(cast), actor=cast.hanna)
    side = cast.munich if placement.home_confirmed_by_id else cast.nuremberg
    lend(cast, cast.hanna.memberships.get(city=side), cast.carla if side == cast.munich else cast.rita)
    for person in (cast.carla, cast.rita):
        assert not placements_to_confirm(person).exists()


def test_the_substitute_of_an_author_does_not_review_in_their_name(cast, spring):
    offer = a_place(spring, cast.nuremberg, "Bauhof", status="submitted", author=cast.hanna)
    stands_in(cast, cast.hanna, cast.rita)
    assert not offers_to_review(cast.rita).exists()
    with pytest.raises(NotAllowed):
        publish_offer(offer, actor=cast.rita)
    colleague = UserFactory(hr_in=cast.nuremberg)
    assert list(offers_to_review(colleague)) == [offer]


def test_rita_supervises_for_otto_only_in_her_own_city(cast, spring):
    offer = a_place(spring, cast.nuremberg, "Bauhof", status="draft", supervisor=cast.rita, author=cast.rita)
    second = UserFactory(trainer_in=cast.nuremberg)
    assert not type(offer).objects.visible_to(second).exists()
    stands_in(cast, cast.rita, second)
    assert list(type(offer).objects.visible_to(second)) == [offer]
