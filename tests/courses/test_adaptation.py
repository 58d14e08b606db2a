"""What differs between an original and its copy: rules that must hold whatever both sides write."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.texts.adaptation import (
    ADDED,
    CHANGED,
    FIELD,
    MOVED,
    REMOVED,
    Block,
    State,
    core,
    differences,
    open_changes,
    raw,
    settled,
    taken,
)

WORDS = st.sampled_from(["Akte", "Vorgang", "Dokument", "Frist"])
EDITS = st.lists(st.tuples(st.sampled_from(["write", "remove", "insert", "move", "field"]), st.integers(0, 9), WORDS))


def state(*blocks, **fields):
    return State(fields, {"body": tuple(Block(key, "text", value) for key, value in blocks)})


def edited(before, edits, who):
    """A state after somebody wrote, removed, inserted and moved."""
    fields, blocks = dict(before.fields), list(before.streams["body"])
    for number, (deed, place, word) in enumerate(edits):
        at = place % len(blocks) if blocks else 0
        if deed == "insert":
            blocks.insert(at, Block(f"{who}-{number}", "text", word))
        elif deed == "field":
            fields[["title", "intro"][place % 2]] = f"{word} {who}"
        elif not blocks:
            continue
        elif deed == "write":
            blocks[at] = replace(blocks[at], value=f"{word} {who}")
        elif deed == "remove":
            blocks.pop(at)
        else:
            blocks.append(blocks.pop(at))
    return State(fields, {"body": tuple(blocks)})


@st.composite
def histories(draw):
    """What was seen, what the original is now, what we made of it."""
    words = draw(st.lists(WORDS, max_size=6))
    seen = state(*((f"b{n}", word) for n, word in enumerate(words)), title="Kurs", intro="")
    return seen, edited(seen, draw(EDITS), "theirs"), edited(seen, draw(EDITS), "ours")


def ids(state, among=None):
    return [block.id for block in state.streams["body"] if among is None or block.id in among]


def values(state):
    return {block.id: block.value for block in state.streams["body"]}


def named(changes):
    return {(change.kind, change.place, change.block) for change in changes}


@given(histories())
def test_who_takes_everything_has_nothing_left_to_decide(history):
    seen, now, ours = history
    changes = open_changes(seen, now, ours)
    after = settled(seen, now, ours, {change.key for change in changes})
    assert after == now
    assert open_changes(after, now, taken(ours, changes, now)) == []


@given(histories())
def test_who_leaves_everything_is_not_asked_again(history):
    seen, now, ours = history
    after = settled(seen, now, ours, {change.key for change in open_changes(seen, now, ours)})
    assert open_changes(after, now, ours) == []


@given(histories(), st.data())
def test_what_is_not_decided_stays_offered(history, data):
    seen, now, ours = history
    changes = open_changes(seen, now, ours)
    decided = [change for change in changes if data.draw(st.booleans())]
    rest = named(changes) - named(decided)
    after = settled(seen, now, ours, {change.key for change in decided})
    assert named(open_changes(after, now, taken(ours, decided, now))) == rest
    assert named(open_changes(after, now, ours)) == rest


@given(histories())
def test_taking_everything_makes_what_we_left_alone_equal_to_the_original(history):
    seen, now, ours = history
    result = taken(ours, open_changes(seen, now, ours), now)
    before, mine, theirs = values(seen), values(ours), values(now)
    alone = [key for key in theirs if key not in before or mine.get(key) == before[key]]
    assert {key: values(result)[key] for key in alone} == {key: theirs[key] for key in alone}
    assert not (before.keys() - theirs.keys()) & values(result).keys()
    if ids(ours, before) == ids(seen):  # nothing removed or moved by us
        assert ids(result, theirs) == ids(now)
    for name, value in seen.fields.items():
        if ours.fields[name] == value:
            assert result.fields[name] == now.fields[name]


@given(histories())
def test_taking_everything_keeps_what_only_we_wrote(history):
    seen, now, ours = history
    result = values(taken(ours, open_changes(seen, now, ours), now))
    own = {key: value for key, value in values(ours).items() if key not in values(seen)}
    rewritten = {
        key: value
        for key, value in values(ours).items()
        if key in values(seen) and values(now).get(key) == values(seen)[key]
    }
    assert {key: result[key] for key in own | rewritten} == own | rewritten


@given(histories())
def test_taking_twice_is_taking_once(history):
    seen, now, ours = history
    changes = open_changes(seen, now, ours)
    once = taken(ours, changes, now)
    assert taken(once, changes, now) == once
    for change in changes:
        alone = taken(ours, [change], now)
        assert alone != ours
        assert taken(alone, [change], now) == alone


@given(histories())
def test_each_change_has_a_name_of_its_own(history):
    changes = open_changes(*history)
    assert len({change.key for change in changes}) == len(changes)


@given(histories())
def test_a_state_survives_being_stored(history):
    for one in history:
        assert State.of(one.data()) == one


SEEN = state(("a", "Akte"), ("b", "Brief"), ("c", "Frist"), title="Akten")


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (SEEN, []),
        (state(("a", "Akten"), ("b", "Brief"), ("c", "Frist"), title="Akten"), [(CHANGED, "a")]),
        (state(("a", "Akte"), ("n", "Neu"), ("b", "Brief"), ("c", "Frist"), title="Akten"), [(ADDED, "n")]),
        (state(("a", "Akte"), ("c", "Frist"), title="Akten"), [(REMOVED, "b")]),
        (state(("c", "Frist"), ("a", "Akte"), ("b", "Brief"), title="Akten"), [(MOVED, "")]),
        (state(("a", "Akte"), ("b", "Brief"), ("c", "Frist"), title="Register"), [(FIELD, "")]),
        (state(("c", "Fristen"), ("a", "Akte"), title="Akten"), [(CHANGED, "c"), (REMOVED, "b"), (MOVED, "")]),
    ],
)
def test_what_is_found(now, found):
    assert [(change.kind, change.block) for change in differences(SEEN, now)] == found


def test_our_own_change_of_the_same_thing_is_shown_beside():
    now = state(("a", "Akten"), ("b", "Briefe"), ("c", "Frist"), title="Akten")
    ours = state(("a", "Unsere Akte"), ("b", "Brief"), ("c", "Frist"), title="Akten")
    told = [(change.block, change.clash, change.ours.value) for change in open_changes(SEEN, now, ours)]
    assert told == [("a", True, "Unsere Akte"), ("b", False, "Brief")]


def test_what_we_took_out_can_come_back():
    now = state(("a", "Akten"), ("b", "Brief"), ("c", "Frist"), title="Akten")
    ours = state(("b", "Brief"), ("c", "Frist"), title="Akten")
    [change] = open_changes(SEEN, now, ours)
    assert (change.clash, change.ours) == (True, None)
    assert ids(taken(ours, [change], now)) == ["a", "b", "c"]


def test_what_both_changed_alike_needs_no_decision():
    now = state(("a", "Akten"), ("b", "Brief"), ("c", "Frist"), title="Akten")
    assert open_changes(SEEN, now, now) == []


def test_new_blocks_stand_where_the_original_has_them_beside_our_own():
    now = state(("a", "Akte"), ("n", "Neu"), ("b", "Brief"), ("c", "Frist"), title="Akten")
    ours = state(("x", "Zuvor"), ("a", "Akte"), ("y", "Unseres"), ("b", "Brief"), ("c", "Frist"), title="Akten")
    assert ids(taken(ours, open_changes(SEEN, now, ours), now)) == ["x", "a", "n", "y", "b", "c"]


def test_a_new_order_takes_along_what_we_wrote_below():
    now = state(("c", "Frist"), ("a", "Akte"), ("b", "Brief"), title="Akten")
    ours = state(("a", "Akte"), ("y", "Unseres"), ("b", "Brief"), ("c", "Frist"), title="Akten")
    assert ids(taken(ours, open_changes(SEEN, now, ours), now)) == ["c", "a", "y", "b"]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("<p>Neu</p>", '<p data-block-key="x1">Neu</p>'),
        ({"title": "A"}, {"title": "A", "caption": "", "right": False, "lesson": None}),
        ([{"type": "item", "id": "1", "value": "A"}], [{"type": "item", "id": "2", "value": "A"}]),
        ([{"type": "item", "id": "1", "value": "A"}], ["A"]),
    ],
)
def test_what_readers_cannot_see_is_no_change(before, now):
    assert core(before) == core(now)


def test_a_change_is_another_one_once_the_original_moves_on():
    [first] = differences(SEEN, replace(SEEN, fields={"title": "Register"}))
    [second] = differences(SEEN, replace(SEEN, fields={"title": "Verzeichnis"}))
    assert first.key != second.key


def test_blocks_without_an_id_or_with_one_twice_are_told_apart():
    items = [{"type": "text", "value": "A"}, {"type": "text", "value": "B"}, *raw([Block("x", "text", "C")]) * 2]
    assert ids(State.of({"streams": {"body": items}})) == ["text?~1", "text?~2", "x", "x~2"]
