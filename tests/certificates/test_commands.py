import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from certificates.services.issuing import supersede
from tests.certificates.stories import CONTENT, certify


def output(*command):
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def test_the_list_names_number_kind_status_city_and_day(cast):
    supersede(certify(cast), actor=None, content=CONTENT, issued_on=certify(cast).issued_on)
    assert output("list_certificates").splitlines() == [
        "WJ-2026-000001\tcourse\tsuperseded\tNürnberg\t2026-11-09",
        "WJ-2026-000002\tcourse\tissued\tNürnberg\t2026-11-09",
    ]
    assert json.loads(output("list_certificates", "--json"))[1] == {
        "number": "WJ-2026-000002",
        "kind": "course",
        "status": "issued",
        "city": "Nürnberg",
        "issued_on": "2026-11-09",
    }


def test_an_empty_list_is_json_too(db):
    assert json.loads(output("list_certificates", "--json")) == []


def test_the_export_is_the_stored_file_unchanged(cast, tmp_path):
    certificate = certify(cast)
    call_command("export_certificate", certificate.number, "--out", str(tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").read_bytes() == bytes(certificate.document.pdf)


def test_wrong_numbers_and_places_are_named(cast, tmp_path):
    with pytest.raises(CommandError, match="no certificate WJ-1"):
        call_command("export_certificate", "WJ-1", "--out", str(tmp_path / "a.pdf"))
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_certificate", certify(cast).number, "--out", str(tmp_path / "missing" / "a.pdf"))
