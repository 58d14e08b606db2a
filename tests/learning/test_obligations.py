"""Hanna makes a course mandatory and sees who still has to take it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.services.writing.authoring import set_up_shelf
from learning.models import Duty, Obligation
from learning.queries.duties import duty_steps, rhythm
from learning.services.duties import keep_obligation
from learning.services.obligations import change_obligation, remove_obligation, set_obligation
from lms.core.errors import NotAllowed, Refused
from people.models import Occupation, Role
from people.services.memberships import give_role
from tests.factories.courses import CourseFactory, EnrollmentFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory
from tests.learning.stories import DAY, complete, mandatory
from tests.queries import queries_of

NEW, LIST = "/lehre/pflicht/neu/", "/lehre/pflicht/"
TODAY = timezone.localdate()


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Datenschutz im Amt")


@pytest.fixture
def hanna(client, cast):
    client.force_login(cast.hanna)
    return client


@pytest.fixture
def asked(cast, course):
    """Mina is asked since today, Mo has completed it, Ada is late."""
    obligation = mandatory(cast.nuremberg, course, every_months=24)
    for name in ("Mo", "Ada"):
        person = UserFactory(first_name=name, last_name="Muster", apprentice_in=cast.nuremberg)
        ApprenticeshipFactory(person=person, city=cast.nuremberg, trainer=cast.barbara)
    keep_obligation(obligation, TODAY)
    mo, ada = (Duty.objects.get(person__first_name=name) for name in ("Mo", "Ada"))
    complete(mo.person, course, TODAY)
    Duty.objects.filter(pk=ada.pk).update(due_on=TODAY - DAY)
    return obligation


def text(answer):
    return answer.content.decode()


def sent(of, /, **more):
    return {"course": of.pk, "occupation": "", "year": "", "every_months": "24", "days_to_complete": "56",
            "starts_on": TODAY.isoformat(), "ends_on": "", **more}  # fmt: skip


def seen(cast):
    return f"{cast.nuremberg.pk}-all-all"


def url(name, obligation):
    return reverse(f"learning:{name}", args=[obligation.pk])


# Setting it


def test_whom_it_concerns_is_said_before_anything_is_saved(hanna, cast, course):
    answer = hanna.post(NEW, sent(course))
    assert answer.status_code == 200
    assert "Das betrifft 1 Person" in text(answer)
    assert "Alle Nachwuchskräfte, Nürnberg" in text(answer)
    assert f'value="{seen(cast)}"' in text(answer)
    assert not Obligation.objects.exists()


def test_then_it_is_saved_and_those_concerned_are_asked_at_once(
    hanna, cast, course, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = hanna.post(NEW, sent(course, seen=seen(cast)))
    obligation = Obligation.objects.get()
    assert answer.url == url("obligation", obligation)
    assert (obligation.city, obligation.every_months, obligation.ends_on) == (cast.nuremberg, 24, None)
    assert [duty.person for duty in obligation.duties.all()] == [cast.mina]


def test_who_changes_the_group_after_that_is_asked_again(hanna, cast, course):
    vfa = Occupation.objects.get(short="VFA-K")
    answer = hanna.post(NEW, sent(course, seen=seen(cast), occupation=vfa.pk, year="2"))
    assert "Verwaltungsfachangestellte im 2. Ausbildungsjahr, Nürnberg" in text(answer)
    assert not Obligation.objects.exists()
    hanna.post(NEW, sent(course, seen=f"{cast.nuremberg.pk}-{vfa.pk}-2", occupation=vfa.pk, year="2"))
    assert Obligation.objects.get().year == 2


def test_it_is_said_when_nobody_is_concerned_yet(hanna, course):
    assert "Das betrifft 0 Personen" in text(hanna.post(NEW, sent(course, year="1")))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"course": ""}, "Bitte wählen Sie hier etwas aus."),
        ({"every_months": "0"}, "größer oder gleich 1"),
        ({"every_months": "9999"}, "kleiner oder gleich 120"),
        ({"days_to_complete": "0"}, "größer oder gleich 1"),
        ({"days_to_complete": "zwei"}, "ganze Zahl"),
        ({"ends_on": (TODAY - DAY).isoformat()}, "Der letzte Tag liegt vor dem ersten."),
        ({"starts_on": "9999-12-31"}, "Bitte wählen Sie einen Tag innerhalb von fünf Jahren."),
        ({"starts_on": "gestern"}, "gültiges Datum"),
        ({"year": "7"}, "Bitte eine gültige Auswahl"),
        ({"course": "9" * 30}, "Bitte eine gültige Auswahl"),
    ],
)
def test_bad_input_gives_a_sentence_and_keeps_what_was_typed(hanna, course, wrong, sentence):
    answer = hanna.post(NEW, sent(course, seen="x", **wrong))
    assert answer.status_code == 200
    assert sentence in text(answer)
    assert 'value="24"' in text(answer) or "every_months" in wrong
    assert not Obligation.objects.exists()


def test_a_year_that_the_occupation_does_not_have(hanna, course):
    vfa = Occupation.objects.get(short="VFA-K")
    answer = hanna.post(NEW, sent(course, occupation=vfa.pk, year="4"))
    assert "Verwaltungsfachangestellte dauert 3 Jahre." in text(answer)


def test_the_same_for_the_same_people_is_asked_once(hanna, cast, course, asked):
    assert "Das ist für diese Personen schon seit" in text(hanna.post(NEW, sent(course, seen=seen(cast))))
    assert Obligation.objects.count() == 1


def test_a_training_office_sets_it_for_its_own_city_alone(cast, course):
    obligation = Obligation(city=cast.nuremberg, course=course, days_to_complete=30, starts_on=TODAY)
    for stranger in (cast.marlene, cast.barbara, cast.mina):
        with pytest.raises(NotAllowed):
            set_obligation(obligation, actor=stranger)


def test_an_office_of_two_cities_chooses_one(hanna, cast, course):
    give_role(cast.hanna, Role.HR, actor=None, city=cast.augsburg, starts_on=TODAY)
    hanna.post(NEW, sent(course, city=cast.augsburg.pk, seen=f"{cast.augsburg.pk}-all-all"))
    assert Obligation.objects.get().city == cast.augsburg
    hanna.post(NEW, sent(course, city=cast.munich.pk, seen=f"{cast.munich.pk}-all-all"))
    assert Obligation.objects.count() == 1


# Changing it


def test_how_often_and_how_long_can_change_the_rest_stays(hanna, asked):
    last = TODAY + 30 * DAY
    told = {"every_months": "", "days_to_complete": "14", "ends_on": last.isoformat(), "year": "1"}
    hanna.post(url("obligation_change", asked), told)
    asked.refresh_from_db()
    assert (asked.every_months, asked.days_to_complete, asked.ends_on, asked.year) == (None, 14, last, None)


def test_it_cannot_end_before_it_began(hanna, asked):
    told = {"days_to_complete": "14", "ends_on": (TODAY - DAY).isoformat()}
    assert "Es gilt seit" in text(hanna.post(url("obligation_change", asked), told))


def test_it_goes_only_while_nobody_was_asked(cast, course, asked):
    with pytest.raises(Refused, match="Es wurden schon Personen"):
        remove_obligation(asked, actor=cast.hanna)
    later = mandatory(cast.nuremberg, course, year=1)
    remove_obligation(later, actor=cast.hanna)
    assert list(Obligation.objects.all()) == [asked]


def test_others_change_nothing(cast, asked):
    for stranger in (cast.marlene, cast.barbara):
        with pytest.raises(NotAllowed):
            change_obligation(asked, {}, actor=stranger)
        with pytest.raises(NotAllowed):
            remove_obligation(asked, actor=stranger)


# Who still has to


def test_the_most_urgent_stand_on_top_and_those_who_are_done_elsewhere(hanna, asked):
    page = text(hanna.get(url("obligation", asked)))
    assert page.index("Ada Muster") < page.index("Mina Musterfrau")
    assert "Mo Muster" not in page
    assert "Noch offen: <strong>2</strong> von 3" in page
    assert "überfällig: <strong>1</strong>" in page
    done = text(hanna.get(url("obligation", asked) + "?stand=erledigt"))
    assert "Mo Muster" in done
    assert "gültig bis" in done
    late = text(hanna.get(url("obligation", asked) + "?stand=ueberfaellig"))
    assert ("Ada Muster" in late, "Mina Musterfrau" in late) == (True, False)


def test_the_file_says_what_the_page_says_and_nothing_else(hanna, asked):
    answer = hanna.get(url("obligation_list", asked) + "?stand=alle")
    assert answer["Content-Disposition"] == f'attachment; filename="{asked.course.slug}-nuernberg.csv"'
    head, *rows = answer.content.decode("utf-8-sig").splitlines()
    assert head == "Name;Fällig am;Stand;Nachweis"
    assert rows[0] == f"Ada Muster;{(TODAY - DAY).isoformat()};angemeldet;"
    assert rows[1] == f"Mina Musterfrau;{(TODAY + 56 * DAY).isoformat()};angemeldet;"
    assert rows[2].startswith(f"Mo Muster;{(TODAY + 56 * DAY).isoformat()};abgeschlossen;vom ")


def test_a_name_is_never_a_formula(hanna, cast, asked):
    type(cast.mina).objects.filter(pk=cast.mina.pk).update(first_name="=cmd|' /C calc'!A0")
    assert "'=cmd|" in hanna.get(url("obligation_list", asked)).content.decode()


def test_whoever_left_the_course_shows_as_not_enrolled(hanna, cast, asked):
    cast.mina.enrollments.update(status="withdrawn")
    assert "nicht angemeldet" in text(hanna.get(url("obligation", asked)))


@pytest.mark.parametrize("name", ["obligation", "obligation_list", "obligation_change"])
def test_nobody_else_sees_who_has_to(client, cast, asked, name):
    answers = {}
    for who in ("barbara", "marlene", "mina", "konrad", "dieter"):
        client.force_login(getattr(cast, who))
        answers[who] = client.get(url(name, asked)).status_code
    assert answers == {"barbara": 403, "marlene": 404, "mina": 404, "konrad": 404, "dieter": 404}


def test_trainers_see_what_is_mandatory(client, cast, asked):
    client.force_login(cast.barbara)
    page = text(client.get(LIST))
    assert "Datenschutz im Amt" in page
    assert "Die Ausbildungsleitung Ihrer Stadt kann Kurse zur Pflicht machen." in page
    assert url("obligation", asked) not in page
    assert NEW not in page


@pytest.mark.parametrize("count", [1, 12])
def test_the_pages_ask_the_same_for_one_person_as_for_many(hanna, cast, course, count):
    obligation = mandatory(cast.nuremberg, course, every_months=24)
    for _ in range(count):
        person = ApprenticeshipFactory(city=cast.nuremberg, trainer=cast.barbara).person
        Duty.objects.create(obligation=obligation, person=person, due_on=TODAY + 9 * DAY)
        EnrollmentFactory(person=person, course=course)
    assert queries_of(hanna, url("obligation", obligation)) == 12
    for year in range(1, 4):
        mandatory(cast.nuremberg, course, year=year)
    assert queries_of(hanna, LIST) == 8


@pytest.mark.parametrize(
    ("months", "words"),
    [(None, "einmal"), (1, "jeden Monat"), (6, "alle 6 Monate"), (12, "jedes Jahr"), (24, "alle 2 Jahre")],
)
def test_how_often_in_words(months, words):
    assert rhythm(Obligation(every_months=months)) == words


# What Mina sees


def test_mina_sees_it_on_her_start_page_in_my_learning_and_on_the_course(client, cast, course, asked):
    client.force_login(cast.mina)
    assert "Diese Schulung ist für Sie Pflicht." in text(client.get("/"))
    assert "Pflicht für Sie" in text(client.get("/lernen/"))
    assert "Pflicht für Sie bis" in text(client.get(course.url))
    Duty.objects.update(due_on=TODAY - DAY)
    assert "für Sie Pflicht und überfällig" in text(client.get("/"))
    assert "war am" in text(client.get("/lernen/"))


def test_for_others_the_course_says_nothing_of_it(client, cast, course, asked):
    for who in ("kilian", "barbara"):
        client.force_login(getattr(cast, who))
        assert "Pflicht für Sie" not in text(client.get(course.url))


def test_the_teaching_page_leads_there(hanna):
    page = text(hanna.get("/lehre/"))
    assert LIST in page
    assert "/lehre/lernpfade/" in page


def test_two_weeks_before_it_stands_higher_than_a_course_that_runs(cast, course, asked):
    assert [step.order for step in duty_steps(cast.mina)] == [55]
    Duty.objects.update(due_on=TODAY + timedelta(days=14))
    assert [step.order for step in duty_steps(cast.mina)] == [25]
    Duty.objects.update(due_on=TODAY - DAY)
    assert [step.order for step in duty_steps(cast.mina)] == [8]


def test_a_course_that_is_mandatory_is_not_deleted(hanna, cast):
    set_up_shelf(cast.nuremberg)
    course = CourseFactory(city=cast.nuremberg, title="Brandschutz", lessons=0)
    mandatory(cast.munich, course)
    answer = hanna.post(reverse("wagtailadmin_pages:delete", args=[course.pk]), follow=True)
    assert "ist in München Pflicht" in text(answer)
    assert type(course).objects.filter(pk=course.pk).exists()
