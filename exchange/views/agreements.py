from django.contrib import messages
from django.core.paginator import Paginator
from django.forms.models import model_to_dict
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from exchange.forms.agreements import AgreementForm
from exchange.forms.steps import ReasonForm
from exchange.models import Agreement
from exchange.queries.agreements import TONES, agreement_list, agreement_rows, city_assents
from exchange.queries.offices import training_offices
from exchange.services.agreements import assent_to_agreement, change_agreement, create_agreement, end_agreement
from exchange.states import AGREEMENT, AgreementStatus
from exchange.views.step_pages import StepPage, step_page
from lms.core.addresses import number
from lms.core.errors import NotAllowed
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.models import City, Role
from people.policies import allowed, require
from people.queries import holds

END = StepPage(
    step="end",
    permission="exchange.coordinate",
    service=end_agreement,
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
    found = _find(request, pk)
    assents = city_assents(found, request.user, training_offices())
    coordinates = allowed("exchange.coordinate", request.user)
    context = {
        "agreement": found,
        "tone": TONES[AgreementStatus(found.status)],
        "assents": assents,
        "turns": [one.turn for one in assents if one.turn],
        "may_change": coordinates and found.status == AgreementStatus.DRAFT,
        "may_end": coordinates and AGREEMENT.may(found, "end"),
        "may_copy": coordinates and found.status != AgreementStatus.DRAFT,
        "content_hash": found.content_hash,
        "rounds": found.rounds.order_by("-stays_from", "-pk")[:25],
    }
    return render(request, "exchange/agreement.html", context)


@require_POST
def agreement_assent(request, pk):
    found = _find(request, pk)
    require("exchange.assent_to_agreement", request.user, found)
    city = next((one for one in found.cities.all() if one.slug == request.POST.get("city")), None)
    if city is None:
        raise Http404
    assent_to_agreement(found, actor=request.user, city=city, content_hash=request.POST.get("content_hash", ""))
    found.refresh_from_db()
    if found.status == AgreementStatus.IN_FORCE:
        messages.success(request, _("All cities have assented. The agreement is in force."))
    else:
        messages.success(request, _("You have assented for %(city)s.") % {"city": city.name})
    return redirect(found)


def agreement_create(request):
    require("exchange.coordinate", request.user)
    form = AgreementForm(posted(request), initial=_to_begin_with(request))
    if request.method == "POST" and form.is_valid():
        made = create_agreement(actor=request.user, **form.cleaned_data)
        messages.success(request, _("The draft is saved. The training offices of the cities are asked to assent."))
        return redirect(made)
    return render(request, "exchange/agreement_form.html", {"form": form, "agreement": None})


def agreement_edit(request, pk):
    found = _find(request, pk)
    require("exchange.coordinate", request.user)
    if found.status != AgreementStatus.DRAFT:
        raise StepNotAllowed(_("This agreement is no draft any more. Prepare a new version instead."), about=found)
    form = AgreementForm(posted(request), instance=found)
    if request.method == "POST" and form.is_valid():
        change_agreement(found, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The draft is saved. Cities that had assented to the old text are asked again."))
        return redirect(found)
    return render(request, "exchange/agreement_form.html", {"form": form, "agreement": found})


def agreement_end(request, pk):
    found = _find(request, pk)
    context = {"subject_title": found.title, "over": _("Agreements")}
    return step_page(
        request, found, END, lifecycle=AGREEMENT, back=reverse("exchange:agreement", args=[pk]), context=context
    )


def _find(request, pk):
    return get_object_or_404(agreement_list(request.user), pk=pk)


def _to_begin_with(request):
    """A new version begins with the text of the old one."""
    pk = number(request.GET.get("kopie"))
    old = Agreement.objects.visible_to(request.user).filter(pk=pk).first() if pk else None
    if not old:
        return {"cities": City.objects.all()}
    return {**model_to_dict(old, ["title", "text"]), "cities": old.cities.all()}
