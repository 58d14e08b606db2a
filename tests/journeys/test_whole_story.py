import io
from datetime import datetime, time, timedelta

import pikepdf
import pytest
from django.utils import timezone

from lms.core.addresses import absolute
from tests.journeys import story
from tests.journeys.drivers import BrowserDriver, ClientDriver
from tests.pdf import pdftotext

pytestmark = pytest.mark.journey


def at_ten(day):
    return datetime.combine(day, time(10), tzinfo=timezone.get_default_timezone())


def tell(walk, cast, travel):
    today = timezone.localdate()
    story.prepare(cast, today)
    story.learn_and_pass(walk, cast)
    application = story.apply(walk, cast)
    story.release(walk, cast, application)
    story.match(walk, cast)
    placement = story.confirm(walk, cast)
    travel(at_ten(placement.starts_on))
    story.arrive(walk, cast, placement)
    travel(at_ten(placement.starts_on + timedelta(days=4)))
    story.write_a_note(walk, cast, placement)
    travel(at_ten(placement.ends_on))
    certificate, pdf = story.return_home(walk, cast, placement)
    story.check(walk, certificate)
    return certificate, pdf


def qr_target(pdf):
    """What a phone reads from the QR code: the link drawn over it says the same, so that it can be clicked, too."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        links = [str(note.A.URI) for note in document.pages[0].Annots if "/A" in note]
    return links[0]


def test_one_apprentice_through_the_whole_idea_over_the_client(cast, client, time_machine):
    certificate, pdf = tell(ClientDriver(client), cast, time_machine.move_to)

    text = pdftotext(pdf, "-layout")
    assert pdf.startswith(b"%PDF")
    assert certificate.number in text
    assert "Mina Musterfrau" in text


@pytest.mark.browser
def test_one_apprentice_through_the_whole_idea_in_chromium(
    transactional_db, cast, phone, page, live_server, time_machine
):
    certificate, pdf = tell(BrowserDriver(phone, page, live_server.url), cast, time_machine.move_to)

    assert qr_target(pdf) == absolute(f"/v/{certificate.code}")
