from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from people.models import LENDABLE, City, FileLook, Membership, Role, Substitution, User

# Whose lent roles count: of everybody (None), or of these people alone. `policies.require` narrows it to find out in
# whose place somebody acts.
LENT_BY: ContextVar[frozenset[int] | None] = ContextVar("lent_by", default=None)


# The roles of people, looked up once while a page is only read; None while anything may change.
LOOKED_UP: ContextVar[dict[int, list[Membership]] | None] = ContextVar("looked_up", default=None)


@contextmanager
def looking_up_once() -> Iterator[None]:
    token = LOOKED_UP.set({})
    try:
        yield
    finally:
        LOOKED_UP.reset(token)


@contextmanager
def counting_only(*people: int) -> Iterator[None]:
    """Ask as if only these people had lent their roles; without any: by the roles of one's own."""
    token = LENT_BY.set(frozenset(people))
    try:
        yield
    finally:
        LENT_BY.reset(token)


def lent_to(user: User, on: date | None = None) -> QuerySet[Substitution]:
    """The roles in which this person stands in for somebody that day."""
    lent, only = Substitution.objects.current(on).filter(substitute_id=user.pk), LENT_BY.get()
    return lent if only is None else lent.filter(person_id__in=only)


def roles_of(user: User, *roles: Role, on: date | None = None) -> QuerySet[Membership]:
    """What this person may act as that day: the roles of their own, and those of people they stand in for."""
    held = Membership.objects.current(on).filter(role__in=roles)
    if LENT_BY.get() == frozenset():
        return held.filter(person_id=user.pk)
    return held.filter(Q(person_id=user.pk) | Q(pk__in=lent_to(user, on).values("membership_id")))


def cities_where(user: User, *roles: Role) -> QuerySet[City]:
    """The cities in which this person holds one of the roles today, or stands in for somebody who does."""
    return City.objects.filter(pk__in=roles_of(user, *roles).values("city_id"))


def own_cities_where(user: User, *roles: Role) -> QuerySet[City]:
    """Without those where the person only stands in for somebody."""
    held = Membership.objects.current().filter(person_id=user.pk, role__in=roles)
    return City.objects.filter(pk__in=held.values("city_id"))


def holds(user: User, *roles: Role) -> bool:
    if not user.pk:
        return False
    if LOOKED_UP.get() is None or LENT_BY.get() is not None:
        return roles_of(user, *roles).exists()
    return any(one.role in roles for one in roles_with_lent_ones(user))


def keys_of_cities_where(user: User, *roles: Role) -> set[int]:
    return {one.city_id for one in roles_with_lent_ones(user) if one.role in roles and one.city_id}


def keys_acting_as(user: User, role: Role) -> set[int]:
    """`acting_as` for comparing, without a query of its own while a page is only read."""
    return {user.pk, *(one.person_id for one in roles_with_lent_ones(user) if one.role == role)}


def acting_as(user: User, role: Role) -> QuerySet[User, Any]:
    """Oneself and the people for whom one stands in in this role: for `…trainer__in`, `…supervisor__in`."""
    held = Membership.objects.current().filter(role=role)
    lent = lent_to(user).filter(membership__in=held.values("pk"))
    return User.objects.filter(Q(pk=user.pk) | Q(pk__in=lent.values("person_id"))).order_by().values("pk")


def acts_as(user: User, role: Role, *named: int | None) -> bool:
    """Whether one of the people named is this person, or somebody for whom they stand in in this role today."""
    if user.pk in named:
        return True
    others = [pk for pk in named if pk]
    if not others or LENT_BY.get() == frozenset():
        return False
    held = Membership.objects.current().filter(role=role, person__in=others)
    return lent_to(user).filter(membership__in=held.values("pk")).exists()


def may_sign_second(user: User, role: Role, city_id: int, first: Iterable[int | None]) -> bool:
    """A second pair of eyes: neither one of those who signed first, nor somebody who only stands in for one of them."""
    signed = [pk for pk in first if pk]
    if user.pk in signed:
        return False
    if LOOKED_UP.get() is not None and LENT_BY.get() is None:
        held = roles_with_lent_ones(user)
        return any(one.role == role and one.city_id == city_id and one.person_id not in signed for one in held)
    return roles_of(user, role).filter(city_id=city_id).exclude(person_id__in=signed).exists()


def substitutes_of(person: User | int, role: Role) -> QuerySet[User]:
    """Who acts for this person today in this role."""
    away = Substitution.objects.current().filter(person=person, membership__role=role)
    held = away.filter(membership__in=Membership.objects.current().values("pk"))
    return User.objects.filter(pk__in=held.values("substitute_id"), is_active=True).order_by(
        "last_name", "first_name", "pk"
    )


def with_substitutes(person: User, role: Role) -> list[User]:
    """Who has to hear of a task: the person whose task it is, and who stands in for them today."""
    return [person, *substitutes_of(person, role)]


def roles_with_lent_ones(user: User) -> list[Membership]:
    """The roles of one's own and those somebody lends today, in one query; `lent_until` says until when."""
    known = LOOKED_UP.get()
    if known is None or LENT_BY.get() is not None:
        return _look_up_roles(user)
    if user.pk not in known:
        known[user.pk] = _look_up_roles(user)
    return known[user.pk]


def _look_up_roles(user: User) -> list[Membership]:
    lent = lent_to(user).filter(membership_id=OuterRef("pk"))
    own_or_lent = Q(person_id=user.pk) | Q(pk__in=lent_to(user).values("membership_id"))
    found = Membership.objects.current().filter(own_or_lent).select_related("city", "department", "person")
    return list(found.annotate(lent_until=Subquery(lent.values("ends_on")[:1])).order_by("pk"))


def memberships_of(user: User) -> QuerySet[Membership]:
    return (
        Membership.objects.current()
        .filter(person_id=user.pk)
        .select_related("city", "department", "person")
        .order_by("pk")
    )


def people_with(role: Role, *, city: City | int | None = None, on: date | None = None) -> QuerySet[User]:
    """Everybody who holds the role today (in the city) or stands in for somebody who does, and may sign in."""
    held = Membership.objects.current(on).filter(role=role)
    if city is not None:
        held = held.filter(city=city)
    lent = Substitution.objects.current(on).filter(membership__in=held.values("pk"))
    both = Q(pk__in=held.values("person_id")) | Q(pk__in=lent.values("substitute_id"))
    return User.objects.filter(both, is_active=True).order_by("last_name", "first_name", "pk")


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


def colleagues_of(membership: Membership, on: date) -> QuerySet[User]:
    """Who may stand in in this role: staff of the same city, never apprentices or the person themselves."""
    staff = Membership.objects.current(on).filter(city=membership.city, role__in=LENDABLE)
    learns = Membership.objects.current(on).filter(role=Role.APPRENTICE)
    found = User.objects.filter(pk__in=staff.values("person_id"), is_active=True).exclude(pk=membership.person_id)
    return found.exclude(pk__in=learns.values("person_id")).order_by("last_name", "first_name", "pk")


def lendable_by(user: User) -> QuerySet[Membership]:
    """The roles for which this person may name somebody: their own, and as training office those of its city."""
    today = timezone.localdate()
    not_over = Membership.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), role__in=LENDABLE)
    offices = own_cities_where(user, Role.HR)
    found = not_over.filter(Q(person_id=user.pk) | Q(city__in=offices), city__isnull=False, person__is_active=True)
    return found.select_related("person", "city").order_by("person__last_name", "person__first_name", "pk")


def substitutions_shown_to(user: User) -> QuerySet[Substitution]:
    """Those of the person, those in which they stand in, and for a training office those of its city."""
    offices = own_cities_where(user, Role.HR)
    mine = Q(person_id=user.pk) | Q(substitute_id=user.pk) | Q(membership__city__in=offices)
    found = Substitution.objects.standing().filter(mine, ends_on__gte=timezone.localdate())
    return found.select_related("person", "substitute", "membership__city", "entered_by")


def looks_at(user: User) -> QuerySet[FileLook]:
    """Who has seen the file of this person, newest first."""
    return FileLook.objects.filter(subject=user).select_related("viewer").order_by("-last_at", "-pk")


def with_offices(looks: Iterable[FileLook]) -> list[tuple[FileLook, str]]:
    """Each look with the roles its viewer held on that day, in one query for all."""
    found = list(looks)
    held: dict[int, list[Membership]] = defaultdict(list)
    for one in Membership.objects.filter(person__in={look.viewer_id for look in found}).select_related("city"):
        held[one.person_id].append(one)
    return [(look, ", ".join(_office(one) for one in held[look.viewer_id] if _is_held(one, look))) for look in found]


def _is_held(membership: Membership, look: FileLook) -> bool:
    return membership.starts_on <= look.day and (membership.ends_on is None or look.day <= membership.ends_on)


def _office(membership: Membership) -> str:
    city = f" {membership.city.name}" if membership.city else ""
    return f"{membership.role_label}{city}"
