"""From the matching to the record: what happens to a round after applications are closed."""

from collections.abc import Iterable
from datetime import date, timedelta

from exchange.models import ExchangeRound, Placement
from exchange.services import answers, matching_runs, placements, publication, records, rounds, stays
from exchange.states import PlacementStatus
from lms.core.periods import monday_of
from lms.demo.build.clock import at, workday, workday_before
from lms.demo.build.people import own_number
from lms.demo.build.rounds import Stage
from training.models import Station
from training.services import notes, stations

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
# Two ways a stay can go, week by week: what was done, what was learned, what comes next.
NOTES = [
    [
        (
            "Team und Räume kennengelernt, Zugänge eingerichtet, bei zwei Gesprächen mit Bürgerinnen zugehört.",
            "Hier beginnt jedes Gespräch mit einer Frage statt mit einem Formular.",
            "Den Ablauf einmal selbst von Anfang bis Ende begleiten.",
        ),
        (
            "Den Ablauf aufgezeichnet und mit drei Kolleginnen durchgesprochen. Zwei Doppelwege gefunden.",
            "Wie man so fragt, dass Menschen von ihrer Arbeit erzählen und nicht von der Vorschrift.",
            "Einen ersten Vorschlag zeigen.",
        ),
        (
            "Vorschlag gezeigt, Rückmeldungen gesammelt, eine Hinweisseite neu geschrieben.",
            "Wer früh etwas Unfertiges zeigt, bekommt ehrlichere Antworten.",
            "Die Hinweisseite mit fünf Menschen testen.",
        ),
        (
            "Die Hinweisseite mit fünf Menschen getestet und danach zwei Absätze gestrichen.",
            "Ein Test mit fünf Menschen findet mehr als eine Woche am Schreibtisch.",
            "Messen, ob weniger Rückfragen kommen.",
        ),
        (
            "Rückfragen gezählt: 31 statt 44 in einer Woche. Das Ergebnis im Team vorgestellt.",
            "Kleine Schritte überzeugen schneller als ein großer Plan.",
            "Die Übergabe vorbereiten: Was nehme ich mit nach Hause?",
        ),
        (
            "Alles übergeben, das Abschlussgespräch geführt und mich vom Team verabschiedet.",
            "Was ich hier gelernt habe, passt auf eine Seite. Die bringe ich mit nach Hause.",
            "Zu Hause zehn Minuten in der Teamrunde davon erzählen.",
        ),
    ],
    [
        (
            "Begrüßung, Rundgang, Sicherheitsunterweisung. Danach am Schreibtisch nebenan mitgearbeitet.",
            "Wie viele Handgriffe ein Antrag braucht, bis er in der Akte liegt.",
            "Eine Strichliste führen: Wonach fragen die Menschen?",
        ),
        (
            "Eine Woche lang mitgezählt: 61 Anfragen, davon 23 zum selben Punkt.",
            "Zählen ist leichter, als ich dachte, und beendet manche Diskussion.",
            "Mit dem Team überlegen, was gegen die 23 hilft.",
        ),
        (
            "Drei Ideen gesammelt und mit dem Team eine ausgewählt. Einen Entwurf gebaut.",
            "Eine gute Idee muss zuerst denen helfen, die jeden Tag damit arbeiten.",
            "Den Entwurf an zwei Tagen ausprobieren.",
        ),
        (
            "Den Entwurf ausprobiert. Am ersten Tag ging es schief, am zweiten viel besser.",
            "Ein misslungener Versuch ist auch ein Ergebnis, wenn man ihn aufschreibt.",
            "Die Fassung vom zweiten Tag eine ganze Woche lang testen.",
        ),
        (
            "Eine Woche Test: Die Frage kam noch 9-mal statt 23-mal.",
            "Zahlen vorher und nachher sind die halbe Präsentation.",
            "Das Ergebnis auf einer Seite zusammenfassen.",
        ),
        (
            "Die Seite dem Team gezeigt. Sie bleibt hängen. Geräte und Schlüssel zurückgegeben.",
            "Nach sechs Wochen kenne ich zwei Rathäuser.",
            "Den Ausbildenden zu Hause zeigen, was wir davon übernehmen können.",
        ),
    ],
]


def match(stage: Stage, round_: ExchangeRound) -> ExchangeRound:
    """Close the applications, compute a proposal and adopt it."""
    with at(workday(round_.applications_until + DAY)):
        rounds.close_applications(round_, actor=stage.coordinator, today=round_.applications_until)
    with at(round_.matching_on):
        rounds.start_matching(round_, actor=stage.coordinator, today=round_.matching_on)
        run = matching_runs.start_run(round_, actor=stage.coordinator)
        matching_runs.adopt_run(run, actor=stage.coordinator)
    round_.refresh_from_db()
    return round_


ALL_THE_SAME = (
    "Mit der Praxisanleitung besprochen: Der Einsatz lohnt sich trotzdem."  # counts only where something warns
)


def confirm(stage: Stage, placement: Placement, day: date, *, sides: str = "home host") -> Placement:
    """For the home city by its second officer, for the host city by its first."""
    with at(day, hour=15):
        if "home" in sides:
            placements.confirm_placement(
                placement, actor=stage.office(placement.home_city.slug)[1], reason=ALL_THE_SAME
            )
        if "host" in sides:
            placements.confirm_placement(
                placement, actor=stage.office(placement.host_city.slug)[0], reason=ALL_THE_SAME
            )
    placement.refresh_from_db()
    return placement


def publish(stage: Stage, round_: ExchangeRound, *, decline: Iterable[str] = ()) -> list[Placement]:
    """Confirm and publish everything; people accept, except those who decline."""
    for placement in _of(round_, PlacementStatus.PROPOSED):
        confirm(stage, placement, workday_before(round_.confirm_until - 3 * DAY))
    with at(round_.confirm_until):
        publication.publish_round(round_, actor=stage.coordinator)
    accepted = []
    for placement in _of(round_, PlacementStatus.OFFERED):
        person = placement.apprentice
        with at(workday_before(round_.accept_until - 2 * DAY)):
            if person.full_name in decline:
                answers.decline_placement(placement, actor=person, reason="In dem Zeitraum bin ich im Urlaub.")
            else:
                accepted.append(answers.accept_placement(placement, actor=person))
    round_.refresh_from_db()
    return accepted


def arrive(placement: Placement) -> Station:
    """The guest comes on the first day and is checked in."""
    station = Station.objects.get(source_type="exchange.placement", source_id=placement.pk)
    with at(station.starts_on, hour=9):
        stays.check_in_guest(placement, station, actor=station.supervisor)
    station.refresh_from_db()
    placement.refresh_from_db()
    return station


def write_notes(station: Station, today: date, *, read_all: bool = False) -> None:
    """A note each Friday; all but the last are read by the supervisor."""
    fridays = []
    day = monday_of(station.starts_on) + 4 * DAY
    while day <= min(today, station.ends_on):
        fridays.append(day)
        day += WEEK
    story = NOTES[own_number(station.apprentice) % len(NOTES)]
    for number, friday in enumerate(fridays):
        did, learned, next_week = story[min(number, len(story) - 1)]
        with at(workday_before(friday), hour=11):
            note = notes.save_note(
                station,
                friday - 4 * DAY,
                actor=station.apprentice,
                did=did,
                learned=learned,
                next_week=next_week,
            )
            notes.submit_note(note, actor=station.apprentice)
        if read_all or friday != fridays[-1]:
            with at(workday_before(friday), hour=16):
                notes.confirm_note(note, actor=station.supervisor, comment="Danke, gut beobachtet.")


def leave(stage: Stage, placement: Placement) -> Placement:
    """The stay ends: station and placement are completed, the home office issues the record."""
    station = arrive(placement)
    write_notes(station, station.ends_on, read_all=True)
    with at(station.ends_on, hour=14):
        stations.complete_station(station, actor=station.supervisor)
        placement.refresh_from_db()
        stays.complete_placement(placement, actor=station.supervisor)
    with at(workday(placement.ends_on, 4)):
        records.issue_record(placement, actor=stage.office(placement.home_city.slug)[0])
    placement.refresh_from_db()
    return placement


def end_early(stage: Stage, placement: Placement, day: date) -> Placement:
    """The home office ends a running stay; everybody reads why."""
    with at(day, hour=12):
        stays.end_placement(
            placement,
            actor=stage.office(placement.home_city.slug)[0],
            reason="Ein Lehrgang wurde vorgezogen. Beide Städte haben gemeinsam entschieden, den Einsatz zu beenden.",
        )
    placement.refresh_from_db()
    return placement


def _of(round_: ExchangeRound, status: str) -> list[Placement]:
    found = Placement.objects.filter(round=round_, status=status).select_related(
        "apprentice", "home_city", "host_city", "offer", "application", "round"
    )
    return list(found.order_by("pk"))


def standing(round_: ExchangeRound) -> list[Placement]:
    return _of(round_, PlacementStatus.PROPOSED)
