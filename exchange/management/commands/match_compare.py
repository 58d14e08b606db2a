"""All modes on the same instance, side by side, without a database."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand

from exchange.management.commands.match_file import BAD_INPUT, text_of
from exchange.matching.audit import canonical_json
from exchange.matching.checker import blocking_pairs
from exchange.matching.files import error_document, read_instance, read_json, result_document
from exchange.matching.market import Infeasible, Market, MarketError
from exchange.matching.modes import Draw, Mode, Rule, assign

FIGURES = ("placed", "first_choice", "mean_rank_milli", "blocking_pairs", "largest_net", "milliseconds")


class Command(BaseCommand):
    help = "Compares all modes on an instance file (exmatch-instance/1)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("instance", type=Path)

    def handle(self, *args: Any, instance: Path, **options: Any) -> None:
        try:
            document = read_json(text_of(instance))
            market, lottery = read_instance(document)
            draw = lottery.places(market.applicant_by_id)
            rows = [_row(document, market, draw, mode) for mode in Mode]
        except MarketError as error:
            self.stdout.write(canonical_json(error_document(error)))
            sys.exit(BAD_INPUT)
        self.stdout.write(canonical_json({"rows": rows}))


def _row(document: dict[str, Any], market: Market, draw: Draw, mode: Mode) -> dict[str, Any]:
    begun = perf_counter()
    try:
        outcome = assign(market, draw, mode)
    except Infeasible as error:
        return {"mode": mode.value, **dict.fromkeys(FIGURES), "error": error_document(error)}
    taken = round((perf_counter() - begun) * 1000)
    result = result_document(document, market, outcome, mode, Rule.SCORES)
    metrics = result["metrics"]
    return {
        "mode": mode.value,
        "placed": metrics["placed"],
        "first_choice": metrics["first_choice"],
        "mean_rank_milli": metrics["rank_sum"] * 1000 // metrics["placed"] if metrics["placed"] else 0,
        "blocking_pairs": blocking_pairs(document, result),
        "largest_net": max(map(abs, metrics["net"].values()), default=0),
        "milliseconds": taken,
    }
