"""Measures what people wait for, in one process, on the data of the demonstration."""

import random
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from certificates import layout
from certificates.models import Certificate
from certificates.services.documents import sheet_of
from courses.models import Enrollment, LessonPage
from exchange import matching
from exchange.matching import Applicant, City, Department, Market, Offer
from people.models import User


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


def figures(rounds: int) -> Iterator[Figure]:
    mina = User.objects.get(email="mina.musterfrau@example.org")
    hanna = User.objects.get(email="hanna.hypothese@example.org")
    course = Enrollment.objects.filter(person=mina).order_by("pk")[0].course
    lesson = LessonPage.objects.child_of(course).live().order_by("path")[0]
    yield _page("bare view (health)", None, reverse("health"), rounds)
    yield _page("start page of an apprentice", mina, reverse("home"), rounds)
    yield _page("course page (Wagtail)", mina, course.url, rounds)
    yield _page("catalogue", mina, reverse("courses:catalogue"), rounds)
    yield _page("lesson (Wagtail)", mina, lesson.url, rounds)
    yield _page("places in the exchange", mina, reverse("exchange:explore"), rounds)
    yield _page("inbox of a training office", hanna, reverse("exchange:inbox"), rounds)
    sheet = sheet_of(Certificate.objects.order_by("pk")[0])
    yield _timed("certificate (PDF/UA, tagged)", lambda: layout.draw(sheet), max(5, rounds // 10))
    market = random_market(applicants=300, offers=150)
    yield _timed(
        "matching of 300 people x 150 offers", lambda: matching.run(market, seed="bench"), max(5, rounds // 10)
    )


def _page(name: str, person: User | None, url: str, rounds: int) -> Figure:
    client = Client(SERVER_NAME="localhost")
    if person:
        client.force_login(person)

    def ask() -> None:
        answer = client.get(url)
        if answer.status_code != 200:
            raise RuntimeError(f"{url} answered {answer.status_code}")

    ask()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ask()
    return _timed(name, ask, rounds, len(queries))


def _timed(name: str, action: Callable[[], object], rounds: int, queries: int | None = None) -> Figure:
    taken = []
    for _ in range(rounds):
        start = perf_counter()
        action()
        taken.append(perf_counter() - start)
    return Figure(name, 1 / statistics.mean(taken), statistics.quantiles(taken, n=20)[-1] * 1000, queries)


def random_market(*, applicants: int, offers: int, wishes: int = 6) -> Market:
    """The same market every time: three cities, six wishes each in other cities."""
    chance = random.Random(2027)
    cities = [City("N"), City("A"), City("M")]
    departments = [Department(f"D{n}", cities[n % 3].id) for n in range(offers)]
    places = [Offer(f"O{n:03}", f"D{n}", capacity=1 + n % 3, weeks=(0, 5)) for n in range(offers)]
    people = []
    for n in range(applicants):
        elsewhere = [place.id for k, place in enumerate(places) if k % 3 != n % 3]
        people.append(
            Applicant(f"a{n:03}", cities[n % 3].id, "VFA-K", 2, 20, prefs=tuple(chance.sample(elsewhere, wishes)))
        )
    return Market(cities=tuple(cities), departments=tuple(departments), offers=tuple(places), applicants=tuple(people))
