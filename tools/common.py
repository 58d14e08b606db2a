"""What the set-up scripts share. They run before anything is installed, so they need Python alone."""

import fcntl
import hashlib
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
DATA = Path(os.environ.get("WANDERJAHR_DATA") or ROOT / "var").absolute()


class Trouble(Exception):
    """Something the person at the keyboard can mend; the text says how."""


def say(text):
    sys.stdout.write(f"· {text}\n")  # one write, as two steps may speak at once
    sys.stdout.flush()


def run(*command, env=None, quiet=False):
    """Run to the end, in the root folder; a failure shows what the command said and ends the set-up."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
        errors="replace",
    )
    if done.returncode:
        raise Trouble(f"{done.stdout or ''}\nThis command failed: {' '.join(str(part) for part in command)}".strip())
    return done.stdout


def manage(*arguments, env=None, quiet=True):
    settings = {"WANDERJAHR_PROFILE": "demo", "DJANGO_SETTINGS_MODULE": "lms.settings"}
    return run(PYTHON, "manage.py", *arguments, env={**settings, **(env or {})}, quiet=quiet)


def fingerprint(*patterns, also=()):
    """One short name for the content of all files that match, so that a change anywhere is a new name."""
    digest = hashlib.sha256("\0".join(str(part) for part in also).encode())
    for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern)):
        if path.is_file():
            digest.update(f"\0{path.relative_to(ROOT)}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def stamped(stamp, value):
    """Whether this step was finished with exactly this input."""
    return stamp.is_file() and stamp.read_text() == value


@contextmanager
def alone(path):
    """Let one process at a time work here; the lock goes with the process, so a crash leaves nothing behind."""
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is at work in this folder; waiting for it.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main(function):
    """Run a script's entry point: trouble and Ctrl+C end with a sentence, not with a traceback."""
    try:
        sys.exit(function(*sys.argv[1:]))
    except Trouble as trouble:
        sys.exit(f"\n{trouble}")
    except KeyboardInterrupt:
        sys.exit("\nStopped. The same command continues where this ended.")
