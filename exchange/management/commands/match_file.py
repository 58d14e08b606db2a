"""Assign the places of an instance file, without a database."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from exchange.matching.audit import canonical_json
from exchange.matching.files import error_document, read_instance, read_json, result_document
from exchange.matching.market import Infeasible, MarketError
from exchange.matching.modes import Mode, Rule, assign, reasons

INFEASIBLE, BAD_INPUT = 1, 2


def text_of(path: Path) -> str:
    """MarketError where the file cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MarketError("file", f"{path} cannot be read: {error}.", str(path)) from error


def write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MarketError("file", f"{path} cannot be written: {error}.", str(path)) from error


class Command(BaseCommand):
    help = "Assigns the places of an instance file (exmatch-instance/1) and writes a result (exmatch-result/1)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("instance", type=Path)
        parser.add_argument("--mode", required=True, choices=[mode.value for mode in Mode])
        parser.add_argument("--out", type=Path, help="where to write the result; without it: to the screen")
        parser.add_argument("--reasons", action="store_true", help="say why each better wish was not met")
        parser.add_argument("--priority", default=Rule.SCORES.value, choices=[rule.value for rule in Rule])

    def handle(self, *args: Any, instance: Path, mode: str, out: Path | None, priority: str, **options: Any) -> None:
        chosen, rule = Mode(mode), Rule(priority)
        try:
            document = read_json(text_of(instance))
            market, lottery = read_instance(document)
            draw = lottery.places(market.applicant_by_id)
            outcome = assign(market, draw, chosen, rule)
            why = reasons(market, draw, chosen, rule, outcome) if options["reasons"] else None
            written = canonical_json(result_document(document, market, outcome, chosen, rule, why))
            if out is not None:
                write(out, f"{written}\n")
        except MarketError as error:
            self.stdout.write(canonical_json(error_document(error)))
            sys.exit(INFEASIBLE if isinstance(error, Infeasible) else BAD_INPUT)
        if out is None:
            self.stdout.write(written)
