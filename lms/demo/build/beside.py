"""What people wrote beside lessons, and which questions come to Mina again."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from courses.models import CoursePage, LessonPage
from courses.services.beside import asking, notes
from learning.services.refresher import collect
from lms.demo.build.clock import at, monday_of_this_week, workday
from lms.demo.build.people import People
from people.models import Role

DAY = timedelta(days=1)


def build_beside(courses: dict[str, CoursePage], people: People) -> None:
    """A note and a bookmark; a question with an answer, one that München has to answer, and one for Barbara."""
    monday, mina = monday_of_this_week(), people["Mina Musterfrau"]
    first, second = _lessons(courses["fit-fuer-den-austausch"])[:2]
    with at(workday(monday - 9 * DAY), 11):
        notes.save_note(first, "Versicherung: vor dem Einsatz bei Frau Hypothese nachfragen.", actor=mina)
        notes.set_bookmark(second, True, actor=mina)
        question = asking.ask(first, "Gilt meine Monatskarte auch in der anderen Stadt?", actor=mina)
    with at(workday(monday - 9 * DAY, 1), 9):
        told = (
            "Leider nicht. Wer die Fahrten zum Einsatz zahlt, steht in der Lektion „Versicherung, Kosten, Unterkunft“."
        )
        asking.answer(question, told, actor=people.of_role(Role.TRAINER, "muenchen")[0])
    with at(workday(monday - 2 * DAY), 14):
        asking.ask(first, "Muss ich meinen Urlaub in beiden Städten beantragen?", actor=people["Jonas Probelauf"])
        files, learner = courses["digitale-akte"], people.crowd["nuernberg"][0]
        asking.ask(_lessons(files)[1], "Wohin gehört eine E-Mail, die zwei Vorgänge betrifft?", actor=learner)
    collect(datetime.combine(monday - 60 * DAY, time(), tzinfo=timezone.get_default_timezone()))


def _lessons(course: CoursePage) -> list[LessonPage]:
    return list(LessonPage.objects.child_of(course).live().order_by("path"))
