from courses.services.enrolling.enrollments import enroll
from learning.models import LearningPath, PathStep
from lms.dashboard.home import start_page
from lms.notifications.services import notify
from people.queries import memberships_of
from tests.factories.courses import CourseFactory
from tests.factories.exchange import ApplicationFactory, PlacementFactory, RoundFactory
from tests.queries import queries_of


def titles(person):
    page = start_page(person, memberships_of(person)[0])
    return [step.title for step in [page["first"], *page["more"]] if step]


def test_whoever_is_away_is_not_sent_looking_for_the_next_place(cast):
    RoundFactory(agreement__cities=[cast.nuremberg, cast.munich])
    assert "Einen Platz in einer anderen Stadt finden" in titles(cast.mina)

    application = ApplicationFactory(apprentice=cast.mina, home_city=cast.nuremberg, approved=True, status="accepted")
    PlacementFactory(application=application, active=True)
    assert "Einen Platz in einer anderen Stadt finden" not in titles(cast.mina)


def test_the_start_page_of_an_apprentice_asks_as_often_for_little_as_for_much(cast, client):
    """Each course and each application is asked for once, whatever parts of the page tell of it."""
    client.force_login(cast.mina)

    def one_more_of_all(number):
        round = RoundFactory(agreement__cities=[cast.nuremberg, cast.munich])
        ApplicationFactory(apprentice=cast.mina, home_city=cast.nuremberg, round=round)
        course = CourseFactory(city=cast.nuremberg)
        enroll(course, actor=cast.mina)
        path = LearningPath.objects.create(city=cast.nuremberg, title=f"Pfad {number}", is_published=True)
        PathStep.objects.create(path=path, position=1, course=course)

    one_more_of_all(1)
    few = queries_of(client, "/")
    one_more_of_all(2)
    assert queries_of(client, "/") == few == 19


def test_a_training_office_sees_unread_messages_at_its_account(cast, client):
    """Its navigation has no room for them."""
    notify(cast.hanna, "certificates/issued", url="/", number="WJ-1", title="Kurs")
    client.force_login(cast.hanna)

    menu = client.get("/").content.decode().partition('<span class="wj-tool__text">Konto</span>')[2][:200]
    assert '<span class="wj-count">1' in menu
