from itertools import product

import pytest
from django.db import IntegrityError

from certificates.models import Revocation
from certificates.queries import revocations_to_confirm
from certificates.services.revocation import confirm_revocation, propose_revocation, withdraw_proposal
from certificates.states import CERTIFICATE, CertificateStatus
from lms.core import journal
from lms.core.errors import NotAllowed, TooLate
from lms.core.lifecycle import StepNotAllowed
from tests.certificates.stories import certify, certify_stay
from tests.factories.people import UserFactory


def propose(certificate, actor):
    return propose_revocation(certificate, reason="data_error", note="Der Zeitraum ist falsch.", actor=actor)


def test_two_people_of_the_cities_concerned_revoke(cast):
    certificate = certify_stay(cast)
    revocation = propose(certificate, cast.hanna)
    assert certificate.status == "issued"

    confirm_revocation(revocation, actor=cast.marlene)

    certificate.refresh_from_db()
    assert certificate.status == "revoked"
    assert [entry.action for entry in journal.entries(certificate)] == [
        "certificates.issue",
        "certificates.propose_revocation",
        "certificates.confirm_revocation",
    ]


def test_nobody_revokes_alone(cast):
    revocation = propose(certify_stay(cast), cast.hanna)
    with pytest.raises(NotAllowed):
        confirm_revocation(revocation, actor=cast.hanna)
    revocation.confirmed_by = cast.hanna
    revocation.confirmed_at = revocation.proposed_at
    with pytest.raises(IntegrityError, match="revocation_by_two_people"):
        revocation.save()


@pytest.mark.parametrize("name", ["mina", "barbara", "anton", "carla", "konrad"])
def test_only_the_training_offices_concerned_decide(cast, name):
    certificate = certify_stay(cast)
    with pytest.raises(NotAllowed):
        propose(certificate, getattr(cast, name))
    revocation = propose(certificate, cast.hanna)
    with pytest.raises(NotAllowed):
        confirm_revocation(revocation, actor=getattr(cast, name))
    with pytest.raises(NotAllowed):
        withdraw_proposal(revocation, actor=getattr(cast, name))


def test_nobody_decides_about_an_own_certificate(cast):
    certificate = certify(cast, cast.hanna)
    with pytest.raises(NotAllowed):
        propose(certificate, cast.hanna)
    revocation = propose(certificate, UserFactory(hr_in=cast.nuremberg))
    with pytest.raises(NotAllowed):
        confirm_revocation(revocation, actor=cast.hanna)


def test_a_withdrawn_proposal_leaves_the_certificate_valid_and_may_come_again(cast):
    certificate = certify_stay(cast)
    withdraw_proposal(propose(certificate, cast.hanna), actor=cast.hanna)
    assert not Revocation.objects.exists()
    assert propose(certificate, cast.marlene).certificate.status == "issued"


def test_one_proposal_at_a_time(cast):
    certificate = certify_stay(cast)
    propose(certificate, cast.hanna)
    with pytest.raises(StepNotAllowed):
        propose(certificate, cast.marlene)


def test_of_confirming_and_withdrawing_at_once_the_first_counts(cast):
    revocation = propose(certify_stay(cast), cast.hanna)
    stale = Revocation.objects.get()
    confirm_revocation(revocation, actor=cast.marlene)
    with pytest.raises(TooLate):
        withdraw_proposal(stale, actor=cast.hanna)
    with pytest.raises(TooLate):
        confirm_revocation(stale, actor=UserFactory(hr_in=cast.munich))
    assert Revocation.objects.get().certificate.status == "revoked"


def test_the_second_person_finds_it_in_the_inbox(cast):
    colleague = UserFactory(hr_in=cast.nuremberg)
    revocation = propose(certify_stay(cast), cast.hanna)
    people = [cast.hanna, colleague, cast.marlene, cast.anton, cast.mina]
    assert [list(revocations_to_confirm(person)) for person in people] == [[], [revocation], [revocation], [], []]
    confirm_revocation(revocation, actor=colleague)
    assert list(revocations_to_confirm(cast.marlene)) == []


def test_who_hears_of_it(cast, mail_at_once, mailoutbox, django_capture_on_commit_callbacks):
    certificate = certify_stay(cast)
    with django_capture_on_commit_callbacks(execute=True):
        revocation = propose(certificate, cast.hanna)
    assert [(m.to, m.subject) for m in mailoutbox] == [
        ([cast.marlene.email], "Ein Widerruf braucht eine zweite Person")
    ]
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        confirm_revocation(revocation, actor=cast.marlene)
    assert [(m.to, m.subject) for m in mailoutbox] == [([cast.mina.email], "Ihr Nachweis wurde widerrufen")]


@pytest.mark.parametrize(("status", "name"), list(product(CertificateStatus.values, CERTIFICATE.steps)))
def test_only_the_steps_in_the_table_are_possible(cast, status, name):
    certificate, other = certify(cast, source=("a", 1)), certify(cast, source=("a", 2))
    successor = {"superseded_by": other} if "superseded" in (status, CERTIFICATE.steps[name].target) else {}
    type(certificate).objects.filter(pk=certificate.pk).update(
        status=status, **(successor if status != "issued" else {})
    )
    certificate.refresh_from_db()
    if name in CERTIFICATE.open_steps(status):
        CERTIFICATE.advance(certificate, name, **successor)
        assert certificate.status == CERTIFICATE.steps[name].target
    else:
        with pytest.raises(StepNotAllowed):
            CERTIFICATE.advance(certificate, name)
