"""Absences and exams of people, for those who keep them and for the people themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from people.models import Role, User
from people.queries import acting_as, cities_where
from training.conflicts import Commitment, Kind
from training.models import Absence, AbsenceKind, AgreedAbsence, Apprenticeship, Exam, ExamKind
from training.queries.effects import Effect
from training.queries.facts import ABSENCES


def page_of(person: int) -> str:
    return reverse("training:absences", args=[person])


def commitment_of(record: Absence | Exam) -> Commitment:
    """As `training.queries.facts` reads it, once it is saved."""
    if isinstance(record, Exam):
        return Commitment(Kind.EXAM, record.period, record.name, written=record.kind == ExamKind.WRITTEN_FINAL)
    return Commitment(ABSENCES[AbsenceKind(record.kind)], record.period)


def trainings_kept_by(user: User) -> QuerySet[Apprenticeship]:
    """Of whom this person may enter absences: those of the own city, or trained by oneself."""
    kept = Q(trainer__in=acting_as(user, Role.TRAINER)) | Q(city__in=cities_where(user, Role.HR))
    found = Apprenticeship.objects.filter(kept).exclude(person_id=user.pk)
    return found.select_related("person", "city", "occupation")


def effects_shown_to(user: User, effects: Sequence[Effect]) -> list[Effect]:
    """Before places are published only the training offices know of them."""
    people = [effect.stay.apprentice_id for effect in effects if not effect.stay.is_announced]
    here = Apprenticeship.objects.filter(person__in=people, city__in=cities_where(user, Role.HR))
    known = set(here.values_list("person_id", flat=True)) if people else set()
    return [effect for effect in effects if effect.stay.is_announced or effect.stay.apprentice_id in known]


@dataclass(frozen=True)
class Row:
    """One line of the list, with the pages where it is changed."""

    record: Absence | Exam
    route: str

    @property
    def url(self) -> str:
        return reverse(f"training:{self.route}_change", args=[self.record.pk])

    @property
    def remove_url(self) -> str:
        return reverse(f"training:{self.route}_remove", args=[self.record.pk])

    @property
    def title(self) -> str:
        return self.record.name if isinstance(self.record, Exam) else str(self.record.get_kind_display())


def rows_of(person: int) -> list[Row]:
    """Everything entered for one person, by date; exams of the class belong to the class."""
    records: list[Absence | Exam] = [
        *Exam.objects.filter(apprentice=person),
        *Absence.objects.filter(apprentice=person),
    ]
    rows = [Row(one, "exam" if isinstance(one, Exam) else "absence") for one in records]
    return sorted(rows, key=lambda row: (row.record.starts_on, row.title))


def agreed_for(person: int, reader: User) -> QuerySet[AgreedAbsence]:
    return AgreedAbsence.objects.visible_to(reader).filter(apprentice=person).select_related("host_city")


@dataclass(frozen=True)
class AwaySoon:
    training: Apprenticeship
    url: str
    next: Row | None


def away_soon(kept: QuerySet[Apprenticeship], today: date) -> list[AwaySoon]:
    """Everybody with what comes next, in a fixed number of queries."""
    trainings = list(kept)
    people = [one.person_id for one in trainings]
    ahead: dict[int, Absence | Exam] = {}
    to_come: list[Absence | Exam] = [
        *Absence.objects.filter(apprentice__in=people, ends_on__gte=today),
        *Exam.objects.filter(apprentice__in=people, ends_on__gte=today),
    ]
    for record in sorted(to_come, key=lambda record: record.starts_on):
        ahead.setdefault(record.apprentice_id or 0, record)
    rows = {key: Row(one, "") for key, one in ahead.items()}
    return [AwaySoon(one, page_of(one.person_id), rows.get(one.person_id)) for one in trainings]
