from certificates.models.certificates import Certificate, Document, NumberSeries
from certificates.models.revocations import Revocation

__all__ = ["Certificate", "Document", "NumberSeries", "Revocation"]
