from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from tests.factories.people import CityFactory, DepartmentFactory, OccupationFactory, UserFactory
from training.models import Apprenticeship, SchoolBlock, SchoolCalendar, Station, WeeklyNote


def _in_days(days):
    return lambda: timezone.localdate() + timedelta(days=days)


class SchoolCalendarFactory(DjangoModelFactory):
    class Meta:
        model = SchoolCalendar

    city = factory.SubFactory(CityFactory)
    name = factory.Sequence(lambda n: f"Klasse {n}")


class SchoolBlockFactory(DjangoModelFactory):
    class Meta:
        model = SchoolBlock

    calendar = factory.SubFactory(SchoolCalendarFactory)


class ApprenticeshipFactory(DjangoModelFactory):
    """An adult in the second year of three, trained by somebody of the same city."""

    class Meta:
        model = Apprenticeship

    city = factory.SubFactory(CityFactory)
    person = factory.LazyAttribute(lambda a: UserFactory(apprentice_in=a.city))
    trainer = factory.LazyAttribute(lambda a: UserFactory(trainer_in=a.city))
    department = factory.SubFactory(DepartmentFactory, city=factory.SelfAttribute("..city"))
    occupation = factory.SubFactory(OccupationFactory)
    birth_date = factory.LazyFunction(_in_days(-20 * 365))
    starts_on = factory.LazyFunction(_in_days(-450))
    ends_on = factory.LazyFunction(_in_days(650))


class StationFactory(DjangoModelFactory):
    class Meta:
        model = Station

    department = factory.SubFactory(DepartmentFactory)
    apprentice = factory.LazyAttribute(lambda _s: ApprenticeshipFactory().person)
    supervisor = factory.LazyAttribute(lambda s: UserFactory(supervisor_in=s.department.city))
    starts_on = factory.LazyFunction(_in_days(-7))
    ends_on = factory.LazyFunction(_in_days(21))

    class Params:
        running = factory.Trait(
            status="running",
            checked_in_by=factory.SelfAttribute("supervisor"),
            checked_in_at=factory.LazyFunction(timezone.now),
        )


class WeeklyNoteFactory(DjangoModelFactory):
    class Meta:
        model = WeeklyNote

    station = factory.SubFactory(StationFactory, running=True)
    week_starts_on = factory.LazyAttribute(
        lambda n: n.station.starts_on - timedelta(days=n.station.starts_on.weekday())
    )
    did = "Anträge geprüft und Bürgerinnen beraten."
