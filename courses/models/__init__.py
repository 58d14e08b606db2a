from courses.models.learning import Attempt, Enrollment, LessonProgress
from courses.models.pages import CatalogPage, CityShelfPage, CoursePage, LessonPage, Level, TestPage, Topic

__all__ = [
    "Attempt",
    "CatalogPage",
    "CityShelfPage",
    "CoursePage",
    "Enrollment",
    "LessonPage",
    "LessonProgress",
    "Level",
    "TestPage",
    "Topic",
]
