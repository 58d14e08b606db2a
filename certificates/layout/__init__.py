"""The PDF of a certificate: what it says goes in, bytes come out, always the same. Knows nothing of Django."""

from certificates.layout.document import draw
from certificates.layout.sheet import Issuer, Sheet

__all__ = ["Issuer", "Sheet", "draw"]
