"""Courses that come before others: loops are refused, and nobody enrolls without them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import Completion, Enrollment, Prerequisite, Source
from courses.queries.completing.prerequisites import loop_through, missing_before
from courses.services.completing.prerequisites import Loop, drop_before, require_before
from courses.services.enrolling.enrollments import enroll, enroll_person
from lms.core.errors import NotAllowed, Refused
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory
from tests.queries import queries_of


@pytest.fixture
def first(cast):
    return CourseFactory(city=cast.nuremberg, title="Grundlagen")


@pytest.fixture
def second(cast, first):
    course = CourseFactory(city=cast.nuremberg, title="Aufbau")
    require_before(course, first, actor=cast.barbara)
    return course


def test_enrolling_without_it_is_refused_and_leads_to_the_missing_course(client, cast, first, second):
    client.force_login(cast.mina)
    answer = client.post(reverse("courses:enroll", args=[second.pk]))
    assert answer.status_code == 400
    said = answer.content.decode()
    assert "Bitte schließen Sie zuerst diesen Kurs ab: „Grundlagen“" in said
    assert f'href="{first.url}"' in said
    assert Enrollment.objects.count() == 0


def test_who_has_completed_it_enrolls(cast, first, second):
    learn(cast.mina, first)
    assert enroll(second, actor=cast.mina).status == "active"


def test_a_proof_that_has_ended_is_none(cast, first, second):
    enrollment = learn(cast.mina, first)
    Completion.objects.all().delete()
    yesterday = timezone.localdate() - timedelta(days=1)
    facts = {"enrollment": enrollment, "grade": "scored", "tree": {}}
    Completion.objects.create(valid_until=yesterday, **facts)
    assert missing_before(second, cast.mina) == [first]
    Completion.objects.create(cycle=2, valid_until=timezone.localdate(), **facts)
    assert missing_before(second, cast.mina) == []


def test_another_language_counts_the_same(cast, first, second):
    english = CourseFactory(city=cast.nuremberg, language="en", translation_key=first.translation_key)
    learn(cast.mina, english)
    assert missing_before(second, cast.mina) == []


def test_a_course_that_is_gone_is_asked_of_nobody(cast, first, second):
    first.unpublish()
    assert enroll(second, actor=cast.mina).status == "active"


def test_trainers_may_decide_otherwise(cast, second):
    assert enroll_person(second, cast.mina, actor=cast.barbara, source=Source.OFFICE).status == "active"


def test_a_loop_is_refused_and_named(cast, first, second):
    third = CourseFactory(city=cast.nuremberg, title="Vertiefung")
    require_before(third, second, actor=cast.barbara)
    assert loop_through(first, third) == ["Grundlagen", "Vertiefung", "Aufbau", "Grundlagen"]
    with pytest.raises(Loop, match="„Grundlagen“ → „Vertiefung“ → „Aufbau“ → „Grundlagen“"):
        require_before(first, third, actor=cast.barbara)
    assert Prerequisite.objects.count() == 2


def test_a_course_does_not_need_itself(cast, first):
    with pytest.raises(Loop):
        require_before(first, first, actor=cast.barbara)


def test_the_loop_is_said_at_the_field(client, cast, first, second):
    client.force_login(cast.barbara)
    page = client.post(reverse("courses:prerequisite_add", args=[first.pk]), {"needs": second.pk})
    [sentence] = page.context["needs"].errors["needs"]
    assert "„Grundlagen“ → „Aufbau“ → „Grundlagen“" in sentence


@pytest.mark.parametrize("sent", [{}, {"needs": ""}, {"needs": "x"}, {"needs": "9" * 30}, {"needs": "0"}])
def test_bad_input_gets_a_sentence(client, cast, first, sent):
    client.force_login(cast.barbara)
    page = client.post(reverse("courses:prerequisite_add", args=[first.pk]), sent)
    assert (page.status_code, list(page.context["needs"].errors)) == (200, ["needs"])


def test_set_and_removed_on_the_page_of_the_rule(client, cast, first):
    course = CourseFactory(city=cast.nuremberg, title="Aufbau")
    client.force_login(cast.barbara)
    client.post(reverse("courses:prerequisite_add", args=[course.pk]), {"needs": first.pk})
    assert Prerequisite.objects.get().needs_id == first.pk
    client.post(reverse("courses:prerequisite_remove", args=[course.pk, first.pk]))
    assert Prerequisite.objects.count() == 0


def test_only_those_who_write_the_course_set_it(cast, first, second):
    with pytest.raises(NotAllowed):
        require_before(first, second, actor=cast.sabine)
    with pytest.raises(NotAllowed):
        drop_before(second, first.pk, actor=cast.sabine)


def test_the_page_of_the_course_names_it_and_asks_nobody_to_enroll_in_vain(client, cast, first, second):
    client.force_login(cast.mina)
    page = client.get(second.url).content.decode()
    assert "Sie können sich anmelden, sobald Sie dies abgeschlossen haben" in page
    assert reverse("courses:enroll", args=[second.pk]) not in page
    learn(cast.mina, first)
    assert reverse("courses:enroll", args=[second.pk]) in client.get(second.url).content.decode()


def test_many_prerequisites_cost_as_much_as_one(client, cast, second):
    client.force_login(cast.mina)
    one = queries_of(client, second.url)
    for _ in range(10):
        require_before(second, CourseFactory(city=cast.nuremberg, lessons=0), actor=cast.barbara)
    assert queries_of(client, second.url) == one


def test_those_enrolled_before_go_on(cast, first):
    course = CourseFactory(city=cast.nuremberg)
    enrollment = enroll(course, actor=cast.mina)
    require_before(course, first, actor=cast.barbara)
    assert enroll(course, actor=cast.mina) == enrollment
    with pytest.raises(Refused):
        enroll(course, actor=cast.kilian)
