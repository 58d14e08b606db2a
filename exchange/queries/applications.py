"""Applications for screens: what may be done, what is still missing, and what the lists show."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from exchange.consent import CONSENT_VERSION
from exchange.explanations import reason_sentence
from exchange.models import Application, ExchangeRound, HostOffer, Inquiry, Placement, Wish
from exchange.queries.conflicts import Folder, consent_of, folder_of, for_applicant, for_office
from exchange.states import APPLICATION, ApplicationStatus, OfferStatus, RoundStatus
from lms.core.periods import Period
from lms.core.templatetags.wanderjahr import date_range
from people.models import User
from training.models import Apprenticeship
from training.notices import Notice

A = ApplicationStatus
BEFORE_DEADLINE = [RoundStatus.APPLICATIONS_OPEN]
BEFORE_RELEASE = [A.DRAFT, A.SUBMITTED, A.RETURNED, A.ENDORSED]
OUTCOME_KNOWN = [A.OFFERED, A.ACCEPTED, A.DECLINED, A.EXPIRED, A.UNMATCHED]
WHILE_REVIEWED = [RoundStatus.APPLICATIONS_OPEN, RoundStatus.REVIEW]


def with_wishes(applications: QuerySet[Application]) -> QuerySet[Application]:
    """With all that the conflict rules and the panel ask for, in three queries."""
    wishes = Wish.objects.order_by("rank").select_related("offer__city", "offer__department", "offer__round")
    wishes = wishes.prefetch_related("offer__occupations")
    return applications.select_related(
        "round", "home_city", "apprentice__apprenticeship__city", "apprentice__apprenticeship__occupation",
        "apprentice__apprenticeship__trainer", "apprentice__apprenticeship__department", "endorsed_by", "decided_by",
    ).prefetch_related(Prefetch("wishes", wishes))  # fmt: skip


INQUIRIES = Prefetch("inquiries", Inquiry.objects.select_related("asked", "asked_by"))
HAS_INQUIRIES = Exists(Inquiry.objects.filter(application=OuterRef("pk")))  # as `has_inquiries`


def inquiries_of(application: Application) -> list[Inquiry]:
    """The questions asked back, oldest first, with their people; looked up once."""
    look_up_inquiries([application])
    return list(application.inquiries.all()) if _may_have_inquiries(application) else []


def look_up_inquiries(applications: Iterable[Application]) -> None:
    """For all of them in one query, or in none where it is known that there are none."""
    prefetch_related_objects([one for one in applications if _may_have_inquiries(one)], INQUIRIES)


def _may_have_inquiries(application: Application) -> bool:
    return getattr(application, "has_inquiries", True)


def applications_for(user: User) -> QuerySet[Application]:
    return with_wishes(Application.objects.visible_to(user))


def my_applications(user: User) -> QuerySet[Application]:
    mine = Application.objects.filter(apprentice_id=user.pk).select_related("round")
    return mine.order_by("-round__stays_from", "-pk")


def application_in(round: ExchangeRound | None, user: User) -> Application | None:
    if round is None or not user.pk:
        return None
    return Application.objects.filter(round=round, apprentice_id=user.pk).select_related("round").first()


def application_with_wishes(round: ExchangeRound, user: User) -> tuple[Application | None, list[int]]:
    """The application of a person in a round and the places on its list, in one query."""
    found = Application.objects.filter(round=round, apprentice_id=user.pk).select_related("round")
    rows = list(found.annotate(wished=F("wishes__offer_id")).order_by("wishes__rank"))
    return (rows[0] if rows else None), [row.wished for row in rows if row.wished]


def takes_applications(round: ExchangeRound, today: date) -> bool:
    return round.status in BEFORE_DEADLINE and round.applications_from <= today <= round.applications_until


def editable_until(application: Application) -> date:
    """A returned application may be mended for as long as the home cities review."""
    round = application.round
    return round.review_until if application.status == A.RETURNED else round.applications_until


def is_editable(application: Application, today: date) -> bool:
    open_in = {A.DRAFT: BEFORE_DEADLINE, A.RETURNED: WHILE_REVIEWED}.get(A(application.status), [])
    return application.round.status in open_in and today <= editable_until(application)


def can_take_back(application: Application, today: date) -> bool:
    return APPLICATION.may(application, "take_back") and takes_applications(application.round, today)


def can_withdraw(application: Application) -> bool:
    return APPLICATION.may(application, "withdraw")


def placement_of(application: Application, user: User) -> Placement | None:
    """The place that came of it, as soon as this person may know."""
    found = Placement.objects.visible_to(user).filter(application=application)
    return found.select_related("offer__department", "offer__supervisor", "host_city").order_by("-pk").first()


def has_consent(application: Application) -> bool:
    return application.consented_at is not None and application.consent_version == CONSENT_VERSION


@dataclass(frozen=True)
class WishRow:
    """A wish with what stands against it."""

    wish: Wish
    offer: HostOffer
    notices: list[Notice]
    period: Period  # when this person would come

    @property
    def when(self) -> str:
        if self.offer.weeks is None:
            return self.offer.when
        best = {"time": self.offer.when, "dates": date_range(self.period.start, self.period.end)}
        return _("%(time)s; best %(dates)s") % best

    @property
    def hard(self) -> list[Notice]:
        return [notice for notice in self.notices if notice.is_hard]

    @property
    def in_the_way(self) -> list[Notice]:
        return [notice for notice in self.notices if notice.is_in_the_way]

    @property
    def told(self) -> list[Notice]:
        """What stands in the way, with ways out for the applicant."""
        return [for_applicant(notice, self.period) for notice in self.in_the_way]

    @property
    def why_not(self) -> str:
        """After the matching: why this wish was not met."""
        wish = self.wish
        return reason_sentence(wish.outcome, wish.own_value, wish.cutoff, {"basis": wish.basis}) if wish.outcome else ""

    @property
    def is_gone(self) -> bool:
        return self.offer.status != OfferStatus.PUBLISHED


def wish_rows(application: Application) -> list[WishRow]:
    """The wishes of an application from `applications_for`, best first."""
    return rows_from(application, folder_of([application]))


def rows_from(application: Application, folder: Folder) -> list[WishRow]:
    person, consent = application.apprentice_id, consent_of(application)
    found = [(wish, wish.offer) for wish in application.wishes.all()]
    return [
        WishRow(wish, offer, folder.notices(person, offer, consent=consent), folder.window(person, offer))
        for wish, offer in found
    ]


@dataclass(frozen=True)
class Objection:
    """The same finding, with the same decision about it, at one or more wishes."""

    notice: Notice
    ranks: str
    offer: HostOffer  # the first of them


def objections(rows: list[WishRow]) -> list[Objection]:
    """What stands against the wishes, or should be known, each thing said once."""
    found: dict[tuple[str, int | None], list[tuple[WishRow, Notice]]] = {}
    for row in rows:
        for notice in row.notices:
            if notice.chip:
                decided = notice.override.pk if notice.override else None
                found.setdefault((notice.sentence, decided), []).append((row, notice))
    return [
        Objection(same[0][1], ", ".join(str(row.wish.rank) for row, _notice in same), same[0][0].offer)
        for same in found.values()
    ]


def panel_of(rows: list[WishRow], person: Apprenticeship, *, decides: bool) -> list[Notice]:
    """The findings about all wishes, each with the wishes it is about, and what the office may do."""
    return [
        replace(
            for_office(one.notice, person, one.offer) if decides else one.notice,
            where=_("Wish %(rank)s") % {"rank": one.ranks},
        )
        for one in objections(rows)
    ]


def needs_reason(rows: list[WishRow]) -> bool:
    """Whether somebody who releases the person must say why, as something stands against a wish."""
    return any(notice.is_open for row in rows for notice in row.notices)


def obstacles(application: Application, rows: list[WishRow], today: date) -> list[str]:
    """Why this application cannot be handed in yet, each with what to do."""
    found = [] if is_editable(application, today) else [_("This round does not take applications now.")]
    if not application.checked_at:
        found.append(_("Please check your details first."))
    if not application.period_checked_at:
        found.append(_("Please look at when you may be away."))
    if not application.idea.strip():
        found.append(_("Please say what your mission is."))
    if not application.goals.strip():
        found.append(_("Please say what you would like to learn."))
    if not rows:
        found.append(_("Please put at least one place on your list of wishes."))
    if len(rows) > application.round.max_wishes:
        found.append(_("There are too many wishes: %(max)s are possible.") % {"max": application.round.max_wishes})
    if not has_consent(application):
        found.append(_("Please say whether you agree to passing on your data."))
    gone = _("“%(place)s” is not offered any more. Please remove it.")
    found += [gone % {"place": row.offer} for row in rows if row.is_gone]
    return found + [_objection(row.offer, notice) for row in rows for notice in row.hard]


def _objection(offer: HostOffer, notice: Notice) -> str:
    law = f" ({notice.law})" if notice.law else ""
    return f"{offer.title}: {notice.sentence.rstrip('.')}{law}. {notice.remedy}"


@dataclass(frozen=True)
class TaskLine:
    """One line of the task list: where it leads and how far it is."""

    number: int
    title: str
    state: str
    route: str
    note: str = ""


def task_lines(application: Application, wish_count: int) -> list[TaskLine]:
    steps = [
        (_("Check your details"), bool(application.checked_at), "exchange:application_details", ""),
        (_("When you may be away"), bool(application.period_checked_at), "exchange:application_period", ""),
        (_("My mission"), bool(application.idea.strip()), "exchange:application_mission", ""),
        (_("Learning goals"), bool(application.goals.strip()), "exchange:application_goals", ""),
        (_("Rank your wishes"), wish_count > 0, "exchange:application_wishes", _count_note(application, wish_count)),
        (_("Consent"), has_consent(application), "exchange:application_consent", ""),
    ]
    first_open = next((i for i, (_t, done, _r, _n) in enumerate(steps) if not done), None)
    lines = [
        TaskLine(i + 1, title, "done" if done else "current" if i == first_open else "open", route, note)
        for i, (title, done, route, note) in enumerate(steps)
    ]
    last = "blocked" if first_open is not None else "current"
    return [*lines, TaskLine(len(steps) + 1, _("Check and hand in"), last, "exchange:application_check")]


def _count_note(application: Application, wish_count: int) -> str:
    return _("%(count)s of %(max)s possible wishes") % {"count": wish_count, "max": application.round.max_wishes}
