"""Messages as the tests need them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from lms.notifications.services import notify

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = datetime(2027, 3, 2, 10, tzinfo=BERLIN)


def urgent(person, title="Briefe", **more):
    return notify(person, "certificates/issued", url="/nachweise/1/", number="WJ-2027-000001", title=title, **more)


def digest_kind(person):
    facts = {"number": "2027-F-0001", "round": "Frühjahr"}
    return notify(person, "exchange/application_to_decide", url="/austausch/bewerbung/1/", **facts)


def offered(person, until):
    facts = {"number": "2027-F-0001", "offer": "Online-Dienste", "city": "München", "until": until}
    return notify(person, "exchange/placement_offered", url="/x/", starts="2027-05-03", ends="2027-05-28", **facts)
