"""School times in words."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training import findings
from training.conflicts import Finding
from training.findings import written
from training.imports import Entry, Sort
from training.models import BlockKind, ExamKind
from training.models.calendars import Weekday
from training.queries.classes import Plan
from training.services import classes

register = template.Library()
register.filter("fingerprint", classes.fingerprint)
TITLES = {
    Sort.BLOCK: lambda: (_("Add a block"), _("Change the block")),
    Sort.DAY: lambda: (_("Add weekly days"), _("Change the weekly day")),
    Sort.EXAM: lambda: (_("Add an exam"), _("Change the exam")),
}


@register.filter
def meant(entry: Entry) -> str:
    """Block 1 · 2. bis 20. November 2026"""
    if entry.sort == Sort.DAY:
        half = "" if entry.whole_day else _("not the whole day")
        name = _("every %(weekday)s") % {"weekday": Weekday(entry.weekday).label}
        return " · ".join(part for part in (name, written(entry.period), half) if part)
    kinds = ExamKind if entry.sort == Sort.EXAM else BlockKind
    kind = str(kinds(entry.kind).label) if entry.kind in kinds.values else ""
    name = entry.label or kind
    told = "" if name == kind or entry.kind in (BlockKind.SCHOOL, ExamKind.OTHER) else kind
    return " · ".join(part for part in (name, told, written(entry.period)) if part)


@register.filter
def meant_record(record: Any) -> str:
    return meant(classes.as_entry(record))


@register.filter
def says(finding: Finding) -> str:
    return findings.sentence(finding)


@register.simple_tag
def entry_title(sort: Sort, record: Any) -> str:
    adding, changing = TITLES[sort]()
    return changing if record else adding


@register.simple_tag
def year_sentence(plan: Plan) -> str:
    """2 blocks, 1 weekly school day, 1 exam."""
    counts = [
        ngettext("%(n)s block", "%(n)s blocks", len(plan.blocks)) % {"n": len(plan.blocks)},
        ngettext("%(n)s weekly school day", "%(n)s weekly school days", len(plan.days)) % {"n": len(plan.days)},
        ngettext("%(n)s exam", "%(n)s exams", len(plan.exams)) % {"n": len(plan.exams)},
    ]
    return f"{', '.join(counts)}."
