"""Everything that waits for a decision of one person, sorted by the day it is due."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates.models import Revocation
from certificates.queries import revocations_to_confirm
from courses.queries.reviewing.review import Waiting, waiting_for
from courses.queries.reviewing.review import to_decide as courses_to_decide
from exchange.models import (
    Agreement,
    Application,
    ExchangeRound,
    HostOffer,
    HostVerdict,
    Inquiry,
    Placement,
    RoundVote,
    Swap,
)
from exchange.models.rounds import Question
from exchange.pseudonyms import pseudonym
from exchange.queries.applications import (
    HAS_INQUIRIES,
    WishRow,
    inquiries_of,
    look_up_inquiries,
    rows_from,
    with_wishes,
)
from exchange.queries.cards import card_url, verdicts_to_countersign
from exchange.queries.conflicts import folder_of
from exchange.queries.joint import (
    agreements_to_assent,
    rounds_to_assent,
    swaps_to_confirm,
    votes_to_join,
    withdrawals_to_decide,
)
from exchange.queries.offers import offer_due, offers_to_review, seats_to_decide
from exchange.queries.placements import placements_to_confirm, records_to_issue
from exchange.queries.turns import decided_by
from exchange.states import ApplicationStatus
from lms.core.templatetags.wanderjahr import date_range, day_short
from people.models import Role, User
from people.prepared import CountForPerson
from people.queries import acting_as, cities_where, own_cities_where, roles_of
from training.models import AgreedAbsence
from training.naming import known_to_hosts
from training.notices import Notice
from training.queries.agreements import agreements_to_decide

A = ApplicationStatus
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Chip:
    text: str
    tone: str = ""


@dataclass(frozen=True)
class Task:
    """One case that waits. `key` chooses it in the address of the inbox."""

    kind: str
    pk: int
    title: str
    city: str
    sentence: str
    due: date | None
    since: date | None
    url: str
    chips: tuple[Chip, ...] = ()
    case: "tuple[Application, list[WishRow]] | None" = None  # what the panel beside the list shows of an application

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.pk}"

    @property
    def has_conflict(self) -> bool:
        return any(chip.tone in ("warn", "stop") for chip in self.chips)

    def is_due_by(self, day: date) -> bool:
        return self.due is not None and self.due <= day


def inbox(user: User) -> list[Task]:
    """What waits, the most urgent first; kinds of which nothing waits cost no query."""
    waiting = zip(KINDS, inbox_count.each(user), strict=True)
    tasks = [task for (_find, tasks_of), count in waiting if count for task in tasks_of(user)]
    return sorted(tasks, key=lambda task: (task.due or date.max, task.since or date.max, task.key))


def applications_to_decide(user: User) -> QuerySet[Application]:
    """For the trainer those handed in; for the office those endorsed by somebody else, or by nobody in time."""
    endorse = Q(status=A.SUBMITTED, apprentice__apprenticeship__trainer__in=acting_as(user, Role.TRAINER))
    own_office = Q(home_city__in=own_cities_where(user, Role.HR))
    stand_in = own_office & Q(pk__in=Application.objects.overdue_at_trainer().values("pk"))
    office = roles_of(user, Role.HR).filter(city=OuterRef("home_city")).exclude(person=OuterRef("endorsed_by"))
    office = office.exclude(person=OuterRef("apprentice__apprenticeship__trainer"))
    others = ~Q(endorsed_by_id=user.pk) & ~Q(apprentice__apprenticeship__trainer_id=user.pk)
    offices = cities_where(user, Role.HR)  # asked once; `office` is asked again for each application of these cities
    decide = Q(Q(home_city__in=offices) & Exists(office), status=A.ENDORSED) & others
    return Application.objects.filter(endorse | stand_in | decide).exclude(apprentice_id=user.pk)


def inquiries_to_answer(user: User) -> QuerySet[Inquiry]:
    """Questions somebody was asked, as long as the application waits for its decision."""
    waiting = Inquiry.objects.open().filter(asked_id=user.pk, application__status__in=[A.SUBMITTED, A.ENDORSED])
    return waiting.select_related("application__round", "application__home_city", "application__apprentice", "asked_by")


def _inquiry_task(inquiry: Inquiry) -> Task:
    application = inquiry.application
    return Task(
        "inquiry",
        inquiry.pk,
        application.apprentice.full_name,
        application.home_city.name,
        _("Answer a question of %(name)s") % {"name": inquiry.asked_by.full_name},
        decided_by(application),
        timezone.localtime(inquiry.asked_at).date(),
        inquiry.get_absolute_url(),
    )


def _application_task(application: Application) -> Task:
    """As much as the order of the list needs; `with_conflicts` adds the rest to those that are shown."""
    return Task(
        "application",
        application.pk,
        application.apprentice.full_name,
        application.home_city.name,
        _("Endorse") if application.status == A.SUBMITTED else _("Release"),
        decided_by(application),
        timezone.localtime(application.status_since).date(),
        application.get_absolute_url(),
    )


def with_conflicts(tasks: Iterable[Task]) -> list[Task]:
    """The tasks with wishes, conflicts and open questions of their applications, whose number costs no more queries."""
    shown = list(tasks)
    keys = [task.pk for task in shown if task.kind == "application"]
    if not keys:
        return shown
    applications = Application.objects.filter(pk__in=keys).annotate(has_inquiries=HAS_INQUIRIES)
    found = with_wishes(applications).in_bulk()
    look_up_inquiries(found.values())
    folder = folder_of(found.values())
    return [
        _with_case(task, found[task.pk], rows_from(found[task.pk], folder))
        if task.kind == "application" and task.pk in found
        else task
        for task in shown
    ]


def _with_case(task: Task, application: Application, rows: list[WishRow]) -> Task:
    sentence, first = task.sentence, next(iter(application.wishes.all()), None)
    if first:
        place = {"city": first.offer.city.name, "dates": first.offer.when}
        with_trainer = application.status == A.SUBMITTED
        sentence = (
            _("Endorsement for %(city)s, %(dates)s") if with_trainer else _("Release for %(city)s, %(dates)s")
        ) % place
    chips = conflict_chips(notice for row in rows for notice in row.notices)
    asked = [_inquiry_chip(inquiry) for inquiry in inquiries_of(application)[-1:]]
    chips = (*chips, *asked)
    return replace(task, sentence=sentence, chips=chips, case=(application, rows))


def _inquiry_chip(inquiry: Inquiry) -> Chip:
    name = inquiry.asked.full_name
    if inquiry.answered_at:
        return Chip(_("%(name)s has answered") % {"name": name}, "ok")
    since = day_short(timezone.localtime(inquiry.asked_at))
    return Chip(_("waits for an answer of %(name)s since %(day)s") % {"name": name, "day": since})


def conflict_chips(notices: Iterable[Notice]) -> tuple[Chip, ...]:
    """Each kind of conflict once, the gravest first; a word of calm if there is none."""
    graves = sorted((n for n in notices if n.is_in_the_way), key=lambda notice: not notice.is_hard)
    chips = dict.fromkeys(Chip(notice.chip, notice.tone) for notice in graves)
    return tuple(chips) or (Chip(_("No conflict"), "ok"),)


def _offer_task(offer: HostOffer) -> Task:
    since = timezone.localtime(offer.status_since).date()
    seats = ngettext("%(count)s seat", "%(count)s seats", offer.seats) % {"count": offer.seats}
    return Task(
        "offer",
        offer.pk,
        offer.title,
        offer.city.name,
        _("Review the offer of %(department)s, %(dates)s") % {
            "department": offer.department.name, "dates": offer.when
        },
        offer_due(offer),
        since,
        reverse("exchange:offer_review", args=[offer.pk]),
        (Chip(seats),),
    )  # fmt: skip


def _seats_task(offer: HostOffer) -> Task:
    numbers = {"now": offer.seats, "asked": offer.seats_asked}
    return Task(
        "seats",
        offer.pk,
        offer.title,
        offer.city.name,
        _("Decide about the number of seats: %(asked)s instead of %(now)s") % numbers,
        offer_due(offer),
        timezone.localtime(offer.status_since).date(),
        reverse("exchange:offer_review", args=[offer.pk]),
    )


def _placement_task(placement: Placement) -> Task:
    return Task(
        "placement",
        placement.pk,
        placement.who,
        placement.home_city.name if placement.is_known else placement.host_city.name,
        _("Confirm the place in %(city)s, %(dates)s") % {
            "city": placement.host_city.name, "dates": date_range(placement.starts_on, placement.ends_on)
        },
        placement.round.cities_confirm_until,
        timezone.localtime(placement.status_since).date(),
        placement.get_absolute_url(),
    )  # fmt: skip


def _record_task(placement: Placement) -> Task:
    return Task(
        "record",
        placement.pk,
        placement.apprentice.full_name,
        placement.home_city.name,
        _("Close the stay in %(city)s and issue the record") % {"city": placement.host_city.name},
        placement.ends_on + WEEK,
        timezone.localtime(placement.status_since).date(),
        placement.get_absolute_url(),
    )


def _verdict_task(verdict: HostVerdict) -> Task:
    """On a candidate whose name the office does not know yet."""
    offer = verdict.offer
    return Task(
        "verdict",
        verdict.pk,
        _("Candidate %(code)s") % {"code": pseudonym(offer.round_id, verdict.application_id, offer.pk)},
        offer.city.name,
        _("Countersign a verdict on “%(title)s”") % {"title": offer.title},
        offer.round.review_until,
        timezone.localtime(verdict.judged_at).date(),
        card_url(verdict),
        (Chip(str(verdict.get_reason_display())),),
    )


def _memorandum_task(agreement: Agreement) -> Task:
    return Task(
        "memorandum",
        agreement.pk,
        agreement.title,
        "",
        _("Read the agreement and assent to it"),
        agreement.starts_on,
        None,
        agreement.get_absolute_url(),
    )


def _round_task(round_: ExchangeRound) -> Task:
    return Task(
        "round",
        round_.pk,
        round_.name,
        "",
        _("Look at the dates of the round and assent to it"),
        round_.offers_from,
        timezone.localtime(round_.status_since).date(),
        round_.get_absolute_url(),
    )


def _vote_task(vote: RoundVote) -> Task:
    return Task(
        "vote",
        vote.pk,
        vote.round.name,
        "",
        _("Vote: %(question)s (asked for by %(city)s)") % {
            "question": vote.get_question_display(), "city": vote.city.name
        },
        vote.round.applications_until if vote.question == Question.EXTEND else None,
        timezone.localtime(vote.given_at).date(),
        vote.round.get_absolute_url(),
    )  # fmt: skip


def _swap_task(swap: Swap) -> Task:
    return Task(
        "swap",
        swap.pk,
        f"{swap.first.offer.title} ↔ {swap.second.offer.title}",
        "",
        _("Confirm the swap of two places"),
        swap.round.accept_until,
        timezone.localtime(swap.status_since).date(),
        swap.get_absolute_url(),
    )


def _withdrawal_task(offer: HostOffer) -> Task:
    return Task(
        "withdrawal",
        offer.pk,
        offer.title,
        offer.city.name,
        _("Agree to withdraw the place, or keep it"),
        offer_due(offer),
        timezone.localtime(offer.status_since).date(),
        offer.get_absolute_url(),
    )


def _agreement_tasks(user: User) -> list[Task]:
    found = list(agreements_to_decide(user))
    asked_by_host = {one.pk for one in found if one.proposing_city_id == one.host_city_id}
    known = known_to_hosts({(one.apprentice_id, one.host_city_id) for one in found if one.pk not in asked_by_host})
    return [
        _agreement_task(one, one.pk in asked_by_host or (one.apprentice_id, one.host_city_id) in known) for one in found
    ]


def _agreement_task(agreement: AgreedAbsence, is_known: bool) -> Task:
    since = timezone.localtime(agreement.proposed_at).date()
    return Task(
        "agreement",
        agreement.pk,
        agreement.apprentice.full_name if is_known else _("A guest from a partner city"),
        agreement.apprentice.apprenticeship.city.name if is_known else agreement.host_city.name,
        _("Accept an absence during a stay in %(city)s, %(dates)s") % {
            "city": agreement.host_city.name, "dates": date_range(agreement.starts_on, agreement.ends_on)
        },
        since + WEEK,
        since,
        agreement.get_absolute_url(),
    )  # fmt: skip


def _revocation_task(revocation: Revocation) -> Task:
    certificate = revocation.certificate
    since = timezone.localtime(revocation.proposed_at).date()
    return Task(
        "revocation",
        revocation.pk,
        certificate.number,
        certificate.city.name,
        _("Revocation of a certificate, proposed by %(name)s") % {"name": revocation.proposed_by.full_name},
        since + WEEK,
        since,
        revocation.get_absolute_url(),
        (Chip(str(revocation.get_reason_display())),),
    )


def _course_task(waiting: Waiting) -> Task:
    pages = ngettext("%(count)s page", "%(count)s pages", waiting.pages) % {"count": waiting.pages}
    return Task(
        "course",
        waiting.page.pk,
        waiting.title,
        waiting.page.city.name,
        waiting.sentence,
        None,
        timezone.localtime(waiting.since).date(),
        waiting.url,
        (Chip(pages),),
    )


def next_deadline(user: User, today: date) -> tuple[str, date] | None:
    """When the next decisions will be due, for the empty inbox: (round, day)."""
    rounds = ExchangeRound.objects.visible_to(user).filter(review_until__gte=today)
    round = rounds.order_by("review_until", "pk").first()
    return (round.name, round.review_until) if round else None


def _application_tasks(user: User) -> Iterable[Task]:
    return map(_application_task, applications_to_decide(user).select_related("round", "home_city", "apprentice"))


def _tasks(task_of: Callable[[Any], Task], found: Callable[[User], Iterable[Any]]) -> Callable[[User], Iterable[Task]]:
    return lambda user: map(task_of, found(user))


# what can wait: how it is found for the count, and its tasks
KINDS: tuple[tuple[Callable[[User], QuerySet[Any]], Callable[[User], Iterable[Task]]], ...] = (
    (applications_to_decide, _application_tasks),
    (inquiries_to_answer, _tasks(_inquiry_task, inquiries_to_answer)),
    (offers_to_review, _tasks(_offer_task, offers_to_review)),
    (seats_to_decide, _tasks(_seats_task, seats_to_decide)),
    (placements_to_confirm, _tasks(_placement_task, placements_to_confirm)),
    (records_to_issue, _tasks(_record_task, records_to_issue)),
    (verdicts_to_countersign, _tasks(_verdict_task, verdicts_to_countersign)),
    (agreements_to_decide, _agreement_tasks),
    (agreements_to_assent, _tasks(_memorandum_task, agreements_to_assent)),
    (rounds_to_assent, _tasks(_round_task, rounds_to_assent)),
    (votes_to_join, _tasks(_vote_task, votes_to_join)),
    (swaps_to_confirm, _tasks(_swap_task, swaps_to_confirm)),
    (withdrawals_to_decide, _tasks(_withdrawal_task, withdrawals_to_decide)),
    (revocations_to_confirm, _tasks(_revocation_task, revocations_to_confirm)),
    (courses_to_decide, _tasks(_course_task, waiting_for)),
)

# how many cases wait, for the number in the navigation
inbox_count = CountForPerson(lambda user: (find(user) for find, _tasks_of in KINDS))
