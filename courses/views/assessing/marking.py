"""Where trainers look at what was handed in: answer after answer, without names, and work for assignments."""

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses.files import sent
from courses.forms.marking import FeedbackForm, MarkForm
from courses.models import AssignmentPage, Submission, TestPage
from courses.queries.assessing.marking import (
    Place,
    answers_to_mark,
    attempts_to_mark,
    courses_taught,
    is_marked_by_now,
    next_after,
    question_of,
    standing_in,
    submissions_to_mark,
    waiting_to_be_marked,
)
from courses.services.assessing.assignments import accept, give_back
from courses.services.assessing.marking import mark_answer
from courses.states import SubmissionStatus
from lms.core.errors import TooLate
from lms.core.forms import posted
from people.policies import require
from questions.kinds import kind_of


@require_safe
def marking(request):
    """What waits, by test and assignment."""
    require("courses.see_marking", request.user)
    context = {"waiting": waiting_to_be_marked(request.user), "standing_in": standing_in(request.user)}
    return render(request, "courses/marking/list.html", context)


def _of_a_course_taught(request, model, pk):
    page = get_object_or_404(model, pk=pk)
    get_object_or_404(courses_taught(request.user), pk=page.course.pk)
    return page


@require_safe
def marking_test(request, pk):
    """To the answer that waits longest for this trainer, or to the one after `nach`."""
    test = _of_a_course_taught(request, TestPage, pk)
    queue = answers_to_mark(request.user, test)
    if not queue:
        messages.info(request, _("Everything in “%(title)s” is marked.") % {"title": test.title})
        return redirect("courses:marking")
    return redirect(next_after(queue, request.GET.get("nach", "")).url)


def marking_answer(request, pk, key):
    """One answer: the question, what makes it good, what was written. Whose it is stays unsaid."""
    attempt, question = _attempt_and_question(request, pk, key)
    form = MarkForm(question, posted(request))
    if request.method == "POST" and form.is_valid():
        done = mark_answer(attempt, key, form.given, actor=request.user)
        messages.success(
            request,
            _("The mark is saved.") if done.score is None else _("The mark is saved. This test now has its result."),
        )
        return redirect("courses:marking_test", attempt.test_id)
    queue = answers_to_mark(request.user, attempt.test)
    if Place(key, attempt.pk) not in queue:
        messages.info(request, _("This answer is marked already. You see the next one."))
        return redirect("courses:marking_test", attempt.test_id)
    answer = attempt.answers[key]
    context = {
        "attempt": attempt,
        "test": attempt.test,
        "course": attempt.enrollment.course,
        "question": question,
        "answer": "" if question["kind"] == "upload" else "\n".join(kind_of(question).told(question, answer)),
        "is_file": question["kind"] == "upload",
        "queue": queue,
        "number": queue.index(Place(key, attempt.pk)) + 1,
        "form": form,
    }
    return render(request, "courses/marking/answer.html", context, status=422 if form.errors else 200)


def _attempt_and_question(request, pk, key):
    waiting = attempts_to_mark(request.user).select_related("test", "enrollment__course")
    attempt = waiting.filter(pk=pk).first()
    question = question_of(attempt, key) if attempt else None
    if question and kind_of(question).by_hand and attempt.answers.get(key) is not None:
        return attempt, question
    if question is None and is_marked_by_now(request.user, pk):
        raise TooLate(_("Somebody else has marked this test in the meantime. Thank you, nothing is left to do here."))
    raise Http404


@require_safe
def marking_file(request, pk, key):
    """The file somebody uploaded as an answer, without the name they gave it: it might be their own."""
    attempt, question = _attempt_and_question(request, pk, key)
    answer = attempt.answers[key]
    if question["kind"] != "upload" or not default_storage.exists(str(answer["file"])):
        raise Http404
    return sent(default_storage.open(str(answer["file"])), answer["name"], called=_("answer-%(pk)s") % {"pk": pk})


@require_safe
def marking_assignment(request, pk):
    """What was handed in for an assignment, the longest wait first."""
    assignment = _of_a_course_taught(request, AssignmentPage, pk)
    waiting = submissions_to_mark(request.user).filter(assignment=assignment).select_related("enrollment__person")
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "waiting": waiting.order_by("submitted_at", "pk")[:100],
    }
    return render(request, "courses/marking/assignment.html", context)


def marking_submission(request, pk):
    """Work that was handed in, and what was said to it before; accept it or give it back."""
    submission = _submission(request, pk)
    gives_back = "return" in request.POST
    form = FeedbackForm(posted(request), gives_back=gives_back)
    if request.method == "POST" and form.is_valid():
        decide, word = (give_back, _("The work goes back with your feedback.")) if gives_back else (
            accept, _("The work is accepted. The learner gets a message."))  # fmt: skip
        decide(submission, feedback=form.cleaned_data["feedback"], actor=request.user)
        messages.success(request, word)
        return redirect("courses:marking_assignment", submission.assignment_id)
    before = Submission.objects.filter(
        enrollment=submission.enrollment_id, assignment=submission.assignment_id, number__lt=submission.number,
        cycle=submission.cycle,
    )  # fmt: skip
    context = {
        "submission": submission,
        "assignment": submission.assignment,
        "course": submission.enrollment.course,
        "before": before.order_by("number"),
        "form": form,
    }
    return render(request, "courses/marking/submission.html", context, status=422 if form.errors else 200)


def _submission(request, pk):
    found = Submission.objects.select_related("assignment", "enrollment__course", "enrollment__person")
    submission = get_object_or_404(
        found.filter(enrollment__course__in=courses_taught(request.user).values("pk")).exclude(
            enrollment__person_id=request.user.pk
        ),
        pk=pk,
    )
    if submission.status != SubmissionStatus.SUBMITTED:
        raise TooLate(_("Somebody has looked at this work already. Thank you, nothing is left to do here."))
    return submission


@require_safe
def submission_file(request, pk):
    """For the learner, and for those who have to look at it."""
    own = Submission.objects.visible_to(request.user).filter(pk=pk).first()
    submission = own or get_object_or_404(submissions_to_mark(request.user).select_related("assignment"), pk=pk)
    if not submission.file:
        raise Http404
    nameless = not own and submission.assignment.is_anonymous
    return sent(submission.file.open(), submission.file_name, called=_("work-%(pk)s") % {"pk": pk} if nameless else "")
