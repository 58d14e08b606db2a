from types import SimpleNamespace

from tests.skips import unexpected


def skip(test, reason):
    return SimpleNamespace(nodeid=test, longrepr=("file.py", 1, f"Skipped: {reason}"))


def test_only_reasons_on_the_list_are_accepted():
    reports = [skip("test_pdf", "Java is missing"), skip("test_import", "no folder with samples")]
    assert unexpected(reports, ["no folder with"]) == ["test_pdf: Java is missing"]
    assert unexpected(reports, ["^Java", "samples$"]) == []
