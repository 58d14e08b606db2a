"""The cast: three cities and the people every story is about. Each name has a fixed meaning."""

from types import SimpleNamespace

import pytest

from lms.notifications.matrix import Group, Urgency
from lms.notifications.models import Wishes
from people.models import User
from tests.factories.people import CityFactory, OccupationFactory, UserFactory
from tests.factories.training import ApprenticeshipFactory
from tests.told_once import told_once


def a_city(name, slug, letter):
    return CityFactory(name=name, slug=slug, letter=letter)


def a_person(name, **roles):
    first, _, last = name.partition(" ")
    return UserFactory(first_name=first, last_name=last, **roles)


@pytest.fixture
def cast(db):
    return everybody()


@pytest.fixture
def mail_at_once(cast):
    """Everybody wants each mail at once, at any hour, so that a test need not wait for the morning."""
    people = [person for person in vars(cast).values() if isinstance(person, User)]
    wishes = {"groups": dict.fromkeys(Group.values, Urgency.NOW), "has_quiet_hours": False}
    Wishes.objects.bulk_create(Wishes(person=person, **wishes) for person in people)


@told_once
def everybody():
    """Three cities; Mina (N), Kilian (A), Zoe (M) with trainers, training offices, supervisors; Konrad coordinates."""
    nuremberg = a_city("Nürnberg", "nuernberg", "N")
    augsburg = a_city("Augsburg", "augsburg", "A")
    munich = a_city("München", "muenchen", "M")
    people = SimpleNamespace(
        nuremberg=nuremberg,
        augsburg=augsburg,
        munich=munich,
        barbara=a_person("Barbara Blaupause", trainer_in=nuremberg),
        dieter=a_person("Dieter Demozweck", trainer_in=augsburg),
        sabine=a_person("Sabine Schablone", trainer_in=munich),
        rita=a_person("Rita Reserve", supervisor_in=nuremberg),
        otto=a_person("Otto Ohneecht", supervisor_in=augsburg),
        carla=a_person("Carla Copyvorlage", supervisor_in=munich),
        hanna=a_person("Hanna Hypothese", hr_in=nuremberg),
        anton=a_person("Anton Ausgedacht", hr_in=augsburg),
        marlene=a_person("Marlene Muster", hr_in=munich),
        konrad=a_person("Konrad Kunstfigur", coordinator=True),
    )
    vfa = OccupationFactory(name="Verwaltungsfachangestellte", short="VFA-K")
    fiae = OccupationFactory(name="Fachinformatik Anwendungsentwicklung", short="FIAE")
    kdm = OccupationFactory(name="Kaufleute für Digitalisierungsmanagement", short="KDM")
    people.mina = _apprentice("Mina Musterfrau", nuremberg, people.barbara, vfa)
    people.kilian = _apprentice("Kilian Beispiel", augsburg, people.dieter, fiae)
    people.zoe = _apprentice("Zoe Platzhalter", munich, people.sabine, kdm)
    return people


def _apprentice(name, city, trainer, occupation):
    person = a_person(name, apprentice_in=city)
    ApprenticeshipFactory(person=person, city=city, trainer=trainer, occupation=occupation)
    return person
