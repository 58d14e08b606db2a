from people.models.membership import Membership, Role
from people.models.organisation import City, Department, Occupation, Regime, SchoolForm
from people.models.person import User

__all__ = ["City", "Department", "Membership", "Occupation", "Regime", "Role", "SchoolForm", "User"]
