"""Several cases at once: a preview, then each by itself; and forms that come too late."""

import pytest
from django.urls import reverse

from exchange.models import Decision
from exchange.queries.inbox import inbox
from exchange.services.decisions import approve_application, return_application
from exchange.services.placements import confirm_placement, refuse_placement
from lms.core import journal
from tests.exchange.stays import a_placement
from tests.factories.exchange import ApplicationFactory
from tests.factories.people import UserFactory
from tests.factories.training import ApprenticeshipFactory

INBOX = "/austausch/zu-entscheiden/"


@pytest.fixture
def three(cast, spring, online):
    found = []
    for number in range(3):
        person = ApprenticeshipFactory(city=cast.nuremberg, trainer=cast.barbara).person
        found.append(
            ApplicationFactory(
                round=spring, apprentice=person, endorsed=True, endorsed_by=cast.barbara, serial=number + 1,
                wishes=[online],
            )
        )  # fmt: skip
    return found


def sent(client, cast):
    keys = [task.key for task in inbox(cast.hanna)]
    page = client.get(reverse("exchange:several"), {"fall": keys})
    previews = [one for one in page.context["previews"] if one.is_possible]
    return {"fall": keys} | {f"stand-{one.task.key}": one.seen for one in previews}


def test_looking_decides_nothing_and_one_click_decides_all_and_takes_all_back(client, cast, three):
    client.force_login(cast.hanna)
    form = sent(client, cast)
    assert not Decision.objects.exists()
    done = client.post(reverse("exchange:several_decide"), form, follow=True)
    assert len(done.context["rows"]) == 3
    assert {one.__class__.objects.get(pk=one.pk).status for one in three} == {"approved"}
    assert all(journal.entries(one).filter(action="exchange.application.approve").count() == 1 for one in three)
    client.post(reverse("exchange:several_undo", args=[done.context["bulk"]]))
    assert {one.__class__.objects.get(pk=one.pk).status for one in three} == {"endorsed"}


def test_what_somebody_decided_meanwhile_is_told_and_the_rest_goes_on(client, cast, three):
    client.force_login(cast.hanna)
    form = sent(client, cast)
    colleague = UserFactory(hr_in=cast.nuremberg)
    return_application(three[1], actor=colleague, comment="Bitte genauer.")
    answer = client.post(reverse("exchange:several_decide"), form, follow=True)
    assert "inzwischen entschieden" in answer.content.decode()
    assert [one.__class__.objects.get(pk=one.pk).status for one in three] == ["approved", "returned", "approved"]


def test_strangers_decide_nothing_together(client, cast, three):
    client.force_login(cast.hanna)
    form = sent(client, cast)
    for person in (cast.mina, cast.barbara, cast.anton, cast.konrad):
        client.force_login(person)
        client.post(reverse("exchange:several_decide"), form)
    assert not Decision.objects.exists()


def test_a_form_that_comes_too_late_keeps_what_was_typed(client, cast, three):
    seen = three[0].submitted_at.isoformat()
    approve_application(three[0], actor=cast.hanna)
    client.force_login(cast.hanna)
    sends = {"reject-seen": seen, "reject-reason": "exam", "reject-note": "Nach der Prüfung im Mai."}
    answer = client.post(reverse("exchange:application_reject", args=[three[0].pk]), sends)
    assert answer.status_code == 409
    assert "Nach der Prüfung im Mai." in answer.content.decode()


def test_a_refusal_that_comes_too_late_keeps_what_was_typed(client, cast):
    placement = a_placement(cast)
    refuse_placement(placement, actor=cast.marlene, reason="Umbau.")
    client.force_login(cast.hanna)
    answer = client.post(
        reverse("exchange:placement_refuse", args=[placement.pk]), {"refuse-reason": "Prüfung verlegt."}
    )
    assert answer.status_code == 409
    assert "Prüfung verlegt." in answer.content.decode()


def test_a_city_that_confirmed_already_reads_so(client, cast):
    placement = a_placement(cast)
    confirm_placement(placement, actor=cast.hanna)
    client.force_login(cast.hanna)
    assert client.post(reverse("exchange:placement_confirm", args=[placement.pk])).status_code == 409


def test_the_list_has_pages(client, cast, spring, online):
    for number in range(30):
        person = ApprenticeshipFactory(city=cast.nuremberg, trainer=cast.barbara).person
        ApplicationFactory(round=spring, apprentice=person, endorsed=True, serial=number + 1, wishes=[online])
    client.force_login(cast.hanna)
    assert [len(client.get(INBOX, {"page": page}).context["shown"]) for page in (1, 2)] == [25, 5]
