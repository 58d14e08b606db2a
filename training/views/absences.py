from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from lms.core.errors import Refused
from lms.core.forms import posted
from people.models import LookKind
from people.policies import allowed, require
from people.services.looks import shown
from training.forms.absences import EntryForm, GroupForm
from training.models import Absence, Apprenticeship, Exam
from training.notices import Notice
from training.queries.absences import agreed_for, away_soon, page_of, rows_of, trainings_kept_by
from training.queries.effects import mark_of
from training.services import absences as services


@require_safe
def absence_overview(request):
    """Everybody whose absences one keeps; apprentices are led to their own."""
    kept = trainings_kept_by(request.user)
    if not kept.exists():
        own = get_object_or_404(Apprenticeship, person=request.user.pk)
        return redirect(page_of(own.person_id))
    return render(request, "training/absence_overview.html", {"rows": away_soon(kept, timezone.localdate())})


@require_safe
def absences(request, pk):
    training = _training(request, pk)
    context = {
        "training": training,
        "is_own": training.person_id == request.user.pk,
        "rows": rows_of(training.person_id),
        "agreed": agreed_for(training.person_id, request.user),
        "may_change": allowed("training.keep_absences", request.user, training),
    }
    page = render(request, "training/absences.html", context)
    return shown(page, request.user, training.person, LookKind.ABSENCES)


def absence_enter(request, pk):
    training = _training(request, pk)
    require("training.keep_absences", request.user, training, city_id=training.city_id)
    form = EntryForm(posted(request))
    return _page(
        request, form, training, _("Enter days of absence"),
        lambda: services.enter([pk], form.entry, actor=request.user, seen=form.cleaned_data["seen"]),
    )  # fmt: skip


def absence_change(request, pk):
    return _change(request, Absence, pk)


def exam_change(request, pk):
    return _change(request, Exam, pk)


def _change(request, model, pk):
    record = _record(request, model, pk)
    training = record.apprentice.apprenticeship
    require("training.keep_absences", request.user, training, city_id=training.city_id)
    form = EntryForm(posted(request), record=record)
    return _page(
        request, form, training, _("Change the entry"),
        lambda: services.change(record, form.entry, actor=request.user, seen=form.cleaned_data["seen"]),
    )  # fmt: skip


@require_POST
def absence_remove(request, pk):
    return _remove(request, Absence, pk)


@require_POST
def exam_remove(request, pk):
    return _remove(request, Exam, pk)


def _remove(request, model, pk):
    record = _record(request, model, pk)
    person = record.apprentice_id
    services.remove(record, actor=request.user)
    messages.success(request, _("The entry is removed."))
    return redirect(page_of(person))


def group_enter(request):
    """The same entry for a class or a cohort: first who it is about, then all of them or nobody."""
    if not trainings_kept_by(request.user).exists():
        raise Http404
    form = GroupForm(posted(request), user=request.user)
    context = {"title": _("Enter days of absence for several people"), "form": form}
    if request.method == "POST" and form.is_valid():
        members = form.members()
        people = ",".join(str(one.person_id) for one in members)
        context["members"] = members
        if form.cleaned_data["people"] != people:
            _carry(form, people=people)
        else:
            keys = [one.person_id for one in members]
            saved = _saved(
                context, lambda: services.enter(keys, form.entry, actor=request.user, seen=form.cleaned_data["seen"])
            )
            if saved:
                text = ngettext("Entered for %(count)s person.", "Entered for %(count)s people.", len(keys))
                messages.success(request, text % {"count": len(keys)})
                return redirect("training:absence_overview")
    return render(request, "training/absence_form.html", context)


def _page(request, form, training, title, save):
    context = {"title": title, "form": form, "training": training}
    if request.method == "POST" and form.is_valid() and _saved(context, save):
        messages.success(request, _("Entered. %(name)s gets a message.") % {"name": training.person.full_name})
        return redirect(page_of(training.person_id))
    return render(request, "training/absence_form.html", context)


def _saved(context, save):
    """What stands against it comes back on the form: a sentence, or stays that have to be looked at first."""
    form = context["form"]
    try:
        save()
    except services.EffectsUnseen as unseen:
        _carry(form, seen=mark_of(unseen.effects))
        form.submit_label = _("I have seen this: enter all the same")
        context["unseen"] = str(unseen)
        context["effects"] = [(one.stay, [Notice(finding) for finding in one.findings]) for one in unseen.effects]
    except Refused as error:
        form.add_error(None, str(error))
    else:
        return True
    return False


def _carry(form, **hidden):
    """Let the form, as it is shown again, carry what its reader sees now."""
    form.data = form.data.copy()
    form.data.update(hidden)
    form.submit_label = _("Enter for these people")


def _training(request, pk):
    found = Apprenticeship.objects.visible_to(request.user).select_related("person", "city", "occupation", "trainer")
    return get_object_or_404(found, person=pk)


def _record(request, model, pk):
    found = model.objects.visible_to(request.user).filter(apprentice__isnull=False)
    return get_object_or_404(found.select_related("apprentice__apprenticeship"), pk=pk)
