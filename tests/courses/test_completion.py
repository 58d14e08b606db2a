import pytest

from certificates.content import Facts, Items, Note
from certificates.models import Certificate
from courses.models import LessonProgress
from courses.queries.outline import outline
from courses.services.completion import complete_if_due, requirements
from courses.services.enrollments import enroll, withdraw
from courses.services.progress import mark_lesson_done
from lms.core.errors import NotAllowed, Refused
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, WRONG, CourseFactory, EnrollmentFactory, lessons_of


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
    assert (certificate.source_type, certificate.source_id) == ("courses.enrollment", enrollment.pk)


def test_the_certificate_says_how_it_was_checked_but_no_score(cast):
    take_test(learn(cast.mina, CourseFactory(city=cast.augsburg, test=True)), RIGHT)
    said = Certificate.objects.get().says
    assert said.lead == "hat diesen Kurs abgeschlossen und den Test bestanden:"
    assert said.sections == (
        Facts(
            "Der Kurs",
            (("Umfang", "2 Lektionen, 20 Minuten"), ("Niveau", "Grundlagen"), ("Thema", "Verwaltung und Arbeit")),
        ),
        Note("Wie geprüft wurde", "Die Lernplattform hat den Test ausgewertet. Zum Bestehen waren 70 Prozent nötig."),
    )


def test_goals_stand_on_the_certificate(cast):
    goals = [{"type": "goal", "value": "Sie können Akten führen."}]
    learn(cast.mina, CourseFactory(city=cast.nuremberg, goals=goals))
    assert Items("Was der Kurs vermittelt", ("Sie können Akten führen.",)) in Certificate.objects.get().says.sections


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
    assert [(one.sentence, one.done) for one in requirements(outline(course, enrollment))] == [
        (f"Lektion „{first.title}“ abschließen", True),
        (f"Lektion „{second.title}“ abschließen", False),
        ("Test „Abschlusstest“ bestehen", False),
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
