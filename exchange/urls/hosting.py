from django.urls import URLPattern, path

from exchange.views import agreements, candidates, clearing, offers, rounds, swaps

urlpatterns: list[URLPattern] = [
    path("vereinbarungen/", agreements.agreements, name="agreement_list"),
    path("vereinbarungen/neu/", agreements.agreement_create, name="agreement_create"),
    path("vereinbarungen/<key:pk>/", agreements.agreement, name="agreement"),
    path("vereinbarungen/<key:pk>/bearbeiten/", agreements.agreement_edit, name="agreement_edit"),
    path("vereinbarungen/<key:pk>/zustimmen/", agreements.agreement_assent, name="agreement_assent"),
    path("vereinbarungen/<key:pk>/beenden/", agreements.agreement_end, name="agreement_end"),
    path("vereinbarungen/<key:pk>/zustimmung-zuruecknehmen/", agreements.agreement_withdraw, name="agreement_withdraw"),
    path("vereinbarungen/<key:pk>/vergleich/", agreements.agreement_compare, name="agreement_compare"),
    path("vereinbarungen/<key:pk>/verlaengern/", agreements.agreement_renew, name="agreement_renew"),
    path("vereinbarungen/<key:pk>/nachtrag/", agreements.addendum_create, name="addendum_create"),
    path("vereinbarungen/<key:pk>/unterlagen/", agreements.agreement_document_add, name="agreement_document_add"),
    path(
        "vereinbarungen/<key:pk>/unterlagen/<key:document>/", agreements.agreement_document, name="agreement_document"
    ),
    path(
        "vereinbarungen/<key:pk>/unterlagen/<key:document>/weglassen/",
        agreements.agreement_document_leave_out,
        name="agreement_document_leave_out",
    ),
    path("was-gaststaedte-sehen/", agreements.what_hosts_see, name="what_hosts_see"),
    path("runden/", rounds.rounds, name="round_list"),
    path("runden/neu/", rounds.round_create, name="round_create"),
    path("runden/<key:pk>/", rounds.round_page, name="round"),
    path("runden/<key:pk>/zustimmen/", rounds.round_assent, name="round_assent"),
    path("runden/<key:pk>/abstimmen/<slug:question>/", rounds.round_vote, name="round_vote"),
    path("runden/<key:pk>/stimmen/<key:vote_pk>/zurueck/", rounds.vote_back, name="vote_back"),
    path("runden/<key:pk>/clearing/", clearing.desk, name="clearing"),
    path("tausch/<key:pk>/", swaps.swap, name="swap"),
    path("tausch/<key:pk>/bestaetigen/", swaps.swap_confirm, name="swap_confirm"),
    path("tausch/<key:pk>/zurueckweisen/", swaps.swap_refuse, name="swap_refuse"),
    path("runden/<key:pk>/bearbeiten/", rounds.round_edit, name="round_edit"),
    path("runden/<key:pk>/schritt/<slug:slug>/", rounds.round_step, name="round_step"),
    path("unsere-plaetze/", offers.offer_desk, name="offer_desk"),
    path("unsere-plaetze/neu/", offers.offer_create, name="offer_create"),
    path("unsere-plaetze/<key:pk>/", offers.offer_review, name="offer_review"),
    path("unsere-plaetze/<key:pk>/bearbeiten/", offers.offer_edit, name="offer_edit"),
    path("unsere-plaetze/<key:pk>/schritt/<slug:slug>/", offers.offer_step, name="offer_step"),
    path("plaetze/<key:pk>/rueckzug/<slug:slug>/", offers.offer_withdrawal, name="offer_withdrawal"),
    path("kandidaten/", candidates.candidate_desk, name="candidate_desk"),
    path("kandidaten/<key:pk>/", candidates.candidates, name="candidates"),
    path("kandidaten/<key:pk>/<str:code>/<slug:step>/", candidates.candidate_step, name="candidate_step"),
]
