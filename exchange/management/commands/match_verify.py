"""Hold a result file to its claims, without a database."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from exchange.management.commands.match_file import BAD_INPUT, text_of
from exchange.matching.audit import canonical_json
from exchange.matching.checker import false_claims
from exchange.matching.files import error_document, read_instance, read_json, read_result
from exchange.matching.market import MarketError


class Command(BaseCommand):
    help = "Checks every claim of a result (exmatch-result/1) about its instance; one line for each that is false."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("instance", type=Path)
        parser.add_argument("result", type=Path)

    def handle(self, *args: Any, instance: Path, result: Path, **options: Any) -> None:
        try:
            document = read_json(text_of(instance))
            read_instance(document)
            claimed = read_result(read_json(text_of(result)))
        except MarketError as error:
            self.stdout.write(canonical_json(error_document(error)))
            sys.exit(BAD_INPUT)
        found = false_claims(document, claimed)
        for line in found:
            self.stdout.write(line)
        if found:
            sys.exit(1)
