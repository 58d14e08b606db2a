"""The database as it lies there, to compare before and after."""

from django.db import connection


def everything():
    """All rows of all tables."""
    with connection.cursor() as cursor:
        return {table: rows(table) for table in connection.introspection.table_names(cursor)}


def rows(table, *, without=()):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        kept = [place for place, column in enumerate(cursor.description) if column[0] not in without]
        return sorted(repr([row[place] for place in kept]) for row in cursor.fetchall())
