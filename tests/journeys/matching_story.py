"""Places are assigned: compared, tried, given by hand, refused by a city, published, and checked by a stranger."""

import json

from django.core.management import call_command
from django.urls import reverse

from exchange.models import ExchangeRound, Placement
from tests.exchange.stays import a_round, an_applicant, an_offer

REASON = "Sein Projekt endet nur hier."


def prepare(cast):
    """Mina and Kilian want Carla's only seat; each has another wish, and Zoe goes to Nürnberg."""
    cast.round = a_round(name="Herbst", code="2027-H", tolerance=2)
    cast.chatbot = an_offer(cast.round, cast.munich, cast.carla, title="Chatbot")
    cast.counter = an_offer(cast.round, cast.munich, cast.carla, title="Schalter")
    cast.archive = an_offer(cast.round, cast.nuremberg, cast.rita, title="Archiv")
    cast.of_mina = an_applicant(cast.mina, cast.round, cast.chatbot, cast.counter)
    cast.of_kilian = an_applicant(cast.kilian, cast.round, cast.chatbot, cast.counter)
    cast.of_zoe = an_applicant(cast.zoe, cast.round, cast.archive)


def compare(walk, cast):
    """Konrad computes, looks at other rules, and tries one seat more; the round stays as it is."""
    walk.become(cast.konrad)
    walk.visit(cast.round.get_absolute_url())
    walk.press("Vorschlag berechnen")
    walk.sees("3 von 3", "Ausgleichslos")
    walk.follow("Mit anderen Regeln vergleichen")
    walk.sees("Vorrang-Verfahren", "Ringtausch", "Wunsch-Optimum")
    walk.select("Platz", "Chatbot")
    walk.press("Durchrechnen")
    walk.sees("Chatbot: ein Platz mehr", "Besser gestellt: 1. Schlechter gestellt: 0.")
    assert latest(cast).number == 1


def adopt(walk, cast):
    walk.become(cast.konrad)
    walk.visit(latest(cast).get_absolute_url())
    walk.press("Vorschlag übernehmen")


def refuse(walk, cast):
    """Augsburg does not agree to Kilian's place, so Konrad assigns again."""
    placement = Placement.objects.get(application=cast.of_kilian)
    walk.become(cast.anton)
    walk.visit(placement.get_absolute_url())
    walk.fill("Grund", "In diesen Wochen ist Prüfung.")
    walk.press("Platz jetzt zurückweisen")
    walk.become(cast.konrad)
    walk.visit(latest(cast).get_absolute_url())
    walk.press("In die Zuordnung zurückgeben")
    assert ExchangeRound.objects.get().status == "matching"


def give_by_hand(walk, cast):
    """The place that was refused is out of the question; the other one is given by hand, with a reason."""
    walk.visit(cast.round.get_absolute_url())
    walk.press("Vorschlag berechnen")
    left = cast.chatbot if Placement.objects.get(application=cast.of_kilian).offer == cast.counter else cast.counter
    walk.follow("Was wäre mit einem anderen Platz?", cast.of_kilian.number)
    walk.choose(f"{left.title} (München)")
    walk.fill("Grund", REASON)
    walk.press("Platz festsetzen und neu berechnen")
    walk.sees("von Hand vergeben", REASON)
    assert latest(cast).result["assignment"][cast.of_kilian.number] == str(left.pk)


def publish(walk, cast):
    offices = {cast.nuremberg: cast.hanna, cast.augsburg: cast.anton, cast.munich: cast.marlene}
    for placement in Placement.objects.filter(run=latest(cast)).order_by("pk"):
        for city in (placement.home_city, placement.host_city):
            walk.become(offices[city])
            walk.visit(placement.get_absolute_url())
            walk.press(f"Für {city} bestätigen")
    walk.become(cast.konrad)
    walk.visit(cast.round.get_absolute_url())
    walk.press("Jetzt veröffentlichen")


def read_why(walk, cast):
    """Everybody reads why, with the own number of the draw."""
    for person, application in ((cast.mina, cast.of_mina), (cast.kilian, cast.of_kilian)):
        walk.become(person)
        walk.visit(application.get_absolute_url())
        walk.sees("Ihre Losnummer war")
    walk.follow("Wie zugeteilt wurde, zum Nachprüfen")
    walk.sees("In 10 Sätzen", "Nennen Sie alle Plätze, die Sie annehmen würden")


def check_as_a_stranger(walk, cast, folder, capsys):
    """Nobody signed in: seed, files, and the command that says nothing as long as everything is true."""
    walk.leave()
    walk.visit(reverse("exchange:round_procedure", args=[cast.round.pk]))
    walk.sees(cast.round.lottery_seed)
    for name, link in (("instance.json", "Eingabe (JSON)"), ("result.json", "Ergebnis (JSON)")):
        (folder / name).write_bytes(walk.download(link))
    capsys.readouterr()
    call_command("match_verify", str(folder / "instance.json"), str(folder / "result.json"))
    assert capsys.readouterr().out == ""
    instance = json.loads((folder / "instance.json").read_text())
    assert {one["id"] for one in instance["applicants"]} == {"L0001", "L0002", "L0003"}


def latest(cast):
    return cast.round.runs.order_by("-number").first()
