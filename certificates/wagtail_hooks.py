from django.utils.translation import gettext_lazy as _
from wagtail import hooks

LOGGED = {
    "certificates.issue": _("Certificate issued"),
    "certificates.supersede": _("Certificate replaced"),
    "certificates.propose_revocation": _("Revocation proposed"),
    "certificates.confirm_revocation": _("Certificate revoked"),
    "certificates.drop_revocation": _("Proposal to revoke withdrawn"),
}


@hooks.register("register_log_actions")
def register_actions(registry):
    for action, label in LOGGED.items():
        registry.register_action(action, label, label)
