from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse

from certificates.content import Facts, Items, Note
from certificates.models import Certificate
from certificates.services.documents import ensure_pdf
from courses.models import Completion, CompletionRule, Enrollment, LessonProgress
from courses.queries.completing.requirements import requirements, still_open
from courses.queries.reading.outline import outline
from courses.services.completing.completion import complete_if_due
from courses.services.completing.progress import mark_lesson_done
from courses.services.enrolling.enrollments import enroll, withdraw
from lms.core.errors import NotAllowed, Refused
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, WRONG, CourseFactory, EnrollmentFactory, lessons_of
from tests.pdf import words_of


def test_the_last_step_completes_the_course_and_brings_the_certificate(cast):
    course = CourseFactory(city=cast.augsburg, title="Akten führen", test=True)
    enrollment = learn(cast.mina, course)
    assert enrollment.status == "active"

    attempt = take_test(enrollment, RIGHT)

    assert (attempt.score, attempt.passed) == (100, True)
    enrollment.refresh_from_db()
    assert enrollment.status == "completed"
    certificate = Certificate.objects.get()
    assert (certificate.recipient, certificate.city, certificate.title) == (cast.mina, cast.augsburg, "Akten führen")
    completion = Completion.objects.get()
    assert (certificate.source_type, certificate.source_id) == ("courses.completion", completion.pk)
    assert (completion.enrollment, completion.cycle, completion.grade) == (enrollment, 1, "scored")
    assert (completion.rule_number, completion.valid_until) == (0, None)


def test_the_certificate_says_how_it_was_checked_but_no_score(cast):
    take_test(learn(cast.mina, CourseFactory(city=cast.augsburg, test=True)), RIGHT)
    said = Certificate.objects.get().says
    assert said.lead == "hat diesen Kurs abgeschlossen und den Test bestanden:"
    assert said.sections == (
        Facts(
            "Der Kurs",
            (("Umfang", "2 Lektionen, 20 Minuten"), ("Niveau", "Grundlagen"), ("Thema", "Verwaltung und Arbeit")),
        ),
        Items("Was gefordert war", ("Alle 2 Lektionen abschließen", "Test „Abschlusstest“ bestehen")),
        Note(
            "Wie geprüft wurde",
            "Nachweis: von der Lernplattform ausgewertet. Die Lernplattform hat den Test ausgewertet. "
            "Zum Bestehen waren 70 Prozent nötig.",
        ),
    )


def test_goals_stand_on_the_certificate(cast):
    goals = [{"type": "goal", "value": "Sie können Akten führen."}]
    learn(cast.mina, CourseFactory(city=cast.nuremberg, goals=goals))
    assert Items("Was der Kurs vermittelt", ("Sie können Akten führen.",)) in Certificate.objects.get().says.sections


def test_a_course_in_english_is_certified_in_english_whoever_reads_german(cast, client):
    course = CourseFactory(city=cast.augsburg, title="Keeping Files", language="en", test=True)
    rule = outline(course, None).in_force.tree
    CompletionRule.objects.create(course=course, number=1, valid_months=12, tree=rule)
    take_test(learn(cast.mina, course), RIGHT)

    certificate = Certificate.objects.get()
    facts, asked, checked = certificate.says.sections
    assert (certificate.language, certificate.says.lead) == ("en", "has completed this course and passed its test:")
    assert [label for label, _value in facts.rows] == ["Extent", "Level", "Topic", "Valid until"]
    assert facts.rows[0][1] == "2 lessons, 20 minutes"
    assert asked.items[0] == "Finish all 2 lessons"
    assert checked.text.startswith("Evidence: scored by the learning platform. ")

    pdf = bytes(ensure_pdf(certificate).pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert (str(opened.Root.Lang), str(opened.docinfo.Title)) == ("en", f"Course certificate {certificate.number}")
    page = client.get(reverse("certificates:check", args=[certificate.code])).content.decode()
    assert "Dieser Nachweis ist echt" in page
    assert '<dd lang="en">Keeping Files</dd>' in page
    printed = words_of(pdf).replace("\N{NO-BREAK SPACE}", " ")
    for words in ("Issued on ", "by the City of Augsburg", "How it was checked", "is no reference in the meaning of"):
        assert words in printed
    assert not {"Ausgestellt", "Nachweis", "Lektionen"} & set(printed.split())


def test_a_failed_test_completes_nothing(cast):
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))
    take_test(enrollment, WRONG)
    enrollment.refresh_from_db()
    assert (enrollment.status, Certificate.objects.count()) == ("active", 0)


def test_what_is_missing_is_said_with_ticks(cast):
    course = CourseFactory(city=cast.nuremberg, lessons=2, test=True)
    first, second = lessons_of(course)
    enrollment = enroll(course, actor=cast.mina)
    mark_lesson_done(enrollment, first, actor=cast.mina)
    road = outline(course, enrollment)
    assert [(one.sentence, one.done, one.note) for one in requirements(road)] == [
        ("Alle 2 Lektionen abschließen", False, "1 von 2"),
        ("Test „Abschlusstest“ bestehen", False, ""),
    ]
    assert [(one.sentence, bool(one.url)) for one in still_open(road)] == [
        (f"Lektion „{second.title}“ abschließen", True),
        ("Test „Abschlusstest“ bestehen", False),  # blocked until the lesson is done
    ]


def test_completion_cannot_be_forged(cast):
    enrollment = enroll(CourseFactory(city=cast.nuremberg), actor=cast.mina)
    other = lessons_of(CourseFactory(city=cast.nuremberg))[0]
    draft = lessons_of(enrollment.course)[0]
    with pytest.raises(Refused):
        mark_lesson_done(enrollment, other, actor=cast.mina)
    with pytest.raises(NotAllowed):
        mark_lesson_done(enrollment, draft, actor=cast.kilian)
    draft.live = False
    with pytest.raises(Refused):
        mark_lesson_done(enrollment, draft, actor=cast.mina)
    assert LessonProgress.objects.count() == 0


def test_nothing_counts_after_leaving(cast):
    course = CourseFactory(city=cast.nuremberg)
    enrollment = withdraw(enroll(course, actor=cast.mina), actor=cast.mina)
    with pytest.raises(Refused):
        mark_lesson_done(enrollment, lessons_of(course)[0], actor=cast.mina)


def test_a_course_without_lessons_is_not_completed_by_enrolling(cast):
    enrollment = EnrollmentFactory(person=cast.mina, course=CourseFactory(city=cast.nuremberg, lessons=0))
    assert not complete_if_due(enrollment, actor=cast.mina)


def test_who_had_all_but_a_lesson_that_was_taken_out_can_complete(cast):
    course = CourseFactory(city=cast.nuremberg)
    first, second = lessons_of(course)
    enrollment = enroll(course, actor=cast.mina)
    mark_lesson_done(enrollment, first, actor=cast.mina)
    second.unpublish()
    assert complete_if_due(enrollment, actor=cast.mina)
    assert Certificate.objects.count() == 1


@pytest.mark.parametrize(("learners", "lessons"), [(10, 1), (1000, 1), (10, 100)])
def test_a_lesson_done_costs_eight_queries_at_most(cast, django_assert_max_num_queries, learners, lessons):
    course = CourseFactory(city=cast.nuremberg, lessons=lessons, test=True)
    EnrollmentFactory.create_batch(learners, course=course)
    enrollment = EnrollmentFactory(person=cast.mina, course=course)
    enrollment = Enrollment.objects.select_related("course", "person").get(pk=enrollment.pk)
    lesson = lessons_of(course)[0]
    lesson.course  # the page knows its course already  # noqa: B018
    with django_assert_max_num_queries(8):
        mark_lesson_done(enrollment, lesson, actor=cast.mina)
