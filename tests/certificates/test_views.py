from datetime import date

import pytest
from django.urls import reverse

from certificates.models import Certificate, Revocation
from certificates.services.revocation import propose_revocation
from tests.certificates.stories import certify, certify_stay

WHO_SEES = {"mina": 200, "hanna": 200, "marlene": 200, "anton": 404, "barbara": 404, "zoe": 404, "konrad": 404}


def test_the_recipient_and_the_offices_of_both_cities_see_it_and_nobody_else(cast, client):
    certificate = certify_stay(cast)
    found = {}
    for name in WHO_SEES:
        client.force_login(getattr(cast, name))
        page, pdf = (
            client.get(reverse(f"certificates:{view}", args=[certificate.pk])) for view in ("detail", "download")
        )
        assert page.status_code == pdf.status_code
        found[name] = page.status_code
    assert found == WHO_SEES


def test_strangers_are_asked_to_sign_in(cast, client):
    certificate = certify(cast)
    answer = client.get(reverse("certificates:download", args=[certificate.pk]))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


def test_the_download_is_the_stored_file(cast, client):
    certificate = certify(cast)
    client.force_login(cast.mina)
    answer = client.get(reverse("certificates:download", args=[certificate.pk]))
    assert answer.content == bytes(certificate.document.pdf)
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]


def test_an_apprentice_without_certificates_reads_how_to_get_one(cast, client):
    client.force_login(cast.mina)
    assert "Noch keine Nachweise" in client.get(reverse("certificates:list")).content.decode()


def test_the_training_office_finds_by_number_name_and_title(cast, client):
    certify(cast, source=("a", 1))
    certify(cast, cast.kilian, source=("a", 2), title="Verständlich schreiben")
    certify(cast, cast.zoe, source=("a", 3), city=cast.munich, title="Nicht zu sehen")
    client.force_login(cast.hanna)

    def found(search):
        page = client.get(reverse("certificates:list"), {"q": search}).context["page"]
        return [certificate.number for certificate in page]

    assert found("") == ["WJ-2026-000002", "WJ-2026-000001"]
    assert found("000001") == ["WJ-2026-000001"]
    assert found("beispiel kilian") == ["WJ-2026-000002"]
    assert found("schreiben") == ["WJ-2026-000002"]
    assert found("Nicht zu sehen") == []
    assert found("\x00%_'") == []


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_for_any_number(cast, client, count, django_assert_num_queries):
    for number in range(count):
        certify_stay(cast) if number == 0 else certify(cast, source=("a", number), issued_on=date(2026, 11, 9))
    client.force_login(cast.mina)
    client.get(reverse("certificates:list"))
    with django_assert_num_queries(7):
        page = client.get(reverse("certificates:list"))
    assert page.content.count(b'<th scope="row">') == count


def test_the_page_says_what_the_paper_says(cast, client):
    certificate = certify_stay(cast)
    client.force_login(cast.mina)
    text = client.get(certificate.get_absolute_url()).content.decode()
    for part in ("Mina Musterfrau", "Sechs Wochen im Bürgerbüro", "Verständlich schreiben", "Hat gern mitgearbeitet."):
        assert part in text
    assert "Widerruf" not in text


def test_revoking_over_the_pages_takes_two_people(cast, client):
    certificate = certify_stay(cast)
    client.force_login(cast.hanna)
    proposed = client.post(
        reverse("certificates:revoke", args=[certificate.pk]),
        {"reason": "data_error", "note": "Der Zeitraum ist falsch."},
    )
    assert (proposed.status_code, proposed.url) == (302, certificate.get_absolute_url())
    alone = client.post(reverse("certificates:confirm_revocation", args=[certificate.pk]))
    assert alone.status_code == 403

    client.force_login(cast.marlene)
    assert "Der Zeitraum ist falsch." in client.get(certificate.get_absolute_url()).content.decode()
    client.post(reverse("certificates:confirm_revocation", args=[certificate.pk]))
    assert Certificate.objects.get().status == "revoked"

    client.force_login(cast.mina)
    text = client.get(certificate.get_absolute_url()).content.decode()
    assert "Dieser Nachweis ist widerrufen" in text
    assert "Der Zeitraum ist falsch." not in text


def test_the_second_person_may_drop_the_proposal(cast, client):
    certificate = certify_stay(cast)
    propose_revocation(certificate, reason="deception", note="?", actor=cast.hanna)
    client.force_login(cast.marlene)
    client.post(reverse("certificates:withdraw_revocation", args=[certificate.pk]))
    assert (Revocation.objects.count(), Certificate.objects.get().status) == (0, "issued")
    assert client.post(reverse("certificates:withdraw_revocation", args=[certificate.pk])).status_code == 404


@pytest.mark.parametrize("data", [{}, {"reason": "nonsense", "note": "x"}, {"reason": "data_error", "note": "  "}])
def test_a_revocation_without_reason_or_explanation_is_asked_again(cast, client, data):
    certificate = certify(cast)
    client.force_login(cast.hanna)
    answer = client.post(reverse("certificates:revoke", args=[certificate.pk]), data)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not Revocation.objects.exists()


def test_the_recipient_cannot_revoke(cast, client):
    certificate = certify(cast)
    client.force_login(cast.mina)
    for method, view in (("get", "revoke"), ("post", "revoke")):
        assert getattr(client, method)(reverse(f"certificates:{view}", args=[certificate.pk])).status_code == 403
