"""Nürnberg's course "Akten führen", which Barbara translates into English."""

from courses.models import CoursePage
from courses.queries.translating.page_texts import texts_of
from courses.queries.translating.translations import translation_of
from courses.readiness.progress import progress_of
from courses.services.translating.translated_drafts import save_texts
from courses.services.translating.translating import start_translation
from tests.courses.sharing import fresh, parts


def begun(course, cast):
    return start_translation(course, "en", actor=cast.barbara)


def pages(course):
    return [fresh(course), *parts(course)]


def page(course, title):
    """By the title of its original."""
    [found] = [one for one in pages(course) if one.title == title]
    return found


def texts(one):
    return texts_of(translation_of(one))


def say(one, by, **said):
    """Translate some texts of a page, each named by what the original says."""
    found = {text.original: text for text in texts(one).texts}
    typed = {found[original].name: words for original, words in said.items()}
    save_texts(fresh(one), typed, {}, {}, actor=by)


def say_everything(course, by):
    for one in pages(course):
        if found := translation_of(one):
            save_texts(one, {text.name: f"EN {text.original}" for text in texts_of(found).texts}, {}, {}, actor=by)


def missing(course):
    """How many texts are missing, by the title of the original page."""
    progress = progress_of(pages(course))
    return {one.title: progress[one.pk].missing for one in pages(course) if progress[one.pk].missing}


def tree(course):
    return [(one.draft_title, one.live) for one in pages(CoursePage.objects.get(pk=course.pk))]
