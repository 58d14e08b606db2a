"""Pin what requirements*.in, tools/*.in and package.json ask for: exact versions, hashes, no registry's address."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools.common import VENV, main, run
from tools.setup import npm

LOCKS = {
    "requirements.in": ["requirements.txt"],
    "requirements-dev.in": ["requirements-dev.txt", "--constraint", "requirements.txt"],
    "tools/uv.in": ["tools/uv.txt"],
    "tools/node.in": ["tools/node.txt"],
}


def lock(*options):
    """`--upgrade` takes the newest versions allowed, `--upgrade-package NAME` only that one."""
    for source, (target, *more) in LOCKS.items():
        run(
            VENV / "bin" / "uv", "pip", "compile", "--quiet", "--no-config", "--system-certs", "--universal",
            "--python-version", "3.11",
            "--generate-hashes", "--no-emit-index-url", "--only-binary", ":all:", "--emit-build-options",
            "--custom-compile-command", "make lock", source, "--output-file", target, *more, *options,
        )  # fmt: skip
    run(*npm(), "install", "--package-lock-only", "--ignore-scripts")


if __name__ == "__main__":
    main(lock)
