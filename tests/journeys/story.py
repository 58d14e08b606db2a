"""The whole idea as one story, told to a driver: six people, from the first lesson to the checked record."""

from datetime import timedelta

from django.urls import reverse

from certificates.models import Certificate
from courses.models import LessonPage, TestPage
from courses.services.writing import authoring
from exchange.models import Application, ExchangeRound, Placement
from lms.demo.build.learning import FILES
from lms.demo.content import COURSES
from tests.factories.exchange import AgreementFactory, OfferFactory, RoundFactory
from tests.factories.people import DepartmentFactory
from training.models import WeeklyNote

COURSE = next(course for course in COURSES if course["slug"] == "fit-fuer-den-austausch")


def monday_in(weeks, today):
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)


def prepare(cast, today):
    """Three cities under one agreement, a course, an open round, and two places, one of them wanted by others too."""
    agreement = AgreementFactory(cities=[cast.nuremberg, cast.augsburg, cast.munich], title="Kooperationsvereinbarung")
    authoring.create_course(COURSE, actor=None, files=FILES)
    stays_from = monday_in(8, today)
    round_ = RoundFactory(
        name="Frühjahr", code="F", agreement=agreement, status="applications_open", lottery_seed="seed",
        lottery_commitment="c" * 64,
        offers_from=today - timedelta(days=30), applications_from=today - timedelta(days=10),
        applications_until=today + timedelta(days=2), review_until=today + timedelta(days=4),
        matching_on=today + timedelta(days=5), confirm_until=today + timedelta(days=7),
        accept_until=today + timedelta(days=14), stays_from=stays_from, stays_until=stays_from + timedelta(weeks=12),
    )  # fmt: skip
    office = DepartmentFactory(city=cast.munich, name="it@M InnovationLab")
    hosting = {
        "round": round_,
        "city": cast.munich,
        "supervisor": cast.carla,
        "author": cast.carla,
        "reviewer": cast.marlene,
    }
    OfferFactory(title="Chatbot für Anträge erproben", department=office, **hosting)
    archive = DepartmentFactory(city=cast.augsburg, name="Stadtarchiv")
    hosting |= {"city": cast.augsburg, "supervisor": cast.otto, "author": cast.otto, "reviewer": cast.anton}
    OfferFactory(title="Ein Datensatz für alle", department=archive, **hosting)
    return round_


def learn_and_pass(walk, cast):
    """Mina takes the course, passes its test, and holds a certificate at once."""
    walk.become(cast.mina)
    walk.visit(reverse("courses:catalogue"))
    walk.follow(COURSE["title"])
    walk.press("Anmelden und beginnen")
    course = LessonPage.objects.first().get_parent()
    for lesson in LessonPage.objects.child_of(course).order_by("path"):
        walk.visit(lesson.url)
        walk.press("Als erledigt markieren und weiter")
    walk.visit(TestPage.objects.child_of(course).get().url)
    walk.press("Test beginnen")
    questions = COURSE["test"]["questions"]
    for number in range(1, len(questions) + 1):
        question = next(one for one in questions if one["text"] in walk.text())
        for choice in question["choices"]:
            if choice["right"]:
                walk.choose(choice["text"])
        walk.press("Speichern und weiter" if number < len(questions) else "Speichern und prüfen")
    walk.press("Test abgeben")
    walk.sees("100 Prozent", "Nachweis")
    walk.visit(reverse("certificates:list"))
    walk.sees(COURSE["title"])


def apply(walk, cast):
    """Mina chooses two places, puts them in order, agrees, and hands in; she gets a number."""
    walk.become(cast.mina)
    walk.visit(reverse("exchange:explore"))
    walk.follow("Ein Datensatz für alle")
    walk.press("Auf meine Wunschliste")
    walk.visit(reverse("exchange:explore"))
    walk.follow("Chatbot für Anträge erproben")
    walk.press("Auf meine Wunschliste")
    application = Application.objects.get(apprentice=cast.mina)
    walk.visit(application.get_absolute_url())
    walk.follow("Angaben prüfen")
    walk.press("Angaben stimmen")
    walk.visit(reverse("exchange:application_mission", args=[application.pk]))
    walk.fill("Meine Mission", "Ein Datenblatt, das jede Stadt nutzen kann.")
    walk.fill("Warum ich", "Ich möchte sehen, wie andere Städte arbeiten.")
    walk.press("Speichern")
    walk.fill("Was ich lernen", "Einen Prozess aufnehmen und zeichnen.")
    walk.press("Speichern")
    walk.visit(reverse("exchange:application_period", args=[application.pk]))
    walk.press("Das habe ich gesehen")
    walk.visit(reverse("exchange:application_wishes", args=[application.pk]))
    walk.press("Nach oben", about="Chatbot")
    walk.visit(reverse("exchange:application_consent", args=[application.pk]))
    walk.choose("Ich bin einverstanden")
    walk.press("Speichern und weiter")
    walk.visit(reverse("exchange:application_check", args=[application.pk]))
    walk.press("Bewerbung absenden")
    walk.sees("F-0001", "Barbara Blaupause")
    return application


def release(walk, cast, application):
    """Barbara endorses, Hanna releases: two people of the home city."""
    walk.become(cast.barbara)
    walk.visit(reverse("exchange:inbox"))
    walk.follow("Mina Musterfrau")
    walk.press("Bewerbung befürworten")
    walk.become(cast.hanna)
    walk.visit(reverse("exchange:inbox"))
    walk.follow("Mina Musterfrau")
    walk.press("Freigeben")
    application.refresh_from_db()
    assert application.status == "approved"


def match(walk, cast):
    """Konrad closes the round, has a proposal worked out, reads it, and adopts it."""
    walk.become(cast.konrad)
    take_step(walk, "Bewerbungsfrist beenden")
    take_step(walk, "Zuordnung beginnen")
    walk.visit(exchange_round().get_absolute_url())
    walk.press("Vorschlag berechnen")
    walk.sees("1 von 1")
    assert "Mina" not in walk.text()
    walk.press("Vorschlag übernehmen")


def take_step(walk, label):
    walk.visit(exchange_round().get_absolute_url())
    walk.follow(label)
    walk.press(label)


def confirm(walk, cast):
    """Hanna confirms for Nürnberg, Marlene for München; Konrad publishes; Mina accepts."""
    placement = Placement.objects.get()
    for officer, city in [(cast.hanna, "Nürnberg"), (cast.marlene, "München")]:
        walk.become(officer)
        walk.visit(placement.get_absolute_url())
        walk.press(f"Für {city} bestätigen")
    walk.become(cast.konrad)
    walk.visit(exchange_round().get_absolute_url())
    walk.press("Jetzt veröffentlichen")
    walk.become(cast.mina)
    walk.visit(reverse("home"))
    walk.visit(placement.get_absolute_url())
    walk.sees("Chatbot für Anträge erproben", "München")
    walk.press("Platz annehmen")
    placement.refresh_from_db()
    assert placement.status == "accepted"
    return placement


def arrive(walk, cast, placement):
    """On the first day Carla checks Mina in; on Friday Mina writes, and Carla reads."""
    walk.become(cast.carla)
    walk.visit(placement.get_absolute_url())
    walk.press("Ankunft bestätigen")
    placement.refresh_from_db()
    assert placement.status == "active"


def write_a_note(walk, cast, placement):
    walk.become(cast.mina)
    walk.visit(reverse("home"))
    walk.follow("Wochenbericht schreiben")
    walk.fill("Was haben Sie in dieser Woche gemacht?", "Zwei Gespräche im Fachamt begleitet.")
    walk.fill("Was haben Sie gelernt?", "Fragen hilft mehr als raten.")
    walk.press("abgeben")
    note = WeeklyNote.objects.get()
    walk.become(cast.carla)
    walk.visit(note.get_absolute_url())
    walk.sees("Zwei Gespräche im Fachamt begleitet.")
    walk.press("Bestätigen")


def return_home(walk, cast, placement):
    """Carla completes station and stay, Hanna issues the record, Mina downloads it."""
    walk.become(cast.carla)
    walk.visit(placement.get_absolute_url())
    walk.press("Station jetzt abschließen")
    walk.visit(placement.get_absolute_url())
    walk.press("Einsatz abschließen")
    walk.become(cast.hanna)
    walk.visit(reverse("exchange:inbox"))
    walk.follow("Mina Musterfrau")
    walk.visit(placement.get_absolute_url())
    walk.press("Nachweis ausstellen")
    certificate = Certificate.objects.get(kind="exchange")
    walk.become(cast.mina)
    walk.visit(reverse("certificates:detail", args=[certificate.pk]))
    return certificate, walk.download("PDF")


def check(walk, certificate):
    """A stranger follows the QR code and sees initials, not names."""
    walk.leave()
    walk.visit(f"/v/{certificate.code}")
    walk.sees("Dieser Nachweis ist echt und gültig.", certificate.number, "MM")
    assert "Musterfrau" not in walk.text()


def exchange_round():
    return ExchangeRound.objects.get(code="F")
