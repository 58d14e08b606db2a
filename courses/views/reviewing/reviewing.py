"""Handing a course in and deciding about it, from the workbench."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from courses.addresses import workbench_url
from courses.forms.teaching import RETURN, ReviewForm
from courses.queries.writing.workbench import courses_to_edit
from courses.services.reviewing import review
from courses.views.writing.workbench import find_open, page_of
from lms.core.forms import posted

DONE = {
    "submit": gettext_lazy("Handed in. You get a message as soon as somebody has decided."),
    "withdraw": gettext_lazy("Taken back. You can go on writing."),
    "recommend": gettext_lazy("Thank you for reading. The training office of the city decides now."),
    "release": gettext_lazy("Published. Learners can take it at once."),
    RETURN: gettext_lazy("Sent back. The authors have your comment."),
}


@require_POST
def review_step(request, pk):
    course = find_open(request, pk)
    step = request.POST.get("step", "")
    form = ReviewForm(posted(request), step=step)
    if step not in DONE or not form.is_valid():
        return page_of(request, course, review=form, status=422)
    _take(step, course, request.user, form.cleaned_data["comment"])
    messages.success(request, DONE[step])
    stays = courses_to_edit(request.user).filter(pk=course.pk).exists()
    return redirect(workbench_url(course) if stays else "courses:teaching")


def _take(step, course, actor, comment):
    if step == "submit":
        review.submit_course(course, actor=actor, comment=comment)
    elif step == "recommend":
        review.recommend_course(course, actor=actor, comment=comment)
    elif step == RETURN:
        review.return_course(course, actor=actor, comment=comment)
    elif step == "release":
        review.release_course(course, actor=actor)
    else:
        review.withdraw_submission(course, actor=actor)
