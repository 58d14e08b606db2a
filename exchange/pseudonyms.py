"""A short code in place of a name: the same person has another one at every place and in every round."""

import base64
import hashlib
import hmac

from django.conf import settings

SALT = b"exchange.pseudonyms/1"
LETTERS = 6


def pseudonym(round: int, application: int, offer: int) -> str:
    """Made with a key of this installation, so that nobody can try out who it is; easy to read out."""
    key = hashlib.sha256(SALT + settings.SECRET_KEY.encode()).digest()
    mark = hmac.new(key, f"{round}:{application}:{offer}".encode(), hashlib.sha256).digest()
    code = base64.b32encode(mark).decode()[:LETTERS]
    return f"{code[:3]}-{code[3:]}"
