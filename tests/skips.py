"""Makes skipped tests visible, and in CI forbids those that tests/expected_skips.txt does not allow."""

import re
from pathlib import Path

import pytest

EXPECTED = Path(__file__).with_name("expected_skips.txt")


def pytest_addoption(parser):
    parser.addoption("--no-unexpected-skips", action="store_true", help="fail on a skip that expected_skips.txt lacks")


def expected():
    """The patterns of the list: one per line, matched against the reason."""
    lines = [line.strip() for line in EXPECTED.read_text().splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def unexpected(reports, patterns):
    """`test: reason` of every skip whose reason no pattern matches."""
    reasons = ((report.nodeid, str(report.longrepr[-1]).removeprefix("Skipped: ")) for report in reports)
    return sorted(f"{test}: {why}" for test, why in reasons if not any(re.search(p, why) for p in patterns))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    config = session.config
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if not config.option.no_unexpected_skips or reporter is None or hasattr(config, "workerinput"):
        return
    found = unexpected(reporter.stats.get("skipped", []), expected())
    if found:
        reporter.section("unexpected skips", red=True)
        for line in found:
            reporter.line(line)
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED
