"""The outbox: one row per message, each mail once, none lost."""

from datetime import timedelta

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from lms.core.jobs import discover
from lms.notifications import outbox
from lms.notifications.models import Delivery, Notification
from lms.notifications.outbox import UNDO_MINUTES, failing_count, send_due
from lms.notifications.services import mark_all_read, notify, retract
from tests.notifications.stories import TUESDAY, digest_kind, urgent


class DeadMailServer(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail server today")


@pytest.fixture(autouse=True)
def by_day(time_machine):
    """Tuesday, ten o'clock: no quiet hours."""
    time_machine.move_to(TUESDAY, tick=False)


def subjects(mailbox, person):
    return [mail.subject for mail in mailbox if mail.to == [person.email]]


def test_message_and_outbox_row_come_in_one_transaction(cast):
    with transaction.atomic():
        urgent(cast.mina)
        assert (Notification.objects.count(), Delivery.objects.count()) == (1, 1)
        transaction.set_rollback(True)
    assert (Notification.objects.count(), Delivery.objects.count()) == (0, 0)


def test_an_urgent_mail_goes_out_after_the_commit_and_once(cast, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = urgent(cast.mina)
        assert mailoutbox == []
    assert subjects(mailoutbox, cast.mina) == ["Ihr Nachweis ist da"]
    outbox.send_mail_for.call(message.pk)
    assert (send_due(), len(mailoutbox)) == (0, 1)
    delivery = message.delivery
    delivery.refresh_from_db()
    assert (delivery.due_at, delivery.taken_at, delivery.sent_at) == (None, None, timezone.now())


def test_a_mail_has_plain_text_and_html_with_one_button(cast, mailoutbox):
    urgent(cast.mina)
    assert send_due() == 1
    (mail,) = mailoutbox
    ((html, kind),) = mail.alternatives
    assert (kind, html.count("<a "), html.count("http")) == ("text/html", 1, 1)
    assert '<html lang="de">' in html
    assert mail.body.count("http") == 1
    assert mail.body.split("http")[1].strip() in html
    assert mail.extra_headers["Message-ID"].startswith("<wanderjahr-")


def test_html_shows_a_title_as_it_was_typed(cast, mailoutbox):
    urgent(cast.mina, title="<b>Briefe</b> & Co")
    send_due()
    ((html, _kind),) = mailoutbox[0].alternatives
    assert "&lt;b&gt;Briefe&lt;/b&gt; &amp; Co" in html
    assert "<b>Briefe</b> & Co" in mailoutbox[0].body


def test_what_is_held_is_neither_seen_nor_mailed_and_can_be_taken_back(cast, mailoutbox, client, time_machine):
    first, second = (urgent(cast.mina, hold=UNDO_MINUTES, about=city) for city in (cast.augsburg, cast.munich))
    client.force_login(cast.mina)
    assert "Ihr Nachweis ist da" not in client.get("/nachrichten/").content.decode()
    assert client.post(f"/nachrichten/{first.pk}/").status_code == 404
    mark_all_read(cast.mina)
    assert (Notification.objects.visible_to(cast.mina).count(), send_due(), mailoutbox) == (0, 0, [])

    assert retract(cast.augsburg, "certificates/revoked") == 0
    assert retract(cast.augsburg) == 1
    time_machine.shift(timedelta(minutes=UNDO_MINUTES))
    assert (retract(cast.munich), list(Notification.objects.visible_to(cast.mina))) == (0, [second])
    assert (send_due(), Notification.objects.unread().count(), Delivery.objects.count()) == (1, 1, 1)


def test_a_mail_server_that_is_down_is_asked_again_ever_more_rarely(cast, settings, mailoutbox, time_machine, caplog):
    delivery = urgent(cast.mina).delivery
    settings.EMAIL_BACKEND = f"{__name__}.DeadMailServer"
    waits = []
    for _attempt in range(6):
        assert send_due() == 0
        delivery.refresh_from_db()
        waits.append((delivery.due_at - timezone.now()).total_seconds() / 60)
        time_machine.move_to(TUESDAY, tick=False)
        Delivery.objects.update(due_at=timezone.now())
    assert (waits, failing_count(), mailoutbox) == ([1, 5, 15, 60, 240, 240], 1, [])
    assert "attempt 6, again in 240 min" in caplog.text
    assert cast.mina.email not in caplog.text

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert (send_due(), failing_count(), subjects(mailoutbox, cast.mina)) == (1, 0, ["Ihr Nachweis ist da"])


def test_a_server_that_is_down_is_not_asked_for_everybody(cast, settings, caplog):
    for _number in range(12):
        urgent(cast.mina)
    settings.EMAIL_BACKEND = f"{__name__}.DeadMailServer"
    send_due()
    assert failing_count() == outbox.GIVE_UP_AFTER


def test_what_a_dead_worker_had_taken_is_sent_when_its_lease_is_over(cast, mailoutbox, time_machine):
    message = urgent(cast.mina)
    Delivery.objects.update(taken_at=timezone.now())
    assert (send_due(), mailoutbox) == (0, [])
    time_machine.shift(outbox.LEASE + timedelta(seconds=1))
    assert (send_due(), mailoutbox[0].extra_headers["Message-ID"]) == (1, f"<wanderjahr-{message.pk}@example.org>")


def test_somebody_who_has_left_gets_no_mail_and_the_outbox_is_done(cast, mailoutbox):
    urgent(cast.mina)
    digest_kind(cast.mina)
    cast.mina.is_active = False
    cast.mina.save()
    assert (send_due(), mailoutbox, Delivery.objects.filter(due_at__isnull=False).count()) == (0, [], 0)


def test_one_mail_a_day_with_what_is_unread(cast, mailoutbox, time_machine):
    for _number in range(2):
        digest_kind(cast.hanna)
    read = digest_kind(cast.hanna)
    assert (send_due(), mailoutbox) == (0, [])
    Notification.objects.filter(pk=read.pk).update(read_at=timezone.now())

    time_machine.move_to(TUESDAY + timedelta(hours=22, minutes=1), tick=False)  # Wednesday, after eight
    assert (send_due(), send_due()) == (1, 0)
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == ([cast.hanna.email], "2 neue Nachrichten in Wanderjahr")
    assert mail.body.count("- Eine Bewerbung wartet auf Ihre Entscheidung") == 2
    assert (mail.body.count("http"), mail.alternatives[0][0].count("<a ")) == (1, 1)
    assert "/nachrichten/" in mail.body

    digest_kind(cast.hanna)
    Delivery.objects.filter(due_at__isnull=False).update(in_digest=True, due_at=timezone.now())
    assert (send_due(), len(mailoutbox)) == (0, 1)  # not a second one on this day
    time_machine.shift(timedelta(days=1))
    assert (send_due(), len(mailoutbox)) == (1, 2)


def test_nothing_new_no_mail(cast, mailoutbox, time_machine):
    digest_kind(cast.hanna)
    send_due()
    mark_all_read(cast.hanna)
    time_machine.shift(timedelta(days=2))
    assert (send_due(), mailoutbox, Delivery.objects.filter(due_at__isnull=False).count()) == (0, [], 0)


def test_a_digest_that_was_in_flight_is_sent_again_with_the_same_number(cast, mailoutbox, time_machine):
    message = digest_kind(cast.hanna)
    send_due()
    time_machine.shift(timedelta(days=1))
    Delivery.objects.update(taken_at=timezone.now())
    assert send_due() == 0
    time_machine.shift(outbox.LEASE + timedelta(seconds=1))
    assert send_due() == 1
    assert mailoutbox[0].extra_headers["Message-ID"] == f"<wanderjahr-digest-{message.pk}@example.org>"


def test_what_stays_in_the_product_leaves_nothing_to_do(cast, mailoutbox):
    notify(cast.mina, "training/note_read", url="/x/")
    assert (send_due(), mailoutbox, Delivery.objects.get().due_at) == (0, [], None)


def test_the_sender_comes_every_minute():
    assert {job.name: job.seconds for job in discover()}["lms.notifications.jobs.send_due"] == 60
