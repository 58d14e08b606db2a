"""Why a wish was not met, in one sentence for the person who had it; never about anybody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exchange.matching import Code
from exchange.states import Unsuitable

REFUSED = "refused"
BY_HAND = "by_hand"
UNSUITABLE = "unsuitable_"
SENTENCES: Mapping[str, Promise] = {
    REFUSED: _("One of the two cities could not agree to this place."),
    BY_HAND: _("The coordination gave you another place by hand and put the reason on record. Please ask your office."),
    Code.UNKNOWN_OFFER: _("This place is no longer offered in this round."),
    Code.OWN_CITY: _("This place is in your own city; the exchange leads to another one."),
    Code.INELIGIBLE_OCCUPATION: _("This place is not meant for your occupation."),
    Code.INELIGIBLE_YEAR: _("This place is not meant for your year of training."),
    Code.INELIGIBLE_AGE: _("You are younger than this place allows."),
    Code.INELIGIBLE_SKILL: _("This place asks for knowledge that your profile does not show."),
    Code.CLASH: _("In the weeks of this place you have other dates, such as school, an exam or leave."),
    Code.PINNED_FULL: _("All seats of this place had been given away before the matching."),
    Code.MAX_OUT: _("As many people leave your city in this round as it decided. That number was reached."),
    Code.RECIPROCITY_OUT: _(
        "Your city can only send as many people as it takes in, within what the cities agreed. That number was reached."
    ),
    Code.RECIPROCITY_IN: _(
        "One more guest here would have brought giving and taking between the cities out of what they agreed."
    ),
    Code.OPTIMUM_COUNT: _("Had you gone here, fewer people would have had a place in all."),
    Code.OPTIMUM_PROFILE: _("Had you gone here, the wishes of all together would have come true less well."),
    Code.OPTIMUM_TIEBREAK: _(
        "Several results were equally good for all together. Points and the draw decided between them."
    ),
}
FULL = {
    "offer": _("This place is full."),
    "department": _("The department has given away all its places."),
    "city": _("The city takes in no more guests in this round."),
}
LAST_ONE: Mapping[str, Promise] = {
    "score": _("The last seat went to an application with %(cutoff)s points, yours has %(own)s points."),
    "class": _("With equal points group %(cutoff)s comes before group %(own)s, and yours is group %(own)s."),
    "draw": _(
        "Several applications were equal, so the draw decided: "
        "the last seat went to number %(cutoff)s of the draw, you have number %(own)s."
    ),
}


def unsuitable_code(reason: str) -> str:
    """What is kept with a wish whose host found, with a countersignature, that the person does not fit the tasks."""
    return f"{UNSUITABLE}{reason}"


def reason_sentence(code: str, own: int | None, cutoff: int | None, facts: Mapping[str, Any]) -> str:
    """Say in the reader's language why the wish was not met; `facts["basis"]` is what the numbers count."""
    if code.startswith("full_"):
        _full, decided_by, level = code.split("_")
        basis = "draw" if decided_by == "lottery" else facts.get("basis") or "score"
        return f"{FULL[level]} {LAST_ONE[basis] % {'own': own, 'cutoff': cutoff}}"
    if code.startswith(UNSUITABLE):
        said = Unsuitable(code.removeprefix(UNSUITABLE)).label
        return str(_("The host could not consider you, for reasons of the work: %(reason)s") % {"reason": said})
    return str(SENTENCES[code])
