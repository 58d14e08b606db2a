"""Measures what people wait for, in one process, on the data of the demonstration."""

import random
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from time import perf_counter
from unittest.mock import patch

from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from certificates import layout
from certificates.models import Certificate
from certificates.services.documents import sheet_of
from courses.models import Attempt, CoursePage, Enrollment, LessonPage, LessonProgress, TestPage
from courses.services.assessing.assessment import save_answers, start_attempt
from courses.services.enrolling.enrollments import enroll
from exchange import matching
from exchange.matching import Applicant, City, Department, Market, Offer
from exchange.matching.lottery import places_in_draw
from exchange.matching.modes import Mode, assign
from exchange.models import ExchangeRound
from exchange.states import OfferStatus, RoundStatus
from lms.demo.rush import endorsed_applications
from people.models import Membership, Role, User

MINA = "mina.musterfrau@example.org"
BARE, LESSON = "bare Wagtail page, same frame", "lesson, those of a course in turn"
UNKEPT, KEPT = "catalogue, visitor, made anew", "catalogue, visitor, kept"


@dataclass(frozen=True)
class Figure:
    name: str
    per_second: float
    p95_ms: float
    queries: int | None = None

    def __str__(self) -> str:
        queries = "" if self.queries is None else f"{self.queries:>9}"
        return f"{self.name:<34}{self.per_second:>9.1f}{self.p95_ms:>11.1f}{queries}"


HEAD = f"{'what':<34}{'per s':>9}{'p95 ms':>11}{'queries':>9}"


def a_course() -> CoursePage:
    """The first one that Mina took."""
    return Enrollment.objects.filter(person__email=MINA).order_by("pk")[0].course


def figures(rounds: int) -> Iterator[Figure]:
    mina = User.objects.get(email=MINA)
    hanna = User.objects.get(email="hanna.hypothese@example.org")
    course = a_course()
    lessons = [lesson.url for lesson in LessonPage.objects.child_of(course).live().order_by("path")]
    yield _page("bare view (health)", None, reverse("health"), rounds)
    yield _bare_wagtail_page(mina, rounds)
    yield _page(LESSON, mina, lessons, rounds)
    yield _page("page of a course", mina, course.url, rounds)
    catalogue = reverse("courses:catalogue")
    yield _page("catalogue", mina, catalogue, rounds)
    yield _page("catalogue, search", mina, f"{catalogue}?q=frist", rounds)
    yield _page(UNKEPT, None, catalogue, rounds, before=caches["pages"].clear)
    yield _page(KEPT, None, catalogue, rounds)
    yield _page("page of a course, visitor, kept", None, course.url, rounds)
    yield _page("start page of an apprentice", mina, reverse("home"), rounds)
    yield _page("places in the exchange", mina, reverse("exchange:explore"), rounds)
    yield _page("inbox of a training office", hanna, reverse("exchange:inbox"), rounds)
    yield from _rush(mina, hanna, rounds)
    yield from _learners(course, rounds)
    sheet = sheet_of(Certificate.objects.order_by("pk")[0])
    yield _timed("certificate (PDF/UA, tagged)", lambda: layout.draw(sheet), max(5, rounds // 10))
    market = random_market(applicants=300, offers=150)
    yield _timed(
        "matching of 300 people x 150 offers", lambda: matching.run(market, seed="bench"), max(5, rounds // 10)
    )
    yield from _modes()


def _modes() -> Iterator[Figure]:
    """Ways to assign places within the balance of three cities, half a seat for each person."""
    for people, modes in ((300, list(Mode)), (1000, [Mode.SERIAL_MAX]), (3000, [Mode.SERIAL_MAX])):
        market = random_market(applicants=people, offers=people // 4, tolerance=people // 60)
        draw = places_in_draw(market.applicant_by_id, "bench")
        for mode in modes:
            yield _timed(f"{mode.value}, {people:,} people", partial(assign, market, draw, mode), 5)


def ratios(measured: list[Figure]) -> Iterator[str]:
    """What was promised: a lesson costs at most twice a page of Wagtail that says nothing; keeping pays tenfold."""
    speed = {figure.name: figure.per_second for figure in measured}
    yield f"lesson to bare Wagtail page: {speed[LESSON] / speed[BARE]:.0%} of its throughput (target: at least 50%)"
    yield f"kept to made anew, catalogue for visitors: {speed[KEPT] / speed[UNKEPT]:.1f} times (target: at least 10)"


def _bare_wagtail_page(person: User, rounds: int) -> Figure:
    """A page without content, found and served by Wagtail alone, with its title inside our frame; gone afterwards."""
    with transaction.atomic(), patch.object(Page, "template", "demo/bare_page.html"):
        root = Site.objects.get(is_default_site=True).root_page
        page = root.add_child(instance=Page(title="Leere Seite", slug="leere-seite"))
        figure = _page(BARE, person, page.url, rounds)
        transaction.set_rollback(True)
    return figure


def _rush(mina: User, hanna: User, rounds: int) -> Iterator[Figure]:
    """A thousand people of one city want to join the round that is open; gone afterwards."""
    konrad = User.objects.get(email="konrad.kunstfigur@example.org")
    open_round = ExchangeRound.objects.get(status=RoundStatus.APPLICATIONS_OPEN)
    offers = (
        open_round.offers.filter(status=OfferStatus.PUBLISHED).exclude(city=mina.apprenticeship.city).order_by("pk")[:3]
    )
    with transaction.atomic():
        endorsed_applications(open_round, mina.apprenticeship, offers, 1000)
        yield _page("places, 1,000 applications", mina, reverse("exchange:explore"), rounds)
        yield _page("inbox, 1,000 applications", hanna, reverse("exchange:inbox"), max(5, rounds // 10))
        yield _page("cockpit, 1,000 applications", konrad, open_round.get_absolute_url(), rounds)
        transaction.set_rollback(True)


def _learners(course: CoursePage, rounds: int) -> Iterator[Figure]:
    """Each of a crowd marks a lesson as done, then hands in the test and completes the course; gone afterwards."""
    lessons = list(LessonPage.objects.child_of(course).live().order_by("path"))
    test = TestPage.objects.child_of(course).live().get()
    with transaction.atomic():
        crowd = a_crowd(course, rounds)
        done = reverse("courses:lesson_done", args=[lessons[0].pk])
        yield _posts("progress write", [(client, done) for _enrollment, client in crowd])
        LessonProgress.objects.bulk_create(
            LessonProgress(enrollment=enrollment, lesson=lesson)
            for enrollment, _client in crowd
            for lesson in lessons[1:]
        )
        handed_in = []
        for enrollment, client in crowd:
            attempt = answered(enrollment, test)
            handed_in.append((client, reverse("courses:attempt_review", args=[attempt.pk])))
        yield _posts("test handed in, course completed", handed_in)
        transaction.set_rollback(True)


def answered(enrollment: Enrollment, test: TestPage) -> Attempt:
    """An attempt with all answers right, not yet handed in."""
    attempt = start_attempt(enrollment, test, actor=enrollment.person)
    right = {one["key"]: [pick["key"] for pick in one["choices"] if pick["right"]] for one in attempt.questions}
    return save_answers(attempt, right, actor=enrollment.person)


def a_crowd(course: CoursePage, size: int) -> list[tuple[Enrollment, Client]]:
    names = [{"email": f"bench{n}@example.org", "first_name": "Ada", "last_name": str(n)} for n in range(size)]
    people = User.objects.bulk_create(User(**told) for told in names)
    roles = {"role": Role.APPRENTICE, "city": course.city, "starts_on": timezone.localdate()}
    Membership.objects.bulk_create(Membership(person=person, **roles) for person in people)
    crowd = []
    for person in people:
        client = Client(SERVER_NAME="localhost")
        client.force_login(person)
        crowd.append((enroll(course, actor=person), client))
    return crowd


def _posts(name: str, addresses: list[tuple[Client, str]]) -> Figure:
    waiting = iter(addresses)

    def send() -> None:
        client, url = next(waiting)
        answer = client.post(url)
        if answer.status_code != 302:
            raise RuntimeError(f"{url} answered {answer.status_code}")

    with CaptureQueriesContext(connection) as queries:
        send()
    return _timed(name, send, len(addresses) - 1, len(queries))


def _page(
    name: str, person: User | None, urls: str | list[str], rounds: int, before: Callable[[], object] | None = None
) -> Figure:
    client = Client(SERVER_NAME="localhost")
    if person:
        client.force_login(person)
    in_turn = cycle([urls] if isinstance(urls, str) else urls)

    def ask() -> None:
        answer = client.get(url := next(in_turn))
        if answer.status_code != 200:
            raise RuntimeError(f"{url} answered {answer.status_code}")

    for _warming_up in range(6):
        ask()
    if before:
        before()
    with CaptureQueriesContext(connection) as queries:
        ask()
    return _timed(name, ask, rounds, len(queries), before)


def _timed(
    name: str,
    action: Callable[[], object],
    rounds: int,
    queries: int | None = None,
    before: Callable[[], object] | None = None,
) -> Figure:
    taken = []
    for _ in range(rounds):
        if before:
            before()
        start = perf_counter()
        action()
        taken.append(perf_counter() - start)
    return Figure(name, 1 / statistics.mean(taken), statistics.quantiles(taken, n=20)[-1] * 1000, queries)


def random_market(*, applicants: int, offers: int, wishes: int = 6, tolerance: int | None = None) -> Market:
    """The same market every time: three cities, six wishes each in other cities."""
    chance = random.Random(2027)
    cities = [City(key, tolerance) for key in "NAM"]
    departments = [Department(f"D{n}", cities[n % 3].id) for n in range(offers)]
    places = [Offer(f"O{n:03}", f"D{n}", capacity=1 + n % 3, weeks=(0, 5)) for n in range(offers)]
    people = []
    for n in range(applicants):
        elsewhere = [place.id for k, place in enumerate(places) if k % 3 != n % 3]
        people.append(
            Applicant(f"a{n:03}", cities[n % 3].id, "VFA-K", 2, 20, prefs=tuple(chance.sample(elsewhere, wishes)))
        )
    return Market(cities=tuple(cities), departments=tuple(departments), offers=tuple(places), applicants=tuple(people))
