"""What the log calls the things people do with roles."""

from django.utils.translation import gettext_lazy as _

from lms.core import journal

journal.name_actions({"people.role.give": _("Role given"), "people.role.end": _("Role ended")})
