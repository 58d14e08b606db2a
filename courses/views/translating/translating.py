"""A course in another language: begin it, translate it text by text, bring it to what the original says now."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Page

from courses.addresses import workbench_url
from courses.forms.translating import SEEN, TranslationForm
from courses.queries.translating.original_news import news_for
from courses.queries.translating.page_texts import texts_of
from courses.queries.translating.translations import original_of, translation_of
from courses.queries.writing.workbench import courses_to_edit
from courses.readiness.progress import progress_of
from courses.services.translating.translated_drafts import Clash, save_texts
from courses.services.translating.translating import bring_over, go_own_way, start_translation
from courses.views.writing.workbench import find_open
from lms.core.forms import posted
from people.policies import allowed


def _find(request, pk):
    return get_object_or_404(courses_to_edit(request.user).select_related("locale"), pk=pk)


def _part(course, pk):
    part = course if pk == course.pk else get_object_or_404(Page.objects.child_of(course), pk=pk)
    return part.specific


@require_POST
def translation_start(request, pk):
    course = _find(request, pk)
    translated = start_translation(course, request.POST.get("language", ""), actor=request.user)
    messages.success(request, _("The translation is begun. Nobody sees it before you hand it in."))
    return redirect(workbench_url(translated))


def translation_news(request, pk):
    """What the original says differently by now, and the button that brings it over."""
    course = _find(request, pk)
    translation = translation_of(course)
    original = original_of(translation) if translation else None
    if original is None:
        raise Http404
    if request.method == "POST":
        _say_what_stayed(request, bring_over(course, actor=request.user))
        return redirect(workbench_url(course))
    context = {"course": course, "original": original, "pages": news_for(course, original) if original.live else []}
    return render(request, "courses/translating/news.html", context)


def _say_what_stayed(request, left):
    messages.success(request, _("The translation follows the original again. New texts wait to be translated."))
    for title in left:
        sentence = _("“%(title)s” is no longer part of the original. Only the training office can take it out here.")
        messages.warning(request, sentence % {"title": title})


@require_POST
def own_way(request, pk):
    course = _find(request, pk)
    go_own_way(course, actor=request.user)
    messages.success(request, _("From now on this is a course of its own. You edit it like any other."))
    return redirect(workbench_url(course))


def translate(request, pk, part):
    """One page of a course, its texts side by side with those of the original; who decides about it reads it so."""
    course = find_open(request, pk)
    page = _part(course, part)
    translation = translation_of(page)
    if translation is None:
        return redirect("wagtailadmin_pages:edit", page.pk)
    found = texts_of(translation)
    form = TranslationForm(found, course.language, request.user, posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            save_texts(page, form.typed, form.seen, form.chosen, actor=request.user)
        except Clash as clash:
            form = _once_more(request, translation, course, clash)
        else:
            return _saved(request, course, page)
    return _page(request, course, page, translation, form)


def _once_more(request, translation, course, clash):
    """Everything typed is still there; who saves again, replaces what somebody else wrote."""
    found = texts_of(translation)
    data = request.POST.copy()
    theirs = {text.name: text for text in found.texts if text.name in clash.names}
    for name, text in theirs.items():
        data[f"{SEEN}{name}"] = text.mark
    form = TranslationForm(found, course.language, request.user, data)
    form.is_valid()
    for name, text in theirs.items():
        form.add_error(name, _who_was_quicker(text))
    return form


def _who_was_quicker(text):
    if not text.said:
        return _("Somebody has emptied this text in the meantime. Save again to keep yours.")
    who = text.said.last_translated_by.full_name if text.said.last_translated_by else _("Somebody")
    sentence = _("%(name)s has translated this in the meantime: “%(text)s”. Save again to replace it with yours.")
    return sentence % {"name": who, "text": text.value}


def _saved(request, course, page):
    parts = _parts(course)
    progress = progress_of(parts)
    missing = progress[page.pk].missing
    if missing:
        told = ngettext(
            "Saved. %(n)s text is still missing here.", "Saved. %(n)s texts are still missing here.", missing
        )
        messages.success(request, told % {"n": missing})
    else:
        messages.success(request, _("Saved. Everything here is translated."))
    if "on" in request.POST:
        keys = [one.pk for one in parts]
        later = keys[keys.index(page.pk) + 1 :] + keys
        waiting = next((key for key in later if key in progress and progress[key].missing), None)
        return redirect("courses:translate", course.pk, waiting) if waiting else redirect(workbench_url(course))
    return redirect("courses:translate", course.pk, page.pk)


def _parts(course):
    return list(Page.objects.descendant_of(course, inclusive=True).order_by("path"))


def _page(request, course, page, translation, form):
    parts = _parts(course)
    progress = progress_of(parts)
    halts = [one for one in parts if one.pk in progress]
    context = {
        "course": course,
        "page": page,
        "source": translation.source.locale,
        "form": form,
        "progress": progress[page.pk],
        "parts": [(one, progress[one.pk]) for one in halts],
        "missing": form.found.missing,
        "may_edit": allowed("courses.edit", request.user, course) and not page.workflow_in_progress,
    }
    return render(request, "courses/translating/page.html", context, status=422 if form.errors else 200)
