"""All addresses: German for people, English names for the code."""

from allauth.account import views as allauth_views
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from lms.dashboard import views as dashboard
from lms.media.views import media_file
from people.views import account, looks
from training.views.feed import calendar_file

handler400 = "lms.core.errors.bad_request"
handler403 = "lms.dashboard.errors.forbidden"
handler404 = "lms.core.errors.not_found"
handler500 = "lms.core.errors.server_error"

open_to_all = login_not_required
to_catalogue = RedirectView.as_view(pattern_name="courses:catalogue", query_string=True)

urlpatterns = [
    path("", dashboard.home, name="home"),
    path("profil/", dashboard.profile, name="profile"),
    path("profil/wer-hat-gesehen/", looks.looks, name="looks"),
    path("suche/", open_to_all(to_catalogue), name="search"),
    path("gesundheit/", dashboard.health, name="health"),
    path("barrierefreiheit/", dashboard.accessibility, name="accessibility"),
    path("datenschutz/", dashboard.privacy, name="privacy"),
    path("wer-sieht-was/", dashboard.who_sees_what, name="who_sees_what"),
    path("hilfe/", dashboard.help_page, name="help"),
    path("impressum/", dashboard.imprint, name="imprint"),
    path("darstellung/", account.set_theme, name="set_theme"),
    path("sprache/", account.set_language, name="set_language"),
    path("anmelden/", allauth_views.login, name="account_login"),
    path("abmelden/", allauth_views.logout, name="account_logout"),
    path("passwort/", allauth_views.password_change, name="account_change_password"),
    path("passwort/festlegen/", allauth_views.password_set, name="account_set_password"),
    path("passwort/vergessen/", allauth_views.password_reset, name="account_reset_password"),
    path("passwort/vergessen/gesendet/", allauth_views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^passwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "passwort/neu/fertig/",
        allauth_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("registrieren/", allauth_views.signup, name="account_signup"),
    path("konto/inaktiv/", allauth_views.account_inactive, name="account_inactive"),
    path("", include("people.urls")),
    path("nachrichten/", include("lms.notifications.urls")),
    path("lehre/fragen/", include("questions.urls")),
    path("", include("courses.urls")),
    path("", include("learning.urls")),
    path("austausch/", include("exchange.urls")),
    path("ausbildung/", include("training.urls")),
    path("kalender/<slug:secret>.ics", calendar_file, name="calendar_file"),
    path("", include("certificates.urls")),
    path("medien/<path:path>", media_file, name="media_file"),
    path("dokumente/", include(wagtaildocs_urls)),
    # one door only: the limits on wrong passwords stand there
    path("cms/login/", open_to_all(RedirectView.as_view(pattern_name="account_login", query_string=True))),
    path("cms/", include(wagtailadmin_urls)),
]
if settings.PROFILE in ("demo", "test"):
    urlpatterns += [path("vorfuehrung/", include("lms.demo.urls"))]
urlpatterns += [path("", include(wagtail_urls))]
