"""A database for each test process, copied from a migrated template.

Django would migrate for 12 seconds per process, and empty all tables after a test that commits, with them the rows
that migrations made (Wagtail's root page, languages, permissions). Copying keeps them and is quicker.

PostgreSQL takes a second to copy a database, so there the rows that differ are put back instead.
"""

import os
import shutil
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import OperationalError, connection, connections, transaction
from psycopg import sql

from tests.rows import Change, all_rows, ask
from tools import template


def use(name, **options):
    """Let all connections of this process go to the database of this name."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    connection.settings_dict["CONN_MAX_AGE"] = 0
    connection.settings_dict["OPTIONS"] = {**connection.settings_dict["OPTIONS"], **options}


class SQLite:
    def __init__(self, folder):
        self.path = str(folder / "db.sqlite3")

    def create(self):
        self.template = shutil.copyfile(
            template.sqlite(), f"{self.path}.template"
        )  # that one may be replaced meanwhile
        self.restore()
        use(self.path)

    def restore(self):
        """Write the template over our file; connections of other threads see it like any other commit."""
        connections.close_all()
        template.write(self.template, self.path)

    def drop(self):
        connections.close_all()


class PostgreSQL:
    def __init__(self, worker):
        self.url = urlsplit(settings.DATABASE_URL)
        self.name = f"wanderjahr_test_{os.getpid()}_{worker}"
        self.template = f"wanderjahr_template_{template.version()}"

    def create(self):
        with self.server() as ask:
            ask("SELECT pg_advisory_lock(88005, hashtext(%s))", self.template)
            if not ask("SELECT 1 FROM pg_database WHERE datname = %s", self.template).fetchone():
                self.build_template(ask)
        self.copy()
        use(self.name, options="-c synchronous_commit=off")
        self.rows = all_rows()
        connections.close_all()

    def build_template(self, ask):
        half = f"{self.template}_half"
        ask(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(half)))
        ask(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(half)))
        template.manage("migrate", "--verbosity=0", env={"DATABASE_URL": self.url._replace(path=half).geturl()})
        ask(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(half), sql.Identifier(self.template)))

    def restore(self):
        """Put the rows back that differ. If somebody holds on to some, copy the template."""
        connections.close_all()
        try:
            with transaction.atomic():
                ask("SET LOCAL lock_timeout = '3s'")
                Change(all_rows(), self.rows).write()
        except OperationalError:
            self.copy()
        connections.close_all()

    def copy(self):
        self.drop()
        with self.server() as ask:
            ask(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(self.name), sql.Identifier(self.template)
                )
            )

    def drop(self):
        connections.close_all()
        with self.server() as ask:
            ask(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name)))

    @contextmanager
    def server(self):
        with psycopg.connect(self.url._replace(path="postgres").geturl(), autocommit=True) as server:
            yield lambda query, *values: server.execute(query, values)
