from django.urls import path, re_path

from certificates.views import certificates, checking, revoking

app_name = "certificates"
urlpatterns = [
    path("nachweise/", certificates.certificate_list, name="list"),
    path("nachweise/<key:pk>/", certificates.detail, name="detail"),
    path("nachweise/<key:pk>/pdf/", certificates.download, name="download"),
    path("nachweise/<key:pk>/widerrufen/", revoking.revoke, name="revoke"),
    path("nachweise/<key:pk>/widerruf/bestaetigen/", revoking.confirm, name="confirm_revocation"),
    path("nachweise/<key:pk>/widerruf/zuruecknehmen/", revoking.withdraw, name="withdraw_revocation"),
    path("echtheit/", checking.verify, name="verify"),
    re_path(r"^v/(?P<code>[^/]{1,64})/?$", checking.check, name="check"),
]
