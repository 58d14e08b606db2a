"""What the log calls the things people do with roles and substitutions."""

from django.utils.translation import gettext_lazy as _

from lms.core import journal

LOGGED = {
    "people.role.give": _("Role given"),
    "people.role.end": _("Role ended"),
    "people.role.begin": _("Role began by date"),
    "people.role.lapse": _("Role ended by date"),
    "people.substitution.set_up": _("Substitution set up"),
    "people.substitution.end": _("Substitution ended early"),
}
journal.name_actions(LOGGED)
