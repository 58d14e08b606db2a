"""Which version of a text somebody has in front of them."""

from collections.abc import Mapping
from hashlib import sha256
from json import dumps


def version_of(texts: Mapping[str, str]) -> str:
    """The same texts always have the same version, whichever window wrote them."""
    return sha256(dumps(texts, sort_keys=True).encode()).hexdigest()[:16]
