"""How far a whole course is from being published, with a constant number of queries."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from courses.models import CoursePage
from courses.readiness import Finding, findings_in
from courses.readiness.drafts import Draft
from courses.readiness.known import inform, inform_of_bank, inform_of_originals, known_of_course, parts_of
from courses.readiness.progress import Progress


@dataclass(frozen=True)
class PageReadiness:
    page: Any
    findings: tuple[Finding, ...]
    texts: Progress | None = None  # of a translation

    @property
    def title(self) -> str:
        return str(self.page.draft_title)

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def blockers(self) -> list[tuple[Finding, str]]:
        """Each with the address of its block in the editor."""
        return [(finding, self.edit_url + finding.anchor) for finding in self.findings if finding.is_blocker]

    @property
    def advice(self) -> list[tuple[Finding, str]]:
        return [(finding, self.edit_url + finding.anchor) for finding in self.findings if not finding.is_blocker]


@dataclass(frozen=True)
class CourseReadiness:
    """The course itself first, then its parts in their order; pages without findings as well."""

    pages: tuple[PageReadiness, ...]

    @property
    def blocker_count(self) -> int:
        return sum(len(page.blockers) for page in self.pages)

    @property
    def advice_count(self) -> int:
        return sum(len(page.advice) for page in self.pages)

    @property
    def is_ready(self) -> bool:
        return not self.blocker_count

    def of(self, page: Any) -> PageReadiness:
        return next((one for one in self.pages if one.page.pk == page.pk), PageReadiness(page, ()))


def readiness_of(course: CoursePage) -> CourseReadiness:
    parts = parts_of(course)
    inform(parts)
    inform_of_bank(parts)
    whole = Draft.newest(course, known_of_course(course, parts))
    inform_of_originals([whole, *parts])
    return CourseReadiness(tuple(_readiness(draft) for draft in (whole, *parts)))


def _readiness(draft: Draft) -> PageReadiness:
    return PageReadiness(draft.page, tuple(findings_in(draft)), draft.known.texts)
