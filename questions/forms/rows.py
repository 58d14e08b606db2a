"""Rows of fields in a form: answers, pairs, steps. There are always two spare ones, and a button for more."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from crispy_forms.layout import Div
from crispy_forms.utils import TEMPLATE_PACK
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.functional import Promise

from lms.core.addresses import number
from questions.kinds.base import new_key, plain

SPARE, MORE, MOST = 2, 3, 30


class RowCount(forms.HiddenInput):
    """Says how many rows stand here now, whatever was sent."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def format_value(self, value: Any) -> str:
        return str(self.count)


class Rows:
    """`columns`: {name: maker of a field, given the number of the row}. A row is used if any text stands in it."""

    def __init__(
        self,
        name: str,
        columns: dict[str, Callable[[int], forms.Field]],
        *,
        legend: str | Promise,
        hint: str | Promise = "",
    ) -> None:
        self.name, self.columns, self.legend, self.hint = name, columns, legend, hint

    def count(self, data: QueryDict | None, known: int) -> int:
        """As many as were shown, or those that are there and two more; `more` was asked for by the button."""
        if data is None:
            return min(max(known + SPARE, 4), MOST)
        shown = number(data.get(f"{self.name}-rows")) or 4
        return min(shown + (MORE if data.get("more") == self.name else 0), MOST)

    def fields(self, count: int) -> Iterator[tuple[str, forms.Field]]:
        yield f"{self.name}-rows", forms.CharField(required=False, initial=count, widget=RowCount(count))
        for at in range(count):
            yield self.field_name(at, "key"), forms.CharField(required=False, widget=forms.HiddenInput, max_length=16)
            for column, make in self.columns.items():
                yield self.field_name(at, column), make(at + 1)

    def field_name(self, at: int, column: str = "") -> str:
        return f"{self.name}-{at}-{column or next(iter(self.columns))}"

    def initial(self, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
        return {self.field_name(at, column): value for at, row in enumerate(rows) for column, value in row.items()}

    def used(self, cleaned: dict[str, Any], known: Sequence[str] = ()) -> list[dict[str, Any]]:
        """The rows that say something, with `at` (where it stood) and `key` (the known one, or a new one)."""
        rows, taken = [], set()
        for at in range(MOST):
            row = {column: cleaned.get(self.field_name(at, column), "") for column in self.columns}
            if not any(value for value in row.values() if isinstance(value, str)):
                continue
            key = cleaned.get(self.field_name(at, "key")) or ""
            key = key if key in known and key not in taken else new_key()
            taken.add(key)
            texts = {column: plain(value, 2000) for column, value in row.items() if isinstance(value, str)}
            rows.append(row | texts | {"at": at, "key": key})
        return rows

    def layout(self) -> "RowsLayout":
        return RowsLayout(self)


class RowsLayout(Div):
    """Draws the rows; what is empty is no fault here, so nothing is called optional."""

    template = "%s/layout/rows.html"

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows

    def render(self, form: Any, context: Any, template_pack: str = TEMPLATE_PACK, **kwargs: Any) -> str:
        count = form.row_counts[self.rows.name]
        drawn = [[form[self.rows.field_name(at, column)] for column in self.rows.columns] for at in range(count)]
        form.rendered_fields |= {field.name for row in drawn for field in row}
        asked = {"rows": self.rows, "drawn": drawn, "may_grow": count < MOST}
        return render_to_string(self.get_template_name(template_pack), asked)
