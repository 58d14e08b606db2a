"""Give and end roles. Each role in a city has a group of the same name, to which Wagtail's page rights are tied."""

from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from lms.core import journal
from people.models import City, Department, Membership, Role, User


def group_for(role: Role, city: City | None) -> Group:
    return Group.objects.get_or_create(name=f"{role}@{city.slug if city else 'alliance'}")[0]


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
    person.groups.add(group_for(role, city))
    journal.record(membership, "people.role.give", actor=actor, role=str(role), city=city.slug if city else "")
    return membership


@transaction.atomic
def end_role(membership: Membership, *, actor: User | None, on: date) -> Membership:
    membership.ends_on = on
    membership.save(update_fields=["ends_on"])
    others = Membership.objects.current().filter(person=membership.person, role=membership.role, city=membership.city)
    if not others.exclude(pk=membership.pk).exists():
        membership.person.groups.remove(group_for(Role(membership.role), membership.city))
    journal.record(membership, "people.role.end", actor=actor, role=membership.role)
    return membership
