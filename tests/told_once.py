"""What many tests begin with is told once per process; later tests get the rows it left, written down again.

Telling the cast takes 100 ms, a whole world 3 seconds, as rights, journal and search follow each row. The rows alone
take 3 and 30.
"""

import pickle
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from tests.rows import Change, all_rows, ask, columns

TOLD = {}


def told_once(tell):
    """Let `tell(…)` run once per process and day; what it answers has to bear pickling."""

    @wraps(tell)
    def told(*args):
        # what follows a commit happens in some tests only
        key = tell, timezone.localdate(), connection.in_atomic_block, *map(people_in, args)
        memory = TOLD.get(key)
        if memory is None:
            memory = TOLD[key] = Memory()
            return memory.watch(lambda: tell(*args))
        if not memory.fits():
            return tell(*args)
        answer = memory.write_down()
        for cast in args:
            as_written(cast)
        return answer

    return told


def people_in(cast):
    """Rows written down again hold passwords; they go with the very same people only, or nobody could be signed in."""
    return tuple((name, one.pk, getattr(one, "password", "")) for name, one in sorted(vars(cast).items()))


def as_written(cast):
    """What is told may give somebody another password; with the one from before they could not be signed in."""
    for one in vars(cast).values():
        if hasattr(one, "password"):
            one.refresh_from_db(fields=["password"])


class Memory:
    """The rows that came and went while something was told, the files it left, and what the teller answered."""

    def watch(self, tell):
        before, files = all_rows(), all_files()
        answer = tell()
        self.change = Change(before, all_rows())
        self.counts = [(table, len(before[table])) for table in self.change.new]
        self.files = {name: (Path(settings.MEDIA_ROOT) / name).read_bytes() for name in all_files() - files}
        self.sequences = sequences(self.change.new)
        self.answer = pickle.dumps(answer)
        return answer

    def fits(self):
        """Whether nothing was written before in these tables, so that no key is taken."""
        counted = ", ".join(f'(SELECT count(*) FROM "{table}")' for table, _number in self.counts)
        return ask(f"SELECT {counted}")[0] == tuple(number for _table, number in self.counts)

    @transaction.atomic
    def write_down(self):
        self.change.write()
        for sequence, last in self.sequences:
            ask(f"SELECT setval('{sequence}', greatest((SELECT last_value FROM {sequence}), {last}))")
        for name, content in self.files.items():
            file = Path(settings.MEDIA_ROOT) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return pickle.loads(self.answer)


def sequences(tables):
    """Where PostgreSQL takes the next key from."""
    if connection.vendor == "sqlite":
        return []
    found = [ask(f"SELECT pg_get_serial_sequence('\"{table}\"', '{columns(table)[0]}')")[0][0] for table in tables]
    return [(sequence, ask(f"SELECT last_value FROM {sequence}")[0][0]) for sequence in found if sequence]


def all_files():
    folder = Path(settings.MEDIA_ROOT)
    return {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()}
