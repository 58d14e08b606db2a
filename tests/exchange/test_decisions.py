"""Endorse, return, release, reject: who may, once, about the version that was looked at."""

from datetime import timedelta

import pytest
from django.utils import timezone

from exchange.models import Application
from exchange.queries.inbox import inbox
from exchange.queries.turns import who_is_next
from exchange.services.applications import change_application, submit_application
from exchange.services.decisions import (
    approve_application,
    endorse_application,
    reject_application,
    return_application,
)
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from lms.notifications.outbox import UNDO_MINUTES, send_due
from tests.exchange.stories import a_place, filled_in
from tests.factories.people import UserFactory
from tests.factories.training import SchoolBlockFactory, SchoolCalendarFactory


@pytest.fixture
def place(cast, spring):
    return a_place(spring, cast.munich, "Online-Dienste")


@pytest.fixture
def application(cast, spring, place):
    """Mina has handed in; Barbara is next."""
    return submit_application(filled_in(spring, cast.mina, [place]), actor=cast.mina)


@pytest.fixture
def endorsed(cast, application):
    """Barbara has endorsed; Hanna is next."""
    return endorse_application(application, actor=cast.barbara, comment="Passt gut.")


def mails(who):
    return list(Notification.objects.filter(recipient=who).order_by("pk").values_list("kind", flat=True))


def test_barbara_endorses_and_hanna_releases(cast, application):
    endorse_application(application, actor=cast.barbara, comment="Passt gut.")
    assert mails(cast.hanna) == ["exchange/application_to_decide"]

    approve_application(application, actor=cast.hanna)

    application.refresh_from_db()
    assert (application.status, application.endorsed_by, application.decided_by) == (
        "approved",
        cast.barbara,
        cast.hanna,
    )
    assert mails(cast.mina) == [
        "exchange/application_receipt",
        "exchange/application_endorsed",
        "exchange/application_approved",
    ]


def test_mails_leave_when_it_is_certain_and_name_nobody(
    cast, application, mail_at_once, mailoutbox, django_capture_on_commit_callbacks
):
    Notification.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        endorse_application(application, actor=cast.barbara)
        assert mailoutbox == []
    send_due(timezone.now() + timedelta(minutes=UNDO_MINUTES))
    assert sorted(mail.to[0] for mail in mailoutbox) == [cast.hanna.email, cast.mina.email]
    assert all("Mina" not in mail.body for mail in mailoutbox if mail.to == [cast.hanna.email])


def test_only_the_own_trainer_endorses(cast, application):
    for person in (cast.dieter, cast.hanna, cast.anton, cast.konrad, cast.mina):
        with pytest.raises(NotAllowed):
            endorse_application(application, actor=person)


def test_only_the_home_office_decides(cast, endorsed):
    for person in (cast.barbara, cast.anton, cast.marlene, cast.konrad, cast.mina):
        with pytest.raises(NotAllowed):
            approve_application(endorsed, actor=person)
        with pytest.raises(NotAllowed):
            reject_application(endorsed, actor=person, reason="exam", note="Nach der Prüfung.")


def test_who_endorsed_does_not_release_even_with_both_roles(cast, application):
    both = UserFactory(trainer_in=cast.nuremberg, hr_in=cast.nuremberg)
    cast.mina.apprenticeship.trainer = both
    cast.mina.apprenticeship.save()
    application = Application.objects.get(pk=application.pk)
    endorse_application(application, actor=both)
    with pytest.raises(NotAllowed):
        approve_application(application, actor=both)
    assert approve_application(application, actor=cast.hanna).status == "approved"


def test_a_draft_is_not_released(cast, spring, place):
    draft = filled_in(spring, cast.kilian, [place])
    with pytest.raises(StepNotAllowed):
        approve_application(draft, actor=cast.anton, note="Auf Zuruf")
    assert Application.objects.get(pk=draft.pk).status == "draft"


def test_two_officers_deciding_at_once_leave_one_decision(cast, endorsed):
    second = UserFactory(hr_in=cast.nuremberg)
    stale = Application.objects.get(pk=endorsed.pk)
    approve_application(endorsed, actor=cast.hanna)
    with pytest.raises(StepNotAllowed):
        reject_application(stale, actor=second, reason="exam", note="Zu spät.")
    endorsed.refresh_from_db()
    assert (endorsed.status, endorsed.decided_by) == ("approved", cast.hanna)


def test_a_returned_application_is_mended_keeps_its_number_and_is_endorsed_anew(cast, endorsed):
    return_application(endorsed, actor=cast.hanna, comment="Bitte genauer.")
    endorsed.refresh_from_db()
    assert (endorsed.status, endorsed.endorsed_by, endorsed.decision_note) == ("returned", None, "Bitte genauer.")
    assert mails(cast.barbara)[-1] == "exchange/application_returned_by_office"

    change_application(endorsed, actor=cast.mina, idea="Genauer", motivation="")
    again = submit_application(endorsed, actor=cast.mina)
    assert (again.status, again.number, again.endorsed_by) == ("submitted", "2027-F-0001", None)


def test_an_application_returned_during_the_review_can_still_be_mended(cast, spring, application):
    spring.status = "review"
    spring.save()
    return_application(application, actor=cast.barbara, comment="Bitte genauer.")
    application = Application.objects.get(pk=application.pk)
    change_application(application, actor=cast.mina, idea="Genauer", motivation="")
    assert submit_application(application, actor=cast.mina).status == "submitted"


def test_returning_needs_a_comment(cast, application):
    with pytest.raises(Refused, match="anders werden"):
        return_application(application, actor=cast.barbara, comment="  ")


def test_rejecting_needs_a_reason_and_a_way_on(cast, endorsed):
    for reason, note in [("", "Später."), ("weather", "Später."), ("exam", " ")]:
        with pytest.raises(Refused):
            reject_application(endorsed, actor=cast.hanna, reason=reason, note=note)
    rejected = reject_application(endorsed, actor=cast.hanna, reason="exam", note="Nach der Prüfung im Mai.")
    assert (rejected.status, rejected.decision_reason) == ("rejected", "exam")
    assert mails(cast.mina)[-1] == "exchange/application_rejected"


def test_a_decision_is_about_the_version_that_was_looked_at(cast, application):
    looked_at = application.submitted_at
    return_application(application, actor=cast.barbara, comment="Bitte genauer.")
    submit_application(application, actor=cast.mina)
    application.refresh_from_db()
    with pytest.raises(TooLate):
        endorse_application(application, actor=cast.barbara, seen=looked_at)
    assert endorse_application(application, actor=cast.barbara, seen=application.submitted_at).status == "endorsed"


def test_who_releases_in_spite_of_a_warning_says_why(cast, endorsed, place):
    cast.mina.apprenticeship.probation_ends_on = place.starts_on + timedelta(days=3)
    cast.mina.apprenticeship.save()
    with pytest.raises(Refused, match="trotzdem"):
        approve_application(endorsed, actor=cast.hanna)
    assert approve_application(endorsed, actor=cast.hanna, note="Mit der Schule besprochen.").status == "approved"


def test_nobody_is_released_when_every_wish_has_become_impossible(cast, endorsed, place):
    calendar = SchoolCalendarFactory(city=cast.nuremberg)
    SchoolBlockFactory(calendar=calendar, starts_on=place.starts_on, ends_on=place.starts_on + timedelta(days=4))
    cast.mina.apprenticeship.school_calendar = calendar
    cast.mina.apprenticeship.save()
    with pytest.raises(Refused, match="Gegen jeden Wunsch"):
        approve_application(endorsed, actor=cast.hanna, note="Trotzdem.")


def test_the_office_stands_in_for_a_trainer_who_lets_the_time_pass(cast, application, time_machine):
    with pytest.raises(NotAllowed):
        endorse_application(application, actor=cast.hanna)
    assert inbox(cast.hanna) == []

    time_machine.move_to(timezone.now() + timedelta(days=9))
    colleague = UserFactory(hr_in=cast.nuremberg)
    assert [task.pk for task in inbox(cast.hanna)] == [application.pk]
    assert who_is_next(application, cast.hanna).you
    assert "Barbara Blaupause" in who_is_next(application, cast.mina).what
    with pytest.raises(NotAllowed):
        endorse_application(application, actor=cast.anton)
    endorse_application(application, actor=cast.hanna)
    with pytest.raises(NotAllowed):
        approve_application(application, actor=cast.hanna)
    approve_application(application, actor=colleague)
    assert application.status == "approved"
