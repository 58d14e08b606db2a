"""Numbers without gaps, whatever happens at the same time or in between."""

import os
import signal
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, connections
from psycopg.errors import AdminShutdown

from certificates.models import Certificate, Document, NumberSeries
from certificates.services.documents import draw_missing, ensure_pdf
from tests.certificates.stories import certify

pytestmark = pytest.mark.django_db(transaction=True)
NOTHING_DRAWS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
CUT_OFF = 3


def serials():
    return list(Certificate.objects.order_by("serial").values_list("serial", flat=True))


def in_threads(work, jobs, threads=2):
    def one(job):
        try:
            return work(job)
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(one, jobs))


def test_two_at_once_never_share_or_skip_a_number(cast, settings):
    settings.TASKS = NOTHING_DRAWS
    in_threads(lambda i: certify(cast, source=("a", i)), range(24))
    assert serials() == list(range(1, 25))
    assert NumberSeries.objects.get().last == 24


def test_two_at_once_for_the_same_reason_get_the_same_certificate(cast, settings):
    settings.TASKS = NOTHING_DRAWS
    found = in_threads(lambda _: certify(cast).pk, range(8), threads=4)
    assert len(set(found)) == 1
    assert serials() == [1]


def test_the_same_pdf_drawn_by_two_at_once_is_stored_once(cast, settings):
    settings.TASKS = NOTHING_DRAWS
    certificate = certify(cast)
    found = in_threads(lambda _: ensure_pdf(Certificate.objects.get(pk=certificate.pk)).pk, range(4))
    assert len(set(found)) == Document.objects.count() == 1


def test_killed_at_any_moment_nothing_is_lost_doubled_or_left_over(cast, settings):
    settings.TASKS = NOTHING_DRAWS
    for cycle in range(4):
        kill_after(0.1 + 0.037 * cycle, lambda cycle=cycle: issue_for_ever(cast, cycle))

    issued = serials()
    assert issued == list(range(1, len(issued) + 1))
    assert NumberSeries.objects.get().last == len(issued) > 0
    draw_missing()
    assert Document.objects.count() == len(issued)
    assert draw_missing() == 0


def issue_for_ever(cast, cycle):
    number = 0
    while True:
        number += 1
        ensure_pdf(certify(cast, source=(f"cycle {cycle}", number)))


def kill_after(seconds, work):
    """Let a process of its own work until kill -9. That its connection is cut off is one more way to end."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            work()
        except OperationalError as error:
            if isinstance(error.__cause__, AdminShutdown):
                os._exit(CUT_OFF)
            traceback.print_exc()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) in (-signal.SIGKILL, CUT_OFF)
