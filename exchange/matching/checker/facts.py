"""An instance and a result as the checker reads them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from typing import Any


class Facts:
    def __init__(self, instance: Mapping[str, Any], result: Mapping[str, Any]) -> None:
        self.result = result
        self.people = {one["id"]: one for one in instance["applicants"]}
        self.offers = {one["id"]: one for one in instance["offers"]}
        self.quotas = {one["id"]: one.get("quota") for one in instance["departments"]}
        self.cities = {one["id"]: one for one in instance["cities"]}
        hosts = {one["id"]: one["city"] for one in instance["departments"]}
        self.host = {key: hosts[one["department"]] for key, one in self.offers.items()}
        self.department = {key: one["department"] for key, one in self.offers.items()}
        self.scores = instance.get("scores", {}) if result.get("priority", "scores") == "scores" else {}
        self.pinned = instance.get("pinned", {})
        self.pairs = instance.get("pairs", [])
        self.got: Mapping[str, str | None] = result["assignment"]
        self.draw = _draw(instance["lottery"], self.people)
        self.at = Counter(place for place in self.got.values() if place is not None)
        self.in_department = Counter(self.department.get(place) for place in self.got.values() if place is not None)
        self.coming = Counter(self.host.get(place) for place in self.got.values() if place is not None)
        self.going = Counter(
            self.people[who]["city"] for who, place in self.got.items() if place is not None and who in self.people
        )

    def may(self, who: str, place: str) -> bool:
        person, offer = self.people[who], self.offers.get(place)
        if offer is None or place not in person["prefs"] or self.host[place] == person["city"]:
            return False
        occupations, (youngest, oldest) = offer.get("occupations"), offer["years"]
        first, last = offer["weeks"]
        return (
            (occupations is None or person["occupation"] in occupations)
            and youngest <= person["year"] <= oldest
            and person["age"] >= offer.get("min_age", 0)
            and set(offer.get("skills", [])) <= set(person.get("skills", []))
            and not any(first <= week <= last for week in person.get("busy", []))
        )

    def better(self, who: str) -> list[str]:
        """What this person may have and would rather have."""
        return [place for place in self.preferred(who) if self.may(who, place)]

    def preferred(self, who: str) -> list[str]:
        listed, got = self.people[who]["prefs"], self.got[who]
        return list(listed if got is None else listed[: listed.index(got)])

    def before(self, who: str, department: str) -> tuple[int, int, int]:
        """Greater comes first."""
        points = self.scores.get(department, {}).get(who, 0)
        return points, -self.people[who].get("class", 0), -self.draw[who]

    def net(self, city: str) -> int:
        return self.coming[city] - self.going[city]

    def bounds(self, city: str) -> tuple[int, int] | None:
        tolerance, carry = self.cities[city].get("tolerance"), self.cities[city].get("carry", 0)
        return None if tolerance is None else (min(0, -tolerance - carry), max(0, tolerance - carry))

    def has_quota_left(self, who: str, department: str) -> bool:
        quota, got = self.quotas[department], self.got[who]
        own = int(got is not None and self.department[got] == department)
        return quota is None or self.in_department[department] - own < quota

    def could_move(self, who: str, place: str) -> bool:
        """Take a seat that is free, alone, without breaking a bound."""
        got, home, host = self.got[who], self.people[who]["city"], self.host[place]
        if self.at[place] >= self.offers[place]["capacity"] or not self.has_quota_left(who, self.department[place]):
            return False
        change: Counter[str] = Counter({host: 1})
        if got is None:
            change[home] -= 1
            most = self.cities[home].get("max_out")
            if most is not None and self.going[home] >= most:
                return False
        else:
            change[self.host[got]] -= 1
        most = self.cities[host].get("max_in")
        if most is not None and self.coming[host] >= most and change[host] > 0:
            return False
        for city, more in change.items():
            bounds = self.bounds(city)
            if more and bounds and not bounds[0] <= self.net(city) + more <= bounds[1]:
                return False
        return True


def _draw(lottery: Mapping[str, Any], people: Mapping[str, Any]) -> dict[str, int]:
    tickets = {who: hashlib.sha256(f"{lottery.get('seed', '')}:{who}".encode()).digest() for who in people}
    named = list(lottery.get("explicit", []))
    rest = sorted((who for who in people if who not in named), key=lambda who: (tickets[who], who))
    return {who: place for place, who in enumerate([*named, *rest])}
