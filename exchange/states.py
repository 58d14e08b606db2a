"""The lifecycles of the exchange as tables (domain: round, offer, application, placement, agreement)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.lifecycle import Lifecycle, step


class AgreementStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_FORCE = "in_force", _("in force")
    SUPERSEDED = "superseded", _("superseded")
    ENDED = "ended", _("ended")


AGREEMENT = Lifecycle(
    step("take_effect", [AgreementStatus.DRAFT], AgreementStatus.IN_FORCE),
    step("supersede", [AgreementStatus.IN_FORCE], AgreementStatus.SUPERSEDED),
    step("end", [AgreementStatus.IN_FORCE], AgreementStatus.ENDED),
)


class RoundStatus(models.TextChoices):
    DRAFT = "draft", _("in preparation")
    AGREED = "agreed", _("agreed by the cities")
    OFFERS_OPEN = "offers_open", _("offers are collected")
    APPLICATIONS_OPEN = "applications_open", _("applications are open")
    REVIEW = "review", _("applications are reviewed")
    MATCHING = "matching", _("places are assigned")
    CONFIRMATION = "confirmation", _("the cities confirm")
    PUBLISHED = "published", _("places are offered")
    CLEARING = "clearing", _("free places are given away")
    RUNNING = "running", _("stays are running")
    EVALUATION = "evaluation", _("records are issued")
    CLOSED = "closed", _("closed")
    CANCELED = "canceled", _("canceled")


R = RoundStatus
ROUND = Lifecycle(
    step("agree", [R.DRAFT], R.AGREED),
    step("reopen", [R.AGREED], R.DRAFT),
    step("open_offers", [R.AGREED], R.OFFERS_OPEN),
    step("open_applications", [R.OFFERS_OPEN], R.APPLICATIONS_OPEN),
    step("close_applications", [R.APPLICATIONS_OPEN], R.REVIEW),
    step("start_matching", [R.REVIEW], R.MATCHING),
    step("adopt_proposal", [R.MATCHING], R.CONFIRMATION),
    step("return_to_matching", [R.CONFIRMATION], R.MATCHING),
    step("publish", [R.CONFIRMATION], R.PUBLISHED),
    step("open_clearing", [R.PUBLISHED], R.CLEARING),
    step("close_clearing", [R.CLEARING], R.PUBLISHED),
    step("start", [R.PUBLISHED], R.RUNNING),
    step("evaluate", [R.RUNNING], R.EVALUATION),
    step("close", [R.EVALUATION], R.CLOSED),
    step(
        "cancel",
        [
            R.DRAFT,
            R.AGREED,
            R.OFFERS_OPEN,
            R.APPLICATIONS_OPEN,
            R.REVIEW,
            R.MATCHING,
            R.CONFIRMATION,
            R.PUBLISHED,
            R.CLEARING,
        ],
        R.CANCELED,
    ),
)


class OfferStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("in review")
    RETURNED = "returned", _("returned")
    PUBLISHED = "published", _("published")
    PAUSED = "paused", _("paused")
    WITHDRAWN = "withdrawn", _("withdrawn")
    CLOSED = "closed", _("closed")


O = OfferStatus  # noqa: E741
OFFER = Lifecycle(
    step("submit", [O.DRAFT, O.RETURNED], O.SUBMITTED),
    step("return", [O.SUBMITTED], O.RETURNED),
    step("publish", [O.SUBMITTED], O.PUBLISHED),
    step("pause", [O.PUBLISHED], O.PAUSED),
    step("resume", [O.PAUSED], O.PUBLISHED),
    step("withdraw", [O.DRAFT, O.SUBMITTED, O.RETURNED, O.PUBLISHED, O.PAUSED], O.WITHDRAWN),
    step("close", [O.PUBLISHED, O.PAUSED], O.CLOSED),
)


class ApplicationStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("with the home trainer")
    RETURNED = "returned", _("returned")
    ENDORSED = "endorsed", _("with the training office")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    IN_MATCHING = "in_matching", _("places are being assigned")
    OFFERED = "offered", _("a place is offered")
    ACCEPTED = "accepted", _("place accepted")
    DECLINED = "declined", _("place declined")
    EXPIRED = "expired", _("not answered in time")
    UNMATCHED = "unmatched", _("no place this time")
    WITHDRAWN = "withdrawn", _("withdrawn")


A = ApplicationStatus
APPLICATION = Lifecycle(
    step("submit", [A.DRAFT, A.RETURNED], A.SUBMITTED),
    step("take_back", [A.SUBMITTED, A.ENDORSED], A.DRAFT),
    step("begin_again", [A.WITHDRAWN], A.DRAFT),
    step("endorse", [A.SUBMITTED], A.ENDORSED),
    step("return", [A.SUBMITTED, A.ENDORSED], A.RETURNED),
    step("approve", [A.ENDORSED], A.APPROVED),
    step("reject", [A.SUBMITTED, A.ENDORSED], A.REJECTED),
    step("enter_matching", [A.APPROVED], A.IN_MATCHING),
    step("offer", [A.IN_MATCHING], A.OFFERED),
    step("leave_unmatched", [A.IN_MATCHING], A.UNMATCHED),
    step("enter_clearing", [A.UNMATCHED], A.IN_MATCHING),
    step("accept", [A.OFFERED], A.ACCEPTED),
    step("decline", [A.OFFERED], A.DECLINED),
    step("expire", [A.OFFERED], A.EXPIRED),
    step("lose_place", [A.OFFERED, A.ACCEPTED], A.UNMATCHED),
    step(
        "withdraw",
        [A.DRAFT, A.SUBMITTED, A.RETURNED, A.ENDORSED, A.APPROVED, A.IN_MATCHING, A.OFFERED],
        A.WITHDRAWN,
    ),
)


class VerdictStatus(models.TextChoices):
    """What a host says about a wish, on a card without a name."""

    LISTED = "listed", _("not judged yet")
    OK = "host_ok", _("suitable")
    RANKED = "ranked", _("ranked")
    ASKED = "asked", _("unsuitable, waits for the countersignature")
    RETURNED = "returned", _("returned by the training office")
    UNSUITABLE = "unsuitable", _("unsuitable, countersigned")


class Unsuitable(models.TextChoices):
    """Why somebody does not fit: reasons of the work alone, and no others (AGG)."""

    OCCUPATION = "occupation", _("The occupation does not fit the tasks.")
    KNOWLEDGE = "knowledge", _("Knowledge the tasks require is missing, or the course that prepares for them.")
    LEVEL = "level", _("The tasks need what is taught only in a later year of training.")
    TIME = "time", _("The tasks cannot be done in the weeks in which the person would be there.")
    PROTECTION = "protection", _("The working hours that must be kept cannot be kept at this workplace.")
    SUPERVISION = "supervision", _("There are not enough people to supervise one more guest in these weeks.")


class ReturnReason(models.TextChoices):
    NOT_FROM_TASKS = "tasks", _("The reason does not follow from the tasks of the offer.")
    CAN_BE_ARRANGED = "arrange", _("It can be arranged: other hours, another supervisor, preparation before the stay.")
    ANOTHER_REASON = "another", _("Another reason of the list fits better.")


V = VerdictStatus
VERDICT = Lifecycle(
    step("accept", [V.LISTED, V.OK, V.RANKED, V.ASKED, V.RETURNED], V.OK),
    step("rank", [V.LISTED, V.OK, V.ASKED, V.RETURNED], V.RANKED),
    step("find_unsuitable", [V.LISTED, V.OK, V.RANKED, V.RETURNED], V.ASKED),
    step("countersign", [V.ASKED], V.UNSUITABLE),
    step("return", [V.ASKED], V.RETURNED),
)


class RunStatus(models.TextChoices):
    PROPOSED = "proposed", _("proposal")
    ADOPTED = "adopted", _("adopted")
    DISCARDED = "discarded", _("discarded")


RUN = Lifecycle(
    step("adopt", [RunStatus.PROPOSED], RunStatus.ADOPTED),
    step("discard", [RunStatus.PROPOSED, RunStatus.ADOPTED], RunStatus.DISCARDED),
)


class PlacementStatus(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    HOME_CONFIRMED = "home_confirmed", _("confirmed by the home city")
    HOST_CONFIRMED = "host_confirmed", _("confirmed by the host city")
    CONFIRMED = "confirmed", _("confirmed by both cities")
    REFUSED = "refused", _("refused")
    OFFERED = "offered", _("offered to the apprentice")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    EXPIRED = "expired", _("not answered in time")
    ACTIVE = "active", _("running")
    COMPLETED = "completed", _("completed")
    CLOSED = "closed", _("closed, record issued")
    WAIVED = "waived", _("closed without a record")
    CANCELED = "canceled", _("canceled")
    SWAPPED = "swapped", _("swapped for another place")
    TERMINATED = "terminated", _("ended early")

    @property
    def tone(self) -> str:
        return PLACEMENT_TONES.get(self, "")


PLACEMENT_TONES = {
    PlacementStatus.CONFIRMED: "ok",
    PlacementStatus.REFUSED: "stop",
    PlacementStatus.OFFERED: "here",
    PlacementStatus.ACCEPTED: "ok",
    PlacementStatus.DECLINED: "stop",
    PlacementStatus.EXPIRED: "stop",
    PlacementStatus.ACTIVE: "here",
    PlacementStatus.COMPLETED: "ok",
    PlacementStatus.CLOSED: "ok",
    PlacementStatus.WAIVED: "",
    PlacementStatus.CANCELED: "stop",
    PlacementStatus.SWAPPED: "",
    PlacementStatus.TERMINATED: "stop",
}
P = PlacementStatus
PLACEMENT = Lifecycle(
    step("confirm_home_first", [P.PROPOSED], P.HOME_CONFIRMED),
    step("confirm_host_first", [P.PROPOSED], P.HOST_CONFIRMED),
    step("confirm_home_last", [P.HOST_CONFIRMED], P.CONFIRMED),
    step("confirm_host_last", [P.HOME_CONFIRMED], P.CONFIRMED),
    step("refuse", [P.PROPOSED, P.HOME_CONFIRMED, P.HOST_CONFIRMED], P.REFUSED),
    step("offer", [P.CONFIRMED], P.OFFERED),
    step("accept", [P.OFFERED], P.ACCEPTED),
    step("decline", [P.OFFERED], P.DECLINED),
    step("expire", [P.OFFERED], P.EXPIRED),
    step("start", [P.ACCEPTED], P.ACTIVE),
    step("complete", [P.ACTIVE], P.COMPLETED),
    step("close", [P.COMPLETED], P.CLOSED),
    step("waive", [P.COMPLETED], P.WAIVED),
    step("cancel", [P.PROPOSED, P.HOME_CONFIRMED, P.HOST_CONFIRMED, P.CONFIRMED, P.OFFERED, P.ACCEPTED], P.CANCELED),
    step("swap", [P.OFFERED, P.ACCEPTED], P.SWAPPED),
    step("terminate", [P.ACTIVE], P.TERMINATED),
)
UNCONFIRMED = [P.PROPOSED, P.HOME_CONFIRMED, P.HOST_CONFIRMED]
FALLEN_THROUGH = [P.REFUSED, P.DECLINED, P.EXPIRED, P.CANCELED, P.SWAPPED]
SETTLED = [*FALLEN_THROUGH, P.TERMINATED, P.CLOSED, P.WAIVED]  # nobody has to do anything any more
SEAT_HELD = [P.CONFIRMED, P.OFFERED, P.ACCEPTED, P.ACTIVE, P.COMPLETED, P.CLOSED, P.WAIVED, P.TERMINATED]
PLACE_AHEAD = [P.CONFIRMED, P.OFFERED, P.ACCEPTED, P.ACTIVE]  # goes away, or is away now
SHOWN_TO_APPRENTICE = [
    P.OFFERED, P.ACCEPTED, P.DECLINED, P.EXPIRED, P.ACTIVE, P.COMPLETED, P.CLOSED, P.WAIVED, P.CANCELED,
    P.SWAPPED, P.TERMINATED,
]  # fmt: skip


class SwapStatus(models.TextChoices):
    """Two people exchange their places; until it is carried out, both keep what they have."""

    PROPOSED = "proposed", _("proposed")
    CARRIED_OUT = "carried_out", _("carried out")
    REFUSED = "refused", _("refused")
    LAPSED = "lapsed", _("lapsed")

    @property
    def tone(self) -> str:
        return {"proposed": "here", "carried_out": "ok", "refused": "stop"}.get(self.value, "")


SWAP = Lifecycle(
    step("carry_out", [SwapStatus.PROPOSED], SwapStatus.CARRIED_OUT),
    step("refuse", [SwapStatus.PROPOSED], SwapStatus.REFUSED),
    step("lapse", [SwapStatus.PROPOSED], SwapStatus.LAPSED),
)
