"""The question bank of trainers and training offices."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from lms.core.errors import TooLate
from lms.core.forms import posted
from people.policies import allowed, require
from questions.forms.bank import CopyForm, FilterForm, TryForm
from questions.forms.writing import FORMS
from questions.models import KIND_CHOICES, Category, Question
from questions.queries.bank import bank, uses_of
from questions.queries.versions import versions_of
from questions.services import bank as services

PER_PAGE = 25
STEPS = {
    "retire": (
        services.retire_question,
        gettext_lazy("Nobody is asked this any more. Attempts keep it as it was."),
    ),
    "bring_back": (services.bring_back_question, gettext_lazy("This question is asked again.")),
    "share": (services.share_question, gettext_lazy("All cities can use this question now.")),
    "unshare": (
        services.unshare_question,
        gettext_lazy("This question is your city's alone again. Copies stay."),
    ),
}


def _find(request, pk):
    return get_object_or_404(Question.objects.visible_to(request.user).select_related("city", "category"), pk=pk)


def _own_categories(user):
    return Category.objects.of(user).select_related("city").order_by("city__name", "name")


@require_safe
def index(request):
    require("questions.see_bank", request.user)
    form = FilterForm(request.user, request.GET)
    page = Paginator(bank(request.user, form.filters), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "questions/index.html", {"form": form, "page": page})


@require_safe
def kinds(request):
    """What kind is it to be?"""
    require("questions.see_bank", request.user)
    context = {"kinds": KIND_CHOICES, "has_categories": _own_categories(request.user).exists()}
    return render(request, "questions/kinds.html", context)


def new(request, kind):
    require("questions.see_bank", request.user)
    if kind not in FORMS:
        raise Http404
    form = _form(request, FORMS[kind], initial={"category": request.GET.get("category")})
    if request.method == "POST" and form.is_bound and form.is_valid():
        question = services.create_question(form.place, form.definition, actor=request.user)
        messages.success(request, _("The question is in the bank. Try it as your learners will see it."))
        return redirect("questions:question", question.pk)
    if not form.fields["category"].queryset.exists():
        return redirect("questions:categories")
    context = {"form": form, "kind": dict(KIND_CHOICES)[kind], "question": None}
    return render(request, "questions/write.html", context)


def edit(request, pk):
    question = _find(request, pk)
    require("questions.edit", request.user, question, city_id=question.city_id)
    form = _form(request, FORMS[question.kind], question=question)
    if request.method == "POST" and form.is_bound and form.is_valid() and _revise(request, question, form):
        messages.success(request, _("Saved. Attempts that are under way keep the question as it was."))
        return redirect("questions:question", question.pk)
    context = {"form": form, "kind": question.get_kind_display(), "question": question}
    context["uses"] = uses_of(question, request.user)
    return render(request, "questions/write.html", context)


def _form(request, form, **kwargs):
    """Bound to what was sent; only shown again where more rows were asked for."""
    if "more" in request.POST:
        return form(_own_categories(request.user), sent=request.POST, **kwargs)
    return form(_own_categories(request.user), posted(request), **kwargs)


def _revise(request, question, form):
    """Whoever was slower sees it, and replaces the other's version by saving once more."""
    told = {"seen": form.cleaned_data["seen"] or 0, "change": form.cleaned_data["change"]}
    try:
        services.revise_question(question, form.place, form.definition, actor=request.user, **told)
    except TooLate:
        form.add_error(
            None, _("Somebody else has changed this question in the meantime. Save once more to replace it.")
        )
        form.data = form.data.copy()
        form.data["seen"] = str(Question.objects.values_list("number", flat=True).get(pk=question.pk))
        return False
    return True


@require_safe
def show(request, pk):
    return _page(request, _find(request, pk))


def _page(request, question, *, copy=None, status=200):
    context = {
        "question": question,
        "may_edit": allowed("questions.edit", request.user, question),
        "versions": versions_of(question),
        "uses": uses_of(question, request.user),
        "copy": copy or CopyForm(_own_categories(request.user).exclude(city=question.city_id)),
    }
    return render(request, "questions/question.html", context, status=status)


def preview(request, pk):
    """As learners see it; who answers sees what that would earn."""
    question = _find(request, pk)
    form = TryForm(question, request.POST or None, request.FILES or None)
    context = {"question": question, "form": form, "definition": question.definition, "kind": form.kind}
    if request.method == "POST" and form.is_bound and form.is_valid():
        answer = form.answer
        context |= {
            "tried": True,
            "told": form.kind.told(question.definition, answer),
            "right": form.kind.right_told(question.definition),
            "percent": int(form.kind.points(question.definition, answer) * 100) if answer is not None else 0,
        }
    return render(request, "questions/preview.html", context)


@require_POST
def step(request, pk):
    question = _find(request, pk)
    if request.POST.get("step") not in STEPS:
        raise Http404
    take, told = STEPS[request.POST["step"]]
    take(question, actor=request.user)
    messages.success(request, told)
    return redirect("questions:question", question.pk)


@require_POST
def copy(request, pk):
    question = _find(request, pk)
    form = CopyForm(_own_categories(request.user).exclude(city=question.city_id), request.POST)
    if not form.is_valid():
        return _page(request, question, copy=form, status=422)
    copied = services.copy_question(question, form.cleaned_data["category"], actor=request.user)
    messages.success(request, _("This copy belongs to your city. What you change here changes nothing elsewhere."))
    return redirect("questions:question", copied.pk)
