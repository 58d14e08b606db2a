"""What a city adds to a course for its own people."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from courses.models import AnnexPage
from courses.queries.sharing.additions import additions_of
from courses.queries.sharing.sharing import cities_using, in_cities
from courses.services.sharing.annexes import remove_annex, start_annex
from courses.services.writing.authoring import set_up_shelf
from lms.core.errors import NotAllowed, Refused
from lms.core.journal import entries
from lms.notifications.models import Notification
from tests.courses.sharing import a_course, adapted, draft, fresh, lesson, publish
from tests.courses.stories import learn
from tests.factories.courses import BODY, CourseFactory, shelf_of
from tests.queries import queries_in

TEXT = [("text", json.dumps({"blocks": [{"text": "Neu", "type": "unstyled", "key": "a"}], "entityMap": {}}))]


@pytest.fixture
def course(cast):
    return a_course(cast)


def add(course, cast, **more):
    told = {"title": "Ihre Ansprechpersonen", "actor": cast.dieter} | more
    return start_annex(course, cast.augsburg, **told)


def test_an_addition_begins_as_a_draft_on_the_shelf_of_the_city(course, cast):
    annex = add(course, cast, lesson=lesson(course, "Ordnen"))
    assert (annex.city, annex.course, annex.lesson.title) == (cast.augsburg, course, "Ordnen")
    assert (annex.live, annex.owner, annex.slug) == (False, cast.dieter, "ihre-ansprechpersonen")
    assert entries(annex).last().action == "courses.annex.start"
    assert add(course, cast).slug != annex.slug


def test_also_the_city_of_the_course_adds_something(course, cast):
    annex = start_annex(course, cast.nuremberg, title="Bei uns", actor=cast.barbara)
    assert annex.city == cast.nuremberg


@pytest.mark.parametrize("who", ["kilian", "otto", "barbara", "marlene", "konrad"])
def test_only_trainers_and_office_of_the_city_add(course, cast, who):
    with pytest.raises(NotAllowed):
        add(course, cast, actor=getattr(cast, who))


def test_the_lesson_has_to_be_one_of_the_course(course, cast):
    elsewhere = fresh(CourseFactory(city=cast.munich))
    with pytest.raises(Refused, match="gehört nicht mehr zum Kurs"):
        add(course, cast, lesson=elsewhere.get_children().first().specific)
    lesson(course, "Ordnen").unpublish()
    with pytest.raises(Refused):
        add(course, cast, lesson=lesson(course, "Ordnen"))


def test_nothing_is_added_to_what_nobody_sees(course, cast):
    course.unpublish()
    with pytest.raises(Refused, match="nicht veröffentlicht"):
        add(course, cast)


def test_the_own_people_remove_it(course, cast):
    annex = add(course, cast)
    with pytest.raises(NotAllowed):
        remove_annex(annex, actor=cast.barbara)
    remove_annex(annex, actor=cast.anton)
    assert not AnnexPage.objects.exists()
    assert entries(course).last().action == "courses.annex.remove"


def told(cast, *cities):
    return [
        (one.page.draft_title, one.where, one.is_astray, one.state) for one in additions_of(cities or [cast.augsburg])
    ]


def test_additions_are_listed_with_their_place_and_state(course, cast):
    publish(add(course, cast, title="Anfang", lesson=lesson(course, "Ordnen")), body=BODY)
    add(course, cast, title="Ende")
    start_annex(course, cast.nuremberg, title="Nürnbergs", actor=cast.barbara)
    assert told(cast) == [
        ("Anfang", "Am Ende der Lektion „Ordnen“", False, "veröffentlicht"),
        ("Ende", "Als Lektion am Ende des Kurses", False, "Entwurf"),
    ]


@pytest.mark.parametrize(
    ("happens", "sentence"),
    [
        (lambda course: course.delete(), "Den Kurs „Akten führen“ gibt es nicht mehr."),
        (lambda course: course.unpublish(), "Der Kurs ist zurzeit nicht veröffentlicht."),
        (lambda course: lesson(course, "Ordnen").delete(), "Die Lektion „Ordnen“ gibt es nicht mehr."),
        (lambda course: lesson(course, "Ordnen").unpublish(), "Die Lektion „Ordnen“ gehört nicht mehr zum Kurs."),
        (
            lambda course: lesson(course, "Ordnen").move(fresh(CourseFactory(city=course.city)), pos="last-child"),
            "Die Lektion „Ordnen“ gehört nicht mehr zum Kurs.",
        ),
    ],
)
def test_authors_are_told_when_the_original_goes(client, course, cast, happens, sentence):
    set_up_shelf(cast.augsburg)
    annex = add(course, cast, lesson=lesson(course, "Ordnen"))
    happens(course)
    [(_title, where, is_astray, _state)] = told(cast)
    assert (where[: len(sentence)], is_astray) == (sentence, True)
    client.force_login(cast.dieter)
    editor = reverse("wagtailadmin_pages:edit", args=[annex.pk])
    assert client.get(editor).status_code == 200
    client.post(editor, form(title="Immer noch unseres"))
    assert fresh(annex).draft_title == "Immer noch unseres"


def form(**more):
    data = {"title": "Ansprechpersonen", "slug": "kontakt", "lesson": "", "body": streamfield(TEXT)} | more
    counts = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}
    return nested_form_data({**data, "comments": counts})


@pytest.fixture
def editor(client, course, cast):
    set_up_shelf(cast.augsburg)
    client.force_login(cast.dieter)
    annex = add(course, cast)
    return annex, reverse("wagtailadmin_pages:edit", args=[annex.pk])


def test_the_editor_names_the_course_and_offers_its_lessons(client, course, cast, editor):
    _annex, address = editor
    page = client.get(address).content.decode()
    assert "Das ergänzt den Kurs „Akten führen“." in page
    assert [f"Am Ende der Lektion „{title}“" in page for title in ("Ordnen", "Finden")] == [True, True]
    assert page.count("<option") == 3


def test_the_editor_takes_no_lesson_of_another_course(client, course, cast, editor):
    annex, address = editor
    stranger = fresh(CourseFactory(city=cast.munich)).get_children().first()
    answer = client.post(address, form(lesson=stranger.pk)).content.decode()
    assert "Diese Lektion gehört nicht zum Kurs. Bitte wählen Sie eine Lektion aus der Liste." in answer
    assert fresh(annex).get_latest_revision_as_object().lesson is None
    client.post(address, form(lesson=lesson(course, "Finden").pk))
    assert fresh(annex).get_latest_revision_as_object().lesson == lesson(course, "Finden")


def test_who_hands_in_from_the_editor_tells_the_own_office(client, cast, editor):
    _annex, address = editor
    client.post(address, form(**{"action-submit": "1"}))
    told = Notification.objects.values_list("kind", "recipient__first_name", "url")
    assert list(told) == [("courses/addition_to_release", "Anton", address)]


def test_who_saves_after_the_lesson_has_gone_has_seen_it(client, course, cast, editor):
    annex, address = editor
    client.post(address, form(lesson=lesson(course, "Finden").pk, **{"action-publish": "1"}))
    annex = publish(annex, lesson=lesson(course, "Finden"))
    lesson(course, "Finden").delete()
    assert (
        "Die Lektion „Finden“, an der die Ergänzung stand, gibt es nicht mehr." in client.get(address).content.decode()
    )
    client.force_login(cast.anton)
    client.post(address, form(**{"action-publish": "1"}))
    assert told(cast) == [("Ansprechpersonen", "Als Lektion am Ende des Kurses", False, "veröffentlicht")]


def test_additions_are_begun_from_the_course_alone(client, cast, editor):
    adding = reverse("wagtailadmin_pages:add", args=["courses", "annexpage", shelf_of(cast.augsburg).pk])
    assert client.get(adding).status_code in (302, 403, 404)


def test_a_city_that_adds_something_uses_the_course(course, cast):
    annex = add(course, cast)
    assert cities_using(course) == []
    publish(annex, body=BODY)
    assert [(use.city, use.adds) for use in cities_using(course)] == [(cast.augsburg, True)]


def test_what_the_cities_of_a_reader_have_made_of_a_course(course, cast):
    def mine(who):
        return [
            (one.city, one.is_own_course, one.version, one.additions) for one in in_cities(course, who) if one.is_mine
        ]

    assert mine(cast.kilian) == []
    assert mine(cast.barbara) == [(cast.nuremberg, True, None, 0)]
    assert mine(cast.dieter) == [(cast.augsburg, False, None, 0)]
    add(course, cast)
    copy = adapted(course, cast)
    assert mine(cast.anton) == [(cast.augsburg, False, copy.pk, 1)]


def test_lists_ask_as_often_for_many_as_for_one(course, cast):
    def asked():
        return queries_in(lambda: (additions_of([cast.augsburg]), in_cities(course, cast.dieter)))

    add(course, cast, lesson=lesson(course, "Ordnen"))
    before = asked()
    for number in range(3):
        add(CourseFactory(city=cast.munich, title=f"Kurs {number}"), cast)
        add(course, cast, lesson=lesson(course, "Finden"))
    assert asked() == before
    assert before <= 7


def test_an_addition_stays_what_it_was_through_every_change_of_the_course(course, cast):
    learn(cast.kilian, course)
    annex = publish(add(course, cast, lesson=lesson(course, "Ordnen")), body=BODY)
    before = list(annex.body.raw_data)
    publish(lesson(course, "Ordnen"), title="Sortieren", body=BODY[:1])
    draft(course, title="Register")
    after = fresh(annex)
    assert (list(after.body.raw_data), after.live, Page.objects.get(pk=annex.pk).title) == (before, True, annex.title)
