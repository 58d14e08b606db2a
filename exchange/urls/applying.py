from django.urls import URLPattern, path

from exchange.views import applications, exploring, inbox, overview

application = "bewerbung/<key:pk>/"

urlpatterns: list[URLPattern] = [
    path("", overview.home, name="home"),
    path("plaetze/", exploring.explore, name="explore"),
    path("plaetze/vergleichen/", exploring.compare, name="compare"),
    path("plaetze/<key:pk>/", exploring.offer, name="offer"),
    path("plaetze/<key:pk>/wunsch/", applications.wish_add, name="wish_add"),
    path("runden/<key:pk>/bewerben/", applications.start, name="application_start"),
    path(application, applications.application, name="application"),
    path(f"{application}angaben/", applications.details, name="application_details"),
    path(f"{application}mission/", applications.mission, name="application_mission"),
    path(f"{application}wuensche/", applications.wishes, name="application_wishes"),
    path(f"{application}einverstaendnis/", applications.consent, name="application_consent"),
    path(f"{application}absenden/", applications.check, name="application_check"),
    path(f"{application}eingereicht/", applications.receipt, name="application_receipt"),
    path(f"{application}zurueckziehen/", applications.withdraw, name="application_withdraw"),
    path(f"{application}befuerworten/", inbox.decide, {"step": "endorse"}, name="application_endorse"),
    path(f"{application}zurueckgeben/", inbox.decide, {"step": "return"}, name="application_return"),
    path(f"{application}freigeben/", inbox.decide, {"step": "approve"}, name="application_approve"),
    path(f"{application}ablehnen/", inbox.decide, {"step": "reject"}, name="application_reject"),
    path("zu-entscheiden/", inbox.inbox, name="inbox"),
]
