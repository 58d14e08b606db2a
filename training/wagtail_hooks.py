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
    "training.absence.enter": _("Absence or exam entered"),
    "training.absence.change": _("Absence or exam changed"),
    "training.absence.remove": _("Absence or exam removed"),
    "training.agreement.propose": _("Absence during a stay proposed"),
    "training.agreement.agree": _("Absence during a stay agreed"),
    "training.agreement.decline": _("Absence during a stay declined"),
    "training.agreement.withdraw": _("Agreement about an absence withdrawn"),
    "training.override.decide": _("Planned despite a warning"),
    "training.override.withdraw": _("Decision despite a warning withdrawn"),
    "training.class.create": _("Class added"),
    "training.class.change": _("Class changed"),
    "training.class.enter": _("School times entered"),
    "training.class.import": _("School times imported"),
    "training.class.copy": _("School times copied"),
    "training.class.entry_change": _("School time changed"),
    "training.class.entry_remove": _("School time removed"),
    "training.rule.set": _("Rule of planning set"),
    "training.occupation.change": _("Occupation changed"),
    "training.occupation.confirm": _("Occupation confirmed"),
    "training.suitability.record": _("Proof of a trainer recorded"),
    "training.suitability.end": _("Proof of a trainer ended"),
    "training.city_day.add": _("Day of the city added"),
    "training.city_day.remove": _("Day of the city removed"),
    "training.feed.make": _("Private calendar address made"),
    "training.feed.revoke": _("Private calendar address revoked"),
}
journal.name_actions(LOGGED)
