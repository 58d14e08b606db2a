"""Questions under a lesson and their answers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.forms.beside import AnswerForm, QuestionForm, RemovalForm
from courses.models import LessonAnswer, LessonPage, LessonQuestion
from courses.queries.beside.asked import answers_for, questions_for, told, with_answers
from courses.services.beside.asking import TooOften, answer, ask, remove_answer, remove_question
from courses.views.completing.learning import may_read, standing_enrollment
from lms.core.forms import posted
from people.policies import allowed, require

PER_PAGE = 20


def lesson_questions(request, pk):
    """What was asked about a lesson, the newest first, and a form to ask."""
    lesson = get_object_or_404(LessonPage, pk=pk)
    course = lesson.course
    enrollment = standing_enrollment(request, course)
    if not may_read(request, course, enrollment):
        raise Http404
    if request.method == "POST":
        require("courses.ask", request.user, course)
    form = QuestionForm(posted(request)) if enrollment else None
    if request.method == "POST" and form and _sent(form, lambda text: ask(lesson, text, actor=request.user)):
        messages.success(request, _("Your question is there. You get a message when somebody answers."))
        return redirect(request.path)
    questions = with_answers(questions_for(request.user).filter(lesson=lesson)).order_by("-asked_at", "-pk")
    page = Paginator(questions, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "lesson": lesson,
        "course": course,
        "page": page,
        "questions": told(list(page), course, request.user),
        "form": form,
    }
    return render(request, "courses/asked/questions.html", context, status=422 if form and form.errors else 200)


def question_show(request, pk):
    """One question with its answers, and a form to answer."""
    question = _question(request, pk)
    form = AnswerForm(posted(request)) if allowed("courses.answer_question", request.user, question.course) else None
    if request.method == "POST" and form and _sent(form, lambda text: answer(question, text, actor=request.user)):
        messages.success(request, _("Your answer is there."))
        return redirect(question)
    return _page_of(request, question, form)


def _sent(form, write):
    """Whether it could be written; how often one may write is said at the field, where the text still stands."""
    if not form.is_valid():
        return False
    try:
        write(form.cleaned_data["text"])
    except TooOften as error:
        form.add_error("text", str(error))
    return not form.errors


def _question(request, pk):
    found = with_answers(questions_for(request.user)).select_related("person", "lesson", "course__locale")
    return get_object_or_404(found, pk=pk)


def _page_of(request, question, form, *, removing="", removal=None):
    """`removing` names what cannot be removed yet, `removal` is the form that says why."""
    [said] = told([question], question.course, request.user)
    looks_after = allowed("courses.edit", request.user, question.course)
    forms = {
        name: removal if name == removing else RemovalForm(name=name)
        for name in [f"question-{said.pk}", *(f"answer-{one.pk}" for one in said.answers)]
    }
    context = {
        "question": said,
        "answers": [(one, forms[f"answer-{one.pk}"]) for one in said.answers],
        "removal": forms[f"question-{said.pk}"],
        "lesson": question.lesson,
        "course": question.course,
        "form": form,
        "looks_after": looks_after,
    }
    wrong = bool((form and form.errors) or removing)
    return render(request, "courses/asked/question.html", context, status=422 if wrong else 200)


@require_POST
def question_remove(request, pk):
    question = LessonQuestion.objects.filter(pk=pk, person=request.user).first() or _question(request, pk)
    require("courses.remove_said", request.user, question)
    form = RemovalForm(request.POST, name=f"question-{pk}")
    if question.person_id != request.user.pk and not form.is_valid():
        return _page_of(request, question, AnswerForm(), removing=f"question-{pk}", removal=form)
    remove_question(question, actor=request.user, reason=request.POST.get("reason", ""))
    messages.success(request, _("The question is removed."))
    return _back(request, reverse("courses:lesson_questions", args=[question.lesson_id]))


@require_POST
def answer_remove(request, pk):
    said = LessonAnswer.objects.filter(pk=pk, person=request.user).first()
    said = said or get_object_or_404(answers_for(request.user), pk=pk)
    require("courses.remove_said", request.user, said)
    form = RemovalForm(request.POST, name=f"answer-{pk}")
    if said.person_id != request.user.pk and not form.is_valid():
        question = _question(request, said.question_id)
        return _page_of(request, question, AnswerForm(), removing=f"answer-{pk}", removal=form)
    remove_answer(said, actor=request.user, reason=request.POST.get("reason", ""))
    messages.success(request, _("The answer is removed."))
    return _back(request, said.question.get_absolute_url())


def _back(request, there):
    """To the own words, if it was removed there: the lesson may be closed to those who left its course."""
    return redirect(f"{reverse('courses:notes')}#gesagt" if request.POST.get("zurueck") == "notizen" else there)
