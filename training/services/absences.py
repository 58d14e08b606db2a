"""Leave, other absences and exams of a person, or of many at once. Nobody is absent twice on one day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core import journal
from lms.core.errors import Refused
from lms.core.periods import Period
from lms.core.templatetags.wanderjahr import date_range
from lms.notifications.services import notify
from people.models import User
from people.policies import require
from training.models import Absence, AbsenceKind, Apprenticeship, Exam, ExamKind
from training.planned import planned_stays
from training.queries.absences import commitment_of, effects_shown_to, page_of
from training.queries.effects import Effect, effects_of, mark_of

Away = Absence | Exam


@dataclass(frozen=True)
class Entry:
    """What is to be entered: an absence, or an exam with its name."""

    kind: AbsenceKind | ExamKind
    period: Period
    name: str = ""

    @property
    def is_exam(self) -> bool:
        return isinstance(self.kind, ExamKind)

    def record(self, person: User, actor: User) -> Away:
        days = {"apprentice": person, "starts_on": self.period.start, "ends_on": self.period.end, "kind": self.kind}
        return Exam(**days, name=self.name) if self.is_exam else Absence(**days, entered_by=actor)


class EffectsUnseen(Refused):
    """The change would touch stays that are planned: it is saved as soon as somebody has seen how."""

    def __init__(self, effects: Sequence[Effect]) -> None:
        super().__init__(
            ngettext(
                "This touches %(count)s planned stay. Please look at it and confirm.",
                "This touches %(count)s planned stays. Please look at them and confirm.",
                len(effects),
            )
            % {"count": len(effects)}
        )
        self.effects = effects


@transaction.atomic
def enter(people: Collection[int], entry: Entry, *, actor: User, seen: str = "") -> list[Away]:
    """Enter the same for all of these people, or for none. `seen`: the mark of the effects that were looked at."""
    trainings = _locked(people, actor)
    records = [entry.record(training.person, actor) for training in trainings]
    for one in records:
        _require_free(one)
    _require_seen(effects_of({one.apprentice_id or 0: [commitment_of(one)] for one in records}), seen, actor)
    for one in records:
        one.save()
        journal.record(one, "training.absence.enter", actor=actor)
        _tell(one, "absence_entered", actor)
    _tell_hosts(people, entry.period, "guest_away")
    return records


@transaction.atomic
def change(record: Away, entry: Entry, *, actor: User, seen: str = "") -> Away:
    """Correct kind, days or name."""
    person = record.apprentice_id or 0
    _locked([person], actor)
    record = type(record).objects.select_for_update(of=("self",)).select_related("apprentice").get(pk=record.pk)
    before, days_before = commitment_of(record), record.period
    record.kind, record.starts_on, record.ends_on = entry.kind, entry.period.start, entry.period.end
    if isinstance(record, Exam):
        record.name = entry.name
    _require_free(record)
    _require_seen(effects_of({person: [commitment_of(record)]}, {person: [before]}), seen, actor)
    record.save()
    journal.record(record, "training.absence.change", actor=actor)
    _tell(record, "absence_changed", actor)
    if record.period != days_before:
        _tell_hosts([person], days_before, "guest_back")
        _tell_hosts([person], record.period, "guest_away")
    return record


@transaction.atomic
def remove(record: Away, *, actor: User) -> None:
    _locked([record.apprentice_id or 0], actor)
    journal.record(record, "training.absence.remove", actor=actor)
    _tell(record, "absence_changed", actor)
    _tell_hosts([record.apprentice_id or 0], record.period, "guest_back")
    record.delete()


def _locked(people: Collection[int], actor: User) -> list[Apprenticeship]:
    """Plans for one person wait for each other; whoever enters for many may do so for each of them."""
    list(User.objects.select_for_update().filter(pk__in=people).order_by("pk"))
    found = Apprenticeship.objects.filter(person__in=people).select_related("person").order_by("person")
    trainings = list(found)
    if not trainings:
        raise Refused(_("There is nobody to enter this for."))
    for training in trainings:
        require("training.keep_absences", actor, training, city_id=training.city_id)
    return trainings


def _require_free(record: Away) -> None:
    others: QuerySet[Any] = type(record)._default_manager.filter(apprentice=record.apprentice_id).exclude(pk=record.pk)
    others = others.filter(starts_on__lte=record.ends_on, ends_on__gte=record.starts_on)
    if isinstance(record, Exam):
        others = others.filter(name=record.name)
    other = others.first()
    if other is not None and record.apprentice is not None:
        facts = {"name": record.apprentice.full_name, "dates": date_range(other.starts_on, other.ends_on)}
        raise Refused(
            _("For %(name)s something is entered already: %(dates)s. Change that entry, or choose other days.") % facts
        )


def _require_seen(effects: Sequence[Effect], seen: str, actor: User) -> None:
    shown = effects_shown_to(actor, effects)
    if shown and mark_of(shown) != seen:
        raise EffectsUnseen(shown)


def _tell(record: Away, kind: str, actor: User) -> None:
    """Without the kind: mail is no safe place."""
    person = record.apprentice
    if person is not None and person.pk != actor.pk:
        facts: Mapping[str, str] = {"first": record.starts_on.isoformat(), "last": record.ends_on.isoformat()}
        notify(person, f"training/{kind}", url=page_of(person.pk), **facts)


def _tell_hosts(people: Collection[int], days: Period, kind: str) -> None:
    """Who looks after a guest on these days hears when, never who or why: the page of the stay names the guest."""
    stays = [stay for stay in planned_stays(people, days) if stay.is_announced]
    hosts = User.objects.in_bulk({host for stay in stays for host in stay.hosts})
    for stay in stays:
        shared = stay.period.intersection(days)
        if shared:
            facts = {"first": shared.start.isoformat(), "last": shared.end.isoformat()}
            for host in sorted(stay.hosts):
                notify(hosts[host], f"training/{kind}", url=stay.url, **facts)
