from django.urls import URLPattern, path

from exchange.views import matching, placements, stations, swaps

stay = "einsaetze/<key:pk>/"

urlpatterns: list[URLPattern] = [
    path("runden/<key:pk>/zuordnung/", matching.round_matching, name="round_matching"),
    path("runden/<key:pk>/zuordnen/", matching.match_start, name="match_start"),
    path("runden/<key:pk>/veroeffentlichen/", matching.round_publish, name="round_publish"),
    path("runden/<key:pk>/neu-zuordnen/", matching.round_rematch, name="round_rematch"),
    path("zuordnung/<key:pk>/", matching.match_run, name="match_run"),
    path("zuordnung/<key:pk>/vergleich/", matching.match_compare, name="match_compare"),
    path("zuordnung/<key:pk>/person/<str:number>/", matching.match_person, name="match_person"),
    path("zuordnung/<key:pk>/person/<str:number>/freigeben/", matching.match_release, name="match_release"),
    path("zuordnung/<key:pk>/nachrechnen/", matching.match_replay, name="match_replay"),
    path("zuordnung/<key:pk>/uebernehmen/", matching.match_adopt, name="match_adopt"),
    path("zuordnung/<key:pk>/verwerfen/", matching.match_discard, name="match_discard"),
    path("einsaetze/", placements.placement_list, name="placement_list"),
    path(stay, placements.placement, name="placement"),
    path(f"{stay}bestaetigen/", placements.placement_confirm, name="placement_confirm"),
    path(f"{stay}trotzdem/<slug:code>/", placements.placement_override, name="placement_override"),
    path(f"{stay}abwesenheit/", placements.placement_absence, name="placement_absence"),
    path(f"{stay}zurueckweisen/", placements.placement_refuse, name="placement_refuse"),
    path(f"{stay}tauschen/", swaps.wishes, name="swap_wishes"),
    path(f"{stay}tausch-vorschlagen/", swaps.propose, name="swap_propose"),
    path(f"{stay}annehmen/", placements.placement_accept, name="placement_accept"),
    path(f"{stay}ablehnen/", placements.placement_decline, name="placement_decline"),
    path(f"{stay}abschliessen/", placements.placement_complete, name="placement_complete"),
    path(f"{stay}nachweis/", placements.placement_record, name="placement_record"),
    path(f"{stay}ohne-nachweis/", placements.placement_waive, name="placement_waive"),
    path(f"{stay}beenden/", placements.placement_end, name="placement_end"),
    path(f"{stay}stationen/neu/", stations.station_add, name="station_add"),
    path(f"{stay}stationen/<key:station_pk>/", stations.station_change, name="station_change"),
    path(f"{stay}stationen/<key:station_pk>/entfernen/", stations.station_remove, name="station_remove"),
    path(f"{stay}stationen/<key:station_pk>/anwesend/", stations.station_check_in, name="station_check_in"),
]
