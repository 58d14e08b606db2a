from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.TextChoices):
    BEGINNER = "beginner", _("Basics")
    INTERMEDIATE = "intermediate", _("Going deeper")
    ADVANCED = "advanced", _("For experts")


class Topic(models.TextChoices):
    """The fields of the cities' digital strategy."""

    CITIZENS = "citizens", pgettext_lazy("topic", "Citizens and services")
    ADMINISTRATION = "administration", pgettext_lazy("topic", "Administration and work")
    INFRASTRUCTURE = "infrastructure", pgettext_lazy("topic", "Technology and security")


class Licence(models.TextChoices):
    CC_BY_SA = "CC BY-SA 4.0", "CC BY-SA 4.0"
    CC_BY = "CC BY 4.0", "CC BY 4.0"
    CC0 = "CC0 1.0", "CC0 1.0"
    ALL_RIGHTS = "reserved", _("all rights reserved")


class Feedback(models.TextChoices):
    """When learners are told which answers are right."""

    NEVER = "never", _("never")
    AFTER_ATTEMPT = "after_attempt", _("after each attempt")
    AFTER_LAST = "after_last", _("once the test is passed or no attempt is left")
    AFTER_CLOSE = "after_close", _("after the last day of the test")
