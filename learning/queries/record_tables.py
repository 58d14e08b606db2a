"""The learner record as tables, to be taken away. No right answer is in it: tests may still be open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import (
    Attempt,
    Attendance,
    Completion,
    Confirmation,
    Enrollment,
    ExtraTime,
    LessonAnswer,
    LessonNote,
    LessonProgress,
    LessonQuestion,
    Submission,
)
from courses.queries.assessing.results import gives_verdicts
from learning.models import Duty, RefresherCard
from learning.queries.record import certificates_of
from people.models import User
from questions.kinds import kind_of


@dataclass(frozen=True)
class Table:
    """`name` and the keys of `columns` are for programs, their values and `title` for people."""

    name: str
    title: str
    columns: dict[str, str]
    rows: list[list[Any]]

    def as_data(self) -> list[dict[str, Any]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class OwnFile:
    """A file somebody handed in: where it is kept, and what it was called."""

    stored: str
    name: str


def tables_of(user: User) -> list[Table]:
    """A fixed number of queries, however many courses there are."""
    attempts = list(_attempts(user))
    return [
        _courses(user),
        _lessons(user),
        _completions(user),
        _confirmations(user),
        _tests(attempts),
        _answers(attempts),
        _work(user),
        _attendance(user),
        _certificates(user),
        _duties(user),
        _notes(user),
        _asked(user),
        _answered(user),
        _refresher(user),
        _extra_time(user),
    ]


def files_of(user: User) -> Iterator[OwnFile]:
    for one in Submission.objects.filter(enrollment__person_id=user.pk).exclude(file="").order_by("pk"):
        yield OwnFile(str(one.file.name), one.file_name)
    for attempt in Attempt.objects.filter(enrollment__person_id=user.pk).order_by("pk"):
        for answer in [*attempt.answers.values(), *attempt.late_answers.values()]:
            if isinstance(answer, dict) and str(answer.get("file", "")).startswith("answers/"):
                yield OwnFile(answer["file"], answer.get("name", ""))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


def _table(name: str, title: str, columns: dict[str, str], rows: Iterable[Iterable[Any]]) -> Table:
    return Table(name, title, columns, [[_plain(value) for value in row] for row in rows])


def _courses(user: User) -> Table:
    columns = {
        "course": _("Course"), "state": _("State"), "enrolled_at": _("Enrolled on"), "how": _("How"),
        "run": _("Course run"), "time": _("Which time"), "completed_at": _("Completed on"),
    }  # fmt: skip
    found = Enrollment.objects.of(user).select_related("course", "run").order_by("enrolled_at", "pk")
    rows = (
        [one.course.title, one.get_status_display(), one.enrolled_at, one.get_source_display(),
         one.run.name if one.run else "", one.cycle, one.completed_at]
        for one in found
    )  # fmt: skip
    return _table("courses", _("Courses"), columns, rows)


def _lessons(user: User) -> Table:
    columns = {"course": _("Course"), "lesson": _("Lesson"), "time": _("Which time"), "done_at": _("Done on")}
    names = ("enrollment__course__title", "lesson__title", "cycle", "done_at")
    rows = LessonProgress.objects.visible_to(user).order_by("done_at", "pk").values_list(*names)
    return _table("lessons", _("Lessons done"), columns, rows)


def _completions(user: User) -> Table:
    columns = {
        "course": _("Course"), "time": _("Which time"), "completed_at": _("Completed on"), "evidence": _("Evidence"),
        "valid_until": _("Valid until"),
    }  # fmt: skip
    found = Completion.objects.filter(enrollment__person_id=user.pk).defer("tree").select_related("enrollment__course")
    rows = (
        [one.enrollment.course.title, one.cycle, one.completed_at, one.get_grade_display(), one.valid_until]
        for one in found.order_by("completed_at", "pk")
    )
    return _table("completions", _("Completions"), columns, rows)


def _confirmations(user: User) -> Table:
    columns = {"course": _("Course"), "time": _("Which time"), "confirmed_at": _("Confirmed on")}
    own = Confirmation.objects.filter(enrollment__person_id=user.pk).order_by("pk")
    rows = own.values_list("enrollment__course__title", "cycle", "confirmed_at")
    return _table("confirmations", _("Confirmed by trainers"), columns, rows)


def _attempts(user: User) -> Any:
    own = Attempt.objects.visible_to(user).select_related("test", "enrollment__course").defer("test__questions")
    return own.prefetch_related("marks").order_by("started_at", "pk")


def _tests(attempts: list[Attempt]) -> Table:
    columns = {
        "course": _("Course"), "test": _("Test"), "time": _("Which time"), "attempt": _("Attempt"), "state": _("State"),
        "started_at": _("Begun on"), "submitted_at": _("Handed in on"), "score": _("Score in percent"),
        "percent_to_pass": _("Percent to pass"), "passed": _("Passed"),
    }  # fmt: skip
    rows = (
        [one.enrollment.course.title, one.test.title, one.cycle, one.number, one.get_status_display(), one.started_at,
         one.submitted_at, one.score, one.pass_mark, one.passed]
        for one in attempts
    )  # fmt: skip
    return _table("attempts", _("Attempts at tests"), columns, rows)


def _answers(attempts: list[Attempt]) -> Table:
    columns = {
        "test": _("Test"), "time": _("Which time"), "attempt": _("Attempt"), "question": _("Question"),
        "answer": _("Your answer"), "too_late": _("Came too late"), "comment": _("Comment of the trainer"),
    }  # fmt: skip
    rows = (
        [one.test.title, one.cycle, one.number, question["text"], *told]
        for one in attempts
        for question, told in _told(one)
    )
    return _table("answers", _("Answers in tests"), columns, rows)


def _told(attempt: Attempt) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """What was answered, and what the result page says to it, too."""
    marks = {mark.key: mark.comment for mark in attempt.marks.all()} if gives_verdicts(attempt, False) else {}
    for question in attempt.questions:
        kind, key = kind_of(question), question["key"]
        given = [kind.told(question, answers.get(key)) for answers in (attempt.answers, attempt.late_answers)]
        yield question, [*("; ".join(lines) for lines in given), marks.get(key, "")]


def _work(user: User) -> Table:
    columns = {
        "course": _("Course"), "assignment": _("Assignment to hand in"), "time": _("Which time"), "number": _("Number"),
        "state": _("State"), "submitted_at": _("Handed in on"), "text": _("Your text"), "file": _("File"),
        "feedback": _("Feedback"), "marked_at": _("Looked at on"),
    }  # fmt: skip
    own = Submission.objects.visible_to(user).select_related("enrollment__course", "assignment")
    rows = (
        [one.enrollment.course.title, one.assignment.title, one.cycle, one.number, one.get_status_display(),
         one.submitted_at, one.text, one.file_name, one.feedback, one.marked_at]
        for one in own.defer("assignment__body").order_by("submitted_at", "pk")
    )  # fmt: skip
    return _table("assignments", _("Your work handed in"), columns, rows)


def _attendance(user: User) -> Table:
    columns = {
        "course": _("Course"), "session": _("Session"), "begins": _("Begins"), "ends": _("Ends"),
        "presence": _("Attendance"), "noted_at": _("Noted on"),
    }  # fmt: skip
    own = Attendance.objects.filter(enrollment__person_id=user.pk).select_related("session", "enrollment__course")
    rows = (
        [one.enrollment.course.title, one.session.title, one.session.starts_at, one.session.ends_at,
         one.get_presence_display(), one.noted_at]
        for one in own.order_by("session__starts_at", "pk")
    )  # fmt: skip
    return _table("attendance", _("Attendance"), columns, rows)


def _certificates(user: User) -> Table:
    columns = {"number": _("Number"), "title": _("Title"), "issued_on": _("Issued on"), "state": _("State")}
    rows = ([one.number, one.title, one.issued_on, one.get_status_display()] for one in certificates_of(user))
    return _table("certificates", _("Certificates"), columns, rows)


def _duties(user: User) -> Table:
    columns = {"course": _("Course"), "time": _("Which time"), "due_on": _("Due on"), "fulfilled_on": _("Fulfilled on")}
    own = Duty.objects.filter(person_id=user.pk).order_by("due_on", "pk")
    rows = own.values_list("obligation__course__title", "number", "due_on", "fulfilled_on")
    return _table("mandatory", _("Mandatory training"), columns, rows)


def _notes(user: User) -> Table:
    columns = {"lesson": _("Lesson"), "text": _("Note"), "bookmarked": _("Bookmarked"), "changed_at": _("Changed on")}
    own = LessonNote.objects.visible_to(user).order_by("changed_at", "pk")
    rows = own.values_list("lesson__title", "text", "is_bookmarked", "changed_at")
    return _table("notes", _("Notes"), columns, rows)


def _asked(user: User) -> Table:
    columns = {"course": _("Course"), "lesson": _("Lesson"), "text": _("Question"), "asked_at": _("Asked on")}
    own = LessonQuestion.objects.filter(person_id=user.pk).order_by("asked_at", "pk")
    rows = own.values_list("course__title", "lesson__title", "text", "asked_at")
    return _table("questions", _("Questions asked about lessons"), columns, rows)


def _answered(user: User) -> Table:
    columns = {"course": _("Course"), "lesson": _("Lesson"), "text": _("Answer"), "answered_at": _("Answered on")}
    own = LessonAnswer.objects.filter(person_id=user.pk).order_by("answered_at", "pk")
    rows = own.values_list("question__course__title", "question__lesson__title", "text", "answered_at")
    return _table("answers_to_others", _("Answers about lessons"), columns, rows)


def _refresher(user: User) -> Table:
    columns = {
        "test": _("Test"), "question": _("Question"), "answered_at": _("Last answered on"), "due_at": _("Due on"),
        "put_away": _("Put away"),
    }  # fmt: skip
    own = RefresherCard.objects.visible_to(user).select_related("test").defer("test__questions").order_by("pk")
    rows = ([one.test.title, one.definition["text"], one.answered_at, one.due_at, one.is_put_away] for one in own)
    return _table("refresher", _("Questions to refresh"), columns, rows)


def _extra_time(user: User) -> Table:
    columns = {"percent": _("More time (percent)"), "until": _("Until")}
    rows = ExtraTime.objects.filter(person_id=user.pk).values_list("percent", "ends_on")
    return _table("extra_time", _("More time in tests"), columns, rows)
