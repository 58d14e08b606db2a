"""A mandatory training from the first message to the second proof, with nothing but what people and the worker do."""

from datetime import timedelta

from django.utils import timezone

from certificates.models import Certificate
from courses.models import Completion, Enrollment
from courses.services.completing.progress import mark_lesson_done
from learning.models import Obligation
from learning.schedule import runs_out_on
from learning.services.obligations import set_obligation
from people.models import Membership
from tests.courses.stories import take_test
from tests.factories.courses import RIGHT, CourseFactory, lessons_of
from tests.learning.stories import DAY, at, kinds, the_worker_runs, times
from training.models import Apprenticeship

TODAY = timezone.localdate()


def take_the_course(course, day):
    with at(day):
        enrollment = Enrollment.objects.select_related("person", "course").get(course=course)
        for lesson in lessons_of(course):
            mark_lesson_done(enrollment, lesson, actor=enrollment.person)
        take_test(enrollment, RIGHT)


def test_mina_is_asked_learns_and_is_asked_again_two_years_later(cast):
    Apprenticeship.objects.update(ends_on=TODAY + 3000 * DAY)
    Membership.objects.filter(person=cast.mina).update(ends_on=None)
    course = CourseFactory(city=cast.nuremberg, title="Datenschutz im Amt", test=True)
    with at(TODAY):
        asked = Obligation(city=cast.nuremberg, course=course, every_months=24, days_to_complete=56, starts_on=TODAY)
        set_obligation(asked, actor=cast.hanna)
    the_worker_runs(TODAY)
    the_worker_runs(TODAY + 50 * DAY)
    take_the_course(course, TODAY + 51 * DAY)
    the_worker_runs(TODAY + 52 * DAY)
    assert kinds(cast.mina) == ["begun", "due"]
    assert (Completion.objects.count(), Certificate.objects.count()) == (1, 1)

    [(_number, _due, done)] = times(cast.mina)
    runs_out = runs_out_on(done, 24)
    the_worker_runs(runs_out - timedelta(weeks=3))
    assert times(cast.mina)[1] == (2, runs_out, None)
    enrollment = Enrollment.objects.get()
    assert (enrollment.status, enrollment.cycle) == ("active", 2)
    the_worker_runs(runs_out + DAY)
    assert kinds(cast.mina) == ["begun", "due", "begun", "overdue"]

    take_the_course(course, runs_out + 2 * DAY)
    the_worker_runs(runs_out + 3 * DAY)
    assert times(cast.mina)[1] == (2, runs_out, runs_out + 2 * DAY)
    assert list(Completion.objects.order_by("cycle").values_list("cycle", flat=True)) == [1, 2]
    the_worker_runs(runs_out + 200 * DAY)
    assert kinds(cast.mina) == ["begun", "due", "begun", "overdue"]
