"""How often somebody may ask without signing in."""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

PER_MINUTE = 30
MINUTE = 60


def is_too_often(request: HttpRequest, what: str = "certificate-check", per_minute: int = PER_MINUTE) -> bool:
    """Count this request for its address and minute. Behind proxies the address is found as at signing in."""
    address = get_adapter(request).get_client_ip(request)
    key = f"{what}:{address.replace(':', '.')}:{int(time.time()) // MINUTE}"
    cache.add(key, 0, MINUTE * 2)
    try:
        return bool(cache.incr(key) > per_minute)
    except ValueError:  # thrown out of the cache in between
        return False
