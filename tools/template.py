"""A migrated, otherwise empty database, made once and copied: migrating takes 12 seconds, copying none.

Its name says what went into it (migrations, settings, package versions); any change makes a new one.
"""

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools.common import ROOT, alone, fingerprint, main, manage, say

FOLDER = ROOT / "var" / "template"


def version():
    return fingerprint("*/migrations/*.py", "lms/*/migrations/*.py", "lms/settings/*.py", "requirements.txt")


def sqlite():
    """The path of the template for SQLite, after building it if need be."""
    path = FOLDER / f"{version()}.sqlite3"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        with alone(ROOT / "manage.py"):
            if not path.exists():
                build_sqlite(path)
    return path


def build_sqlite(path):
    say("Empty database (once per change of the tables)")
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        manage("migrate", "--verbosity=0", env={"WANDERJAHR_DATA": folder, "DATABASE_URL": ""})
        whole = Path(folder) / "whole.sqlite3"
        write(Path(folder) / "db.sqlite3", whole)
        for old in FOLDER.glob("*.sqlite3"):
            old.unlink()
        os.replace(whole, path)


def write(source, target):
    """Make the target, a database that may be in use, the same as the source."""
    with (
        closing(sqlite3.connect(f"{Path(source).as_uri()}?mode=ro", uri=True)) as read,
        closing(sqlite3.connect(target)) as written,
    ):
        read.backup(written)


if __name__ == "__main__":
    main(lambda: print(sqlite()))
