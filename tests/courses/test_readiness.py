"""What must be done before a page is published, what could be done better, and where."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone, translation
from wagtail.models import Locale

from courses.models import Adaptation, AnnexPage, CoursePage, LessonPage, Licence
from courses.queries.writing.readiness import readiness_of
from courses.readiness import RULES, check
from lms.media.models import CourseMedia
from tests.factories.courses import BODY, CourseFactory, InTreeFactory, LessonFactory, choices, questions, shelf_of
from tests.factories.courses import TestPageFactory as ATestFactory
from tests.queries import queries_in

pytestmark = pytest.mark.django_db

GOALS = [{"type": "goal", "id": "goal", "value": "Sie finden jede Akte wieder."}]
READY = {"goals": GOALS, "contact": "barbara@example.org", "audience": "alle", "summary": "Akten finden."}


def block(kind, value, key="b"):
    return {"type": kind, "id": key, "value": value}


def text(html, key="b"):
    return block("text", html, key)


def table(caption="Fristen", heads=("Was", "Wie lange"), rows=(("Akte", "10 Jahre"),)):
    columns = [{"type": "cell", "heading": head} for head in heads]
    return block("table", {"columns": columns, "rows": [{"values": list(row)} for row in rows], "caption": caption})


def image(alt="Eine Akte", decorative=False):
    return block("image", {"image": {"image": 1, "alt_text": alt, "decorative": decorative}, "caption": ""})


def links(label):
    entry = {"label": label, "url": "https://example.org", "note": ""}
    return block("links", {"title": "", "links": [{"type": "item", "id": "entry", "value": entry}]})


def question(*right):
    answers = choices("ja", "nein", right=right)
    return block("self_check", {"question": "Stimmt das?", "kind": "single", "choices": answers})


@pytest.fixture
def course(cast):
    later = timezone.localdate() + timedelta(days=90)
    return CourseFactory(city=cast.nuremberg, lessons=0, title="Akten führen", review_on=later, **READY)


def found(*body, minutes=5):
    """The codes found in a lesson with these blocks, each with the block it points to."""
    lesson = LessonPage(title="Fristen", locale=Locale(language_code="de"), body=list(body), minutes_given=minutes)
    return [(one.code, one.block_id) for one in check(lesson)]


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ([image(alt=" ")], ("image_without_alt", "b")),
        ([image(alt="", decorative=True)], None),
        ([text('<p>Mehr dazu <a href="https://example.org">hier</a>.</p>')], ("link_without_name", "b")),
        ([text('<p><a href="https://example.org">Klicken Sie hier!</a></p>')], ("link_without_name", "b")),
        ([text('<p><a href="https://example.org">https://example.org</a></p>')], ("link_without_name", "b")),
        ([text('<p><a href="https://example.org"></a> leer</p>')], ("link_without_name", "b")),
        ([text('<p><a href="https://example.org">Hier steht das Formular</a></p>')], None),
        ([links("Mehr …")], ("link_without_name", "entry")),
        ([links("Formular zum Umzug")], None),
        ([text("<h3>Zu klein</h3><p>Text.</p>")], ("heading_jump", "b")),
        ([text("<h2>Eins</h2><p>Text.</p>", "a"), text("<h3>Zwei</h3><p>Text.</p>")], None),
        ([question("ja"), text("<h3>Nach der Frage</h3><p>Text.</p>")], None),
        ([text("<h2></h2><p>Text.</p>")], ("empty_heading", "b")),
        ([table()], None),
        ([table(caption="")], ("table_without_caption", "b")),
        ([table(heads=("Was", ""))], ("table_without_headings", "b")),
        ([table(heads=("Was",), rows=(("Akte",),))], ("table_without_headings", "b")),
        ([table(rows=(("", "10 Jahre"),))], ("table_without_row_names", "b")),
        ([block("embed", {"title": "Film", "url": "https://example.org/film"})], ("embed_from_elsewhere", "b")),
        ([block("embed", {"title": "Film", "url": "https://youtu.be/abcdefgh"})], None),
        ([question()], ("question_without_answer", "b")),
        ([question("ja", "nein")], ("question_without_answer", "b")),
        ([question("ja")], None),
        ([text("<p> </p>")], ("incomplete", "b")),
        ([block("quote", {"text": "", "source": ""})], ("incomplete", "b")),
        ([block("quote", {"text": "Es gilt das Wort.", "source": ""})], None),
        ([block("links", {"title": "", "links": []})], ("incomplete", "b")),
        ([], ("no_content", "")),
        ([block("gone", {"what": "an older version knew"})], ("no_content", "")),
    ],
)
def test_what_keeps_a_lesson_from_being_published(body, finding):
    blocking = [one for one in found(*body) if RULES[one[0]].level == "blocker"]
    assert blocking == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("body", "minutes", "finding"),
    [
        ([text("<p>Kurz.</p>")], 25, ("lesson_too_long", "")),
        ([text("<p>Kurz.</p>")], 1, ("lesson_too_short", "")),
        ([image(alt="Lang. " * 50)], 5, ("alt_too_long", "b")),
        ([image(alt="Ein Bild von einer Akte")], 5, ("alt_says_picture", "b")),
        ([image(alt="Bildschirm mit einer Akte")], 5, None),
        ([block("file", {"title": "Liste", "document": 1, "description": ""})], 5, ("file_without_description", "b")),
        ([text(f"<p>Kurz.</p><p>Wir {'und wir ' * 20}lesen.</p>")], 5, ("sentence_too_long", "b")),
        ([text("<p>Es gelten BGB, StGB, DSGVO, AO, BDSG und SGB.</p>")], 5, ("many_abbreviations", "")),
        ([text("<p>Das BGB und die AO gelten.</p>")], 5, None),
        ([text(f"<p>{'Genehmigungsverfahrensbeschleunigung verlangt Ermessensentscheidungen. ' * 30}</p>")], 5,
         ("hard_to_read", "")),
    ],
)  # fmt: skip
def test_what_could_be_better_in_a_lesson(body, minutes, finding):
    assert found(*body, minutes=minutes) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("kind", "missing", "code"),
    [
        ("video", {"captions": ""}, "video_without_words"),
        ("video", {"transcript": " "}, "video_without_words"),
        ("video", {}, None),
        ("audio", {"transcript": ""}, "audio_without_words"),
        ("audio", {"captions": ""}, None),
    ],
)
def test_films_need_captions_and_everything_heard_a_transcript(kind, missing, code):
    told = {"captions": ContentFile(b"WEBVTT\n", name="film.vtt"), "transcript": "Ein Rundgang."} | missing
    film = CourseMedia.objects.create(title="F", type=kind, duration=300, file=ContentFile(b"x", name="f.webm"), **told)
    assert found(block(kind, {"title": "Rundgang", kind: film.pk})) == ([(code, "b")] if code else [])


def test_a_video_that_is_gone_is_named():
    assert found(block("video", {"title": "Rundgang", "video": 4711})) == [("video_without_words", "b")]


def test_what_a_course_says_of_itself(course):
    LessonFactory(parent=course)
    ATestFactory(parent=course)
    yesterday = timezone.localdate() - timedelta(days=1)
    missing = {
        "no_goals": {"goals": []},
        "no_summary": {"summary": " "},
        "no_contact": {"contact": ""},
        "no_licence": {"licence": ""},
        "no_audience": {"audience": ""},
        "review_due": {"review_on": None},
        "no_longer_valid": {"valid_until": yesterday},
    }

    def codes(**changes):
        page = CoursePage.objects.get(pk=course.pk)
        for name, value in changes.items():
            setattr(page, name, value)
        return [finding.code for finding in check(page)]

    assert codes() == []
    assert {code: codes(**changes) for code, changes in missing.items()} == {code: [code] for code in missing}
    assert codes(review_on=yesterday) == ["review_due"]


def test_a_course_needs_a_lesson_and_is_better_with_questions(course):
    assert [finding.code for finding in check(course)] == ["no_lesson"]
    LessonFactory(parent=course, body=[text("<p>Ohne Frage.</p>")])
    assert [finding.code for finding in check(course)] == ["no_self_check", "no_test"]


def test_an_adaptation_keeps_to_the_licence_of_its_original(cast, course):
    LessonFactory(parent=course)
    told = {"source_title": "Original", "source_city": cast.augsburg}
    adaptation = Adaptation.objects.create(page=course, source_licence=Licence.CC_BY_SA, **told)

    def fitting(origin):
        adaptation.source_licence = origin
        adaptation.save()
        return {one for one in Licence if "licence_does_not_fit" not in _codes(course, one)}

    assert {origin: fitting(origin) for origin in Licence} == {
        Licence.CC_BY_SA: {Licence.CC_BY_SA},
        Licence.CC_BY: {Licence.CC_BY, Licence.CC_BY_SA, Licence.ALL_RIGHTS},
        Licence.CC0: set(Licence),
        Licence.ALL_RIGHTS: {Licence.ALL_RIGHTS},
    }


def _codes(course, licence):
    course.licence = licence
    return {finding.code for finding in check(course)}


def test_a_test_needs_questions_answers_and_a_mark(course):
    def codes(**changes):
        return [one.code for one in check(ATestFactory(parent=course, **changes))]

    unanswered = questions()
    for choice in unanswered[1]["value"]["choices"]:
        choice["value"]["right"] = False
    assert codes() == []
    assert codes(questions=[]) == ["no_questions"]
    assert codes(questions=unanswered) == ["question_without_answer"]
    test = ATestFactory(parent=course)
    test.pass_mark = 0
    test.save(clean=False)
    assert [one.code for one in check(test)] == ["no_pass_mark"]


def test_what_a_city_adds_needs_its_course(cast, course):
    class AnnexFactory(InTreeFactory):
        class Meta:
            model = AnnexPage

    shelf = shelf_of(cast.augsburg)
    assert check(AnnexFactory(parent=shelf, course=course, body=BODY[:1])) == []
    assert [one.code for one in check(AnnexFactory(parent=shelf, body=[], live=False))] == [
        "annex_without_course",
        "no_content",
    ]


def test_the_newest_draft_counts_not_what_is_published(course):
    lesson = LessonFactory(parent=course)
    lesson.body = [text("<h3>Zu klein</h3><p>Text.</p>")]
    lesson.save_revision()
    lesson.refresh_from_db()
    assert [one.code for one in check(lesson)] == ["heading_jump"]


def test_each_finding_says_what_to_do_and_where(course):
    lesson = LessonFactory(parent=course, body=[image(alt="")], minutes_given=30)
    with translation.override("de"):
        told = [(one.sentence, one.anchor) for one in check(lesson)]
    assert told == [
        (
            "Beschreiben Sie das Bild in einem Satz für alle, die es nicht sehen, "
            "oder kennzeichnen Sie es als Schmuck.",
            "#block-b-section",
        ),
        (
            "Diese Lektion dauert 30 Minuten. Zwei kürzere passen leichter in einen Arbeitstag.",
            "#id_minutes_given",
        ),
    ]


def test_a_whole_course_is_read_with_as_many_queries_as_one_lesson(course):
    def readiness():
        return readiness_of(type(course).objects.select_related("locale", "latest_revision").get(pk=course.pk))

    LessonFactory(parent=course, body=[block("video", {"title": "Rundgang", "video": 1})])
    one = queries_in(readiness)
    for _n in range(4):
        lesson = LessonFactory(parent=course, body=[block("video", {"title": "Rundgang", "video": 1})])
        lesson.save_revision()
        ATestFactory(parent=course)
    assert queries_in(readiness) == one <= 8
    whole = readiness()
    assert (len(whole.pages), whole.blocker_count, whole.is_ready) == (10, 5, False)
    page = whole.pages[1]
    assert page.blockers == [(page.findings[0], f"/cms/pages/{page.page.pk}/edit/#block-b-section")]
