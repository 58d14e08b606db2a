from exchange.models.agreements import Agreement, Assent
from exchange.models.applications import Application, Wish
from exchange.models.matching_runs import MatchRun
from exchange.models.offers import HostOffer
from exchange.models.placements import Placement
from exchange.models.rounds import ExchangeRound

__all__ = ["Agreement", "Application", "Assent", "ExchangeRound", "HostOffer", "MatchRun", "Placement", "Wish"]
