"""Two hundred learners at the same moment, on the web server as `make demo` starts it, with a copy of the data."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError
from django.db import OperationalError, connection
from django.urls import reverse

from courses.models import Attempt, CoursePage, Enrollment, LessonPage, LessonProgress, TestPage
from lms.demo.bench import Figure, a_crowd, answered
from tools import serve

LEARNERS, SECONDS = 200, 10
COPY = "wanderjahr_bench"
TOKEN = "a" * 32  # the one for forms; cookie and form only have to say the same


@dataclass(frozen=True)
class Crowd:
    """What they did, and how long the slowest had to wait."""

    figure: Figure
    seconds: float
    errors: list[str]

    def __str__(self) -> str:
        return f"{self.figure}{self.seconds:>11.1f}{len(self.errors):>8}"


HEAD = f"{f'{LEARNERS} at once, {connection.vendor}':<34}{'per s':>9}{'p95 ms':>11}{'all in s':>11}{'errors':>8}"


def crowds(course: CoursePage) -> Iterator[Crowd]:
    """First each does the last lesson, then each hands in the test and completes the course."""
    with _copy() as env:
        crowd = a_crowd(course, LEARNERS)
        *before, last = LessonPage.objects.child_of(course).live().order_by("path")
        LessonProgress.objects.bulk_create(
            LessonProgress(enrollment=enrollment, lesson=lesson) for enrollment, _client in crowd for lesson in before
        )
        sessions = [client.cookies[settings.SESSION_COOKIE_NAME].value for _enrollment, client in crowd]
        done = reverse("courses:lesson_done", args=[last.pk])
        with _served(env) as port:
            yield _all_at_once("progress write", port, [(session, done) for session in sessions])
            test = TestPage.objects.child_of(course).live().get()
            attempts = [answered(enrollment, test) for enrollment, _client in crowd]
            reviews = [reverse("courses:attempt_review", args=[attempt.pk]) for attempt in attempts]
            yield _all_at_once("test handed in", port, list(zip(sessions, reviews, strict=True)))
        _check(crowd)


def _check(crowd: list[tuple[Enrollment, Any]]) -> None:
    mine = [enrollment.pk for enrollment, _client in crowd]
    passed = Attempt.objects.filter(enrollment__in=mine, passed=True).count()
    completed = Enrollment.objects.filter(pk__in=mine, status="completed", completions__isnull=False).count()
    if (passed, completed) != (len(crowd), len(crowd)):
        raise CommandError(f"Of {len(crowd)} learners {passed} passed and {completed} completed the course.")


def _all_at_once(name: str, port: int, requests: list[tuple[str, str]]) -> Crowd:
    with ThreadPoolExecutor(len(requests)) as pool:
        start = perf_counter()
        answers = list(pool.map(lambda request: _post(port, *request, start), requests))
    seconds = max(ended for ended, _error in answers)
    p95 = quantiles([ended for ended, _error in answers], n=20)[-1] * 1000
    errors = [error for _ended, error in answers if error]
    return Crowd(Figure(name, len(requests) / seconds, p95), seconds, errors)


def _post(port: int, session: str, path: str, start: float) -> tuple[float, str]:
    cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
    try:
        with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as server:
            server.request("POST", path, headers={"Cookie": cookies, "X-CSRFToken": TOKEN, "Content-Length": "0"})
            status = server.getresponse().status
        error = "" if status == 302 else f"{path} answered {status}"
    except OSError as trouble:
        error = f"{path}: {trouble}"
    return perf_counter() - start, error


@contextmanager
def _served(env: dict[str, str]) -> Iterator[int]:
    """The web server and the worker, which draws and mails meanwhile."""
    sock, port = serve.listen("127.0.0.1", 8900)
    children = []
    try:
        children.append(serve.web(sock, env))
        serve.wait_until_ready(f"http://127.0.0.1:{port}", children)
        children.append(serve.worker(env))
        yield port
    finally:
        serve.stop(children)
        sock.close()


@contextmanager
def _copy() -> Iterator[dict[str, str]]:
    """A copy of the database, which this process works on as well; gone afterwards."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "static").symlink_to(settings.STATIC_ROOT)
        original = connection.settings_dict["NAME"]
        copied, remove = _copied_file(folder) if connection.vendor == "sqlite" else _copied_database()
        env = {"WANDERJAHR_PROFILE": "demo", "DJANGO_SETTINGS_MODULE": "lms.settings", "WANDERJAHR_DATA": folder}
        if connection.vendor != "sqlite":
            env["DATABASE_URL"] = urlsplit(settings.DATABASE_URL)._replace(path=f"/{copied}").geturl()
        try:
            _use(copied)
            yield env
        finally:
            _use(original)
            remove()


def _use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def _copied_file(folder: str) -> tuple[str, Callable[[], None]]:
    copied = str(Path(folder) / "db.sqlite3")
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"])) as read,
        closing(sqlite3.connect(copied)) as written,
    ):
        read.backup(written)
    return copied, lambda: None


def _copied_database() -> tuple[str, Callable[[], None]]:
    original = connection.settings_dict["NAME"]

    def server(*commands: str) -> None:
        _use("postgres")
        with connection.cursor() as cursor:
            for command in commands:
                cursor.execute(command)

    name = connection.ops.quote_name
    drop = f"DROP DATABASE IF EXISTS {name(COPY)} WITH (FORCE)"
    try:
        server(drop, f"CREATE DATABASE {name(COPY)} TEMPLATE {name(original)}")
    except OperationalError as error:
        raise CommandError(f"No copy of the database: {error}") from error
    return COPY, lambda: server(drop)
