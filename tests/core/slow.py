"""Tasks for a worker in a process of its own."""

import os
import time
from pathlib import Path

from django_tasks import task


@task()
def note(path, seconds):
    """Write a line when work begins, then work on."""
    with Path(path).open("a") as file:
        file.write(f"{os.getpid()}\n")
    time.sleep(seconds if Path(path).read_text().count("\n") == 1 else 0)
