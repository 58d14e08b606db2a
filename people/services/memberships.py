"""Give and end roles. Each role in a city has a group of the same name, to which Wagtail's page rights are tied."""

from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from lms.core import journal
from people.models import City, Department, Membership, Role, User

ALLIANCE = "alliance"
InGroup = tuple[int, str]


def group_for(role: Role, city: City | None) -> Group:
    return Group.objects.get_or_create(name=_group_name(role, city.slug if city else None))[0]


def _group_name(role: str, city_slug: str | None) -> str:
    return f"{role}@{city_slug or ALLIANCE}"


@transaction.atomic
def give_role(
    person: User,
    role: Role,
    *,
    actor: User | None,
    starts_on: date,
    city: City | None = None,
    department: Department | None = None,
    ends_on: date | None = None,
) -> Membership:
    """Give a person a role in a city from a day on. Without an actor it comes from set-up or single sign-on."""
    membership = Membership.objects.create(
        person=person, role=role, city=city, department=department, starts_on=starts_on, ends_on=ends_on
    )
    _align(person)
    journal.record(membership, "people.role.give", actor=actor, role=str(role), city=city.slug if city else "")
    return membership


@transaction.atomic
def end_role(membership: Membership, *, actor: User | None, on: date) -> Membership:
    membership.ends_on = on
    membership.save(update_fields=["ends_on"])
    _align(membership.person)
    journal.record(membership, "people.role.end", actor=actor, role=membership.role)
    return membership


@transaction.atomic
def follow_the_calendar() -> int:
    """Let rights begin and end with the roles whose day has come, however long ago; returns how many changed."""
    begun, over = _align()
    people = User.objects.in_bulk({pk for pk, _group in begun | over})
    for action, changes in (("people.role.begin", begun), ("people.role.lapse", over)):
        for pk, group in sorted(changes):
            role, _at, place = group.partition("@")
            journal.record(people[pk], action, actor=None, role=role, place=place)
    return len(begun) + len(over)


def _align(person: User | None = None) -> tuple[set[InGroup], set[InGroup]]:
    """Put everybody (or one person) into the groups of today's roles, and out of those of other days."""
    seat = User.groups.through
    roles, seats = Membership.objects.current(), seat.objects.filter(group__name__contains="@")
    if person:
        roles, seats = roles.filter(person=person), seats.filter(user=person)
    current = list(roles.values_list("person_id", "role", "city__slug"))
    due = {(pk, _group_name(role, city)) for pk, role, city in current}
    held = {(pk, name): row for row, pk, name in seats.values_list("pk", "user_id", "group__name")}
    begun, over = due - held.keys(), held.keys() - due
    over -= _given_along(over, {(pk, role) for pk, role, _city in current})
    groups = {name: Group.objects.get_or_create(name=name)[0] for _pk, name in begun}
    seat.objects.bulk_create([seat(user_id=pk, group=groups[name]) for pk, name in begun], ignore_conflicts=True)
    seat.objects.filter(pk__in=[held[one] for one in over]).delete()
    return begun, over


def _given_along(seats: set[InGroup], roles: set[InGroup]) -> set[InGroup]:
    """Groups that somebody may be in for as long as they hold the role anywhere, named <role>@<what it is about>."""
    if not seats:
        return set()
    places = {ALLIANCE, *City.objects.values_list("slug", flat=True)}
    parts = {(pk, name): name.partition("@") for pk, name in seats}
    return {seat for seat, (role, _at, about) in parts.items() if about not in places and (seat[0], role) in roles}
