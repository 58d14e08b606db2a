from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from learning.schedule import begins_on, months_after, reminder, runs_out_on, still_counts

DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))
DUE = date(2027, 6, 1)


def before(**span):
    return DUE - timedelta(**span)


def test_a_month_without_that_day_ends_earlier():
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2026, 11, 23), 24) == date(2028, 11, 23)
    assert months_after(date(2026, 12, 31), 12) == date(2027, 12, 31)


def test_what_is_asked_once_never_comes_again_and_the_course_may_shorten_the_rest():
    assert runs_out_on(date(2026, 1, 5), None, date(2027, 1, 5)) is None
    assert runs_out_on(date(2026, 1, 5), 24) == date(2028, 1, 5)
    assert runs_out_on(date(2026, 1, 5), 24, date(2027, 1, 5)) == date(2027, 1, 5)


def test_proof_counts_up_to_its_last_day():
    assert still_counts(date(2028, 1, 5), date(2026, 1, 5), 24)
    assert not still_counts(date(2028, 1, 6), date(2026, 1, 5), 24)
    assert not still_counts(date(2027, 1, 6), date(2026, 1, 5), None, date(2027, 1, 5))


def test_reminders_come_eight_four_and_one_week_before_and_once_it_is_overdue():
    days = [before(weeks=9), before(weeks=8), before(weeks=4), before(days=7), DUE, DUE + timedelta(days=1)]
    assert [reminder(day, DUE, None) for day in days] == [None, 8, 4, 1, 1, 0]


def test_after_a_pause_only_the_nearest_is_sent():
    assert reminder(before(days=3), DUE, 8) == 1
    assert reminder(before(days=2), DUE, 1) is None
    assert reminder(DUE + timedelta(days=90), DUE, 8) == 0
    assert reminder(DUE + timedelta(days=91), DUE, 0) is None


@given(completed=DAYS, months=st.integers(1, 120))
def test_the_next_time_begins_between_the_last_completion_and_the_day_it_is_due(completed, months):
    due = runs_out_on(completed, months)
    begins = begins_on(completed, due)
    assert completed < begins < due
    assert due - begins <= timedelta(weeks=8)
    assert (begins - completed).days >= (due - completed).days // 2


@given(due=DAYS, days=st.lists(st.integers(-500, 500), max_size=60).map(sorted))
def test_each_reminder_comes_once_and_ever_nearer(due, days):
    last, sent = None, []
    for day in days:
        near = reminder(due + timedelta(days=day), due, last)
        if near is not None:
            assert due + timedelta(days=day) >= due - timedelta(weeks=near)
            sent, last = [*sent, near], near
    assert sent == sorted(set(sent), reverse=True)
    assert (last == 0) == bool(days and days[-1] > 0)
