from django.urls import path

from lms.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.message_list, name="list"),
    path("<key:pk>/", views.message_open, name="open"),
    path("gelesen/", views.messages_read, name="read_all"),
    path("einstellungen/", views.wishes, name="wishes"),
    path("wer-wann-was/", views.matrix, name="matrix"),
]
