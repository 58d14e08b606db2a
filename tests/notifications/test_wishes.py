"""How and when mail comes: wishes, quiet hours, days off."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.notifications.models import Delivery, Wishes
from lms.notifications.outbox import send_due
from lms.notifications.services import notify, set_wishes
from lms.notifications.timing import next_digest, next_mail, wishes_of
from tests.factories.exchange import OfferFactory, PlacementFactory
from tests.notifications.stories import BERLIN, TUESDAY, digest_kind, offered, urgent

STANDARD = {"groups": {}, "digest_hour": 8, "has_quiet_hours": False, "quiet_from": time(18), "quiet_until": time(7)}


def at(*when):
    return datetime(*when, tzinfo=BERLIN)


def waits_until(person, *when, deadline=""):
    return timezone.localtime(next_mail(person, wishes_of(person), at(*when), deadline)).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ((2027, 3, 2, 17, 59), (2027, 3, 2, 17, 59)),
        ((2027, 3, 2, 18, 0), (2027, 3, 3, 7)),
        ((2027, 3, 3, 6, 59), (2027, 3, 3, 7)),
        ((2027, 3, 5, 20, 0), (2027, 3, 8, 7)),  # Friday evening to Monday
        ((2027, 3, 6, 12, 0), (2027, 3, 8, 7)),
        ((2027, 3, 25, 19, 0), (2027, 3, 30, 7)),  # Good Friday to Easter Monday
        ((2027, 3, 28, 1, 30), (2027, 3, 30, 7)),  # the night in which the clock is put forward
    ],
)
def test_apprentices_have_quiet_evenings_weekends_and_public_holidays(cast, now, until):
    assert waits_until(cast.mina, *now) == at(*until)


def test_public_holidays_are_those_of_the_place_of_work(cast):
    peace_festival = (2028, 8, 8, 10)  # a Tuesday, and a holiday in Augsburg alone
    assert waits_until(cast.kilian, *peace_festival) == at(2028, 8, 9, 7)
    assert waits_until(cast.mina, *peace_festival) == at(*peace_festival)


def test_staff_have_no_quiet_hours_unless_they_want_them(cast):
    sunday = (2027, 3, 7, 23, 0)
    assert waits_until(cast.hanna, *sunday) == at(*sunday)
    set_wishes(cast.hanna, **{**STANDARD, "has_quiet_hours": True})
    cast.hanna.refresh_from_db()
    assert waits_until(cast.hanna, *sunday) == at(2027, 3, 8, 7)


def test_quiet_hours_in_the_middle_of_the_day(cast):
    set_wishes(cast.hanna, **{**STANDARD, "has_quiet_hours": True, "quiet_from": time(12), "quiet_until": time(13)})
    cast.hanna.refresh_from_db()
    assert waits_until(cast.hanna, 2027, 3, 2, 12, 30) == at(2027, 3, 2, 13)
    assert waits_until(cast.hanna, 2027, 3, 2, 23, 0) == at(2027, 3, 2, 23)


def test_a_mail_whose_last_day_ends_before_the_morning_goes_at_once(cast, mailoutbox, time_machine):
    time_machine.move_to(at(2027, 3, 2, 20), tick=False)
    offered(cast.mina, until="2027-03-02")
    offered(cast.kilian, until="2027-03-03")
    assert (send_due(), [mail.to for mail in mailoutbox]) == (1, [[cast.mina.email]])
    time_machine.move_to(at(2027, 3, 3, 7), tick=False)
    assert (send_due(), [mail.to for mail in mailoutbox[1:]]) == (1, [[cast.kilian.email]])


def test_the_one_mail_comes_at_the_hour_and_on_a_day_of_work(cast):
    assert next_digest(cast.mina, wishes_of(cast.mina), at(2027, 3, 5, 9)) == at(2027, 3, 8, 8)
    assert next_digest(cast.hanna, wishes_of(cast.hanna), at(2027, 3, 5, 9)) == at(2027, 3, 6, 8)
    early = Wishes(person=cast.mina, digest_hour=5, has_quiet_hours=True)
    assert next_digest(cast.mina, early, at(2027, 3, 2, 4)) == at(2027, 3, 2, 7)


@pytest.mark.parametrize(("way", "mails", "left"), [("now", 1, 0), ("digest", 0, 1), ("app", 0, 0)])
def test_a_group_comes_as_somebody_wants_it(cast, mailoutbox, time_machine, way, mails, left):
    time_machine.move_to(TUESDAY, tick=False)
    set_wishes(cast.hanna, **{**STANDARD, "groups": {"applications": way}})
    digest_kind(cast.hanna)
    assert (send_due(), Delivery.objects.filter(due_at__isnull=False).count()) == (mails, left)


def test_what_is_urgent_cannot_be_switched_off(cast, mailoutbox, time_machine):
    time_machine.move_to(TUESDAY, tick=False)
    set_wishes(cast.mina, **{**STANDARD, "groups": {"certificates": "app", "stays": "app"}})
    urgent(cast.mina)
    offered(cast.mina, until="2027-03-20")
    assert send_due() == 2


def test_changed_wishes_hold_for_what_still_waits(cast, mailoutbox, time_machine):
    time_machine.move_to(TUESDAY, tick=False)
    digest_kind(cast.hanna)
    held = notify(cast.hanna, "courses/course_released", url="/", hold=10, title="Briefe", city="N", by="Barbara")
    send_due()
    set_wishes(cast.hanna, **{**STANDARD, "groups": {"applications": "now"}})
    assert (send_due(), len(mailoutbox)) == (1, 1)
    held.delivery.refresh_from_db()
    assert held.delivery.due_at == TUESDAY + timedelta(minutes=10)


def test_mina_chooses_on_the_page_and_finds_it_there_again(cast, client):
    client.force_login(cast.mina)
    address = reverse("notifications:wishes")
    page = client.get(address).content.decode()
    assert "Das lässt sich nicht abschalten." in page
    assert 'name="teaching"' not in page
    groups = ["rounds", "offers", "applications", "stays", "training", "learning", "certificates"]
    typed = {**dict.fromkeys(groups, "digest"), "learning": "app", "digest_hour": "7", "has_quiet_hours": "on"}

    answer = client.post(address, {**typed, "quiet_from": "19:00", "quiet_until": "19:00"})
    assert answer.status_code == 422
    assert "eine andere Uhrzeit" in answer.content.decode()
    assert 'value="19:00"' in answer.content.decode()
    assert not Wishes.objects.exists()

    answer = client.post(address, {**typed, "quiet_from": "19:00", "quiet_until": "06:30"}, follow=True)
    assert "Ihre Wünsche sind gespeichert" in answer.content.decode()
    kept = Wishes.objects.get()
    assert (kept.person, kept.groups, kept.digest_hour) == (cast.mina, {"learning": "app"}, 7)
    assert (kept.has_quiet_hours, kept.quiet_from, kept.quiet_until) == (True, time(19), time(6, 30))


def test_a_stay_in_augsburg_has_the_holidays_of_augsburg(cast):
    PlacementFactory(
        application__apprentice=cast.mina,
        offer=OfferFactory(city=cast.augsburg),
        starts_on=date(2028, 7, 31),
        ends_on=date(2028, 8, 25),
        accepted=True,
    )
    assert waits_until(cast.mina, 2028, 8, 8, 10) == at(2028, 8, 9, 7)
