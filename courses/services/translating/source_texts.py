"""The texts of a page, kept for translators as wagtail-localize keeps them: string, place, order.

localize itself asks and writes for each single text, which takes seconds for a course; here it is a few queries a page.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail_localize.models import (
    OverridableSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

SEGMENTS = (StringSegment, TemplateSegment, OverridableSegment)


def keep_texts(page: Any) -> TranslationSource:
    """Freeze what a page says now as what is to be translated."""
    known, _made = TranslatableObject.objects.get_or_create_from_instance(page)
    source, _made = TranslationSource.objects.update_or_create(
        object=known,
        locale=page.locale,
        specific_content_type=ContentType.objects.get_for_model(page),
        defaults={"object_repr": str(page)[:200], "content_json": page.to_json(), "last_updated_at": timezone.now()},
    )
    for model in SEGMENTS:
        model.objects.filter(source=source).delete()
    _write(source, extract_segments(page))
    return source


def _write(source: TranslationSource, found: Sequence[Any]) -> None:
    places = _places(source.object_id, {one.path for one in found})
    texts = [one for one in found if isinstance(one, StringSegmentValue)]
    strings = _strings(source.locale_id, {one.string.data for one in texts})

    def at(one: Any) -> dict[str, Any]:
        return {"source": source, "context": places[one.path], "order": one.order}

    StringSegment.objects.bulk_create(
        StringSegment(**at(one), string=strings[one.string.data], attrs=json.dumps(one.attrs)) for one in texts
    )
    TemplateSegment.objects.bulk_create(
        TemplateSegment(**at(one), template=Template.from_value(one)) for one in _of(TemplateSegmentValue, found)
    )
    OverridableSegment.objects.bulk_create(
        OverridableSegment(**at(one), data_json=json.dumps(one.data)) for one in _of(OverridableSegmentValue, found)
    )


def _of(kind: type[Any], found: Iterable[Any]) -> list[Any]:
    return [one for one in found if isinstance(one, kind)]


def _places(key: Any, paths: Collection[str]) -> dict[str, TranslationContext]:
    wanted = [
        TranslationContext(object_id=key, path=path, path_id=TranslationContext._get_path_id(path)) for path in paths
    ]
    TranslationContext.objects.bulk_create(wanted, ignore_conflicts=True)
    return {one.path: one for one in TranslationContext.objects.filter(object_id=key) if one.path in paths}


def _strings(locale_id: int, texts: Collection[str]) -> dict[str, String]:
    wanted = [String(locale_id=locale_id, data=text, data_hash=String._get_data_hash(text)) for text in texts]
    String.objects.bulk_create(wanted, ignore_conflicts=True)
    hashes = [one.data_hash for one in wanted]
    return {one.data: one for one in String.objects.filter(locale_id=locale_id, data_hash__in=hashes)}
