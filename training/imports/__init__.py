"""Reads when a class is away, from what people type, from spreadsheets and from calendars: pure rules."""

from training.imports.events import read_calendar
from training.imports.lines import read_lines
from training.imports.rows import (
    LARGEST,
    LONGEST_DAYS,
    MOST_EVENTS,
    MOST_LINES,
    MOST_ROWS,
    Entry,
    Fault,
    Row,
    Sort,
    Unreadable,
)
from training.imports.tables import read_table

__all__ = [
    "LARGEST",
    "LONGEST_DAYS",
    "MOST_EVENTS",
    "MOST_LINES",
    "MOST_ROWS",
    "Entry",
    "Fault",
    "Row",
    "Sort",
    "Unreadable",
    "read_calendar",
    "read_lines",
    "read_table",
]
