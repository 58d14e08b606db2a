"""Authors of adaptations hear that their original has been published anew: once, however many pages it were."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from courses.models import Adaptation, CoursePage
from courses.queries.sharing.adaptations import Comparison, Pair, changes_of
from courses.texts.adaptation import Change
from lms.notifications.services import notify
from people.models import Membership, Role, User
from people.queries import people_with


def tell_of_changed_originals() -> int:
    """Look at originals published since their adapters were told last; returns how many courses had news."""
    published = Page.objects.filter(
        path__startswith=OuterRef("source__path"), live=True, last_published_at__gt=OuterRef("told_at")
    )
    rows = Adaptation.objects.filter(city__isnull=False, source__isnull=False).filter(Exists(published))
    return sum(_tell(row) for row in list(rows.order_by("pk")))


@transaction.atomic
def _tell(row: Adaptation) -> bool:
    moment, before = timezone.now(), row.told_at
    if not Adaptation.objects.filter(pk=row.pk, told_at=before).update(told_at=moment):
        return False  # another worker does
    course = CoursePage.objects.get(pk=row.page_id)
    comparison = changes_of(course)
    if comparison is None or not any(_is_news(comparison, *one, before) for one in comparison.open.values()):
        return False
    facts = {"title": course.draft_title, "original": row.source_title, "city": row.source_city.name}
    for person in authors_of(course):
        notify(person, "courses/original_changed", url=reverse("courses:original", args=[course.pk]), **facts)
    return True


def _is_news(comparison: Comparison, pair: Pair, change: Change, told_at: datetime) -> bool:
    page = comparison.originals.get(change.block, pair.source)
    return bool(page.last_published_at and page.last_published_at > told_at)


def authors_of(course: CoursePage) -> list[User]:
    """Who wrote in the course and still teaches for its city; if nobody does, the training office."""
    pages = Page.objects.descendant_of(course, inclusive=True)
    kind = ContentType.objects.get_for_model(Page)
    written = Revision.objects.filter(base_content_type=kind, object_id__in=[str(page.pk) for page in pages])
    held = Membership.objects.current().filter(city=course.city, role__in=(Role.TRAINER, Role.HR))
    wrote = Q(pk__in=written.values("user_id")) | Q(pk__in=pages.values("owner_id"))
    authors = User.objects.filter(wrote, pk__in=held.values("person_id"), is_active=True).order_by("pk")
    return list(authors) or list(people_with(Role.HR, city=course.city))
