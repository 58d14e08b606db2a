"""What Wagtail's checker is told to look for in our pages."""

import json
import re

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from courses.editor.content_checks import OurChecks
from courses.services.writing.authoring import set_up_shelf
from tests.factories.courses import CourseFactory, lessons_of


def test_the_checker_of_the_editor_speaks_german_and_looks_at_the_content_alone(client, cast):
    set_up_shelf(cast.nuremberg)
    lesson = lessons_of(CourseFactory(city=cast.nuremberg))[0]
    client.force_login(cast.barbara)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).content.decode()
    told = json.loads(re.search(r'<script id="checker-axe-configuration"[^>]*>(.*?)</script>', page)[1])
    assert told["context"]["include"] == ["main"]
    asked = {"link-name", "heading-order", "empty-table-header", "td-has-header", "image-alt", "alt-text-quality"}
    assert asked <= set(told["options"]["runOnly"])
    assert told["messages"]["heading-order"] == {
        "error_name": "Eine Überschriftenstufe ist übersprungen",
        "help_text": "Auf eine große Überschrift folgt die nächstkleinere, ohne Lücke.",
    }


@pytest.mark.parametrize(
    ("alt", "is_good"),
    [("akte_alt.png", False), ("Bild von einer Akte", False), ("Ein Foto der Akte", False), ("Eine leere Akte", True)],
)
def test_a_description_is_no_file_name_and_does_not_say_that_it_is_an_image(alt, is_good):
    [check] = OurChecks.axe_custom_checks
    assert bool(re.search(check["options"]["pattern"], alt, re.IGNORECASE)) is not is_good


def test_the_preview_in_the_editor_carries_the_checker_and_other_previews_do_not(client, cast):
    set_up_shelf(cast.nuremberg)
    lesson = lessons_of(CourseFactory(city=cast.nuremberg))[0]
    client.force_login(cast.barbara)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[lesson.pk])
    client.post(preview, nested_form_data({"title": "Neu", "slug": "neu", "body": streamfield([])}))
    assert "<wagtail-userbar>" in client.get(preview + "?in_preview_panel=true").content.decode()
    assert "<wagtail-userbar>" not in client.get(preview).content.decode()
