"""Courses small enough for a test: lessons with one hint and one question to oneself, a test of two questions."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Page

from courses.models import (
    AssignmentPage,
    Attempt,
    CityShelfPage,
    CoursePage,
    Enrollment,
    LessonPage,
    Submission,
    TestPage,
)
from courses.services.writing.authoring import locale_of, set_up_catalogue
from tests.factories.people import CityFactory, UserFactory

CHECK = {
    "question": "Was ist eine Akte?",
    "kind": "single",
    "choices": [
        {
            "type": "item",
            "id": "check-yes",
            "value": {"text": "Eine Sammlung", "right": True, "feedback": "So ist es."},
        },
        {"type": "item", "id": "check-no", "value": {"text": "Ein Schrank", "right": False, "feedback": "Eher nicht."}},
    ],
}
BODY = [
    {"type": "text", "id": "text", "value": "<p>Akten erzählen einen Vorgang.</p>"},
    {"type": "hint", "id": "hint", "value": {"tone": "info", "title": "Gut zu wissen", "text": "<p>Kurz.</p>"}},
    {"type": "self_check", "id": "check", "value": CHECK},
]


def choices(*texts, right):
    return [
        {"type": "item", "id": f"{text}-{n}", "value": {"text": text, "right": text in right}}
        for n, text in enumerate(texts)
    ]


def questions(lesson=None):
    one = {"text": "Was gilt?", "choices": choices("ja", "nein", right=["ja"]), "feedback": "Ja gilt."}
    more = {
        "text": "Was noch?",
        "choices": choices("rot", "blau", "grün", right=["rot", "blau"]),
        "feedback": "Farben.",
    }
    return [
        {"type": "single", "id": "one", "value": {**one, "lesson": lesson}},
        {"type": "multiple", "id": "more", "value": {**more, "lesson": lesson}},
    ]


RIGHT = {"one": ["ja-0"], "more": ["rot-0", "blau-1"]}
WRONG = {"one": ["nein-1"], "more": ["grün-2"]}


def shelf_of(city):
    shelf = CityShelfPage.objects.filter(city=city).first()
    return shelf or set_up_catalogue().add_child(instance=CityShelfPage(title=city.name, slug=city.slug, city=city))


class InTreeFactory(DjangoModelFactory):
    """A page that is published at once below its parent."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda n: f"Seite {n}")
    live = True

    @classmethod
    def _create(cls, model, *args, **kwargs):
        parent = Page.objects.get(pk=kwargs.pop("parent").pk).specific
        return parent.add_child(instance=model(*args, **kwargs))


class LessonFactory(InTreeFactory):
    class Meta:
        model = LessonPage

    title = factory.Sequence(lambda n: f"Lektion {n}")
    minutes_given = 10
    body = BODY


class TestPageFactory(InTreeFactory):
    class Meta:
        model = TestPage

    title = "Abschlusstest"
    pass_mark = 70
    max_attempts = 2
    questions = factory.LazyFunction(questions)


class CourseFactory(InTreeFactory):
    """`CourseFactory(city=…, lessons=2, test=True)`."""

    class Meta:
        model = CoursePage

    title = factory.Sequence(lambda n: f"Kurs {n}")
    summary = "Akten führen, die man wiederfindet."

    @classmethod
    def _create(cls, model, *args, **kwargs):
        city = kwargs.pop("city", None) or CityFactory()
        kwargs["locale"] = locale_of(kwargs.pop("language", "de"))
        lessons, test = kwargs.pop("lessons", 2), kwargs.pop("test", False)
        course = super()._create(model, *args, parent=shelf_of(city), **kwargs)
        made = [LessonFactory(parent=course) for _ in range(lessons)]
        if test:
            TestPageFactory(parent=course, questions=questions(made[0].pk if made else None))
        return course


class EnrollmentFactory(DjangoModelFactory):
    class Meta:
        model = Enrollment

    person = factory.SubFactory(UserFactory)
    course = factory.SubFactory(CourseFactory)


def lessons_of(course):
    return list(LessonPage.objects.child_of(course).order_by("path"))


def test_of(course):
    return TestPage.objects.child_of(course).get()


test_of.__test__ = False
TestPageFactory.__test__ = False


class AssignmentFactory(InTreeFactory):
    class Meta:
        model = AssignmentPage

    title = "Aktenplan"
    body = BODY[:1]
    criteria = "vollständig\ngut zu lesen"


def a_free_text(key="why", **changes):
    """A question as attempts keep it, which a trainer marks: five points in two criteria."""
    rubric = [{"key": "a", "text": "Sache", "points": 3}, {"key": "b", "text": "Sprache", "points": 2}]
    asked = {"key": key, "kind": "free_text", "text": "Warum?", "feedback": "", "rubric": rubric}
    return asked | {"lesson": None, "question": None, "version": None} | changes


def a_single(key="one", right="ja", **changes):
    picks = [{"key": text, "text": text, "right": text == right} for text in ("ja", "nein")]
    asked = {"key": key, "kind": "single", "text": "Was gilt?", "feedback": "", "choices": picks}
    return asked | {"lesson": None, "question": None, "version": None} | changes


class AttemptFactory(DjangoModelFactory):
    """Handed in and waiting to be marked; `scored=…` makes it one that has its result."""

    class Meta:
        model = Attempt

    class Params:
        scored = None

    enrollment = factory.SubFactory(EnrollmentFactory)
    test = factory.LazyAttribute(lambda made: test_of(made.enrollment.course))
    number = 1
    status = factory.LazyAttribute(lambda made: "marking" if made.scored is None else "submitted")
    questions = factory.LazyFunction(lambda: [a_single(), a_free_text()])
    answers = factory.LazyFunction(lambda: {"one": ["ja"], "why": "Weil Akten erzählen."})
    pass_mark = 70
    score = factory.LazyAttribute(lambda made: made.scored)
    passed = factory.LazyAttribute(lambda made: None if made.scored is None else made.scored >= made.pass_mark)
    submitted_at = factory.LazyFunction(timezone.now)


class SubmissionFactory(DjangoModelFactory):
    class Meta:
        model = Submission

    enrollment = factory.SubFactory(EnrollmentFactory)
    number = 1
    text = "Mein Plan."
