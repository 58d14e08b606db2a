"""Who stands in for whom: the page of those who may be away, and of the training offices for their people."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lms.core.errors import Refused
from lms.core.forms import posted
from people.forms.substitutions import SubstitutionForm
from people.models import Role
from people.queries import lendable_by, own_cities_where, substitutions_shown_to
from people.services.substitutions import end_substitution, set_up_substitution


def substitutions(request):
    if not lendable_by(request.user).exists():
        raise Http404
    form = SubstitutionForm(request.user, posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = set_up_substitution([given.pop("membership")], given.pop("substitute"), actor=request.user, **given)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                _("%(substitute)s stands in for %(person)s.")
                % {"substitute": made[0].substitute.full_name, "person": made[0].person.full_name},
            )
            return redirect("people:substitutions")
    offices = set(own_cities_where(request.user, Role.HR).values_list("pk", flat=True))
    rows = [
        (one, one.person_id == request.user.pk or one.membership.city_id in offices)
        for one in substitutions_shown_to(request.user)
    ]
    context = {"form": form, "rows": rows}
    return render(request, "people/substitutions.html", context, status=422 if form.errors else 200)


@require_POST
def substitution_end(request, pk):
    found = get_object_or_404(substitutions_shown_to(request.user), pk=pk)
    end_substitution(found, actor=request.user)
    messages.success(request, _("The substitution has ended."))
    return redirect("people:substitutions")
