from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from learning.models import Duty
from tests.journeys import learning_story as story
from tests.journeys.drivers import BrowserDriver, ClientDriver

pytestmark = pytest.mark.journey


def at_ten(day):
    return datetime.combine(day, time(10), tzinfo=timezone.get_default_timezone())


def tell(walk, cast, travel):
    story.prepare(cast)
    story.enroll_by_list(walk, cast)
    story.grant_extra_time(walk, cast)
    story.learn(walk, cast)
    story.fail_once(walk, cast)
    story.repeat_and_pass(walk, cast)
    story.make_it_mandatory(walk, cast)
    story.take_the_mandatory_test(walk, cast)
    story.mark(walk, cast)
    story.correct_the_question(walk, cast)
    story.hold_the_certificate(walk, cast)
    travel(at_ten(timezone.localdate() + timedelta(days=11 * 30)))
    story.begin_anew(walk, cast)
    travel(at_ten(Duty.objects.get(person=cast.mina, number=2).due_on - timedelta(days=7)))
    story.be_reminded(walk, cast)


def test_a_year_of_learning_over_the_client(cast, client, time_machine):
    tell(ClientDriver(client), cast, time_machine.move_to)


@pytest.mark.browser
def test_a_year_of_learning_in_chromium(transactional_db, cast, phone, page, live_server, time_machine):
    tell(BrowserDriver(phone, page, live_server.url), cast, time_machine.move_to)
