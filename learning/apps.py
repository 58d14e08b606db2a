from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LearningConfig(AppConfig):
    name = "learning"

    def ready(self) -> None:
        from courses.related import BESIDE_LEARNING, BESIDE_TEACHING, DEMANDS, Lead
        from learning.queries.dates import session_dates
        from learning.queries.duties import demands
        from training.dates import SOURCES as DATES

        DEMANDS.append(demands)
        DATES.append(session_dates)
        BESIDE_LEARNING.append(Lead("learning:my_paths", _("Learning paths")))
        BESIDE_LEARNING.append(Lead("learning:record", _("My learner record")))
        BESIDE_LEARNING.append(Lead("courses:notes", _("My notes")))
        BESIDE_LEARNING.append(Lead("learning:refresher", _("Refresher")))
        BESIDE_TEACHING.append(Lead("learning:paths", _("Learning paths")))
        BESIDE_TEACHING.append(Lead("learning:obligations", _("Mandatory training")))
