"""Questions of each kind, small enough to see what is right."""

import factory
from factory.django import DjangoModelFactory

from questions.models import Category, Question, QuestionVersion
from tests.factories.people import CityFactory


def choices(*texts, right):
    return [{"key": f"k-{text}", "text": text, "right": text in right} for text in texts]


def gap(key, *texts):
    """The first text is right."""
    return {"key": key, "options": [{"key": f"{key}-{t}", "text": t, "right": t == texts[0]} for t in texts]}


DEFINITIONS = {
    "single": {"choices": choices("ja", "nein", right=["ja"])},
    "multiple": {"choices": choices("rot", "blau", "grün", right=["rot", "blau"])},
    "true_false": {
        "choices": [
            {"key": "true", "text": "richtig", "right": True},
            {"key": "false", "text": "falsch", "right": False},
        ]
    },
    "short_text": {"accepted": ["Datenschutz"], "typos": True},
    "number": {"value": "3,5", "tolerance": "0,1", "unit": "kg"},
    "cloze": {
        "gapped": "Rot ist eine {1}, Hund ein {2}.",
        "gaps": [gap("1", "Farbe", "Zahl"), gap("2", "Tier", "Ort", "Wort")],
    },
    "matching": {
        "pairs": [
            {"key": "p1", "left": "Hund", "right_key": "r1", "right": "bellt"},
            {"key": "p2", "left": "Katze", "right_key": "r2", "right": "miaut"},
            {"key": "p3", "left": "Kater", "right_key": "r3", "right": "miaut"},
        ],
        "others": [{"key": "o1", "text": "wiehert"}],
    },
    "ordering": {
        "steps": [{"key": "x", "text": "öffnen"}, {"key": "m", "text": "lesen"}, {"key": "c", "text": "ablegen"}]
    },
    "free_text": {"rubric": [{"key": "c1", "text": "nennt das Gesetz", "points": 2}]},
    "upload": {"endings": ["pdf"], "max_mb": 2, "rubric": [{"key": "c1", "text": "ist vollständig", "points": 3}]},
}  # fmt: skip
RIGHT = {
    "single": ["k-ja"],
    "multiple": ["k-rot", "k-blau"],
    "true_false": ["true"],
    "short_text": "datenschutz",
    "number": "3.5 kg",
    "cloze": {"1": "1-Farbe", "2": "2-Tier"},
    "matching": {"p1": "r1", "p2": "r3", "p3": "r2"},
    "ordering": {"x": 1, "m": 2, "c": 3},
}


def a_definition(kind="single", **changes):
    return {"kind": kind, "text": f"Frage {kind}?", "feedback": "", **DEFINITIONS[kind], **changes}


class CategoryFactory(DjangoModelFactory):
    class Meta:
        model = Category

    city = factory.SubFactory(CityFactory)
    name = factory.Sequence(lambda n: f"Schublade {n}")


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = Question
        skip_postgeneration_save = True

    category = factory.SubFactory(CategoryFactory)
    city = factory.SelfAttribute("category.city")
    kind = "single"
    definition = factory.LazyAttribute(lambda one: a_definition(one.kind))

    @factory.post_generation
    def versions(self, create, extracted, **kwargs):
        QuestionVersion.objects.create(question=self, number=self.number, definition=self.definition)
