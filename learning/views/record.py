"""The learner record: everything in one place, to look at and to take away."""

from django.http import FileResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from learning.queries.record import record_of
from learning.services.record import export_record
from lms.core.words import file_name


@require_safe
def record(request):
    return render(request, "learning/record.html", {"record": record_of(request.user), "today": timezone.localdate()})


@require_POST
def record_export(request):
    packed = export_record(request.user, actor=request.user)
    title = file_name(_("Learner record"))
    name = f"{title}-{timezone.localdate().isoformat()}.zip"
    answer = FileResponse(packed, as_attachment=True, filename=name, content_type="application/zip")
    answer["Cache-Control"] = "no-store, private"
    return answer
