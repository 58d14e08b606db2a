import gc
import os
import shutil

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.db.models.signals import post_save
from django.template import engines
from django.test import TransactionTestCase
from django.utils import translation

from tests import database
from tests.undefined import Undefined

pytest_plugins = ["tests.browser_fixtures", "tests.cast", "tests.skips"]

hypothesis.settings.register_profile("default", max_examples=20, deadline=None, derandomize=True)
hypothesis.settings.register_profile("nightly", max_examples=2000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection_finish(session):
    """What was imported stays until the end: the garbage collector need not look at it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory, worker_id):
    """Replaces pytest-django's: a copy of the migrated template, put back after tests that commit."""
    folder = tmp_path_factory.mktemp("database")
    ours = database.SQLite(folder) if connection.vendor == "sqlite" else database.PostgreSQL(worker_id)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        ours.create()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test_case: ours.restore())
        yield
        ours.drop()


@pytest.fixture(scope="session", autouse=True)
def scratch(django_test_environment):
    """Uploads and mails of the tests lie in a folder of their own, which goes when they end."""
    yield settings.SCRATCH
    shutil.rmtree(settings.SCRATCH, ignore_errors=True)


@pytest.fixture(scope="session")
def undefined(django_test_environment):
    """Takes the place of Django's answer to unknown template variables."""
    engine = engines["django"].engine
    engine.string_if_invalid = Undefined()
    return engine.string_if_invalid.found


@pytest.fixture(autouse=True)
def undefined_variables_fail(undefined):
    undefined.clear()
    yield
    assert undefined == set(), "our templates use variables that nobody gave them"


@pytest.fixture(autouse=True)
def messages_can_be_read(undefined_variables_fail):
    """Whatever message a test causes: its text exists in both languages and names only facts that are there."""

    from lms.notifications.texts import text_of  # the settings are not there before the first fixture

    def read(instance, created, **kwargs):
        if created:
            for language, _name in settings.LANGUAGES:
                assert all(text_of(instance, language))

    post_save.connect(read, sender="notifications.Notification")
    yield
    post_save.disconnect(read, sender="notifications.Notification")


@pytest.fixture(autouse=True)
def nothing_stays():
    """Cache and language are the process's; the next test starts without this one's."""
    yield
    for cache in caches.all():
        cache.clear()
    translation.deactivate()
