"""The task list as a person walks through it, with what goes wrong on the way."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exchange.models import Application
from exchange.services.applications import submit_application, withdraw_application
from exchange.services.decisions import endorse_application, reject_application, return_application
from tests.exchange.stories import a_place, filled_in, later
from tests.factories.training import SchoolBlockFactory, SchoolCalendarFactory


@pytest.fixture
def paper(cast, spring, online):
    return a_place(spring, cast.augsburg, "Papier raus", **later(online))


def page(name, application):
    return reverse(f"exchange:{name}", args=[application.pk])


@pytest.mark.parametrize(("age", "told"), [(17, True), (18, False)])
def test_who_is_not_18_yet_hears_of_the_guardians(as_mina, cast, spring, online, age, told):
    mine = filled_in(spring, cast.mina, [online])
    training = cast.mina.apprenticeship
    training.birth_date = timezone.localdate() - timedelta(days=age * 365 + 30)
    training.save()
    text = as_mina.get(page("application_consent", mine)).content.decode()
    assert ("gesetzlicher Vertreter" in text) == told


def test_mina_walks_through_all_tasks(as_mina, cast, spring, online, paper):
    as_mina.post(reverse("exchange:wish_add", args=[online.pk]))
    as_mina.post(reverse("exchange:wish_add", args=[paper.pk]))
    mine = Application.objects.get(apprentice=cast.mina)
    assert "1 von 7 Aufgaben erledigt" in as_mina.get(mine.get_absolute_url()).content.decode()

    assert as_mina.post(page("application_details", mine)).url == page("application_period", mine)
    assert as_mina.post(page("application_period", mine)).url == page("application_mission", mine)
    answer = as_mina.post(page("application_mission", mine), {"idea": "Ein Datenblatt", "motivation": "Neugier"})
    assert answer.url == page("application_goals", mine)
    answer = as_mina.post(page("application_goals", mine), {"goals": "Prozesse zeichnen"})
    assert answer.url == page("application_wishes", mine)
    as_mina.post(page("application_wishes", mine), {"platz": paper.pk, "schritt": "up"})
    answer = as_mina.post(page("application_consent", mine), {"version": "2026-11", "agreed": "on"})
    assert answer.url == mine.get_absolute_url()
    assert "6 von 7 Aufgaben erledigt" in as_mina.get(answer.url).content.decode()
    answer = as_mina.post(page("application_check", mine), follow=True)

    assert answer.redirect_chain == [(page("application_receipt", mine), 302)]
    text = answer.content.decode()
    assert "Ihre Nummer ist 2027-F-0001" in text
    assert "Barbara Blaupause" in text
    mine.refresh_from_db()
    assert [wish.offer for wish in mine.wishes.all()] == [paper, online]


def test_an_empty_mission_comes_back_with_what_was_typed(as_mina, cast, spring, online):
    mine = filled_in(spring, cast.mina, [online])
    text = as_mina.post(page("application_mission", mine), {"idea": " ", "motivation": "Neugier"}).content.decode()
    assert "Bitte schreiben Sie in ein oder zwei Sätzen" in text
    assert "Neugier" in text


def test_a_text_that_is_too_long_comes_back(as_mina, cast, spring, online):
    mine = filled_in(spring, cast.mina, [online])
    answer = as_mina.post(page("application_mission", mine), {"idea": "Ä" * 1501})
    assert answer.status_code == 200
    assert "Ä" * 1501 in answer.content.decode()


def test_what_was_typed_survives_the_end_of_the_session(client, cast, spring, online):
    mine = filled_in(spring, cast.mina, [online])
    client.force_login(cast.mina)
    client.get(page("application_mission", mine))
    client.session.flush()
    address = page("application_mission", mine)
    client.post(address, {"idea": "Noch nicht gespeichert"}, headers={"referer": f"http://testserver{address}"})
    client.force_login(cast.mina)
    assert "Noch nicht gespeichert" in client.get(address).content.decode()


def test_consent_is_asked_for(as_mina, cast, spring, online):
    mine = filled_in(spring, cast.mina, [online])
    text = as_mina.post(page("application_consent", mine), {"version": "2026-11"}).content.decode()
    assert "Ohne Ihr Einverständnis" in text


def test_handing_in_too_early_names_what_is_missing(as_mina, cast, spring, online):
    as_mina.post(reverse("exchange:application_start", args=[spring.pk]))
    mine = Application.objects.get(apprentice=cast.mina)
    text = as_mina.post(page("application_check", mine), follow=True).content.decode()
    assert "Das fehlt noch" in text
    assert "Bitte setzen Sie mindestens einen Platz auf Ihre Wunschliste." in text


def test_a_conflict_is_shown_at_the_wish_and_before_handing_in(as_mina, cast, spring, online):
    calendar = SchoolCalendarFactory(city=cast.nuremberg)
    SchoolBlockFactory(calendar=calendar, starts_on=online.starts_on, ends_on=online.starts_on + timedelta(days=4))
    cast.mina.apprenticeship.school_calendar = calendar
    cast.mina.apprenticeship.save()
    mine = filled_in(spring, cast.mina, [online])
    assert "Berufsschule liegt darin" in as_mina.get(page("application_wishes", mine)).content.decode()
    assert "§ 15 BBiG" in as_mina.get(page("application_check", mine)).content.decode()


@pytest.mark.parametrize("sent", [{}, {"platz": "x", "schritt": "up"}, {"platz": "0"}, {"platz": "9" * 30}])
def test_nonsense_about_wishes_is_not_found(as_mina, cast, spring, online, sent):
    mine = filled_in(spring, cast.mina, [online])
    assert as_mina.post(page("application_wishes", mine), sent).status_code == 404


def test_a_handed_in_application_cannot_be_edited_and_says_so(as_mina, cast, spring, online):
    mine = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    for name in ("details", "mission", "wishes", "consent", "check"):
        assert as_mina.get(page(f"application_{name}", mine)).status_code == 409


def test_a_returned_application_shows_the_comment_and_can_be_mended(as_mina, cast, spring, online):
    mine = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    return_application(mine, actor=cast.barbara, comment="Bitte <b>genauer</b>.")
    text = as_mina.get(mine.get_absolute_url()).content.decode()
    assert "Ihre Bewerbung kam zurück" in text
    assert "Bitte &lt;b&gt;genauer&lt;/b&gt;." in text


def test_a_rejected_application_names_reason_person_and_a_way_on(as_mina, cast, spring, online):
    mine = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    endorse_application(mine, actor=cast.barbara)
    reject_application(mine, actor=cast.hanna, reason="exam", note="Nach der Prüfung im Mai gern.")
    text = as_mina.get(mine.get_absolute_url()).content.decode()
    assert all(part in text for part in ("Hanna Hypothese", "Nach der Prüfung im Mai gern.", "nächsten Runde"))


def test_withdrawing_asks_first_and_ends_the_way(as_mina, cast, spring, online):
    mine = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    assert "wirklich zurückziehen" in as_mina.get(mine.get_absolute_url()).content.decode()
    assert as_mina.get(page("application_withdraw", mine)).status_code == 405
    text = as_mina.post(page("application_withdraw", mine), follow=True).content.decode()
    assert "Sie haben diese Bewerbung zurückgezogen" in text


PAGES = ["application", "application_details", "application_mission", "application_wishes", "application_consent",
         "application_check", "application_receipt"]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_strangers_find_nothing(client, cast, spring, online, name):
    mine = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    for person in (cast.kilian, cast.dieter, cast.anton, cast.marlene, cast.carla, cast.konrad):
        client.force_login(person)
        assert client.get(page(name, mine)).status_code == 404


def test_the_home_side_sees_nothing_before_it_is_handed_in(client, cast, spring, online):
    mine = filled_in(spring, cast.mina, [online])
    for person in (cast.barbara, cast.hanna):
        client.force_login(person)
        assert client.get(mine.get_absolute_url()).status_code == 404


def test_the_home_side_does_not_edit(client, cast, spring, online):
    mine = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    client.force_login(cast.hanna)
    assert client.get(page("application_mission", mine)).status_code == 404
    assert client.post(page("application_withdraw", mine)).status_code == 403


def test_the_entrance_shows_the_way(as_mina, cast, spring, online):
    home = reverse("exchange:home")
    assert [halt.state for halt in as_mina.get(home).context["halts"]] == ["current"] + ["ahead"] * 6
    mine = submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)
    halts = as_mina.get(home).context["halts"]
    assert [(halt.name, halt.state) for halt in halts][:4] == [
        ("Vorbereiten", "done"),
        ("Bewerben", "done"),
        ("Freigabe", "current"),
        ("Zuordnung", "ahead"),
    ]
    withdraw_application(mine, actor=cast.mina)
    assert as_mina.get(home).status_code == 200


@pytest.mark.parametrize("who", ["barbara", "hanna", "carla", "konrad"])
def test_everybody_else_gets_an_entrance_of_their_own(client, cast, spring, online, who):
    client.force_login(getattr(cast, who))
    assert "Frühjahr" in client.get(reverse("exchange:home")).content.decode()
