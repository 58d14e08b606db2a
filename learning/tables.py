"""Lists for a spreadsheet: what it opens by a double click, and takes for text."""

import csv
from collections.abc import Iterable, Sequence
from io import SEEK_END, StringIO
from typing import Any

from django.http import HttpResponse

from lms.core.words import file_name

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins like this is worked out by the program that opens it


def table(name: str, head: Sequence[Any], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A file with semicolons, in UTF-8 with a mark: German spreadsheets open it as it is."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{file_name(name)}.csv"'
    answer.write(as_csv(head, rows))
    return answer


def as_csv(head: Sequence[Any], rows: Iterable[Sequence[Any]]) -> str:
    written = StringIO("\ufeff", newline="")
    written.seek(0, SEEK_END)
    writer = csv.writer(written, delimiter=";")
    writer.writerows([[_cell(value) for value in row] for row in [head, *rows]])
    return written.getvalue()


def _cell(value: Any) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
