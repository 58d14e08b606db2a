"""What the log calls the things people do in the exchange."""

from django.utils.translation import gettext_lazy as _

from lms.core import journal

AGREEING = {
    "exchange.agreement.create": _("Agreement drafted"),
    "exchange.agreement.change": _("Agreement changed"),
    "exchange.agreement.assent": _("Assented for a city"),
    "exchange.agreement.take_effect": _("Agreement in force"),
    "exchange.agreement.end": _("Agreement ended"),
}
ROUNDS = {
    "exchange.round.create": _("Round prepared"),
    "exchange.round.change": _("Round changed"),
    "exchange.round.open_offers": _("Opened for offers"),
    "exchange.round.open_applications": _("Opened for applications"),
    "exchange.round.extend_applications": _("Time for applications extended"),
    "exchange.round.close_applications": _("Time for applications ended"),
    "exchange.round.start_matching": _("Assignment begun"),
    "exchange.round.return_to_matching": _("Returned to the matching"),
    "exchange.round.publish": _("Places published"),
    "exchange.round.start": _("Stays begun"),
    "exchange.round.close": _("Round closed"),
    "exchange.round.cancel": _("Round canceled"),
}
HOSTING = {
    "exchange.offer.create": _("Offer begun"),
    "exchange.offer.change": _("Offer changed"),
    "exchange.offer.submit": _("Offer handed in"),
    "exchange.offer.return": _("Offer returned"),
    "exchange.offer.publish": _("Offer published"),
    "exchange.offer.pause": _("Offer paused"),
    "exchange.offer.resume": _("Offer resumed"),
    "exchange.offer.withdraw": _("Offer withdrawn"),
    "exchange.offer.close": _("Offer closed"),
}
STAYING = {
    "exchange.match_run.start": _("Matching computed"),
    "exchange.match_run.adopt": _("Proposal adopted"),
    "exchange.match_run.discard": _("Proposal discarded"),
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
    "exchange.application.enter_matching": _("Taken into the matching"),
}
journal.name_actions(AGREEING | ROUNDS | HOSTING | APPLYING | STAYING)
