"""Instances and results as files that other programs write and read (`exmatch-instance/1`, `exmatch-result/1`)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from exchange.matching.audit import ENGINE, canonical_json, fingerprint
from exchange.matching.explain import Reason, Reasons
from exchange.matching.lottery import Lottery
from exchange.matching.market import Applicant, City, Department, Market, MarketError, Offer
from exchange.matching.metrics import measure
from exchange.matching.modes import Mode, Outcome, Rule

INSTANCE, RESULT, ERROR = "exmatch-instance/1", "exmatch-result/1", "exmatch-error/1"
ALGORITHM = "sha256(seed:applicant)"
MISSING = object()


def read_json(text: str) -> Any:
    """MarketError where it is no JSON, and where a number is no integer, a text no text, or a key comes twice."""
    try:
        document = json.loads(
            text, object_pairs_hook=_without_repetition, parse_float=_no_fraction, parse_constant=_no_number
        )
        canonical_json(document).encode()
    except MarketError:
        raise
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise MarketError("no_json", f"This is no JSON: {error.msg} ({place}).", place) from error
    except (RecursionError, ValueError) as error:  # nested too deeply, half a character, a number of a thousand digits
        raise MarketError("no_json", "This holds something no program could read.", "") from error
    return document


def read_instance(document: object) -> tuple[Market, Lottery]:
    """Raise MarketError that names the field: `offers[3].capacity`."""
    whole = Field("", document).record()
    form = whole["format"].text()
    if form != INSTANCE:
        raise MarketError("format", f"The format is {form}, not {INSTANCE}.", "format")
    market = Market(
        cities=tuple(map(_city, whole["cities"].items())),
        departments=tuple(map(_department, whole["departments"].items())),
        offers=tuple(map(_offer, whole["offers"].items())),
        applicants=tuple(map(_applicant, whole["applicants"].items())),
        scores={
            key: {who: points.whole() for who, points in of.record().items()}
            for key, of in whole.get("scores", {}).record().items()
        },
        pinned={who: place.text() for who, place in whole.get("pinned", {}).record().items()},
        weeks=whole["weeks"].whole(least=1),
        name=whole.get("name", "").text(),
        pairs=tuple(map(_pair, whole.get("pairs", []).items())),
    )
    lottery = _lottery(whole["lottery"])
    unknown = sorted(set(lottery.explicit) - set(market.applicant_by_id))
    if unknown or len(set(lottery.explicit)) < len(lottery.explicit):
        raise MarketError("field", "lottery.explicit has to name applicants, each once.", "lottery.explicit", *unknown)
    return market, lottery


class Field:
    """A value and where it stands, to read it or to say what is wrong with it."""

    def __init__(self, path: str, value: object) -> None:
        self.path = path
        self.value = value

    def wrong(self, what: str) -> MarketError:
        found = "is missing" if self.value is MISSING else f"is {json.dumps(self.value, ensure_ascii=False)[:60]}"
        return MarketError("field", f"{self.path or 'The file'} {found}; it has to be {what}.", self.path)

    def record(self) -> Record:
        if not isinstance(self.value, dict):
            raise self.wrong("an object")
        return Record(self.path, self.value)

    def items(self) -> list[Field]:
        if not isinstance(self.value, list):
            raise self.wrong("a list")
        return [Field(f"{self.path}[{number}]", one) for number, one in enumerate(self.value)]

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.wrong("a text")
        return self.value

    def name(self) -> str:
        if not self.text():
            raise self.wrong("a text that is not empty")
        return self.text()

    def texts(self) -> list[str]:
        return [one.text() for one in self.items()]

    def whole(self, least: int | None = None) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.wrong("a whole number")
        if least is not None and self.value < least:
            raise self.wrong(f"a whole number of at least {least}")
        return self.value

    def whole_or_none(self) -> int | None:
        return None if self.value is None else self.whole(least=0)

    def range(self) -> tuple[int, int]:
        ends = [one.whole() for one in self.items()]
        if len(ends) != 2 or ends[0] > ends[1]:
            raise self.wrong("two whole numbers, the smaller first")
        return ends[0], ends[1]


class Record:
    def __init__(self, path: str, values: Mapping[str, object]) -> None:
        self.path = path
        self.values = values

    def __getitem__(self, key: str) -> Field:
        return Field(f"{self.path}.{key}".lstrip("."), self.values.get(key, MISSING))

    def get(self, key: str, default: object) -> Field:
        return Field(f"{self.path}.{key}".lstrip("."), self.values.get(key, default))

    def items(self) -> Sequence[tuple[str, Field]]:
        return [(key, self[key]) for key in self.values]


def _city(field: Field) -> City:
    one = field.record()
    return City(
        id=one["id"].name(),
        tolerance=one.get("tolerance", None).whole_or_none(),
        carry=one.get("carry", 0).whole(),
        max_in=one.get("max_in", None).whole_or_none(),
        max_out=one.get("max_out", None).whole_or_none(),
    )


def _department(field: Field) -> Department:
    one = field.record()
    return Department(one["id"].name(), one["city"].text(), one.get("quota", None).whole_or_none())


def _offer(field: Field) -> Offer:
    one = field.record()
    occupations = one.get("occupations", None)
    return Offer(
        id=one["id"].name(),
        department=one["department"].text(),
        capacity=one["capacity"].whole(least=0),
        weeks=one["weeks"].range(),
        occupations=None if occupations.value is None else frozenset(occupations.texts()),
        years=one["years"].range(),
        min_age=one.get("min_age", 0).whole(),
        skills=frozenset(one.get("skills", []).texts()),
    )


def _applicant(field: Field) -> Applicant:
    one = field.record()
    return Applicant(
        id=one["id"].name(),
        city=one["city"].text(),
        occupation=one["occupation"].text(),
        year=one["year"].whole(),
        age=one["age"].whole(),
        prefs=tuple(one["prefs"].texts()),
        skills=frozenset(one.get("skills", []).texts()),
        busy=frozenset(week.whole() for week in one.get("busy", []).items()),
        priority_class=one.get("class", 0).whole(),
    )


def _pair(field: Field) -> tuple[str, str]:
    two = field.texts()
    if len(two) != 2 or two[0] == two[1]:
        raise field.wrong("two different applicants")
    return two[0], two[1]


def _lottery(field: Field) -> Lottery:
    one = field.record()
    algorithm = one.get("algorithm", ALGORITHM)
    if algorithm.text() != ALGORITHM:
        raise algorithm.wrong(ALGORITHM)
    return Lottery(one.get("seed", "").text(), tuple(one.get("explicit", []).texts()))


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        repeated = sorted({key for key, _value in pairs if [name for name, _one in pairs].count(key) > 1})
        raise MarketError("repeated_key", f"These keys appear twice in one object: {', '.join(repeated)}.", *repeated)
    return found


def _no_fraction(text: str) -> object:
    raise MarketError("number", f"{text} is no whole number.", text)


def _no_number(text: str) -> object:
    raise MarketError("number", f"{text} is no number.", text)


def result_document(
    document: Mapping[str, Any],
    market: Market,
    outcome: Outcome,
    mode: Mode,
    rule: Rule,
    reasons: Reasons | None = None,
) -> dict[str, Any]:
    """`document` is the instance as it was read: its hash binds the result to it."""
    metrics = measure(market, outcome.assignment)
    found: dict[str, Any] = {
        "format": RESULT,
        "mode": mode.value,
        "instance_sha256": fingerprint(document),
        "engine": ENGINE,
        "assignment": outcome.assignment,
        "claims": list(outcome.claims),
        "objective": list(outcome.objective),
        "priority": rule.value,
        "metrics": {**asdict(metrics), "net": dict(metrics.net)},
    }
    if "stable_effective" in outcome.claims:
        found["effective"] = {"excluded": outcome.barred.listed(), "max_in": {}}
    if reasons is not None:
        found["claims"].append("reasons")
        found["reasons"] = {who: [_reason(one) for one in of] for who, of in reasons.items()}
    return found


def _reason(reason: Reason) -> dict[str, Any]:
    found: dict[str, Any] = {"offer": reason.offer, "code": reason.code.value}
    return found if reason.own is None else {**found, "own": reason.own, "cutoff": reason.cutoff}


def error_document(error: MarketError) -> dict[str, Any]:
    return {"format": ERROR, "code": error.code, "message": error.message, "about": list(error.about)}


def read_result(document: object) -> Mapping[str, Any]:
    """Raise MarketError that names the field; what is claimed is for the checker."""
    whole = Field("", document).record()
    form = whole["format"].text()
    if form != RESULT:
        raise MarketError("format", f"The format is {form}, not {RESULT}.", "format")
    for who, place in whole["assignment"].record().items():
        if place.value is not None and not isinstance(place.value, str):
            raise MarketError("field", f"assignment.{who} has to be an offer or null.", f"assignment.{who}")
    for name in ("claims", "objective"):
        whole.get(name, []).texts()
    effective = whole.get("effective", {}).record()
    for one in effective.get("excluded", []).items():
        if not isinstance(one.value, str) and len(one.texts()) != 2:
            raise one.wrong("an applicant, or an applicant and a city")
    for _who, listed in whole.get("reasons", {}).record().items():
        for reason in listed.items():
            one_reason = reason.record()
            one_reason["offer"].text(), one_reason["code"].text()
    for _city_id, most in effective.get("max_in", {}).record().items():
        most.whole()
    return whole.values
