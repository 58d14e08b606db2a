"""What the log calls the things people do in the exchange."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

STAYING = {
    "exchange.match_run.start": _("Matching computed"),
    "exchange.match_run.adopt": _("Proposal adopted"),
    "exchange.match_run.discard": _("Proposal discarded"),
    "exchange.round.return_to_matching": _("Returned to the matching"),
    "exchange.round.publish": _("Places published"),
    "exchange.placement.confirm": _("Place confirmed for a city"),
    "exchange.placement.refuse": _("Place refused"),
    "exchange.placement.accept": _("Place accepted"),
    "exchange.placement.decline": _("Place declined"),
    "exchange.placement.expire": _("Place not answered in time"),
    "exchange.placement.start": _("Stay begun"),
    "exchange.placement.complete": _("Stay completed"),
    "exchange.placement.close": _("Record issued"),
    "exchange.placement.cancel": _("Stay canceled"),
    "exchange.placement.terminate": _("Stay ended early"),
}
APPLYING = {
    "exchange.application.start": _("Application begun"),
    "exchange.application.check_details": _("Details checked"),
    "exchange.application.change": _("Application changed"),
    "exchange.application.set_wishes": _("Wishes changed"),
    "exchange.application.consent": _("Consent given"),
    "exchange.application.submit": _("Application handed in"),
    "exchange.application.withdraw": _("Application withdrawn"),
    "exchange.application.endorse": _("Application endorsed"),
    "exchange.application.return": _("Application returned"),
    "exchange.application.approve": _("Application released"),
    "exchange.application.reject": _("Application rejected"),
}
LOGGED = {**APPLYING, **STAYING}


@hooks.register("register_log_actions")
def register_actions(registry):
    for action, label in LOGGED.items():
        registry.register_action(action, label, label)
