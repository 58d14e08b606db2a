from courses.models.learning import Attempt, Enrollment, LessonProgress
from courses.models.pages import CatalogPage, CityShelfPage, CoursePage, Level, LessonPage, TestPage, Topic

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
