"""The section "Languages" of the workbench: the versions of a course, how far each is, what its original changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q
from django.utils.functional import Promise
from wagtail.models import Page

from courses.models import CoursePage
from courses.queries.sharing.told_changes import ToldPage
from courses.queries.translating.original_news import news_for
from courses.queries.translating.translations import original_of, translation_of
from courses.queries.writing.workbench import state_of
from courses.readiness.progress import Progress, progress_of


@dataclass(frozen=True)
class Version:
    page: CoursePage
    progress: Progress

    @property
    def state(self) -> tuple[str, str]:
        return state_of(self.page)


@dataclass
class Languages:
    """Of an original: its `versions`, and the languages still `free`. Of a translation: its `original`, the `news`."""

    original: CoursePage | None = None
    progress: Progress = field(default_factory=Progress)
    news: list[ToldPage] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    free: Sequence[tuple[str, str | Promise]] = field(default_factory=list)

    @property
    def news_count(self) -> int:
        return sum(len(page.changes) for page in self.news)


def languages_of(course: CoursePage) -> Languages:
    translation = translation_of(course)
    original = original_of(translation) if translation else None
    if original is not None:
        news = news_for(course, original) if original.live else []
        return Languages(original, whole_progress([course])[course.pk], news)
    others = CoursePage.objects.filter(translation_key=course.translation_key).exclude(pk=course.pk)
    pages = list(others.select_related("locale").defer("goals").order_by("locale__language_code"))
    progress = whole_progress(pages)
    taken = {course.language, *(page.language for page in pages)}
    free = [(code, name) for code, name in settings.LANGUAGES if code not in taken]
    return Languages(versions=[Version(page, progress[page.pk]) for page in pages], free=free)


def whole_progress(courses: list[CoursePage]) -> dict[int, Progress]:
    """Of each course with all its parts."""
    inside = Q(pk__in=[])
    for course in courses:
        inside |= Q(path__startswith=course.path)
    pages = list(Page.objects.filter(inside).only("path", "translation_key", "locale_id"))
    progress = progress_of(pages)
    return {
        course.pk: sum(
            (progress[one.pk] for one in pages if one.pk in progress and one.path.startswith(course.path)), Progress()
        )
        for course in courses
    }
