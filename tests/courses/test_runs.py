"""Course runs: planned, changed, cancelled; seats that are never exceeded and a waiting list that keeps its order."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.models import CourseRun, Enrollment, Session
from courses.queries.enrolling.runs import asked_of, people_of, runs_to_see
from courses.services.enrolling.enrollments import enroll, withdraw
from courses.services.enrolling.runs import (
    approve_seat,
    cancel_run,
    change_run,
    create_run,
    decline_seat,
    remove_session,
)
from courses.services.writing.authoring import set_up_shelf
from courses.states import STANDING
from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.notifications.models import Notification
from people.models import Membership, User
from tests.courses.running import DAY, a_run, a_session, form_of, fresh
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, EnrollmentFactory
from tests.factories.people import UserFactory
from tests.nightly import NIGHTLY
from tests.queries import queries_of

ASKING, AT_ONCE, SEATS, PATIENCE = 1000 if NIGHTLY else 60, 10, 3, 20


def apprentices(city, count):
    return [UserFactory(apprentice_in=city) for _ in range(count)]


def statuses(run):
    found = Enrollment.objects.filter(run=run).order_by("pk")
    return [enrollment.status for enrollment in found]


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def test_a_trainer_plans_a_run_of_a_course_of_another_city(cast):
    course = CourseFactory(city=cast.augsburg)
    day = timezone.localdate() + 7 * DAY
    run = create_run(course, cast.nuremberg, actor=cast.barbara, name="Herbst", starts_on=day, ends_on=day,
                     enroll_until=day, seats=3)  # fmt: skip
    assert (run.city, run.course, run.seats_taken) == (cast.nuremberg, course, 0)
    assert [entry.action for entry in journal.entries(run)] == ["courses.run.create"]


def test_nobody_plans_for_another_city_and_apprentices_plan_nothing(cast):
    course, day = CourseFactory(city=cast.nuremberg), timezone.localdate()
    for actor in (cast.dieter, cast.mina, cast.rita, cast.konrad):
        with pytest.raises(NotAllowed):
            create_run(course, cast.nuremberg, actor=actor, name="x", starts_on=day, ends_on=day, enroll_until=day)
    with pytest.raises(Refused):
        create_run(CourseFactory(city=cast.nuremberg, live=False), cast.nuremberg, actor=cast.hanna, name="x",
                   starts_on=day, ends_on=day, enroll_until=day)  # fmt: skip


@pytest.mark.parametrize("wrong", [
    {"seats": 1, "seats_taken": 2},
    {"ends_on": timezone.localdate()},
    {"enroll_until": timezone.localdate() + timedelta(days=90)},
])  # fmt: skip
def test_the_database_refuses_runs_that_cannot_be(cast, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        a_run(cast.nuremberg, **wrong)


def test_who_finds_no_seat_waits_and_moves_up_in_order(cast):
    run = a_run(cast.nuremberg, seats=1)
    first, second, third = (enroll(run.course, actor=one, run=run) for one in apprentices(cast.nuremberg, 3))
    assert statuses(run) == ["active", "waiting", "waiting"]
    assert [asked_of(one.person)[0].sentence for one in (second, third)] == [
        "Platz 1 auf der Warteliste", "Platz 2 auf der Warteliste"]  # fmt: skip

    withdraw(first, actor=first.person)
    assert statuses(run) == ["withdrawn", "active", "waiting"]
    assert (told(second.person), told(third.person)) == (["courses/moved_up"], [])
    assert fresh(run).seats_taken == 1
    assert [entry.action for entry in journal.entries(second)][-1] == "courses.enrollment.promote"


def test_more_seats_go_to_those_who_wait(cast):
    run = a_run(cast.nuremberg, seats=1)
    for one in apprentices(cast.nuremberg, 4):
        enroll(run.course, actor=one, run=run)
    change_run(fresh(run), actor=cast.barbara, seats=3)
    assert statuses(run) == ["active", "active", "active", "waiting"]
    change_run(fresh(run), actor=cast.barbara, seats=None)
    assert statuses(run) == ["active"] * 4


def test_seats_cannot_fall_below_those_taken(cast):
    run = a_run(cast.nuremberg, seats=3)
    for one in apprentices(cast.nuremberg, 2):
        enroll(run.course, actor=one, run=run)
    with pytest.raises(TooLate):
        change_run(fresh(run), actor=cast.barbara, seats=1)
    assert fresh(run).seats == 3


def test_who_leaves_the_waiting_list_lets_the_others_come_closer(cast):
    run = a_run(cast.nuremberg, seats=1)
    _first, second, third = (enroll(run.course, actor=one, run=run) for one in apprentices(cast.nuremberg, 3))
    withdraw(second, actor=second.person)
    assert (fresh(run).seats_taken, asked_of(third.person)[0].sentence) == (1, "Platz 1 auf der Warteliste")


def test_who_comes_back_stands_at_the_end_of_the_list(cast):
    run = a_run(cast.nuremberg, seats=1)
    first, second, third = (enroll(run.course, actor=one, run=run) for one in apprentices(cast.nuremberg, 3))
    withdraw(second, actor=second.person)
    enroll(run.course, actor=second.person, run=run)
    withdraw(first, actor=first.person)
    assert (fresh(third).status, fresh(second).status) == ("active", "waiting")


def test_nobody_moves_up_once_the_run_is_over(cast):
    run = a_run(cast.nuremberg, seats=1)
    first, second = (enroll(run.course, actor=one, run=run) for one in apprentices(cast.nuremberg, 2))
    over = timezone.localdate() - DAY
    CourseRun.objects.filter(pk=run.pk).update(starts_on=over, ends_on=over, enroll_until=over)
    withdraw(first, actor=first.person)
    assert fresh(second).status == "waiting"


def test_leaving_is_free_before_the_run_and_takes_a_sentence_afterwards(cast):
    run = a_run(cast.nuremberg, starts_in=0)
    enrollment = enroll(run.course, actor=cast.mina, run=run)
    with pytest.raises(Refused):
        withdraw(enrollment, actor=cast.mina, reason="  ")
    withdraw(enrollment, actor=cast.mina, reason="Meine Station wurde verlegt.")
    assert (fresh(enrollment).status, fresh(run).seats_taken) == ("withdrawn", 0)
    assert told(cast.barbara) == ["courses/left_run"]
    assert all("Station" not in str(entry.data) for entry in journal.entries(enrollment))


def test_the_city_approves_or_declines_with_a_sentence(cast):
    run = a_run(cast.nuremberg, seats=1, admission="approval", is_for_all_cities=True)
    asked = [enroll(run.course, actor=one, run=run) for one in (cast.mina, cast.kilian, cast.zoe)]
    assert statuses(run) == ["requested"] * 3
    assert fresh(run).seats_taken == 0
    assert told(cast.hanna) == ["courses/seat_requested"] * 3

    approve_seat(fresh(asked[0]), actor=cast.barbara)
    approve_seat(fresh(asked[1]), actor=cast.hanna)
    with pytest.raises(Refused):
        decline_seat(fresh(asked[2]), " ", actor=cast.hanna)
    decline_seat(fresh(asked[2]), "Diesmal nur für zwei.", actor=cast.hanna)
    assert statuses(run) == ["active", "waiting", "declined"]
    kinds = [told(one.person)[-1] for one in asked]
    assert kinds == ["courses/seat_given", "courses/seat_waited_for", "courses/seat_declined"]


def test_only_the_city_of_the_run_decides_and_only_once(cast):
    run = a_run(cast.nuremberg, admission="approval", is_for_all_cities=True)
    asked = enroll(run.course, actor=cast.kilian, run=run)
    for actor in (cast.dieter, cast.anton, cast.kilian):
        with pytest.raises(NotAllowed):
            approve_seat(fresh(asked), actor=actor)
    stale = fresh(asked)
    approve_seat(fresh(asked), actor=cast.barbara)
    with pytest.raises(TooLate):
        decline_seat(stale, "Zu spät.", actor=cast.hanna)


def test_cancelling_tells_everybody_and_frees_them(cast):
    course = CourseFactory(city=cast.nuremberg, lessons=1)
    run, other = a_run(cast.nuremberg, course, seats=2), a_run(cast.nuremberg, course)
    done = learn(cast.mina, CourseFactory(city=cast.nuremberg, lessons=1))
    people = apprentices(cast.nuremberg, 3)
    for one in people:
        enroll(course, actor=one, run=run)
    cancel_run(fresh(run), "Der Raum ist gesperrt.", actor=cast.hanna)
    assert statuses(run) == ["withdrawn"] * 3
    assert (fresh(run).seats_taken, fresh(run).is_cancelled, fresh(done).status) == (0, True, "completed")
    assert [told(one) for one in people] == [["courses/run_cancelled"]] * 3
    assert enroll(course, actor=people[0], run=other).status == "active"
    with pytest.raises(TooLate):
        cancel_run(fresh(run), "Noch einmal.", actor=cast.hanna)
    with pytest.raises(Refused):
        enroll(course, actor=people[1], run=run)


def test_new_dates_are_told_and_a_new_name_is_not(cast):
    run = a_run(cast.nuremberg)
    enroll(run.course, actor=cast.mina, run=run)
    change_run(fresh(run), actor=cast.barbara, name="Winter")
    assert told(cast.mina) == []
    change_run(fresh(run), actor=cast.barbara, ends_on=run.ends_on + DAY)
    assert told(cast.mina) == ["courses/run_changed"]


def test_a_session_with_attendance_stays(cast):
    run = a_run(cast.nuremberg, starts_in=0)
    session, other = a_session(run), a_session(run)
    enrollment = enroll(run.course, actor=cast.mina, run=run)
    session.attendances.create(enrollment=enrollment, presence="present")
    with pytest.raises(Refused):
        remove_session(fresh(session), actor=cast.barbara)
    remove_session(fresh(other), actor=cast.barbara)
    assert list(run.sessions.all()) == [session]
    assert told(cast.mina) == ["courses/session_removed"]


def test_organisers_see_everybody_and_another_office_its_own_people(cast):
    run = a_run(cast.nuremberg, is_for_all_cities=True)
    for person in (cast.mina, cast.kilian):
        enroll(run.course, actor=person, run=run)

    def seen_by(person):
        return [(one.name, one.city) for one in people_of(run, person).taking_part]

    both = [("Kilian Beispiel", "Augsburg"), ("Mina Musterfrau", "Nürnberg")]
    assert (seen_by(cast.barbara), seen_by(cast.hanna)) == (both, both)
    assert (seen_by(cast.anton), seen_by(cast.marlene)) == ([("Kilian Beispiel", "Augsburg")], [])
    may_see = [person.first_name for person in vars(cast).values()
               if hasattr(person, "email") and runs_to_see(person).filter(pk=run.pk).exists()]  # fmt: skip
    assert may_see == ["Barbara", "Hanna", "Anton", "Marlene"]


# Screens


@pytest.fixture
def barbara(client, cast):
    client.force_login(cast.barbara)
    return client


def test_planning_by_the_form(barbara, cast):
    course = CourseFactory(city=cast.munich)
    run = a_run(cast.nuremberg)  # for the dates
    sent = form_of(run, name="Morgens", seats="12", course=course.pk, city=cast.munich.pk, seats_taken="9")
    answer = barbara.post(reverse("courses:run_create"), sent)
    made = CourseRun.objects.exclude(pk=run.pk).get()
    assert answer.url == reverse("courses:run", args=[made.pk])
    assert (made.course_id, made.city, made.seats, made.seats_taken) == (course.pk, cast.nuremberg, 12, 0)


def test_a_key_longer_than_any_is_no_choice(barbara):
    form = barbara.post(reverse("courses:run_create"), {"course": "9223372036854775808"}).context["form"]
    assert "course" in form.errors


@pytest.mark.parametrize(("changed", "field", "sentence"), [
    ({"ends_on": "2020-01-01"}, "ends_on", "endet, bevor"),
    ({"enroll_until": "2999-01-01"}, "enroll_until", "nicht länger"),
    ({"seats": "1"}, "seats", "2 Plätze sind schon vergeben"),
    ({"seats": "0"}, "seats", "1"),
    ({"seats": "-3"}, "seats", "1"),
    ({"seats": "99999999999999999999"}, "seats", "5000"),
    ({"starts_on": "0001-01-01"}, "starts_on", "drei Jahren"),
    ({"ends_on": "9999-12-31"}, "ends_on", "sechs Jahren"),
    ({"starts_on": "morgen"}, "starts_on", ""),
    ({"name": ""}, "name", ""),
    ({"admission": "anybody"}, "admission", ""),
])  # fmt: skip
def test_wrong_input_is_said_at_the_field_and_nothing_is_lost(barbara, cast, changed, field, sentence):
    run = a_run(cast.nuremberg, seats=3)
    for one in apprentices(cast.nuremberg, 2):
        enroll(run.course, actor=one, run=run)
    sent = form_of(run, name="Ganz neuer Name") | changed
    answer = barbara.post(reverse("courses:run_change", args=[run.pk]), sent)
    form = answer.context["form"]
    assert list(form.errors) == [field]
    assert sentence in str(form.errors[field])
    assert form["name"].value() == sent["name"]
    assert fresh(run).name == "Herbst"


def test_a_session_lies_in_its_run(barbara, cast):
    run = a_run(cast.nuremberg)
    url = reverse("courses:session_create", args=[run.pk])
    day = run.starts_on.isoformat()
    good = {"title": "Auftakt", "starts_at": f"{day}T09:00", "ends_at": f"{day}T11:00", "place": "Raum 1"}
    for wrong, field in [
        ({"starts_at": "0001-01-01T00:00"}, "starts_at"), ({"starts_at": "9999-12-31T23:59"}, "starts_at"),
        ({"ends_at": f"{day}T08:00"}, "ends_at"), ({"place": ""}, "place"), ({"link": "javascript:alert(1)"}, "link"),
    ]:  # fmt: skip
        assert field in barbara.post(url, good | wrong).context["form"].errors
    assert Session.objects.count() == 0
    assert barbara.post(url, good).url == reverse("courses:run", args=[run.pk])
    assert Session.objects.get().place == "Raum 1"


def test_changing_a_session_tells_those_who_take_part(barbara, cast):
    run = a_run(cast.nuremberg, starts_in=0)
    session = a_session(run)
    enroll(run.course, actor=cast.mina, run=run)
    url = reverse("courses:session_change", args=[run.pk, session.pk])
    begins = timezone.localtime(session.starts_at)
    sent = {"title": "Auftakt", "place": "Raum 2", "starts_at": f"{begins:%Y-%m-%dT%H:%M}",
            "ends_at": f"{begins + timedelta(hours=1):%Y-%m-%dT%H:%M}"}  # fmt: skip
    assert barbara.post(url, sent).status_code == 302
    assert (fresh(session).place, told(cast.mina)) == ("Raum 2", ["courses/session_changed"])


def test_declining_without_a_sentence_shows_the_form_again(barbara, cast):
    run = a_run(cast.nuremberg, admission="approval")
    asked = enroll(run.course, actor=cast.mina, run=run)
    url = reverse("courses:seat_decide", args=[run.pk, asked.pk])
    answer = barbara.post(url, {"step": "decline", "reason": ""})
    assert (answer.status_code, fresh(asked).status) == (422, "requested")
    assert barbara.post(url, {"step": "approve"}).status_code == 302
    assert fresh(asked).status == "active"


def test_an_enrollment_of_another_run_is_not_found(barbara, cast):
    run, other = a_run(cast.nuremberg), a_run(cast.augsburg, admission="approval", is_for_all_cities=True)
    asked = enroll(other.course, actor=cast.mina, run=other)
    for pk in (run.pk, other.pk):
        assert barbara.post(reverse("courses:seat_decide", args=[pk, asked.pk]), {"step": "approve"}).status_code == 404


@pytest.mark.parametrize("name", ["session_change", "session_remove", "attendance"])
def test_a_session_of_another_run_is_not_found(barbara, cast, name):
    run, other = a_run(cast.nuremberg, starts_in=0), a_run(cast.augsburg, starts_in=0)
    session = a_session(other)
    for pk in (run.pk, other.pk):
        assert barbara.post(reverse(f"courses:{name}", args=[pk, session.pk]), {"title": "Meins"}).status_code == 404
    assert fresh(session).title == "Auftakt"


def test_the_list_shows_name_city_and_state_alone(barbara, cast):
    run = a_run(cast.nuremberg)
    enroll(run.course, actor=cast.mina, run=run)
    page = barbara.get(reverse("courses:run", args=[run.pk])).content.decode()
    assert "Mina Musterfrau" in page
    assert cast.mina.email not in page
    assert reverse("courses:course_progress", args=[run.course_id]) in page


def test_the_calendar_holds_dates_and_no_names(client, cast):
    run = a_run(cast.nuremberg, starts_in=0, name="Herbst; mit, Zeichen")
    session = a_session(run, title="Auftakt, erster Teil", link="https://example.org/x")
    enroll(run.course, actor=cast.mina, run=run)
    client.force_login(cast.mina)
    for url in (reverse("courses:run_calendar", args=[run.pk]), reverse("courses:session_calendar", args=[session.pk])):
        answer = client.get(url)
        text = answer.content.decode()
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert f"DTSTART;TZID=Europe/Berlin:{timezone.localtime(session.starts_at):%Y%m%dT%H%M%S}" in text
        assert "Auftakt\\, erster Teil" in text
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        assert not any(name in text for name in ("Mina", "Musterfrau", "example.org\r\nATTENDEE", cast.mina.email))
    client.force_login(cast.kilian)
    assert client.get(reverse("courses:run_calendar", args=[run.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_a_run_asks_the_same_for_any_number_of_people(barbara, cast, count):
    run = a_run(cast.nuremberg)
    a_run(cast.nuremberg, run.course)
    people = apprentices(cast.nuremberg, count * 3)
    for status, those in zip(
        ("active", "requested", "waiting"), (people[0::3], people[1::3], people[2::3]), strict=True
    ):
        for one in those:
            EnrollmentFactory(person=one, course=run.course, run=run, status=status)
    assert queries_of(barbara, reverse("courses:run", args=[run.pk])) == RUN_QUERIES
    assert queries_of(barbara, reverse("courses:run_list")) == LIST_QUERIES


RUN_QUERIES, LIST_QUERIES = 11, 7


# Many at once

STEPS = st.lists(st.tuples(st.sampled_from(["enroll", "leave", "seats"]), st.integers(0, 5)), max_size=14)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seats=st.integers(1, 3), steps=STEPS)
def test_seats_are_never_exceeded_and_the_order_is_kept(db_for_examples, seats, steps):
    """Whatever people do: no seat too many, none free while somebody waits, first come, first served."""
    with transaction.atomic():
        run, people, office = db_for_examples(seats)
        waiting: list[int] = []
        for step, number in steps:
            person = people[number]
            mine = Enrollment.objects.filter(person=person, status__in=["active", "waiting"]).first()
            if step == "enroll" and mine is None:
                if enroll(run.course, actor=person, run=run).status == "waiting":
                    waiting.append(person.pk)
            elif step == "leave" and mine:
                withdraw(mine, actor=person)
            elif step == "seats":
                change_run(fresh(run), actor=office, seats=max(number, fresh(run).seats_taken, 1))
            now = fresh(run)
            taken = Enrollment.objects.filter(run=run, status__in=STANDING).count()
            still = list(Enrollment.objects.filter(run=run, status="waiting").order_by("enrolled_at", "pk")
                         .values_list("person_id", flat=True))  # fmt: skip
            assert now.seats_taken == taken <= now.seats
            assert not still or taken == now.seats
            waiting = [pk for pk in waiting if pk in still]
            assert still == waiting
        transaction.set_rollback(True)


@pytest.fixture
def db_for_examples(cast):
    people = apprentices(cast.nuremberg, 6)
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    return lambda seats: (a_run(cast.nuremberg, course, seats=seats), people, cast.hanna)


def _press(run, person):
    """On a slow machine SQLite may say that it is busy; whoever reads that presses again."""
    for _ in range(PATIENCE):
        try:
            return enroll(run.course, actor=person, run=run).status
        except OperationalError as busy:
            last = busy
    raise last


@pytest.fixture
def last_seats(transactional_db, cast):
    """1,000 apprentices who all want one of the three seats in the same run."""
    cast.run = a_run(cast.nuremberg, seats=SEATS)
    cast.people = _many_apprentices(cast.nuremberg)
    return cast


def _many_apprentices(city):
    """Written at once: 1,000 by the services would take longer than the test."""
    told = {"password": "!", "first_name": "Ada"}
    people = [User(email=f"ada{number}@example.org", last_name=str(number), **told) for number in range(ASKING)]
    people = User.objects.bulk_create(people)
    since = timezone.localdate() - DAY
    Membership.objects.bulk_create(
        [Membership(person=person, role="apprentice", city=city, starts_on=since) for person in people]
    )
    return people


def test_of_many_enrollments_at_once_exactly_three_get_a_seat(last_seats):
    together = Barrier(AT_ONCE)

    def ask_in_turn(people):
        together.wait(timeout=30)
        try:
            return [_press(last_seats.run, person) for person in people]
        finally:
            connection.close()

    queues = [last_seats.people[number::AT_ONCE] for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        answers = [answer for answered in crowd.map(ask_in_turn, queues) for answer in answered]

    assert sorted(answers) == ["active"] * SEATS + ["waiting"] * (ASKING - SEATS)
    assert CourseRun.objects.get(pk=last_seats.run.pk).seats_taken == SEATS
    assert sorted(statuses(last_seats.run)) == sorted(answers)


def test_a_course_with_a_run_is_not_deleted(client, cast):
    set_up_shelf(cast.nuremberg)
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    a_run(cast.munich, course)
    client.force_login(cast.hanna)
    answer = client.post(reverse("wagtailadmin_pages:delete", args=[course.pk]), follow=True)
    assert "Hier ist eine Durchführung geplant" in answer.content.decode()
    assert type(course).objects.filter(pk=course.pk).exists()
