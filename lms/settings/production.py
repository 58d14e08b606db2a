from lms.settings.base import *  # noqa: F403
from lms.settings.base import ALLOWED_HOSTS, SECRET_KEY, env

PROFILE = "production"
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)  # limits count the readers' addresses, not the proxy's
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # frames: Wagtail shows drafts in one; to all other pages the content policy forbids them
    "security.W021",  # preloading: for the owner of the whole domain to decide, and hard to take back
]

if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or "demo" in SECRET_KEY:
    raise ValueError("SECRET_KEY must be set to a random value of at least 50 characters in production.")
if "*" in ALLOWED_HOSTS or not env.list("ALLOWED_HOSTS", default=[]):
    raise ValueError("ALLOWED_HOSTS must name the hosts of this installation in production, without wildcards.")
if env.bool("DEBUG", default=False):
    raise ValueError("DEBUG cannot be switched on in production.")
