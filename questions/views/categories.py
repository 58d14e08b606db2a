"""The drawers of the bank."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lms.core.forms import posted
from people.models import Role
from people.policies import require
from people.queries import cities_where
from questions.forms.bank import CategoryForm
from questions.models import Category
from questions.queries.bank import categories_with_counts
from questions.services import categories as services


def _find(request, pk):
    return get_object_or_404(Category.objects.visible_to(request.user).select_related("city"), pk=pk)


def _cities(request):
    return cities_where(request.user, Role.TRAINER, Role.HR).order_by("name")


def index(request):
    require("questions.see_bank", request.user)
    form = CategoryForm(_cities(request), posted(request), submit_label=_("Create the category"))
    if request.method == "POST" and form.is_valid():
        services.create_category(form.city_chosen, form.cleaned_data["name"], actor=request.user)
        messages.success(request, _("Created. Now questions can be put into it."))
        return redirect("questions:categories")
    context = {"form": form, "categories": categories_with_counts(request.user)}
    return render(request, "questions/categories.html", context)


def rename(request, pk):
    category = _find(request, pk)
    require("questions.edit", request.user, category, city_id=category.city_id)
    form = CategoryForm(_cities(request), posted(request), category=category)
    if request.method == "POST" and form.is_valid():
        services.rename_category(category, form.cleaned_data["name"], actor=request.user)
        messages.success(request, _("Renamed."))
        return redirect("questions:categories")
    return render(request, "questions/category.html", {"form": form, "category": category})


@require_POST
def share(request, pk):
    category = _find(request, pk)
    steps = {"share": services.share_category, "unshare": services.unshare_category}
    if request.POST.get("step") not in steps:
        raise Http404
    steps[request.POST["step"]](category, actor=request.user)
    if category.is_shared:
        messages.success(request, _("All cities can use this category now, with all its questions."))
    else:
        messages.success(request, _("This category and its questions belong to your city alone again."))
    return redirect("questions:categories")
