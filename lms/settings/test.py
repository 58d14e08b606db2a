import tempfile
from pathlib import Path

from lms.settings.base import *  # noqa: F403
from lms.settings.base import INSTALLED_APPS

PROFILE = "test"
SECRET_KEY = "test-only-this-key-protects-nothing-at-all-and-nobody"  # noqa: S105
INSTALLED_APPS = ["lms.demo", *INSTALLED_APPS]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
SCRATCH = Path(tempfile.mkdtemp(prefix="wanderjahr-test-"))
MEDIA_ROOT = SCRATCH / "media"
EMAIL_FILE_PATH = SCRATCH / "mail"
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "pages")
}
SILENCED_SYSTEM_CHECKS = ["wagtailadmin.W003"]
