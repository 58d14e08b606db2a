from django.contrib import messages
from django.core.paginator import Paginator
from django.forms.models import model_to_dict
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from courses.files import sent
from exchange.forms.agreements import AgreementForm, DocumentForm
from exchange.forms.steps import ReasonForm
from exchange.models import Agreement, AgreementDocument
from exchange.models.agreements import TERMS
from exchange.queries.agreement_terms import shareable, shared_with_hosts, terms_of
from exchange.queries.agreements import (
    TONES,
    agreement_list,
    agreement_rows,
    city_assents,
    comparisons,
    standing_version,
    what_ending_does,
)
from exchange.queries.offices import training_offices
from exchange.services import agreements as services
from exchange.states import AGREEMENT, AgreementStatus
from exchange.views.step_pages import StepPage, step_page
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.models import City, Role
from people.policies import allowed, require
from people.queries import holds

END = StepPage(
    step="end",
    permission="exchange.coordinate",
    service=services.end_agreement,
    title=gettext_lazy("End the agreement"),
    text=gettext_lazy("No new round can stand on it any more. The agreement and its assents stay readable."),
    send=gettext_lazy("End the agreement for good"),
    done=gettext_lazy("The agreement has ended. The training offices have been told."),
    form_class=ReasonForm,
    final=True,
)


@require_safe
def agreements(request):
    if not holds(request.user, Role.COORDINATOR, Role.HR):
        raise NotAllowed(role=Role.HR)
    page = Paginator(agreement_list(request.user), 25).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": agreement_rows(page, request.user),
        "may_create": allowed("exchange.coordinate", request.user),
    }
    return render(request, "exchange/agreement_list.html", context)


@require_safe
def agreement(request, pk):
    return _page(request, _find(request, pk))


@require_safe
def agreement_compare(request, pk):
    found = _find(request, pk)
    context = {"agreement": found, "comparisons": comparisons(found)}
    return render(request, "exchange/agreement_compare.html", context)


@require_POST
def agreement_assent(request, pk):
    found, city = _find(request, pk), None
    require("exchange.assent_to_agreement", request.user, found)
    city = _city(request, found)
    seen = request.POST.get("content_hash", "")
    if found.status == AgreementStatus.DRAFT and seen != found.content_hash:
        late = _("The text has been changed in the meantime. Please read it again before you assent.")
        return _page(request, found, late=late, status=409)
    services.assent_to_agreement(found, actor=request.user, city=city, content_hash=seen)
    found.refresh_from_db()
    if found.status == AgreementStatus.IN_FORCE:
        messages.success(request, _("All cities have assented. The agreement is in force."))
    else:
        messages.success(request, _("You have assented for %(city)s.") % {"city": city.name})
    return redirect(found)


@require_POST
def agreement_withdraw(request, pk):
    found = _find(request, pk)
    require("exchange.assent_to_agreement", request.user, found)
    city = _city(request, found)
    services.withdraw_assent(found, actor=request.user, city=city)
    messages.success(request, _("You have taken back the assent of %(city)s.") % {"city": city.name})
    return redirect(found)


def agreement_create(request):
    require("exchange.coordinate", request.user)
    form = AgreementForm(posted(request), initial={"cities": City.objects.all()})
    return _save(request, form, services.create_agreement)


def addendum_create(request, pk):
    found = _find(request, pk)
    require("exchange.coordinate", request.user)
    if found.status != AgreementStatus.IN_FORCE or found.is_addendum:
        raise StepNotAllowed(_("An addendum belongs to a memorandum that is in force."), about=found)
    today = timezone.localdate()
    terms = model_to_dict(terms_of(found, today), [name for name in TERMS if name != "text"])
    dates = {"starts_on": max(today, found.starts_on), "ends_on": found.ends_on}
    form = AgreementForm(posted(request), memorandum=found, initial=terms | dates)
    return _save(request, form, services.create_addendum, found)


def agreement_edit(request, pk):
    found = _find(request, pk)
    require("exchange.coordinate", request.user)
    if found.status != AgreementStatus.DRAFT:
        raise StepNotAllowed(_("This agreement is no draft any more. Prepare a new version instead."), about=found)
    form = AgreementForm(posted(request), instance=_find(request, pk))
    return _save(request, form, services.change_agreement, found)


@require_POST
def agreement_renew(request, pk):
    found = _find(request, pk)
    made = services.renew_agreement(found, actor=request.user, today=timezone.localdate())
    messages.success(
        request, _("The renewal is a draft with the terms that count now. Please check its dates and its text.")
    )
    return redirect(made)


def agreement_document_add(request, pk):
    found = _find(request, pk)
    require("exchange.coordinate", request.user)
    if found.status != AgreementStatus.DRAFT:
        raise StepNotAllowed(_("This agreement is no draft any more. Prepare a new version instead."), about=found)
    form, status = DocumentForm(posted(request), request.FILES or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            services.add_document(found, actor=request.user, **form.cleaned_data)
        except StepNotAllowed:
            raise
        except Refused as refusal:
            form.add_error("file", str(refusal))
            status = refusal.status
        else:
            messages.success(request, _("The document is part of the draft now."))
            return redirect(found)
    return render(request, "exchange/agreement_document.html", {"agreement": found, "form": form}, status=status)


@require_safe
def agreement_document(request, pk, document):
    one = _document(request, pk, document)
    try:
        stored = one.file.open("rb")
    except OSError as error:
        raise Http404 from error
    answer = sent(stored, one.file.name, called=one.title)
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
def agreement_document_leave_out(request, pk, document):
    one = _document(request, pk, document)
    services.leave_out_document(one, actor=request.user)
    messages.success(request, _("The document is left out. The file stays readable below."))
    return redirect(one.agreement)


def agreement_end(request, pk):
    found = _find(request, pk)
    context = {"subject_title": found.title, "over": _("Agreements"), "consequences": what_ending_does(found)}
    return step_page(
        request, found, END, lifecycle=AGREEMENT, back=reverse("exchange:agreement", args=[pk]), context=context
    )


@require_safe
def what_hosts_see(request):
    """For everybody, in plain words: Art. 26 (2) GDPR asks for it."""
    context = {"shared": shared_with_hosts(request.user, timezone.localdate())}
    return render(request, "exchange/what_hosts_see.html", context)


def _find(request, pk):
    return get_object_or_404(agreement_list(request.user), pk=pk)


def _city(request, found):
    city = next((one for one in found.cities.all() if one.slug == request.POST.get("city")), None)
    if city is None:
        raise Http404
    return city


def _document(request, pk, document):
    return get_object_or_404(AgreementDocument.objects.filter(agreement=_find(request, pk)), pk=document)


def _page(request, found, late="", status=200):
    assents = city_assents(found, request.user, training_offices())
    coordinates = allowed("exchange.coordinate", request.user)
    draft, today = found.status == AgreementStatus.DRAFT, timezone.localdate()
    in_force = found.status == AgreementStatus.IN_FORCE
    memorandum = not found.is_addendum
    context = {
        "agreement": found,
        "late": late,
        "tone": TONES[AgreementStatus(found.status)],
        "assents": assents,
        "turns": [one.turn for one in assents if one.turn],
        "shared": shareable(found.shared_fields),
        "documents": found.documents.all(),
        "addenda": Agreement.objects.filter(parent=found).order_by("starts_on", "pk"),
        "versions": Agreement.objects.filter(title=found.title).exclude(pk=found.pk).order_by("-version"),
        "compares": bool(standing_version(found) or any(one.void for one in assents)),
        "begins_later": in_force and found.starts_on > today,
        "run_out": in_force and found.ends_on < today,
        "draft": draft,
        "may_change": coordinates and draft,
        "may_end": coordinates and AGREEMENT.may(found, "end"),
        "may_renew": coordinates and not draft and memorandum,
        "may_add": coordinates and in_force and memorandum,
        "content_hash": found.content_hash,
        "rounds": found.rounds.order_by("-stays_from", "-pk")[:25],
    }
    return render(request, "exchange/agreement.html", context, status=status)


def _save(request, form, service, *subject):
    """Show the form, or save what it holds; a refusal keeps what was typed."""
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            made = service(*subject, actor=request.user, **form.cleaned_data)
        except StepNotAllowed:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
            if isinstance(refusal, TooLate):
                form.data = form.data.copy()
                form.data["seen"] = _find(request, subject[0].pk).content_hash
        else:
            messages.success(
                request,
                _("The draft is saved. Whoever had assented to other content is asked again.")
                if form.instance.pk
                else _("The draft is saved. The training offices of the cities are asked to assent."),
            )
            return redirect(made)
    context = {"form": form, "agreement": form.instance if form.instance.pk else None, "memorandum": form.memorandum}
    return render(request, "exchange/agreement_form.html", context, status=status)
