import pytest
from django.urls import reverse
from django.utils import timezone

from certificates.codes import grouped, new_code
from certificates.services.issuing import supersede
from certificates.services.revocation import confirm_revocation, propose_revocation
from tests.certificates.stories import CONTENT, certify, certify_stay

VALID = "Dieser Nachweis ist echt und gültig."
REPLACED = "Dieser Nachweis wurde durch einen neuen ersetzt."
REVOKED = "Dieser Nachweis gilt nicht mehr."
UNKNOWN = "Diese Kennung kennen wir nicht."


def address(certificate):
    return reverse("certificates:check", args=[certificate.code])


def revoke(cast, certificate):
    proposal = propose_revocation(certificate, reason="data_error", note="Ein Geheimnis", actor=cast.hanna)
    return confirm_revocation(proposal, actor=cast.marlene)


def verdicts(page):
    text = page.content.decode()
    return [verdict for verdict in (VALID, REPLACED, REVOKED, UNKNOWN) if verdict in text]


def test_a_stranger_sees_that_it_is_valid_and_the_initials_only(cast, client):
    page = client.get(address(certify_stay(cast)))
    text = page.content.decode()
    assert (page.status_code, verdicts(page)) == (200, [VALID])
    assert "Anfangsbuchstaben MM" in text
    assert "Mina" not in text
    assert "Musterfrau" not in text
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Cache-Control"] == "no-store"


def test_the_qr_code_leads_here_with_and_without_slash(cast, client, settings):
    certificate = certify(cast)
    assert certificate.check_url == f"{settings.SITE_URL}/v/{certificate.code}"
    for path in (f"/v/{certificate.code}", f"/v/{certificate.code}/", f"/v/{grouped(certificate.code).lower()}"):
        assert verdicts(client.get(path)) == [VALID]


def test_a_replaced_one_names_the_number_of_the_new_one(cast, client):
    old = certify(cast)
    new = supersede(old, actor=cast.hanna, content=CONTENT)
    page = client.get(address(old))
    assert verdicts(page) == [REPLACED]
    assert new.number in page.content.decode()
    assert new.code not in page.content.decode()
    assert verdicts(client.get(address(new))) == [VALID]


def test_a_revoked_one_says_when_and_why_but_not_the_note(cast, client):
    certificate = certify_stay(cast)
    revoke(cast, certificate)
    page = client.get(address(certificate))
    assert verdicts(page) == [REVOKED]
    assert "Fehler in den Daten" in page.content.decode()
    assert "Geheimnis" not in page.content.decode()


@pytest.mark.parametrize("code", ["7KQMWZ2HF9TRC", "x", "%00", "a" * 64, "'; --", "ÄÖÜß", "٣"])
def test_unknown_codes_get_the_same_page_with_404(client, db, code):
    page = client.get(f"/v/{code}")
    assert (page.status_code, verdicts(page)) == (404, [UNKNOWN])


def test_a_proposal_alone_changes_nothing_for_strangers(cast, client):
    certificate = certify_stay(cast)
    propose_revocation(certificate, reason="deception", note="?", actor=cast.hanna)
    assert verdicts(client.get(address(certificate))) == [VALID]


def test_programs_get_the_same_facts_as_json(cast, client):
    first, second = certify_stay(cast), certify(cast, source=("a", 2))
    revoke(cast, first)
    third = supersede(second, actor=None, content=CONTENT)
    nothing = {"superseded_by": None, "revoked_on": None, "revocation_reason": None}
    course = {"kind": "course", "issuer": "Nürnberg", "issued_on": "2026-11-09", "initials": "MM", **nothing}
    today = timezone.localdate().isoformat()

    def answer(path):
        response = client.get(path, headers={"accept": "application/json"})
        return response.status_code, response.json()

    assert answer(address(second)) == (
        200,
        {"status": "superseded", "number": second.number, **course, "superseded_by": third.number},
    )
    assert answer(address(first)) == (
        200,
        {
            "status": "revoked",
            "number": first.number,
            **course,
            "kind": "exchange",
            "revoked_on": today,
            "revocation_reason": "data_error",
        },
    )
    assert answer(f"/v/{new_code()}") == (404, {"status": "unknown", "number": None, **dict.fromkeys(course)})


def test_the_code_from_the_paper_leads_to_the_verdict(cast, client):
    certificate = certify(cast)
    answer = client.get(reverse("certificates:verify"), {"code": f" {grouped(certificate.code).lower()} "})
    assert (answer.status_code, answer.url) == (302, address(certificate))


@pytest.mark.parametrize("typed", ["", "7KQM", "WJ-2026-000001", "x" * 200, "\x00"])
def test_a_typing_error_is_named_at_the_field_and_stays_there(client, db, typed):
    answer = client.get(reverse("certificates:verify"), {"code": typed})
    assert answer.status_code == 400
    assert answer.context["code_form"].errors["code"]


def test_the_form_works_without_a_code(client, db):
    assert client.get(reverse("certificates:verify")).status_code == 200


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("Musterfrau", "Ja, dieser"), (" mina  MUSTERFRAU ", "Ja, dieser"), ("frau", "Nein, auf"), ("Mina", "Nein, auf")],
)
def test_whoever_knows_the_last_name_hears_whether_it_fits(cast, client, typed, answer):
    page = client.post(address(certify(cast)), {"last_name": typed})
    assert (page.status_code, answer in page.content.decode()) == (200, True)


def test_an_empty_name_is_asked_again(cast, client):
    page = client.post(address(certify(cast)), {"last_name": ""})
    assert "Bitte geben Sie den Nachnamen ein" in page.content.decode()


def test_nobody_tries_codes_quickly(cast, client, monkeypatch):
    monkeypatch.setattr("certificates.limits.time.time", lambda: 1_800_000_000.0)
    certificate = certify(cast)
    answers = [client.get(address(certificate)).status_code for _ in range(32)]
    assert answers == [200] * 30 + [429] * 2
    late = client.get(address(certificate))
    assert (late["Retry-After"], "no-store" in late["Cache-Control"]) == ("60", True)
    assert client.get(address(certificate), headers={"accept": "application/json"}).status_code == 429
    assert client.get(address(certificate), REMOTE_ADDR="10.1.2.3").status_code == 200
    spoofed = client.get(address(certificate), headers={"x-forwarded-for": "10.9.9.9"})
    assert spoofed.status_code == 429
    assert client.get(reverse("certificates:verify")).status_code == 200
    monkeypatch.setattr("certificates.limits.time.time", lambda: 1_800_000_060.0)
    assert client.get(address(certificate)).status_code == 200
