"""Where trainers see which questions were corrected after people had answered them, and have them scored anew."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext

from courses.forms.marking import RegradeForm
from courses.models import Regrade, TestPage
from courses.queries.assessing.corrections import corrections_in
from courses.queries.assessing.marking import courses_taught
from courses.services.assessing.regrading import regrade
from lms.core.addresses import number
from lms.core.forms import posted


def regrading(request, pk):
    course = get_object_or_404(courses_taught(request.user), pk=pk)
    key = request.POST.get("key", "")
    form = RegradeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        test = get_object_or_404(TestPage.objects.child_of(course), pk=number(request.POST.get("test")))
        sent = form.cleaned_data
        done = regrade(test, key, stamp=sent["stamp"], reason=sent["reason"], actor=request.user)
        _say_done(request, len(done.changes))
        return redirect("courses:regrading", course.pk)
    corrections = corrections_in(course)
    for one in corrections:
        is_sent = key == one.key and request.POST.get("test") == str(one.test.pk)
        one.form = form if is_sent else RegradeForm(initial={"stamp": one.stamp}, auto_id=f"{one.anchor}-%s")
    done = Regrade.objects.filter(test__in=TestPage.objects.child_of(course)).select_related("test", "actor")
    context = {"course": course, "corrections": corrections, "done": done[:20], "form": form}
    return render(request, "courses/marking/regrading.html", context, status=422 if form.errors else 200)


def _say_done(request, count):
    text = ngettext(
        "%(n)s attempt is scored anew. Whoever has passed by it has a message.",
        "%(n)s attempts are scored anew. Whoever has passed by it has a message.",
        count,
    )
    messages.success(request, text % {"n": count})
