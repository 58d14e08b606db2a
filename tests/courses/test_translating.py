"""A course in another language: begun, translated, released, and kept in step with its original."""

import pytest
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation

from courses.models import CoAuthor, CoursePage, LessonPage
from courses.queries.translating.translations import is_translated, versions_of
from courses.readiness import check, obstacles
from courses.readiness.gate import NotReady
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll
from courses.services.reviewing.review import recommend_course, release_course, submit_course
from courses.services.sharing.adapting import adapt_course
from courses.services.translating.translated_drafts import Clash, save_texts
from courses.services.translating.translating import bring_over, go_own_way, start_translation
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.co_authors import end_co_authorship, invite
from courses.services.writing.structure import add_part, move_part, rename_part
from lms.core.errors import NotAllowed, Refused, TooLate
from tests.courses.every_block import lesson_of_everything
from tests.courses.sharing import a_course, content, draft, fresh, lesson, parts, publish, text
from tests.courses.translations import begun, missing, page, pages, say, say_everything, texts, tree
from tests.factories.courses import CourseFactory, LessonFactory, lessons_of
from tests.factories.courses import test_of as the_test_of
from tests.queries import queries_in


@pytest.fixture
def course(cast):
    course = a_course(cast, summary="Akten führen, die man wiederfindet.", owner=cast.barbara)
    set_up_shelf(cast.nuremberg)
    return course


@pytest.fixture
def english(cast, course):
    return begun(course, cast)


def newest(one):
    return fresh(one).get_latest_revision_as_object()


def released(english, cast):
    """Everything translated, read in Augsburg, released by the office."""
    say_everything(english, cast.barbara)
    submit_course(english, actor=cast.barbara)
    recommend_course(english, actor=cast.dieter)
    release_course(english, actor=cast.hanna)
    return fresh(english)


def test_a_translation_begins_as_drafts_beside_its_original(cast, course, english):
    assert english.get_parent() == course.get_parent()
    assert (english.slug, english.language, english.owner, english.live) == ("akten-en", "en", cast.barbara, False)
    titles = ["Akten führen", "Grundlagen", "Ordnen", "Finden", "Abschlusstest"]
    assert tree(english) == [(title, False) for title in titles]
    assert [one.slug for one in parts(english)] == [one.slug for one in parts(course)]
    assert missing(english) == {"Akten führen": 3, "Grundlagen": 2, "Ordnen": 9, "Finden": 10, "Abschlusstest": 10}
    assert PageLogEntry.objects.filter(page_id=english.pk, action="courses.course.translate").count() == 1
    assert tree(course) == [(title, True) for title in titles]


def test_whoever_begins_second_is_led_to_the_first_draft(cast, course, english):
    assert start_translation(course, "en", actor=cast.hanna) == english
    assert CoursePage.objects.filter(translation_key=course.translation_key).count() == 2


def test_only_those_who_edit_the_original_begin_and_only_when_it_is_published(cast, course):
    for stranger in (cast.dieter, cast.mina, cast.konrad):
        with pytest.raises(NotAllowed):
            start_translation(course, "en", actor=stranger)
    with pytest.raises(Refused, match="angeboten"):
        start_translation(course, "fr", actor=cast.barbara)
    sketch = CourseFactory(city=cast.nuremberg, live=False)
    with pytest.raises(Refused, match="veröffentlicht"):
        start_translation(sketch, "en", actor=cast.barbara)
    assert Translation.objects.count() == 0


def test_an_english_course_is_translated_into_german(cast, course):
    original = CourseFactory(city=cast.nuremberg, title="Keeping files", slug="files", language="en")
    german = start_translation(original, "de", actor=cast.barbara)
    assert (german.slug, german.language) == ("files-de", "de")


def test_texts_stand_in_the_draft_at_once_and_leave_what_learners_see(cast, course, english):
    first = page(english, "Ordnen")
    say(first, cast.barbara, **{"Ordnen": "Sorting", "Akten erzählen einen Vorgang.": "Files tell a story."})
    assert (fresh(first).draft_title, fresh(first).title, fresh(first).live) == ("Sorting", "Ordnen", False)
    assert content(first)["text"] == "<p>Files tell a story.</p>"
    assert content(first)["hint"]["title"] == "Gut zu wissen"  # still to be translated
    assert missing(english)["Ordnen"] == 7
    say(first, cast.barbara, Ordnen="")
    assert missing(english)["Ordnen"] == 8


def test_every_kind_of_block_is_translated_and_keeps_the_rest(cast, course):
    every = lesson_of_everything(course)
    english = begun(course, cast)
    say_everything(english, cast.barbara)
    before, after = fresh(every).body, newest(page(english, "Alle Blöcke")).body
    assert [(one.id, one.block_type) for one in after] == [(one.id, one.block_type) for one in before]
    told = {one.block_type: one.get_prep_value()["value"] for one in after}
    assert told["text"] == "<h2>EN Wer?</h2><p>EN Das <b>Amt</b>.</p>"
    assert told["steps"]["steps"][0]["value"] == {"title": "EN Ausweis", "text": "<p>EN Prüfen.</p>"}
    assert told["table"]["caption"] == "EN Wer was braucht"
    assert [one["heading"] for one in told["table"]["columns"]] == ["EN Anliegen", "EN Unterlage"]
    assert [one["values"] for one in told["table"]["rows"]] == [["EN Umzug", "EN Ausweis"], ["EN Parken", ""]]
    assert told["image"]["image"]["alt_text"] == "EN Ein Punkt"
    assert told["self_check"]["choices"][0]["value"] == {"text": "EN ja", "right": True, "feedback": "EN Genau."}
    assert told["task"] == {"title": "EN Ein Brief", "text": "<p>EN Suchen Sie.</p>", "minutes": 15}
    assert told["embed"] == {"title": "EN Stadtrat", "url": "https://youtu.be/dQw4w9WgXcQ"}
    assert told["links"]["links"][0]["value"]["url"] == "https://example.org/g"
    assert told["glossary"]["terms"][0]["value"]["explanation"] == "EN Eine Entscheidung."


def test_links_and_questions_lead_to_translated_lessons(cast, course, english):
    say_everything(english, cast.barbara)
    first, second = page(english, "Ordnen"), page(english, "Finden")
    assert content(second)["link"] == f'<p>EN Lies <a id="{first.pk}" linktype="page">Ordnen</a>.</p>'
    assert [one.value["lesson"].pk for one in newest(page(english, "Abschlusstest")).questions] == [first.pk] * 2


def test_links_to_other_courses_lead_to_their_translation_once_it_is_published(cast, course):
    other = CourseFactory(city=cast.nuremberg, title="Anderer Kurs", lessons=1)
    [target] = lessons_of(other)
    LessonFactory(parent=course, title="Verweis", body=[text("a", f'<a linktype="page" id="{target.pk}">dort</a>')])
    translated = page(begun(other, cast), target.title)
    english = begun(course, cast)
    say_everything(english, cast.barbara)
    assert f'id="{target.pk}"' in content(page(english, "Verweis"))["a"]
    Page.objects.filter(pk=translated.pk).update(live=True)
    say(page(english, "Verweis"), cast.barbara, Verweis="See there")
    assert f'id="{translated.pk}"' in content(page(english, "Verweis"))["a"]


def test_a_translation_is_published_through_the_same_review(cast, course, english):
    with pytest.raises(NotReady, match="3 Texte sind noch nicht übersetzt"):
        submit_course(english, actor=cast.barbara)
    released(english, cast)
    titles = ["EN Akten führen", "EN Grundlagen", "EN Ordnen", "EN Finden", "EN Abschlusstest"]
    assert tree(english) == [(title, True) for title in titles]
    assert versions_of(course) == [english]
    assert versions_of(english) == [course]


def test_nobody_publishes_while_texts_are_missing_whichever_way(cast, course, english):
    first = page(english, "Ordnen")
    with pytest.raises(NotReady, match="9 Texte sind noch nicht übersetzt"):
        first.get_latest_revision().publish(user=cast.hanna)
    assert [finding.code for finding in check(page(english, "Grundlagen"))] == ["texts_missing"]
    assert not fresh(first).live


def test_what_is_too_long_is_neither_stored_nor_published(cast, course, english):
    with pytest.raises(Refused, match=r"zu lang: 260 Zeichen\. Platz ist für 255"):
        say(page(english, "Ordnen"), cast.barbara, Ordnen="x" * 260)
    say_everything(english, cast.barbara)
    StringTranslation.objects.filter(context__path="summary").update(data="x" * 201)
    say(fresh(english), cast.barbara, **{"Akten führen": "Keeping files"})
    assert [finding.code for finding in obstacles(newest(english))][:1] == ["too_long"]


def test_a_translation_is_not_published_before_its_original(cast, course, english):
    say_everything(english, cast.barbara)
    fresh(course).unpublish()
    with pytest.raises(NotReady, match="Das Original dieser Seite ist nicht veröffentlicht"):
        submit_course(english, actor=cast.barbara)


def test_a_changed_original_leaves_the_published_translation_until_it_is_brought_over(cast, course, english):
    released(english, cast)
    publish(lesson(course, "Ordnen"), title="Ordnung halten", by=cast.hanna)
    first = page(english, "EN Ordnen")
    assert missing(english) == {}
    assert bring_over(english, actor=cast.barbara) == []
    assert missing(english) == {"EN Ordnen": 1}
    assert (fresh(first).title, fresh(first).live, newest(first).title) == ("EN Ordnen", True, "Ordnung halten")
    assert [one.draft_title for one in pages(english) if one.has_unpublished_changes] == ["Ordnung halten"]
    with pytest.raises(NotReady):
        first.get_latest_revision().publish(user=cast.hanna)
    [text] = texts(first).missing
    assert (text.original, text.before) == ("Ordnung halten", "EN Ordnen")


def test_settings_and_pictures_follow_the_original(cast, course, english):
    publish(course, contact="neu@example.org", audience="Alle", is_mandatory=True, by=cast.hanna)
    bring_over(english, actor=cast.barbara)
    assert (newest(english).contact, newest(english).is_mandatory) == ("neu@example.org", True)
    assert missing(english)["Akten führen"] == 4


def test_a_new_lesson_comes_along_at_its_place(cast, course, english):
    released(english, cast)
    added = LessonFactory(parent=course, title="Ablegen")
    Page.objects.get(pk=added.pk).move(Page.objects.get(pk=lesson(course, "Finden").pk), pos="left")
    bring_over(english, actor=cast.barbara)
    assert tree(english)[2:4] == [("EN Ordnen", True), ("Ablegen", False)]
    assert missing(english) == {"Ablegen": 9}


def test_the_order_of_the_original_is_followed_and_own_parts_stay_behind_theirs(cast, course, english):
    own = add_part(english, "lesson", "About Bavaria", actor=cast.barbara, after=page(english, "Ordnen").pk)
    move_part(lesson(course, "Finden"), lesson(course, "Ordnen").pk, after=False, actor=cast.barbara)
    bring_over(english, actor=cast.barbara)
    titles = [one.draft_title for one in parts(english)]
    assert titles == ["Grundlagen", "Finden", "Ordnen", "About Bavaria", "Abschlusstest"]
    assert (own.locale, is_translated(own)) == (english.locale, False)


def test_a_lesson_taken_out_of_the_original_goes_from_drafts_and_the_office_takes_it_from_learners(
    cast, course, english
):
    LessonFactory(parent=course, title="Ablegen")
    bring_over(english, actor=cast.barbara)
    for title in ("Ordnen", "Ablegen"):
        say_everything(english, cast.barbara)
        lesson(course, title).unpublish()
    Page.objects.filter(pk=page(english, "Ordnen").pk).update(live=True)
    assert bring_over(english, actor=cast.barbara) == ["EN Ordnen"]
    assert ("EN Ordnen", True) in tree(english)
    assert "EN Ablegen" not in dict(tree(english))
    assert bring_over(english, actor=cast.hanna) == []
    assert ("EN Ordnen", False) in tree(english)


def test_a_translated_lesson_that_was_learned_on_stays(cast, course, english):
    released(english, cast)
    enrollment = enroll(fresh(english), actor=cast.mina)
    first = page(english, "EN Ordnen")
    mark_lesson_done(enrollment, first, actor=cast.mina)
    lesson(course, "Ordnen").unpublish()
    bring_over(english, actor=cast.hanna)
    bring_over(english, actor=cast.hanna)
    assert LessonPage.objects.filter(pk=first.pk, live=False).exists()


def test_texts_of_a_removed_lesson_come_back_with_it(cast, course, english):
    say_everything(english, cast.barbara)
    page(english, "Ordnen").delete()
    bring_over(english, actor=cast.barbara)
    assert missing(english) == {}
    assert newest(page(english, "Ordnen")).title == "EN Ordnen"


def test_a_deleted_lesson_of_the_original_leaves_an_ordinary_page_until_it_is_brought_over(cast, course, english):
    say_everything(english, cast.barbara)
    lesson(course, "Finden").delete()
    second = page(english, "Finden")
    assert not is_translated(second)
    assert not check(second) or all(not finding.is_blocker for finding in check(second))
    bring_over(english, actor=cast.barbara)
    assert "EN Finden" not in dict(tree(english))


def test_without_its_original_a_translation_is_a_course_like_any_other(cast, course, english):
    released(english, cast)
    fresh(course).delete()
    assert [is_translated(one) for one in pages(english)] == [False] * 5
    rename_part(page(english, "EN Ordnen"), "Sorting", actor=cast.barbara)
    page(english, "EN Ordnen").get_latest_revision().publish(user=cast.hanna)
    assert ("Sorting", True) in tree(english)
    with pytest.raises(Refused, match="Das Original gibt es nicht mehr"):
        bring_over(english, actor=cast.barbara)
    german = start_translation(fresh(english), "de", actor=cast.barbara)
    assert (german.language, missing(german)["Sorting"]) == ("de", 9)


def test_a_translation_can_go_its_own_way(cast, course, english):
    go_own_way(english, actor=cast.barbara)
    assert [is_translated(one) for one in pages(english)] == [False] * 5
    with pytest.raises(TooLate):
        go_own_way(english, actor=cast.barbara)
    with pytest.raises(NotAllowed):
        go_own_way(english, actor=cast.dieter)


def test_a_deleted_translation_can_be_begun_again_with_what_was_translated(cast, course, english):
    say_everything(english, cast.barbara)
    fresh(english).delete()
    again = begun(course, cast)
    assert (missing(again), newest(again).title) == ({}, "EN Akten führen")


def test_renaming_a_part_translates_its_title(cast, course, english):
    rename_part(page(english, "Ordnen"), "Sorting", actor=cast.barbara)
    bring_over(english, actor=cast.barbara)
    assert newest(page(english, "Ordnen")).title == "Sorting"
    assert missing(english)["Ordnen"] == 8


def test_what_waits_for_a_decision_stays_as_it_is(cast, course, english):
    say_everything(english, cast.barbara)
    submit_course(english, actor=cast.barbara)
    for person in (cast.barbara, cast.hanna):
        with pytest.raises(Refused, match="wartet auf eine Entscheidung"):
            say(page(english, "Ordnen"), person, Ordnen="Sorting")
        with pytest.raises(Refused, match="wartet auf eine Entscheidung"):
            bring_over(english, actor=person)


def test_of_two_who_translate_the_same_text_the_second_is_asked(cast, course, english):
    first = page(english, "Ordnen")
    title, other = texts(first).texts[:2]
    say(first, cast.hanna, Ordnen="Filing")
    with pytest.raises(Clash) as clash:
        save_texts(first, {title.name: "Sorting"}, {title.name: ""}, {}, actor=cast.barbara)
    assert clash.value.names == [title.name]
    untouched = {title.name: "", other.name: "Files tell a story."}
    save_texts(first, untouched, {title.name: "", other.name: ""}, {}, actor=cast.barbara)
    assert (newest(first).title, content(first)["text"]) == ("Filing", "<p>Files tell a story.</p>")


def test_one_sitting_makes_one_version_and_what_was_published_stays_in_the_history(cast, course, english):
    first = page(english, "Ordnen")
    versions = first.revisions.count()
    for words in ("Sorting", "Filing", "Order"):
        say(first, cast.barbara, Ordnen=words)
    assert first.revisions.count() == versions
    say(first, cast.hanna, Ordnen="Sorting")
    assert first.revisions.count() == versions + 1
    released(english, cast)
    say(fresh(first), cast.hanna, Ordnen="Order")
    assert fresh(first).live_revision.as_object().title == "EN Ordnen"


def test_what_changed_its_place_is_not_asked_again(cast, course):
    table = {"caption": "Wer", "columns": [{"type": "cell", "heading": "Was"}, {"type": "cell", "heading": "Wie"}]}
    rows = [{"values": ["Umzug", "Ausweis"]}]
    body = [{"type": "table", "id": "t", "value": {**table, "rows": rows}}]
    one = LessonFactory(parent=course, title="Tabelle", body=body)
    english = begun(course, cast)
    say_everything(english, cast.barbara)
    more = [{"values": ["Parken", "Papiere"]}, *rows]
    publish(one, body=[{"type": "table", "id": "t", "value": {**table, "rows": more}}], by=cast.hanna)
    bring_over(english, actor=cast.barbara)
    assert missing(english) == {"Tabelle": 2}
    assert content(page(english, "Tabelle"))["t"]["rows"][1] == {"values": ["EN Umzug", "EN Ausweis"]}


def test_co_authors_of_the_original_translate_too(cast, course):
    set_up_shelf(cast.augsburg)
    invite(course, cast.dieter, actor=cast.barbara)
    english = start_translation(course, "en", actor=cast.dieter)
    say(english, cast.dieter, **{"Akten führen": "Keeping files"})
    invite(course, cast.sabine, actor=cast.barbara)
    say(english, cast.sabine, **{"Akten führen": "Files"})
    assert page(english, "Ordnen").permissions_for_user(cast.sabine).can_edit()
    end_co_authorship(CoAuthor.objects.get(course=course, person=cast.dieter), actor=cast.barbara)
    with pytest.raises(NotAllowed):
        say(english, cast.dieter, **{"Akten führen": "Dossiers"})


def test_an_adapted_translation_is_an_ordinary_course_whose_links_stay_inside(cast, course, english):
    released(english, cast)
    copy, _new = adapt_course(fresh(english), cast.augsburg, actor=cast.dieter)
    assert (copy.language, [is_translated(one) for one in pages(copy)]) == ("en", [False] * 5)
    first = page(copy, "EN Ordnen")
    assert [one.value["lesson"].pk for one in newest(the_test_of(copy)).questions] == [first.pk] * 2
    assert f'id="{first.pk}"' in content(page(copy, "EN Finden"))["link"]


def test_an_adapted_course_is_translated_from_the_adaptation(cast, course):
    set_up_shelf(cast.augsburg)
    copy, _new = adapt_course(course, cast.augsburg, actor=cast.dieter)
    for one in [*parts(copy), draft(copy, contact="a@example.org")]:
        one.get_latest_revision().publish()
    english = start_translation(fresh(copy), "en", actor=cast.dieter)
    assert english.city == cast.augsburg
    assert english.translation_key != course.translation_key


@pytest.mark.parametrize("lessons", [1, 12])
def test_saving_costs_the_same_however_long_the_course_is(cast, lessons):
    set_up_shelf(cast.nuremberg)
    english = begun(CourseFactory(city=cast.nuremberg, lessons=lessons), cast)
    [first, *_more] = lessons_of(english)
    name = texts(first).texts[0].name
    words = iter(["eins", "zwei", "drei"])
    assert queries_in(lambda: save_texts(first, {name: next(words)}, {}, {}, actor=cast.barbara)) <= 55
