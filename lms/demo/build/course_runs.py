"""Course runs with sessions: one that is running, one that is full with a waiting list, one that asks for approval."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from courses.models import CoursePage, CourseRun
from courses.services.enrolling.attendance import note_attendance
from courses.services.enrolling.enrollments import enroll, enroll_person
from courses.services.enrolling.runs import create_run, create_session
from lms.demo.build.clock import at, monday_of_this_week, workday
from lms.demo.build.people import People
from lms.demo.build.places import Places
from people.models import User

DAY = timedelta(days=1)


def build_course_runs(courses: dict[str, CoursePage], places: Places, people: People) -> None:
    nuremberg, augsburg = places.cities["nuernberg"], places.cities["augsburg"]
    barbara, dieter = people["Barbara Blaupause"], people["Dieter Demozweck"]
    apprentices = people.crowd["nuernberg"]
    _running(create_in(courses["agiles-arbeiten"], nuremberg, barbara), apprentices[:8], barbara)
    monday = monday_of_this_week()
    start = workday(monday + 21 * DAY)
    with at(monday - 5 * DAY):
        full = create_run(
            courses["ki-in-der-verwaltung"], nuremberg, actor=barbara, name="Vormittagsgruppe", starts_on=start,
            ends_on=workday(start + 14 * DAY), enroll_until=workday(start - 7 * DAY), seats=6, is_for_all_cities=True,
        )  # fmt: skip
        create_session(full, actor=barbara, title="Auftakt im Rathaus", starts_at=moment(start, 9),
                       ends_at=moment(start, 11), place="Rathaus, Raum 204")  # fmt: skip
        later = workday(start + 7 * DAY)
        create_session(full, actor=barbara, title="Austausch online", starts_at=moment(later, 13),
                       ends_at=moment(later, 14), link="https://video.example.org/ki")  # fmt: skip
        for person in [*apprentices[8:15], people["Mina Musterfrau"], people["Kilian Beispiel"]]:
            enroll(full.course, actor=person, run=full)
        chosen = create_run(
            courses["it-sicherheit"], augsburg, actor=dieter, name="Werkstatt IT-Sicherheit",
            starts_on=start, ends_on=start, enroll_until=start, seats=12, admission="approval", is_for_all_cities=True,
        )  # fmt: skip
        create_session(chosen, actor=dieter, title="Werkstatt", starts_at=moment(start, 9), ends_at=moment(start, 16),
                       place="Maximilianstraße 4, Schulungsraum 1")  # fmt: skip
        for person in [people["Zoe Platzhalter"], *apprentices[15:17]]:
            enroll(chosen.course, actor=person, run=chosen)


def create_in(course: CoursePage, city: object, actor: User) -> CourseRun:
    """Planned five weeks ago, running since last week."""
    monday = monday_of_this_week()
    with at(monday - 35 * DAY):
        return create_run(
            course, city, actor=actor, name="Herbstgruppe", starts_on=workday(monday - 7 * DAY),
            ends_on=workday(monday + 21 * DAY), enroll_until=workday(monday - 7 * DAY), seats=10,
        )  # fmt: skip


def _running(run: CourseRun, people: list[User], trainer: User) -> None:
    first, second = run.starts_on, workday(run.starts_on + 14 * DAY)
    with at(monday_of_this_week() - 30 * DAY):
        held = create_session(run, actor=trainer, title="Kennenlernen", starts_at=moment(first, 9),
                              ends_at=moment(first, 12), place="Bildungszentrum, Raum 3")  # fmt: skip
        create_session(run, actor=trainer, title="Retrospektive", starts_at=moment(second, 9),
                       ends_at=moment(second, 11), place="Bildungszentrum, Raum 3")  # fmt: skip
        enrollments = [enroll_person(run.course, one, actor=trainer, source="cohort", run=run) for one in people]
    with at(first, hour=13):
        noted = ["excused" if number == 3 else "present" for number in range(len(enrollments))]
        note_attendance(held, dict(zip([one.pk for one in enrollments], noted, strict=True)), actor=trainer)


def moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=timezone.get_default_timezone())
