"""A year of learning as one story, told to a driver: a list, a test on a phone, a trainer who corrects, a duty that
comes back."""

from datetime import timedelta

from django.urls import reverse

from courses.models import Attempt, Completion, Enrollment, TestPage
from learning.jobs import keep_mandatory_training
from learning.models import Duty
from tests.factories.courses import CourseFactory, lessons_of
from tests.factories.courses import TestPageFactory as ATestFactory
from tests.factories.courses import test_of as the_test_of
from tests.factories.people import UserFactory
from tests.factories.questions import CategoryFactory, QuestionFactory, a_definition, choices
from tests.factories.training import ApprenticeshipFactory
from tests.learning.stories import kinds

FILES = "Akten führen"
PRIVACY = "Datenschutz im Amt"
ASKED = "Darf die Liste am Schwarzen Brett hängen?"
TOLD = "Weil Namen darauf stehen, und weil niemand zugestimmt hat."


def prepare(cast):
    """Two courses of Nürnberg. In the bank, somebody has marked a wrong answer as right."""
    CourseFactory(city=cast.nuremberg, title=FILES, lessons=2, test=True)
    drawer = CategoryFactory(city=cast.nuremberg, name="Datenschutz")
    wrong = a_definition("single", text=ASKED, choices=choices("ja", "nein", right=["ja"]))
    asked = QuestionFactory(category=drawer, definition=wrong)
    explained = QuestionFactory(category=drawer, kind="free_text")
    course = CourseFactory(city=cast.nuremberg, title=PRIVACY, lessons=1, owner=cast.barbara)
    bank = [
        {"type": "bank", "id": f"bank-{one.pk}", "value": {"question": one.pk, "lesson": None}}
        for one in (asked, explained)
    ]
    ATestFactory(parent=course, questions=bank, shuffle=False, max_attempts=1)
    TestPage.objects.filter(pk=the_test_of(course_called(FILES)).pk).update(
        shuffle=False, minutes_limit=60, max_attempts=3
    )


def course_called(title):
    return TestPage.objects.first().get_parent().specific_class.objects.get(title=title)


def enroll_by_list(walk, cast):
    """Barbara has a list of the cohort; two rows of it are wrong, so nobody is enrolled until she mends it."""
    classmate = ApprenticeshipFactory(
        city=cast.nuremberg, trainer=cast.barbara,
        person=UserFactory(apprentice_in=cast.nuremberg, email="emil@example.org"),
    ).person  # fmt: skip
    good = ["E-Mail", cast.mina.email, classmate.email]
    course = course_called(FILES)
    walk.become(cast.barbara)
    walk.visit(reverse("learning:enroll_list", args=[course.pk]))
    walk.upload("Liste (CSV)", "jahrgang.csv", "\n".join([*good, "wer@example.org", cast.kilian.email]))
    walk.press("Liste prüfen")
    walk.sees("2 Zeilen lassen sich nicht übernehmen")
    assert not Enrollment.objects.exists()
    walk.follow("Berichtigte Datei wählen")
    walk.upload("Liste (CSV)", "jahrgang.csv", "\n".join(good))
    walk.press("Liste prüfen")
    walk.sees("Alles passt")
    walk.press("Anmelden", about="Anmelden")
    assert set(Enrollment.objects.values_list("person", flat=True)) == {cast.mina.pk, classmate.pk}


def grant_extra_time(walk, cast):
    walk.become(cast.hanna)
    walk.visit(reverse("courses:extra_times"))
    walk.select("Auszubildende Person", cast.mina.full_name)
    walk.fill("Mehr Zeit, in Prozent", "50")
    walk.press("Speichern")
    walk.sees(cast.mina.full_name, "50 Prozent")


def learn(walk, cast):
    """Both lessons, from “My learning” on."""
    walk.become(cast.mina)
    walk.visit(reverse("courses:my_learning"))
    walk.follow("Kurs beginnen", about=FILES)
    for _lesson in lessons_of(course_called(FILES)):
        walk.press("Als erledigt markieren und weiter")


def fail_once(walk, cast):
    """In the middle of the test the network goes, and comes back; on another page she stops, and goes on later."""
    walk.press("Test beginnen")
    attempt = Attempt.objects.get(enrollment__person=cast.mina)
    assert attempt.due_at - attempt.started_at == timedelta(minutes=90)
    walk.lose_network()
    walk.choose("nein")
    walk.find_network()
    walk.press("Speichern und weiter")
    walk.visit(reverse("courses:my_learning"))
    walk.follow("Weiterlernen", about=FILES)
    walk.follow("Test fortsetzen")
    walk.press("Prüfen und abgeben")
    walk.sees("1 Frage ist noch offen")
    walk.press("Test abgeben")
    walk.sees("Noch nicht bestanden", "Sie haben noch 2 Versuche")


def repeat_and_pass(walk, cast):
    walk.press("Nächsten Versuch beginnen")
    walk.choose("ja")
    walk.press("Speichern und weiter")
    walk.choose("rot")
    walk.choose("blau")
    walk.press("Speichern und prüfen")
    walk.press("Test abgeben")
    walk.sees("100 Prozent", "Ihr Nachweis liegt bereit")
    walk.visit(reverse("certificates:list"))
    walk.sees(FILES)
    assert Completion.objects.get(enrollment__person=cast.mina).grade == "scored"


def make_it_mandatory(walk, cast):
    """Data protection every year, for all of Nürnberg. The worker enrolls them and tells them."""
    walk.become(cast.hanna)
    walk.visit(reverse("learning:obligation_new"))
    walk.select("Kurs", PRIVACY)
    walk.fill("Alle … Monate wiederholen", "12")
    walk.press("Zeigen, wen es betrifft")
    walk.press("Zur Pflicht machen")
    keep_mandatory_training()
    assert Duty.objects.filter(person=cast.mina, fulfilled_on=None).exists()


def take_the_mandatory_test(walk, cast):
    walk.become(cast.mina)
    walk.visit(reverse("courses:my_learning"))
    walk.sees("Pflicht für Sie", PRIVACY)
    walk.follow("Kurs beginnen", about=PRIVACY)
    walk.press("Als erledigt markieren und weiter")
    walk.press("Test beginnen")
    walk.choose("nein")
    walk.press("Speichern und weiter")
    walk.fill("Frage free_text?", TOLD)
    walk.press("Speichern und prüfen")
    walk.press("Test abgeben")
    walk.sees("Ihre Antworten werden noch bewertet")


def mark(walk, cast):
    """Barbara reads an answer without a name. With the wrong key, half of the points are not enough."""
    walk.become(cast.barbara)
    walk.visit(reverse("courses:marking"))
    walk.sees(PRIVACY)
    walk.follow("Abschlusstest")
    walk.sees(TOLD, "ohne Namen")
    assert cast.mina.last_name not in walk.text("main")
    walk.fill("nennt das Gesetz", "2")
    walk.press("Speichern")
    attempt = Attempt.objects.get(test=the_test_of(course_called(PRIVACY)))
    assert (attempt.status, attempt.score, attempt.passed) == ("submitted", 50, False)


def correct_the_question(walk, cast):
    """She finds the mistake, corrects it, and has the attempts scored anew: Mina has passed after all."""
    walk.visit(reverse("questions:index"))
    walk.follow(ASKED)
    walk.follow("Ändern")
    walk.leave_out("Antwort 1 ist richtig")
    walk.choose("Antwort 2 ist richtig")
    walk.fill("Was haben Sie geändert?", "Ohne Zustimmung darf sie dort nicht hängen.")
    walk.press("Frage speichern")
    course = course_called(PRIVACY)
    walk.visit(reverse("courses:regrading", args=[course.pk]))
    walk.sees(ASKED)
    walk.fill("Grund", "Die falsche Antwort galt als richtig.")
    walk.press("Diese Versuche neu bewerten")
    attempt = Attempt.objects.get(test=the_test_of(course))
    assert (attempt.score, attempt.passed) == (100, True)
    assert Completion.objects.filter(enrollment__course=course, enrollment__person=cast.mina).exists()


def hold_the_certificate(walk, cast):
    walk.become(cast.mina)
    walk.visit(reverse("certificates:list"))
    walk.sees(FILES, PRIVACY)
    keep_mandatory_training()
    assert Duty.objects.get(person=cast.mina).fulfilled_on is not None


def begin_anew(walk, cast):
    """Nearly a year later it has to be proved anew. The evidence of the first time stays."""
    keep_mandatory_training()
    second = Duty.objects.get(person=cast.mina, number=2)
    assert second.fulfilled_on is None
    walk.become(cast.mina)
    walk.visit(reverse("courses:my_learning"))
    walk.sees("Pflicht für Sie", PRIVACY)
    walk.follow("Kurs beginnen", about=PRIVACY)
    walk.press("Als erledigt markieren und weiter")
    assert Completion.objects.filter(enrollment__person=cast.mina).count() == 2


def be_reminded(walk, cast):
    """A week before the day she reads that it is nearly due, once, and finds the way from the message."""
    keep_mandatory_training()
    keep_mandatory_training()
    assert kinds(cast.mina).count("due") == 1
    walk.become(cast.mina)
    walk.visit(reverse("notifications:list"))
    walk.sees(PRIVACY)
