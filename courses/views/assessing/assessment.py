from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.forms.learning import AttemptForm
from courses.models import Attempt, Enrollment, TestPage
from courses.queries.assessing.attempts import extra_percent, left_in_words
from courses.queries.assessing.results import explained, gives_verdicts, reveals, standing_of, to_read_again
from courses.queries.reading.outline import outline
from courses.services.assessing.answer_files import keep_file, remove_file
from courses.services.assessing.assessment import (
    NewerAnswer,
    hand_in_if_over,
    save_answers,
    start_attempt,
    submit_attempt,
)
from courses.states import AttemptStatus, EnrollmentStatus
from courses.views.completing.learning import may_read, standing_enrollment, to_course, to_what_is_kept
from lms.core.errors import Refused
from lms.core.forms import posted
from questions.kinds import kind_of


def test(request, page):
    """Before a test: what it asks for, how many attempts are left, what came before."""
    course = page.course
    enrollment = standing_enrollment(request, course)
    if not may_read(request, course, enrollment):
        return to_course(request, course)
    preview = getattr(request, "is_preview", False)
    road = outline(course, enrollment, preview=preview)
    standing = standing_of(page, enrollment)
    now = timezone.now()
    percent = extra_percent(request.user.pk, timezone.localdate(now)) if enrollment and page.minutes_limit else 0
    context = {
        "test": page,
        "course": course,
        "enrollment": enrollment,
        "outline": road,
        "chapters": road.chapters(page),
        "standing": standing,
        "count": _count(page),
        "minutes": page.minutes_limit and page.minutes_limit * (100 + percent) // 100,
        "has_extra_time": percent > 0,
        "waits_until": standing.waits_until(now),
        "is_closed": standing.is_closed(timezone.localdate(now)),
        "missing": road.missing_before(page) if enrollment else [],
        "preview": preview,
    }
    return render(request, "courses/test.html", context)


def _count(page):
    """How many questions somebody is asked."""
    blocks = page.questions.get_prep_value()
    return sum((block["value"].get("count") or 0) if block["type"] == "draw" else 1 for block in blocks)


@require_POST
def attempt_start(request, pk):
    page = get_object_or_404(TestPage.objects.live(), pk=pk)
    enrollment = get_object_or_404(Enrollment.objects.of(request.user).standing(), course=page.course)
    if not page.course.live:
        return to_what_is_kept(request, page.course)
    return redirect(start_attempt(enrollment, page, actor=request.user))


def _own_attempt(request, pk):
    """Handed in already if its time is up."""
    own = Attempt.objects.visible_to(request.user).select_related(
        "enrollment__course__locale", "enrollment__person", "test"
    )
    found = get_object_or_404(own, pk=pk)
    if found.is_open and hand_in_if_over(found, actor=request.user) is not found:
        return get_object_or_404(own, pk=pk)
    return found


def _number(request, own):
    """Which question: the one that is asked for, else the first that is open."""
    asked = request.GET.get("frage", "")
    if asked.isdecimal() and 1 <= int(asked[:4]) <= len(own.questions):
        return int(asked[:4])
    keys = [question["key"] for question in own.questions]
    return next((number for number, key in enumerate(keys, start=1) if key not in own.answers), 1)


def _address(own, number):
    return f"{reverse('courses:attempt', args=[own.pk])}?frage={number}"


def attempt(request, pk):
    """One question at a time. Whatever is pressed saves what is there."""
    own = _own_attempt(request, pk)
    if request.method != "POST" and not own.is_open:
        return redirect(own)
    number = _number(request, own)
    form = AttemptForm(own, number, posted(request), request.FILES or None)
    if request.method != "POST":
        return _question(request, own, number, form)
    is_valid = form.is_valid()
    try:
        own = _save(own, form, actor=request.user)
    except NewerAnswer as error:
        own.refresh_from_db()
        form = AttemptForm(own, number, _as_of(request.POST, own))
        form.is_valid()
        return _question(request, own, number, form, newer=str(error))
    if not own.is_open:
        messages.warning(request, _("The time was up. What you had saved in time is handed in."))
        return redirect(own)
    if not is_valid and "to" not in request.POST:
        return _question(request, own, number, AttemptForm(own, number, _as_of(request.POST, own), request.FILES))
    return redirect(_onward(request, own, number))


def _save(own, form, *, actor):
    answers, stored = form.answers, None
    if form.upload:
        stored = keep_file(form.upload)
        answers = {form.question["key"]: stored}
    try:
        saved = save_answers(own, answers, actor=actor, seen=form.seen_revision, tab=form.named_tab)
    except Refused:
        remove_file(stored)
        raise
    if stored and saved.answers.get(form.question["key"]) == stored:
        remove_file(form.answer)
    return saved


def _as_of(sent, own):
    """What was typed, to be sent again knowing of the newest save."""
    data = sent.copy()
    data["seen"], data["tab"] = str(own.revision), ""
    return data


def _onward(request, own, number):
    to = request.POST.get("to", "")
    if "later" in request.POST:
        messages.success(request, _("Your answers are saved. You can go on whenever you like."))
        return own.test.url
    if to.isdecimal() and 1 <= int(to[:4]) <= len(own.questions):
        return _address(own, int(to[:4]))
    if to == "check" or number == len(own.questions):
        return reverse("courses:attempt_review", args=[own.pk])
    return _address(own, number + 1)


def _frame(own):
    """What the pages of an attempt share."""
    now = timezone.now()
    return {
        "attempt": own,
        "course": own.enrollment.course,
        "test": own.test,
        "left": left_in_words(own, now),
        "now": now,
        "saved": _saved_at(own),
        "steps": [
            {"number": number, "answered": question["key"] in own.answers, "text": question["text"]}
            for number, question in enumerate(own.questions, start=1)
        ],
    }


def _saved_at(own):
    return (
        _("saved at %(time)s") % {"time": date_format(timezone.localtime(own.saved_at), "H:i")} if own.saved_at else ""
    )


def _question(request, own, number, form, *, newer=""):
    question = own.questions[number - 1]
    context = {
        **_frame(own),
        "form": form,
        "number": number,
        "newer": newer,
        "newer_answer": kind_of(question).told(question, own.answers.get(question["key"])) if newer else [],
        "address": _address(own, number),
        "file": form.kind.name == "upload" and own.answers.get(question["key"]),
        "question": question,
    }
    return render(request, "courses/attempt.html", context, status=409 if newer else 200)


@require_POST
def attempt_save(request, pk):
    """For the script of the page: keeps what stands in the fields, and says when."""
    own = _own_attempt(request, pk)
    form = AttemptForm(own, _number(request, own), request.POST)
    form.is_valid()
    try:
        own = save_answers(own, form.answers, actor=request.user, seen=form.seen_revision, tab=form.named_tab)
    except NewerAnswer as error:
        return JsonResponse({"newer": str(error)}, status=409)
    except Refused as error:
        return JsonResponse({"over": str(error), "to": own.get_absolute_url()}, status=409)
    if not own.is_open:
        sentence = _("The time is up. This answer came too late; it is kept, but it does not count.")
        return JsonResponse({"over": sentence, "to": own.get_absolute_url()}, status=409)
    answered = form.question["key"] in own.answers
    return JsonResponse({"saved": _saved_at(own), "revision": own.revision, "answered": answered})


def attempt_review(request, pk):
    """Before handing in: what is answered and what is not."""
    own = _own_attempt(request, pk)
    if not own.is_open:
        return redirect(own)
    if request.method == "POST":
        return redirect(submit_attempt(own, {}, actor=request.user))
    context = _frame(own) | {
        "questions": explained(own, reveal=False, verdicts=False),
        "open": sum(not step["answered"] for step in _frame(own)["steps"]),
    }
    return render(request, "courses/attempt_review.html", context)


@require_safe
def answer_file(request, pk, key):
    """What one handed in as an answer. Whoever marks it has an address of their own."""
    found = get_object_or_404(Attempt.objects.visible_to(request.user), pk=pk)
    uploads = {question["key"] for question in found.questions if question["kind"] == "upload"}
    answer = found.answers.get(key) if key in uploads else None
    if not answer or not default_storage.exists(answer["file"]):
        raise Http404
    reply = FileResponse(default_storage.open(answer["file"]), as_attachment=True, filename=answer["name"])
    reply["Cache-Control"] = "private, no-store"
    return reply


@require_safe
def result(request, pk):
    own = _own_attempt(request, pk)
    if own.is_open:
        return redirect(own)
    standing = standing_of(own.test, own.enrollment)
    course = own.enrollment.course
    now = timezone.now()
    today = timezone.localdate(now)
    may_try = (
        standing.may_try
        and course.live
        and own.enrollment.status != EnrollmentStatus.ENDED
        and (standing.running is not None or not standing.is_closed(today))
    )
    revealed = reveals(own, standing, today, may_try=may_try)
    verdicts = gives_verdicts(own, revealed)
    context = {
        "attempt": own,
        "test": own.test,
        "course": course,
        "back_url": course.url if course.live else reverse("courses:my_learning"),
        "enrollment": own.enrollment,
        "standing": standing,
        "may_try": may_try,
        "waits_until": standing.waits_until(now),
        "is_closed": standing.is_closed(today),
        "is_marking": own.status == AttemptStatus.MARKING,
        "ended_by_time": own.due_at is not None and own.submitted_at > own.due_at,
        "revealed": revealed,
        "verdicts": verdicts,
        "questions": explained(own, reveal=revealed, verdicts=verdicts),
        "to_read": [] if verdicts or own.status == AttemptStatus.MARKING else to_read_again(own),
    }
    return render(request, "courses/result.html", context)
