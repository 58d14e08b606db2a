from django.urls import URLPattern, path

from exchange.views import matching, placements, stations

stay = "einsaetze/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("runden/<int:pk>/zuordnung/", matching.round_matching, name="round_matching"),
    path("runden/<int:pk>/zuordnen/", matching.match_start, name="match_start"),
    path("runden/<int:pk>/veroeffentlichen/", matching.round_publish, name="round_publish"),
    path("runden/<int:pk>/neu-zuordnen/", matching.round_rematch, name="round_rematch"),
    path("zuordnung/<int:pk>/", matching.match_run, name="match_run"),
    path("zuordnung/<int:pk>/nachrechnen/", matching.match_replay, name="match_replay"),
    path("zuordnung/<int:pk>/uebernehmen/", matching.match_adopt, name="match_adopt"),
    path("zuordnung/<int:pk>/verwerfen/", matching.match_discard, name="match_discard"),
    path("einsaetze/", placements.placement_list, name="placement_list"),
    path(stay, placements.placement, name="placement"),
    path(f"{stay}bestaetigen/", placements.placement_confirm, name="placement_confirm"),
    path(f"{stay}zurueckweisen/", placements.placement_refuse, name="placement_refuse"),
    path(f"{stay}annehmen/", placements.placement_accept, name="placement_accept"),
    path(f"{stay}ablehnen/", placements.placement_decline, name="placement_decline"),
    path(f"{stay}abschliessen/", placements.placement_complete, name="placement_complete"),
    path(f"{stay}nachweis/", placements.placement_record, name="placement_record"),
    path(f"{stay}beenden/", placements.placement_end, name="placement_end"),
    path(f"{stay}stationen/neu/", stations.station_add, name="station_add"),
    path(f"{stay}stationen/<int:station_pk>/", stations.station_change, name="station_change"),
    path(f"{stay}stationen/<int:station_pk>/entfernen/", stations.station_remove, name="station_remove"),
    path(f"{stay}stationen/<int:station_pk>/anwesend/", stations.station_check_in, name="station_check_in"),
]
