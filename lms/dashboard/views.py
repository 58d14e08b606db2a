from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from courses.queries.assessing.attempts import extra_percent
from lms.core.privacy import DECLARED
from lms.dashboard.home import start_page
from people.models import LENDABLE
from training.models import Apprenticeship


@login_not_required
@require_safe
def home(request):
    if not request.user.is_authenticated:
        return redirect("demo:personas" if settings.PROFILE == "demo" else "account_login")
    return render(request, "dashboard/home.html", start_page(request.user, request.acting))


@require_safe
def profile(request):
    apprenticeship = Apprenticeship.objects.filter(person=request.user).select_related(
        "occupation", "department", "trainer", "school_calendar"
    )
    extra = extra_percent(request.user.pk, timezone.localdate())
    lends = any(one.role in LENDABLE for one in request.memberships)
    context = {"apprenticeship": apprenticeship.first(), "extra_time": extra, "lends_roles": lends}
    return render(request, "dashboard/profile.html", context)


@login_not_required
@require_safe
def health(request):
    """For monitoring: 200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
def accessibility(request):
    return render(request, "legal/accessibility.html")


@login_not_required
@require_safe
def privacy(request):
    records = sorted(
        ((entry.name or model._meta.verbose_name, entry) for model, entry in DECLARED.items() if entry.subjects),
        key=lambda r: str(r[0]),
    )
    return render(request, "legal/privacy.html", {"records": records})


@login_not_required
@require_safe
def who_sees_what(request):
    return render(request, "legal/who_sees_what.html")


@login_not_required
@require_safe
def help_page(request):
    return render(request, "legal/help.html", {"check_url": reverse("certificates:verify")})


@login_not_required
@require_safe
def imprint(request):
    return render(request, "legal/imprint.html")
