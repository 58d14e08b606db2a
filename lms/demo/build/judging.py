"""A round in which decisions are taken: hosts judge candidates without names, offices release, one question is open."""

from django.utils import timezone

from exchange.matching import Mode
from exchange.models import Application, HostOffer
from exchange.services import inquiries, rounds, verdicts
from lms.demo.build.clock import DAY, at, monday_of_this_week, workday, workday_before
from lms.demo.build.rounds import Calendar, Stage, approve, begin_round, candidates, endorse, fitting, submit

KEYS = {"chatbot": 0, "queues": 2, "process": 0, "servicecenter": 3, "rollout": 1, "vehicles": 2}
PEOPLE = 9


def build_judging(stage: Stage) -> None:
    """Applications ended last week; half of them are released already."""
    monday = monday_of_this_week()
    round_, written = begin_round(
        stage, Calendar.reviewing(monday), KEYS, prefix="Projektwochen", weeks=4, mode=Mode.STABLE
    )
    day = workday(round_.applications_from, 6)
    chosen = {person: fitting(round_, person) for person in candidates(stage, round_, at_least=1)}
    liked = max(written.values(), key=lambda place: sum(place in of for of in chosen.values()))
    people = sorted(chosen, key=lambda person: liked not in chosen[person])[:PEOPLE]
    endorsed = [endorse(submit(stage, round_, one, chosen[one][:6], day), workday(day, 2)) for one in people]
    with at(workday_before(monday)):
        rounds.close_applications(round_, actor=None, today=timezone.localdate())
    for application in endorsed[: PEOPLE // 2]:
        approve(stage, application, workday_before(monday))
    judge(liked)
    waiting = endorsed[PEOPLE // 2 :]
    ask(stage, next((one for one in waiting if one.home_city.slug == "augsburg"), waiting[0]))


def judge(place: HostOffer) -> None:
    """The first two are ranked, the last needs the countersignature of the training office; the others are open."""
    wishes = place.wishes.select_related("application").order_by("application__serial")
    *found, last = [wish.application for wish in wishes]
    with at(workday_before(monday_of_this_week() + DAY)):
        for application in found[:2]:
            verdicts.rank_candidate(place, application, actor=place.supervisor)
        verdicts.find_unsuitable(place, last, reason="time", actor=place.supervisor)


def ask(stage: Stage, application: Application) -> None:
    """Before the office decides it wants to know something from the trainer."""
    with at(workday_before(monday_of_this_week())):
        inquiries.ask_back(
            application,
            actor=stage.office(application.home_city.slug)[0],
            asked=application.apprentice.apprenticeship.trainer,
            question="Der erste Wunsch fällt in die Wochen vor dem Umzug des Amts. Ist das mit dem Team besprochen?",
        )
