"""A worker that is killed while mails go out loses none and doubles none but the one in flight."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from lms.notifications.models import Delivery, Notification
from lms.notifications.outbox import LEASE
from tests.core.test_jobs import database_url
from tests.nightly import NIGHTLY
from tests.notifications.stories import urgent

KILLS = 100 if NIGHTLY else 3


@pytest.fixture(autouse=True)
def queue(transactional_db, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def work(folder, *options):
    ours = {"DJANGO_SETTINGS_MODULE": "lms.settings", "WANDERJAHR_PROFILE": "demo", "WANDERJAHR_DATA": str(folder)}
    env = {**os.environ, **ours, "DATABASE_URL": database_url()}
    command = [sys.executable, "manage.py", "work", *options]
    return subprocess.Popen(command, cwd=django_settings.BASE_DIR, env=env)


def mailed(folder):
    """How often each message went out."""
    texts = [path.read_text(errors="replace") for path in (folder / "mail").glob("*.log")]
    return Counter(int(found) for text in texts for found in re.findall(r"^Message-ID: <wanderjahr-(\d+)@", text, re.M))


def kill_in_the_middle(worker, folder):
    before, end = mailed(folder).total(), time.monotonic() + 60
    while mailed(folder).total() < before + 2:
        assert time.monotonic() < end, "the worker sends nothing"
        time.sleep(0.005)
    time.sleep(random.random() / 50)
    worker.send_signal(signal.SIGKILL)
    worker.wait()


def test_a_killed_worker_loses_no_mail_and_doubles_none_but_the_one_in_flight(cast, tmp_path, capsys):
    in_flight = []
    for _kill in range(KILLS):
        for _number in range(15):
            urgent(cast.hanna)
        worker = work(tmp_path, "--interval=0.1")
        try:
            kill_in_the_middle(worker, tmp_path)
        finally:
            worker.kill()
            worker.wait()
        taken = list(Delivery.objects.filter(taken_at__isnull=False).values_list("notification_id", flat=True))
        assert len(taken) <= 1
        in_flight += taken
        Delivery.objects.filter(taken_at__isnull=False).update(taken_at=timezone.now() - 2 * LEASE)
    while Delivery.objects.filter(due_at__isnull=False).exists():
        assert work(tmp_path, "--until-idle").wait(timeout=300) == 0

    sent = mailed(tmp_path)
    twice = {key for key, times in sent.items() if times > 1}
    with capsys.disabled():
        figures = f"{KILLS} kills, {len(sent)} mails, {len(in_flight)} in flight, {len(twice)} of them sent twice"
        sys.stdout.write(f"\n{figures}\n")
    assert set(sent) == set(Notification.objects.values_list("pk", flat=True)) == set(_done())
    assert twice <= set(in_flight)
    assert Notification.objects.count() == Delivery.objects.count() == 15 * KILLS


def _done():
    return Delivery.objects.filter(sent_at__isnull=False, due_at=None).values_list("notification_id", flat=True)
