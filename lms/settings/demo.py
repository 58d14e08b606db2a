from lms.settings.base import *  # noqa: F403
from lms.settings.base import DATA_DIR, INSTALLED_APPS

PROFILE = "demo"
SECRET_KEY = "demo-only-this-key-protects-invented-people-and-nothing-else"  # noqa: S105
INSTALLED_APPS = ["lms.demo", *INSTALLED_APPS]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
