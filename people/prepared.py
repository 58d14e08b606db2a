"""Counts that every page of somebody asks for: their SQL is written once a day, only the person in it changes."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from people.models import User

SOMEBODY = -1_618_033_988  # stands for the person while the SQL is written; no row has this key


class CountForPerson:
    """How many rows each of `queries(user)` finds, in one query; called, how many all of them find together.

    The queries may depend on the key of the person and on the day, and on nothing else that changes. To write the
    SQL of many visible things takes ten times as long as to run it.
    """

    def __init__(self, queries: Callable[[User], Iterable[QuerySet[Any]]]) -> None:
        self._queries = queries
        self._written: dict[tuple[str, date], tuple[str, tuple[Any, ...]]] = {}

    def __call__(self, user: User) -> int:
        return sum(self.each(user))

    def each(self, user: User) -> tuple[int, ...]:
        day = (connection.vendor, timezone.localdate())
        written = self._written.get(day)  # kept here, as another thread may begin the next day meanwhile
        if written is None:
            written = self._write()
            self._written = {day: written}
        sql, params = written
        with connection.cursor() as cursor:
            cursor.execute(sql, [user.pk if value == SOMEBODY else value for value in params])
            return tuple(int(count) for count in cursor.fetchone())

    def _write(self) -> tuple[str, tuple[Any, ...]]:
        counts: list[str] = []
        values: list[Any] = []
        for number, found in enumerate(self._queries(User(pk=SOMEBODY))):
            sql, params = found.order_by().values("pk").query.get_compiler(connection=connection).as_sql()
            counts.append(f"(SELECT COUNT(*) FROM ({sql}) AS waiting_{number})")  # noqa: S608 - written by Django
            values += params
        return f"SELECT {', '.join(counts)}", tuple(values)
