"""Rounds in every phase, made by the same services and rules as real ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from unittest.mock import patch

from courses.models import CoursePage
from exchange.consent import CONSENT_VERSION
from exchange.matching import Mode
from exchange.matching.lottery import places_in_draw
from exchange.models import Agreement, Application, ExchangeRound, HostOffer
from exchange.queries.exploring import cards, offers_in, training_of
from exchange.queries.guardians import lacks_guardian
from exchange.services import agreements, applications, consents, decisions, guardians, offers, rounds, wishes
from lms.core.periods import monday_of
from lms.demo.build.agreement_versions import MEMORANDUM_TERMS, assent_for, build_addendum, build_renewal
from lms.demo.build.clock import at, monday_of_this_week, workday, workday_before
from lms.demo.build.offer_texts import OFFERS, PREPARING
from lms.demo.build.people import People, own_number
from lms.demo.build.places import Places
from people.models import Role, User

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
TOLERANCE = 3  # people
SEASONS = [
    "Winter",
    "Winter",
    "Frühjahr",
    "Frühjahr",
    "Frühjahr",
    "Sommer",
    "Sommer",
    "Sommer",
    "Herbst",
    "Herbst",
    "Herbst",
    "Winter",
]
IDEAS = [
    "Ich möchte sehen, wie andere Städte Wartezeiten verkürzen, und einen Vorschlag für unser Amt mitbringen.",
    "Ich bringe ein Datenblatt mit, das jede Stadt nutzen kann.",
    "Ich will lernen, wie man Formulare prüft, und unsere drei häufigsten danach verbessern.",
    "Mich interessiert, wie die E-Akte im Alltag ankommt. Zu Hause steht uns das noch bevor.",
    "Ich möchte eine Idee in vier Wochen testen, statt ein Jahr darüber zu schreiben.",
]
GOALS = [
    "Ich möchte einen Prozess aufnehmen und zeichnen können.\nIch möchte vor einer Gruppe etwas vorstellen.",
    "Ich möchte verstehen, wie eine E-Akte eingeführt wird.",
    "Ich möchte barrierefreie Formulare schreiben.\nIch möchte mit Bürgerinnen und Bürgern sicherer sprechen.",
]
MOTIVATIONS = [
    "Ich möchte eine andere Stadtverwaltung von innen kennenlernen und mit neuen Ideen zurückkommen.",
    "Mein Ausbildungsplan lässt in diesem Zeitraum Raum, und das Thema passt zu meiner Projektarbeit.",
]


@dataclass
class Stage:
    """What a round is played on."""

    places: Places
    people: People
    agreement: Agreement
    busy: set[int] = field(default_factory=set)

    def office(self, slug: str) -> list[User]:
        return self.people.of_role(Role.HR, slug)

    @property
    def coordinator(self) -> User:
        return self.people["Konrad Kunstfigur"]


@dataclass(frozen=True)
class Calendar:
    """The days of a round."""

    offers_from: date
    applications_from: date
    applications_until: date
    review_until: date
    matching_on: date
    confirm_until: date
    accept_until: date
    stays_from: date
    stays_until: date

    @classmethod
    def usual(cls, stays_from: date, weeks: int = 22) -> "Calendar":
        return cls._on_workdays(
            stays_from - 24 * WEEK,
            stays_from - 20 * WEEK,
            stays_from - 17 * WEEK + 4 * DAY,
            stays_from - 14 * WEEK + 4 * DAY,
            stays_from - 13 * WEEK,
            stays_from - 11 * WEEK + 4 * DAY,
            stays_from - 8 * WEEK + 4 * DAY,
            stays_from,
            stays_from + weeks * WEEK - 3 * DAY,
        )

    @classmethod
    def reviewing(cls, monday: date) -> "Calendar":
        """A round for stays of four weeks; applications ended last week."""
        return cls._on_workdays(
            monday - 9 * WEEK,
            monday - 5 * WEEK,
            monday - 3 * DAY,
            monday + 2 * WEEK + 3 * DAY,
            monday + 2 * WEEK + 4 * DAY,
            monday + 4 * WEEK + 3 * DAY,
            monday + 7 * WEEK + 3 * DAY,
            monday + 13 * WEEK,
            monday + 24 * WEEK - 3 * DAY,
        )

    @classmethod
    def _on_workdays(cls, *days: date) -> "Calendar":
        """What begins moves on to the next working day, what ends moves back to the last."""
        begins = {"offers_from", "applications_from", "matching_on", "stays_from"}
        named = zip(cls.__dataclass_fields__, days, strict=True)
        return cls(*(workday(day) if name in begins else workday_before(day) for name, day in named))

    @classmethod
    def short(cls, monday: date) -> "Calendar":
        """A quick round for stays of four weeks, now waiting for the cities to confirm."""
        return cls._on_workdays(
            monday - 8 * WEEK,
            monday - 5 * WEEK,
            monday - 2 * WEEK + 4 * DAY,
            monday - WEEK + 3 * DAY,
            monday - WEEK + 4 * DAY,
            monday + WEEK + 4 * DAY,
            monday + 4 * WEEK,
            monday + 9 * WEEK,
            monday + 18 * WEEK - 3 * DAY,
        )


def build_agreement(places: Places, people: People) -> Agreement:
    """The memorandum of the three cities, assented to by each, and what came after it."""
    start = monday_of_this_week() - 130 * WEEK
    with at(start):
        agreement = agreements.create_agreement(
            actor=people["Konrad Kunstfigur"],
            cities=list(places.cities.values()),
            title="Kooperationsvereinbarung Nürnberg – Augsburg – München",
            starts_on=start,
            ends_on=start + 260 * WEEK,
            text=AGREEMENT_TEXT,
            **MEMORANDUM_TERMS,
        )
    assent_for(agreement, places.cities, places, people, start + DAY)
    agreement.refresh_from_db()
    build_addendum(agreement, places, people)
    build_renewal(agreement, places, people)
    return agreement


def begin_round(
    stage: Stage,
    calendar: Calendar,
    keys: dict[str, int],
    *,
    prefix: str = "",
    weeks: int | None = None,
    last: int | None = None,
    mode: Mode = Mode.SERIAL_MAX,
) -> tuple[ExchangeRound, dict[str, HostOffer]]:
    """Prepare a round, collect its offers (key → weeks after the first week of stays) and open it for applications.

    Of the first twenty applications, the lot puts the one with the number `last` behind all others (if it is given).
    """
    season, year = SEASONS[calendar.stays_from.month - 1], calendar.stays_from.year
    with at(calendar.offers_from):
        round_ = rounds.create_round(
            actor=stage.coordinator,
            name=f"{prefix} {season} {year}".strip(),
            code=f"{year}-{season[0]}{prefix[:1]}",
            agreement=stage.agreement,
            max_wishes=6,
            mode=mode.value,
            tolerance=TOLERANCE,
            **vars(calendar),
        )
        assent(stage, round_)
        rounds.open_offers(round_, actor=stage.coordinator, today=calendar.offers_from)
    written = {key: _write_offer(stage, round_, key, offset, weeks) for key, offset in keys.items()}
    with at(calendar.applications_from), patch("secrets.token_hex", return_value=_seed(round_.code, last)):
        rounds.open_applications(round_, actor=stage.coordinator, today=calendar.applications_from)
    return round_, written


def assent(stage: Stage, round_: ExchangeRound, but: str = "") -> None:
    """The training offices of the cities read the dates and assent to them."""
    for slug, city in stage.places.cities.items():
        if slug != but:
            rounds.assent_to_round(round_, actor=stage.office(slug)[0], city=city, content_hash=round_.content_hash)
    round_.refresh_from_db()


def _seed(code: str, last: int | None) -> str:
    if last is None:
        return sha256(code.encode()).hexdigest()
    numbers = [f"{code}-{number:04d}" for number in range(1, 21)]
    seeds = (sha256(f"{code} {attempt}".encode()).hexdigest() for attempt in count())
    return next(seed for seed in seeds if places_in_draw(numbers, seed)[numbers[last - 1]] == len(numbers))


def _write_offer(stage: Stage, round_: ExchangeRound, key: str, offset: int, weeks: int | None) -> HostOffer:
    text = OFFERS[key]
    topic, slugs = PREPARING.get(key, ("", ()))
    monday = monday_of(round_.stays_from) + offset * WEEK
    supervisor, reviewer = stage.people[text.supervisor], stage.office(text.city)[0]
    with at(workday(round_.offers_from, 7)):
        offer = offers.create_offer(
            actor=supervisor,
            round=round_,
            department=stage.places.departments[text.city, text.department],
            occupations=[stage.places.occupations[short] for short in text.occupations],
            topic=topic,
            courses=CoursePage.objects.live().filter(slug__in=slugs),
            title=text.title,
            mission=text.mission,
            learning_goals=list(text.goals),
            starts_on=workday(monday),
            ends_on=workday_before(monday + (weeks or text.weeks) * WEEK - 3 * DAY),
            seats=text.seats,
            min_year=text.years[0],
            max_year=text.years[1],
            remote_share=text.remote,
            step_free=text.step_free,
            working_hours="Mo–Do 8–16 Uhr, Fr 8–13 Uhr",
            bring=text.bring,
            supervisor=supervisor,
            deputy=stage.people[text.deputy],
        )
        offers.submit_offer(offer, actor=supervisor)
    with at(workday(round_.offers_from, 9)):
        offers.publish_offer(offer, actor=reviewer)
    return offer


def fitting(round_: ExchangeRound, person: User, *, in_spite_of_warnings: bool = False) -> list[HostOffer]:
    """The offers against which nothing stands, in an order of this person's own."""
    training = training_of(person)
    found = [
        card.offer
        for card in cards(offers_in(round_, person, training), training)
        if not any(notice.is_hard or not in_spite_of_warnings for notice in card.objections)
    ]
    turn = own_number(person) % max(1, len(found))
    return found[turn:] + found[:turn]


def candidates(stage: Stage, round_: ExchangeRound, at_least: int = 2) -> Iterable[User]:
    """People of the crowd whom places fit and who are in no other round, in turn from each city."""
    crowd = [person for trio in zip(*stage.people.crowd.values(), strict=False) for person in trio]
    for person in crowd:
        training = training_of(person)
        if person.pk in stage.busy or training is None or training.starts_on > round_.applications_from:
            continue
        if len(fitting(round_, person)) >= at_least:
            stage.busy.add(person.pk)
            yield person


def first_fitting(stage: Stage, round_: ExchangeRound, offer: HostOffer) -> User:
    """The first of the crowd whom this very place fits."""
    before = set(stage.busy)
    person = next(person for person in candidates(stage, round_, at_least=1) if offer in fitting(round_, person))
    stage.busy = before | {person.pk}
    return person


def draft(stage: Stage, round_: ExchangeRound, person: User, chosen: Sequence[HostOffer], day: date) -> Application:
    stage.busy.add(person.pk)
    with at(day, hour=9):
        application = applications.start_application(round_, actor=person)
        applications.check_details(application, actor=person)
        applications.check_period(application, actor=person)
        applications.change_texts(application, {"goals": GOALS[own_number(person) % len(GOALS)]}, actor=person)
        applications.change_application(
            application,
            actor=person,
            idea=IDEAS[own_number(person) % len(IDEAS)],
            motivation=MOTIVATIONS[own_number(person) % len(MOTIVATIONS)],
        )
        if chosen:
            wishes.set_wishes(application, chosen, actor=person)
    application.refresh_from_db()
    return application


def submit(stage: Stage, round_: ExchangeRound, person: User, chosen: Sequence[HostOffer], day: date) -> Application:
    application = draft(stage, round_, person, chosen, day)
    with at(day, hour=11):
        consents.give_consent(
            application, actor=person, version=CONSENT_VERSION, shares_idea=own_number(person) % 3 > 0
        )
        return applications.submit_application(application, actor=person)


def endorse(application: Application, day: date) -> Application:
    trainer = application.apprentice.apprenticeship.trainer
    with at(day):
        return decisions.endorse_application(
            application, actor=trainer, comment="Passt in den Ausbildungsplan. Ich unterstütze das gern."
        )


def approve(stage: Stage, application: Application, day: date, note: str = "") -> Application:
    officer = stage.office(application.home_city.slug)[0]
    with at(day, hour=14):
        if lacks_guardian(application, day):
            guardians.record_guardian(
                application, actor=officer, name=f"Petra {application.apprentice.last_name}", given_on=day, form="paper"
            )
        return decisions.approve_application(application, actor=officer, note=note)


AGREEMENT_TEXT = """Die Städte Nürnberg, Augsburg und München helfen einander bei der Digitalisierung ihrer Verwaltungen.

1. Austausch. Die Städte tauschen regelmäßig Auszubildende und Nachwuchskräfte zwischen ihren Dienststellen aus. Ein Einsatz dauert in der Regel vier bis zwölf Wochen und hat eine Mission: eine digitalere Arbeitsweise kennenlernen und nach Hause bringen.

2. Verantwortung. Die Stammdienststelle bleibt während des ganzen Einsatzes Ausbildungsstätte (§ 10 Abs. 5 BBiG). Die Gaststadt benennt für jeden Einsatz eine Praxisanleitung und eine Vertretung.

3. Entscheidung. Kein Platz wird allein von einem Programm vergeben. Jede Zuordnung bestätigt je eine Person aus der Stammstadt und aus der Gaststadt.

4. Kosten. Die Stammstadt zahlt die Ausbildungsvergütung weiter. Reise und Unterkunft richten sich nach dem Tarifvertrag. Zwischen den Städten wird nicht abgerechnet.

5. Daten. Die Gaststadt sieht vor der Zuordnung keine Namen. Personenbezogene Daten gehen nur mit Einwilligung an die Gaststadt (Art. 108 BayBG) und nur, soweit der Einsatz sie braucht.

6. Lernen. Kurse, die eine Stadt schreibt, dürfen alle drei Städte nutzen und anpassen.
"""
