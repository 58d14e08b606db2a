"""Who may open what: every address, read and sent to, by eight people who stand in different relations to Mina's case.

Mina (Nürnberg) is trained by Barbara, stays with Carla in München; Hanna and Marlene are the two training offices,
Konrad coordinates. Kilian of Augsburg is the stranger: he must never learn that any of it exists.
Each request is taken back, so every cell sees the same world.
"""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from exchange.pseudonyms import pseudonym
from tests.access_table import ACCESS, OK, PEOPLE
from tests.world import one_of_everything, propose_revocation

NOT_OURS = {"cms/", "_util/"}


def _candidate(world):
    """The place under review Mina wishes for, and her code there."""
    wish = world.endorsed.wishes.get()
    return wish.offer_id, pseudonym(world.endorsed.round_id, world.endorsed.pk, wish.offer_id)


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
        "people:substitution_end": [world.substitution.pk],
        "courses:enroll": [world.course.pk],
        "courses:withdraw": [world.enrollment.pk],
        "courses:complete": [world.enrollment.pk],
        "courses:lesson_done": [world.lesson.pk],
        "courses:attempt_start": [world.test.pk],
        "courses:attempt": [world.attempt.pk],
        "courses:extra_time_change": [world.extra_time.pk],
        "courses:extra_time_end": [world.extra_time.pk],
        "courses:attempt_save": [world.attempt.pk],
        "courses:attempt_review": [world.attempt.pk],
        "courses:answer_file": [world.attempt.pk, world.attempt.questions[0]["key"]],
        "courses:result": [world.attempt.pk],
        "courses:preview": [world.lesson.pk],
        "courses:run": [world.course_run.pk],
        "courses:run_change": [world.course_run.pk],
        "courses:run_cancel": [world.course_run.pk],
        "courses:run_calendar": [world.course_run.pk],
        "courses:session_calendar": [world.session.pk],
        "courses:seat_decide": [world.course_run.pk, world.seat_request.pk],
        "courses:session_create": [world.course_run.pk],
        "courses:session_change": [world.course_run.pk, world.session.pk],
        "courses:session_remove": [world.course_run.pk, world.session.pk],
        "courses:attendance": [world.course_run.pk, world.session.pk],
        "learning:enroll_one": [world.course_run.course_id],
        "learning:enroll_cohort": [world.course_run.course_id],
        "learning:enroll_list": [world.course_run.course_id],
        "courses:workbench": [world.course.pk],
        "courses:part_add": [world.course.pk],
        "courses:part_rename": [world.course.pk, world.lesson.pk],
        "courses:part_move": [world.course.pk, world.lesson.pk],
        "courses:part_remove": [world.course.pk, world.lesson.pk],
        "courses:co_author_invite": [world.course.pk],
        "courses:co_author_end": [world.course.pk, world.co_author.pk],
        "courses:review": [world.course.pk],
        "courses:translation_start": [world.course.pk],
        "courses:translation_news": [world.english.pk],
        "courses:own_way": [world.english.pk],
        "courses:translate": [world.english.pk, world.english.pk],
        "courses:renew": [world.course.pk],
        "courses:rule": [world.course.pk],
        "courses:prerequisite_add": [world.course.pk],
        "courses:prerequisite_remove": [world.course.pk, world.version.pk],
        "courses:course_progress": [world.course.pk],
        "courses:confirmation": [world.course.pk, world.enrollment.pk],
        "courses:course_close": [world.course.pk],
        "courses:course_reopen": [world.course.pk],
        "courses:original": [world.version.pk],
        "courses:adapt": [world.course.pk],
        "courses:annex_start": [world.course.pk],
        "courses:annex_submit": [world.addition.pk],
        "courses:annex_remove": [world.addition.pk],
        "courses:work_hand_in": [world.work.assignment_id],
        "courses:submission_file": [world.work.pk],
        "courses:marking_test": [world.to_mark.test_id],
        "courses:marking_answer": [world.to_mark.pk, "why"],
        "courses:marking_file": [world.to_mark.pk, "file"],
        "courses:marking_assignment": [world.work.assignment_id],
        "courses:marking_submission": [world.work.pk],
        "courses:analysis": [world.to_mark.test_id],
        "courses:regrading": [world.to_mark.enrollment.course_id],
        "questions:new": ["single"],
        "questions:category": [world.question.category_id],
        "questions:category_share": [world.question.category_id],
        "questions:question": [world.question.pk],
        "questions:edit": [world.question.pk],
        "questions:preview": [world.question.pk],
        "questions:step": [world.question.pk],
        "questions:copy": [world.question.pk],
        "learning:step_add": [world.path.pk],
        "learning:path_remove": [world.above.pk],
        "learning:step_move": [world.path.pk, world.step.pk],
        "learning:step_remove": [world.path.pk, world.step.pk],
        "courses:note": [world.lesson.pk],
        "courses:bookmark": [world.lesson.pk],
        "courses:lesson_questions": [world.lesson.pk],
        "courses:question": [world.asked.pk],
        "courses:question_remove": [world.asked.pk],
        "courses:answer_remove": [world.answered.pk],
        "courses:note_remove": [world.kept_note.pk],
        "learning:card": [world.due.pk],
        "learning:card_put_away": [world.due.pk],
        "exchange:agreement_edit": [world.draft_agreement.pk],
        "exchange:agreement_assent": [world.draft_agreement.pk],
        "exchange:agreement_end": [world.agreement.pk],
        "exchange:agreement_withdraw": [world.draft_agreement.pk],
        "exchange:agreement_compare": [world.draft_agreement.pk],
        "exchange:agreement_renew": [world.agreement.pk],
        "exchange:addendum_create": [world.agreement.pk],
        "exchange:agreement_document_add": [world.draft_agreement.pk],
        "exchange:agreement_document": [world.draft_agreement.pk, world.agreement_document.pk],
        "exchange:agreement_document_leave_out": [world.draft_agreement.pk, world.agreement_document.pk],
        "exchange:agreement": [world.agreement.pk],
        "exchange:round_vote": [world.round.pk, "extend"],
        "exchange:vote_back": [world.round.pk, world.vote.pk],
        "exchange:clearing": [world.unmatched.round.pk],
        "exchange:clearing_wishes": [world.unmatched.pk],
        "exchange:clearing_propose": [world.unmatched.pk],
        "exchange:swap_wishes": [world.swap.first_id],
        "exchange:swap_propose": [world.swap.first_id],
        "exchange:swap": [world.swap.pk],
        "exchange:swap_confirm": [world.swap.pk],
        "exchange:swap_refuse": [world.swap.pk],
        "exchange:application_start": [world.round.pk],
        "exchange:application_endorse": [world.submitted.pk],
        "exchange:application_return": [world.submitted.pk],
        "exchange:application_approve": [world.endorsed.pk],
        "exchange:application_reject": [world.endorsed.pk],
        "exchange:application_ask": [world.endorsed.pk],
        "exchange:inquiry": [world.inquiry.pk],
        "exchange:decision_undo": [world.decision.pk],
        "exchange:several_done": [world.decision.bulk],
        "exchange:several_undo": [world.decision.bulk],
        "exchange:application_receipt": [world.submitted.pk],
        "exchange:application_receipt_file": [world.submitted.pk],
        "exchange:application_take_back": [world.submitted.pk],
        "exchange:application_guardian": [world.under_age.pk],
        "exchange:application_guardian_letter": [world.under_age.pk],
        "exchange:round_step": [world.round.pk, "bewerbungen-schliessen"],
        "exchange:round_matching": [world.matching_round.pk],
        "exchange:match_person": [world.run.pk, next(iter(world.run.result["assignment"]))],
        "exchange:match_release": [world.run.pk, next(iter(world.run.result["assignment"]))],
        "exchange:round_input": [world.known_run.round_id],
        "exchange:round_result": [world.known_run.round_id],
        "exchange:match_start": [world.matching_round.pk],
        "exchange:round_publish": [world.proposed.round.pk],
        "exchange:round_rematch": [world.proposed.round.pk],
        "exchange:subscription_create": [],
        "exchange:subscription_end": [world.subscription.pk],
        "exchange:offer_withdrawal": [world.asked_back.pk, "ablehnen"],
        "exchange:offer_review": [world.submitted_offer.pk],
        "exchange:candidates": [_candidate(world)[0]],
        "exchange:candidate_step": [*_candidate(world), "geeignet"],
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
        "training:calendar_of": [world.placement.apprentice.apprenticeship.pk],
        "training:city_day_remove": [world.city_day.pk],
        "calendar_file": ["nobody-knows-this-secret"],
        "training:rule": ["personnel_council"],
        "training:rule_change": ["personnel_council", "nuernberg"],
        "training:occupation": [world.occupation.pk],
        "training:occupation_change": [world.occupation.pk],
        "training:occupation_confirm": [world.occupation.pk],
        "training:suitability_end": [world.suitability.pk],
        "training:absences": [world.absence.apprentice_id],
        "training:absence_enter": [world.absence.apprentice_id],
        "training:absence_change": [world.absence.pk],
        "training:absence_remove": [world.absence.pk],
        "training:exam_change": [world.exam.pk],
        "training:exam_remove": [world.exam.pk],
        "training:agreement": [world.agreed_absence.pk],
        "training:agreement_step": [world.agreed_absence.pk, "zustimmen"],
        "training:agreement_propose": [world.absence.apprentice_id, "muenchen"],
        "training:override_withdraw": [world.override.pk],
        "exchange:placement_override": [stay, "leave"],
        "exchange:placement_absence": [stay],
        "training:class": [world.school_class.pk],
        "training:class_change": [world.school_class.pk],
        "training:class_bulk": [world.school_class.pk],
        "training:class_copy": [world.school_class.pk],
        "training:class_entry_add": [world.school_class.pk, "bloecke"],
        "training:class_entry_change": [world.school_class.pk, "bloecke", world.school_block.pk],
        "training:class_entry_remove": [world.school_class.pk, "bloecke", world.school_block.pk],
        "certificates:check": [world.certificate.code],
        "media_file": ["images/none.png"],
        "wagtaildocs_serve": [1, "x.txt"],
        "wagtaildocs_authenticate_with_password": [1],
        "courses:course": ["nuernberg", world.course.slug],
        "courses:part": ["nuernberg", world.course.slug, world.lesson.slug],
        "wagtail_serve": ["kurse/nuernberg/"],
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
        "learning:obligation": world.obligation.pk,
        "learning:path": world.path.pk,
        "learning:my_path": world.path.pk,
    }
    found = {}
    for name in {name for name, _method in ACCESS}:
        found[name] = _address(name, own, by_word)
    return found


def open_to(who, world):
    """The addresses that show this person a page."""
    place = PEOPLE.index(who)
    return [url for name, url in addresses(world).items() if ACCESS[name, "get"][place] == OK]


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
        "exchange:offer_withdrawal": {"reason": "Es gibt keinen anderen Platz."},
        "exchange:agreement_withdraw": {"city": "nuernberg"},
        "exchange:swap_confirm": {"confirm-reason": "Trotzdem."},
        "exchange:swap_refuse": {"refuse-reason": "Umbau."},
        "exchange:placement_refuse": {"refuse-reason": "Kein Arbeitsplatz frei."},
        "exchange:placement_end": {"end-reason": "Krankheit."},
        "exchange:placement_waive": {"waive-reason": "Auf eigenen Wunsch."},
        "exchange:application_wishes": {"platz": world.offer.pk, "schritt": "up"},
        "certificates:revoke": {"reason": "data_error", "note": "Falsches Datum."},
        "questions:category_share": {"step": "share"},
        "questions:step": {"step": "retire"},
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
            b"".join(answer.streaming_content)  # closes the file, but not the database
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
