"""Everything that waits for a decision of one person, sorted by the day it is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates.models import Revocation
from certificates.queries import revocations_to_confirm
from courses.queries.reviewing.review import Waiting, waiting_for
from courses.queries.reviewing.review import to_decide as courses_to_decide
from exchange.models import Application, ExchangeRound, HostOffer, Placement
from exchange.queries.applications import WishRow, rows_from, with_wishes
from exchange.queries.conflicts import notices_of
from exchange.queries.offers import offer_due, offers_to_review
from exchange.queries.placements import placements_to_confirm, records_to_issue
from exchange.states import ApplicationStatus
from lms.core.templatetags.wanderjahr import date_range
from people.models import Role, User
from people.prepared import CountForPerson
from people.queries import cities_where
from training.models import AgreedAbsence
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
    since: date
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
    tasks = [
        *_application_tasks(user),
        *map(_offer_task, offers_to_review(user)),
        *map(_placement_task, placements_to_confirm(user)),
        *map(_record_task, records_to_issue(user)),
        *map(_agreement_task, agreements_to_decide(user)),
        *map(_revocation_task, revocations_to_confirm(user)),
        *map(_course_task, waiting_for(user)),
    ]
    return sorted(tasks, key=lambda task: (task.due or date.max, task.since, task.key))


def applications_to_decide(user: User) -> QuerySet[Application]:
    """For the trainer those handed in; for the office those endorsed by somebody else, or by nobody in time."""
    here = Q(home_city__in=cities_where(user, Role.HR))
    endorse = Q(status=A.SUBMITTED, apprentice__apprenticeship__trainer_id=user.pk)
    stand_in = here & Q(pk__in=Application.objects.overdue_at_trainer().values("pk"))
    decide = here & Q(status=A.ENDORSED) & ~Q(endorsed_by_id=user.pk)
    return Application.objects.filter(endorse | stand_in | decide).exclude(apprentice_id=user.pk)


def _application_tasks(user: User) -> list[Task]:
    found = list(with_wishes(applications_to_decide(user)))
    notices = notices_of(found)
    return [_application_task(one, rows_from(one, notices[one.pk])) for one in found]


def _application_task(application: Application, rows: list[WishRow]) -> Task:
    first = next(iter(application.wishes.all()), None)
    with_trainer = application.status == A.SUBMITTED
    verb = _("Endorse") if with_trainer else _("Release")
    sentence = verb
    if first:
        place = {"city": first.offer.city.name, "dates": date_range(first.offer.starts_on, first.offer.ends_on)}
        sentence = (
            _("Endorsement for %(city)s, %(dates)s") if with_trainer else _("Release for %(city)s, %(dates)s")
        ) % place
    return Task(
        "application",
        application.pk,
        application.apprentice.full_name,
        application.home_city.name,
        sentence,
        application.endorsement_due if with_trainer else application.round.review_until,
        timezone.localtime(application.status_since).date(),
        application.get_absolute_url(),
        conflict_chips(notice for row in rows for notice in row.notices),
        (application, rows),
    )


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
            "department": offer.department.name, "dates": date_range(offer.starts_on, offer.ends_on)
        },
        offer_due(offer),
        since,
        reverse("exchange:offer_review", args=[offer.pk]),
        (Chip(seats),),
    )  # fmt: skip


def _placement_task(placement: Placement) -> Task:
    return Task(
        "placement",
        placement.pk,
        placement.apprentice.full_name,
        placement.home_city.name,
        _("Confirm the place in %(city)s, %(dates)s") % {
            "city": placement.host_city.name, "dates": date_range(placement.starts_on, placement.ends_on)
        },
        placement.round.confirm_until,
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


def _agreement_task(agreement: AgreedAbsence) -> Task:
    since = timezone.localtime(agreement.proposed_at).date()
    return Task(
        "agreement",
        agreement.pk,
        agreement.apprentice.full_name,
        agreement.apprentice.apprenticeship.city.name,
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


def _waiting(user: User) -> tuple[QuerySet[Any], ...]:
    return (
        applications_to_decide(user),
        offers_to_review(user),
        placements_to_confirm(user),
        records_to_issue(user),
        agreements_to_decide(user),
        revocations_to_confirm(user),
        courses_to_decide(user),
    )


inbox_count = CountForPerson(_waiting)  # how many cases wait, for the number in the navigation
