"""What learners wrote down and marked, to be found again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Value

from courses.models import CoursePage, LessonNote, LessonPage, LessonQuestion
from courses.queries.reading.outline import STEP, with_cities
from people.models import User


@dataclass(frozen=True)
class Beside:
    """What stands beside a lesson for one person."""

    note: str = ""
    is_bookmarked: bool = False
    asked: int = 0
    changed_at: datetime | None = field(default=None, compare=False)


def beside(lesson: LessonPage, user: User) -> Beside:
    """In one query, as it stands on every lesson: the own note, and each question that was asked."""
    own = LessonNote.objects.visible_to(user).filter(lesson_id=lesson.pk).order_by()
    asked = LessonQuestion.objects.filter(lesson_id=lesson.pk).order_by()
    note = own.values_list("text", "is_bookmarked", "changed_at", Value(0))
    rows = list(note.union(asked.values_list(Value(""), Value(False), "asked_at", "pk"), all=True))
    text, is_bookmarked, changed_at = next((tuple(kept) for *kept, question in rows if not question), ("", False, None))
    return Beside(text, bool(is_bookmarked), sum(1 for row in rows if row[3]), changed_at)


@dataclass
class NotedCourse:
    course: CoursePage
    notes: list[LessonNote] = field(default_factory=list)


def notes_of(user: User, *, words: str = "", only_bookmarked: bool = False) -> list[NotedCourse]:
    """By course, in the order of the lessons. Every word has to be in the note or in the name of its lesson."""
    wanted = words.casefold().split()
    kept = LessonNote.objects.visible_to(user).select_related("lesson").defer("lesson__body")
    notes = kept.filter(is_bookmarked=True) if only_bookmarked else kept
    return _by_course([note for note in notes.order_by("lesson__path") if _has(note, wanted)])


def _has(note: LessonNote, wanted: Iterable[str]) -> bool:
    """Here and not in the database: SQLite knows no capital Ä."""
    text = f"{note.text} {note.lesson.title}".casefold()
    return all(word in text for word in wanted)


def _by_course(notes: list[LessonNote]) -> list[NotedCourse]:
    courses = CoursePage.objects.filter(path__in={note.lesson.path[:-STEP] for note in notes}).select_related("locale")
    rows = {course.path: NotedCourse(course) for course in with_cities(list(courses.order_by("title", "pk")))}
    for note in notes:
        rows[note.lesson.path[:-STEP]].notes.append(note)
    return list(rows.values())
