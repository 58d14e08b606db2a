"""The editor is for those who write courses, on the shelf of their city, and for nothing else."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import get_resolver, reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Site

from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.rights import collection_of
from lms.media.models import CourseDocument, CourseImage
from people.models import User
from tests.factories.courses import CourseFactory, lessons_of

WRITERS = ["barbara", "hanna"]
ADMINISTRATION = [
    "wagtailusers_users:index",
    "wagtailusers_users:add",
    "wagtailusers_groups:index",
    "wagtailusers_groups:add",
    "wagtailsites:index",
    "wagtailsites:add",
    "wagtailredirects:index",
    "wagtailadmin_collections:index",
    "wagtailadmin_collections:add",
    "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:add",
    "wagtailadmin_workflows:task_index",
]


@pytest.fixture
def shelves(cast):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    ours, theirs = collection_of(cast.nuremberg), collection_of(cast.augsburg)
    course = CourseFactory(city=cast.augsburg, title="Kurs der anderen")
    return {
        "course": course,
        "lesson": lessons_of(course)[0],
        "image": CourseImage.objects.create(title="Bild der anderen", file=get_test_image_file(), collection=theirs),
        "document": CourseDocument.objects.create(
            title="Datei der anderen", file=ContentFile(b"x", name="liste.txt"), collection=theirs
        ),
        "ours": ours,
        "theirs": theirs,
    }


def is_turned_away(answer):
    return answer.status_code in (302, 403, 404)


@pytest.mark.parametrize("who", WRITERS)
@pytest.mark.parametrize("area", ADMINISTRATION)
def test_who_writes_courses_does_not_administrate(client, cast, shelves, who, area):
    client.force_login(getattr(cast, who))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    assert is_turned_away(client.get(reverse(area)))
    assert is_turned_away(client.post(reverse(area), {"email": "x@example.org", "is_superuser": "on", "name": "Neu"}))


@pytest.mark.parametrize("who", WRITERS)
def test_nobody_raises_themselves_or_others(client, cast, shelves, who):
    person = getattr(cast, who)
    client.force_login(person)
    before = (list(User.objects.values_list()), list(Group.objects.values_list()), list(Site.objects.values_list()))
    everything = {
        "is_superuser": "on",
        "groups": [1, 2, 3],
        "email": "x@example.org",
        "first_name": "X",
        "last_name": "Y",
    }
    for address in (
        reverse("wagtailusers_users:edit", args=[person.pk]),
        reverse("wagtailusers_users:delete", args=[cast.konrad.pk]),
        reverse("wagtailusers_groups:edit", args=[Group.objects.first().pk]),
        reverse("wagtailadmin_account"),
    ):
        client.post(address, everything)
    person.refresh_from_db()
    assert person.is_superuser is False
    assert before == (
        list(User.objects.values_list()),
        list(Group.objects.values_list()),
        list(Site.objects.values_list()),
    )


@pytest.mark.parametrize("who", WRITERS)
def test_pages_images_and_files_of_another_city_are_out_of_reach(client, cast, shelves, who):
    client.force_login(getattr(cast, who))
    page, lesson = shelves["course"].pk, shelves["lesson"].pk
    for name, key in [
        ("wagtailadmin_pages:edit", page),
        ("wagtailadmin_pages:edit", lesson),
        ("wagtailadmin_pages:delete", page),
        ("wagtailadmin_pages:unpublish", page),
        ("wagtailadmin_pages:copy", page),
        ("wagtailadmin_pages:move", lesson),
        ("wagtailadmin_pages:history", page),
        ("wagtailadmin_pages:add_subpage", page),
        ("wagtailimages:edit", shelves["image"].pk),
        ("wagtailimages:delete", shelves["image"].pk),
        ("wagtaildocs:edit", shelves["document"].pk),
        ("wagtaildocs:delete", shelves["document"].pk),
    ]:
        for answer in (
            client.get(reverse(name, args=[key])),
            client.post(reverse(name, args=[key]), {"title": "Meins"}),
        ):
            assert is_turned_away(answer), name
    assert {shelves[kind].__class__.objects.get().title for kind in ("image", "document")} == {
        "Bild der anderen",
        "Datei der anderen",
    }


@pytest.mark.parametrize("who", WRITERS)
def test_lists_and_choosers_show_the_files_of_the_own_city(client, cast, shelves, who):
    client.force_login(getattr(cast, who))
    for name in (
        "wagtailimages:index",
        "wagtaildocs:index",
        "wagtailmedia:index",
        "wagtailimages_chooser:choose",
        "wagtaildocs_chooser:choose",
    ):
        text = client.get(reverse(name)).content.decode()
        assert ("Bild der anderen" in text, "Datei der anderen" in text) == (False, False), name


def test_nobody_uploads_into_the_collection_of_another_city(client, cast, shelves):
    client.force_login(cast.barbara)
    for collection in (shelves["theirs"], Collection.get_first_root_node()):
        upload = ContentFile(b"x", name="fremd.txt")
        client.post(reverse("wagtaildocs:add"), {"title": "Fremd", "file": upload, "collection": collection.pk})
    assert [one.collection for one in CourseDocument.objects.filter(title="Fremd")] in ([], [shelves["ours"]] * 2)


@pytest.mark.parametrize("name", ["seite.html", "bild.svg", "programm.js", "makro.xlsm", "a.pdf.exe", "x"])
def test_files_that_could_run_are_refused(client, cast, shelves, name):
    client.force_login(cast.barbara)
    upload = ContentFile(b"<script>1</script>", name=name)
    client.post(reverse("wagtaildocs:add"), {"title": "Neu", "file": upload, "collection": shelves["ours"].pk})
    assert not CourseDocument.objects.filter(title="Neu").exists()


def test_a_drawing_with_script_is_no_picture(client, cast, shelves):
    client.force_login(cast.barbara)
    drawing = ContentFile(b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', name="bild.svg")
    client.post(reverse("wagtailimages:add"), {"title": "Neu", "file": drawing, "collection": shelves["ours"].pk})
    assert not CourseImage.objects.filter(title="Neu").exists()


@pytest.mark.parametrize("who", ["mina", "rita", "carla", "konrad"])
def test_who_does_not_write_courses_is_led_back_with_a_sentence(client, cast, shelves, who):
    client.force_login(getattr(cast, who))
    answer = client.get("/cms/", follow=True)
    assert (answer.status_code, answer.redirect_chain[-1][0].partition("?")[0]) == (200, "/")
    assert "Berechtigung" in answer.content.decode()
    for address in ("/cms/pages/", "/cms/users/", "/cms/images/", "/cms/reports/site-history/"):
        assert client.get(address).status_code == 302


def test_strangers_are_led_to_our_own_door(client, db):
    for address in ("/cms/", "/cms/login/", "/cms/users/"):
        assert client.get(address)["Location"].partition("?")[0] == reverse("account_login")
    assert client.post("/cms/login/", {"username": "x", "password": "y"})["Location"].startswith("/anmelden/")


def test_there_is_no_second_administration():
    assert [
        pattern for pattern in map(str, get_resolver().reverse_dict) if "admin:" in pattern and "wagtail" not in pattern
    ] == []
