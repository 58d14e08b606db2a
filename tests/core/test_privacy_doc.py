from io import StringIO

from django.core.management import call_command
from django.utils import translation

from lms.core.management.commands.privacy_table import BEGIN, DOCUMENT, END, lines
from lms.core.privacy import DECLARED


def table():
    with translation.override("en"):
        return "".join(f"{line}\n" for line in lines())


def test_the_document_says_what_the_models_declare():
    """If this fails: `.venv/bin/python manage.py privacy_table --write`."""
    assert DOCUMENT.read_text().partition(BEGIN)[2].partition(END)[0] == table()


def test_each_model_stands_in_the_table_once():
    assert [model._meta.label for model in DECLARED if table().count(f"`{model._meta.label}`") != 1] == []


def test_the_command_prints_the_same():
    printed = StringIO()
    call_command("privacy_table", stdout=printed)
    assert printed.getvalue() == table()
