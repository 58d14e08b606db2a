from datetime import date

import pytest
from django.db import IntegrityError, transaction

from certificates.models import Certificate, Document, NumberSeries
from certificates.queries import certificates_for
from certificates.services.documents import draw_missing, ensure_pdf
from certificates.services.issuing import supersede
from certificates.services.revocation import confirm_revocation, propose_revocation
from lms.core import journal
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from tests.certificates.stories import CONTENT, RECORD, certify, certify_stay


def test_a_certificate_has_a_number_a_code_and_a_pdf(cast):
    certificate = certify(cast)

    assert certificate.number == "WJ-2026-000001"
    assert certificate.recipient_name == "Mina Musterfrau"
    assert certificate.initials == "MM"
    assert certificate.says == CONTENT
    assert certificate.check_url.endswith(f"/v/{certificate.code}")
    assert bytes(certificate.document.pdf).startswith(b"%PDF-1.7")


def test_numbers_follow_each_other_and_start_anew_each_year(cast):
    days = ["2026-11-09", "2026-11-10", "2027-01-04"]
    certificates = [certify(cast, source=("a", i), issued_on=date.fromisoformat(day)) for i, day in enumerate(days)]
    assert [one.number for one in certificates] == ["WJ-2026-000001", "WJ-2026-000002", "WJ-2027-000001"]


def test_issuing_twice_for_the_same_reason_gives_the_same_certificate(cast):
    assert certify(cast) == certify(cast, title="Ein anderer Titel")
    assert NumberSeries.objects.get().last == 1
    assert Notification.objects.count() == 1


def test_a_failed_step_afterwards_leaves_neither_certificate_nor_gap(cast):
    with transaction.atomic():
        certify(cast)
        transaction.set_rollback(True)  # as when the caller cannot finish
    assert Certificate.objects.count() == Document.objects.count() == 0
    assert certify(cast).number == "WJ-2026-000001"


def test_the_name_stays_as_it_was_printed(cast):
    certificate = certify(cast)
    cast.mina.last_name = "Umbenannt"
    cast.mina.save()
    assert Certificate.objects.get(pk=certificate.pk).recipient_name == "Mina Musterfrau"


def test_a_source_has_one_valid_certificate(cast):
    certificate = certify(cast)
    twin = Certificate.objects.get(pk=certificate.pk)
    twin.pk, twin.number, twin.serial, twin.code = None, "WJ-2026-000002", 2, "X"
    with pytest.raises(IntegrityError, match=r"certificate_one_standing_per_source|UNIQUE"):
        twin.save(force_insert=True)


def test_the_recipient_hears_of_it_and_the_journal_keeps_it(
    cast, mail_at_once, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        certificate = certify_stay(cast)
        assert mailoutbox == []

    assert [(mail.to, mail.subject) for mail in mailoutbox] == [([cast.mina.email], "Ihr Nachweis ist da")]
    assert [(entry.action, entry.user) for entry in journal.entries(certificate)] == [
        ("certificates.issue", cast.hanna)
    ]


def test_a_correction_has_a_new_number_and_the_old_one_names_it(
    cast, mail_at_once, mailoutbox, django_capture_on_commit_callbacks
):
    old = certify_stay(cast)
    with django_capture_on_commit_callbacks(execute=True):
        new = supersede(old, actor=cast.hanna, content=RECORD, recipient_name="Mina Muster-Frau")

    old.refresh_from_db()
    assert (old.status, old.superseded_by) == ("superseded", new)
    assert (new.status, new.number, new.recipient_name) == ("issued", "WJ-2026-000002", "Mina Muster-Frau")
    assert (new.partner_city, new.title) == (cast.munich, old.title)
    assert certificates_for("exchange.placement", [1]) == {1: new}
    assert [mail.subject for mail in mailoutbox] == ["Ihr Nachweis wurde ersetzt"]


def test_what_is_replaced_cannot_be_replaced_again(cast):
    old = certify(cast)
    stale = Certificate.objects.get(pk=old.pk)
    supersede(old, actor=cast.hanna, content=CONTENT)
    with pytest.raises(StepNotAllowed):
        supersede(stale, actor=cast.hanna, content=CONTENT)
    assert Certificate.objects.count() == NumberSeries.objects.get().last == 2


def test_a_new_certificate_after_a_revocation_stands_in_for_the_revoked_one(cast):
    revoked = certify_stay(cast)
    proposal = propose_revocation(revoked, reason="data_error", note="Zeitraum", actor=cast.hanna)
    confirm_revocation(proposal, actor=cast.marlene)

    new = certify_stay(cast)

    revoked.refresh_from_db()
    assert (revoked.status, revoked.superseded_by, new.status) == ("revoked", new, "issued")


def test_valid_certificates_of_many_sources_are_found_at_once(cast, django_assert_num_queries):
    first, second = certify(cast, source=("a", 1)), certify(cast, source=("a", 2))
    with django_assert_num_queries(1):
        assert certificates_for("a", [1, 2, 3]) == {1: first, 2: second}


def test_a_missing_pdf_is_drawn_once_and_then_kept(cast):
    certificate = certify(cast)
    before = certificate.document
    Document.objects.all().delete()

    assert draw_missing() == 1
    after = ensure_pdf(Certificate.objects.get())

    assert bytes(after.pdf) == bytes(before.pdf)
    assert (draw_missing(), after.sha256) == (0, before.sha256)
