"""Translating a course: begin, and bring over what the original changed. Neither publishes anything.

Begun by those who may edit the original; the translation stands beside it on the same shelf and is reviewed and
released like every course.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from courses.addresses import workbench
from courses.models import CoursePage
from courses.queries.translating.translations import original_of, translation_of
from courses.services.sharing.taking_over import put_in_order
from courses.services.translating.source_texts import keep_texts
from courses.services.translating.translated_drafts import check_nobody_decides, write_draft
from courses.services.writing.authoring import has_traces, locale_of
from courses.services.writing.co_authors import let_authors_of_the_original_in
from lms.core import journal
from lms.core.errors import Refused, TooLate
from people.models import User
from people.policies import allowed, require


@transaction.atomic
def start_translation(course: CoursePage, language: str, *, actor: User) -> CoursePage:
    """Begin a draft in another language; of two who begin at once, the second is led to the draft of the first."""
    require("courses.edit", actor, course, city_id=course.city.pk)
    course = _locked(course)
    if language not in dict(settings.LANGUAGES):
        raise Refused(_("Please choose one of the languages that are offered."), about=workbench(course))
    locale = locale_of(language)
    if existing := course.get_translation_or_none(locale):
        return existing
    if not course.live:
        sentence = _("A course is translated once it is published: until then its texts still change.")
        raise Refused(sentence, about=workbench(course))
    translated, _left = _bring(course, locale, actor)
    let_authors_of_the_original_in(course, translated)
    journal.record(translated, "courses.course.translate", actor=actor, source=course.pk)
    return translated


@transaction.atomic
def bring_over(course: CoursePage, *, actor: User) -> list[str]:
    """Let a translated course follow its original. What is published stays; returns what only the office can take out.

    Texts that are the same at the same place stay translated, new ones are missing.
    """
    require("courses.edit", actor, course, city_id=course.city.pk)
    course = _locked(course)
    original = _original(course)
    pages = Page.objects.select_for_update().descendant_of(course, inclusive=True).order_by("path")
    for page in pages:  # somebody who saves texts right now finishes first
        check_nobody_decides(page, course, actor)
    _course, left = _bring(original, course.locale, actor)
    journal.record(course, "courses.course.bring_over", actor=actor)
    return left


@transaction.atomic
def go_own_way(course: CoursePage, *, actor: User) -> None:
    """From here on a course like any other: it follows its original no more, and is edited in the editor."""
    require("courses.edit", actor, course, city_id=course.city.pk)
    course = _locked(course)
    keys = Page.objects.descendant_of(course, inclusive=True).values("translation_key")
    mine = Translation.objects.filter(source__object__in=keys, target_locale=course.locale, enabled=True)
    if not mine.update(enabled=False):
        raise TooLate(_("This course no longer follows an original."), about=workbench(course))
    journal.record(course, "courses.course.go_own_way", actor=actor)


def _locked(course: CoursePage) -> CoursePage:
    """As it is now; of two who change it, the second waits and sees what the first did."""
    return CoursePage.objects.select_for_update(of=("self",)).get(pk=course.pk)


def _original(course: CoursePage) -> CoursePage:
    translation = translation_of(course)
    original = original_of(translation) if translation else None
    if original is None:
        raise Refused(_("The original is gone. This course stays as it is."), about=workbench(course))
    if not original.live:
        raise Refused(
            _("The original is not published at the moment, so nothing is brought over."), about=workbench(course)
        )
    return original


def _bring(original: CoursePage, locale: Locale, actor: User) -> tuple[CoursePage, list[str]]:
    pages = [original, *original.get_children().live().specific().order_by("path")]
    translations = [_ensure(page, locale, actor) for page in pages]
    course: CoursePage = original.get_translation(locale)
    left = _take_out(course, [page.translation_key for page in pages], original.locale, actor)
    _order(course, [page.translation_key for page in pages[1:]], actor)
    for translation in translations:
        _reuse(translation)
        write_draft(translation, actor=actor)
    return course, left


def _ensure(page: Any, locale: Locale, actor: User) -> Translation:
    """The texts of a page as they are now, and a page of its own for them. Texts of a deleted one come back with it."""
    source = keep_texts(page)
    translation, _made = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    if not page.has_translation(locale):
        _copy(page, locale, actor)
    return translation


def _copy(page: Any, locale: Locale, actor: User) -> None:
    parent = page.get_parent().specific
    beside = isinstance(page, CoursePage)
    to = parent if beside else parent.get_translation(locale)
    wanted = f"{page.slug}-{locale.language_code}" if beside else page.slug
    action = CopyPageAction(
        page,
        to=to,
        update_attrs={"locale": locale, "slug": find_available_slug(to, wanted), "go_live_at": None, "expire_at": None},
        copy_revisions=False,
        keep_live=False,
        user=actor,
        log_action=None,
        reset_translation_key=False,
    )
    action.execute(skip_permission_checks=True)


def _take_out(course: CoursePage, kept: Sequence[Any], language: Locale, actor: User) -> list[str]:
    """Parts whose original is gone. What was added to the translation itself stays."""
    known = TranslationSource.objects.filter(locale=language).values("object_id")
    gone = course.get_children().filter(translation_key__in=known).exclude(translation_key__in=kept)
    left = []
    for part in gone.specific():
        if part.live and not allowed("courses.publish", actor, course.city):
            left.append(part.draft_title)
        elif part.live:
            part.unpublish(user=actor)
        elif not has_traces(part):
            Page.objects.get(pk=part.pk).specific.delete(user=actor)
    return left


def _order(course: CoursePage, wanted: Sequence[Any], actor: User) -> None:
    """In the order of the original; parts of its own stay behind the one they follow."""
    parts = list(Page.objects.child_of(CoursePage.objects.get(pk=course.pk)).order_by("path"))
    rank = {key: at for at, key in enumerate(wanted)}
    runs: list[list[Page]] = [[]]
    for part in parts:
        if part.translation_key in rank:
            runs.append([part])
        else:
            runs[-1].append(part)
    runs[1:] = sorted(runs[1:], key=lambda run: rank[run[0].translation_key])
    put_in_order(course, [part.pk for run in runs for part in run], actor)


def _reuse(translation: Translation) -> None:
    """A text that only changed its place in the page, like the row of a table, is not asked for again."""
    texts = StringSegment.objects.filter(source=translation.source)
    known = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id, has_error=False
    )
    rows = list(known.order_by("updated_at", "pk"))
    there = {(row.translation_of_id, row.context_id) for row in rows}
    by_string = {row.translation_of_id: row for row in rows}
    missing = {(one.string_id, one.context_id) for one in texts} - there
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of_id=string, context_id=context, locale_id=translation.target_locale_id,
            data=by_string[string].data, translation_type=by_string[string].translation_type,
            last_translated_by_id=by_string[string].last_translated_by_id,
        )
        for string, context in sorted(missing) if string in by_string
    )  # fmt: skip
