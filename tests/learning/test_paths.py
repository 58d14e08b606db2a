"""Barbara builds a path, Mina walks it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from learning.models import LearningPath, PathStep
from learning.queries.paths import fitting_path, path_for, paths_for
from learning.services import paths as service
from lms.core.errors import NotAllowed, Refused
from people.models import Occupation
from tests.factories.courses import CourseFactory, EnrollmentFactory
from tests.learning.stories import complete
from tests.queries import queries_of

TODAY = timezone.localdate()
LIST, NEW, MINE = "/lehre/lernpfade/", "/lehre/lernpfade/neu/", "/lernen/pfade/"


@pytest.fixture
def barbara(client, cast):
    client.force_login(cast.barbara)
    return client


@pytest.fixture
def courses(cast):
    return [CourseFactory(city=cast.nuremberg, title=title) for title in ("Akten", "Briefe", "Chat")]


def a_path(cast, title="Gut ankommen", courses=(), **more):
    city = more.pop("city", cast.nuremberg)
    path = LearningPath.objects.create(city=city, title=title, **{"is_published": True, **more})
    for course in courses:
        PathStep.objects.create(path=path, course=course, position=path.steps.count() + 1)
    return path


def url(name, *keys):
    return reverse(f"learning:{name}", args=[getattr(key, "pk", key) for key in keys])


def text(answer):
    return answer.content.decode()


def titles(path):
    return [step.course.title if step.course else step.part.title for step in path.steps.order_by("position")]


# Building


def test_a_path_from_the_first_title_to_the_learners(barbara, cast, courses):
    vfa = Occupation.objects.get(short="VFA-K")
    told = {"title": "Gut ankommen", "summary": "Das erste Jahr.", "occupation": vfa.pk, "year": "2"}
    path_url = barbara.post(NEW, told).url
    path = LearningPath.objects.get()
    assert path_url == url("path", path)
    for course in courses:
        barbara.post(url("step_add", path), {"what": f"kurs-{course.pk}"})
    assert titles(path) == ["Akten", "Briefe", "Chat"]
    assert paths_for(cast.mina) == []

    barbara.post(url("path_publish", path))
    [row] = paths_for(cast.mina)
    assert (row.path, row.fits, row.in_words) == (path, True, "0 von 3 Kursen")


def test_steps_change_places_and_go(barbara, cast, courses):
    path = a_path(cast, courses=courses)
    first, second, last = path.steps.order_by("position")
    barbara.post(url("step_move", path, last), {"wohin": "hoch"})
    assert titles(path) == ["Akten", "Chat", "Briefe"]
    barbara.post(url("step_move", path, first), {"wohin": "hoch"})  # it stands on top already
    barbara.post(url("step_move", path, second), {"wohin": "runter"})
    assert titles(path) == ["Akten", "Chat", "Briefe"]
    barbara.post(url("step_remove", path, first))
    barbara.post(url("step_move", path, second), {"wohin": "hoch"})
    assert titles(path) == ["Briefe", "Chat"]


def test_a_path_in_itself_is_refused_and_the_circle_named(barbara, cast, courses):
    one, two, three = (a_path(cast, title, courses[:1]) for title in ("Eins", "Zwei", "Drei"))
    barbara.post(url("step_add", one), {"what": f"pfad-{two.pk}"})
    barbara.post(url("step_add", two), {"what": f"pfad-{three.pk}"})
    answer = barbara.post(url("step_add", three), {"what": f"pfad-{one.pk}"})
    assert answer.status_code == 422
    assert "Das wäre ein Kreis: „Drei“ → „Eins“ → „Zwei“ → „Drei“." in text(answer)
    assert titles(three) == ["Akten"]
    with pytest.raises(Refused, match="sich nicht selbst"):
        service.add_part(one, one, actor=cast.barbara)


@pytest.mark.parametrize("what", ["", "kurs-", "kurs-0", "pfad-99999", "x", "kurs-1-2", "kurs-" + "9" * 30, "pfad-x"])
def test_what_is_not_there_cannot_be_added(barbara, cast, courses, what):
    path = a_path(cast, courses=courses)
    answer = barbara.post(url("step_add", path), {"what": what})
    assert answer.status_code == 422
    assert titles(path) == ["Akten", "Briefe", "Chat"]


def test_the_same_course_stands_there_once(barbara, cast, courses):
    path = a_path(cast, courses=courses)
    with pytest.raises(Refused, match="steht schon auf diesem Pfad"):
        service.add_course(path, courses[0], actor=cast.barbara)
    assert barbara.post(url("step_add", path), {"what": f"kurs-{courses[0].pk}"}).status_code == 422


def test_forty_steps_are_the_most(cast, courses):
    path = a_path(cast)
    for n in range(service.MOST_STEPS):
        PathStep.objects.create(path=path, part=a_path(cast, f"Pfad {n}"), position=n + 1)
    with pytest.raises(Refused, match="40 Schritte"):
        service.add_course(path, courses[0], actor=cast.barbara)


def test_an_empty_path_is_not_published(cast):
    path = a_path(cast, is_published=False)
    with pytest.raises(Refused, match="mindestens einen Kurs"):
        service.publish_path(path, actor=cast.barbara)


def test_two_paths_of_a_city_have_two_titles(barbara, cast, courses):
    a_path(cast, "Gut ankommen")
    answer = barbara.post(NEW, {"title": "Gut ankommen"})
    assert "hat schon einen Pfad mit diesem Titel" in text(answer)
    path = a_path(cast, "Anders")
    answer = barbara.post(url("path_change", path), {"title": "Gut ankommen", "year": ""})
    assert "hat schon einen Pfad mit diesem Titel" in text(answer)
    with pytest.raises(Refused):
        service.change_path(path, {**details("Gut ankommen")}, actor=cast.barbara)


def details(title, **more):
    return {"title": title, "summary": "", "occupation": None, "year": None, "is_shared": False, **more}


def test_the_year_must_be_one_of_the_occupation(barbara):
    vfa = Occupation.objects.create(name="Verwaltungsfach", short="VF", years=3)
    answer = barbara.post(NEW, {"title": "Neu", "occupation": vfa.pk, "year": "4"})
    assert "Verwaltungsfach dauert 3 Jahre." in text(answer)


def test_what_partner_cities_build_on_stays_shared(cast, courses):
    shared = a_path(cast, "Geteilt", courses, is_shared=True)
    service.add_part(a_path(cast, "Dort", city=cast.munich), shared, actor=cast.sabine)
    with pytest.raises(Refused, match="„Dort“ in München"):
        service.unpublish_path(shared, actor=cast.barbara)
    with pytest.raises(Refused, match="„Dort“ in München"):
        service.change_path(shared, details("Geteilt"), actor=cast.barbara)
    with pytest.raises(Refused, match="Teil von „Dort“"):
        service.remove_path(shared, actor=cast.barbara)


def test_only_those_who_teach_in_the_city_build(client, cast, courses):
    path = a_path(cast, courses=courses)
    for who in ("mina", "konrad", "sabine", "marlene", "carla"):
        client.force_login(getattr(cast, who))
        assert client.get(url("path", path)).status_code == 404
        with pytest.raises(NotAllowed):
            service.remove_path(path, actor=getattr(cast, who))
    client.force_login(cast.hanna)
    assert client.get(url("path", path)).status_code == 200


def test_a_step_of_another_path_is_not_moved_from_here(barbara, cast, courses):
    path, other = a_path(cast, courses=courses), a_path(cast, "Anderer", courses)
    step = other.steps.first()
    assert barbara.post(url("step_move", path, step), {"wohin": "hoch"}).status_code == 404
    assert barbara.post(url("step_remove", path, step)).status_code == 404


def test_removing_a_path_leaves_what_people_did(barbara, cast, courses):
    complete(cast.mina, courses[0], TODAY)
    path = a_path(cast, courses=courses)
    barbara.post(url("path_remove", path))
    assert not LearningPath.objects.exists()
    assert cast.mina.enrollments.count() == 1


# Walking


def test_progress_counts_courses_and_leads_to_the_next(client, cast, courses):
    path = a_path(cast, courses=courses)
    complete(cast.mina, courses[0], TODAY)
    EnrollmentFactory(person=cast.mina, course=courses[1])
    client.force_login(cast.mina)
    page = text(client.get(url("my_path", path)))
    assert "1 von 3 Kursen" in page
    assert "Mit „Briefe“ weitermachen" in page
    assert "Sie lernen gerade" in page
    row = path_for(cast.mina, path)
    assert [halt["state"] for halt in row.halts] == ["done", "current", "ahead"]


def test_a_course_once_completed_counts_although_it_begins_anew(cast, courses):
    path = a_path(cast, courses=courses)
    complete(cast.mina, courses[0], TODAY)
    cast.mina.enrollments.update(status="active", completed_at=None, cycle=2)
    assert path_for(cast.mina, path).done == 1


def test_a_path_on_a_path_brings_its_courses_each_once(cast, courses):
    inner = a_path(cast, "Innen", courses[1:])
    outer = a_path(cast, "Außen", courses[:2])
    PathStep.objects.create(path=outer, part=inner, position=9)
    found = path_for(cast.mina, outer).courses
    assert [(one.course.title, one.part) for one in found] == [("Akten", ""), ("Briefe", ""), ("Chat", "Innen")]


def test_drafts_on_a_path_and_unpublished_courses_are_left_out(cast, courses):
    outer = a_path(cast, "Außen", courses[:1])
    PathStep.objects.create(path=outer, part=a_path(cast, "Innen", courses[1:], is_published=False), position=9)
    assert [one.course.title for one in path_for(cast.mina, outer).courses] == ["Akten"]
    type(courses[0]).objects.filter(pk=courses[0].pk).update(live=False)
    assert path_for(cast.mina, outer).courses == []


def test_those_that_fit_stand_first_the_closest_on_top(cast, courses):
    vfa, fiae = Occupation.objects.get(short="VFA-K"), Occupation.objects.get(short="FIAE")
    a_path(cast, "A für andere", courses, occupation=fiae)
    a_path(cast, "B für alle", courses)
    a_path(cast, "C für uns", courses, occupation=vfa, year=2)
    a_path(cast, "D für das erste Jahr", courses, occupation=vfa, year=1)
    a_path(cast, "E aus München", courses, city=cast.munich, is_shared=True)
    a_path(cast, "F nur in München", courses, city=cast.munich)
    rows = [(row.path.title[0], row.fits) for row in paths_for(cast.mina)]
    assert rows == [("C", True), ("B", True), ("E", True), ("D", False), ("A", False)]
    assert fitting_path(cast.mina, cast.mina.apprenticeship).path.title == "C für uns"


def test_a_path_that_is_done_leaves_the_start_page(client, cast, courses):
    a_path(cast, courses=courses[:1])
    client.force_login(cast.mina)
    assert "Ihr Lernpfad" in text(client.get("/"))
    complete(cast.mina, courses[0], TODAY)
    assert "Ihr Lernpfad" not in text(client.get("/"))


def test_strangers_find_only_what_is_shared(client, cast, courses):
    path = a_path(cast, courses=courses)
    client.force_login(cast.kilian)
    assert client.get(url("my_path", path)).status_code == 404
    LearningPath.objects.update(is_shared=True)
    assert client.get(url("my_path", path)).status_code == 200
    LearningPath.objects.update(is_published=False)
    assert client.get(url("my_path", path)).status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_lists_ask_the_same_for_one_path_as_for_many(client, cast, count):
    for number in range(count):
        path = a_path(cast, f"Pfad {number}", [CourseFactory(city=cast.nuremberg, lessons=0) for _ in range(2)])
        EnrollmentFactory(person=cast.mina, course=path.steps.first().course)
    client.force_login(cast.mina)
    assert queries_of(client, MINE) == 10
    assert queries_of(client, url("my_path", path)) == 10
    client.force_login(cast.barbara)
    assert queries_of(client, LIST) == 9
    assert queries_of(client, url("path", path)) == 14


def test_many_paths_on_paths_are_walked_once_each(cast, courses):
    """Twenty storeys with two ways each would be a million ways."""
    below = a_path(cast, "Keller", courses)
    for storey in range(20):
        left, right = a_path(cast, f"{storey} links"), a_path(cast, f"{storey} rechts")
        for side in (left, right):
            PathStep.objects.create(path=side, part=below, position=1)
        above = a_path(cast, f"{storey} oben")
        for place, side in enumerate((left, right), 1):
            PathStep.objects.create(path=above, part=side, position=place)
        below = above
    assert path_for(cast.mina, below).total == 3


@pytest.mark.django_db(transaction=True)
def test_two_who_put_two_paths_into_each_other_at_once(cast, courses):
    one, two = a_path(cast, "Eins", courses), a_path(cast, "Zwei", courses)

    def put(pair):
        try:
            service.add_part(*pair, actor=cast.barbara)
        except Refused as reason:
            return str(reason)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(put, [(one, two), (two, one)]))
    assert answers[0] == ""
    assert "Kreis" in answers[1]
