import pytest

from tests.journeys import authoring_story as story
from tests.journeys.drivers import BrowserDriver, ClientDriver

pytestmark = pytest.mark.journey


def tell(walk, cast):
    story.prepare(cast)
    course = story.begin(walk, cast)
    story.write(walk, course)
    story.hand_in(walk, course, cast.barbara)
    story.send_back(walk, cast, course)
    story.put_right(walk, cast, course)
    story.recommend(walk, course, cast.dieter)
    story.release(walk, course, cast.hanna)
    story.learn_the_first(walk, cast, course)
    copy = story.adapt(walk, cast, course)
    story.change_the_original(walk, cast, course)
    story.take_over_one(walk, cast, copy)
    story.keep_learning(walk, cast, course)
    story.add_for_munich(walk, cast, course)
    story.see_what_is_added(walk, cast, course)


def test_three_cities_write_a_course_together_over_the_client(cast, client):
    tell(ClientDriver(client), cast)


@pytest.mark.browser
def test_three_cities_write_a_course_together_in_chromium(transactional_db, cast, phone, page, live_server, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = (
        0  # they press the button; Wagtail keeps a comment twice that both save at once
    )
    tell(BrowserDriver(phone, page, live_server.url), cast)
