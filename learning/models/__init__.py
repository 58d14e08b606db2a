from learning.models.duties import Duty, Obligation
from learning.models.paths import LearningPath, PathStep
from learning.models.refresher import RefresherCard

__all__ = ["Duty", "LearningPath", "Obligation", "PathStep", "RefresherCard"]
