from lms.dashboard.home import start_page
from lms.notifications.services import notify
from people.queries import memberships_of
from tests.factories.exchange import ApplicationFactory, PlacementFactory, RoundFactory


def titles(person):
    page = start_page(person, memberships_of(person)[0])
    return [step.title for step in [page["first"], *page["more"]] if step]


def test_whoever_is_away_is_not_sent_looking_for_the_next_place(cast):
    RoundFactory(agreement__cities=[cast.nuremberg, cast.munich])
    assert "Einen Platz in einer anderen Stadt finden" in titles(cast.mina)

    application = ApplicationFactory(apprentice=cast.mina, home_city=cast.nuremberg, approved=True, status="accepted")
    PlacementFactory(application=application, active=True)
    assert "Einen Platz in einer anderen Stadt finden" not in titles(cast.mina)


def test_a_training_office_sees_unread_messages_at_its_account(cast, client):
    """Its navigation has no room for them."""
    notify(cast.hanna, "certificates/issued", url="/", number="WJ-1", title="Kurs")
    client.force_login(cast.hanna)

    menu = client.get("/").content.decode().partition('<span class="wj-tool__text">Konto</span>')[2][:200]
    assert '<span class="wj-count">1' in menu
