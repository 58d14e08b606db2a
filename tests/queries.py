"""How often a page asks the database."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(client, url):
    """The number of queries of a page, asked a second time so that caches of the process do not count."""
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def queries_in(act):
    """The number of queries of something done in a test, asked a second time as well."""
    act()
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def questions_in(act):
    """The same without the marks of transactions, done once."""
    with CaptureQueriesContext(connection) as asked:
        act()
    return sum("SAVEPOINT" not in query["sql"] for query in asked)
