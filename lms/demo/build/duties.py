"""Mandatory training and learning paths: Nürnberg asks for Datenschutz every two years, paths lead through courses."""

from datetime import date, timedelta

from courses.models import CoursePage
from learning.models import Duty, LearningPath, Obligation
from learning.services import paths
from learning.services.duties import keep_duties
from learning.services.obligations import set_obligation
from lms.demo.build.clock import at, monday_of_this_week, workday
from lms.demo.build.learning import learn
from lms.demo.build.people import People
from lms.demo.build.places import Places
from people.models import Role, User

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
WEEKS = 7
STEPS = ["fit-fuer-den-austausch", "verstaendlich-schreiben", "digitale-akte"]


def build_duties(courses: dict[str, CoursePage], places: Places, people: People) -> None:
    """Most have taken it, Emil has a week left, Piet came later; Mina takes it with the rest of her courses."""
    start = monday_of_this_week() - WEEKS * WEEK
    course, city = courses["datenschutz-im-amt"], places.cities["nuernberg"]
    office = people.of_role(Role.HR, "nuernberg")[0]
    with at(workday(start)):
        obligation = set_obligation(
            Obligation(city=city, course=course, every_months=24, days_to_complete=56, starts_on=workday(start)),
            actor=office,
        )
    waiting = {people["Mina Musterfrau"], people["Piet Phantasie"], people["Emil Erfunden"]}
    for week in range(WEEKS):
        day = workday(start + week * WEEK)
        with at(day):
            keep_duties(day)
        take_it(obligation, day, waiting)


def take_it(obligation: Obligation, day: date, waiting: set[User]) -> None:
    """Three people a week."""
    duties = Duty.objects.filter(obligation=obligation, fulfilled_on__isnull=True).exclude(person__in=waiting)
    for duty in duties.select_related("person").order_by("pk")[:3]:
        learn(duty.person, obligation.course, day, lessons=99, right=True)


def keep_them_to_this_day() -> None:
    """What the worker would have done by now."""
    today = monday_of_this_week()
    with at(today):
        keep_duties(today)


def build_paths(courses: dict[str, CoursePage], places: Places, people: People) -> None:
    """Augsburg shares a short one, Nürnberg puts it on the way of its clerks."""
    barbara, dieter = (people.of_role(Role.TRAINER, city)[0] for city in ("nuernberg", "augsburg"))
    with at(workday(monday_of_this_week() - 10 * WEEK)):
        safe = begin(places, "augsburg", dieter, title="Sicher im Netz", is_shared=True,
                     summary="Was alle wissen müssen, bevor sie mit Daten von Bürgerinnen und Bürgern arbeiten.")  # fmt: skip
        for slug in ("datenschutz-im-amt", "it-sicherheit"):
            paths.add_course(safe, courses[slug], actor=dieter)
        paths.publish_path(safe, actor=dieter)
    with at(workday(monday_of_this_week() - 8 * WEEK)):
        clerks = begin(places, "nuernberg", barbara, title="Im Bürgerservice zu Hause",
                       occupation=places.occupations["VFA-K"],
                       summary="Erst sicher arbeiten, dann verständlich schreiben und Akten führen.")  # fmt: skip
        paths.add_part(clerks, safe, actor=barbara)
        for slug in STEPS:
            paths.add_course(clerks, courses[slug], actor=barbara)
        paths.publish_path(clerks, actor=barbara)


def begin(places: Places, city: str, actor: User, **details: object) -> LearningPath:
    told = {"title": "", "summary": "", "occupation": None, "year": None, "is_shared": False, **details}
    return paths.create_path(places.cities[city], told, actor=actor)
