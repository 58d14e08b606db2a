"""Whoever tries whatever, in any order: three cities, eight roles, the real services, and what has to hold."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from itertools import combinations

import hypothesis
import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from wagtail.models import ModelLogEntry

from exchange.models import Application, ExchangeRound, HostOffer, MatchRun, Placement
from exchange.services.answers import accept_placement, decline_placement, expire_unanswered
from exchange.services.applications import submit_application, withdraw_application
from exchange.services.decisions import (
    approve_application,
    endorse_application,
    reject_application,
    return_application,
)
from exchange.services.matching_runs import adopt_run, start_run
from exchange.services.offers import pause_offer, resume_offer, withdraw_offer
from exchange.services.placements import confirm_placement, refuse_placement
from exchange.services.publication import publish_round, return_to_matching
from exchange.services.round_clock import move_rounds_by_date
from exchange.services.rounds import close_applications, open_applications, start_matching
from exchange.services.stays import end_placement
from exchange.states import PLACE_AHEAD, SEAT_HELD, PlacementStatus
from lms.core.errors import Refused
from people.models import Role
from people.queries import people_with
from people.services.memberships import give_role
from tests.exchange.stays import a_placement
from tests.exchange.stories import a_place, a_round, filled_in, later
from tests.factories.people import UserFactory
from tests.nightly import NIGHTLY
from tests.rows import rows, tables

NOTE = "Wir haben darüber gesprochen."
OF_A_ROUND = {
    "open_applications": lambda it, who: open_applications(it, actor=who, today=timezone.localdate()),
    "close_applications": lambda it, who: close_applications(it, actor=who, today=timezone.localdate()),
    "start_matching": lambda it, who: start_matching(it, actor=who, today=timezone.localdate()),
    "return_to_matching": lambda it, who: return_to_matching(it, actor=who),
    "publish": lambda it, who: publish_round(it, actor=who),
}
OF_AN_APPLICATION = {
    "submit": lambda it, who: submit_application(it, actor=who),
    "endorse": lambda it, who: endorse_application(it, actor=who, comment=NOTE),
    "return": lambda it, who: return_application(it, actor=who, comment=NOTE),
    "approve": lambda it, who: approve_application(it, actor=who, note=NOTE),
    "reject": lambda it, who: reject_application(it, actor=who, reason="other", note=NOTE),
    "withdraw": lambda it, who: withdraw_application(it, actor=who),
}
OF_A_PLACEMENT = {
    "confirm": lambda it, who: confirm_placement(it, actor=who, reason=NOTE),
    "refuse": lambda it, who: refuse_placement(it, actor=who, reason=NOTE),
    "accept": lambda it, who: accept_placement(it, actor=who),
    "decline": lambda it, who: decline_placement(it, actor=who),
    "cancel": lambda it, who: end_placement(it, actor=who, reason=NOTE),
}
OF_AN_OFFER = {
    "pause": lambda it, who: pause_offer(it, actor=who),
    "resume": lambda it, who: resume_offer(it, actor=who),
    "withdraw": lambda it, who: withdraw_offer(it, actor=who, reason=NOTE),
}
PICK = st.integers(0, 999)
SCRIPT = [  # the way of a quiet round; random steps come in between
    ("application", "submit", "own"),
    ("application", "endorse", "trainer"),
    ("application", "approve", "home"),
    ("round", "close_applications", "konrad"),
    ("round", "start_matching", "konrad"),
    ("run", "adopt", "konrad"),
    ("placement", "confirm", "home"),
    ("placement", "confirm", "host"),
    ("round", "publish", "konrad"),
    ("placement", "accept", "own"),
]


def everything():
    ours = [name for name in tables() if name.startswith(("exchange_", "notifications_", "training_station"))]
    return {name: rows(name) for name in [*ours, "wagtailcore_modellogentry"]}


class Rounds(RuleBasedStateMachine):
    cast = None

    def __init__(self):
        super().__init__()
        self.kept = transaction.atomic()
        self.kept.__enter__()
        self.clock = time_machine.travel(timezone.now(), tick=False)
        self.time = self.clock.start()
        cast = self.cast
        round_ = a_round(cast)
        self.round = round_.pk
        self.people = [person for person in vars(cast).values() if hasattr(person, "email")]
        self.people += [UserFactory(hr_in=cast.munich, trainer_in=cast.nuremberg), UserFactory(admin=True)]
        here = {city: a_place(round_, city, city.name) for city in (cast.nuremberg, cast.augsburg, cast.munich)}
        second = a_place(round_, cast.munich, "Second", **later(here[cast.munich], 2))
        for person, home in ((cast.mina, cast.nuremberg), (cast.kilian, cast.augsburg), (cast.zoe, cast.munich)):
            elsewhere = [offer for city, offer in here.items() if city != home]
            filled_in(round_, person, elsewhere if home == cast.munich else [here[cast.munich], second])

    def teardown(self):
        self.clock.stop()
        transaction.set_rollback(True)
        self.kept.__exit__(None, None, None)

    def attempt(self, record, step, take, who):
        """The step is taken and leaves an entry in the journal, or a sentence and nothing else."""
        before = everything()
        noted = ModelLogEntry.objects.count()
        try:
            with transaction.atomic():
                take(record, who)
        except (Refused, PermissionDenied):
            assert everything() == before
            return False
        written = ModelLogEntry.objects.order_by("pk")[noted:]
        assert [entry.action for entry in written].count(f"exchange.{type(record)._meta.model_name}.{step}") <= 1
        assert any(entry.user_id == who.pk and entry.object_id == str(record.pk) for entry in written)
        return True

    def quietly(self, take, record, who):
        with suppress(Refused, PermissionDenied), transaction.atomic():
            take(record, who)

    def someone(self, pick):
        return self.people[pick % len(self.people)]

    def one_of(self, model, pick):
        found = list(model.objects.filter(Q(round=self.round)).order_by("pk"))
        return found[pick % len(found)] if found else None

    @rule(step=st.sampled_from(sorted(OF_A_ROUND)), who=PICK)
    def lead(self, step, who):
        self.attempt(ExchangeRound.objects.get(pk=self.round), step, OF_A_ROUND[step], self.someone(who))

    @rule(step=st.sampled_from(sorted(OF_AN_APPLICATION)), which=PICK, who=PICK)
    def decide(self, step, which, who):
        self.attempt(self.one_of(Application, which), step, OF_AN_APPLICATION[step], self.someone(who))

    @rule(step=st.sampled_from(sorted(OF_A_PLACEMENT)), which=PICK, who=PICK)
    def place(self, step, which, who):
        if placement := self.one_of(Placement, which):
            self.attempt(placement, step, OF_A_PLACEMENT[step], self.someone(who))

    @rule(step=st.sampled_from(sorted(OF_AN_OFFER)), which=PICK, who=PICK)
    def offer(self, step, which, who):
        self.attempt(self.one_of(HostOffer, which), step, OF_AN_OFFER[step], self.someone(who))

    @rule(days=st.sampled_from([0, 1, 15, 40]))
    def time_passes(self, days):
        self.time.shift(timedelta(days=days))
        move_rounds_by_date(timezone.localdate())
        expire_unanswered(timezone.localdate())
        again = everything()
        move_rounds_by_date(timezone.localdate())
        expire_unanswered(timezone.localdate())
        assert everything() == again

    @rule(steps=st.integers(1, len(SCRIPT)))
    def the_round_goes_its_way(self, steps):
        for kind, step, role in SCRIPT[:steps]:
            if kind == "round":
                self.quietly(OF_A_ROUND[step], ExchangeRound.objects.get(pk=self.round), self.cast.konrad)
            elif kind == "run":
                self.compute_and_adopt()
            else:
                model, table = {
                    "application": (Application, OF_AN_APPLICATION),
                    "placement": (Placement, OF_A_PLACEMENT),
                }[kind]
                for record in model.objects.filter(round=self.round).order_by("pk"):
                    self.quietly(table[step], record, self.in_charge(record, role))

    @rule()
    def compute_and_adopt(self):
        self.quietly(
            lambda round_, who: start_run(round_, actor=who), ExchangeRound.objects.get(pk=self.round), self.cast.konrad
        )
        if run := MatchRun.objects.filter(round=self.round, status="proposed").order_by("pk").last():
            self.attempt(run, "adopt", lambda it, who: adopt_run(it, actor=who), self.cast.konrad)

    def in_charge(self, record, role):
        if role == "own":
            return record.apprentice
        if role == "trainer":
            return record.apprentice.apprenticeship.trainer
        return people_with(Role.HR, city=getattr(record, f"{role}_city")).order_by("pk").first()

    @invariant()
    def seats_are_what_stays_hold(self):
        held = Counter(Placement.objects.filter(status__in=SEAT_HELD).values_list("offer", flat=True))
        for offer in HostOffer.objects.filter(round=self.round):
            assert offer.seats_taken == held[offer.pk] <= offer.seats

    @invariant()
    def nobody_is_in_two_places(self):
        ahead = Placement.objects.filter(status__in=PLACE_AHEAD)
        for one, other in combinations(ahead, 2):
            assert one.apprentice_id != other.apprentice_id or not one.period.overlaps(other.period)

    @invariant()
    def two_people_of_two_cities_stand_behind_each_place(self):
        for place in Placement.objects.filter(status__in=SEAT_HELD):
            home = people_with(Role.HR, city=place.home_city_id).filter(pk=place.home_confirmed_by_id)
            host = people_with(Role.HR, city=place.host_city_id).filter(pk=place.host_confirmed_by_id)
            assert home.exists()
            assert host.exists()
            assert place.home_confirmed_by_id != place.host_confirmed_by_id
            assert place.apprentice_id not in (place.home_confirmed_by_id, place.host_confirmed_by_id)


@pytest.mark.django_db
def test_a_round_holds_whatever_people_try(cast):
    Rounds.cast = cast
    run_state_machine_as_test(
        Rounds,
        settings=hypothesis.settings(
            max_examples=100 if NIGHTLY else 8,
            stateful_step_count=30 if NIGHTLY else 20,
            deadline=None,
            phases=[
                hypothesis.Phase.explicit,
                hypothesis.Phase.generate,
                *([hypothesis.Phase.shrink] if NIGHTLY else []),
            ],
        ),
    )


def test_no_way_to_a_confirmed_place_with_fewer_than_two_people_of_two_cities(cast):
    """Every order in which everybody confirms, with people who work in two offices, or train and decide."""
    placement = a_placement(cast)
    people = [person for person in vars(cast).values() if hasattr(person, "email")]
    people += [
        UserFactory(hr_in=cast.nuremberg, trainer_in=cast.munich),
        UserFactory(hr_in=cast.munich, supervisor_in=cast.munich, coordinator=True),
        in_both_offices(cast),
    ]
    ends = set()

    def go_on(confirmed_by):
        for person in people:
            here = transaction.savepoint()
            try:
                with transaction.atomic():
                    confirm_placement(Placement.objects.get(pk=placement.pk), actor=person, reason=NOTE)
            except (Refused, PermissionDenied):
                transaction.savepoint_rollback(here)
                continue
            behind = [*confirmed_by, person]
            if Placement.objects.get(pk=placement.pk).status == PlacementStatus.CONFIRMED:
                ends.add(tuple(one.pk for one in behind))
            else:
                go_on(behind)
            transaction.savepoint_rollback(here)

    go_on([])
    offices = {city: {one.pk for one in people_with(Role.HR, city=city)} for city in (cast.nuremberg, cast.munich)}
    assert ends
    for first, second in ends:
        assert first != second
        assert {first, second} & offices[cast.nuremberg]
        assert {first, second} & offices[cast.munich]
        assert any(
            one in offices[cast.nuremberg] and other in offices[cast.munich]
            for one, other in ((first, second), (second, first))
        )


def in_both_offices(cast):
    both = UserFactory(hr_in=cast.nuremberg)
    give_role(both, Role.HR, actor=None, city=cast.munich, starts_on=timezone.localdate())
    return both
