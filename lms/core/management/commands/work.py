"""The worker: runs tasks from the queue and the jobs of `lms.core.jobs` until it is told to stop."""

import logging
import sys
import time
from contextlib import contextmanager

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from lms.core import jobs

log = logging.getLogger("wanderjahr.jobs")
LONGEST_PAUSE = 60.0


class Worker(db_worker.Worker):
    """django-tasks' worker with the leases, further attempts and jobs of `lms.core.jobs`."""

    def __init__(self, *, interval, until_idle):
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=50,  # then the jobs have their turn
            worker_id=get_random_string(16),
        )
        self.until_idle = until_idle
        self.due = dict.fromkeys(jobs.discover(), 0.0)

    def run(self):
        pause = self.interval
        while self.running:
            try:
                self.run_jobs()
                found = self.run_ready_tasks()
                pause = self.interval
            except OperationalError as error:
                if self.until_idle:
                    raise
                log.error("database not available, trying again: %s", error)
                found, pause = False, min(2 * pause, LONGEST_PAUSE)
            if self.until_idle and not found:
                return
            if self.running and not found:
                time.sleep(pause)

    def run_ready_tasks(self):
        """Whether there were any. Asks first, because taking one locks the database, even if there is none."""
        close_old_connections()
        if not DBTaskResult.objects.ready().exists():
            return False
        self._run_tasks = 0
        super().run()
        return True

    def run_jobs(self):
        now = time.monotonic()
        for job in [job for job, due in self.due.items() if due <= now]:
            self.due[job] = now + min(job.seconds, LONGEST_PAUSE)
            try:
                with self.uninterrupted():
                    job.run()
            except OperationalError:
                raise
            except Exception:
                log.exception("job %s failed", job.name)
            else:
                self.due[job] = now + job.seconds

    def run_task(self, db_task_result):
        with jobs.lease(db_task_result):
            super().run_task(db_task_result)
        jobs.try_again(db_task_result)

    @contextmanager
    def uninterrupted(self):
        """A signal to stop waits for the end of this block, as it does for a task."""
        self.running_task = True
        try:
            yield
        finally:
            self.running_task = False


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between looks at an empty queue")
        parser.add_argument("--until-idle", action="store_true", help="run what is due now, then end")

    def handle(self, *, interval, until_idle, **options):
        # it announces every look at the queue
        logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
        worker = Worker(interval=interval, until_idle=until_idle)
        worker.configure_signals()
        worker.run()
        connection.close()
        sys.exit(0)
