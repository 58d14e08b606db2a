import pytest
from django.utils import timezone

from exchange.models import Application, Placement
from tests.journeys import three_offices_story as story
from tests.journeys.drivers import BrowserDriver, ClientDriver

pytestmark = pytest.mark.journey


def tell(walk, cast):
    story.prepare(cast, timezone.localdate())
    story.agree(walk, cast)
    story.apply(walk, cast)
    story.stand_in(walk, cast)
    story.return_once(walk, cast)
    story.decide(walk, cast)
    story.match(walk, cast)
    return story.clear(walk, cast)


def holds(left):
    states = Application.objects.values_list("apprentice__first_name", "status")
    assert dict(states) == {
        **dict.fromkeys(["Mina", "Lena", "Jonas", "Zoe"], "accepted"), "Emil": "rejected", "Nora": "withdrawn",
    }  # fmt: skip
    assert Placement.objects.get(application=left).offer.title == story.FREE


def test_a_round_of_three_offices_over_the_client(cast, client):
    holds(tell(ClientDriver(client), cast))


@pytest.mark.browser
def test_a_round_of_three_offices_in_chromium(transactional_db, cast, phone, page, live_server):
    holds(tell(BrowserDriver(phone, page, live_server.url), cast))
