"""Whether a host knows who a guest is: apps above that plan stays say so, as training has no stays of its own."""

from collections.abc import Callable, Collection

Pair = tuple[int, int]  # person, host city

# Each is asked which of these pairs are known, in a fixed number of queries.
KNOWN: list[Callable[[Collection[Pair]], set[Pair]]] = []


def known_to_hosts(pairs: Collection[Pair]) -> set[Pair]:
    return {pair for ask in KNOWN for pair in ask(pairs)} if pairs else set()
