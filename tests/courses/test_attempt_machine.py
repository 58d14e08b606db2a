"""Whatever happens to an attempt: two tabs, lost replies, crashes, time. Nothing is lost or mixed, and the score is
what the last answers earn that came in time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import hypothesis
import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from courses import grading
from courses.jobs import hand_in_attempts
from courses.models import Attempt, TestPage
from courses.services.assessing.assessment import GRACE, NewerAnswer, save_answers, start_attempt, submit_attempt
from lms.core.errors import Refused
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory
from tests.factories.courses import test_of as the_test_of

TABS = st.sampled_from(["left", "right", ""])  # the last one has no script
PICKS = st.one_of(
    st.tuples(st.just("one"), st.sampled_from([None, ["ja-0"], ["nein-1"]])),
    st.tuples(st.just("more"), st.sampled_from([None, ["rot-0"], ["rot-0", "blau-1"], ["grün-2"]])),
)


class Attempts(RuleBasedStateMachine):
    cast = None

    def __init__(self):
        super().__init__()
        self.kept = transaction.atomic()
        self.kept.__enter__()
        self.clock = time_machine.travel(datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/Berlin")), tick=False)
        self.time = self.clock.start()
        self.enrollment = learn(self.cast.mina, CourseFactory(city=self.cast.nuremberg, test=True))
        TestPage.objects.update(minutes_limit=10, max_attempts=3, shuffle=False)
        self.test = the_test_of(self.enrollment.course)
        self.answers, self.writers, self.late, self.seen = {}, {}, {}, {}
        self.attempt = None
        self.by_hand = False
        self.begin()

    def teardown(self):
        self.clock.stop()
        transaction.set_rollback(True)
        self.kept.__exit__(None, None, None)

    @property
    def is_over(self):
        return timezone.now() > self.attempt.due_at + GRACE

    @property
    def stored(self):
        return Attempt.objects.get(pk=self.attempt.pk)

    @rule()
    def begin(self):
        try:
            started = start_attempt(self.enrollment, self.test, actor=self.cast.mina)
        except Refused:
            assert Attempt.objects.count() == 3 or Attempt.objects.filter(passed=True).exists()
            return
        if self.attempt is None or started.pk != self.attempt.pk:
            assert self.attempt is None or not self.stored.is_open
            self.attempt = started
            self.answers, self.writers, self.late, self.by_hand = {}, {}, {}, False
            self.seen = {"left": 0, "right": 0, "": 0}

    @rule(tab=TABS)
    def open_or_reload(self, tab):
        self.seen[tab] = self.stored.revision

    @rule(tab=TABS, pick=PICKS, reply_is_lost=st.booleans())
    def save(self, tab, pick, reply_is_lost):
        (key, answer), before = pick, self.stored
        try:
            after = save_answers(self.attempt, {key: answer}, actor=self.cast.mina, seen=self.seen[tab], tab=tab)
        except NewerAnswer:
            revision, writer = self.writers[key]
            assert revision > self.seen[tab]
            assert not tab or writer != tab
            assert self.answers.get(key) != answer
            return
        except Refused:
            assert not before.is_open
            assert self.by_hand or timezone.now() > self.attempt.due_at + timedelta(days=1)
            return
        if self.is_over:
            if answer is not None and answer != self.answers.get(key):
                self.late[key] = answer
        elif answer != self.answers.get(key):
            self.answers[key] = answer
            self.writers[key] = (after.revision, tab)
        if not reply_is_lost:
            self.seen[tab] = after.revision

    @rule(seconds=st.sampled_from([5, 60, 240, 29, 31, 100_000]))
    def time_passes(self, seconds):
        self.time.shift(timedelta(seconds=seconds))

    @rule()
    def the_job_runs(self):
        hand_in_attempts()

    @rule()
    def the_browser_crashes(self):
        self.attempt = self.stored
        self.open_or_reload("left")

    @rule()
    def hand_in(self):
        was_open, was_over = self.stored.is_open, self.is_over
        try:
            submit_attempt(self.attempt, {}, actor=self.cast.mina)
        except Refused:
            assert not was_open
        else:
            self.by_hand = self.by_hand or (was_open and not was_over)

    @invariant()
    def nothing_is_lost_or_mixed(self):
        stored = self.stored
        assert stored.answers == {key: answer for key, answer in self.answers.items() if answer is not None}
        assert stored.late_answers == self.late
        if not stored.is_open:
            assert stored.score == grading.score(stored.questions, stored.answers, {})
            assert stored.passed == (stored.score >= 70)
        assert Attempt.objects.filter(status="open").count() <= 1
        assert Attempt.objects.count() <= 3


@pytest.mark.django_db
def test_attempts_hold_whatever_happens(cast):
    Attempts.cast = cast
    run_state_machine_as_test(
        Attempts, settings=hypothesis.settings(max_examples=25, stateful_step_count=25, deadline=None)
    )
