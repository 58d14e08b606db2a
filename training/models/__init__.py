from training.models.apprenticeships import Apprenticeship
from training.models.calendars import SchoolBlock, SchoolCalendar
from training.models.stations import Station, WeeklyNote

__all__ = ["Apprenticeship", "SchoolBlock", "SchoolCalendar", "Station", "WeeklyNote"]
