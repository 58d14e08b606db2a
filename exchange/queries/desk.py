"""What somebody may do on the page of a stay, and which of it is next."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from exchange.models import Placement
from exchange.queries.stay import PLANNED, WAITING, Stop, stations_of
from exchange.queries.swaps import may_swap
from exchange.states import PlacementStatus
from people.models import Role, User
from people.policies import allowed
from people.queries import acts_as
from training.models import Station, WeeklyNote
from training.queries.stations import Week
from training.states import NoteStatus, StationStatus

P = PlacementStatus
OPEN_STATIONS = [StationStatus.PLANNED, StationStatus.RUNNING]
Side = Literal["home", "host"]


@dataclass(frozen=True)
class Desk:
    """What the reader may do on the page of a stay."""

    side: str
    refuse: bool
    answer: bool
    plan: bool
    complete: bool
    record: bool
    end: bool
    swap: bool


def desk_of(placement: Placement, user: User) -> Desk:
    status = placement.status
    return Desk(
        side=open_side(user, placement) or "",
        refuse=status in WAITING and allowed("exchange.refuse_placement", user, placement),
        answer=status == P.OFFERED and allowed("exchange.answer_placement", user, placement),
        plan=status in PLANNED and allowed("exchange.plan_stations", user, placement),
        complete=status == P.ACTIVE
        and not stations_of(placement).filter(status__in=OPEN_STATIONS).exists()
        and allowed("exchange.complete_placement", user, placement),
        record=status == P.COMPLETED and allowed("exchange.issue_record", user, placement),
        end=status in (P.CONFIRMED, P.OFFERED, *PLANNED) and allowed("exchange.end_placement", user, placement),
        swap=may_swap(placement) and allowed("exchange.wish_to_swap", user, placement),
    )


def primary_of(desk: Desk, stops: list[Stop], *, is_own: bool, reads: bool = False) -> str:
    """The one button of the page that is drawn large."""
    if desk.answer:
        return "answer"
    if desk.side:
        return "confirm"
    if desk.record:
        return "record"
    if desk.complete:
        return "complete"
    for stop in stops:
        if stop.may_check_in:
            return stop.key
    if reads:
        return "read"
    return "note" if is_own and any(_open_week(stop) for stop in stops) else ""


def week_to_write(stops: list[Stop]) -> tuple[Station, date] | None:
    """The first week about which the apprentice can write now."""
    return next(((stop.station, week.monday) for stop in stops if (week := _open_week(stop))), None)


def note_to_read(stops: list[Stop], user: User) -> WeeklyNote | None:
    """The first note that waits for this supervisor or deputy."""
    for stop in stops:
        waiting = [week.note for week in stop.weeks if week.note and week.note.status == NoteStatus.SUBMITTED]
        if waiting and acts_as(user, Role.SUPERVISOR, stop.station.supervisor_id, stop.station.deputy_id):
            return waiting[0]
    return None


def _open_week(stop: Stop) -> Week | None:
    return next(
        (week for week in stop.weeks if week.is_open and (week.note is None or week.note.status == NoteStatus.DRAFT)),
        None,
    )


def open_side(user: User, placement: Placement) -> Side | None:
    """For which city this person may confirm now, if for any."""
    sides: tuple[Side, ...] = ("home", "host")
    for side in sides:
        open_here = getattr(placement, f"{side}_confirmed_by_id") is None and placement.status in WAITING
        if open_here and allowed(f"exchange.confirm_for_{side}", user, placement):
            return side
    return None
