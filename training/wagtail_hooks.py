"""What the log calls the things people do in the training."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

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


@hooks.register("register_log_actions")
def register_actions(registry):
    for action, label in LOGGED.items():
        registry.register_action(action, label, label)
