"""Courses in two languages: which versions there are, and what ties a translation to its original."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail_localize.models import Translation

from courses.models import CoursePage


def versions_of(course: CoursePage) -> list[CoursePage]:
    """The same course in other languages, as everybody may read it. One query."""
    if not course.pk:
        return []
    others = CoursePage.objects.live().filter(translation_key=course.translation_key).exclude(pk=course.pk)
    return list(others.select_related("locale").defer("goals").order_by("locale__language_code"))


def translations_of(course: CoursePage) -> QuerySet[CoursePage]:
    """Courses that follow this one in other languages, drafts as well."""
    into = Translation.objects.filter(
        source__object_id=course.translation_key, source__locale_id=course.locale_id, enabled=True
    )
    courses: QuerySet[CoursePage] = CoursePage.objects.filter(
        translation_key=course.translation_key, locale__in=into.values("target_locale")
    )
    return courses


def translation_of(page: Page) -> Translation | None:
    """What ties a page to its original; without it, it is a page like any other."""
    return _into(page).select_related("source", "source__locale", "target_locale").first()


def is_translated(page: Page) -> bool:
    return bool(page.pk) and _into(page).exists()


def _into(page: Page) -> QuerySet[Translation]:
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )


def original_of(translation: Translation) -> Any:
    """The page it was translated from, None where that is gone."""
    kind: Any = translation.source.specific_content_type.model_class()
    wanted = {"translation_key": translation.source.object_id, "locale_id": translation.source.locale_id}
    return kind.objects.filter(**wanted).first()
