"""What the log calls the things people do in the training."""

from django.utils.translation import gettext_lazy as _

from lms.core import journal

LOGGED = {
    "training.station.book": _("Station planned"),
    "training.station.change": _("Station changed"),
    "training.station.check_in": _("Checked in"),
    "training.station.complete": _("Station completed"),
    "training.station.cancel": _("Station canceled"),
    "training.note.submit": _("Weekly note handed in"),
    "training.note.confirm": _("Weekly note confirmed"),
    "training.note.return": _("Weekly note returned"),
}
journal.name_actions(LOGGED)
