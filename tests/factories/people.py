from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from people.models import City, Department, Occupation, Role, User
from people.services.memberships import give_role


class CityFactory(DjangoModelFactory):
    class Meta:
        model = City
        django_get_or_create = ["slug"]

    name = factory.Sequence(lambda n: f"Stadt {n}")
    slug = factory.Sequence(lambda n: f"stadt-{n}")
    letter = factory.Sequence(lambda n: chr(0x0391 + n % 400))


class DepartmentFactory(DjangoModelFactory):
    class Meta:
        model = Department

    city = factory.SubFactory(CityFactory)
    name = factory.Sequence(lambda n: f"Amt {n}")


class OccupationFactory(DjangoModelFactory):
    class Meta:
        model = Occupation
        django_get_or_create = ["short"]

    name = factory.LazyAttribute(lambda occupation: f"Beruf {occupation.short}")
    short = factory.Sequence(lambda n: f"B{n}")


class UserFactory(DjangoModelFactory):
    """A person; `hr_in=city` (trainer_in, supervisor_in, apprentice_in) and `coordinator=True` give roles."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    first_name = factory.Sequence(lambda n: f"Vorname{n}")
    last_name = factory.Sequence(lambda n: f"Nachname{n}")
    email = factory.LazyAttribute(lambda u: f"{u.first_name}.{u.last_name}@example.org".lower().replace(" ", ""))
    password = "!"

    @classmethod
    def _create(cls, model, *args, **kwargs):
        wanted = {role: kwargs.pop(f"{role}_in", None) for role in ("hr", "trainer", "supervisor", "apprentice")}
        alliance = [Role(role) for role in ("coordinator", "admin") if kwargs.pop(role, False)]
        person = super()._create(model, *args, **kwargs)
        since = timezone.localdate() - timedelta(days=400)
        for role, city in wanted.items():
            if city:
                give_role(person, Role(role), actor=None, city=city, starts_on=since)
        for role in alliance:
            give_role(person, role, actor=None, starts_on=since)
        return person


A_LONG_TIME_AGO = date(2020, 9, 1)
