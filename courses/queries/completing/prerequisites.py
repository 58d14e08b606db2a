"""Which courses have to be completed before another."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from courses.models import Completion, CoursePage, Prerequisite
from people.models import User


def needed_before(course: CoursePage) -> list[CoursePage]:
    """The published courses somebody must have completed; those that are gone are asked of nobody."""
    if not course.pk or not getattr(course, "has_prerequisites", True):
        return []
    return list(_needed(course))


def missing_before(course: CoursePage, person: User) -> list[CoursePage]:
    """Those of them that this person has not proved, or proved too long ago; another language counts the same."""
    valid = Q(valid_until__isnull=True) | Q(valid_until__gte=timezone.localdate())
    same = {"enrollment__course__translation_key": OuterRef("translation_key")}
    proved = Completion.objects.filter(valid, enrollment__person_id=person.pk, **same)
    return list(_needed(course).filter(~Exists(proved)))


def _needed(course: CoursePage) -> QuerySet[CoursePage]:
    found: QuerySet[CoursePage] = CoursePage.objects.live().filter(prepares_for__course=course)
    return found.select_related("locale").order_by("title", "pk")


def loop_through(course: CoursePage, needs: CoursePage) -> list[str]:
    """The titles round the loop that would close if the course needed the other one; empty if none would."""
    leads_to: dict[int, list[int]] = {}
    for one, other in Prerequisite.objects.order_by("pk").values_list("course_id", "needs_id"):
        leads_to.setdefault(one, []).append(other)
    way = _way(leads_to, needs.pk, course.pk)
    titles = CoursePage.objects.in_bulk(way)
    return [str(titles[pk].title) for pk in [course.pk, *way]] if way else []


def _way(leads_to: dict[int, list[int]], start: int, end: int) -> list[int]:
    """The shortest way from a course through what each needs to another one; both are on it."""
    ways = [[start]]
    seen = {start}
    for way in ways:
        if way[-1] == end:
            return way
        for following in leads_to.get(way[-1], []):
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []


def courses_to_need(course: CoursePage) -> QuerySet[CoursePage]:
    """Those that can be chosen: published, and not chosen yet."""
    chosen = Prerequisite.objects.filter(course=course).values("needs")
    found: QuerySet[CoursePage] = CoursePage.objects.live().exclude(pk=course.pk).exclude(pk__in=chosen)
    return found.order_by("title", "pk")
