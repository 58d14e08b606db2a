"""Many school times at once: typed, from a file, or from the year before. First a report, then all or nothing."""

from datetime import date

from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lms.core.addresses import number
from lms.core.errors import NotAllowed, Refused
from lms.core.forms import posted
from lms.core.periods import Period
from people.models import Role
from people.queries import holds
from training.forms.classes import CopyForm, FileForm, LinesForm
from training.imports import LARGEST, Entry, Fault, Row, Sort, Unreadable, read_lines
from training.models import SchoolCalendar
from training.queries.classes import SchoolYear, entries_from, touched_by, years_of
from training.school_holidays import school_holidays
from training.services.imports import (
    YEAR_LATER,
    a_year_later,
    check,
    copy_year,
    read,
    take_over,
    why_unreadable,
)
from training.views.classes import kept_by, to_be_seen, year_page

KEPT_FOR = 2 * 60 * 60  # seconds between looking at the report and importing
SALT = "training.import"


def bulk(request, pk):
    found = kept_by(request.user, pk)
    form = LinesForm(posted(request))
    report = touched = None
    if request.method == "POST" and form.is_valid():
        try:
            rows = read_lines(form.cleaned_data["lines"], form.cleaned_data["kind"])
            report = check(rows, found, actor=request.user)
            touched = to_be_seen(request, report.changes)
            if report.new and not report.faults and not touched and "save" in request.POST:
                count = take_over(rows, found, actor=request.user, action="training.class.enter")
                return _done(request, found, count, report.new[0].row.entry.period.start)
        except Unreadable as error:
            form.add_error("lines", why_unreadable(error))
        except Refused as refused:
            form.add_error(None, str(refused))
    context = {"calendar": found, "form": form, "report": report, "touched": touched}
    return render(request, "training/classes/bulk.html", context)


def _done(request, calendar, count, day=None):
    said = ngettext("Saved: %(n)s entry.", "Saved: %(n)s entries.", count) % {"n": count}
    messages.success(request, said)
    return redirect(year_page(calendar, day) if day else calendar)


def from_file(request):
    """What was read travels with the page, signed; the file is not kept."""
    if not holds(request.user, Role.HR):
        raise NotAllowed(role=Role.HR)
    if request.method == "POST" and "kept" in request.POST:
        return _import(request)
    initial = {"klasse": number(request.GET.get("klasse"))}
    form = FileForm(request.user, posted(request), request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            rows = read(form.cleaned_data["file"].read(LARGEST + 1), timezone.localdate())
        except Unreadable as error:
            form.add_error("file", why_unreadable(error))
        else:
            return _report(request, rows, form.cleaned_data["klasse"])
    return render(request, "training/classes/import.html", {"form": form})


def _report(request, rows, calendar, status=200):
    report = check(rows, calendar, actor=request.user)
    touched = touched_by(request.user, report.changes)
    context = {
        "calendar": calendar,
        "report": report,
        "touched": touched,
        "kept": signing.dumps([calendar.pk if calendar else 0, _packed(rows)], salt=SALT, compress=True),
    }
    return render(request, "training/classes/report.html", context, status=status)


def _import(request):
    try:
        key, packed = signing.loads(request.POST["kept"], salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        key, packed = 0, None
    calendar = SchoolCalendar.objects.kept_by(request.user).filter(pk=key).first() if key else None
    if packed is None or (key and calendar is None):
        messages.warning(request, _("Too much time has passed. Please choose the file once more."))
        return redirect("training:class_import")
    rows = _unpacked(packed)
    report = check(rows, calendar, actor=request.user)
    if to_be_seen(request, report.changes):
        messages.warning(request, _("In the meantime, other stays were planned. Please look at them first."))
        return _report(request, rows, calendar, status=409)
    try:
        count = take_over(rows, calendar, actor=request.user, action="training.class.import")
    except Refused as refused:
        messages.warning(request, str(refused))
        return _report(request, rows, calendar, status=409)
    targets = list(report.changes)
    if len(targets) == 1:
        return _done(request, targets[0], count, report.new[0].row.entry.period.start)
    messages.success(request, ngettext("Saved: %(n)s entry.", "Saved: %(n)s entries.", count) % {"n": count})
    return redirect("training:classes")


def _packed(rows):
    return [
        [row.number, row.text, row.fault, row.left_out, _packed_entry(row.entry) if row.entry else None] for row in rows
    ]


def _packed_entry(entry):
    days = [entry.period.start.isoformat(), entry.period.end.isoformat()]
    return [entry.sort, *days, entry.label, entry.kind, entry.weekday, entry.group, entry.whole_day]


def _unpacked(packed):
    return [
        Row(number, text, _unpacked_entry(*entry) if entry else None, Fault(fault) if fault else None, left_out)
        for number, text, fault, left_out, entry in packed
    ]


def _unpacked_entry(sort, start, end, label, kind, weekday, group, whole_day):
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    return Entry(Sort(sort), period, label, kind, weekday, group, whole_day)


def copy(request, pk):
    """The address holds what to copy, so that it can be looked at again; only sending copies."""
    found, today = kept_by(request.user, pk), timezone.localdate()
    years = years_of(found, SchoolYear.of(today), today)
    asked = "jahr" in request.GET
    initial = {"jahr": SchoolYear.of(today).first, "nach": found.pk}
    form = CopyForm(found, years, request.GET if asked else None, initial=initial)
    context = {"calendar": found, "form": form, "preview": None}
    if asked and form.is_valid():
        year, target = SchoolYear(form.cleaned_data["jahr"]), form.cleaned_data["nach"]
        entries = entries_from(found, year)
        preview = _preview(request, entries, target or SchoolCalendar(city=found.city))
        touched = to_be_seen(request, preview["report"].changes) if target else None
        if request.method == "POST" and preview["report"].new and not touched:
            try:
                name = form.cleaned_data["name"]
                copied, count = copy_year(found, entries, target, name=name, actor=request.user)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return _done(request, copied, count, year.following.period.start)
        context |= {"preview": preview, "target": target, "year": year, "touched": touched}
    return render(request, "training/classes/copy.html", context)


def _preview(request, entries, target):
    """Each entry a year later, and the school holidays that it would meet."""
    rows = a_year_later(entries)
    report = check(rows, target, actor=request.user)
    lines = []
    for line in report.lines:
        entry = line.row.entry
        free = [] if entry.sort == Sort.DAY else school_holidays(entry.period, get_language() or "de")
        lines.append({"line": line, "before": Period(entry.period.start - YEAR_LATER, entry.period.end - YEAR_LATER),
                      "free": free})  # fmt: skip
    return {"lines": lines, "report": report, "in_holidays": sum(bool(line["free"]) for line in lines)}
