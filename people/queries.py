from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from people.models import City, Membership, Role, User


def cities_where(user: User, *roles: Role) -> QuerySet[City]:
    """The cities in which this person holds one of the roles today."""
    held = Membership.objects.current().filter(person_id=user.pk, role__in=roles)
    return City.objects.filter(pk__in=held.values("city_id"))


def holds(user: User, *roles: Role) -> bool:
    return bool(user.pk) and Membership.objects.current().filter(person_id=user.pk, role__in=roles).exists()


def memberships_of(user: User) -> QuerySet[Membership]:
    return (
        Membership.objects.current()
        .filter(person_id=user.pk)
        .select_related("city", "department", "person")
        .order_by("pk")
    )


def people_with(role: Role, *, city: City | int | None = None, on: date | None = None) -> QuerySet[User]:
    """Everybody who holds the role today (in the city), and may sign in."""
    held = Membership.objects.current(on).filter(role=role)
    if city is not None:
        held = held.filter(city=city)
    return User.objects.filter(Q(pk__in=held.values("person_id")), is_active=True).order_by(
        "last_name", "first_name", "pk"
    )


def who_teaches_in(city: City) -> QuerySet[User]:
    """Its trainers. While a city has none, its training office stands in, so that no learner waits in vain."""
    trainers = people_with(Role.TRAINER, city=city)
    return trainers if trainers.exists() else people_with(Role.HR, city=city)


def cities_standing_in(user: User) -> QuerySet[City]:
    """Those in whose training office somebody works, and which have no trainer at the moment."""
    trainers = Membership.objects.current().filter(role=Role.TRAINER, person__is_active=True, city=OuterRef("pk"))
    return cities_where(user, Role.HR).filter(~Exists(trainers))


def cities_taught(user: User) -> QuerySet[City]:
    """Where somebody teaches: `who_teaches_in`, asked the other way round."""
    trains, stands_in = cities_where(user, Role.TRAINER).values("pk"), cities_standing_in(user).values("pk")
    return City.objects.filter(Q(pk__in=trains) | Q(pk__in=stands_in))
