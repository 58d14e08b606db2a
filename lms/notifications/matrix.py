"""Who hears of what, and how: every kind of message is a row here, and its text is templates/mail/<kind>.txt.

A new kind needs both. Urgency: NOW (⚡) is mailed at once and cannot be switched off, DIGEST goes with the one mail a
day unless the person wants it otherwise, APP stays in the product. `deadline` names the fact with the last day to act:
quiet hours do not hold such a mail back beyond it.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Urgency(models.TextChoices):
    NOW = "now", _("by mail at once")
    DIGEST = "digest", _("in the one mail a day")
    APP = "app", _("only here in the product")


class Group(models.TextChoices):
    """What people choose for at once."""

    ROUNDS = "rounds", _("Rounds and agreements")
    OFFERS = "offers", _("Places for guests")
    APPLICATIONS = "applications", _("Applications")
    STAYS = "stays", _("Places and stays")
    TRAINING = "training", _("Absences, stations and weekly notes")
    LEARNING = "learning", _("Courses I take")
    TEACHING = "teaching", _("Courses I write or look after")
    CERTIFICATES = "certificates", _("Certificates")


class Who(models.TextChoices):
    APPRENTICE = "apprentice", _("apprentice")
    TRAINER = "trainer", _("trainer")
    HOST = "host", _("host supervisor and deputy")
    HOME_OFFICE = "home_office", _("training office of the home city")
    HOST_OFFICE = "host_office", _("training office of the host city")
    OFFICES = "offices", _("training offices of all partner cities")
    COORDINATION = "coordination", _("coordination of the alliance")
    LEARNER = "learner", _("whoever takes the course")
    AUTHOR = "author", _("whoever writes the course")
    READER = "reader", _("readers of the partner cities")
    COURSE_TRAINER = "course_trainer", _("whoever looks after the course")
    HOLDER = "holder", _("whoever the certificate is about")


@dataclass(frozen=True)
class Event:
    kind: str
    group: Group
    urgency: Urgency
    who: tuple[Who, ...]
    deadline: str = ""


# Names of persons and free text: read in the product, never in a mail.
PERSONAL_FACTS = frozenset({"by", "person", "actor", "reason"})

_ROWS = (
    # Rounds and agreements
    Event("exchange/agreement_assent_asked", Group.ROUNDS, Urgency.NOW, (Who.OFFICES,)),
    Event("exchange/agreement_assent_void", Group.ROUNDS, Urgency.NOW, (Who.OFFICES,)),
    Event("exchange/agreement_in_force", Group.ROUNDS, Urgency.DIGEST, (Who.OFFICES, Who.COORDINATION)),
    Event("exchange/agreement_ended", Group.ROUNDS, Urgency.NOW, (Who.OFFICES,)),
    Event("exchange/round_offers_open", Group.ROUNDS, Urgency.NOW, (Who.HOST, Who.OFFICES), "until"),
    Event("exchange/round_applications_open", Group.ROUNDS, Urgency.DIGEST, (Who.APPRENTICE,), "until"),
    Event("exchange/round_extended", Group.ROUNDS, Urgency.DIGEST, (Who.APPRENTICE,), "until"),
    Event("exchange/round_review", Group.ROUNDS, Urgency.DIGEST, (Who.OFFICES,), "until"),
    Event("exchange/round_canceled", Group.ROUNDS, Urgency.NOW, (Who.APPRENTICE, Who.HOST, Who.OFFICES)),
    Event("exchange/round_assent_asked", Group.ROUNDS, Urgency.NOW, (Who.OFFICES,)),
    Event("exchange/round_agreed", Group.ROUNDS, Urgency.DIGEST, (Who.COORDINATION,)),
    Event("exchange/round_extension_asked", Group.ROUNDS, Urgency.NOW, (Who.OFFICES,)),
    Event("exchange/round_extended_for_offices", Group.ROUNDS, Urgency.DIGEST, (Who.OFFICES,)),
    Event("exchange/round_cancel_asked", Group.ROUNDS, Urgency.NOW, (Who.OFFICES,)),
    Event("exchange/round_cancel_carried", Group.ROUNDS, Urgency.NOW, (Who.COORDINATION,)),
    Event("exchange/round_clearing", Group.ROUNDS, Urgency.NOW, (Who.APPRENTICE,), "until"),
    Event("exchange/round_clearing_for_offices", Group.ROUNDS, Urgency.DIGEST, (Who.OFFICES,), "until"),
    Event("exchange/round_swaps", Group.ROUNDS, Urgency.DIGEST, (Who.APPRENTICE,), "until"),
    Event("exchange/round_clearing_over", Group.ROUNDS, Urgency.NOW, (Who.APPRENTICE,)),
    Event("exchange/round_evaluation", Group.ROUNDS, Urgency.DIGEST, (Who.OFFICES,)),
    Event("exchange/round_closed", Group.ROUNDS, Urgency.DIGEST, (Who.OFFICES,)),
    # Places for guests
    Event("exchange/offer_submitted", Group.OFFERS, Urgency.DIGEST, (Who.HOST_OFFICE,)),
    Event("exchange/offer_returned", Group.OFFERS, Urgency.DIGEST, (Who.HOST,)),
    Event("exchange/offer_published", Group.OFFERS, Urgency.DIGEST, (Who.HOST,)),
    Event("exchange/offer_paused", Group.OFFERS, Urgency.DIGEST, (Who.APPRENTICE,)),
    Event("exchange/offer_withdrawn", Group.OFFERS, Urgency.NOW, (Who.APPRENTICE, Who.HOST, Who.COORDINATION)),
    Event("exchange/offer_new", Group.OFFERS, Urgency.DIGEST, (Who.APPRENTICE,)),
    Event("exchange/offer_seats_asked", Group.OFFERS, Urgency.DIGEST, (Who.HOST_OFFICE,)),
    Event("exchange/offer_seats_changed", Group.OFFERS, Urgency.DIGEST, (Who.HOST, Who.COORDINATION)),
    Event("exchange/offer_seats_declined", Group.OFFERS, Urgency.DIGEST, (Who.HOST,)),
    Event("exchange/offer_withdrawal_asked", Group.OFFERS, Urgency.NOW, (Who.COORDINATION,)),
    Event("exchange/offer_withdrawal_declined", Group.OFFERS, Urgency.NOW, (Who.HOST_OFFICE,)),
    Event("exchange/offer_replacement", Group.OFFERS, Urgency.NOW, (Who.APPRENTICE, Who.TRAINER, Who.HOME_OFFICE)),
    Event("exchange/round_candidates", Group.OFFERS, Urgency.DIGEST, (Who.HOST,), "until"),
    Event("exchange/verdict_to_countersign", Group.OFFERS, Urgency.DIGEST, (Who.HOST_OFFICE,), "until"),
    Event("exchange/verdict_returned", Group.OFFERS, Urgency.DIGEST, (Who.HOST,), "until"),
    # Applications
    Event("exchange/application_receipt", Group.APPLICATIONS, Urgency.NOW, (Who.APPRENTICE,)),
    Event("exchange/application_submitted", Group.APPLICATIONS, Urgency.NOW, (Who.TRAINER,)),
    Event("exchange/application_endorsed", Group.APPLICATIONS, Urgency.DIGEST, (Who.APPRENTICE,)),
    Event("exchange/application_returned", Group.APPLICATIONS, Urgency.NOW, (Who.APPRENTICE,)),
    Event("exchange/application_returned_by_office", Group.APPLICATIONS, Urgency.DIGEST, (Who.TRAINER,)),
    Event(
        "exchange/deadline_soon",
        Group.APPLICATIONS,
        Urgency.NOW,
        (Who.TRAINER, Who.HOST, Who.HOME_OFFICE, Who.HOST_OFFICE),
        "due",
    ),
    Event(
        "exchange/deadline_overdue", Group.APPLICATIONS, Urgency.NOW, (Who.TRAINER, Who.HOME_OFFICE, Who.HOST_OFFICE)
    ),
    Event("exchange/standing_in", Group.APPLICATIONS, Urgency.NOW, (Who.TRAINER, Who.HOST, Who.HOME_OFFICE)),
    Event("exchange/application_to_decide", Group.APPLICATIONS, Urgency.DIGEST, (Who.HOME_OFFICE,)),
    Event("exchange/application_approved", Group.APPLICATIONS, Urgency.NOW, (Who.APPRENTICE,)),
    Event("exchange/application_approved_for_trainer", Group.APPLICATIONS, Urgency.DIGEST, (Who.TRAINER,)),
    Event("exchange/application_rejected", Group.APPLICATIONS, Urgency.NOW, (Who.APPRENTICE,)),
    Event("exchange/application_rejected_for_trainer", Group.APPLICATIONS, Urgency.DIGEST, (Who.TRAINER,)),
    Event("exchange/application_taken_back", Group.APPLICATIONS, Urgency.DIGEST, (Who.TRAINER, Who.HOME_OFFICE)),
    Event("exchange/application_consent_withdrawn", Group.APPLICATIONS, Urgency.NOW, (Who.HOME_OFFICE,)),
    Event("exchange/application_withdrawn", Group.APPLICATIONS, Urgency.DIGEST, (Who.TRAINER, Who.HOME_OFFICE)),
    Event("exchange/application_asked", Group.APPLICATIONS, Urgency.NOW, (Who.APPRENTICE, Who.TRAINER), "until"),
    Event("exchange/application_answered", Group.APPLICATIONS, Urgency.NOW, (Who.TRAINER, Who.HOME_OFFICE)),
    # Places and stays
    Event("exchange/placement_to_confirm", Group.STAYS, Urgency.NOW, (Who.OFFICES,)),
    Event("exchange/placement_all_confirmed", Group.STAYS, Urgency.DIGEST, (Who.COORDINATION,)),
    Event("exchange/placement_refused", Group.STAYS, Urgency.DIGEST, (Who.COORDINATION,)),
    Event("exchange/placement_answer_due", Group.STAYS, Urgency.NOW, (Who.APPRENTICE,), "until"),
    Event("exchange/placement_offered", Group.STAYS, Urgency.NOW, (Who.APPRENTICE,), "until"),
    Event(
        "exchange/placement_published",
        Group.STAYS,
        Urgency.DIGEST,
        (Who.TRAINER, Who.HOST, Who.HOME_OFFICE, Who.HOST_OFFICE),
    ),
    Event("exchange/placement_unmatched", Group.STAYS, Urgency.NOW, (Who.APPRENTICE,)),
    Event(
        "exchange/placement_accepted",
        Group.STAYS,
        Urgency.DIGEST,
        (Who.TRAINER, Who.HOST, Who.HOME_OFFICE, Who.HOST_OFFICE),
    ),
    Event(
        "exchange/placement_declined",
        Group.STAYS,
        Urgency.DIGEST,
        (Who.TRAINER, Who.HOST, Who.HOME_OFFICE, Who.HOST_OFFICE),
    ),
    Event(
        "exchange/placement_expired",
        Group.STAYS,
        Urgency.DIGEST,
        (Who.APPRENTICE, Who.TRAINER, Who.HOST, Who.HOME_OFFICE, Who.HOST_OFFICE),
    ),
    Event("exchange/placement_started", Group.STAYS, Urgency.DIGEST, (Who.TRAINER, Who.HOME_OFFICE)),
    Event("exchange/placement_station_planned", Group.STAYS, Urgency.NOW, (Who.APPRENTICE,)),
    Event("exchange/placement_completed", Group.STAYS, Urgency.DIGEST, (Who.APPRENTICE, Who.TRAINER)),
    Event("exchange/placement_proposed_in_clearing", Group.STAYS, Urgency.NOW, (Who.HOME_OFFICE, Who.HOST_OFFICE)),
    Event("exchange/placement_swap_proposed", Group.STAYS, Urgency.NOW, (Who.HOME_OFFICE, Who.HOST_OFFICE)),
    Event(
        "exchange/placement_swap_refused",
        Group.STAYS,
        Urgency.DIGEST,
        (Who.HOME_OFFICE, Who.HOST_OFFICE, Who.COORDINATION),
    ),
    Event("exchange/placement_swapped", Group.STAYS, Urgency.NOW, (Who.APPRENTICE,)),
    Event(
        "exchange/placement_swapped_for_others",
        Group.STAYS,
        Urgency.DIGEST,
        (Who.TRAINER, Who.HOST, Who.HOME_OFFICE, Who.HOST_OFFICE),
    ),
    Event("exchange/placement_record_waived", Group.STAYS, Urgency.DIGEST, (Who.APPRENTICE, Who.TRAINER)),
    Event("exchange/placement_record_due", Group.STAYS, Urgency.DIGEST, (Who.HOME_OFFICE,)),
    Event(
        "exchange/placement_ended",
        Group.STAYS,
        Urgency.NOW,
        (Who.APPRENTICE, Who.TRAINER, Who.HOST, Who.HOME_OFFICE, Who.HOST_OFFICE),
    ),
    # Absences, stations and weekly notes
    Event("training/absence_entered", Group.TRAINING, Urgency.DIGEST, (Who.APPRENTICE,)),
    Event("training/absence_changed", Group.TRAINING, Urgency.DIGEST, (Who.APPRENTICE,)),
    Event("training/absence_proposed", Group.TRAINING, Urgency.NOW, (Who.HOST_OFFICE,)),
    Event("training/absence_agreed", Group.TRAINING, Urgency.DIGEST, (Who.APPRENTICE, Who.HOME_OFFICE)),
    Event("training/absence_declined", Group.TRAINING, Urgency.NOW, (Who.HOME_OFFICE,)),
    Event("training/absence_withdrawn", Group.TRAINING, Urgency.DIGEST, (Who.HOST_OFFICE, Who.HOME_OFFICE)),
    Event("training/guest_away", Group.TRAINING, Urgency.NOW, (Who.HOST,)),
    Event("training/guest_back", Group.TRAINING, Urgency.DIGEST, (Who.HOST,)),
    Event("training/note_submitted", Group.TRAINING, Urgency.DIGEST, (Who.TRAINER, Who.HOST)),
    Event("training/note_read", Group.TRAINING, Urgency.APP, (Who.APPRENTICE,)),
    Event("training/note_returned", Group.TRAINING, Urgency.DIGEST, (Who.APPRENTICE,)),
    Event("training/station_completed", Group.TRAINING, Urgency.DIGEST, (Who.APPRENTICE,)),
    Event("training/rule_set", Group.TRAINING, Urgency.DIGEST, (Who.HOME_OFFICE,)),
    # Courses I take
    Event("courses/enrolled_by_others", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/seat_given", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/seat_declined", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/seat_waited_for", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/moved_up", Group.LEARNING, Urgency.NOW, (Who.LEARNER,)),
    Event("courses/run_changed", Group.LEARNING, Urgency.NOW, (Who.LEARNER,)),
    Event("courses/run_cancelled", Group.LEARNING, Urgency.NOW, (Who.LEARNER,)),
    Event("courses/session_changed", Group.LEARNING, Urgency.NOW, (Who.LEARNER,)),
    Event("courses/session_removed", Group.LEARNING, Urgency.NOW, (Who.LEARNER,)),
    Event("courses/course_ends", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/course_ended", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/course_reopened", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/confirmed", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/test_marked", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/test_regraded", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/work_accepted", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/work_returned", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/question_answered", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/question_removed", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("courses/answer_removed", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,)),
    Event("learning/duty_begun", Group.LEARNING, Urgency.DIGEST, (Who.LEARNER,), "day"),
    Event("learning/duty_due", Group.LEARNING, Urgency.NOW, (Who.LEARNER,), "day"),
    Event("learning/duty_overdue", Group.LEARNING, Urgency.NOW, (Who.LEARNER,)),
    # Courses I write or look after
    Event("courses/co_author_invited", Group.TEACHING, Urgency.DIGEST, (Who.AUTHOR,)),
    Event("courses/co_author_ended", Group.TEACHING, Urgency.DIGEST, (Who.AUTHOR,)),
    Event("courses/co_author_left", Group.TEACHING, Urgency.DIGEST, (Who.AUTHOR,)),
    Event("courses/course_to_read", Group.TEACHING, Urgency.DIGEST, (Who.READER,)),
    Event("courses/course_to_release", Group.TEACHING, Urgency.DIGEST, (Who.HOME_OFFICE,)),
    Event("courses/addition_to_release", Group.TEACHING, Urgency.DIGEST, (Who.HOME_OFFICE,)),
    Event("courses/course_recommended", Group.TEACHING, Urgency.DIGEST, (Who.AUTHOR,)),
    Event("courses/course_returned", Group.TEACHING, Urgency.DIGEST, (Who.AUTHOR,)),
    Event("courses/course_released", Group.TEACHING, Urgency.DIGEST, (Who.AUTHOR,)),
    Event("courses/schedule_skipped", Group.TEACHING, Urgency.NOW, (Who.AUTHOR,)),
    Event("courses/original_changed", Group.TEACHING, Urgency.DIGEST, (Who.AUTHOR,)),
    Event("courses/question_asked", Group.TEACHING, Urgency.DIGEST, (Who.COURSE_TRAINER,)),
    Event("courses/confirmation_awaited", Group.TEACHING, Urgency.DIGEST, (Who.COURSE_TRAINER,)),
    Event("courses/seat_requested", Group.TEACHING, Urgency.DIGEST, (Who.COURSE_TRAINER,)),
    Event("courses/left_run", Group.TEACHING, Urgency.DIGEST, (Who.COURSE_TRAINER,)),
    Event("courses/test_to_mark", Group.TEACHING, Urgency.DIGEST, (Who.COURSE_TRAINER,)),
    Event("courses/work_to_mark", Group.TEACHING, Urgency.DIGEST, (Who.COURSE_TRAINER,)),
    Event("courses/marking_waits", Group.TEACHING, Urgency.DIGEST, (Who.COURSE_TRAINER,)),
    # Certificates
    Event("certificates/issued", Group.CERTIFICATES, Urgency.NOW, (Who.HOLDER,)),
    Event("certificates/replaced", Group.CERTIFICATES, Urgency.NOW, (Who.HOLDER,)),
    Event("certificates/revoked", Group.CERTIFICATES, Urgency.NOW, (Who.HOLDER,)),
    Event("certificates/revocation_proposed", Group.CERTIFICATES, Urgency.NOW, (Who.HOME_OFFICE,)),
)
MATRIX = {event.kind: event for event in _ROWS}


def event_of(kind: str) -> Event:
    try:
        return MATRIX[kind]
    except KeyError:
        raise LookupError(f"No message of the kind “{kind}”: lms/notifications/matrix.py needs a row for it.") from None
