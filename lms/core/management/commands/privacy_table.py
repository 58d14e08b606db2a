"""Print what is stored about persons, as the models declare it, in Markdown; with --write into docs/privacy.md."""

from collections.abc import Iterator

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import models
from django.utils import translation

from lms.core.privacy import DECLARED, Declaration

DOCUMENT = settings.BASE_DIR / "docs" / "privacy.md"
BEGIN, END = "<!-- privacy_table -->\n", "<!-- end of privacy_table -->\n"
HEAD = ("Record", "Model", "Whose", "Purpose", "Legal basis", "Kept after the case ends")


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("--write", action="store_true", help="put the table into docs/privacy.md")

    def handle(self, *, write, **options):
        with translation.override("en"):
            text = "".join(f"{line}\n" for line in lines())
        if write:
            DOCUMENT.write_text(placed(text))
        else:
            self.stdout.write(text, ending="")


def placed(text: str) -> str:
    """The document with this text between its marks."""
    before, _, rest = DOCUMENT.read_text().partition(BEGIN)
    return f"{before}{BEGIN}{text}{END}{rest.partition(END)[2]}"


def lines() -> Iterator[str]:
    held = sorted(DECLARED.items(), key=lambda entry: entry[0]._meta.label)
    yield _row(*HEAD)
    yield _row(*["---"] * len(HEAD))
    for model, declaration in held:
        if declaration.subjects:
            yield _row(*_cells(model, declaration))
    nothing = ", ".join(f"`{model._meta.label}`" for model, declaration in held if not declaration.subjects)
    yield ""
    yield f"Declared to hold no personal data: {nothing}."


def _cells(model: type[models.Model], declaration: Declaration) -> list[str]:
    subject = ", ".join("the person" if path == "pk" else f"`{path}`" for path in declaration.subjects)
    reason = [str(declaration.purpose), str(declaration.basis), _time(declaration.months)]
    return [str(declaration.name or model._meta.verbose_name), f"`{model._meta.label}`", subject, *reason]


def _time(months: int) -> str:
    years, rest = divmod(months, 12)
    count, unit = (months, "month") if rest else (years, "year")
    return f"{count} {unit}{'' if count == 1 else 's'}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
