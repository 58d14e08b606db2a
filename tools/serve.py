"""Run the web server and the task worker side by side, and end them together."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from tools.common import PYTHON, ROOT, Trouble, say

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def listen(host, wanted):
    """Take the wanted port, or the next one that is free, and keep it: nobody can come between."""
    for port in range(wanted, wanted + 50):
        if not answers(port):
            try:
                return socket.create_server((host, port), backlog=64), port
            except PermissionError:
                raise Trouble(f"Port {port} may not be used by this account; try `make demo PORT=8000`.") from None
            except OSError as error:
                if not in_use(error):
                    raise Trouble(f"Cannot listen at {host}: {error.strerror}.") from None
        say(f"Port {port} is in use by another program, trying {port + 1}.")
    raise Trouble(f"No free port from {wanted} on; try `make demo PORT=9000`.")


def answers(port):
    """Whether `localhost` leads to someone else, be it only by IPv6."""
    for host in ("127.0.0.1", "::1"):
        try:
            socket.create_connection((host, port), timeout=0.5).close()
        except OSError:
            continue
        return True
    return False


def in_use(error):
    return error.errno in (98, 48)  # EADDRINUSE on Linux, on macOS


def start(name, *command, env, sockets=()):
    """Start a child that ends with us even if we are killed; Ctrl+C reaches it through us alone."""

    def leave_with_parent():
        if LIBC:
            LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

    child = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **env},
        start_new_session=True,
        preexec_fn=leave_with_parent,
        pass_fds=[one.fileno() for one in sockets],
    )
    child.name = name
    return child


def web(sock, env):
    return start(
        "The web server",
        *(PYTHON, "-m", "gunicorn", "lms.wsgi", "--bind", f"fd://{sock.fileno()}", "--preload"),
        *("--workers", "2", "--threads", "4", "--graceful-timeout", "5", "--log-level", "warning"),
        "--no-control-socket",
        env=env,
        sockets=[sock],
    )


def worker(env):
    return start("The task worker", PYTHON, "manage.py", "work", env=env)


def check(children):
    for child in children:
        if child.poll() is not None:
            raise Trouble(f"{child.name} has ended by itself (code {child.returncode}); see above.")


def wait_until_ready(address, children, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        check(children)
        try:
            with urllib.request.urlopen(f"{address}/gesundheit/", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Trouble(f"The web server does not answer at {address} after {seconds} seconds.")


def stop(children, seconds=10):
    """Ask all to end, wait for what they are doing, and insist in the end."""
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, signal.SIG_IGN)
    for child in children:
        if child.poll() is None:
            child.terminate()
    end = time.monotonic() + seconds
    for child in children:
        try:
            child.wait(timeout=max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def serve(sock, address, env, when_ready):
    """Until Ctrl+C or a signal to end. If one of the two ends by itself, so does the other, and we say so."""

    def end(signum, frame):
        raise KeyboardInterrupt

    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, end)
    children = []
    try:
        children.append(web(sock, env))
        wait_until_ready(address, children)
        when_ready()
        children.append(worker(env))  # not needed for the first page, which comes sooner without it
        while True:
            check(children)
            time.sleep(0.3)
    except KeyboardInterrupt:
        print("\nEnding …", flush=True)
    finally:
        stop(children)
