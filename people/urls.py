from django.urls import path

from people.views import account, substitutions

app_name = "people"
urlpatterns = [
    path("konto/rolle/", account.switch_role, name="switch_role"),
    path("profil/vertretung/", substitutions.substitutions, name="substitutions"),
    path("profil/vertretung/<key:pk>/beenden/", substitutions.substitution_end, name="substitution_end"),
]
