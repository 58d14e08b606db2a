"""Course runs for tests: they begin in a week, and one can enroll until then."""

from datetime import timedelta

from django.utils import timezone

from courses.models import CourseRun, Session
from tests.factories.courses import CourseFactory

DAY = timedelta(days=1)


def a_run(city, course=None, *, starts_in=7, days=10, **given):
    today = timezone.localdate()
    starts_on = today + starts_in * DAY
    told = {"name": "Herbst", "starts_on": starts_on, "ends_on": starts_on + days * DAY, "enroll_until": starts_on}
    return CourseRun.objects.create(course=course or CourseFactory(city=city), city=city, **told | given)


def a_session(run, *, hours=2, starts_at=None, **given):
    begins = starts_at or timezone.now() + (run.starts_on - timezone.localdate()) * 1
    told = {"title": "Auftakt", "starts_at": begins, "ends_at": begins + timedelta(hours=hours), "place": "Raum 1"}
    return Session.objects.create(run=run, **told | given)


def fresh(record):
    return type(record).objects.get(pk=record.pk)


def form_of(run, **changed):
    """What a form about this run sends."""
    sent = {
        "name": run.name, "starts_on": run.starts_on.isoformat(), "ends_on": run.ends_on.isoformat(),
        "enroll_until": run.enroll_until.isoformat(), "seats": run.seats or "", "admission": run.admission,
    }  # fmt: skip
    return sent | changed
