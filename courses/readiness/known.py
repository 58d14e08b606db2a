"""What the rules must know besides the pages themselves, fetched for many pages at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from courses.bank import pool_for
from courses.models import Adaptation, AssignmentPage, CoursePage, LessonPage, ModulePage, TestPage, city_of
from courses.readiness.course import wishes_of
from courses.readiness.drafts import Draft, Known
from courses.readiness.progress import live_originals, progress_of
from lms.media.models import CourseMedia


def inform(drafts: Sequence[Draft]) -> None:
    """Tell each draft which of its films can be followed by everybody: one query if there are films, else none."""
    keys = {piece.value for draft in drafts for piece in draft.of(VideoChooserBlock, AudioChooserBlock) if piece.value}
    films = CourseMedia.objects.in_bulk(keys) if keys else {}
    for draft in drafts:
        draft.known = replace(draft.known, films=films)


def inform_of_bank(drafts: Sequence[Draft]) -> None:
    """Tell tests of one course what they may ask: two queries if they ask from the bank, else none."""
    wishes = {draft: found for draft in drafts if (found := wishes_of(draft)) and draft.page.path}
    if not wishes:
        return
    city = city_of(next(iter(wishes)).page)
    pool = pool_for(city, [wish for found in wishes.values() for wish in found])
    for draft in wishes:
        draft.known = replace(draft.known, bank=pool)


def inform_of_originals(drafts: Sequence[Draft]) -> None:
    """Tell translations how many of their texts are there: one query, a second one if there are translations."""
    pages = [draft.page for draft in drafts if draft.page.pk]
    progress = progress_of(pages)
    originals = live_originals([page for page in pages if page.pk in progress])
    for draft in drafts:
        if draft.page.pk in progress:
            draft.known = replace(draft.known, texts=progress[draft.page.pk], original=draft.page.pk in originals)


def known_of_course(course: CoursePage, parts: Sequence[Draft]) -> Known:
    adaptation = Adaptation.objects.filter(page_id=course.pk).first() if course.pk else None
    lessons = [part for part in parts if isinstance(part.page, LessonPage)]
    return Known(
        adaptation=adaptation,
        lessons=len(lessons),
        live_lessons=sum(lesson.page.live or _is_scheduled(lesson.page) for lesson in lessons),
        tests=sum(isinstance(part.page, TestPage) for part in parts),
        self_checks=sum(child["type"] == "self_check" for lesson in lessons for child in lesson.stream("body")),
    )


def _is_scheduled(page: Any) -> bool:
    return bool(page.latest_revision and page.latest_revision.approved_go_live_at)


def parts_of(course: CoursePage) -> list[Draft]:
    """Modules, lessons and tests in the order of the tree, each in its newest version, with one query for each kind."""
    if not course.pk:
        return []
    found: list[Any] = []
    for model in (ModulePage, LessonPage, TestPage, AssignmentPage):
        found += model.objects.child_of(course).select_related("latest_revision", "locale")
    return [Draft.newest(page) for page in sorted(found, key=lambda page: page.path)]
