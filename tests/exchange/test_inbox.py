"""The inbox: what waits, for whom, until when; and deciding from it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import Application
from exchange.queries.inbox import inbox, inbox_count
from exchange.queries.own import own_exchange
from exchange.queries.steps import applying_steps, decision_steps
from exchange.queries.turns import who_is_next
from exchange.services.applications import start_application, submit_application
from exchange.services.decisions import endorse_application
from tests.exchange.stays import a_placement
from tests.exchange.stories import filled_in
from tests.factories.exchange import ApplicationFactory, OfferFactory, PlacementFactory
from tests.factories.training import ApprenticeshipFactory
from tests.queries import questions_in

INBOX = "/austausch/zu-entscheiden/"


@pytest.fixture
def application(cast, spring, online):
    return submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)


def keys(user):
    return [task.key for task in inbox(user)]


def test_an_application_waits_first_for_the_trainer_then_for_the_office(cast, application):
    key = f"application-{application.pk}"
    everybody = [cast.barbara, cast.dieter, cast.hanna, cast.anton, cast.mina]
    assert [keys(person) for person in everybody] == [[key], [], [], [], []]
    endorse_application(application, actor=cast.barbara)
    assert [keys(person) for person in everybody] == [[], [], [key], [], []]


def test_whose_turn_it_is_follows_from_the_state(cast, spring, online):
    draft = filled_in(spring, cast.mina, [online])
    turns = [who_is_next(draft, cast.mina)]
    application = submit_application(draft, actor=cast.mina)
    turns.append(who_is_next(application, cast.mina))
    turns.append(who_is_next(endorse_application(application, actor=cast.barbara), cast.mina))
    for status in ("approved", "in_matching", "offered", "accepted"):
        application.status = status
        turns.append(who_is_next(application, cast.mina))
    assert [(turn.name, turn.you, turn.until) if turn else None for turn in turns] == [
        ("Mina Musterfrau", True, spring.applications_until),
        ("Barbara Blaupause", False, timezone.localdate() + timedelta(days=7)),
        ("Hanna Hypothese", False, spring.review_until),
        ("Konrad Kunstfigur", False, spring.matching_on),
        ("Konrad Kunstfigur", False, spring.confirm_until),
        ("Mina Musterfrau", True, spring.accept_until),
        None,
    ]


def test_offers_places_and_records_wait_beside_applications(cast, spring, application, online):
    offer = OfferFactory(round=spring, city=cast.nuremberg, author=cast.rita, supervisor=cast.rita, status="submitted")
    placement = PlacementFactory(offer=online, application__round=spring, application__apprentice=cast.kilian)
    endorse_application(application, actor=cast.barbara)
    assert set(keys(cast.hanna)) == {f"application-{application.pk}", f"offer-{offer.pk}"}
    assert keys(cast.anton) == keys(cast.marlene) == [f"placement-{placement.pk}"]
    assert [inbox_count(person) for person in (cast.hanna, cast.anton, cast.mina)] == [2, 1, 0]


def test_each_case_has_a_page_in_the_panel(client, cast, spring, application, online):
    OfferFactory(round=spring, city=cast.nuremberg, author=cast.rita, supervisor=cast.rita, status="submitted")
    endorse_application(application, actor=cast.barbara)
    client.force_login(cast.hanna)
    for key in keys(cast.hanna):
        page = client.get(INBOX, {"fall": key})
        assert (page.status_code, page.context["chosen"].key) == (200, key)


def test_hanna_releases_from_the_panel(client, cast, application):
    endorse_application(application, actor=cast.barbara)
    client.force_login(cast.hanna)
    form = client.get(INBOX).context["forms"]["approve"]
    answer = client.post(
        reverse("exchange:application_approve", args=[application.pk]),
        {"approve-seen": form["seen"].value()},
        follow=True,
    )
    text = answer.content.decode()
    assert "Mina Musterfrau ist für den Austausch freigegeben." in text
    assert "Alles entschieden" in text
    application.refresh_from_db()
    assert (application.status, application.decided_by) == ("approved", cast.hanna)


def test_rejecting_without_a_note_comes_back_with_the_reason_chosen(client, cast, application):
    endorse_application(application, actor=cast.barbara)
    client.force_login(cast.hanna)
    seen = application.submitted_at.isoformat()
    answer = client.post(
        reverse("exchange:application_reject", args=[application.pk]), {"reject-reason": "exam", "reject-seen": seen}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Bitte schreiben Sie, was helfen würde." in text
    assert '<option value="exam" selected>' in text


@pytest.mark.parametrize("sent", [{}, {"endorse-seen": "gestern"}, {"endorse-seen": "2020-01-01T00:00:00"}])
def test_a_form_without_the_version_it_is_about_decides_nothing(client, cast, application, sent):
    client.force_login(cast.barbara)
    answer = client.post(reverse("exchange:application_endorse", args=[application.pk]), sent)
    assert answer.status_code in (409, 422)
    application.refresh_from_db()
    assert application.status == "submitted"


def test_who_comes_second_reads_that_it_is_decided(client, cast, application):
    seen = application.submitted_at.isoformat()
    endorse_application(application, actor=cast.barbara)
    client.force_login(cast.barbara)
    answer = client.post(reverse("exchange:application_endorse", args=[application.pk]), {"endorse-seen": seen})
    assert answer.status_code == 409
    assert application.get_absolute_url() in answer.content.decode()


@pytest.mark.parametrize("step", ["endorse", "return", "approve", "reject"])
def test_strangers_decide_nothing(client, cast, application, step):
    endorse_application(application, actor=cast.barbara)
    address = reverse(f"exchange:application_{step}", args=[application.pk])
    for person, status in [
        (cast.mina, 404),
        (cast.kilian, 404),
        (cast.anton, 404),
        (cast.dieter, 404),
        (cast.konrad, 404),
    ]:
        client.force_login(person)
        assert client.post(address).status_code == status


def test_a_missing_right_names_who_has_it(client, cast, application):
    endorse_application(application, actor=cast.barbara)
    client.force_login(cast.barbara)
    answer = client.post(reverse("exchange:application_approve", args=[application.pk]))
    assert answer.status_code == 403
    assert "Hanna Hypothese" in answer.content.decode()


def test_chips_narrow_the_list(client, cast, spring, online, application):
    client.force_login(cast.barbara)
    cast.mina.apprenticeship.probation_ends_on = online.starts_on
    cast.mina.apprenticeship.save()
    counts = {
        query: len(client.get(INBOX, {"zeigen": query}).context["shown"]) for query in ("", "konflikt", "quatsch")
    }
    assert counts == {"": 1, "konflikt": 1, "quatsch": 1}
    assert "Probezeit" in client.get(INBOX).content.decode()


def test_the_empty_inbox_names_the_next_deadline(client, cast, spring):
    client.force_login(cast.hanna)
    text = client.get(INBOX).content.decode()
    assert "Alles entschieden" in text
    assert "Nächste Frist" in text


def test_next_steps_lead_on(cast, spring, online):
    assert [step.button for step in applying_steps(own_exchange(cast.mina))] == ["Plätze ansehen"]
    start_application(spring, actor=cast.mina)
    assert [step.button for step in applying_steps(own_exchange(cast.mina))] == ["Bewerbung fortsetzen"]
    application = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    assert [step.button for step in applying_steps(own_exchange(cast.mina))] == []
    assert [step.button for step in decision_steps(cast.barbara)] == ["Jetzt entscheiden"]
    endorse_application(application, actor=cast.barbara)
    assert [step.due for step in decision_steps(cast.hanna)] == [spring.review_until]
    assert decision_steps(cast.barbara) == []


def test_who_has_a_place_is_not_sent_to_look_for_the_next(cast, spring, online):
    assert [step.button for step in applying_steps(own_exchange(cast.mina))] == ["Plätze ansehen"]
    a_placement(cast, accepted=True)
    assert applying_steps(own_exchange(cast.mina)) == []


def test_markup_in_texts_stays_text(client, cast, spring, online):
    nasty = '<script>alert("x")</script>{{ 7|add:7 }}'
    cast.mina.last_name = nasty[:80]
    cast.mina.save()
    application = filled_in(spring, cast.mina, [online])
    Application.objects.filter(pk=application.pk).update(idea=nasty, motivation=nasty)
    application = submit_application(application, actor=cast.mina)
    endorse_application(application, actor=cast.barbara, comment=nasty)
    client.force_login(cast.hanna)
    for address in (INBOX, application.get_absolute_url()):
        text = client.get(address).content.decode()
        assert "<script>alert" not in text
        assert "{{ 7|add:7 }}" in text


@pytest.mark.parametrize("count", [1, 12])
def test_the_inbox_costs_the_same_for_any_number_of_cases(
    client, cast, spring, online, count, django_assert_num_queries
):
    for number in range(count):
        apprenticeship = ApprenticeshipFactory(city=cast.nuremberg, trainer=cast.barbara)
        ApplicationFactory(
            round=spring, apprentice=apprenticeship.person, endorsed=True, serial=number + 1, wishes=[online]
        )
    with django_assert_num_queries(2):
        assert len(inbox(cast.hanna)) == count
    with django_assert_num_queries(1):
        assert inbox_count(cast.hanna) == count
    client.force_login(cast.hanna)
    client.get(INBOX)  # the first look of the day at a file costs more
    assert questions_in(lambda: client.get(INBOX)) == 15
