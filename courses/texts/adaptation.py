"""What differs between two states of a page, and what a third state becomes when some of it is taken over.

A city copies a course and goes on writing; the original goes on, too. Three states of a page tell what happened:
`seen` is the original as the copying city knows it, `now` the original today, `ours` the copy. Blocks keep their ids
when a page is copied, so the same block is found again however far it moved. Knows nothing of databases.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

FIELD, CHANGED, ADDED, REMOVED, MOVED = "field", "changed", "added", "removed", "moved"
EDITORS_OWN = re.compile(r' data-block-key="[^"]*"')  # where the editor hangs its comments


@dataclass(frozen=True)
class Block:
    id: str
    type: str
    value: Any


@dataclass(frozen=True)
class State:
    """The fields of a page, and its streams of blocks."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    streams: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "State":
        streams = {name: _blocks(raw) for name, raw in data.get("streams", {}).items()}
        return cls(dict(data.get("fields", {})), streams)

    def data(self) -> dict[str, Any]:
        return {"fields": dict(self.fields), "streams": {name: raw(blocks) for name, blocks in self.streams.items()}}


def raw(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [{"type": block.type, "value": block.value, "id": block.id} for block in blocks]


def _blocks(items: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    """Blocks each with an id of its own, also where the data has none or one twice."""
    met: Counter[str] = Counter()
    blocks = []
    for item in items:
        key = item.get("id") or f"{item['type']}?"
        met[key] += 1
        name = key if item.get("id") and met[key] == 1 else f"{key}~{met[key]}"
        blocks.append(Block(name, item["type"], item["value"]))
    return tuple(blocks)


@dataclass(frozen=True)
class Change:
    """One thing that is different in the original; `block` is the id where one block is meant."""

    kind: str
    place: str
    block: str = ""
    before: Any = None
    now: Any = None
    ours: Any = None
    clash: bool = False  # we have changed the same thing ourselves

    @property
    def key(self) -> str:
        """Names the change as it was shown: another one as soon as the original moves on."""
        told = [self.kind, self.place, self.block, core(self.before), core(self.now)]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def core(value: Any) -> Any:
    """What readers get of a value: without the ids of its parts, empty extras and the marks of the editor."""
    if isinstance(value, Block):
        return [value.type, core(value.value)]
    if isinstance(value, str):
        return EDITORS_OWN.sub("", value)
    if isinstance(value, list | tuple):
        return [core(one) for one in value]
    if isinstance(value, dict):
        if value.keys() <= {"type", "value", "id"} and {"type", "value"} <= value.keys():
            return core(value["value"]) if value["type"] == "item" else [value["type"], core(value["value"])]
        return {name: core(one) for name, one in value.items() if one not in (None, "", False, [])}
    return value


def differences(seen: State, now: State) -> list[Change]:
    """Everything that leads from one state to the other, in the order of the page."""
    found = [
        Change(FIELD, name, before=seen.fields.get(name), now=value)
        for name, value in now.fields.items()
        if core(seen.fields.get(name)) != core(value)
    ]
    for name, blocks in now.streams.items():
        found += _in_stream(name, seen.streams.get(name, ()), blocks)
    return found


def _in_stream(place: str, seen: Sequence[Block], now: Sequence[Block]) -> list[Change]:
    known, kept = _by_id(seen), _by_id(now)
    found = []
    for block in now:
        before = known.get(block.id)
        if before is None:
            found.append(Change(ADDED, place, block.id, now=block))
        elif core(before) != core(block):
            found.append(Change(CHANGED, place, block.id, before, block))
    found += [Change(REMOVED, place, block.id, block) for block in seen if block.id not in kept]
    before_ids, now_ids = _order(seen, kept), _order(now, known)
    if before_ids != now_ids:
        found.append(Change(MOVED, place, before=before_ids, now=now_ids))
    return found


def _by_id(blocks: Iterable[Block]) -> dict[str, Block]:
    return {block.id: block for block in blocks}


def _order(blocks: Iterable[Block], among: Collection[str]) -> list[str]:
    return [block.id for block in blocks if block.id in among]


def taken(state: State, chosen: Collection[Change], now: State) -> State:
    """A state with these changes carried out; what is like that already stays untouched."""
    fields, streams = dict(state.fields), dict(state.streams)
    for change in chosen:
        if change.kind == FIELD and core(fields.get(change.place)) != core(change.now):
            fields[change.place] = change.now
    for place in {change.place for change in chosen if change.kind != FIELD}:
        mine = [change for change in chosen if change.kind != FIELD and change.place == place]
        streams[place] = _carried_out(streams.get(place, ()), mine, now.streams[place])
    return State(fields, streams)


def _carried_out(blocks: Sequence[Block], chosen: Collection[Change], now: Sequence[Block]) -> tuple[Block, ...]:
    gone = {change.block for change in chosen if change.kind == REMOVED}
    put = {change.block for change in chosen if change.kind in (ADDED, CHANGED)}
    result = [block for block in blocks if block.id not in gone]
    for at, block in enumerate(now):
        if block.id in put:
            _put(result, block, [one.id for one in now[:at]])
    if any(change.kind == MOVED for change in chosen):
        result = _reordered(result, [block.id for block in now])
    return tuple(result)


def _put(result: list[Block], block: Block, before: Sequence[str]) -> None:
    """In place of what we have of it, else behind the nearest block that stands before it in the original."""
    places = {one.id: at for at, one in enumerate(result)}
    if block.id not in places:
        result.insert(next((places[key] + 1 for key in reversed(before) if key in places), 0), block)
    elif core(result[places[block.id]]) != core(block):
        result[places[block.id]] = block


def _reordered(blocks: Iterable[Block], order: Sequence[str]) -> list[Block]:
    """In the order of the original; blocks of our own stay behind the one they follow."""
    rank = {key: at for at, key in enumerate(order)}
    runs: list[list[Block]] = [[]]
    for block in blocks:
        if block.id in rank:
            runs.append([block])
        else:
            runs[-1].append(block)
    return runs[0] + [block for run in sorted(runs[1:], key=lambda run: rank[run[0].id]) for block in run]


def open_changes(seen: State, now: State, ours: State) -> list[Change]:
    """What is to be decided: differences that would change anything with us, and whether we were there, too."""
    found = [change for change in differences(seen, now) if taken(ours, [change], now) != ours]
    return [_beside(change, seen, ours) for change in found]


def _beside(change: Change, seen: State, ours: State) -> Change:
    mine: Any
    if change.kind == FIELD:
        mine = ours.fields.get(change.place)
        clash = core(mine) != core(change.before)
    elif change.kind == MOVED:
        mine = _order(ours.streams.get(change.place, ()), change.now)
        clash = mine != [key for key in change.before if key in mine]
    else:
        mine = _by_id(ours.streams.get(change.place, ())).get(change.block)
        clash = change.kind != ADDED and core(mine) != core(change.before)
    return replace(change, ours=mine, clash=clash)


def settled(seen: State, now: State, ours: State, decided: Collection[str]) -> State:
    """What counts as seen once the changes with these keys are decided; what needs no decision is settled, too."""
    waiting = {change.key for change in open_changes(seen, now, ours)} - set(decided)
    return taken(seen, [change for change in differences(seen, now) if change.key not in waiting], now)
