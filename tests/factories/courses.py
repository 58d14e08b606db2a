"""Courses small enough for a test: lessons with one hint and one question to oneself, a test of two questions."""

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Page

from courses.models import CityShelfPage, CoursePage, Enrollment, LessonPage, TestPage
from courses.services.authoring import set_up_catalogue
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
    minutes = 10
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
