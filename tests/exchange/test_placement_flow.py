"""Whatever people do in whatever order: seats are counted, four eyes confirm, nobody is in two places at once."""

from contextlib import suppress
from datetime import timedelta
from itertools import combinations

import hypothesis
import pytest
from django.db import transaction
from django.db.models import Count, F, Q
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from exchange.models import HostOffer, MatchRun, Placement
from exchange.services.answers import accept_placement, decline_placement, expire_unanswered
from exchange.services.matching_runs import adopt_run, start_run
from exchange.services.placements import confirm_placement, drop_placement_of, refuse_placement
from exchange.services.publication import publish_round, return_to_matching
from exchange.services.stays import check_in_guest, complete_placement, end_placement
from exchange.states import SEAT_HELD
from lms.core.errors import NotAllowed, Refused
from tests.exchange.stays import a_round, an_applicant, an_offer
from training.models import Station
from training.services.stations import complete_station

ANY = st.integers(min_value=0, max_value=30)


class Flow(RuleBasedStateMachine):
    """Three cities, three people, three places with one seat; every step by anybody, sensible or not."""

    cast = None

    def __init__(self):
        super().__init__()
        self.kept = transaction.atomic()
        self.kept.__enter__()
        cast = self.cast
        self.round = a_round()
        hosts = [(cast.munich, cast.carla), (cast.augsburg, cast.otto), (cast.nuremberg, cast.rita)]
        offers = [an_offer(self.round, city, host) for city, host in hosts]
        for person, wishes in ((cast.mina, offers[:2]), (cast.kilian, offers[::2]), (cast.zoe, offers[1:])):
            an_applicant(person, self.round, *wishes)
        self.officers = [cast.hanna, cast.anton, cast.marlene]

    def teardown(self):
        transaction.set_rollback(True)
        self.kept.__exit__(None, None, None)

    def attempt(self, step, *args, **kwargs):
        self.round.refresh_from_db()
        with suppress(Refused, NotAllowed):
            step(*args, **kwargs)

    def one(self, pick, records):
        found = list(records.order_by("pk"))
        return found[pick % len(found)] if found else None

    def on_placement(self, pick, step, **kwargs):
        placement = self.one(pick, Placement.objects)
        if placement:
            self.attempt(step, placement, **kwargs)

    def officer(self, pick):
        return self.officers[pick % 3]

    @initialize(depth=st.integers(min_value=0, max_value=4))
    def begin_somewhere_on_the_way(self, depth):
        for step in [self.compute_and_adopt, self.confirm_all, self.publish, self.all_accept][:depth]:
            step()

    def all_accept(self):
        for placement in Placement.objects.order_by("pk"):
            self.attempt(accept_placement, placement, actor=placement.apprentice)

    @rule()
    def compute_and_adopt(self):
        self.attempt(start_run, self.round, actor=self.cast.konrad)
        newest = MatchRun.objects.order_by("pk").last()
        if newest:
            self.attempt(adopt_run, newest, actor=self.cast.konrad)

    @rule(pick=ANY, who=ANY)
    def confirm(self, pick, who):
        self.on_placement(pick, confirm_placement, actor=self.officer(who))

    @rule()
    def confirm_all(self):
        for placement in Placement.objects.order_by("pk"):
            for officer in self.officers:
                self.attempt(confirm_placement, placement, actor=officer)

    @rule(pick=ANY, who=ANY)
    def refuse(self, pick, who):
        self.on_placement(pick, refuse_placement, actor=self.officer(who), reason="Geht nicht.")

    @rule()
    def compute_again(self):
        self.attempt(return_to_matching, self.round, actor=self.cast.konrad)

    @rule()
    def publish(self):
        self.attempt(publish_round, self.round, actor=self.cast.konrad)

    @rule(pick=ANY, yes=st.booleans())
    def answer(self, pick, yes):
        placement = self.one(pick, Placement.objects)
        if placement:
            self.attempt(accept_placement if yes else decline_placement, placement, actor=placement.apprentice)

    @rule(pick=ANY)
    def withdraw(self, pick):
        placement = self.one(pick, Placement.objects.exclude(status="accepted"))
        if placement:
            self.attempt(drop_placement_of, placement.application, actor=placement.apprentice)

    @rule(late=st.integers(min_value=0, max_value=1))
    def expire(self, late):
        expire_unanswered(self.round.accept_until + timedelta(days=late))

    @rule(pick=ANY)
    def check_in(self, pick):
        station = self.one(pick, Station.objects)
        if station:
            placement = Placement.objects.get(pk=station.source_id)
            self.attempt(check_in_guest, placement, station, actor=station.supervisor, today=station.starts_on)

    @rule(pick=ANY)
    def complete(self, pick):
        station = self.one(pick, Station.objects)
        if station:
            self.attempt(complete_station, station, actor=station.supervisor)
        self.on_placement(pick, complete_placement, actor=self.officer(pick))

    @rule(pick=ANY, who=ANY)
    def end(self, pick, who):
        self.on_placement(pick, end_placement, actor=self.officer(who), reason="Krankheit")

    @invariant()
    def seats_are_counted(self):
        held = Count("placements", filter=Q(placements__status__in=[str(status) for status in SEAT_HELD]))
        counted = HostOffer.objects.annotate(held=held)
        assert not counted.exclude(seats_taken=F("held")).exists()
        assert not counted.filter(seats_taken__gt=F("seats")).exists()

    @invariant()
    def two_people_confirmed_what_holds_a_seat(self):
        held = Placement.objects.filter(status__in=[str(status) for status in SEAT_HELD])
        confirmers = held.values_list("home_confirmed_by", "host_confirmed_by")
        assert all(home and host and home != host for home, host in confirmers)

    @invariant()
    def nobody_is_in_two_places(self):
        standing = list(Station.objects.standing())
        pairs = [pair for pair in combinations(standing, 2) if pair[0].apprentice_id == pair[1].apprentice_id]
        assert not any(one.period.overlaps(other.period) for one, other in pairs)


@pytest.mark.django_db
def test_the_invariants_hold_whatever_people_do(cast):
    Flow.cast = cast
    profile = hypothesis.settings(
        max_examples=max(6, hypothesis.settings.default.max_examples // 4), stateful_step_count=25
    )
    run_state_machine_as_test(Flow, settings=profile)
