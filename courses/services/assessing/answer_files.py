"""Files that answer questions: kept where no address can be guessed, and served to the few who may see them."""

from pathlib import PurePath
from secrets import token_urlsafe
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from courses.models import Attempt
from lms.media.checks import ending_of
from questions.kinds import Answer

FOLDER = "answers"


def keep_file(file: Any) -> Answer:
    """Store a checked file; what comes back is the answer. A change that is taken back takes the file along."""
    stored = default_storage.save(f"{FOLDER}/{token_urlsafe(24)}.{ending_of(file)}", file)
    return {"file": stored, "name": PurePath(file.name).name}


def remove_file(answer: Answer) -> None:
    """Once nothing can bring it back."""
    if isinstance(answer, dict) and str(answer.get("file", "")).startswith(f"{FOLDER}/"):
        transaction.on_commit(lambda: default_storage.delete(answer["file"]))


def forget_files(instance: Attempt, **kwargs: Any) -> None:
    """Whatever deletes an attempt takes its files along."""
    for answer in [*instance.answers.values(), *instance.late_answers.values()]:
        remove_file(answer)
