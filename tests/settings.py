"""The settings of the test profile, whatever the environment says."""

import os

os.environ["WANDERJAHR_PROFILE"] = "test"

from lms.settings import *  # noqa: F403
