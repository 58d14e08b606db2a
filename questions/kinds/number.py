"""A number, written the German or the English way."""

import re
from fractions import Fraction

from questions.kinds.base import Answer, Definition, Simple, plain

LONGEST = 40
GROUPED = r"\d{1,3}(?:%s\d{3})+"  # 1.234.567
# the ways to read a text: thousands sign, decimal sign
WAYS = [("", "."), ("", ","), (r"\.", ","), (",", "."), (" ", ","), (" ", ".")]


class Number(Simple):
    """`value`, `tolerance`, `unit`: texts, as the author wrote them. The answer is one too, with or without unit."""

    name = "number"

    def faults(self, definition: Definition) -> list[tuple[str, str]]:
        found = []
        values = readings(definition["value"])
        if not values:
            found.append(("value", "no_number"))
        if len(values) > 1:
            found.append(("value", "ambiguous"))
        tolerances = readings(definition["tolerance"] or "0")
        if not tolerances:
            found.append(("tolerance", "no_number"))
        if len(tolerances) > 1:
            found.append(("tolerance", "ambiguous"))
        if any(one < 0 for one in tolerances):
            found.append(("tolerance", "negative"))
        return found

    def kept(self, definition: Definition, sent: Answer) -> Answer:
        """Also what is no number: who wrote it finds it again."""
        return " ".join(plain(sent, LONGEST).split()) or None

    def points(self, definition: Definition, answer: Answer) -> Fraction:
        (value,) = readings(definition["value"])
        (tolerance,) = readings(definition["tolerance"] or "0")
        given = readings(answer, definition["unit"])
        return Fraction(int(any(abs(one - value) <= tolerance for one in given)))

    def asked(self, definition: Definition) -> Definition:
        return super().asked(definition) | {"unit": definition["unit"]}

    def told(self, definition: Definition, answer: Answer) -> list[str]:
        if not answer:
            return []
        with_unit = definition["unit"] and not answer.casefold().endswith(definition["unit"].casefold())
        return [f"{answer} {definition['unit']}" if with_unit else answer]

    def right_told(self, definition: Definition) -> list[str]:
        wide = any(readings(definition["tolerance"] or "0") - {Fraction(0)})
        parts = [definition["value"], f"± {definition['tolerance']}" if wide else "", definition["unit"]]
        return [" ".join(part for part in parts if part)]


def readings(text: Answer, unit: str = "") -> set[Fraction]:
    """The numbers a text can mean: “1.234” is 1234 in German and 1.234 in English, “1,5” is one and a half in both."""
    bare = _without(unit, " ".join(plain(text, LONGEST).split()).casefold()).replace("−", "-").replace("'", "")
    sign, digits = (-1 if bare.startswith("-") else 1), bare.removeprefix("-").removeprefix("+").strip()
    if not digits.isascii():
        return set()
    return {sign * found for way in WAYS if (found := _read(digits, *way)) is not None}


def _without(unit: str, text: str) -> str:
    return text.removesuffix(unit.casefold().strip()).strip()


def _read(digits: str, thousands: str, decimal: str) -> Fraction | None:
    whole = GROUPED % thousands if thousands else r"\d+"
    if not re.fullmatch(rf"(?:{whole})?(?:{re.escape(decimal)}\d+)?", digits) or not digits:
        return None
    before, _, after = digits.rpartition(decimal) if decimal in digits else (digits, "", "")
    return Fraction(f"{re.sub(r'[^0-9]', '', before) or '0'}.{after or '0'}")
