"""Where a course came from, who uses it, and what the city of a reader can make of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from courses.models import Adaptation, AnnexPage, CityShelfPage, CoursePage, Enrollment, Licence
from courses.queries.reading.outline import STEP
from courses.queries.writing.teaching import FEW
from people.models import City, Membership, Role


@dataclass(frozen=True)
class Original:
    title: str
    city: str
    licence: str
    url: str = ""  # empty where it is not public any more


@dataclass(frozen=True)
class Origin:
    """Who adapted a course, what it was made from, and what that was made from, and so on."""

    by: str
    originals: list[Original]  # the nearest first


def published_among(keys: list[int]) -> Iterable[CoursePage]:
    return CoursePage.objects.live().filter(pk__in=keys)


def origin_of(
    course: CoursePage, published: Callable[[list[int]], Iterable[CoursePage]] = published_among
) -> Origin | None:
    """`published` finds those that are public; a page that asks for more of them can do so at once."""
    rows = Adaptation.objects.filter(page__translation_key=course.translation_key)  # a translation came the same way
    row = rows.select_related("source_city", "city").first()
    if row is None:
        return None
    first = {"title": row.source_title, "city": row.source_city.name, "licence": row.source_licence}
    steps = [{"page": row.seen["page"], **first}, *row.earlier]
    public = {page.pk: page for page in published([one["page"] for one in steps])}
    return Origin((row.city or course.city).name, [_original(step, public.get(step["page"])) for step in steps])


def _original(step: dict[str, Any], page: CoursePage | None) -> Original:
    licence = dict(Licence.choices).get(step["licence"], step["licence"])
    return Original(step["title"], step["city"], str(licence), str(page.url) if page else "")


@dataclass(frozen=True)
class InCity:
    """What a city has made of a course, and whether the reader writes courses there."""

    city: City
    is_own_course: bool
    is_mine: bool
    version: int | None
    version_slug: str
    is_public: bool
    adds: bool
    additions: int
    learns: bool  # so many that nobody can be told apart

    @property
    def uses_it(self) -> bool:
        return self.is_public or self.adds or self.learns

    @property
    def version_url(self) -> str:
        return reverse("courses:course", args=[self.city.slug, self.version_slug]) if self.is_public else ""

    @property
    def workbench_url(self) -> str:
        return reverse("courses:workbench", args=[self.version]) if self.version else ""


def in_cities(course: CoursePage, reader: Any = None) -> list[InCity]:
    """What each city has made of a course, in one query; the course then knows its city as well."""
    versions = CoursePage.objects.filter(adaptation__source=course, path__startswith=OuterRef("path")).order_by("-live")
    additions = AnnexPage.objects.filter(course=course, path__startswith=OuterRef("path")).order_by()
    mine = Membership.objects.current().filter(person_id=reader.pk if reader else None, city=OuterRef("city"))
    shelves = CityShelfPage.objects.select_related("city").annotate(
        **{f"version_{name}": Subquery(versions.values(name)[:1]) for name in ("pk", "slug", "live")},
        adds=Exists(additions.live()),
        additions=Subquery(additions.values("course").annotate(n=Count("pk")).values("n")),
        learners=Subquery(_learners(course).values("n")),
        is_mine=Exists(mine.filter(role__in=(Role.TRAINER, Role.HR))),
    )
    found = []
    for shelf in shelves.order_by("city__name"):
        if is_own := shelf.path == course.path[:-STEP]:
            course.city = shelf.city
        found.append(
            InCity(
                shelf.city, is_own, shelf.is_mine, shelf.version_pk, shelf.version_slug or "", bool(shelf.version_live),
                shelf.adds, shelf.additions or 0, (shelf.learners or 0) >= FEW,
            )
        )  # fmt: skip
    return found


def _learners(course: CoursePage) -> QuerySet[Any]:
    """How many apprentices of a city take the course."""
    people = Enrollment.objects.standing().filter(course=course).values("person_id")
    held = Membership.objects.current().filter(role=Role.APPRENTICE, city=OuterRef("city"), person__in=people)
    return held.order_by().values("city_id").annotate(n=Count("person_id", distinct=True))


def cities_using(course: CoursePage) -> list[InCity]:
    """Cities with a published version, with additions, or with many learners."""
    return [one for one in in_cities(course) if one.uses_it]


def why_not_adapted(course: CoursePage) -> str:
    if course.licence == Licence.ALL_RIGHTS:
        return _("The city of this course has reserved all rights, so it cannot be adapted. Ask its contact.")
    return ""
