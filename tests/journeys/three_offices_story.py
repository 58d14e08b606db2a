"""A round of three training offices as it really goes: one is rejected, one returned, one stands in for a trainer, one
is 17, one withdraws, and one gets a place in the clearing."""

from datetime import timedelta

from django.urls import reverse

from exchange.models import Application, ExchangeRound, Placement
from tests.exchange.stories import filled_in
from tests.factories.exchange import AgreementFactory, OfferFactory, RoundFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory

WANTED, FREE = "Online-Dienste", "Open Data"
CODE = "2027-H"


def prepare(cast, today):
    """A round that waits for the assent of the cities, its places, and six people who want to go."""
    agreement = AgreementFactory(cities=[cast.nuremberg, cast.augsburg, cast.munich], title="Kooperationsvereinbarung")
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=10)
    round_ = RoundFactory(
        name="Herbst", code=CODE, agreement=agreement, status="draft",
        offers_from=today, applications_from=today, applications_until=today + timedelta(days=2),
        review_until=today + timedelta(days=10), matching_on=today + timedelta(days=11),
        confirm_until=today + timedelta(days=14), accept_until=today + timedelta(days=28),
        stays_from=monday, stays_until=monday + timedelta(weeks=12),
    )  # fmt: skip
    places = [
        (WANTED, cast.munich, cast.carla, cast.marlene),
        (FREE, cast.munich, cast.carla, cast.marlene),
        ("Bürgeramt", cast.nuremberg, cast.rita, cast.hanna),
        ("E-Akte", cast.augsburg, cast.otto, cast.anton),
    ]
    for title, city, supervisor, reviewer in places:
        OfferFactory(round=round_, title=title, city=city, supervisor=supervisor, author=supervisor, reviewer=reviewer)
    cast.bruno = UserFactory(first_name="Bruno", last_name="Beistand", trainer_in=cast.nuremberg)
    cast.jonas = a_trainee("Jonas", "Probelauf", cast.augsburg, cast.dieter, today - timedelta(days=17 * 365 + 10))
    cast.lena = a_trainee("Lena", "Beispieldaten", cast.nuremberg, cast.barbara)
    cast.emil = a_trainee("Emil", "Erfunden", cast.nuremberg, cast.barbara)
    cast.nora = a_trainee("Nora", "Niemand", cast.nuremberg, cast.barbara)
    return round_


def a_trainee(first, last, city, trainer, born_on=None):
    facts = {"birth_date": born_on} if born_on else {}
    person = UserFactory(first_name=first, last_name=last, apprentice_in=city)
    return ApprenticeshipFactory(person=person, city=city, trainer=trainer, **facts).person


def agree(walk, cast):
    """Each office assents to the round; then Konrad opens it."""
    for officer, city in [(cast.hanna, "Nürnberg"), (cast.anton, "Augsburg"), (cast.marlene, "München")]:
        walk.become(officer)
        walk.visit(the_round().get_absolute_url())
        walk.press(f"Für {city} zustimmen")
    assert the_round().status == "agreed"
    walk.become(cast.konrad)
    take_step(walk, "Angebote sammeln", "Runde für Angebote öffnen")
    take_step(walk, "Für Bewerbungen öffnen", "Runde für Bewerbungen öffnen")


def apply(walk, cast):
    """Six people hand in; Nora thinks better of it."""
    wishes = {
        cast.mina: [WANTED],
        cast.lena: [WANTED],
        cast.emil: [FREE],
        cast.nora: [FREE],
        cast.jonas: ["Bürgeramt"],
        cast.zoe: ["E-Akte"],
    }
    offers = {offer.title: offer for offer in the_round().offers.all()}
    for person, titles in wishes.items():
        application = filled_in(the_round(), person, [offers[title] for title in titles])
        walk.become(person)
        walk.visit(reverse("exchange:application_check", args=[application.pk]))
        walk.press("Bewerbung absenden")
    walk.become(cast.nora)
    walk.visit(application_of(cast.nora).get_absolute_url())
    walk.press("Ja, zurückziehen")
    assert application_of(cast.nora).status == "withdrawn"


def stand_in(walk, cast):
    """Barbara is away; Bruno endorses in her place, and it says so."""
    walk.become(cast.barbara)
    walk.visit(reverse("people:substitutions"))
    walk.select("Wer ist abwesend", "Barbara Blaupause")
    walk.select("Wer vertritt", "Bruno Beistand")
    walk.fill("Letzter Tag", (the_round().review_until).isoformat())
    walk.press("Vertretung einrichten")
    for person in (cast.mina, cast.lena, cast.emil):
        walk.become(cast.bruno)
        endorse(walk, person)
    walk.become(cast.hanna)
    walk.visit(application_of(cast.mina).get_absolute_url())
    walk.sees("i. V.", "Bruno Beistand")


def return_once(walk, cast):
    """Sabine gives Zoe's application back; Zoe mends it and hands in again."""
    walk.become(cast.sabine)
    walk.visit(application_of(cast.zoe).get_absolute_url())
    walk.fill("Was soll geändert werden?", "Bitte schreiben Sie, was Sie mitbringen wollen.")
    walk.press("Bewerbung zurückgeben")
    zoe = application_of(cast.zoe)
    walk.become(cast.zoe)
    walk.visit(zoe.get_absolute_url())
    walk.sees("Bitte schreiben Sie, was Sie mitbringen wollen.")
    walk.visit(reverse("exchange:application_mission", args=[zoe.pk]))
    walk.fill("Meine Mission", "Eine Anleitung für die E-Akte.")
    walk.press("Speichern")
    walk.visit(reverse("exchange:application_check", args=[zoe.pk]))
    walk.press("Bewerbung absenden")
    walk.become(cast.sabine)
    endorse(walk, cast.zoe)


def decide(walk, cast):
    """Hanna releases two and rejects Emil with a reason; Anton needs the word of Jonas's guardian first."""
    walk.become(cast.dieter)
    endorse(walk, cast.jonas)
    for officer, person in [(cast.hanna, cast.mina), (cast.hanna, cast.lena), (cast.marlene, cast.zoe)]:
        walk.become(officer)
        release(walk, person)
    walk.become(cast.hanna)
    walk.visit(application_of(cast.emil).get_absolute_url())
    walk.select("Grund", "Prüfung")
    walk.fill("Was würde helfen?", "Im Frühjahr nach der Prüfung.")
    walk.press("Bewerbung ablehnen")
    walk.become(cast.emil)
    walk.visit(application_of(cast.emil).get_absolute_url())
    walk.sees("Im Frühjahr nach der Prüfung.")
    walk.become(cast.anton)
    walk.visit(application_of(cast.jonas).get_absolute_url())
    walk.follow("Einverständnis vermerken")
    walk.fill("Name der sorgeberechtigten Person", "Petra Probelauf")
    walk.fill("Erteilt am", the_round().offers_from.isoformat())
    walk.select("Form der Erklärung", "auf Papier")
    walk.press("Einverständnis vermerken")
    release(walk, cast.jonas)


def match(walk, cast):
    walk.become(cast.konrad)
    take_step(walk, "Bewerbungsfrist beenden")
    take_step(walk, "Zuordnung beginnen")
    walk.visit(the_round().get_absolute_url())
    walk.press("Vorschlag berechnen")
    walk.press("Vorschlag übernehmen")
    for placement in the_round().placements.order_by("pk"):
        confirm(walk, cast, placement)
    walk.become(cast.konrad)
    walk.visit(the_round().get_absolute_url())
    walk.press("Jetzt veröffentlichen")
    for placement in the_round().placements.order_by("pk"):
        accept(walk, placement)


def clear(walk, cast):
    """One seat, two people: who drew the worse lot gets a place nobody had wished for."""
    left = Application.objects.get(round=the_round(), status="unmatched")
    assert left.apprentice in (cast.mina, cast.lena)
    walk.become(cast.konrad)
    walk.visit(the_round().get_absolute_url())
    walk.follow("Nachrückverfahren öffnen")
    walk.fill("Letzter Tag für die Antworten", (the_round().accept_until).isoformat())
    walk.press("Nachrückverfahren öffnen")
    walk.become(left.apprentice)
    walk.visit(left.get_absolute_url())
    walk.visit(reverse("exchange:clearing_wishes", args=[left.pk]))
    walk.choose(FREE)
    walk.press("Wünsche speichern")
    walk.become(cast.hanna)
    walk.visit(reverse("exchange:clearing", args=[the_round().pk]))
    walk.press("Diesen Platz vorschlagen")
    placement = Placement.objects.get(application=left)
    confirm(walk, cast, placement)
    accept(walk, placement)
    return left


def endorse(walk, person):
    walk.visit(application_of(person).get_absolute_url())
    walk.press("Bewerbung befürworten")
    assert application_of(person).status == "endorsed"


def release(walk, person):
    walk.visit(application_of(person).get_absolute_url())
    walk.press("Freigeben")
    assert application_of(person).status == "approved"


def confirm(walk, cast, placement):
    offices = {cast.nuremberg: cast.hanna, cast.augsburg: cast.anton, cast.munich: cast.marlene}
    for city in (placement.home_city, placement.host_city):
        walk.become(offices[city])
        walk.visit(placement.get_absolute_url())
        walk.press(f"Für {city} bestätigen")


def accept(walk, placement):
    walk.become(placement.apprentice)
    walk.visit(placement.get_absolute_url())
    walk.press("Platz annehmen")
    placement.refresh_from_db()
    assert placement.status == "accepted"


def take_step(walk, label, send=""):
    walk.visit(the_round().get_absolute_url())
    walk.follow(label)
    walk.press(send or label)


def application_of(person):
    return Application.objects.get(round__code=CODE, apprentice=person)


def the_round():
    return ExchangeRound.objects.get(code=CODE)
