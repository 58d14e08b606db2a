"""The settings of the profile named by WANDERJAHR_PROFILE: production (default), demo or test."""

import os

profile = os.environ.get("WANDERJAHR_PROFILE", "production")

if profile == "production":
    from lms.settings.production import *  # noqa: F403
elif profile == "demo":
    from lms.settings.demo import *  # noqa: F403
elif profile == "test":
    from lms.settings.test import *  # noqa: F403
else:
    raise ValueError(f"WANDERJAHR_PROFILE is {profile!r}; it must be production, demo or test.")
