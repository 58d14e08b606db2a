"""The workbench: Barbara writes, Dieter of Augsburg writes along, Hanna publishes, nobody else learns it is there."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from courses.queries.reviewing.review import review_state
from courses.queries.writing.workbench import workbench_of
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.co_authors import invite
from courses.services.writing.skeleton import Sketch, create_skeleton
from courses.services.writing.structure import add_part, rename_part
from tests.courses.stories import a_ready_draft
from tests.factories.courses import CourseFactory, LessonFactory, lessons_of
from tests.queries import queries_of

SKETCH = Sketch(
    "Akten führen", ["Akten anlegen"], [("lesson", "Ordnen"), ("module", "Suche"), ("lesson", "Finden")], True, "de"
)


@pytest.fixture
def course(cast):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    return create_skeleton(cast.nuremberg.shelf, SKETCH, actor=cast.barbara)


def bench(course):
    return reverse("courses:workbench", args=[course.pk])


def part(course, title):
    return Page.objects.child_of(course).get(draft_title=title)


def url_of(course, name, *more):
    return reverse(f"courses:{name}", args=[course.pk, *more])


def page_of(client, url, **sent):
    answer = client.post(url, sent, follow=True) if sent else client.get(url)
    return answer.content.decode()


def titles(course):
    return list(Page.objects.child_of(course).order_by("path").values_list("draft_title", flat=True))


@pytest.mark.parametrize(
    ("who", "status"),
    [("barbara", 200), ("hanna", 200), ("dieter", 404), ("anton", 404), ("rita", 404), ("mina", 404), ("konrad", 404)],
)
def test_only_those_who_write_it_see_the_workbench(client, cast, course, who, status):
    client.force_login(getattr(cast, who))
    assert client.get(bench(course)).status_code == status
    for page in (course, part(course, "Ordnen")):
        assert client.get(reverse("courses:preview", args=[page.pk])).status_code == status
    for name, more in (("part_add", []), ("co_author_invite", []), ("part_move", [part(course, "Ordnen").pk])):
        assert (client.post(url_of(course, name, *more)).status_code == 404) is (status == 404)


def test_a_co_author_sees_it_too(client, cast, course):
    invite(course, cast.dieter, actor=cast.barbara)
    client.force_login(cast.dieter)
    page = page_of(client, bench(course))
    assert "Nicht mehr mitschreiben" in page
    assert f'action="{url_of(course, "co_author_invite")}"' not in page
    assert url_of(course, "course_close") not in page


def test_it_shows_how_far_each_part_is(cast):
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    done, changed = LessonFactory(parent=course, title="Fertig"), LessonFactory(parent=course, title="Geändert")
    rename_part(changed, "Neu benannt", actor=cast.barbara)
    add_part(course, "lesson", "Begonnen", actor=cast.barbara)
    rows = [
        (row.title, row.number, row.state[1], row.minutes, row.blockers > 0)
        for row in workbench_of(course, review_state(course)).rows
    ]
    assert rows == [
        (done.title, 1, "veröffentlicht", 10, False),
        ("Neu benannt", 2, "veröffentlicht, seither geändert", 10, False),
        ("Begonnen", 3, "Entwurf", 0, True),
    ]


def test_what_is_missing_leads_to_the_block(client, cast, course):
    client.force_login(cast.barbara)
    page = page_of(client, bench(course))
    lesson = part(course, "Ordnen").specific.get_latest_revision_as_object()
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    assert f"{edit}#block-{lesson.body[0].id}-section" in page
    assert page.count("kern-btn--primary") == 1
    assert "Weiterschreiben" in page


def test_an_empty_course_says_how_to_begin(client, cast):
    client.force_login(cast.barbara)
    page = page_of(client, bench(CourseFactory(city=cast.nuremberg, lessons=0)))
    assert "Beginnen Sie mit einer Lektion" in page


def test_parts_are_added_moved_renamed_and_removed_without_a_script(client, cast, course):
    client.force_login(cast.barbara)
    first = part(course, "Ordnen")
    assert f'name="after" value="{first.pk}"' in page_of(client, f"{bench(course)}?nach={first.pk}")
    assert "Davor hinzufügen" in page_of(client, f"{bench(course)}?nach=anfang")
    page_of(client, url_of(course, "part_add"), kind="lesson", title="Ablegen", after=first.pk)
    page_of(client, url_of(course, "part_add"), kind="module", title="Vorweg", after=0)
    assert titles(course) == ["Vorweg", "Ordnen", "Ablegen", "Suche", "Finden", "Abschlusstest"]

    added = part(course, "Ablegen")
    assert "hat einen neuen Platz" in page_of(client, url_of(course, "part_move", added.pk), before=first.pk)
    page_of(client, url_of(course, "part_move", first.pk), after=part(course, "Finden").pk)
    assert titles(course) == ["Vorweg", "Ablegen", "Suche", "Finden", "Ordnen", "Abschlusstest"]

    opened = page_of(client, f"{bench(course)}?teil={added.pk}")
    assert 'value="Ablegen"' in opened
    page_of(client, url_of(course, "part_rename", added.pk), title="Richtig ablegen")
    page_of(client, url_of(course, "part_remove", part(course, "Suche").pk), yes="1")
    assert titles(course) == ["Vorweg", "Richtig ablegen", "Finden", "Ordnen", "Abschlusstest"]


@pytest.mark.parametrize(
    ("name", "sent", "sentence"),
    [
        ("part_add", {"kind": "lesson", "title": ""}, "Bitte füllen Sie dieses Feld aus."),
        ("part_add", {"kind": "lesson", "title": "x" * 121}, "höchstens 120"),
        ("part_add", {"kind": "film", "title": "Etwas"}, "Etwas"),
        ("part_add", {"kind": "lesson", "title": "Etwas", "after": "nirgends"}, "Etwas"),
        ("part_rename", {"title": " "}, "Bitte füllen Sie dieses Feld aus."),
        ("co_author_invite", {"person": ""}, "Bitte wählen Sie hier etwas aus."),
        ("co_author_invite", {"person": "99999"}, "nur Ausbildende der Partnerstädte"),
    ],
)
def test_a_slip_is_named_and_what_was_typed_is_kept(client, cast, course, name, sent, sentence):
    client.force_login(cast.barbara)
    more = [part(course, "Ordnen").pk] if name == "part_rename" else []
    before = titles(course)
    answer = client.post(url_of(course, name, *more), sent)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert titles(course) == before


def test_who_comes_late_reads_a_sentence(client, cast, course):
    client.force_login(cast.barbara)
    gone, other = part(course, "Finden"), part(course, "Ordnen")
    page_of(client, url_of(course, "part_remove", gone.pk), yes="1")
    for name, sent in (("part_move", {"after": other.pk}), ("part_rename", {"title": "Neu"}), ("part_remove", {})):
        answer = client.post(url_of(course, name, gone.pk), sent)
        assert (answer.status_code, "inzwischen entfernt" in answer.content.decode()) == (409, True)
    answer = client.post(url_of(course, "part_move", other.pk), {"after": gone.pk})
    assert (answer.status_code, bench(course) in answer.content.decode()) == (409, True)


def test_a_part_of_another_course_cannot_be_reached_through_this_one(client, cast, course):
    stranger = lessons_of(CourseFactory(city=cast.augsburg, title="Anderswo"))[0]
    client.force_login(cast.barbara)
    for name in ("part_rename", "part_remove", "part_move"):
        assert client.post(url_of(course, name, stranger.pk), {"title": "x", "after": "1"}).status_code == 409
    assert LessonPage.objects.get(pk=stranger.pk).draft_title == stranger.title


def test_a_published_part_is_unpublished_by_the_office(client, cast):
    course = CourseFactory(city=cast.nuremberg)
    lesson = lessons_of(course)[0]
    opened = f"{bench(course)}?teil={lesson.pk}"
    unpublish = reverse("wagtailadmin_pages:unpublish", args=[lesson.pk])
    for person, shown in ((cast.barbara, False), (cast.hanna, True)):
        client.force_login(person)
        page = page_of(client, opened)
        assert (unpublish in page, url_of(course, "part_remove", lesson.pk) in page) == (shown, False)


def test_the_preview_walks_through_drafts(client, cast, course):
    client.force_login(cast.barbara)
    first, last = part(course, "Ordnen"), part(course, "Finden")
    rename_part(first.specific, "Ordnung", actor=cast.barbara)
    page = page_of(client, reverse("courses:preview", args=[course.pk]))
    assert reverse("courses:preview", args=[first.pk]) in page
    lesson = page_of(client, reverse("courses:preview", args=[first.pk]))
    assert "<h1>Ordnung</h1>" in lesson
    assert bench(course) in lesson
    assert reverse("courses:preview", args=[last.pk]) in lesson
    assert CoursePage.objects.get(pk=course.pk).url not in lesson
    assert client.get(reverse("courses:preview", args=[part(course, "Abschlusstest").pk])).status_code == 200
    assert client.get(reverse("courses:preview", args=[course.get_parent().pk])).status_code == 404


def test_the_history_names_who_did_what_once(client, cast, course):
    client.force_login(cast.barbara)
    for title in ("A", "B"):
        rename_part(part(course, "Ordnen" if title == "A" else "A").specific, title, actor=cast.hanna)
    page = page_of(client, bench(course))
    assert page.count("Hanna Hypothese: Umbenannt") == 1


# On its way to learners


@pytest.fixture
def ready(cast):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    return a_ready_draft(cast.nuremberg, cast.barbara)


def take(client, person, course, step, **more):
    client.force_login(person)
    return client.post(url_of(course, "review"), {"step": step, **more}, follow=True)


def test_the_three_of_them_bring_a_course_to_learners(client, cast, ready):
    client.force_login(cast.barbara)
    page = page_of(client, bench(ready))
    assert page.count("kern-btn--primary") == 1
    assert "Einreichen" in page
    assert "Angaben bearbeiten" in page
    handed_in = take(client, cast.barbara, ready, "submit", comment="Bitte bis Freitag.").content.decode()
    assert "Angaben bearbeiten" not in handed_in
    assert "Dieter Demozweck" in handed_in
    assert "Bitte bis Freitag." in handed_in

    client.force_login(cast.dieter)
    assert "Akten führen" in page_of(client, reverse("courses:teaching"))
    assert "Akten führen" in page_of(client, "/")
    reading = page_of(client, bench(ready))
    assert reading.count("kern-btn--primary") == 1
    assert url_of(ready, "part_add") not in reading
    assert client.get(reverse("courses:preview", args=[part(ready, "Fristen").pk])).status_code == 200
    recommended = take(client, cast.dieter, ready, "recommend", comment="Sehr gut.")
    assert recommended.redirect_chain[-1][0] == reverse("courses:teaching")
    assert "wartet nicht mehr auf Sie" in client.get(bench(ready), follow=True).content.decode()

    client.force_login(cast.hanna)
    deciding = page_of(client, bench(ready))
    assert "Dieter Demozweck hat den Kurs gelesen und empfiehlt ihn" in deciding
    assert "Sehr gut." in deciding
    take(client, cast.hanna, ready, "release")
    published = CoursePage.objects.get(pk=ready.pk)
    assert (published.live, lessons_of(published)[0].live) == (True, True)
    assert "Alles ist veröffentlicht" in page_of(client, bench(ready))


def test_who_sends_a_course_back_says_why_and_the_authors_read_it(client, cast, ready):
    take(client, cast.barbara, ready, "submit")
    answer = take(client, cast.dieter, ready, "return", comment="  ")
    assert (answer.status_code, "Bitte schreiben Sie, was" in answer.content.decode()) == (422, True)
    take(client, cast.dieter, ready, "return", comment="Die Fristen stimmen nicht.")
    client.force_login(cast.barbara)
    page = page_of(client, bench(ready))
    assert "Dieter Demozweck schreibt" in page
    assert "Die Fristen stimmen nicht." in page
    assert "Wieder einreichen" in page
    assert "Lesen Sie die Anmerkung" in page_of(client, reverse("courses:teaching"))


def test_while_it_waits_the_outline_stays_until_it_is_taken_back(client, cast, ready):
    take(client, cast.barbara, ready, "submit")
    page = page_of(client, bench(ready))
    assert url_of(ready, "part_add") not in page
    assert "bleibt der Aufbau, wie er ist" in page
    refused = client.post(url_of(ready, "part_add"), {"kind": "lesson", "title": "Noch eine"})
    assert (refused.status_code, titles(ready)) == (400, ["Fristen"])
    take(client, cast.barbara, ready, "withdraw")
    assert url_of(ready, "part_add") in page_of(client, bench(ready))


@pytest.mark.parametrize(
    ("who", "step", "status"),
    [
        ("barbara", "release", 403),
        ("barbara", "recommend", 403),
        ("hanna", "recommend", 403),
        ("hanna", "release", 409),
        ("barbara", "submit", 409),
        ("barbara", "dance", 422),
        ("sabine", "dance", 422),
        ("anton", "release", 404),
        ("mina", "submit", 404),
    ],
)
def test_nobody_takes_a_step_that_is_not_theirs(client, cast, ready, who, step, status):
    take(client, cast.barbara, ready, "submit")
    assert take(client, getattr(cast, who), ready, step).status_code == status
    assert not CoursePage.objects.get(pk=ready.pk).live


def test_what_is_not_ready_is_not_handed_in(client, cast, course):
    answer = take(client, cast.barbara, course, "submit")
    assert (answer.status_code, "kann noch nicht" in answer.content.decode()) == (400, True)


@pytest.mark.parametrize("lessons", [1, 12])
def test_the_workbench_asks_the_same_for_any_number_of_lessons(client, cast, lessons):
    set_up_shelf(cast.nuremberg)
    course = CourseFactory(city=cast.nuremberg, lessons=lessons, test=True)
    client.force_login(cast.barbara)
    assert queries_of(client, bench(course)) == 31
