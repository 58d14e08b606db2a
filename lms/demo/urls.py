from django.urls import path

from lms.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.personas, name="personas"),
    path("als/<key:pk>/", views.become, name="become"),
    path("post/", views.mails, name="mails"),
    path("bausteine/", views.styleguide, name="styleguide"),
]
