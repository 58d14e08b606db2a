"""Before both cities have confirmed, nobody of the host learns who it is; afterwards they do, and it is noted."""

import pytest
from django.urls import reverse

from exchange.models import Application, Placement
from exchange.queries.inbox import inbox
from exchange.queries.placements import placements_for
from exchange.services.placements import confirm_placement
from lms.notifications.models import Notification
from people.models import FileLook
from tests.exchange.stays import a_placement
from tests.factories.exchange import ApplicationFactory

SECRETS = ["Mina", "Musterfrau", "mina.", "Nürnberg", "Blaupause", "Geheimes Motiv", "Geheime Mission"]


@pytest.fixture
def proposed(cast):
    placement = a_placement(cast)
    training = cast.mina.apprenticeship
    Application.objects.update(motivation="Geheimes Motiv", idea="Geheime Mission")
    secrets = [*SECRETS, cast.mina.email, training.birth_date.isoformat(), f"{training.birth_date:%d.%m.%Y}"]
    review = placement.offer
    review.pk, review.round = None, ApplicationFactory(round__status="review").round
    review.seats_taken = 0
    review.save()
    ApplicationFactory(
        round=review.round, apprentice=cast.mina, approved=True, wishes=[review], idea="Geheime Mission",
        motivation="Geheimes Motiv",
    )  # fmt: skip
    return Placement.objects.get(), review, secrets


def pages_of(placement, under_review):
    routes = ["home", "exchange:home", "exchange:inbox", "exchange:placement_list", "exchange:candidate_desk",
              "exchange:offer_desk", "exchange:round_list", "notifications:list", "training:classes"]  # fmt: skip
    return [
        *map(reverse, routes),
        f"{reverse('exchange:placement_list')}?ansicht=plan",
        f"{reverse('exchange:inbox')}?fall=placement-{placement.pk}",
        reverse("exchange:placement", args=[placement.pk]),
        reverse("exchange:placement_absence", args=[placement.pk]),
        reverse("exchange:placement_override", args=[placement.pk, "leave"]),
        reverse("exchange:candidates", args=[under_review.pk]),
        reverse("exchange:offer_review", args=[under_review.pk]),
        reverse("exchange:offer", args=[placement.offer_id]),
        reverse("exchange:round", args=[under_review.round_id]),
    ]


@pytest.mark.parametrize("who", ["marlene", "carla"])
def test_no_page_of_a_host_names_the_applicant_before_both_have_confirmed(client, cast, proposed, who):
    placement, under_review, secrets = proposed
    client.force_login(getattr(cast, who))
    opened = 0
    for url in pages_of(placement, under_review):
        answer = client.get(url)
        opened += answer.status_code == 200
        named = [secret for secret in secrets if secret in answer.text and secret not in _known_anyway(url)]
        assert named == [], url
    assert opened >= 8


def _known_anyway(url):
    """Cities are partners of a round, and of the calendar, whoever applies."""
    return {"Nürnberg"} if "/runden/" in url or "/ausbildung/" in url or url == reverse("exchange:home") else set()


def test_no_message_to_a_host_names_the_applicant(cast, proposed):
    placement, _offer, secrets = proposed
    confirm_placement(placement, actor=cast.hanna)
    told = repr(list(Notification.objects.filter(recipient__in=[cast.marlene, cast.carla]).values()))
    assert not [secret for secret in secrets if secret in told]
    assert "Mina" not in str(placement)


def test_the_name_opens_with_the_last_confirmation_and_the_look_is_noted(client, cast, proposed):
    placement, _offer, _secrets = proposed
    page = reverse("exchange:placement", args=[placement.pk])
    client.force_login(cast.marlene)
    client.get(page)
    assert not FileLook.objects.filter(viewer=cast.marlene).exists()
    assert client.post(reverse("exchange:placement_confirm", args=[placement.pk])).status_code == 302
    assert "Mina" not in client.get(page).text
    placement.refresh_from_db()
    confirm_placement(placement, actor=cast.hanna)
    assert "Mina Musterfrau" in client.get(page).text
    assert FileLook.objects.get(viewer=cast.marlene).subject == cast.mina


def test_without_consent_the_name_stays_closed(cast):
    placement = a_placement(cast, confirmed=True)
    assert placements_for(cast.marlene).get().who == "Mina Musterfrau"
    Application.objects.filter(pk=placement.application_id).update(status="draft", consented_at=None)
    assert "Mina" not in placements_for(cast.marlene).get().who


def test_the_home_side_knows_from_the_start(cast, proposed):
    placement, _offer, _secrets = proposed
    assert placements_for(cast.hanna).get(pk=placement.pk).who == "Mina Musterfrau"
    assert any(task.title == "Mina Musterfrau" for task in inbox(cast.hanna))
