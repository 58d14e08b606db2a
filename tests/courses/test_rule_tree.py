"""Rules of completion as a tree: what is done, what is missing, how sure one can be of it."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rule_tree import (
    EVERYTHING,
    Facts,
    evaluate,
    from_data,
    grade,
    missing,
    shortest,
    to_data,
    unavoidable,
    uses,
)

LESSONS = [("lesson", n) for n in range(1, 6)]
TESTS = [("test", n) for n in range(11, 13)]
ASSIGNMENTS = [("assignment", 21)]
PAGES = (*LESSONS, *TESTS, *ASSIGNMENTS)
KEYS = ["talk", "visit"]

leaves = st.one_of(
    st.sampled_from([{kind: key} for kind, key in PAGES]),
    st.sampled_from([{"every": kind} for kind in ("lesson", "test", "assignment")]),
    st.builds(lambda n: {"attended": n}, st.integers(1, 4)),
    st.builds(lambda key: {"confirmed": key, "label": key}, st.sampled_from(KEYS)),
)
trees = st.recursive(
    leaves,
    lambda nodes: st.one_of(
        st.builds(lambda parts: {"all": parts}, st.lists(nodes, max_size=4)),
        st.builds(lambda n, parts: {"of": n, "parts": parts}, st.integers(0, 6), st.lists(nodes, max_size=4)),
    ),
    max_leaves=12,
)
facts = st.builds(
    Facts,
    pages=st.sets(st.sampled_from(PAGES)).map(lambda pages: tuple(sorted(pages))),
    done=st.frozensets(st.sampled_from(PAGES)),
    confirmed=st.frozensets(st.sampled_from(KEYS)),
    attended=st.integers(0, 5),
    held=st.none() | st.integers(0, 5),
)


def is_done(tree, facts):
    node = evaluate(tree, facts)
    return node is not None and node.done


@given(trees, facts, facts)
def test_more_done_never_undoes_it(tree, before, more):
    after = Facts(
        before.pages, before.done | more.done, before.confirmed | more.confirmed,
        before.attended + more.attended, before.held,
    )  # fmt: skip
    assert is_done(tree, after) or not is_done(tree, before)


def shuffled(tree, order):
    tree = dict(tree)
    for name in ("all", "parts"):
        if name in tree:
            tree[name] = [shuffled(part, order) for part in tree[name]]
            order.shuffle(tree[name])
    return tree


@given(trees, facts, st.integers())
def test_the_order_of_a_rule_decides_nothing(tree, facts, seed):
    one, other = evaluate(tree, facts), evaluate(shuffled(tree, Random(seed)), facts)
    assert (one is None) == (other is None)
    if one and other:
        assert (one.done, sorted(map(str, missing(one)))) == (other.done, sorted(map(str, missing(other))))


@given(facts)
def test_without_a_rule_everything_in_the_course_is_asked_for(facts):
    assert is_done(EVERYTHING, facts) == (bool(facts.pages) and set(facts.pages) <= facts.done)


@given(trees, facts)
def test_a_rule_can_always_be_fulfilled_and_never_asks_for_nothing(tree, facts):
    """Whatever became of the pages, whoever does what is missing has done it."""
    node = evaluate(tree, facts)
    if node is None:
        assert not facts.pages
        return
    assert node.done == (missing(node) == []) == (shortest(node) == [])
    assert list(node.leaves())
    left = shortest(node)
    done = facts.done | {(leaf.kind, leaf.key) for leaf in left}
    confirmed = facts.confirmed | {leaf.key for leaf in left if leaf.kind == "confirmed"}
    assert is_done(tree, Facts(facts.pages, done, confirmed, attended=9, held=facts.held))


@given(trees, facts)
def test_what_is_unavoidable_is_part_of_what_is_left_and_that_of_what_is_missing(tree, facts):
    node = evaluate(tree, facts)
    if node:
        assert [leaf for leaf in unavoidable(node) if leaf not in shortest(node)] == []
        assert [leaf for leaf in shortest(node) if leaf not in missing(node)] == []


@given(st.integers(-3, 9), st.sets(st.sampled_from(LESSONS), min_size=1), facts)
def test_n_of_some_asks_for_one_at_least_and_for_all_at_most(n, lessons, facts):
    tree = {"of": n, "parts": [{kind: key} for kind, key in sorted(lessons)]}
    there = lessons & set(facts.pages)
    node = evaluate(tree, facts)
    if node and node.kind == "of":
        assert 1 <= node.needed <= len(there)
        assert node.done == (len(there & facts.done) >= max(1, min(n, len(there))))
    else:
        assert not there


@given(trees, facts)
def test_a_rule_is_kept_and_read_again(tree, facts):
    node = evaluate(tree, facts)
    if node:
        assert from_data(to_data(node)) == node


def test_a_part_whose_page_is_gone_is_left_out():
    tree = {"of": 2, "parts": [{"lesson": 1}, {"lesson": 2}, {"lesson": 99}]}
    node = evaluate(tree, Facts(pages=(("lesson", 1),), done=frozenset([("lesson", 1)])))
    assert (node.done, node.needed, len(node.parts)) == (True, 1, 1)


def test_a_rule_of_which_nothing_is_left_asks_for_everything():
    facts = Facts(pages=(("lesson", 1), ("test", 11)), done=frozenset([("lesson", 1)]))
    node = evaluate({"all": [{"lesson": 99}]}, facts)
    assert [(leaf.kind, leaf.key) for leaf in missing(node)] == [("test", 11)]


@pytest.mark.parametrize("held", [None, 3])
def test_sessions_count_only_as_far_as_there_were_any(held):
    tree = {"attended": 2}
    assert not is_done(tree, Facts(attended=1, held=held))
    assert is_done(tree, Facts(attended=1, held=1))


DONE = {"done": frozenset(PAGES), "pages": PAGES, "confirmed": frozenset(KEYS), "attended": 4}


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"every": "lesson"}, "reported"),
        (EVERYTHING, "confirmed"),  # the assignment was accepted by a trainer
        ({"all": [{"every": "lesson"}, {"every": "test"}]}, "scored"),
        ({"all": [{"every": "test"}, {"attended": 2}]}, "attended"),
        ({"all": [{"every": "test"}, {"confirmed": "talk"}]}, "confirmed"),
        ({"of": 1, "parts": [{"lesson": 1}, {"test": 11}]}, "scored"),
        ({"of": 1, "parts": [{"attended": 1}, {"confirmed": "talk"}, {"lesson": 1}]}, "confirmed"),
    ],
)
def test_the_weakest_proof_decides_how_sure_one_can_be(tree, expected):
    assert grade(evaluate(tree, Facts(**DONE))) == expected


def test_what_is_missing_stands_in_the_order_of_the_rule():
    tree = {"all": [{"test": 11}, {"of": 1, "parts": [{"lesson": 2}, {"lesson": 1}]}, {"confirmed": "talk"}]}
    node = evaluate(tree, Facts(pages=PAGES))
    assert [leaf.key for leaf in missing(node)] == [11, 2, 1, "talk"]
    assert [leaf.key for leaf in shortest(node)] == [11, 2, "talk"]
    assert [leaf.key for leaf in unavoidable(node)] == [11, "talk"]


def test_whether_a_rule_asks_for_something():
    tree = {"all": [{"every": "lesson"}, {"of": 1, "parts": [{"confirmed": "talk"}]}]}
    assert (uses(tree, "confirmed"), uses(tree, "attended")) == (True, False)
