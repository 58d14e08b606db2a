"""A migrated, otherwise empty database, made once and copied: migrating takes 12 seconds, copying none.

Its name says what went into it (migrations, settings, package versions); any change makes a new one.
"""

import os
import shutil
import sqlite3
import sys
import tempfile
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
        with sqlite3.connect(Path(folder) / "db.sqlite3") as database:
            database.execute("VACUUM INTO ?", [str(Path(folder) / "packed.sqlite3")])
        database.close()
        for old in FOLDER.glob("*.sqlite3"):
            old.unlink()
        os.replace(Path(folder) / "packed.sqlite3", path)


def copy(target):
    """Put a fresh copy at this place in one step."""
    half = Path(f"{target}.half")
    shutil.copyfile(sqlite(), half)
    os.replace(half, target)


if __name__ == "__main__":
    main(lambda: print(sqlite()))
