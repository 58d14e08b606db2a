"""The original has changed since: its changes are offered one by one, and go into drafts when somebody wants them."""

import pytest
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.models import Page, Revision

from courses.models import LessonPage
from courses.queries.reading.outline import outline
from courses.queries.sharing.adaptations import changes_of, comparisons
from courses.queries.sharing.told_changes import told_changes
from courses.services.reviewing.review import submit_course
from courses.services.sharing.news import tell_of_changed_originals
from courses.services.sharing.taking_over import dismiss, take_over
from courses.services.writing.authoring import set_up_shelf
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.journal import entries
from lms.notifications.models import Notification
from tests.courses.sharing import (
    ModuleFactory,
    a_course,
    adapted,
    content,
    draft,
    fresh,
    keys,
    lesson,
    open_changes,
    parts,
    publish,
    release,
    text,
)
from tests.courses.stories import learn
from tests.factories.courses import BODY, LessonFactory, questions
from tests.factories.courses import test_of as the_test_of
from tests.queries import queries_in


@pytest.fixture
def course(cast):
    return a_course(cast)


@pytest.fixture
def copy(course, cast):
    return adapted(course, cast)


def body(*changed, without=(), first=()):
    """The usual content of a lesson with some blocks in other words."""
    blocks = {block["id"]: block for block in [*first, *BODY, *changed]}
    blocks |= {block["id"]: block for block in changed}
    return [block for key, block in blocks.items() if key not in without]


def titles(course):
    return [page.draft_title for page in parts(course)]


def test_without_changes_there_is_nothing_to_decide(copy, course):
    assert open_changes(copy) == []
    publish(lesson(course, "Ordnen"), body=BODY)
    assert open_changes(copy) == []
    assert changes_of(course) is None


def test_drafts_of_the_original_are_its_own_business(copy, course):
    draft(lesson(course, "Ordnen"), title="Noch geheim", body=body(text("text", "Noch geheim")))
    LessonFactory(parent=course, title="Unfertig", live=False)
    assert open_changes(copy) == []


def test_each_changed_thing_is_offered_by_itself(copy, course):
    new = [text("new", "Neu."), *body(text("text", "Akten erzählen Vorgänge."), without=("hint",))]
    publish(lesson(course, "Ordnen"), title="Sortieren", body=new, minutes_given=12)
    publish(course, summary="Akten, die man findet.", contact="neu@example.org", is_mandatory=True)
    assert open_changes(copy) == [
        ("Akten führen", "field", "summary", ""),
        ("Ordnen", "field", "title", ""),
        ("Ordnen", "field", "minutes_given", ""),
        ("Ordnen", "added", "body", "new"),
        ("Ordnen", "changed", "body", "text"),
        ("Ordnen", "removed", "body", "hint"),
    ]


def test_what_is_taken_goes_into_the_draft_and_is_published_by_nobody(copy, course, cast):
    copy = release(copy)
    ours = lesson(copy, "Ordnen")
    publish(lesson(course, "Ordnen"), title="Sortieren", body=body(text("text", "Neu.")))
    [title, words] = keys(copy)
    take_over(copy, [words], actor=cast.dieter)
    after = fresh(ours)
    assert content(after)["text"] == "<p>Neu.</p>"
    assert (after.title, after.draft_title, after.has_unpublished_changes) == ("Ordnen", "Ordnen", True)
    assert after.body[0].value.source == "<p>Akten erzählen einen Vorgang.</p>"
    assert after.get_latest_revision().user == cast.dieter
    assert keys(copy) == [title]
    assert entries(copy).last().action == "courses.course.take_over"


def test_what_is_left_is_not_offered_again_until_it_changes_anew(copy, course, cast):
    theirs, ours = lesson(course, "Ordnen"), lesson(copy, "Ordnen")
    publish(theirs, body=body(text("text", "Neu.")))
    revisions = Revision.objects.count()
    dismiss(copy, keys(copy), actor=cast.dieter)
    assert (open_changes(copy), content(ours)["text"]) == ([], "<p>Akten erzählen einen Vorgang.</p>")
    assert Revision.objects.count() == revisions
    publish(theirs, body=body(text("text", "Ganz neu.")))
    assert open_changes(copy) == [("Ordnen", "changed", "body", "text")]


def test_the_newest_draft_is_changed_whoever_wrote_it(copy, course, cast):
    ours = draft(lesson(copy, "Ordnen"), by=cast.anton, body=body(text("own", "Bei uns im Keller.")))
    publish(lesson(course, "Ordnen"), body=body(text("text", "Neu.")))
    take_over(copy, keys(copy), actor=cast.dieter)
    assert (content(ours)["own"], content(ours)["text"]) == ("<p>Bei uns im Keller.</p>", "<p>Neu.</p>")


def test_who_changed_the_same_sees_all_three_texts(copy, course, cast):
    draft(lesson(copy, "Ordnen"), by=cast.anton, body=body(text("text", "Akten erzählen in Augsburg.")))
    publish(lesson(course, "Ordnen"), body=body(text("text", "Akten erzählen einen Fall.")))
    [page] = told_changes(changes_of(copy))
    [change] = page.changes
    assert (change.before, change.now, change.ours) == (
        ["Akten erzählen einen Vorgang."],
        ["Akten erzählen einen Fall."],
        ["Akten erzählen in Augsburg."],
    )


def test_new_questions_and_links_are_told_in_words(copy, course, cast):
    test, first = the_test_of(course), lesson(course, "Finden")
    publish(test, questions=questions(first.pk)[:1])
    [page] = told_changes(changes_of(copy))
    right = [f"Antwort: {colour} · Diese Antwort ist richtig" for colour in ("rot", "blau")]
    assert [(change.title, change.now or change.before) for change in page.changes] == [
        (
            "Frage mit einer richtigen Antwort: geändert",
            ["Frage: Was gilt?", "Antwort: ja · Diese Antwort ist richtig", "Antwort: nein",
             "Erklärung nach dem Test: Ja gilt.", "Wo es erklärt wird: Finden"],
        ),
        (
            "Frage mit mehreren richtigen Antworten: weggefallen",
            ["Frage: Was noch?", *right, "Antwort: grün", "Erklärung nach dem Test: Farben.",
             "Wo es erklärt wird: Ordnen"],
        ),
    ]  # fmt: skip
    take_over(copy, keys(copy, "changed"), actor=cast.dieter)
    assert content(the_test_of(copy))["one"]["lesson"] == lesson(copy, "Finden").pk
    assert open_changes(copy) == [("Abschlusstest", "removed", "questions", "more")]


def test_a_new_lesson_comes_to_its_place_and_links_lead_to_it(copy, course, cast):
    LessonFactory(parent=copy, title="Nur in Augsburg", live=False)
    new = LessonFactory(parent=course, title="Aussondern")
    fresh(new).move(lesson(course, "Finden"), pos="left")
    link = f'Mehr in <a linktype="page" id="{new.pk}">Aussondern</a>.'
    publish(lesson(course, "Ordnen"), body=body(text("more", link)))
    assert open_changes(copy) == [("Akten führen", "added", "parts", str(new.pk)), ("Ordnen", "added", "body", "more")]
    take_over(copy, keys(copy), actor=cast.dieter)
    assert titles(copy) == ["Grundlagen", "Ordnen", "Aussondern", "Finden", "Abschlusstest", "Nur in Augsburg"]
    ours = lesson(copy, "Aussondern")
    assert (ours.live, ours.owner, ours.adaptation.source_id) == (False, cast.dieter, new.pk)
    assert f'id="{ours.pk}"' in content(lesson(copy, "Ordnen"))["more"]
    assert open_changes(copy) == []


def test_a_lesson_that_is_turned_down_does_not_come_again(copy, course, cast):
    LessonFactory(parent=course, title="Aussondern")
    dismiss(copy, keys(copy), actor=cast.dieter)
    assert (open_changes(copy), titles(copy)) == ([], ["Grundlagen", "Ordnen", "Finden", "Abschlusstest"])


def test_a_new_order_can_be_taken_over(copy, course, cast):
    ModuleFactory(parent=copy, title="Bei uns", live=False)
    lesson(course, "Finden").move(lesson(course, "Ordnen"), pos="left")
    assert [(page, kind, place) for page, kind, place, _block in open_changes(copy)] == [
        ("Akten führen", "moved", "parts")
    ]
    take_over(copy, keys(copy), actor=cast.dieter)
    assert titles(copy) == ["Grundlagen", "Finden", "Ordnen", "Abschlusstest", "Bei uns"]
    assert open_changes(copy) == []


def test_a_lesson_that_goes_takes_our_draft_along_if_we_want(copy, course, cast):
    lesson(course, "Finden").unpublish()
    take_over(copy, keys(copy), actor=cast.dieter)
    assert (titles(copy), open_changes(copy)) == (["Grundlagen", "Ordnen", "Abschlusstest"], [])


def test_what_is_published_is_taken_out_by_the_office_alone_and_progress_stays(copy, course, cast):
    copy = release(copy)
    enrollment = learn(cast.kilian, copy)
    lesson(course, "Finden").delete()
    with pytest.raises(Refused, match="Nur die Ausbildungsleitung"):
        take_over(copy, keys(copy), actor=cast.dieter)
    take_over(copy, keys(copy), actor=cast.anton)
    assert [item.title for item in outline(copy, enrollment).items] == ["Ordnen", "Abschlusstest"]
    assert enrollment.lessons_done.count() == 2
    assert not lesson(copy, "Finden").live


def test_two_who_decide_at_once(copy, course, cast):
    publish(lesson(course, "Ordnen"), body=body(text("text", "Neu.")))
    seen_by_both = keys(copy)
    take_over(copy, seen_by_both, actor=cast.dieter)
    for decide in (take_over, dismiss):
        with pytest.raises(TooLate, match="schon jemand entschieden"):
            decide(copy, seen_by_both, actor=cast.anton)


def test_nobody_takes_over_what_they_have_not_seen(copy, course, cast):
    ours = lesson(copy, "Ordnen")
    publish(lesson(course, "Ordnen"), body=body(text("text", "Neu.")))
    seen = keys(copy)
    publish(lesson(course, "Ordnen"), body=body(text("text", "Ganz anders.")))
    with pytest.raises(TooLate):
        take_over(copy, seen, actor=cast.dieter)
    assert content(ours)["text"] == "<p>Akten erzählen einen Vorgang.</p>"


def test_who_is_writing_right_now_loses_nothing(copy, course, cast):
    ours = lesson(copy, "Ordnen")
    publish(lesson(course, "Ordnen"), body=body(text("text", "Neu.")))
    EditingSession.objects.create(
        user=cast.anton, content_object=Page.objects.get(pk=ours.pk), is_editing=True, last_seen_at=timezone.now()
    )
    with pytest.raises(Refused, match="Anton Ausgedacht schreibt gerade in „Ordnen“"):
        take_over(copy, keys(copy), actor=cast.dieter)
    take_over(copy, keys(copy), actor=cast.anton)


def test_a_lock_is_respected(copy, course, cast):
    publish(lesson(course, "Ordnen"), body=body(text("text", "Neu.")))
    Page.objects.filter(pk=lesson(copy, "Ordnen").pk).update(locked=True, locked_by=cast.anton)
    with pytest.raises(Refused, match="„Ordnen“ ist gesperrt"):
        take_over(copy, keys(copy), actor=cast.dieter)


@pytest.mark.parametrize("who", ["dieter", "anton"])
def test_what_is_being_reviewed_stays_as_it_was_handed_in(copy, course, cast, who):
    set_up_shelf(cast.augsburg)
    publish(lesson(course, "Ordnen"), body=body(text("text", "Neu.")))
    draft(copy, contact="a@example.org")
    submit_course(fresh(copy), actor=cast.dieter)
    with pytest.raises(Refused, match="„Ordnen“ ist gesperrt"):
        take_over(copy, keys(copy), actor=getattr(cast, who))
    dismiss(copy, keys(copy), actor=getattr(cast, who))


@pytest.mark.parametrize("who", ["barbara", "kilian", "otto", "marlene", "konrad"])
def test_only_those_who_write_the_version_decide(copy, course, cast, who):
    publish(lesson(course, "Ordnen"), title="Sortieren")
    for decide in (take_over, dismiss):
        with pytest.raises(NotAllowed):
            decide(copy, keys(copy), actor=getattr(cast, who))


def told_of(copy):
    return [
        (one.recipient, one.facts["original"]) for one in Notification.objects.filter(kind="courses/original_changed")
    ]


def test_authors_hear_once_that_the_original_was_published_anew(copy, course, cast):
    draft(lesson(copy, "Finden"), by=cast.anton, title="Wiederfinden")
    assert tell_of_changed_originals() == 0
    for title in ("Ordnen", "Finden"):
        publish(lesson(course, title), minutes_given=20)
    assert tell_of_changed_originals() == 1
    assert told_of(copy) == [(cast.anton, "Akten führen"), (cast.dieter, "Akten führen")]
    assert tell_of_changed_originals() == 0
    publish(lesson(course, "Ordnen"), minutes_given=20)  # once more, but nothing new in it
    take_over(copy, keys(copy), actor=cast.dieter)
    assert tell_of_changed_originals() == 0


def test_when_the_authors_have_gone_the_office_hears(copy, course, cast):
    cast.dieter.memberships.all().delete()
    publish(lesson(course, "Ordnen"), title="Sortieren")
    tell_of_changed_originals()
    assert told_of(copy) == [(cast.anton, "Akten führen")]


def test_how_much_has_changed_does_not_change_the_number_of_queries(copy, course, cast):
    def asked():
        return queries_in(lambda: told_changes(changes_of(copy)))

    publish(lesson(course, "Ordnen"), title="Sortieren")
    publish(the_test_of(course), questions=questions(lesson(course, "Finden").pk))
    few = asked()
    for number in range(5):
        LessonFactory(parent=course, title=f"Neu {number}")
    take_over(copy, keys(copy), actor=cast.dieter)
    for one in LessonPage.objects.child_of(course):
        publish(one, minutes_given=30, body=body(text("text", "Neu.")))
    publish(the_test_of(course), questions=questions(lesson(course, "Neu 1").pk))
    assert asked() == few
    assert few <= 13


def test_many_courses_are_compared_in_as_many_queries_as_one(copy, course, cast):
    others = [course, copy, fresh(copy)]
    assert queries_in(lambda: comparisons(others)) == queries_in(lambda: comparisons([copy]))
