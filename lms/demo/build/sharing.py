"""What the cities do with each other's courses: adapt, add, write together, read what waits."""

from datetime import date, timedelta
from typing import Any

from courses.models import AnnexPage, CityShelfPage, CoursePage, LessonPage
from courses.services.reviewing import review
from courses.services.sharing import adapting, annexes
from courses.services.writing import co_authors
from courses.services.writing.skeleton import Sketch, create_skeleton
from lms.demo.build.clock import at, monday_of_this_week, workday
from lms.demo.build.people import People
from people.models import City, Role, User

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
TRAINERS = {"nuernberg": "Barbara Blaupause", "augsburg": "Dieter Demozweck", "muenchen": "Sabine Schablone"}
READERS = {"nuernberg": "augsburg", "augsburg": "muenchen", "muenchen": "nuernberg"}


def build_sharing(courses: dict[str, CoursePage], people: People) -> None:
    monday = monday_of_this_week()
    adapt_data_protection(courses["datenschutz-im-amt"], people, monday)
    add_to_it_security(courses["it-sicherheit"], people, monday)
    with at(workday(monday - 3 * WEEK)):
        co_authors.invite(courses["agiles-arbeiten"], trainer(people, "augsburg"), actor=trainer(people, "nuernberg"))
    wait_for_a_reader(people, monday)
    begin_a_draft(people, monday)


def trainer(people: People, city: str) -> User:
    return people[TRAINERS[city]]


def office(people: People, city: str) -> User:
    return people.of_role(Role.HR, city)[0]


def adapt_data_protection(original: CoursePage, people: People, monday: date) -> None:
    """Augsburg has made Nürnberg's course its own; since then Nürnberg has changed two things."""
    dieter = trainer(people, "augsburg")
    with at(workday(monday - 20 * WEEK)):
        copy, _is_new = adapting.adapt_course(original, city_of("augsburg"), actor=dieter)
        rewrite_course(copy, dieter, title="Datenschutz im Amt: so machen wir es in Augsburg", contact=dieter.email)
        first = LessonPage.objects.child_of(copy).order_by("path")[0]
        add_hint(first, dieter, "In Augsburg", "<p>Fragen beantwortet die Datenschutzstelle im Direktorium.</p>")
    publish(copy, people, "augsburg", monday - 19 * WEEK)
    barbara = trainer(people, "nuernberg")
    with at(workday(monday - 2 * WEEK)):
        first, second = LessonPage.objects.child_of(original).order_by("path")[:2]
        add_hint(first, barbara, "Neu: der Merkzettel", "<p>Legen Sie sich die drei Fragen neben den Bildschirm.</p>")
        add_hint(
            second, barbara, "Einwilligung per Klick", "<p>Ein vorangekreuztes Kästchen ist keine Einwilligung.</p>"
        )
    publish(original, people, "nuernberg", monday - 9 * DAY)


def add_to_it_security(course: CoursePage, people: People, monday: date) -> None:
    """München and Nürnberg tell their own people whom to call."""
    lesson = LessonPage.objects.child_of(course).get(slug="erste-zehn-minuten")
    telling = {
        "muenchen": "<p>Melden Sie einen Verdacht sofort der Servicestelle bei it@M, auch am Wochenende.</p>",
        "nuernberg": "<p>Melden Sie einen Verdacht sofort der IT-Hotline im Amt für Digitalisierung.</p>",
    }
    for city, text in telling.items():
        author = trainer(people, city)
        with at(workday(monday - 8 * WEEK)):
            annex = annexes.start_annex(
                course, city_of(city), title="Hier melden Sie einen Verdacht", lesson=lesson, actor=author
            )
            write(annex, author, [{"type": "text", "value": text}])
        with at(workday(monday - 8 * WEEK, 1)):
            annex.refresh_from_db()
            annex.get_workflow().start(annex, author)
            review.decide(annex.current_workflow_task_state, "approve", actor=office(people, city))


def wait_for_a_reader(people: People, monday: date) -> None:
    """A short course of München waits for a colleague of a partner city."""
    sabine = trainer(people, "muenchen")
    text = (
        "<p>Offene Daten sind Daten, die alle nutzen dürfen: Haltestellen, Bäume, Spielplätze, Sitzungstermine. "
        "Wer sie veröffentlicht, spart Rückfragen und hilft anderen, etwas daraus zu bauen.</p>"
        "<h2>Drei Fragen vor dem Veröffentlichen</h2>"
        "<ol><li>Stehen Menschen in den Daten? Dann bleiben sie bei uns.</li>"
        "<li>Dürfen wir sie weitergeben, auch die Karten darunter?</li>"
        "<li>Wer pflegt sie, wenn sich etwas ändert?</li></ol>"
    )
    with at(workday(monday - 5 * DAY)):
        course = skeleton(people, "muenchen", "Open Data in 20 Minuten", ["Drei Fragen vor dem Veröffentlichen"])
        rewrite_course(
            course, sabine, summary="Welche Daten eine Stadt verschenken darf und wie sie nützlich werden.",
            audience="Alle, die mit Tabellen und Karten arbeiten", topic="infrastructure", contact=sabine.email,
        )  # fmt: skip
        write(LessonPage.objects.child_of(course).get(), sabine, [{"type": "text", "value": text}])
        review.submit_course(course, actor=sabine, comment="Bitte vor allem auf die Beispiele schauen.")


def begin_a_draft(people: People, monday: date) -> None:
    """Barbara has begun a course and not got far."""
    with at(workday(monday - 2 * DAY)):
        titles = [
            "# Grundlagen",
            "Was das Gesetz verlangt",
            "Ein Antrag von Anfang bis Ende",
            "# Üben",
            "Ein Formular prüfen",
        ]
        skeleton(people, "nuernberg", "Onlinezugangsgesetz kompakt", titles)


def skeleton(people: People, city: str, title: str, lines: list[str]) -> CoursePage:
    shelf = CityShelfPage.objects.get(city__slug=city)
    parts = [("module", line[2:]) if line.startswith("# ") else ("lesson", line) for line in lines]
    goals = ["erklären, worum es geht", "den ersten Schritt im eigenen Amt tun"]
    return create_skeleton(shelf, Sketch(title, goals, parts, False, "de"), actor=trainer(people, city))


def publish(course: CoursePage, people: People, city: str, day: date) -> None:
    """Hand in, have it read by a partner city, release."""
    course = CoursePage.objects.get(pk=course.pk)
    with at(workday(day)):
        review.submit_course(course, actor=trainer(people, city))
    with at(workday(day, 1)):
        review.recommend_course(course, actor=trainer(people, READERS[city]), comment="Gern gelesen.")
    with at(workday(day, 2)):
        review.release_course(course, actor=office(people, city))


def rewrite_course(course: CoursePage, author: User, **changes: Any) -> None:
    newest = course.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(newest, name, value)
    newest.save_revision(user=author, clean=False)


def add_hint(lesson: LessonPage, author: User, title: str, text: str) -> None:
    newest = lesson.get_latest_revision_as_object()
    hint = {"type": "hint", "value": {"tone": "info", "title": title, "text": text}}
    write(lesson, author, [*newest.body.raw_data, hint])


def write(page: LessonPage | AnnexPage, author: User, body: list[Any]) -> None:
    newest = page.get_latest_revision_as_object()
    newest.body = newest.body.stream_block.to_python(body)
    newest.save_revision(user=author, clean=False)


def city_of(slug: str) -> City:
    return City.objects.get(slug=slug)
