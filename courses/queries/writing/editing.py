"""What exists for somebody in the editor: what they write or review, and what all cities can read."""

from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from courses.models import AnnexPage, CoursePage
from people.models import User


def written_by(user: User) -> QuerySet[Page]:
    """The courses of the own city, those one was invited to, and the pages above them."""
    pages: QuerySet[Page] = policy_registry.get_by_type(Page).explorable_instances(user)
    return pages


def in_review_by(user: User) -> QuerySet[Page]:
    """What waits for the decision of this person."""
    waiting = TaskState.objects.reviewable_by(user).values_list("revision__object_id", flat=True)
    return Page.objects.filter(pk__in=[int(pk) for pk in waiting])


def published() -> QuerySet[Page]:
    """What people of every city can open: no additions of a city, and no lesson of a course that is not published."""
    unpublished = CoursePage.objects.filter(live=False).values("path")
    pages: QuerySet[Page] = Page.objects.live().not_exact_type(AnnexPage)
    return pages.annotate(above=Left("path", Length("path") - Page.steplen)).exclude(above__in=unpublished)


def known_to(user: User) -> QuerySet[Page]:
    """Whose title this person may read, for example to link to it."""
    known: QuerySet[Page] = Page.objects.filter(pk__in=published().values("pk"))
    return known | Page.objects.filter(pk__in=written_by(user).values("pk")) | in_review_by(user)


def usable_by(user: User, model: type[Model], *actions: str) -> QuerySet[Any]:
    """What lies in the library of the own city; co-authors choose from that of the course as well."""
    usable: QuerySet[Any] = policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, {*actions})
    return usable
