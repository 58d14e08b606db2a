"""Run every linter to its end, two at a time, then say which ones found something."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools.common import PYTHON, ROOT, VENV, main

PY = str(PYTHON)
CHECKS = {
    "types": [PY, "-m", "mypy"],
    "style": [PY, "-m", "ruff", "check", "."],
    "format": [PY, "-m", "ruff", "format", "--check", "."],
    "templates": [PY, "-m", "djlint", "--lint", "--quiet", "templates"],
    "layers": [PY, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "migrations": [PY, "manage.py", "makemigrations", "--check", "--dry-run"],
    "settings": [PY, "manage.py", "check", "--fail-level=WARNING"],
    "translations": [PY, "manage.py", "messages", "--check"],
    "packages": [str(VENV / "bin" / "uv"), "pip", "check", "--python", PY],
}


def check(name):
    env = {**os.environ, "WANDERJAHR_PROFILE": "demo", "PYTHONWARNINGS": "error" if name == "settings" else ""}
    return subprocess.run(
        CHECKS[name], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )


def lint(*names):
    failed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        names = names or tuple(CHECKS)
        for name, done in zip(names, pool.map(check, names), strict=True):
            print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name}", flush=True)
            if done.returncode:
                failed.append(name)
                print(f"\n{done.stdout.strip()}\n", flush=True)
    return f"{len(failed)} of {len(names)} checks failed: {', '.join(failed)}" if failed else 0


if __name__ == "__main__":
    main(lint)
