"""What a change would do to stays that are planned: the same `check` as for a new stay, before and after."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from typing import TypeVar

from django.utils import timezone

from lms.core.periods import Period
from training.conflicts import Commitment, Finding, Level, PersonFacts, RuleBook, Stay, WeeklyDay, check
from training.models import Apprenticeship
from training.planned import PlannedStay
from training.queries.facts import Files, load

Change = Commitment | WeeklyDay
One = TypeVar("One", Commitment, WeeklyDay)
Changes = Mapping[int, Sequence[Change]]  # by apprentice

REACH = timedelta(weeks=27)  # an exam is felt by a stay up to 26 weeks before it
WAY_OUT = timedelta(weeks=52)  # how far ahead a free time is looked for
AHEAD = timedelta(days=3 * 365)


@dataclass(frozen=True)
class Effect:
    """What would stand against a planned stay that does not today (`findings`), and what would no longer (`gone`)."""

    stay: PlannedStay
    findings: tuple[Finding, ...]
    gone: tuple[Finding, ...] = ()

    @property
    def is_hard(self) -> bool:
        return any(finding.level == Level.HARD for finding in self.findings)


def effects_of(changes: Changes, instead_of: Changes | None = None) -> list[Effect]:
    """What new commitments of these people would do to their planned stays, by start, in a fixed number of queries.

    `instead_of`: what is on record today and would no longer be, as when a block is moved.
    """
    gone = instead_of or {}
    touched = [change.period for some in (*changes.values(), *gone.values()) for change in some]
    if not touched:
        return []
    near = Period(min(one.start for one in touched) - REACH, max(one.end for one in touched) + REACH)
    files = load(set(changes) | set(gone), Period(near.start - REACH, near.end + REACH + WAY_OUT))
    found = []
    for stay in _stays(files):
        person = _facts(files, stay)
        if person is not None and stay.period.overlaps(near):
            key = stay.apprentice_id
            changed = _changed(person, files, key, changes.get(key, ()), gone.get(key, ()))
            found.append(_effect(stay, _ask(stay, person, files.book), _ask(stay, changed, files.book)))
    return [effect for effect in found if effect.findings]


def effects_of_rules(before: RuleBook, after: RuleBook, people: Collection[int] | None = None) -> list[Effect]:
    """What other rules would find about stays that are not over; of everybody, or of these people."""
    today = timezone.localdate()
    asked = Apprenticeship.objects.values_list("person_id", flat=True) if people is None else people
    files = load(list(asked), Period(today, today + AHEAD))
    found = []
    for stay in _stays(files):
        person = _facts(files, stay)
        if person is not None:
            found.append(_effect(stay, _ask(stay, person, before), _ask(stay, person, after)))
    return [effect for effect in found if effect.findings or effect.gone]


def _stays(files: Files) -> list[PlannedStay]:
    return sorted((stay for some in files.stays.values() for stay in some), key=lambda stay: (stay.period, stay.key))


def _facts(files: Files, stay: PlannedStay) -> PersonFacts | None:
    return files.person(stay.apprentice_id, stay.period, without=stay.key)


def _changed(
    person: PersonFacts, files: Files, key: int, added: Iterable[Change], taken: Iterable[Change]
) -> PersonFacts:
    """The person as if it were so already; what both cities have agreed on covers new commitments, too."""
    commitments, weekly_days = _without(person.commitments, taken), _without(person.weekly_days, taken)
    for change in added:
        if isinstance(change, WeeklyDay):
            weekly_days.append(change)
        else:
            agreed = change.agreed or any(one.contains(change.period) for one in files.agreed.get(key, ()))
            commitments.append(replace(change, agreed=agreed))
    return replace(person, commitments=tuple(commitments), weekly_days=tuple(weekly_days))


def _without(known: Iterable[One], taken: Iterable[Change]) -> list[One]:
    """Each change takes one away, however many are alike."""
    left = list(known)
    for change in taken:
        index = next((number for number, one in enumerate(left) if _same(one, change)), None)
        if index is not None:
            del left[index]
    return left


def _same(known: Change, change: Change) -> bool:
    """The same thing, whether or not the absence for it is agreed."""
    if isinstance(known, Commitment) and isinstance(change, Commitment):
        return replace(known, agreed=False) == replace(change, agreed=False)
    return known == change


def _ask(stay: PlannedStay, person: PersonFacts, book: RuleBook) -> list[Finding]:
    return [one for one in check(Stay(stay.period), person, stay.host, book) if one.level != Level.INFO]


def _effect(stay: PlannedStay, before: Sequence[Finding], after: Sequence[Finding]) -> Effect:
    known, then = [_core(one) for one in before], [_core(one) for one in after]
    return Effect(
        stay,
        tuple(one for one in after if _core(one) not in known),
        tuple(one for one in before if _core(one) not in then),
    )


def _core(finding: Finding) -> Finding:
    """A finding is the same whichever way out there is."""
    return replace(finding, fix=None)


def mark_of(effects: Sequence[Effect]) -> str:
    """Tells whether two lists of effects are the same, so that what is saved is what was seen."""
    told = [(*effect.stay.key, one.level, one.code, str(one.dates)) for effect in effects for one in effect.findings]
    return sha256(repr(sorted(told)).encode()).hexdigest()[:16]
