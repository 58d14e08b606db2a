"""The clock of the server: limits, waiting times, last days, and what comes too late."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from courses.jobs import hand_in_attempts
from courses.models import Attempt, TestPage
from courses.services.assessing.assessment import save_answers, start_attempt, submit_attempt
from courses.services.completing.completion import renew
from lms.core.errors import Refused
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, WRONG, CourseFactory
from tests.factories.courses import test_of as the_test_of


@pytest.fixture
def ready(cast):
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))
    change(enrollment, shuffle=False)
    return enrollment


def change(enrollment, **settings):
    TestPage.objects.child_of(enrollment.course).update(**settings)


def start(enrollment):
    return start_attempt(enrollment, the_test_of(enrollment.course), actor=enrollment.person)


def save(attempt, answers, **how):
    return save_answers(attempt, answers, actor=attempt.enrollment.person, **how)


@pytest.fixture
def limited(ready):
    change(ready, minutes_limit=10)
    return start(ready)


def text(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True).split())


def test_without_a_limit_there_is_all_the_time(ready, time_machine):
    attempt = start(ready)
    time_machine.move_to(timezone.now() + timedelta(days=20))
    assert attempt.due_at is None
    assert submit_attempt(attempt, RIGHT, actor=ready.person).passed


def test_what_is_on_its_way_when_the_time_is_up_still_counts(limited, time_machine):
    time_machine.move_to(limited.due_at + timedelta(seconds=25), tick=False)
    assert submit_attempt(limited, RIGHT, actor=limited.enrollment.person).passed


@pytest.mark.parametrize("act", ["save", "submit"])
def test_late_answers_are_kept_but_not_scored(limited, time_machine, act):
    save(limited, {"one": RIGHT["one"]})
    time_machine.move_to(limited.due_at + timedelta(seconds=31), tick=False)
    service = save_answers if act == "save" else submit_attempt
    attempt = service(limited, {"more": RIGHT["more"]}, actor=limited.enrollment.person)
    attempt.refresh_from_db()
    assert (attempt.status, attempt.score, attempt.passed) == ("submitted", 50, False)
    assert (attempt.answers, attempt.late_answers) == ({"one": RIGHT["one"]}, {"more": RIGHT["more"]})


def test_an_answer_that_comes_after_the_job_is_kept_too(limited, time_machine):
    save(limited, {"one": RIGHT["one"]})
    time_machine.move_to(limited.due_at + timedelta(seconds=31), tick=False)
    assert hand_in_attempts() == 1
    assert hand_in_attempts() == 0
    save(limited, {"one": WRONG["one"], "more": RIGHT["more"]})
    attempt = Attempt.objects.get()
    assert attempt.answers == {"one": RIGHT["one"]}
    assert attempt.late_answers == {"one": WRONG["one"], "more": RIGHT["more"]}


def test_a_day_later_nothing_is_taken_any_more(limited, time_machine):
    time_machine.move_to(limited.due_at + timedelta(days=2), tick=False)
    hand_in_attempts()
    with pytest.raises(Refused):
        save(limited, RIGHT)


def test_nothing_is_late_in_what_was_handed_in_before(limited, time_machine):
    submit_attempt(limited, WRONG, actor=limited.enrollment.person)
    time_machine.move_to(limited.due_at + timedelta(minutes=5), tick=False)
    with pytest.raises(Refused):
        save(limited, RIGHT)


def test_the_job_leaves_alone_what_still_runs(limited, ready):
    assert hand_in_attempts() == 0
    limited.refresh_from_db()
    assert limited.is_open


def test_the_next_look_hands_in_what_was_saved_in_time(client, limited, time_machine):
    save(limited, RIGHT)
    time_machine.move_to(limited.due_at + timedelta(hours=1), tick=False)
    client.force_login(limited.enrollment.person)
    page = client.get(limited.get_absolute_url(), follow=True)
    assert "Die Zeit war um." in text(page)
    assert "Sie haben 100 Prozent erreicht." in text(page)


def test_the_page_says_how_much_time_is_left(client, limited, time_machine):
    client.force_login(limited.enrollment.person)
    for left, words in [(timedelta(minutes=9, seconds=30), "Noch 9 Minuten"), (timedelta(seconds=70), "Noch 1 Minute"),
                        (timedelta(seconds=20), "Noch weniger als eine Minute")]:  # fmt: skip
        time_machine.move_to(limited.due_at - left, tick=False)
        assert words in text(client.get(limited.get_absolute_url()))


def test_a_late_answer_is_shown_as_late(client, limited, time_machine):
    time_machine.move_to(limited.due_at + timedelta(minutes=1), tick=False)
    client.force_login(limited.enrollment.person)
    keys = [question["key"] for question in limited.questions]
    address = f"{limited.get_absolute_url()}?frage={keys.index('one') + 1}"
    client.post(address, {"one": "ja-0", "seen": "0"})
    page = text(client.get(reverse("courses:result", args=[limited.pk])))
    assert "Sie haben 0 Prozent erreicht." in page
    # the page that was open when the time was up sends once more
    saved = client.post(reverse("courses:attempt_save", args=[limited.pk]) + address[-8:], {"one": "ja-0", "seen": "0"})
    assert saved.status_code == 409
    assert "Diese Antwort kam zu spät" in saved.json()["over"]
    page = text(client.get(reverse("courses:result", args=[limited.pk])))
    assert "Kam zu spät, zählt nicht: ja" in page


def test_the_waiting_time_runs_from_handing_in(ready, time_machine):
    change(ready, wait_hours=24)
    attempt = take_test(ready, WRONG)
    time_machine.move_to(attempt.submitted_at + timedelta(hours=23, minutes=59), tick=False)
    with pytest.raises(Refused, match="Den nächsten Versuch können Sie ab"):
        start(ready)
    time_machine.move_to(attempt.submitted_at + timedelta(hours=24, seconds=1), tick=False)
    assert start(ready).number == 2


def test_after_the_last_day_nobody_begins(client, ready, time_machine):
    change(ready, closes_on=timezone.localdate())
    attempt = start(ready)
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert start(ready) == attempt  # what was begun goes on
    submit_attempt(attempt, WRONG, actor=ready.person)
    with pytest.raises(Refused, match="letzte Tag"):
        start(ready)
    client.force_login(ready.person)
    assert "Der letzte Tag dieses Tests ist vorbei" in text(client.get(the_test_of(ready.course).url))


def test_whoever_begins_a_course_anew_has_all_attempts_again(cast):
    course = CourseFactory(city=cast.nuremberg, test=True)
    enrollment = learn(cast.mina, course)
    take_test(enrollment, WRONG)
    take_test(enrollment, RIGHT)
    enrollment.refresh_from_db()
    renew(enrollment, actor=None)
    enrollment = learn(cast.mina, course)
    attempt = start(enrollment)
    assert (attempt.number, attempt.cycle) == (1, 2)


def test_what_was_left_open_is_handed_in_when_the_course_begins_anew(cast):
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))
    left = start(enrollment)
    type(enrollment).objects.update(cycle=2)
    enrollment = learn(cast.mina, enrollment.course)
    attempt = start(enrollment)
    left.refresh_from_db()
    assert (left.status, left.cycle, attempt.cycle) == ("submitted", 1, 2)
