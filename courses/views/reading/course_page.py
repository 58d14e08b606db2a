"""The page of a course: what it is about, what it asks for, how far one is."""

from django.db.models import Exists, OuterRef, Q
from django.shortcuts import render
from django.utils import timezone

from courses.forms.runs import ReasonForm
from courses.models import Adaptation, AnnexPage, CompletionRule, CoursePage, CourseRun, Enrollment, Grade, Prerequisite
from courses.queries.completing.evidence import ends_soon
from courses.queries.completing.learning import naming_certificates
from courses.queries.completing.prerequisites import missing_before, needed_before
from courses.queries.completing.requirements import requirements
from courses.queries.enrolling.runs import asked_of, choices_of, is_bound, needs_a_reason
from courses.queries.reading.closing import why_closed
from courses.queries.reading.outline import annexes_for, outline
from courses.queries.sharing.sharing import in_cities, origin_of, why_not_adapted
from courses.related import demand_for, prospects
from courses.views.reading.readers import cities_written_for
from lms.core.visitors import may_be_kept


def course(request, page):
    if not request.GET:
        may_be_kept(request)
    reader = request.user
    preview = getattr(request, "is_preview", False)
    enrollment = _enrollment(reader, page)
    road = outline(page, enrollment, preview=preview)
    origin, versions = _kin(page)
    cities = in_cities(page, reader) if page.pk else []
    may_open = bool(enrollment) or any(one.is_mine and one.is_own_course for one in cities)
    context = {
        "course": page,
        "enrollment": enrollment,
        "why_closed": "" if enrollment else why_closed(page, timezone.localdate()),
        "outline": road,
        "chapters": road.chapters(linked=may_open or preview),
        "requirements": requirements(road),
        **_evidence(enrollment),
        **_before(reader, page, enrollment),
        "certificate": getattr(enrollment, "certificate", None),
        "may_open": may_open,
        "annexes": [annex for annex in annexes_for(reader, page) if annex.lesson_id is None],
        "versions": versions,
        "origin": origin,
        "cities": cities,
        "is_used": any(one.uses_it for one in cities),
        "reusing": [one for one in cities if one.is_mine and not preview],
        "why_not_adapted": why_not_adapted(page),
        "prospects": prospects(reader, page),
        "demand": demand_for(reader, page),
        "preview": preview,
        "enrolls_others": bool(reader.is_authenticated and not preview and cities_written_for(request)),
        **({} if preview else _runs(reader, page, enrollment)),
    }
    return render(request, "courses/course.html", context)


def _evidence(enrollment):
    """How it was completed, until when that holds, and whether it is time to prove it anew."""
    until = getattr(enrollment, "valid_until", None)
    grade = getattr(enrollment, "grade", None)
    over = until is not None and until < timezone.localdate()
    return {"grade": Grade(grade).label if grade else "", "valid_until": until, "is_over": over,
            "may_renew": bool(until) and ends_soon(until)}  # fmt: skip


def _before(reader, page, enrollment):
    """The courses that come before, and those of them that are still missing for somebody who could enroll."""
    needed = needed_before(page)
    if not needed or enrollment or not reader.is_authenticated:
        return {"needed": needed, "missing_before": []}
    return {"needed": needed, "missing_before": missing_before(page, reader)}


def _runs(reader, page, enrollment):
    """The run somebody takes part in, what they wait for, and the runs they can choose."""
    run = enrollment.run if enrollment else None
    found = {"run": run, "sessions": list(run.sessions.all()) if run else [], "leaving": None, "asked": None}
    if run and needs_a_reason(run):
        found["leaving"] = ReasonForm()
    if not (reader.is_authenticated and getattr(page, "has_runs", True)):
        return found
    if not enrollment:
        found["asked"] = next(iter(asked_of(reader, page)), None)
    is_free = not (enrollment and (enrollment.is_completed or is_bound(enrollment)))
    today = timezone.localdate()
    if is_free and not found["asked"] and not why_closed(page, today):
        found["choices"] = choices_of(page, reader, today)
    return found


def with_hints(courses):
    """Say in the query of a course what it has at all, so that nobody has to ask for what most courses have not."""
    same = {"translation_key": OuterRef("translation_key")}
    return courses.select_related("locale").annotate(
        has_origin=Exists(Adaptation.objects.filter(page__translation_key=OuterRef("translation_key"))),
        has_additions=Exists(AnnexPage.objects.filter(live=True, course=OuterRef("pk"))),
        has_runs=Exists(CourseRun.objects.filter(course=OuterRef("pk"), is_cancelled=False)),
        has_rule=Exists(CompletionRule.objects.filter(course=OuterRef("pk"))),
        has_prerequisites=Exists(Prerequisite.objects.filter(course=OuterRef("pk"))),
        has_versions=Exists(CoursePage.objects.live().filter(**same).exclude(pk=OuterRef("pk"))),
    )


def _enrollment(reader, page):
    if not (reader.is_authenticated and page.pk):
        return None
    mine = naming_certificates(Enrollment.objects.of(reader).standing()).select_related("run__city")
    return mine.filter(course=page).first()


def _kin(page):
    """What the course was made from, and the same in other languages: published courses, found in one query."""
    others = []

    def published(originals):
        named = Q(translation_key=page.translation_key) | Q(pk__in=originals)
        pages = CoursePage.objects.live().filter(named).exclude(pk=page.pk).select_related("locale").defer("goals")
        others.extend(pages.order_by("locale__language_code", "pk"))
        return others

    origin = origin_of(page, published) if getattr(page, "has_origin", page.pk) else None
    if not others and getattr(page, "has_versions", page.pk):
        published([])
    return origin, [one for one in others if one.translation_key == page.translation_key]
