"""Calendars, rules and proofs, told last: around the stays that are planned, so that each story stays as it is told.

All dates are invented. No school of these cities has published them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from exchange.models import HostOffer, Wish
from lms.core.errors import Refused
from lms.core.periods import Period
from lms.demo.build.clock import at, monday_of_this_week, workday, workday_before
from lms.demo.build.people import INVENTED, LONG_AGO, own_number, school_is_out
from lms.demo.build.rounds import Stage
from people.models import Occupation, Regime, Role, User
from training.conflicts import Setting
from training.imports.rows import Entry, Sort
from training.models import AbsenceKind, Apprenticeship, BlockKind, CityDayKind, ExamKind, SchoolCalendar
from training.planned import planned_stays
from training.queries.effects import mark_of
from training.services import absences
from training.services.agreements import agree_to_absence, propose_absence
from training.services.city_days import add_day
from training.services.classes import add_entries, create_class
from training.services.occupations import change_occupation, confirm_occupation, state_of
from training.services.rules import set_rule
from training.services.suitability import record_suitability

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FRIDAY = 4 * DAY
NEXT_YEAR = (45, 52, 59, 66, 73, 80, 87)  # weeks from this one: blocks through the next school year
WITHOUT_PROOF = "Olga Ornament"
# short: competent body, regulations, form of school; True: confirmed
FACTS: dict[str, tuple[str, str, str, bool]] = {
    "VFA-K": ("Bayerische Verwaltungsschule (BVS)", "", "courses", True),
    "FIAE": ("Industrie- und Handelskammer", "", "blocks", False),
    "FISI": ("Industrie- und Handelskammer", "", "blocks", False),
    "KDM": ("Industrie- und Handelskammer", "", "blocks", False),
    "KBM": ("Industrie- und Handelskammer", "", "days", False),
    "QE2": ("", "FachV-nVD", "phases", False),
    "QE3-VI": ("Hochschule für den öffentlichen Dienst in Bayern", "FachV-nVD", "phases", False),
    "WINF": ("", "", "", False),
}


@dataclass(frozen=True)
class Phase:
    """A theory phase, in weeks from this one."""

    label: str
    first: int
    last: int


# The stays of this autumn lie in P III, those of the open round in P2.
QE2_PHASES = (Phase("FL III", -12, -5), Phase("FL IV", 15, 21), Phase("FL V", 34, 41))
QE3_PHASES = (Phase("FS 2", -8, 12), Phase("FS 3", 42, 58), Phase("FS 4", 72, 100))


def build_calendars(stage: Stage) -> None:
    monday = monday_of_this_week()
    with at(workday(monday - 6 * WEEK)):
        confirm_occupations(stage)
        set_for_the_council(stage)
        for number, calendar in enumerate(SchoolCalendar.objects.select_related("city").order_by("pk")):
            plan_next_year(stage, monday, calendar, shift=number % 3)
        build_theory(stage, monday)
        build_weekly_school(stage, monday)
        meet(stage, monday)
        take_leave(stage, monday)
        agree_with_munich(stage, monday)
    check_jonas(stage)


def confirm_occupations(stage: Stage) -> None:
    hanna = stage.people["Hanna Hypothese"]
    for short, (body, curriculum, form, is_right) in FACTS.items():
        one = stage.places.occupations[short]
        told = {"competent_body": body, "curriculum": curriculum, "school_form": form}
        changes = {"regime": one.regime, "years": one.years, **told}
        one = change_occupation(one, changes, seen=state_of(one), actor=hanna)
        if is_right:
            confirm_occupation(one, seen=state_of(one), actor=hanna)


def record_proofs(stage: Stage) -> None:
    """Of all who look after guests but one, who has a deputy with a proof; before the first place is published."""
    monday = monday_of_this_week()
    seen_on = workday(monday - LONG_AGO + 4 * WEEK)
    for slug, city in stage.places.cities.items():
        for role in (Role.TRAINER, Role.SUPERVISOR):
            for person in stage.people.of_role(role, slug):
                if person.full_name != WITHOUT_PROOF:
                    actor = stage.office(slug)[0]
                    record_suitability(person, city, proof="AdA-Schein", seen_on=seen_on, actor=actor)


def set_for_the_council(stage: Stage) -> None:
    setting = Setting("augsburg", "personnel_council", timezone.localdate(), values={"days": 60})
    reason = "Absprache mit dem Personalrat: ab 60 Tagen wird er beteiligt."
    set_rule(stage.places.cities["augsburg"], setting, reason=reason, seen=None, actor=stage.people["Anton Ausgedacht"])


def plan_next_year(stage: Stage, monday: date, calendar: SchoolCalendar, shift: int) -> None:
    """Blocks of a week until the end of the next school year, and the exams of the third and the second year."""
    starts = [monday + (week + shift) * WEEK for week in NEXT_YEAR]
    entries = [
        Entry(Sort.BLOCK, Period(start, start + FRIDAY), kind=BlockKind.SCHOOL)
        for start in starts
        if not school_is_out(start)
    ]
    kind, name, weeks = {
        "3": (ExamKind.WRITTEN_FINAL, "Schriftliche Abschlussprüfung", range(38, 12, -1)),
        "2": (ExamKind.INTERMEDIATE, "Zwischenprüfung", range(16, 2, -1)),
    }.get(calendar.name[-1], ("", "", ()))
    busy = busy_times(calendar.apprenticeships.values_list("person", flat=True))
    free = (
        Period(_day(monday, week, 1), _day(monday, week, 2)) for week in weeks if not school_is_out(_day(monday, week))
    )
    exam = next((days for days in free if not _near(days, busy)), None)
    if exam:
        entries.append(Entry(Sort.EXAM, exam, label=name, kind=kind))
    add_entries(calendar, entries, actor=stage.office(calendar.city.slug)[0])


def _day(monday: date, week: int, later: int = 0) -> date:
    return monday + week * WEEK + later * DAY


def _near(days: Period, busy: Collection[Period]) -> bool:
    """Also where it would be the day before."""
    return any(Period(days.start - 4 * DAY, days.end).overlaps(one) for one in busy)


def busy_times(people: Collection[int]) -> list[Period]:
    """Stays that are planned, and wishes that wait."""
    stays = [stay.period for stay in planned_stays(people)]
    wishes = Wish.objects.filter(application__apprentice__in=people).values_list("offer__starts_on", "offer__ends_on")
    return [*stays, *(Period(start, end) for start, end in wishes)]


def build_theory(stage: Stage, monday: date) -> None:
    """Civil servants by city: everybody whose plans lie in practical phases is in the class."""
    for slug, city in stage.places.cities.items():
        for regime, phases in ((Regime.QE2, QE2_PHASES), (Regime.QE3, QE3_PHASES)):
            occupation = Occupation.objects.get(regime=regime)
            theory = [Period(_day(monday, phase.first), _day(monday, phase.last, 4)) for phase in phases]
            actor = stage.office(slug)[0]
            calendar = create_class(
                city, name=f"{occupation.short}, laufender Kurs", school=INVENTED, occupation=occupation, actor=actor
            )
            entries = [
                Entry(Sort.BLOCK, period, label=phase.label, kind=BlockKind.THEORY)
                for phase, period in zip(phases, theory, strict=True)
            ]
            add_entries(calendar, entries, actor=actor)
            for training in Apprenticeship.objects.filter(city=city, occupation=occupation):
                if not any(one.overlaps(period) for one in busy_times([training.person_id]) for period in theory):
                    training.school_calendar = calendar
                    training.save(update_fields=["school_calendar"])


def build_weekly_school(stage: Stage, monday: date) -> None:
    """Nora goes to school on one whole day a week and half of another."""
    nora = stage.people["Nora Niemand"].apprenticeship
    actor = stage.people["Anton Ausgedacht"]
    calendar = create_class(nora.city, name="KBM 2", school=INVENTED, occupation=nora.occupation, actor=actor)
    year = Period(_day(monday, -10), _day(monday, 35, 4))
    days = [Entry(Sort.DAY, year, weekday=2), Entry(Sort.DAY, year, weekday=4, whole_day=False)]
    add_entries(calendar, days, actor=actor)
    nora.school_calendar = calendar
    nora.save(update_fields=["school_calendar"])


def meet(stage: Stage, monday: date) -> None:
    for number, (slug, city) in enumerate(stage.places.cities.items()):
        for week in (2 + number, 22 + number):
            day = workday(_day(monday, week, 2))
            add_day(city, "JAV-Versammlung", CityDayKind.JAV, Period(day, day), actor=stage.office(slug)[0])


def take_leave(stage: Stage, monday: date) -> None:
    """Mina and every fifth of the others, where nothing is planned."""
    everybody = [person for some in stage.people.crowd.values() for person in some]
    chosen = [person for person in everybody if own_number(person) % 5 == 0]
    for person in [stage.people["Mina Musterfrau"], *chosen]:
        training = person.apprenticeship
        for week in (3, 24):
            days = Period(_day(monday, week), _day(monday, week, 4))
            if days.end < training.ends_on and not any(days.overlaps(one) for one in busy_times([person.pk])):
                _leave(person, days, training.trainer)


def _leave(person: User, days: Period, actor: User) -> None:
    entry = absences.Entry(AbsenceKind.LEAVE, days)
    try:
        absences.enter([person.pk], entry, actor=actor)
    except absences.EffectsUnseen as unseen:
        absences.enter([person.pk], entry, actor=actor, seen=mark_of(unseen.effects))
    except Refused:
        return  # at school in that week


def agree_with_munich(stage: Stage, monday: date) -> None:
    """Kilian takes two days off during his stay; both offices know of it."""
    kilian = stage.people["Kilian Beispiel"]
    [stay] = [stay for stay in planned_stays([kilian.pk]) if _day(monday, 1) in stay.period]
    last = workday_before(_day(monday, 1, 4))
    days = Period(last - DAY, last)
    _leave(kilian, days, kilian.apprenticeship.trainer)
    munich = HostOffer.objects.get(title=stay.title, placements__apprentice=kilian).city
    agreement = propose_absence(
        kilian, munich, days, note="Familienfeier, seit langem geplant.", actor=stage.people["Anton Ausgedacht"]
    )
    agree_to_absence(agreement, actor=stage.people["Marlene Muster"])


def check_jonas(stage: Stage) -> None:
    """Under 18, so the office has seen a medical certificate."""
    training = stage.people["Jonas Probelauf"].apprenticeship
    training.medical_checked_on = workday_before(training.starts_on - 5 * WEEK)
    training.save(update_fields=["medical_checked_on"])
