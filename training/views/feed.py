"""The private address of one's calendar: make it, take it back, and what stands under it."""

from hashlib import sha256

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from certificates.limits import is_too_often
from lms.core.addresses import absolute
from training.calendar_file import written
from training.models import CalendarFeed
from training.queries.feed import dates_of
from training.services.feeds import feed_at, make_address, revoke_address

PER_MINUTE = 120  # many calendar programs of one city ask through one proxy
REMEMBERED = 90 * 24 * 60 * 60


@require_safe
def feed(request):
    current = CalendarFeed.objects.visible_to(request.user).open().first()
    return render(request, "training/feed.html", {"feed": current})


@require_POST
@sensitive_variables("secret", "address")
def feed_new(request):
    """Shown in the answer and nowhere else: whoever reloads it makes another one."""
    secret = make_address(request.user)
    address = absolute(f"/kalender/{secret}.ics")
    context = {"feed": CalendarFeed.objects.visible_to(request.user).open().first(), "address": address}
    context["webcal"] = f"webcal://{address.partition('://')[2]}"
    answer = render(request, "training/feed.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def feed_end(request):
    revoke_address(request.user)
    messages.success(request, _("The address is revoked. Your calendar program gets nothing any more."))
    return redirect("training:feed")


@login_not_required
@require_safe
@sensitive_variables("secret")
def calendar_file(request, secret):
    """For calendar programs: they cannot sign in."""
    if is_too_often(request, "calendar-feed", PER_MINUTE):
        return _plain(429)
    found = feed_at(secret)
    if found is None:
        return _plain(404)
    person = found.person
    with translation.override(person.language):
        content = written("Wanderjahr", person.language, found.created_at, dates_of(person, timezone.localdate()))
    etag = quote_etag(sha256(content).hexdigest())
    changed_at = _changed_at(found, etag)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="wanderjahr.ics"'
    answer["Last-Modified"] = http_date(changed_at)
    answer["ETag"] = etag
    return _private(get_conditional_response(request, etag=etag, last_modified=changed_at, response=answer))


def _changed_at(found: CalendarFeed, etag: str) -> int:
    """Since when the content is what it is; what nobody remembers counts as changed just now."""
    key, now = f"calendar-feed:{found.pk}", int(timezone.now().timestamp())
    before, since = cache.get(key) or ("", now)
    if before != etag:
        since = now
        cache.set(key, (etag, since), REMEMBERED)
    return since


def _plain(status: int) -> HttpResponse:
    return _private(HttpResponse(status=status, content_type="text/plain"))


def _private(answer: HttpResponse) -> HttpResponse:
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Cache-Control"] = "private, no-cache"
    return answer
