"""The documents keep in step with the project where a machine can tell."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = ROOT / "docs" / "decisions"


def dependencies():
    files = [ROOT / "requirements.in", ROOT / "requirements-dev.in", *(ROOT / "tools").glob("*.in")]
    lines = [line for path in files for line in path.read_text().splitlines() if re.match(r"\w", line)]
    package = json.loads((ROOT / "package.json").read_text())
    return {re.split(r"[\[=]", line)[0] for line in lines} | {*package["dependencies"], *package["devDependencies"]}


def test_every_dependency_has_its_reason_and_no_reason_is_left_over():
    text = (DECISIONS / "0000-dependencies.md").read_text()
    named = set(re.findall(r"^\| ([\w@/.-]+) \|", text, re.MULTILINE)) - {"Package"}
    assert named - {"---"} == dependencies()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document):
    found = re.findall(r"\]\((?!https?:|mailto:|#|docs/screenshots/)([^)#]+)", document.read_text())
    assert [link for link in found if not (document.parent / link).exists()] == []


def test_every_decision_says_why_and_what_was_rejected():
    parts = ["**Context.**", "**Decision.**", "**Rejected.**"]
    wrong = [path.name for path in DECISIONS.glob("*.md") if not all(part in path.read_text() for part in parts)]
    assert wrong == []


def test_files_named_in_the_documents_exist():
    """`lms/core/jobs.py` and the like; placeholders such as <app> are left alone."""
    tops = "lms|people|questions|courses|training|learning|exchange|certificates|templates|static|locale|tests|tools"
    name = re.compile(rf"`((?:{tops})/[\w./-]*)`")
    missing = {
        f"{document.name}: {path}"
        for document in DOCUMENTS
        for path in name.findall(document.read_text())
        if not (ROOT / path).exists()
    }
    assert missing == set()
