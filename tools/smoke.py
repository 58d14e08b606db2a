"""Start `make demo` in a folder as a newcomer would, look at its pages, press Ctrl+C; then the same again, quickly."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools.common import Trouble, main

PAGES = ("/", "/gesundheit/", "/anmelden/")


def start(folder, port):
    keep = {
        name: value
        for name, value in os.environ.items()
        if not re.match("WANDERJAHR|DATABASE_URL|HOST$|MAKE|MFLAGS", name)
    }
    return subprocess.Popen(
        ["make", "demo"],
        cwd=folder,
        env={**keep, "PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def address_of(demo):
    for line in demo.stdout:
        print("   ", line, end="", flush=True)
        if found := re.search(r"is ready: (http://\S+)", line):
            return found.group(1)
    raise Trouble(f"make demo ended with code {demo.wait()} before it served a page.")


def press_ctrl_c(demo):
    os.killpg(demo.pid, signal.SIGINT)
    rest = demo.communicate(timeout=20)[0]
    if "Traceback" in rest:
        raise Trouble(f"make demo did not end cleanly:\n{rest}")


def visit(folder, port, limit):
    began = time.monotonic()
    demo = start(folder, port)
    try:
        address = address_of(demo)
        for page in PAGES:
            with urllib.request.urlopen(address + page, timeout=20) as answer:
                print(f"    {answer.status} {answer.url}")
        seconds = time.monotonic() - began
        press_ctrl_c(demo)
    finally:
        if demo.poll() is None:
            os.killpg(demo.pid, signal.SIGKILL)
    if still_open(address):
        raise Trouble("The server still answers after Ctrl+C.")
    print(f"    first page after {seconds:.1f} s (limit {limit} s)")
    if seconds > limit:
        raise Trouble("That took too long.")


def still_open(address):
    try:
        urllib.request.urlopen(address, timeout=2).close()
    except OSError:
        return False
    return True


def smoke(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:  # so the demo has to move on to the next port
        port = taken.getsockname()[1]
        visit(folder, port, limit=180)
        visit(folder, port, limit=20)


if __name__ == "__main__":
    main(smoke)
