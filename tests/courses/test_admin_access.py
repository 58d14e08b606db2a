"""Who may open what in the editor: every address Wagtail has, read and sent to, by ten people.

Barbara of Nürnberg writes a course, Hanna releases it, Dieter of Augsburg was invited to it, Sabine of München is
asked to read one of its lessons. Theo and Anton of Augsburg are the strangers: they must never learn that it exists.
Each request is taken back, so every cell sees the same world.
"""

import re

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver

from courses.editor.doors import ADDRESSES, is_open
from tests.courses.admin_access_table import ALSO_OUTSIDE, CLOSED, EDITORS, GONE, MOVED, OPEN, OUTSIDERS, STRANGERS
from tests.courses.admin_world import SECRET, a_course_nobody_released, keys_of, people_of, sent_to

METHODS = ("get", "post")


def admin_routes(resolver=None, prefix="", path=""):
    """Name (or pattern, where there is no name) and pattern of everything below /cms/."""
    for entry in (resolver or get_resolver()).url_patterns:
        place = path + str(entry.pattern)
        if not path and not place.startswith("cms/"):
            continue
        if isinstance(entry, URLResolver):
            yield from admin_routes(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix, place)
        else:
            yield f"{prefix}{entry.name}" if entry.name else place, place


def address(route, keys):
    """The pattern with the keys of our world in the place of its variables."""
    plain = re.sub(r"[\^$]", "", route.replace(r"\.", ".").replace(".*", "nichts"))
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)", lambda found: str(keys[found[1] or found[2]]), plain)


def addresses(world):
    """Each address, asked about the lesson nobody has released; and the rows "of" something else in the world."""
    routes = dict(reversed(list(admin_routes())))
    found = {name: address(route, keys_of(world, name)) for name, route in routes.items()}
    for row, _method in OPEN:
        name, _of, about = row.partition(" of ")
        if about:
            found[row] = address(routes[name], keys_of(world, name, about=about))
    return found


def answers_of(person, world, rows):
    """What this person gets: the status and the text, each time as if it were the first request."""
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    kept = {name: morsel.value for name, morsel in client.cookies.items()}
    urls = addresses(world)
    return {(name, method): _ask(client, kept, method, urls[name], sent_to(name)) for name, method in rows}


def _ask(client, kept, method, url, sent):
    client.cookies.clear()
    client.cookies.load(kept)
    with transaction.atomic():
        answer = client.post(url, sent) if method == "post" else client.get(url)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    return answer.status_code, body.decode(errors="ignore")


def both(names):
    return [(name, method) for name in names for method in METHODS]


def test_every_address_has_a_row():
    open_to_some = {row.partition(" of ")[0] for row, _method in OPEN}
    assert open_to_some | CLOSED == {name for name, _route in admin_routes()}
    assert open_to_some >= ADDRESSES
    assert not ADDRESSES & CLOSED


@pytest.mark.parametrize("who", EDITORS)
def test_what_those_who_write_courses_may_open(cast, who):
    world = a_course_nobody_released(cast)
    answers = answers_of(people_of(cast)[who], world, OPEN)
    assert {row: code for row, (code, _body) in answers.items()} == column(who)
    if who in STRANGERS:
        assert [row for row, (_code, body) in answers.items() if SECRET in body] == []


def column(who):
    return {row: codes[EDITORS.index(who)] for row, codes in OPEN.items()}


def test_what_is_closed_is_closed_to_the_office_as_well(cast):
    world = a_course_nobody_released(cast)
    answers = answers_of(cast.hanna, world, both(CLOSED))
    assert {row: code for row, (code, _body) in answers.items()} == dict.fromkeys(answers, GONE)


@pytest.mark.parametrize("who", EDITORS)
def test_what_is_closed_is_closed_whoever_asks(cast, rf, who):
    request = rf.get("/")
    request.user = people_of(cast)[who]
    assert [name for name in CLOSED if is_open(request, name, {})] == []


@pytest.mark.parametrize("who", OUTSIDERS)
def test_who_does_not_write_courses_is_led_away_from_all_of_it(cast, who):
    world = a_course_nobody_released(cast)
    answers = answers_of(people_of(cast)[who], world, [*OPEN, *((name, "get") for name in CLOSED)])
    codes = {row: code for row, (code, _body) in answers.items() if code != MOVED}
    assert codes == ({} if who == "nobody" else ALSO_OUTSIDE)
