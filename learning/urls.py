from django.urls import URLPattern, path

from learning.views import enrolling, my_paths, obligations, paths, record, refresher

app_name = "learning"
urlpatterns: list[URLPattern] = [
    path("lernen/pfade/", my_paths.my_paths, name="my_paths"),
    path("lernen/pfade/<key:pk>/", my_paths.my_path, name="my_path"),
    path("lernen/konto/", record.record, name="record"),
    path("lernen/konto/mitnehmen/", record.record_export, name="record_export"),
    path("lernen/auffrischung/", refresher.refresher, name="refresher"),
    path("lernen/auffrischung/<key:pk>/", refresher.card, name="card"),
    path("lernen/auffrischung/<key:pk>/weglegen/", refresher.card_put_away, name="card_put_away"),
    path("lehre/anmelden/<key:course>/", enrolling.enroll_one, name="enroll_one"),
    path("lehre/anmelden/<key:course>/gruppe/", enrolling.enroll_cohort, name="enroll_cohort"),
    path("lehre/anmelden/<key:course>/liste/", enrolling.enroll_list, name="enroll_list"),
    path("lehre/pflicht/", obligations.obligations, name="obligations"),
    path("lehre/pflicht/neu/", obligations.obligation_new, name="obligation_new"),
    path("lehre/pflicht/<key:pk>/", obligations.obligation, name="obligation"),
    path("lehre/pflicht/<key:pk>/liste.csv", obligations.obligation_list, name="obligation_list"),
    path("lehre/pflicht/<key:pk>/aendern/", obligations.obligation_change, name="obligation_change"),
    path("lehre/pflicht/<key:pk>/entfernen/", obligations.obligation_remove, name="obligation_remove"),
    path("lehre/lernpfade/", paths.paths, name="paths"),
    path("lehre/lernpfade/neu/", paths.path_new, name="path_new"),
    path("lehre/lernpfade/<key:pk>/", paths.path, name="path"),
    path("lehre/lernpfade/<key:pk>/aendern/", paths.path_change, name="path_change"),
    path("lehre/lernpfade/<key:pk>/schritt/", paths.step_add, name="step_add"),
    path("lehre/lernpfade/<key:pk>/schritt/<key:step>/platz/", paths.step_move, name="step_move"),
    path("lehre/lernpfade/<key:pk>/schritt/<key:step>/entfernen/", paths.step_remove, name="step_remove"),
    path("lehre/lernpfade/<key:pk>/veroeffentlichen/", paths.path_publish, name="path_publish"),
    path("lehre/lernpfade/<key:pk>/entfernen/", paths.path_remove, name="path_remove"),
]
