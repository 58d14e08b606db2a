import pytest

from exchange.models import Application
from tests.journeys import matching_story as story
from tests.journeys.drivers import BrowserDriver, ClientDriver

pytestmark = pytest.mark.journey


def tell(walk, cast, folder, capsys):
    story.prepare(cast)
    story.compare(walk, cast)
    story.adopt(walk, cast)
    story.refuse(walk, cast)
    story.give_by_hand(walk, cast)
    story.adopt(walk, cast)
    story.publish(walk, cast)
    story.read_why(walk, cast)
    story.check_as_a_stranger(walk, cast, folder, capsys)
    assert set(Application.objects.values_list("status", flat=True)) == {"offered"}


def test_places_are_assigned_and_checked_over_the_client(cast, client, tmp_path, capsys):
    tell(ClientDriver(client), cast, tmp_path, capsys)


@pytest.mark.browser
def test_places_are_assigned_and_checked_in_chromium(
    transactional_db, cast, phone, page, live_server, tmp_path, capsys
):
    tell(BrowserDriver(phone, page, live_server.url), cast, tmp_path, capsys)
