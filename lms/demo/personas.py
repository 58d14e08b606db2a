"""The people one can look around as, and what is worth trying with each."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.models import Membership, Role, User


@dataclass(frozen=True)
class Persona:
    email: str
    try_this: str | Promise


PERSONAS = [
    Persona("mina.musterfrau@example.org", _("Apply for a place in another city and take a course.")),
    Persona("kilian.beispiel@example.org", _("Is in the middle of a stay: write the weekly note.")),
    Persona("emil.erfunden@example.org", _("Has finished a stay: download the record and check it.")),
    Persona("jonas.probelauf@example.org", _("Is 17 and sees what that changes.")),
    Persona("barbara.blaupause@example.org", _("Endorse an application, write a course in ten minutes.")),
    Persona(
        "dieter.demozweck@example.org", _("Read a course of München that waits, see what an original has changed.")
    ),
    Persona("rita.reserve@example.org", _("Stands in for Barbara: endorse in her place.")),
    Persona("otto.ohneecht@example.org", _("Describe a place, take in a guest.")),
    Persona("carla.copyvorlage@example.org", _("Look after a guest and complete the stay.")),
    Persona("hanna.hypothese@example.org", _("Decide what is waiting, confirm for Nürnberg.")),
    Persona("anna.annahme@example.org", _("Decide what is waiting, confirm for Augsburg.")),
    Persona("marlene.muster@example.org", _("Confirm for München, review an offer.")),
    Persona("konrad.kunstfigur@example.org", _("Lead a round, look at the proposal of the matching.")),
]


def persona_people() -> QuerySet[User]:
    return User.objects.filter(email__in=[persona.email for persona in PERSONAS], is_active=True)


def personas_shown() -> list[tuple[str, list[tuple[Membership, str | Promise]]]]:
    """Roles with the personas who hold them, in the order of the list above."""
    advice = {persona.email: persona.try_this for persona in PERSONAS}
    order = {email: place for place, email in enumerate(advice)}
    held = Membership.objects.current().filter(person__in=persona_people()).select_related("person", "city")
    by_role: dict[str, list[tuple[Membership, str | Promise]]] = {}
    for membership in sorted(held, key=lambda one: order[one.person.email]):
        by_role.setdefault(membership.role, []).append((membership, advice[membership.person.email]))
    return [(Role(role).label, found) for role, found in by_role.items()]
