"""Keep the German catalogue complete, without gettext: extract, list what is missing, fill in, compile."""

import fcntl
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages import pofile
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.template import templatize

LOCALE = settings.BASE_DIR / "locale" / "de" / "LC_MESSAGES"
CATALOGUE = LOCALE / "django.po"
COMPILED = LOCALE / "django.mo"
APPS = ["lms", "people", "questions", "courses", "training", "learning", "exchange", "certificates"]
KEYWORDS = {
    "gettext": None, "gettext_lazy": None, "gettext_noop": None, "_": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument(
            "--fill", metavar="FILE.json", help="take translations {English: German} into the catalogue"
        )
        parser.add_argument("--check", action="store_true", help="fail when a German text is missing; write nothing")
        parser.add_argument("--compile", action="store_true", help="only write django.mo")

    def handle(self, *args, **options):
        LOCALE.mkdir(parents=True, exist_ok=True)
        with (LOCALE / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if options["compile"]:
                compile_catalogue()
                return
            catalogue = updated()
            if options["check"]:
                self.check_complete(catalogue)
                return
            unknown = fill(catalogue, json.loads(Path(options["fill"]).read_text())) if options["fill"] else []
            write(catalogue)
            compile_catalogue()
        for text in unknown:
            self.stderr.write(f"not used in the product: {text!r}")
        for text in missing(catalogue):
            self.stdout.write(f"missing: {text!r}")

    def check_complete(self, catalogue):
        texts = missing(catalogue)
        stored = {message.id for message in read() if message.id}
        new = {message.id for message in catalogue if message.id}
        if texts or stored != new:
            drift = sorted(map(str, stored ^ new))
            raise CommandError(f"No German for {texts}; not in step with the product: {drift}. Run `make messages`.")


def found():
    """All marked strings of the product: (place, line, message, comments, context)."""
    for app in APPS:
        for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from _found_in(path, path.read_text())
    for path in sorted((settings.BASE_DIR / "templates").rglob("*.*")):
        unindented = re.sub(r"(?m)^[ \t]+", "", templatize(path.read_text(), origin=str(path)))
        yield from _found_in(path, unindented)  # the layout of a template is no Python


def _found_in(path, source):
    place = path.relative_to(settings.BASE_DIR).as_posix()
    options = {"encoding": "utf-8"}
    for _line, message, comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS, (), options):
        yield place, message, comments, context


def read():
    if not CATALOGUE.exists():
        return Catalog(locale="de")
    with CATALOGUE.open("rb") as file:
        return pofile.read_po(file, locale="de")


def updated():
    template = Catalog()
    for place, message, comments, context in found():
        where: list[Any] = [(place, None)]  # files without lines: no needless diff
        template.add(message, None, where, auto_comments=comments, context=context)
    catalogue = read()
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    return catalogue


def fill(catalogue, translations):
    by_text = {(m.id[0] if m.pluralizable else m.id): m for m in catalogue if m.id}
    for text, german in translations.items():
        if text in by_text:
            message = by_text[text]
            if message.pluralizable and isinstance(german, str):
                raise CommandError(f"Two German texts are needed, for one and for several: {text!r}")
            message.string = tuple(german) if message.pluralizable else german
            message.flags.discard("fuzzy")
    return [text for text in translations if text not in by_text]


def missing(catalogue):
    return [m.id for m in catalogue if m.id and (not all(m.string) if m.pluralizable else not m.string)]


def write(catalogue):
    catalogue.project, catalogue.version = "Wanderjahr", "1"
    catalogue.header_comment = "# German texts of Wanderjahr."
    catalogue.revision_date = catalogue.creation_date = datetime(2026, 1, 1, tzinfo=UTC)  # no date, no needless diff
    scratch = CATALOGUE.with_suffix(".part")
    with scratch.open("wb") as file:
        pofile.write_po(file, catalogue, sort_output=True, width=120, omit_header=False)
    scratch.replace(CATALOGUE)


def compile_catalogue():
    scratch = COMPILED.with_suffix(".part")
    with scratch.open("wb") as file:
        write_mo(file, read())
    scratch.replace(COMPILED)
