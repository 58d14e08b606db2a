from exchange.models.agreements import Agreement, AgreementDocument, Assent
from exchange.models.applications import Application, ClearingWish, Wish
from exchange.models.consents import Consent, GuardianConsent
from exchange.models.decisions import Decision, Inquiry
from exchange.models.matching_runs import MatchRun
from exchange.models.offers import HostOffer
from exchange.models.pins import Pin
from exchange.models.placements import Placement
from exchange.models.rounds import ExchangeRound, Question, RoundAssent, RoundVote
from exchange.models.subscriptions import OfferSubscription
from exchange.models.swaps import Swap, SwapConfirmation, SwapWish
from exchange.models.verdicts import HostVerdict

__all__ = [
    "Agreement", "AgreementDocument", "Application", "Assent", "ClearingWish", "Consent", "Decision",
    "ExchangeRound", "GuardianConsent", "HostOffer", "HostVerdict", "Inquiry", "MatchRun", "OfferSubscription",
    "Pin", "Placement", "Question", "RoundAssent", "RoundVote", "Swap", "SwapConfirmation", "SwapWish", "Wish",
]  # fmt: skip
