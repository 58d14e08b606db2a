"""Which tests ask a question of the bank: by name, or drawn from its category."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from courses.addresses import workbench_url
from courses.drawing import Place, Wish, wishes_in
from courses.models import CityShelfPage, CoursePage, TestPage
from courses.queries.writing.workbench import courses_to_edit
from courses.readiness.drafts import Draft
from people.models import User
from questions.models import Question
from questions.queries.bank import Use, Uses


def uses_in_tests(question: Question, reader: User) -> Uses:
    """Those the reader may edit, and those that everybody finds; of the others no more than how many there are."""
    using = [(test, found) for test in _tests_that_may_ask(question) if (found := _asking(question, test))]
    courses = {course.path: course for course in _courses_of(test for test, _found in using)}
    own = set(courses_to_edit(reader).filter(pk__in=[one.pk for one in courses.values()]).values_list("pk", flat=True))
    seen, unseen = [], 0
    for test, (live, newest) in using:
        course = courses[test.path[: -test.steplen]]
        if course.pk in own:
            seen.append(_use(test, course, live or newest, workbench_url(course)))
        elif live and course.live:
            seen.append(_use(test, course, live, course.url or ""))
        else:
            unseen += 1
    by_name = any(wish.question for _test, (live, newest) in using for wish in (*live, *newest))
    return Uses(seen, unseen, by_name)


def _use(test: TestPage, course: CoursePage, wishes: list[Wish], url: str) -> Use:
    by_name = any(wish.question for wish in wishes)
    note = _("asks this very question") if by_name else _("draws from its category")
    return Use(f"{test.title} – {course.title}", url, note)


def _tests_that_may_ask(question: Question) -> QuerySet[TestPage]:
    tests = TestPage.objects.select_related("latest_revision").order_by("path")
    if question.is_shared:
        return tests
    shelf = CityShelfPage.objects.filter(city=question.city_id).values_list("path", flat=True).first()
    return tests.filter(path__startswith=shelf) if shelf else tests.none()


def _asking(question: Question, test: TestPage) -> tuple[list[Wish], list[Wish]] | None:
    """What asks it: what is published, and what was saved last."""
    live = _fitting(question, test.questions.get_prep_value()) if test.live else []
    newest = _fitting(question, Draft.newest(test).stream("questions"))
    return (live, newest) if live or newest else None


def _fitting(question: Question, raw: list[dict[str, object]]) -> list[Wish]:
    place = Place(question.category_id, question.difficulty)
    wishes = wishes_in(raw)
    return [one for one in wishes if one.question == question.pk or (one.fits(place) and not question.is_retired)]


def _courses_of(tests: Iterable[TestPage]) -> QuerySet[CoursePage]:
    return CoursePage.objects.filter(path__in={test.path[: -test.steplen] for test in tests})
