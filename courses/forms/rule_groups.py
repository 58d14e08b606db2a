"""What completing a course asks for, as groups of parts within groups: for rules that the short form cannot write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core import signing
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from courses import rule_rows
from courses.forms.completion import MOST_MONTHS, key_of
from courses.queries.completing.explaining import Choice
from courses.queries.completing.requirements import sentence_of
from courses.queries.completing.rules import RuleInForce
from courses.rule_rows import ATTENDED, CONFIRMED, DEEPEST, EVERY, GROUP, KEPT, MOST_ROWS, MOST_SESSIONS, Row, Rows
from courses.rule_tree import PAGES, Facts, Tree, evaluate
from lms.core.addresses import number
from lms.core.forms import KernForm

SALT = "courses.rule_rows"
A_GROUP = f"{GROUP}:"
STEPS = {
    "up": _("Up"), "down": _("Down"), "into": _("Into the group above"), "out": _("Out of the group"),
    "remove": _("Remove"),
}  # fmt: skip
KINDS = {
    "every:lesson": _("All lessons, also those you add later"),
    "every:test": _("All tests, also those you add later"),
    "every:assignment": _("All assignments, also those you add later"),
}
OTHERS = {
    "attended:": _("Sessions of a course run"),
    "confirmed:": _("Something that a trainer confirms"),
    A_GROUP: _("A group of parts"),
}
GONE = {
    "lesson": _("A lesson that is not in the course any more"),
    "test": _("A test that is not in the course any more"),
    "assignment": _("An assignment that is not in the course any more"),
}


@dataclass
class Drawn:
    """A row as the page shows it."""

    at: int
    row: Row
    title: str
    token: str
    control: Any = None
    steps: list[tuple[str, Any]] = field(default_factory=list)
    parts: list["Drawn"] = field(default_factory=list)
    offers: list[tuple[str, Any]] = field(default_factory=list)
    looked_at: bool = False


class GroupsForm(KernForm, forms.Form):
    submit_label = ""
    form_tag = False

    valid_months = forms.IntegerField(
        label=_("Valid for how many months?"), required=False, min_value=1, max_value=MOST_MONTHS,
        help_text=_("Leave empty if it need not be proved anew."),
    )  # fmt: skip

    def __init__(
        self, choices: Sequence[Choice], in_force: RuleInForce, rows: Rows | None = None, *, months: Any = None,
        is_sent: bool = False, looked_at: int = -1,
    ) -> None:  # fmt: skip
        self.rows = rule_rows.rows_of(in_force.tree) if rows is None else rows
        self.before, self.looked_at = in_force.tree, looked_at
        self.titles = {f"{choice.kind}:{choice.key}": choice.title for choice in choices}
        filled = {"valid_months": in_force.valid_months if rows is None else months}
        filled |= {name: value for at, row in enumerate(self.rows) for name, value in _filled(at, row).items()}
        super().__init__(data=filled if is_sent else None, initial=filled)
        self.fields.update(self._fields_of_rows())
        self.layout = Layout("valid_months")

    def _fields_of_rows(self) -> dict[str, forms.Field]:
        fields = {}
        for at, row in enumerate(self.rows):
            if row.kind == GROUP:
                fields[f"number-{at}"] = forms.IntegerField(
                    label=self._how_many(at), required=False, min_value=1, max_value=MOST_ROWS,
                    help_text=_("Leave empty if all of them are needed."),
                )  # fmt: skip
            elif row.kind == ATTENDED:
                fields[f"number-{at}"] = forms.IntegerField(
                    label=_("Sessions of a course run to attend"), min_value=1, max_value=MOST_SESSIONS,
                    error_messages={"required": _("Please say how many sessions.")},
                )  # fmt: skip
            elif row.kind == CONFIRMED:
                fields[f"label-{at}"] = forms.CharField(
                    label=_("What a trainer confirms"), max_length=rule_rows.LONGEST_LABEL,
                    error_messages={"required": _("Please say what a trainer confirms.")},
                )  # fmt: skip
        return fields

    def _how_many(self, at: int) -> str:
        if at == 0:
            return gettext("How many of these parts are needed to complete the course?")
        return gettext("How many of the parts of %(group)s are needed?") % {"group": self._name(at)}

    def _name(self, at: int) -> str:
        place = sum(row.kind == GROUP for row in self.rows[: at + 1]) - 1
        return gettext("group %(n)s") % {"n": place}

    def clean(self) -> None:
        for at, row in enumerate(self.rows):
            if row.kind == GROUP:
                self._check_group(at)
            elif row.kind in PAGES and self._token(row) not in self.titles and row.key not in self._keys_before:
                self.add_error(None, gettext("One of these parts is not in the course any more. Please remove it."))

    def _check_group(self, at: int) -> None:
        parts, asked = len(rule_rows.children(self.rows, at)), self.cleaned_data.get(f"number-{at}")
        if not parts:
            self.add_error(f"number-{at}", gettext("There is no part in it yet. Please add one, or remove the group."))
        elif asked and asked > parts:
            sentence = ngettext(
                "There is %(n)s part in it, so no more can be asked for.",
                "There are %(n)s parts in it, so no more can be asked for.",
                parts,
            )
            self.add_error(f"number-{at}", sentence % {"n": parts})

    @cached_property
    def _keys_before(self) -> set[int]:
        return {row.key for row in rule_rows.rows_of(self.before) if row.kind in PAGES}

    @property
    def tree(self) -> Tree:
        """Where nothing was changed, the very same as before."""
        rows = [self._cleaned(at, row) for at, row in enumerate(self.rows)]
        return self.before if rows == rule_rows.rows_of(self.before) else rule_rows.tree_from(rows)

    def _cleaned(self, at: int, row: Row) -> Row:
        if row.kind == CONFIRMED:
            label = self.cleaned_data[f"label-{at}"]
            known = {(one.key, one.label) for one in rule_rows.rows_of(self.before) if one.kind == CONFIRMED}
            return replace(row, label=label, key=row.key if (row.key, label) in known else key_of(label))
        return replace(row, number=self.cleaned_data.get(f"number-{at}"))

    # How it is drawn

    @property
    def root(self) -> Drawn:
        return self._drawn(0)

    def _drawn(self, at: int) -> Drawn:
        row = self.rows[at]
        drawn = Drawn(at, row, self._title(at), f"{row.level}:{self._token(row)}", looked_at=at == self.looked_at)
        name = f"label-{at}" if row.kind == CONFIRMED else f"number-{at}"
        drawn.control = self[name] if name in self.fields else None
        if at:
            drawn.steps = [(f"{step}-{at}", STEPS[step]) for step in rule_rows.steps_of(self.rows, at)]
        if row.kind == GROUP:
            drawn.parts = [self._drawn(child) for child in rule_rows.children(self.rows, at)]
            drawn.offers = self._offers(row.level)
        return drawn

    def _title(self, at: int) -> str:
        row = self.rows[at]
        if row.kind == GROUP:
            return self._name(at) if at else gettext("To complete the course")
        if row.kind == KEPT:
            return self._kept_in_words(row.tree or {})
        token = self._token(row)
        offered: Any = self.titles.get(token) or KINDS.get(token) or OTHERS.get(f"{row.kind}:") or GONE.get(row.kind)
        return str(offered or "")

    def _kept_in_words(self, tree: Tree) -> str:
        pages = {}
        for token, title in self.titles.items():
            kind, _colon, key = token.partition(":")
            pages[kind, int(key)] = title.partition(": ")[2]
        node = evaluate({"all": [tree]}, Facts(pages=tuple(pages), titles=pages)) if _is_known(tree) else None
        words = "; ".join(sentence_of(part) for part in node.leaves()) if node else gettext("cannot be shown")
        return gettext("Part that can be moved and removed here, but not changed: %(words)s") % {"words": words}

    def _token(self, row: Row) -> str:
        if row.kind == KEPT:
            return f"{KEPT}:{signing.dumps(row.tree, salt=SALT)}"
        return f"{row.kind}:{'' if row.key is None else row.key}"

    def _offers(self, level: int) -> list[tuple[str, Any]]:
        offers = [*KINDS.items(), *self.titles.items(), *OTHERS.items()]
        return [(token, title) for token, title in offers if token != A_GROUP or level + 1 < DEEPEST]


def _is_known(tree: Any) -> bool:
    """Whether words can be found for it at all."""
    if not isinstance(tree, dict) or not tree:
        return False
    parts = tree.get("all", tree.get("parts"))
    if isinstance(parts, list):
        return ("all" in tree or type(tree.get("of")) is int) and all(_is_known(part) for part in parts)
    return len(rule_rows.rows_of(tree)) == 2 and rule_rows.rows_of(tree)[1].kind != KEPT


def _filled(at: int, row: Row) -> dict[str, Any]:
    return {f"label-{at}": row.label} if row.kind == CONFIRMED else {f"number-{at}": row.number}


def is_meant(sent: Mapping[str, Any] | None) -> bool:
    return sent is not None and "row-0" in sent


def rows_sent(sent: Mapping[str, Any]) -> Rows | None:
    """The rows as they were filled in, unchecked; None if they cannot be read."""
    rows = []
    for at in range(MOST_ROWS):
        if (raw := sent.get(f"row-{at}")) is None:
            break
        level, _colon, token = raw.partition(":")
        row = row_of(token, number(level))
        if row is None:
            return None
        text = (sent.get(f"number-{at}") or "").strip() or None
        rows.append(replace(row, number=text, label=(sent.get(f"label-{at}") or "").strip()))
    return rule_rows.set_straight(rows) if rows and rows[0].kind == GROUP else None


def row_of(token: str, level: int = 0) -> Row | None:
    """What a row says that stands in the page, or a choice of what to add."""
    kind, _colon, key = token.partition(":")
    if kind == KEPT:
        try:
            return Row(level, KEPT, tree=signing.loads(key, salt=SALT))
        except signing.BadSignature:
            return None
    if kind in PAGES and number(key):
        return Row(level, kind, number(key))
    if kind == EVERY and key in PAGES:
        return Row(level, EVERY, key)
    if kind in (GROUP, ATTENDED, CONFIRMED):
        return Row(level, kind, key or None)
    return None


def changed(rows: Rows, sent: Mapping[str, Any]) -> tuple[Rows, int]:
    """The rows after the button that was pressed, and the row to look at then."""
    name, _dash, at = sent.get("do", "").partition("-")
    place = min(number(at), len(rows) - 1)
    if name != "add":
        return rule_rows.take(rows, name, place)
    row = row_of(sent.get(f"add-{place}", ""))
    too_deep = row is not None and row.kind == GROUP and rows[place].level + 1 >= DEEPEST
    if row is None or row.kind == KEPT or too_deep or rows[place].kind != GROUP or len(rows) >= MOST_ROWS:
        return rows, place
    return rule_rows.add(rows, place, row)
