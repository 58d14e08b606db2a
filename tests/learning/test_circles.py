from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from learning.circles import way_back

EDGES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=60)


def has_circle(parts):
    """Told differently: take away what holds nothing, until nothing is left or nothing can go."""
    left = {key: set(held) for key, held in parts.items()}
    while free := {key for held in left.values() for key in held if not left.get(key)} | {
        key for key, held in left.items() if not held
    }:
        if not any(left.values()):
            return False
        left = {key: held - free for key, held in left.items() if key not in free}
    return any(left.values())


def test_a_path_that_holds_itself():
    assert way_back({}, 1, 1) == [1, 1]


def test_the_circle_is_named_the_short_way():
    parts = {2: [3, 4], 3: [5], 5: [1], 4: [1]}
    assert way_back(parts, 1, 2) == [1, 2, 4, 1]


def test_the_same_path_on_two_others_is_no_circle():
    assert way_back({1: [2, 3], 2: [4]}, 3, 4) == []


@given(EDGES)
def test_whatever_people_put_together_no_circle_closes_and_each_one_refused_was_one(edges):
    parts = {}
    for path, part in edges:
        circle = way_back(parts, path, part)
        if circle:
            assert circle[:2] == [path, part]
            assert circle[-1] == path
            assert all(there in parts[here] for here, there in pairwise(circle[1:]))
            assert has_circle({**parts, path: [*parts.get(path, []), part]})
        else:
            parts.setdefault(path, []).append(part)
        assert not has_circle(parts)
