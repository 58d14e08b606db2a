"""Who may open what: every address, read and sent to, by eight people who stand in different relations to Mina's case.

Mina (Nürnberg) is trained by Barbara, stays with Carla in München; Hanna and Marlene are the two training offices,
Konrad coordinates. Kilian of Augsburg is the stranger: he must never learn that any of it exists.
Each request is taken back, so every cell sees the same world.
"""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.access_table import ACCESS, PEOPLE
from tests.world import one_of_everything, propose_revocation

NOT_OURS = {"cms/", "_util/"}


def our_route_names(resolver=None, prefix="", path=""):
    for entry in (resolver or get_resolver()).url_patterns:
        place = path + str(entry.pattern)
        if any(place.startswith(start) for start in NOT_OURS):
            continue
        if isinstance(entry, URLResolver):
            yield from our_route_names(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix, place)
        else:
            yield f"{prefix}{entry.name}"


def addresses(world):
    """The address of each row: which of the things in the world it is asked about."""
    stay, station = world.placement.pk, world.station.pk
    own = {
        "account_reset_password_from_key": {"uidb36": "1", "key": "a-b"},
        "notifications:open": [world.notification.pk],
        "people:switch_role": [],
        "courses:enroll": [world.course.pk],
        "courses:withdraw": [world.enrollment.pk],
        "courses:complete": [world.enrollment.pk],
        "courses:lesson_done": [world.lesson.pk],
        "courses:attempt_start": [world.test.pk],
        "courses:attempt": [world.attempt.pk],
        "courses:result": [world.attempt.pk],
        "exchange:agreement_edit": [world.draft_agreement.pk],
        "exchange:agreement_assent": [world.draft_agreement.pk],
        "exchange:agreement_end": [world.agreement.pk],
        "exchange:agreement": [world.agreement.pk],
        "exchange:application_start": [world.round.pk],
        "exchange:application_endorse": [world.submitted.pk],
        "exchange:application_return": [world.submitted.pk],
        "exchange:application_approve": [world.endorsed.pk],
        "exchange:application_reject": [world.endorsed.pk],
        "exchange:application_receipt": [world.submitted.pk],
        "exchange:round_step": [world.round.pk, "bewerbungen-schliessen"],
        "exchange:round_matching": [world.matching_round.pk],
        "exchange:match_start": [world.matching_round.pk],
        "exchange:round_publish": [world.proposed.round.pk],
        "exchange:round_rematch": [world.proposed.round.pk],
        "exchange:offer_review": [world.submitted_offer.pk],
        "exchange:offer_edit": [world.draft_offer.pk],
        "exchange:offer_step": [world.draft_offer.pk, "einreichen"],
        "exchange:placement_confirm": [world.proposed.pk],
        "exchange:placement_refuse": [world.proposed.pk],
        "exchange:placement_accept": [world.offered.pk],
        "exchange:placement_decline": [world.offered.pk],
        "exchange:station_add": [stay],
        "exchange:station_change": [stay, station],
        "exchange:station_remove": [stay, station],
        "exchange:station_check_in": [stay, station],
        "training:station": [station],
        "training:station_check_in": [station],
        "training:station_complete": [station],
        "training:note_write": [station, world.note.week_starts_on.isoformat()],
        "training:note": [world.note.pk],
        "certificates:check": [world.certificate.code],
        "media_file": ["images/none.png"],
        "wagtaildocs_serve": [1, "x.txt"],
        "wagtaildocs_authenticate_with_password": [1],
        "wagtail_serve": ["kurse/nuernberg/datenschutz-im-amt/"],
        "demo:become": [world.application.apprentice_id],
    }
    by_word = {
        "exchange:application": world.application.pk,
        "exchange:placement": stay,
        "exchange:match_": world.run.pk,
        "exchange:round": world.round.pk,
        "exchange:offer": world.offer.pk,
        "exchange:wish_": world.offer.pk,
        "certificates:": world.certificate.pk,
    }
    found = {}
    for name in {name for name, _method in ACCESS}:
        found[name] = _address(name, own, by_word)
    return found


def _address(name, own, by_word):
    if name in own:
        given = own[name]
        return reverse(name, kwargs=given) if isinstance(given, dict) else reverse(name, args=given)
    try:
        return reverse(name)
    except Exception:
        key = next(pk for word, pk in by_word.items() if name.startswith(word))
        return reverse(name, args=[key])


def forms(world):
    """What is sent along where an empty form would be refused before the rights are asked."""
    submitted, endorsed = world.submitted.submitted_at.isoformat(), world.endorsed.submitted_at.isoformat()
    return {
        "exchange:application_endorse": {"endorse-seen": submitted},
        "exchange:application_return": {"return-seen": submitted, "return-comment": "Bitte genauer."},
        "exchange:application_approve": {"approve-seen": endorsed, "approve-note": "Trotzdem."},
        "exchange:application_reject": {
            "reject-seen": endorsed,
            "reject-reason": "exam",
            "reject-note": "Nach der Prüfung.",
        },
        "exchange:agreement_assent": {"city": "nuernberg", "content_hash": world.draft_agreement.content_hash},
        "exchange:placement_refuse": {"refuse-reason": "Kein Arbeitsplatz frei."},
        "exchange:placement_end": {"end-reason": "Krankheit."},
        "exchange:application_wishes": {"platz": world.offer.pk, "schritt": "up"},
        "certificates:revoke": {"reason": "data_error", "note": "Falsches Datum."},
    }


def answers_of(person, world):
    """The status codes one person gets, in the order of the table."""
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    urls, sent = addresses(world), forms(world)
    return {(name, method): _ask(client, method, urls[name], sent.get(name, {})) for name, method in ACCESS}


def _ask(client, method, url, sent):
    session = client.cookies.get("sessionid")
    kept = session.value if session else None
    with transaction.atomic():
        answer = client.post(url, sent) if method == "post" else client.get(url)
        if answer.streaming:
            answer.close()
        transaction.set_rollback(True)
    if kept:
        client.cookies["sessionid"] = kept
    return answer.status_code


def test_every_address_has_a_row():
    assert {name for name, _method in ACCESS} == set(our_route_names()) - {"None"}


@pytest.mark.parametrize("who", PEOPLE)
def test_what_each_person_may_open(cast, who):
    world = one_of_everything(cast)
    propose_revocation(world, cast)
    place = PEOPLE.index(who)
    expected = {row: codes[place] for row, codes in ACCESS.items()}
    assert answers_of(getattr(cast, who, None), world) == expected
