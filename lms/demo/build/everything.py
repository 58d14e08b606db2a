"""The whole story, told in order; `build_everything` is the only door."""

from datetime import date, timedelta
from itertools import islice

from django.core.management.base import CommandError
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from certificates.models import Certificate
from certificates.services.issuing import supersede
from certificates.services.revocation import confirm_revocation, propose_revocation
from exchange.models import Application, ExchangeRound, HostOffer, Placement
from exchange.queries.records import record_content
from exchange.services import applications, decisions, offers, rounds
from exchange.states import ApplicationStatus
from lms.core.periods import monday_of
from lms.demo.build.beside import build_beside
from lms.demo.build.calendars import build_calendars, record_proofs
from lms.demo.build.clock import at, monday_of_this_week, workday, workday_before
from lms.demo.build.completion import build_completion
from lms.demo.build.course_runs import build_course_runs
from lms.demo.build.duties import build_duties, build_paths, keep_them_to_this_day
from lms.demo.build.handed_in import build_handed_in
from lms.demo.build.hosting import build_hosting
from lms.demo.build.judging import build_judging
from lms.demo.build.languages import build_translations
from lms.demo.build.learning import build_courses, build_learning
from lms.demo.build.people import INVENTED, build_people, school_is_out
from lms.demo.build.places import build_places
from lms.demo.build.questions import build_questions
from lms.demo.build.rounds import (
    Calendar,
    Stage,
    approve,
    begin_round,
    build_agreement,
    candidates,
    draft,
    endorse,
    first_fitting,
    fitting,
    submit,
)
from lms.demo.build.sharing import build_sharing
from lms.demo.build.standing_in import build_substitution
from lms.demo.build.stays import arrive, confirm, end_early, leave, match, publish, standing, write_notes
from lms.notifications.models import Delivery, Notification
from people.models import Regime, User
from training.models import SchoolBlock, SchoolCalendar

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
PROBATION_NOTE = "Die Probezeit endet während des Einsatzes; die Ausbilderin stimmt zu."
OPEN_KEYS = {
    "chatbot": 0, "architecture": 4, "queues": 2, "onboarding": 5, "bicycles": 7, "forms": 2, "process": 0, "mailroom": 6,
    "servicecenter": 2, "records": 4, "rollout": 1, "opendata": 6, "vehicles": 2,
}  # fmt: skip


def check_is_empty() -> None:
    if User.objects.exists():
        raise CommandError("This database already holds people. Demo data is only built into an empty one.")


@translation.override("de")
def build_everything() -> None:
    with transaction.atomic():
        places = build_places()
        people = build_people(places)
        courses = build_courses(places, people)
        build_translations(courses, people)
        build_questions(places, people)
        stage = Stage(places, people, build_agreement(places, people))
        build_duties(courses, places, people)
        build_learning(courses, people)
        build_paths(courses, places, people)
        keep_them_to_this_day()
        build_handed_in(courses, people)
        build_beside(courses, people)
        build_sharing(courses, people)
        build_course_runs(courses, places, people)
        build_completion(courses, places, people)
        record_proofs(stage)
        closed_round(stage)
        running_round(stage)
        waiting_round(stage)
        open_round(stage)
        build_judging(stage)
        build_calendars(stage)
        build_substitution(stage)
    quieten()  # after the commit, which is when mails are handed over


def closed_round(stage: Stage) -> None:
    """A year ago: seven stays with records, one superseded, one revoked; Nora got no place."""
    monday = monday_of_this_week() - 40 * WEEK
    keys = {"queues": 0, "servicecenter": 1, "rollout": 0, "opendata": 2, "vehicles": 0, "forms": 1}
    round_, written = begin_round(stage, Calendar.usual(monday, weeks=12), keys, last=2)
    emil, nora = stage.people["Emil Erfunden"], stage.people["Nora Niemand"]
    wishes = {emil: [written["queues"], written["vehicles"]], nora: [written["forms"]]}
    rival = first_fitting(stage, round_, written["forms"])
    crowd = islice(candidates(stage, round_, at_least=1), 7)
    hand_in_all(
        stage, round_, wishes | {rival: [written["forms"]]} | {person: fitting(round_, person)[:3] for person in crowd}
    )
    match(stage, round_)
    guests = publish(stage, round_)
    with at(round_.stays_from):
        rounds.start_round(round_, actor=None, today=round_.stays_from)
    done = [leave(stage, placement) for placement in guests]
    with at(workday(round_.stays_until + 2 * WEEK)):
        rounds.begin_evaluation(round_, actor=None, today=round_.stays_until + DAY)
        rounds.close_round(round_, actor=stage.coordinator, today=timezone.localdate())
    correct_and_revoke(stage, done)


def correct_and_revoke(stage: Stage, done: list[Placement]) -> None:
    emil = stage.people["Emil Erfunden"]
    his = next(placement for placement in done if placement.apprentice == emil)
    officer = stage.office("nuernberg")[0]
    with at(workday(his.ends_on + 30 * DAY)):
        first = Certificate.objects.get(source_type="exchange.placement", source_id=his.pk)
        content = record_content(his, issued_by=officer, today=timezone.localdate())
        supersede(first, actor=officer, content=content, issued_on=timezone.localdate())
    other = next(placement for placement in done if placement.apprentice != emil)
    certificate = Certificate.objects.get(source_type="exchange.placement", source_id=other.pk)
    offices = [stage.office(certificate.city.slug)[0], stage.office(certificate.city.slug)[1]]
    with at(workday(other.ends_on + 40 * DAY)):
        revocation = propose_revocation(
            certificate, reason="issued_in_error", note="Der Einsatz wurde doppelt bescheinigt.", actor=offices[0]
        )
        confirm_revocation(revocation, actor=offices[1])


def running_round(stage: Stage) -> None:
    """Three weeks in: guests at work, one who comes later, one who left early, one who declined."""
    monday = monday_of_this_week() - 3 * WEEK
    keys = {"chatbot": 0, "process": 0, "rollout": 0, "servicecenter": 0, "mailroom": 0, "vehicles": 0, "records": 5}
    round_, written = begin_round(stage, Calendar.usual(monday, weeks=14), keys)
    cast = {
        "Kilian Beispiel": ["chatbot", "process"],
        "Zoe Platzhalter": ["process", "vehicles"],
        "Tarik Testmann": ["servicecenter", "vehicles"],
        "Aylin Attrappe": ["process", "rollout"],
    }
    wishes = {stage.people[name]: [written[key] for key in chosen] for name, chosen in cast.items()}
    later = first_fitting(stage, round_, written["records"])
    crowd = list(islice(candidates(stage, round_), 5))
    others = {person: [offer for offer in fitting(round_, person) if offer != written["chatbot"]] for person in crowd}
    hand_in_all(
        stage,
        round_,
        wishes | {later: [written["records"]]} | {person: found[:3] for person, found in others.items()},
    )
    match(stage, round_)
    today = timezone.localdate()
    guests = publish(stage, round_, decline=[crowd[-1].full_name])
    here = [placement for placement in guests if placement.starts_on <= today]
    kilian = stage.people["Kilian Beispiel"]
    left = next(placement for placement in here if placement.apprentice in crowd)
    for placement in here:
        last_written = today - WEEK if placement.apprentice == kilian else today
        write_notes(arrive(placement), last_written, read_all=placement == left)
    with at(round_.stays_from):
        rounds.start_round(round_, actor=stage.coordinator, today=round_.stays_from)
    end_early(stage, left, workday_before(monday_of_this_week() - 3 * DAY))


def waiting_round(stage: Stage) -> None:
    """The proposal is adopted; the cities confirm. Somebody applied while in probation."""
    keys = {"queues": 0, "forms": 0, "process": 0, "servicecenter": 1, "rollout": 0, "vehicles": 1, "opendata": 0}
    calendar = Calendar.short(monday_of_this_week())
    round_, _written = begin_round(stage, calendar, keys, prefix="Kurzeinsätze", weeks=4)
    piet = stage.people["Piet Phantasie"]
    crowd = list(islice(candidates(stage, round_), 9))
    wishes = {piet: fitting(round_, piet, in_spite_of_warnings=True)[:4]}
    hand_in_all(stage, round_, wishes | {person: fitting(round_, person)[:4] for person in crowd})
    match(stage, round_)
    proposed = standing(round_)
    confirm(stage, proposed[0], calendar.matching_on)
    confirm(stage, proposed[1], calendar.matching_on, sides="home")
    confirm(stage, proposed[2], calendar.matching_on, sides="host")


def open_round(stage: Stage) -> None:
    """Applications in every state, one place that many want, one paused, one still in review."""
    monday = monday_of_this_week()
    stays_from = monday + 18 * WEEK
    calendar, keys = around_the_peace_festival(stays_from)
    round_, written = begin_round(stage, calendar, keys)
    with at(workday_before(monday - 3 * DAY)):
        offers.pause_offer(written["bicycles"], actor=stage.people["Carla Copyvorlage"])
    offer_in_review(stage, round_)
    build_hosting(stage, round_, written)
    day = monday - 6 * DAY
    draft(stage, round_, stage.people["Mina Musterfrau"], [], day)
    jonas = stage.people["Jonas Probelauf"]
    endorse(submit(stage, round_, jonas, fitting(round_, jonas, in_spite_of_warnings=True)[:3], day), day + DAY)
    lena = stage.people["Lena Dummy-Daten"]
    endorse(submit(stage, round_, lena, fitting(round_, lena)[:4], day), day + DAY)
    submitted = [
        submit(stage, round_, person, wanted(round_, person, written["chatbot"]), day)
        for person in islice(candidates(stage, round_), 14)
    ]
    barbara = stage.people["Barbara Blaupause"]
    for number, application in enumerate(submitted):
        if number >= 3 or application.apprentice.apprenticeship.trainer != barbara:
            endorse(application, day + DAY)
    for application in submitted[6:10]:
        approve(stage, application, day + 2 * DAY)
    decide_against(stage, submitted[10:])
    move_the_school(stage, submitted)


def wanted(round_: ExchangeRound, person: User, favorite: HostOffer) -> list[HostOffer]:
    """Everybody whom it fits puts the favorite first."""
    found = fitting(round_, person)[:5]
    return sorted(found, key=lambda offer: offer != favorite)


def decide_against(stage: Stage, endorsed: list[Application]) -> None:
    day = monday_of_this_week() - 3 * DAY
    back, rejected, withdrawn = endorsed[:3]
    with at(day):
        decisions.return_application(
            back,
            actor=stage.office(back.home_city.slug)[0],
            comment="Bitte beschreiben Sie Ihre Mission genauer: Was möchten Sie mitbringen?",
        )
        decisions.reject_application(
            rejected,
            actor=stage.office(rejected.home_city.slug)[0],
            reason="personnel",
            note="In diesem Zeitraum vertreten Sie das Team beim Umzug. Für die nächste Runde halten wir Ihnen die Zeit frei.",
        )
        applications.withdraw_application(withdrawn, actor=withdrawn.apprentice)


def move_the_school(stage: Stage, submitted: list[Application]) -> None:
    """The school has a new plan: now a week of it falls into somebody's first wish, and Hanna sees a conflict."""
    waiting = Application.objects.filter(
        pk__in=[application.pk for application in submitted],
        home_city__slug="nuernberg",
        status=ApplicationStatus.ENDORSED,
        apprentice__apprenticeship__occupation__regime=Regime.BBIG,
    )
    for application in waiting.order_by("pk")[:1]:
        first = application.wishes.order_by("rank")[0].offer
        mondays = (monday_of(first.starts_on) + weeks * WEEK for weeks in range(1, 6))
        monday = next(monday for monday in mondays if not school_is_out(monday))
        training = application.apprentice.apprenticeship
        plan = SchoolCalendar.objects.create(
            city=training.city, name=f"{training.occupation.short}, neuer Plan", school=INVENTED
        )
        SchoolBlock.objects.create(calendar=plan, starts_on=monday, ends_on=monday + 4 * DAY)
        training.school_calendar = plan
        training.save(update_fields=["school_calendar"])


def offer_in_review(stage: Stage, round_: ExchangeRound) -> None:
    """One offer waits for the training office of München."""
    clemens, places = stage.people["Clemens Collage"], stage.places
    monday = monday_of(round_.stays_from) + 3 * WEEK
    with at(workday_before(monday_of_this_week() - 3 * DAY)):
        offer = offers.create_offer(
            actor=clemens,
            round=round_,
            department=places.departments["muenchen", "Kreisverwaltungsreferat"],
            occupations=[places.occupations["VFA-K"], places.occupations["KBM"]],
            title="Sprechstunde per Video",
            mission="Sie begleiten den Versuch, Termine im Bürgerbüro auch per Video anzubieten, und fragen danach, was geholfen hat.",
            learning_goals=["Einen Versuch vorbereiten", "Rückmeldungen einholen", "Ergebnis auf einer Seite zeigen"],
            starts_on=workday(monday),
            ends_on=workday_before(monday + 5 * WEEK - 3 * DAY),
            seats=1,
            min_year=1,
            max_year=3,
            remote_share=10,
            step_free=True,
            working_hours="Mo–Fr 8–15 Uhr",
            supervisor=clemens,
            deputy=stage.people["Carla Copyvorlage"],
        )
        offers.submit_offer(offer, actor=clemens)


def around_the_peace_festival(stays_from: date) -> tuple[Calendar, dict[str, int]]:
    """Stretch the stays over the next 8 August: Augsburg's Friedensfest falls into one offer."""
    festival = date(stays_from.year, 8, 8)
    if festival < stays_from + 3 * WEEK:
        festival = date(stays_from.year + 1, 8, 8)
    offset = (festival - stays_from).days // 7 - 2
    return Calendar.usual(stays_from, weeks=max(20, offset + 7)), OPEN_KEYS | {"sensors": offset}


def hand_in_all(stage: Stage, round_: ExchangeRound, wishes: dict[User, list[HostOffer]]) -> None:
    """Everybody applies, is endorsed and approved, in the days of the round."""
    piet = stage.people["Piet Phantasie"]
    for number, (person, chosen) in enumerate(wishes.items()):
        day = workday(round_.applications_from, 3 + number % 6)
        application = endorse(submit(stage, round_, person, chosen, day), workday(day, 2))
        approve(stage, application, workday(day, 4), note=PROBATION_NOTE if person == piet else "")


def quieten() -> None:
    """What is older than a week has been read and mailed; only this week's messages are new."""
    week_ago = timezone.now() - WEEK
    old = Notification.objects.filter(created_at__lt=week_ago)
    Delivery.objects.filter(notification__in=old).update(due_at=None, sent_at=week_ago)
    old.update(read_at=F("created_at"))
    new = {str(pk) for pk in Notification.objects.filter(created_at__gte=week_ago).values_list("pk", flat=True)}
    for task in DBTaskResult.objects.all():
        is_new_mail = task.task_path.endswith("send_mail_for") and str(task.args_kwargs["args"][0]) in new
        if not is_new_mail:  # PDFs are drawn by the worker or when somebody asks, with the address then in use
            task.delete()
