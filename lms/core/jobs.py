"""Work outside the request: steps that come with time, and tasks that survive a crash.

Tasks are written against Django's Tasks API (`django_tasks.task`). Its database back-end runs a task once and never
looks back: a worker that dies leaves it RUNNING for ever, a failure is final. Here a running task holds a lease that
its worker renews; who finds a lease run out puts the task back, and each task has three attempts. A task may
therefore run twice, so it must not matter if it does.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

log = logging.getLogger("wanderjahr.jobs")

ATTEMPTS = 3
LEASE = timedelta(minutes=2)
RENEWAL = timedelta(seconds=30)
WAITS = (timedelta(seconds=10), timedelta(minutes=2))  # before the second and the third attempt
KEEP_RESULTS_DAYS = 14


@dataclass(frozen=True)
class Job:
    """A step that is due every so often; it finds out itself whether there is anything to do."""

    seconds: float
    run: Callable[[], object]

    @property
    def name(self) -> str:
        return f"{self.run.__module__}.{self.run.__name__}"


JOBS: dict[str, Job] = {}


def every(seconds: float) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Let the worker call the function this often. Belongs into a module `jobs.py` of an app."""

    def register(function: Callable[[], object]) -> Callable[[], object]:
        job = Job(seconds, function)
        JOBS[job.name] = job
        return function

    return register


def discover() -> list[Job]:
    """All jobs of all apps."""
    autodiscover_modules("jobs")
    return list(JOBS.values())


@every(30)
def recover_tasks() -> int:
    """Put tasks back whose worker has gone; returns how many."""
    stuck = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - LEASE)
    return sum(_put_back(task, "its worker has gone", started_at=task.started_at) for task in stuck)


def try_again(task: DBTaskResult) -> bool:
    """Give a failed task its next attempt, if there is one left."""
    if task.status != TaskResultStatus.FAILED:
        return False
    return _put_back(task, f"it raised {task.exception_class_path}", finished_at=task.finished_at)


def _put_back(task: DBTaskResult, reason: str, **unchanged: datetime | None) -> bool:
    """Set the task to READY, or to FAILED after its last attempt, unless someone else was quicker."""
    attempt = len(task.worker_ids)
    if attempt < ATTEMPTS:
        wait = WAITS[attempt - 1]
        changes = {
            "status": TaskResultStatus.READY,
            "started_at": None,
            "finished_at": None,
            "run_after": timezone.now() + wait,
        }
        level, outcome = logging.WARNING, f"next attempt in {wait.total_seconds():.0f} s"
    else:
        changes = {"status": TaskResultStatus.FAILED, "finished_at": timezone.now()}
        level, outcome = logging.ERROR, "given up"
    done = DBTaskResult.objects.filter(pk=task.pk, status=task.status, **unchanged).update(**changes)
    if done:
        log.log(level, "task %s %s: %s in attempt %s, %s", task.pk, task.task_path, reason, attempt, outcome)
    return bool(done) and attempt < ATTEMPTS


@contextmanager
def lease(task: DBTaskResult) -> Iterator[None]:
    """Show that this task is still being worked on, for as long as it takes."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(RENEWAL.total_seconds()):
            try:
                DBTaskResult.objects.running().filter(pk=task.pk).update(started_at=timezone.now())
            except OperationalError as error:  # the database is busy or away: the next renewal may succeed
                log.warning("task %s: lease not renewed: %s", task.pk, error)
        connection.close()

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


@every(24 * 3600)
def forget_results() -> None:
    """Results name records and carry error texts; nobody needs them after two weeks."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=KEEP_RESULTS_DAYS, verbosity=0)


@every(24 * 3600)
def forget_sessions() -> None:
    call_command("clearsessions")
