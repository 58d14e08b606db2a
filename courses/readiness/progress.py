"""How far translations are, for many pages at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation


def live_originals(pages: Iterable[Page]) -> set[int]:
    """Which of these translated pages have an original that is published. One query, none for no pages."""
    by_key = {(page.translation_key, page.locale_id): page.pk for page in pages}
    if not by_key:
        return set()
    others = Page.objects.live().filter(translation_key__in={key for key, _locale in by_key})
    there = set(others.values_list("translation_key", "locale_id"))
    return {pk for (key, locale), pk in by_key.items() if any(one == key and other != locale for one, other in there)}


@dataclass(frozen=True)
class Progress:
    done: int = 0
    total: int = 0

    @property
    def missing(self) -> int:
        return self.total - self.done

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(self.done + other.done, self.total + other.total)


def progress_of(pages: Iterable[Page]) -> dict[int, Progress]:
    """How many texts of each page are translated; pages that are no translations are left out. One query."""
    by_place = {(page.translation_key, page.locale_id): page.pk for page in pages}
    translations = Translation.objects.filter(enabled=True, source__object__in={key for key, _locale in by_place})
    done = StringTranslation.objects.filter(
        translation_of=OuterRef("string_id"), context=OuterRef("context_id"), locale=OuterRef("target"), has_error=False
    )
    texts = StringSegment.objects.filter(source__translations__in=translations)
    texts = texts.annotate(target=F("source__translations__target_locale")).annotate(is_done=Exists(done))
    rows = texts.order_by().values("source__object_id", "target")
    rows = rows.annotate(done=Count("pk", filter=Q(is_done=True)), total=Count("pk"))
    counted = {(row["source__object_id"], row["target"]): Progress(row["done"], row["total"]) for row in rows}
    return {by_place[place]: progress for place, progress in counted.items() if place in by_place}
