"""Courses and places that belong together: which course prepares for which place."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import CityShelfPage, CoursePage
from courses.queries.reading.outline import STEP, with_cities
from courses.related import Goal, Prospect
from exchange.models import HostOffer
from exchange.states import OfferStatus
from people.models import Role, User
from people.queries import cities_where

MOST = 3


def offers_after(user: User, course: CoursePage) -> Prospect:
    """Where one can go after a course: places that name it before those on its topic; for apprentices elsewhere."""
    named = HostOffer.courses.through.objects.filter(hostoffer=OuterRef("pk"), coursepage=course.pk)
    offers = (
        HostOffer.objects.visible_to(user)
        .filter(status=OfferStatus.PUBLISHED, starts_on__gt=timezone.localdate())
        .exclude(city__in=cities_where(user, Role.APPRENTICE))
        .annotate(names_it=Exists(named))
        .filter(Q(names_it=True) | Q(topic=course.topic))
        .select_related("city", "department")
        .only("title", "starts_on", "ends_on", "city__name", "city__slug", "city__letter", "department__name")
        .order_by("-names_it", "starts_on", "title", "pk")
    )
    goals: dict[Any, Goal] = {}
    for offer in offers[: 3 * MOST]:  # a place that is offered in several rounds is named once, for the next one
        goals.setdefault((offer.title, offer.department_id), _goal(offer))
    return Prospect(
        heading=_("This course prepares you for"),
        goals=list(goals.values())[:MOST],
        more_url=reverse("exchange:explore"),
        more_label=_("All places in the exchange"),
    )


def _goal(offer: HostOffer) -> Goal:
    url = offer.get_absolute_url()
    return Goal(offer.title, url, offer.department.name, offer.city, offer.starts_on, offer.ends_on)


def courses_for(offer: HostOffer) -> list[CoursePage]:
    """The published courses that prepare for a place."""
    named = CoursePage.objects.live().filter(pk__in=offer.courses.values("pk"))
    return with_cities(list(named.defer("goals").order_by("title")))


def courses_to_choose(offer: HostOffer) -> QuerySet[CoursePage]:
    """Those that take learners, and those already named; each with the name of its city."""
    named = offer.courses.values("pk") if offer.pk else []
    open_now = CoursePage.objects.open_on(timezone.localdate()).values("pk")
    shelf = CityShelfPage.objects.filter(path=OuterRef("shelf_path"))
    courses = CoursePage.objects.filter(Q(pk__in=open_now) | Q(pk__in=named)).defer("goals").order_by("title", "pk")
    return courses.annotate(
        shelf_path=Left("path", Length("path") - STEP), city_name=Subquery(shelf.values("city__name")[:1])
    )
