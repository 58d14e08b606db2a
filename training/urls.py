from django.urls import URLPattern, path

from training.views import notes, stations

app_name = "training"
urlpatterns: list[URLPattern] = [
    path("stationen/<int:pk>/", stations.station, name="station"),
    path("stationen/<int:pk>/anwesend/", stations.station_check_in, name="station_check_in"),
    path("stationen/<int:pk>/abschliessen/", stations.station_complete, name="station_complete"),
    path("stationen/<int:pk>/woche/<str:week>/", notes.note_write, name="note_write"),
    path("wochen/<int:pk>/", notes.note, name="note"),
]
