"""`make demo`: from a fresh clone, or from whatever an earlier run left, to a running demo."""

import fcntl
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools import serve, template
from tools.common import DATA, Trouble, fingerprint, main, manage, say, stamped
from tools.setup import setup

DATABASE = DATA / "db.sqlite3"
ON_POSTGRESQL = bool(os.environ.get("DATABASE_URL"))


def collect_static():
    value = fingerprint("static/**/*", "package-lock.json", "requirements.txt", "lms/settings/*.py")
    stamp = DATA / ".wanderjahr-static"
    if not stamped(stamp, value) or not (DATA / "static" / "staticfiles.json").exists():
        say("Style sheets, scripts and pictures")
        stamp.unlink(missing_ok=True)
        manage("collectstatic", "--noinput", "--verbosity=0", env={"WANDERJAHR_DATA": str(DATA)})
        stamp.write_text(value)


def demo_data(fresh):
    """Built aside and moved into place whole, the database last: half a demo never shows."""
    stamp = DATA / ".wanderjahr-database"
    if DATABASE.exists() and not fresh:
        if not stamped(stamp, template.version()):
            say("Bringing the tables up to date")
            manage("migrate", "--verbosity=0", env={"WANDERJAHR_DATA": str(DATA)})
            stamp.write_text(template.version())
        tell_age()
        return
    say("Demo data: three cities, their people, courses and exchange rounds")
    building = DATA / ".building"
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir()
    (building / "static").symlink_to(DATA / "static")
    shutil.copyfile(template.sqlite(), building / "db.sqlite3")
    manage("demo", env={"WANDERJAHR_DATA": str(building)})
    (building / "static").unlink()
    DATABASE.unlink(missing_ok=True)
    for rest in ("-wal", "-shm"):
        Path(f"{DATABASE}{rest}").unlink(missing_ok=True)
    shutil.rmtree(DATA / "cache", ignore_errors=True)
    stamp.write_text(template.version())
    for part in sorted(building.iterdir(), key=lambda part: part.name == DATABASE.name):
        if part.is_dir():
            shutil.rmtree(DATA / part.name, ignore_errors=True)
        part.replace(DATA / part.name)
    building.rmdir()


def tell_age():
    built = date.fromtimestamp((DATA / ".wanderjahr-database").stat().st_mtime)
    if built < date.today():
        say(f"The demo data is of {built:%d %B}; `make demo-fresh` builds it anew, relative to today.")


def demo_data_on_postgresql():
    say("Tables and demo data in the database of DATABASE_URL")
    manage("migrate", "--verbosity=0")
    manage("demo", "--if-empty")


def prepare(fresh):
    DATA.mkdir(parents=True, exist_ok=True)
    if not os.access(DATA, os.W_OK):
        raise Trouble(f"{DATA} belongs to somebody else; remove it, or run this as its owner.")
    with ThreadPoolExecutor() as pool:
        steps = [pool.submit(collect_static)]
        if not ON_POSTGRESQL and (fresh or not DATABASE.exists()):
            steps.append(pool.submit(template.sqlite))
        for step in steps:
            step.result()
    demo_data_on_postgresql() if ON_POSTGRESQL else demo_data(fresh)


def demo(how=""):
    fresh = how == "fresh"
    if fresh and ON_POSTGRESQL:
        raise Trouble("demo-fresh builds the SQLite demo; empty the database of DATABASE_URL yourself.")
    setup("demo")
    DATA.mkdir(parents=True, exist_ok=True)
    with (DATA / ".running").open("w") as running:
        if fresh:
            lock(
                running, fcntl.LOCK_EX, "The demo of this folder is running; end it first (Ctrl+C), then build it anew."
            )
        prepare(fresh)
        lock(running, fcntl.LOCK_SH, "Another `make demo-fresh` is at work in this folder.")
        run()


def lock(file, kind, trouble):
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Trouble(trouble) from None


def run():
    host = os.environ.get("HOST") or "127.0.0.1"
    sock, port = serve.listen(host, int(os.environ.get("PORT") or 8000))
    address = f"http://localhost:{port}"
    env = {
        "WANDERJAHR_PROFILE": "demo",
        "DJANGO_SETTINGS_MODULE": "lms.settings",
        "WANDERJAHR_DATA": str(DATA),
        "SITE_URL": address,
    }
    with ThreadPoolExecutor() as pool:
        tour = pool.submit(manage, "demo", "--tour", "--address", address, env=env)
        serve.serve(sock, address, env, lambda: print(tour.result(), flush=True))


if __name__ == "__main__":
    main(demo)
