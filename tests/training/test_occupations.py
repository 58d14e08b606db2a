"""What is said of an occupation is to be confirmed by a training office, and again after each change."""

import pytest

from lms.core import journal
from people.models import Occupation
from training.conflicts.regimes import REGIMES
from training.services.occupations import state_of


@pytest.fixture
def vfa(cast):
    return Occupation.objects.get(short="VFA-K")


@pytest.fixture
def hanna(client, cast):
    client.force_login(cast.hanna)
    return client


def page(occupation, step=""):
    return f"/ausbildung/berufe/{occupation.pk}/{step}"


def changes(occupation, **more):
    return {"regime": "bbig", "years": "3", "competent_body": "BVS", "curriculum": "", "school_form": "courses",
            "seen": state_of(occupation), **more}  # fmt: skip


def test_hanna_fills_in_and_confirms_and_everybody_reads_by_whom(client, cast, vfa):
    client.force_login(cast.hanna)
    client.post(page(vfa, "aendern/"), changes(vfa))
    vfa.refresh_from_db()
    assert (vfa.competent_body, vfa.is_confirmed) == ("BVS", False)
    client.post(page(vfa, "bestaetigen/"), {"seen": state_of(vfa)})
    assert [entry.action for entry in journal.entries(vfa)] == [
        "training.occupation.change",
        "training.occupation.confirm",
    ]
    client.force_login(cast.mina)
    assert "Hanna Hypothese" in client.get(page(vfa)).content.decode()
    assert client.post(page(vfa, "bestaetigen/"), {"seen": state_of(vfa)}).status_code == 403


def test_a_change_takes_the_confirmation_away(hanna, vfa):
    Occupation.objects.filter(pk=vfa.pk).update(is_confirmed=True)
    vfa.refresh_from_db()
    hanna.post(page(vfa, "aendern/"), changes(vfa, years="2"))
    vfa.refresh_from_db()
    assert (vfa.years, vfa.is_confirmed) == (2, False)


def test_nobody_confirms_what_has_changed_unseen(hanna, vfa):
    hanna.post(page(vfa, "bestaetigen/"), {"seen": "what stood there before"})
    late = hanna.post(page(vfa, "aendern/"), changes(vfa, seen="what stood there before"))
    vfa.refresh_from_db()
    assert not vfa.is_confirmed
    assert not vfa.competent_body
    assert late.context["form"]["seen"].value() == state_of(vfa)


@pytest.mark.parametrize("years", ["0", "6", "drei"])
def test_years_are_one_to_five(hanna, vfa, years):
    assert "years" in hanna.post(page(vfa, "aendern/"), changes(vfa, years=years)).context["form"].errors


def test_the_page_of_laws_says_what_differs(hanna):
    shown = hanna.get("/ausbildung/berufe/rechtsgrundlagen/").content.decode()
    assert "P1, P2, P3, P4" in shown
    assert "day_before_exam" in [rule.code for rule in REGIMES["beamte_qe3"].left_out]
    assert REGIMES["bbig"].left_out == ()
