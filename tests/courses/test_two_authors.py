"""Two people write the same lesson: both are told, and nobody's words are replaced without a word."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from courses.services.writing.authoring import set_up_shelf
from tests.courses.test_editing import form
from tests.factories.courses import CourseFactory, lessons_of


class Author:
    """Somebody with the lesson open in a browser."""

    def __init__(self, person, lesson):
        self.lesson, self.client = lesson, Client()
        self.client.force_login(person)
        self.url = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
        self.read(self.client.get(self.url))

    def read(self, answer):
        self.page = BeautifulSoup(answer.content, "lxml")
        sent = self.page.select("#page-edit-form > input[name^=loaded_revision]")
        self.seen = {field["name"]: field["value"] for field in sent}
        return answer

    def save(self, title, **more):
        return self.read(self.client.post(self.url, form(title=title, **self.seen, **more), follow=True))

    def autosave(self, title, **more):
        return self.client.post(
            self.url, form(title=title, **self.seen, **more), headers={"accept": "application/json"}
        ).json()

    def told(self):
        return re.sub(r"\s+", " ", self.page.select_one(".messages").get_text(" "))


@pytest.fixture
def authors(cast):
    set_up_shelf(cast.nuremberg)
    lesson = lessons_of(CourseFactory(city=cast.nuremberg))[0]
    return Author(cast.barbara, lesson), Author(cast.hanna, lesson)


def newest_title(author):
    return Page.objects.get(pk=author.lesson.pk).get_latest_revision_as_object().title


def versions(author):
    return [one.as_object().title for one in Page.objects.get(pk=author.lesson.pk).revisions.order_by("pk")]


def test_who_saves_second_is_asked_and_keeps_what_was_typed(authors):
    barbara, hanna = authors
    first = newest_title(barbara)
    hanna.save("Von Hanna")
    barbara.save("Von Barbara")
    assert newest_title(barbara) == "Von Hanna"
    assert "Hanna Hypothese hat um" in barbara.told()
    assert "Was hat sich geändert?" in barbara.told()
    assert barbara.page.select_one("#id_title")["value"] == "Von Barbara"

    barbara.save("Von Barbara")
    assert newest_title(barbara) == "Von Barbara"
    assert versions(barbara) == [first, "Von Hanna", "Von Barbara"]


def test_a_page_asked_about_does_not_save_by_itself(authors):
    barbara, hanna = authors
    hanna.save("Von Hanna")
    barbara.save("Von Barbara")
    assert "w-autosave" not in barbara.page.select_one("#page-edit-form")["data-controller"]
    barbara.read(barbara.client.get(barbara.url))
    assert "w-autosave" in barbara.page.select_one("#page-edit-form")["data-controller"]


def test_who_said_yes_in_the_dialog_is_not_asked_again(authors):
    barbara, hanna = authors
    hanna.save("Von Hanna")
    barbara.save("Von Barbara", overwrite_newer="on")
    assert newest_title(barbara) == "Von Barbara"


def test_saving_by_itself_stops_with_a_sentence(authors):
    barbara, hanna = authors
    hanna.autosave("Von Hanna")
    answer = barbara.autosave("Von Barbara")
    assert answer == {
        "success": False,
        "error_code": "invalid_revision",
        "error_message": "Beim Speichern wird eine neuere Version überschrieben.",
    }
    assert newest_title(barbara) == "Von Hanna"


def test_the_version_somebody_writes_over_again_and_again_counts_as_newer(authors):
    """Saving by itself replaces one's own last version: its number stays, its text does not."""
    barbara, hanna = authors
    number = hanna.autosave("Von Hanna")["revision_id"]
    barbara.read(barbara.client.get(barbara.url))
    hanna.autosave("Von Hanna, weiter", overwrite_revision_id=number)
    barbara.save("Von Barbara")
    assert newest_title(barbara) == "Von Hanna, weiter"


def test_ones_own_version_of_a_moment_ago_is_no_conflict(authors):
    barbara, _hanna = authors
    barbara.autosave("Von Barbara")
    barbara.save("Von Barbara, fertig")
    assert newest_title(barbara) == "Von Barbara, fertig"


def test_both_see_that_the_other_is_there(authors):
    barbara, hanna = authors
    hanna.save("Von Hanna")
    ping = barbara.page.select_one("form.w-editing-sessions")["data-w-swap-src-value"]
    sent = barbara.page.select("form.w-editing-sessions > input[name^=revision]")
    answer = barbara.client.post(ping, {field["name"]: field["value"] for field in sent}).json()
    assert [one["user"] for one in answer["other_sessions"]] == ["Hanna Hypothese"]
    assert "Hanna Hypothese hat eine neue Version gespeichert" in answer["html"]


def test_a_page_without_a_version_has_one_as_soon_as_somebody_writes(authors):
    barbara, _hanna = authors
    page = Page.objects.get(pk=barbara.lesson.pk)
    assert (page.revisions.count(), page.has_unpublished_changes) == (1, False)
    assert barbara.seen["loaded_revision_id"] == str(page.latest_revision_id)
