"""Rows as the database keeps them: read and written back without knowing their types."""

from functools import cache

from django.db import connection

KEPT_BY_TRIGGERS = "wagtailsearch_indexentry_fts"  # SQLite's index follows its table


def ask(sql, values=None):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def all_rows():
    return {table: rows(table) for table in tables()}


def tables():
    return [name for name in connection.introspection.table_names() if not name.startswith(KEPT_BY_TRIGGERS)]


@cache
def columns(table):
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def rows(table):
    """In the order they lie there."""
    untyped = '+"{}"' if connection.vendor == "sqlite" else '"{}"::text'
    return dict.fromkeys(ask(f'SELECT {", ".join(map(untyped.format, columns(table)))} FROM "{table}"'))


class Change:
    """What makes one state of all tables out of another. Foreign keys are looked at when the transaction ends."""

    def __init__(self, before, after):
        changed = [table for table in after if before[table].keys() != after[table].keys()]
        self.gone = {table: [row for row in before[table] if row not in after[table]] for table in changed}
        self.new = {table: [row for row in after[table] if row not in before[table]] for table in changed}

    def write(self):
        for table, gone in self.gone.items():
            delete(table, gone)
        for table, new in self.new.items():
            insert(table, new)


def delete(table, gone):
    """By the first column, which is the key in all our tables."""
    if gone:
        ask(f'DELETE FROM "{table}" WHERE "{columns(table)[0]}" IN ({marks(gone)})', [row[0] for row in gone])


def insert(table, new):
    if new:
        into = ", ".join(f'"{name}"' for name in columns(table))
        each = ", ".join([f"({marks(columns(table))})"] * len(new))
        ask(f'INSERT INTO "{table}" ({into}) VALUES {each}', [value for row in new for value in row])


def marks(values):
    return ", ".join(["%s"] * len(values))
