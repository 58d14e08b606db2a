from django.urls import path

from people.views import account

app_name = "people"
urlpatterns = [
    path("rolle/", account.switch_role, name="switch_role"),
]
