from django.utils.translation import gettext_lazy as _

from lms.core import journal

LOGGED = {
    "certificates.issue": _("Certificate issued"),
    "certificates.supersede": _("Certificate replaced"),
    "certificates.propose_revocation": _("Revocation proposed"),
    "certificates.confirm_revocation": _("Certificate revoked"),
    "certificates.drop_revocation": _("Proposal to revoke withdrawn"),
}
journal.name_actions(LOGGED)
