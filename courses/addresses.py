"""Where courses are put together and taken back."""

from dataclasses import dataclass

from django.urls import reverse

from courses.models import CoursePage, CourseRun


@dataclass(frozen=True)
class Place:
    """Where the page "not possible now" leads back to."""

    url: str

    def get_absolute_url(self) -> str:
        return self.url


def workbench_url(course: CoursePage) -> str:
    return reverse("courses:workbench", args=[course.pk])


def workbench(course: CoursePage) -> Place:
    return Place(workbench_url(course))


def run_place(run: CourseRun) -> Place:
    return Place(reverse("courses:run", args=[run.pk]))
