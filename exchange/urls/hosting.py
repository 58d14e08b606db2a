from django.urls import URLPattern, path

from exchange.views import agreements, offers, rounds

urlpatterns: list[URLPattern] = [
    path("vereinbarungen/", agreements.agreements, name="agreement_list"),
    path("vereinbarungen/neu/", agreements.agreement_create, name="agreement_create"),
    path("vereinbarungen/<key:pk>/", agreements.agreement, name="agreement"),
    path("vereinbarungen/<key:pk>/bearbeiten/", agreements.agreement_edit, name="agreement_edit"),
    path("vereinbarungen/<key:pk>/zustimmen/", agreements.agreement_assent, name="agreement_assent"),
    path("vereinbarungen/<key:pk>/beenden/", agreements.agreement_end, name="agreement_end"),
    path("runden/", rounds.rounds, name="round_list"),
    path("runden/neu/", rounds.round_create, name="round_create"),
    path("runden/<key:pk>/", rounds.round_page, name="round"),
    path("runden/<key:pk>/bearbeiten/", rounds.round_edit, name="round_edit"),
    path("runden/<key:pk>/schritt/<slug:slug>/", rounds.round_step, name="round_step"),
    path("unsere-plaetze/", offers.offer_desk, name="offer_desk"),
    path("unsere-plaetze/neu/", offers.offer_create, name="offer_create"),
    path("unsere-plaetze/<key:pk>/", offers.offer_review, name="offer_review"),
    path("unsere-plaetze/<key:pk>/bearbeiten/", offers.offer_edit, name="offer_edit"),
    path("unsere-plaetze/<key:pk>/schritt/<slug:slug>/", offers.offer_step, name="offer_step"),
]
