from people.models.looks import FileLook, LookKind
from people.models.membership import Membership, Role
from people.models.organisation import City, Department, Occupation, Regime, SchoolForm
from people.models.person import User
from people.models.substitution import LENDABLE, Substitution

__all__ = [
    "LENDABLE",
    "City",
    "Department",
    "FileLook",
    "LookKind",
    "Membership",
    "Occupation",
    "Regime",
    "Role",
    "SchoolForm",
    "Substitution",
    "User",
]
