"""What translators write: stored text by text, and put into the draft of the translated page at once.

Preview, review, readiness and publishing therefore work as for every course. Where a text is missing, the draft speaks
the language of the original.
"""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from courses.addresses import workbench
from courses.models import CoursePage
from courses.models.translations import Own
from courses.queries.translating.page_texts import PageTexts, Text, texts_of
from courses.queries.translating.translations import translation_of
from courses.texts.raw_blocks import relinked
from lms.core.errors import Refused, TooLate
from people.models import User
from people.policies import require

STILL_THE_SAME_SITTING = timedelta(hours=1)
Key = tuple[int, int]  # place and text


class Clash(TooLate):
    """Somebody else has translated some of the texts in the meantime; `names` says which."""

    def __init__(self, names: list[str], about: Any) -> None:
        super().__init__(_("Somebody else has just translated the same texts."), about=about)
        self.names = names


@transaction.atomic
def save_texts(
    page: Any, typed: Mapping[str, str], seen: Mapping[str, str], chosen: Mapping[str, Any], *, actor: User
) -> None:
    """Texts by name, as typed; an empty one is missing again. `seen` marks what stood there when somebody began.

    `chosen` are pictures, films and addresses of the translation's own; None follows the original.
    """
    course = page if isinstance(page, CoursePage) else page.course
    require("courses.edit", actor, course, city_id=course.city.pk)
    page = Page.objects.select_for_update().get(pk=page.pk)
    check_nobody_decides(page, course, actor)
    translation = translation_of(page)
    if translation is None:
        raise Refused(_("The original is gone. You can edit this page like any other now."), about=workbench(course))
    found = texts_of(translation)
    changed = _changed(found, typed, seen, course)
    emptied = [text.said.pk for text in changed if text.said and not typed[text.name].strip()]
    StringTranslation.objects.filter(pk__in=emptied).delete()
    said = [text for text in changed if typed[text.name].strip()]
    store_html(translation, {text.key: text.stored(typed[text.name]) for text in said}, actor=actor)
    store_chosen(translation, found, chosen, actor)
    write_draft(translation, actor=actor)


def _changed(found: PageTexts, typed: Mapping[str, str], seen: Mapping[str, str], course: CoursePage) -> list[Text]:
    """The texts that are not what they were when somebody began; all of them can be stored."""
    changed = [text for text in found.texts if text.name in typed and text.is_changed(typed[text.name], seen)]
    if clashes := [text.name for text in changed if text.clashes(typed[text.name], seen)]:
        raise Clash(clashes, workbench(course))
    if fault := next(filter(None, (text.fault_of(typed[text.name]) for text in changed)), ""):
        raise Refused(fault, about=workbench(course))
    return changed


def translate_title(page: Any, title: str, *, actor: User) -> None:
    translation = translation_of(page)
    texts = texts_of(translation).texts if translation else []
    save_texts(page, {text.name: title for text in texts if text.spot.group == "title"}, {}, {}, actor=actor)


def check_nobody_decides(page: Page, course: CoursePage, actor: User | None) -> None:
    """What is being read stays as it is, also for those who decide."""
    lock = page.get_lock()
    if page.workflow_in_progress or (lock and actor and lock.for_user(actor)):
        sentence = _("“%(title)s” waits for somebody's decision or is locked. Please try again afterwards.")
        raise Refused(sentence % {"title": page.draft_title}, about=workbench(course))


def store_html(translation: Translation, said: Mapping[Key, str], *, actor: User | None) -> None:
    """In one go: for each text on its own localize would ask and write several times."""
    StringTranslation.objects.bulk_create(
        (
            StringTranslation(
                locale_id=translation.target_locale_id, context_id=context, translation_of_id=string, data=html,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, last_translated_by=actor,
            )
            for (context, string), html in said.items()
        ),
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "translation_type", "last_translated_by", "updated_at", "has_error"],
    )  # fmt: skip


def store_chosen(translation: Translation, found: PageTexts, chosen: Mapping[str, Any], actor: User | None) -> None:
    for one in found.chosen:
        if one.name not in chosen or chosen[one.name] == one.value:
            continue
        place = SegmentOverride.objects.filter(context_id=one.context, locale_id=translation.target_locale_id)
        place.delete()
        if chosen[one.name] is not None:
            place.create(
                context_id=one.context, locale_id=translation.target_locale_id,
                data_json=json.dumps(chosen[one.name]), last_translated_by=actor,
            )  # fmt: skip


def write_draft(translation: Translation, *, actor: User | None) -> None:
    """Put the texts there are into a new version; what learners see stays as it is."""
    page = _filled(translation)
    _lead_links(page)
    newest = page.latest_revision
    if newest and _says(page) == {name: newest.content.get(name) for name in _names(page)}:
        return
    mine = newest if newest and _may_be_replaced(newest, page, actor) else None
    page.save_revision(user=actor, clean=False, log_action=not mine, overwrite_revision=mine)


def _filled(translation: Translation) -> Any:
    source, locale = translation.source, translation.target_locale
    try:
        return source.get_ephemeral_translated_instance(locale, fallback=True)
    except ObjectDoesNotExist:  # a picture or film of the translation's own was deleted
        for one in texts_of(translation).chosen:
            if one.own and one.is_gone:
                one.own.delete()
        return source.get_ephemeral_translated_instance(locale, fallback=True)


def _names(page: Any) -> list[str]:
    return [one.field_name for one in get_translatable_fields(type(page)) if not isinstance(one, Own)]


def _says(page: Any) -> dict[str, Any]:
    content = json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder))
    return {name: content.get(name) for name in _names(page)}


def _may_be_replaced(revision: Revision, page: Any, actor: User | None) -> bool:
    """One version for each sitting of a person is enough; what was published or handed in stays in the history."""
    return (
        actor is not None
        and revision.user_id == actor.pk
        and revision.pk != page.live_revision_id
        and revision.created_at > timezone.now() - STILL_THE_SAME_SITTING
        and revision.approved_go_live_at is None
        and not revision.task_states.exists()
    )


class _Asked(dict[int, int]):
    """Notes which pages are linked to, leads nowhere."""

    def get(self, key: Any, default: Any = None) -> Any:
        self[key] = key
        return default


def _lead_links(page: Any) -> None:
    """To the translations of the pages that are linked to: those of the same course, others once they are published."""
    streams = {one.name: one.stream_block for one in page._meta.get_fields() if isinstance(one, StreamField)}
    raw = {name: getattr(page, name).get_prep_value() for name in streams}
    asked = _Asked()
    for name, block in streams.items():
        _relinked(block, raw[name], asked)
    pages = _counterparts(page, [key for key in asked if key])
    for name, block in streams.items() if pages else ():
        setattr(page, name, _relinked(block, raw[name], pages))


def _relinked(stream: Any, raw: list[dict[str, Any]], pages: Mapping[int, int]) -> list[dict[str, Any]]:
    return [{**one, "value": relinked(stream.child_blocks[one["type"]], one["value"], pages)} for one in raw]


def _counterparts(page: Any, linked: list[int]) -> dict[int, int]:
    if not linked:
        return {}
    course = page.path if isinstance(page, CoursePage) else page.path[: -page.steplen]
    originals = dict(Page.objects.filter(pk__in=linked).values_list("pk", "translation_key"))
    there = Page.objects.filter(translation_key__in=originals.values(), locale=page.locale_id)
    found = {one.translation_key: one.pk for one in there if one.live or one.path.startswith(course)}
    return {key: found[shared] for key, shared in originals.items() if shared in found}
