"""Codes of certificates: twelve random characters that nobody confuses, and a thirteenth that finds typing errors."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 O, no 1 I L; 31 is prime, so the check finds every swap
RANDOM = 12
LENGTH = RANDOM + 1
GROUP = 4


def new_code() -> str:
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))
    return body + check_character(body)


def check_character(body: str) -> str:
    """Every single wrong character and every swap of neighbors changes this weighted sum modulo a prime."""
    total = sum(weight * ALPHABET.index(character) for weight, character in enumerate(body, start=2))
    return ALPHABET[total % len(ALPHABET)]


def normalized(text: str) -> str:
    """What somebody typed, without spaces and hyphens and in capitals."""
    return "".join(character for character in text.upper() if character.isalnum())


def is_plausible(code: str) -> bool:
    return len(code) == LENGTH and set(code) <= set(ALPHABET) and code[-1] == check_character(code[:-1])


def grouped(code: str) -> str:
    """ABCD-EFGH-JKMN-P, easier to read aloud and to type."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
