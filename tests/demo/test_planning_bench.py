"""What `make bench` says about the conflict engine: few people here, so that it takes no time."""

from lms.demo.planning import Aim, aims


def test_what_is_measured_and_what_it_should_be():
    *measured, summary = aims(people=20, places=10)
    assert [(aim.most, aim.unit) for aim in measured] == [(1, "ms"), (50, "ms"), (3, "s")]
    possible = int(summary.split(": ")[1].split(" of ")[0])
    assert 0 < possible < 20 * 10
    assert "KiB" in summary


def test_it_says_so_when_it_takes_longer():
    assert str(Aim("one check", 2.0, 1, "ms")).endswith("slower than the aim")
    assert str(Aim("one check", 1.0, 1, "ms")).endswith("(aim: at most 1)")
