"""Planning despite a warning: by whom, why, for these dates and this finding only. What is impossible stays so."""

from datetime import timedelta

import pytest

from exchange.queries.stay import notices_about
from exchange.services.placements import confirm_placement, override_one
from lms.core.errors import NotAllowed, Refused
from lms.core.periods import DAY
from tests.exchange.stays import a_placement
from training.models import Override
from training.services.overrides import ReasonMissing, override_warnings, withdraw_override

WHY = "Der Urlaub ist abgesprochen."


@pytest.fixture
def stay(cast):
    """Leave lies in the stay, so that there is a warning."""
    placement = a_placement(cast)
    start = placement.starts_on + timedelta(days=7)
    cast.mina.absences.create(starts_on=start, ends_on=start + timedelta(days=1), kind="leave", entered_by=cast.hanna)
    return placement


def leave_of(stay):
    return next(notice for notice in notices_about(stay) if notice.finding.code == "leave")


@pytest.mark.parametrize("who", ["hanna", "marlene"])
def test_either_office_says_why_and_everybody_reads_it(cast, stay, who):
    override_one(stay, "leave", actor=getattr(cast, who), reason=WHY)
    override = leave_of(stay).override
    assert (override.decided_by, override.reason) == (getattr(cast, who), WHY)
    assert override.seen["sentence"]


@pytest.mark.parametrize("who", ["anton", "barbara", "mina", "carla"])
def test_nobody_else_does(cast, stay, who):
    with pytest.raises(NotAllowed):
        override_one(stay, "leave", actor=getattr(cast, who), reason=WHY)


def test_what_is_impossible_cannot_be_overridden(cast, stay):
    cast.mina.exams.create(name="Teil 1", kind="other", starts_on=stay.starts_on, ends_on=stay.starts_on)
    hard = [one.finding for one in notices_about(stay) if one.finding.code == "exam"]
    with pytest.raises(Refused):
        override_warnings(cast.mina, cast.munich, stay.period, hard, reason=WHY, actor=cast.hanna)
    assert not Override.objects.exists()


def test_it_holds_neither_for_other_dates_nor_for_another_leave(cast, stay):
    override_one(stay, "leave", actor=cast.hanna, reason=WHY)
    stay.ends_on -= DAY
    assert leave_of(stay).override is None
    stay.ends_on += DAY
    cast.mina.absences.update(ends_on=stay.starts_on + timedelta(days=10))
    assert leave_of(stay).override is None


def test_it_can_be_withdrawn_and_decided_anew(cast, stay):
    override_one(stay, "leave", actor=cast.hanna, reason=WHY)
    withdraw_override(leave_of(stay).override, actor=cast.marlene)
    assert leave_of(stay).is_open
    override_one(stay, "leave", actor=cast.marlene, reason=WHY)
    assert Override.objects.standing().get().decided_by == cast.marlene


def test_who_confirms_in_spite_of_a_warning_says_why_once(cast, stay):
    with pytest.raises(ReasonMissing):
        confirm_placement(stay, actor=cast.hanna)
    confirm_placement(stay, actor=cast.hanna, reason=WHY)
    confirm_placement(stay, actor=cast.marlene)
    assert (stay.status, Override.objects.get().reason) == ("confirmed", WHY)


def test_the_page_asks_for_the_reason_and_keeps_the_rest(client, cast, stay):
    client.force_login(cast.hanna)
    address = stay.get_absolute_url()
    assert "Trotzdem planen" in client.get(address).content.decode()
    again = client.post(f"{address}bestaetigen/", {"confirm-reason": " "}).content.decode()
    assert "Bitte sagen Sie, warum das trotzdem geplant wird." in again
    client.post(f"{address}trotzdem/leave/", {"reason": WHY})
    assert WHY in client.get(address).content.decode()
    assert client.get(f"{address}trotzdem/leave/").status_code == 404


def test_who_withdraws_it_stays_where_they_were(cast, client):
    stay = a_placement(cast, accepted=True)
    day = stay.starts_on + timedelta(days=7)
    cast.mina.absences.create(starts_on=day, ends_on=day, kind="leave", entered_by=cast.hanna)
    override_one(stay, "leave", actor=cast.hanna, reason=WHY)
    client.force_login(cast.hanna)
    page = client.get(stay.get_absolute_url()).content.decode()
    assert f'name="next" value="{stay.get_absolute_url()}"' in page
    override = Override.objects.get()
    sent = {"next": stay.get_absolute_url()}
    answer = client.post(f"/ausbildung/abweichungen/{override.pk}/zurueckziehen/", sent)
    assert answer["Location"] == stay.get_absolute_url()
    assert not Override.objects.standing().exists()
