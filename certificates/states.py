from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lms.core.lifecycle import Lifecycle, step


class CertificateStatus(models.TextChoices):
    ISSUED = "issued", pgettext_lazy("certificate", "valid")
    SUPERSEDED = "superseded", pgettext_lazy("certificate", "replaced")
    REVOKED = "revoked", pgettext_lazy("certificate", "revoked")

    @property
    def tone(self) -> str:
        return TONES[self]


C = CertificateStatus
TONES = {C.ISSUED: "ok", C.SUPERSEDED: "warn", C.REVOKED: "stop"}

CERTIFICATE = Lifecycle(
    step("supersede", [C.ISSUED], C.SUPERSEDED),
    step("revoke", [C.ISSUED, C.SUPERSEDED], C.REVOKED),
)


class CertificateKind(models.TextChoices):
    COURSE = "course", _("course certificate")
    EXCHANGE = "exchange", _("exchange record")
    PARTICIPATION = "participation", _("certificate of participation")


class RevocationReason(models.TextChoices):
    DATA_ERROR = "data_error", _("error in the data")
    ISSUED_IN_ERROR = "issued_in_error", _("issued by mistake")
    DECEPTION = "deception", _("deception")
    REPLACED = "replaced", _("replaced by a new one")
