import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from lms.core import jobs
from lms.core.management.commands.work import Worker
from tests.core import slow

READY, RUNNING, FAILED, SUCCESSFUL = (TaskResultStatus[name] for name in ("READY", "RUNNING", "FAILED", "SUCCESSFUL"))


@task()
def greet(name):
    return f"Guten Tag, {name}"


@task()
def stumble():
    raise ValueError("not today")


@pytest.fixture(autouse=True)
def queue(transactional_db, settings):
    """The worker opens and closes connections as it likes, so no test transaction around it."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def worker():
    worker = Worker(interval=0, until_idle=True)
    worker.due.clear()
    return worker


def only_task():
    return DBTaskResult.objects.get()


def abandoned(attempts, minutes=3):
    """A task that a worker took and never finished."""
    greet.enqueue("Mina")
    workers = [f"worker-{n}" for n in range(attempts)]
    started_at = timezone.now() - timedelta(minutes=minutes)
    DBTaskResult.objects.update(status=RUNNING, started_at=started_at, worker_ids=workers)
    return only_task()


def test_worker_runs_what_is_in_the_queue(worker):
    greet.enqueue("Mina")
    worker.run()
    assert (only_task().status, only_task().return_value) == (SUCCESSFUL, "Guten Tag, Mina")


def test_failed_task_gets_three_attempts_and_longer_waits(worker, caplog, time_machine):
    time_machine.move_to(timezone.now())
    stumble.enqueue()
    waits = []
    for _attempt in range(jobs.ATTEMPTS):
        worker.run()
        if only_task().status == READY:
            waits.append(round((only_task().run_after - timezone.now()).total_seconds(), -1))
            time_machine.shift(only_task().run_after - timezone.now() + timedelta(seconds=1))
    assert (only_task().status, len(only_task().worker_ids), waits) == (FAILED, 3, [10, 120])
    assert caplog.messages[-1].endswith("it raised builtins.ValueError in attempt 3, given up")


def test_waiting_task_is_not_taken_early(worker):
    stumble.enqueue()
    worker.run()
    worker.run()
    assert len(only_task().worker_ids) == 1


@pytest.mark.parametrize(("attempts", "status", "recovered"), [(1, READY, 1), (2, READY, 1), (3, FAILED, 0)])
def test_task_of_a_dead_worker_is_put_back_while_attempts_are_left(attempts, status, recovered):
    abandoned(attempts)
    assert jobs.recover_tasks() == recovered
    assert only_task().status == status


def test_task_within_its_lease_is_left_alone():
    abandoned(attempts=1, minutes=1)
    assert jobs.recover_tasks() == 0
    assert only_task().status == RUNNING


def test_of_two_who_find_the_same_task_one_puts_it_back():
    seen_by_both = abandoned(attempts=1)
    results = [jobs._put_back(seen_by_both, "test", started_at=seen_by_both.started_at) for _finder in range(2)]
    assert results == [True, False]


def test_lease_is_renewed_while_the_task_runs(monkeypatch):
    monkeypatch.setattr(jobs, "RENEWAL", timedelta(milliseconds=20))
    running = abandoned(attempts=1)
    with jobs.lease(running):
        time.sleep(0.3)
    assert jobs.recover_tasks() == 0


def without_other_jobs(monkeypatch):
    jobs.discover()  # now, not into the empty table
    monkeypatch.setattr(jobs, "JOBS", {})


def test_every_registers_a_job_that_the_worker_calls_when_due(monkeypatch):
    calls = []
    without_other_jobs(monkeypatch)

    @jobs.every(3600)
    def advance_rounds():
        calls.append("called")

    worker = Worker(interval=0, until_idle=True)
    worker.run()
    worker.run()
    assert calls == ["called"]
    assert [job.name for job in worker.due] == [f"{__name__}.advance_rounds"]


def test_failing_job_stops_neither_the_worker_nor_the_others(monkeypatch, caplog):
    calls = []

    def fail():
        raise ValueError("broken")

    without_other_jobs(monkeypatch)
    jobs.every(60)(fail)
    jobs.every(60)(lambda: calls.append("called"))
    Worker(interval=0, until_idle=True).run()
    assert (calls, caplog.messages) == (["called"], [f"job {__name__}.fail failed"])


def test_worker_waits_for_a_database_that_is_away(worker, monkeypatch, caplog):
    answers = [OperationalError("server closed the connection"), None]

    def look():
        if answer := answers.pop(0):
            raise answer
        worker.running = False

    worker.until_idle = False
    monkeypatch.setattr(worker, "run_ready_tasks", look)
    worker.run()
    assert (answers, caplog.messages) == ([], ["database not available, trying again: server closed the connection"])


def test_old_results_are_forgotten(worker):
    greet.enqueue("Mina")
    worker.run()
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=jobs.KEEP_RESULTS_DAYS + 1))
    jobs.forget_results()
    assert not DBTaskResult.objects.exists()


def test_command_runs_what_is_due_and_ends():
    greet.enqueue("Mina")
    with pytest.raises(SystemExit) as end:
        call_command("work", "--until-idle")
    assert (end.value.code, only_task().status) == (0, SUCCESSFUL)


def database_url():
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return django_settings.DATABASE_URL.rpartition("/")[0] + f"/{name}"


@pytest.fixture
def start_worker():
    """Start a worker in a process of its own, on this test's database."""
    workers = []

    def start():
        profile = {"DJANGO_SETTINGS_MODULE": "lms.settings", "WANDERJAHR_PROFILE": "demo"}
        env = {**os.environ, **profile, "DATABASE_URL": database_url()}
        command = [sys.executable, "manage.py", "work", "--interval=0.1"]
        workers.append(subprocess.Popen(command, cwd=django_settings.BASE_DIR, env=env))
        return workers[-1]

    yield start
    for worker in workers:
        worker.kill()
        worker.wait()


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_killed_worker_loses_no_task(tmp_path, start_worker):
    log = tmp_path / "log"
    slow.note.enqueue(str(log), seconds=60)
    first = start_worker()
    wait_until(log.exists)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert only_task().status == RUNNING

    DBTaskResult.objects.update(started_at=timezone.now() - jobs.LEASE - timedelta(seconds=1))
    jobs.recover_tasks()
    DBTaskResult.objects.update(run_after=timezone.now())
    second = start_worker()
    wait_until(lambda: only_task().status == SUCCESSFUL)
    second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=60) == 0
    assert log.read_text().split() == [str(first.pid), str(second.pid)]


def test_worker_told_to_stop_finishes_its_task(tmp_path, start_worker):
    log = tmp_path / "log"
    slow.note.enqueue(str(log), seconds=1)
    worker = start_worker()
    wait_until(log.exists)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=60) == 0
    assert only_task().status == SUCCESSFUL
