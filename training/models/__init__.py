from training.models.absences import Absence, AbsenceKind, AgreedAbsence
from training.models.apprenticeships import Apprenticeship
from training.models.calendars import (
    BlockKind,
    CityDay,
    CityDayKind,
    Exam,
    ExamKind,
    SchoolBlock,
    SchoolCalendar,
    SchoolDay,
    Weekday,
)
from training.models.feeds import CalendarFeed
from training.models.rules import Override, RuleSetting
from training.models.stations import Station, WeeklyNote
from training.models.suitability import TrainerSuitability

__all__ = [
    "Absence",
    "AbsenceKind",
    "AgreedAbsence",
    "Apprenticeship",
    "BlockKind",
    "CalendarFeed",
    "CityDay",
    "CityDayKind",
    "Exam",
    "ExamKind",
    "Override",
    "RuleSetting",
    "SchoolBlock",
    "SchoolCalendar",
    "SchoolDay",
    "Station",
    "TrainerSuitability",
    "Weekday",
    "WeeklyNote",
]
