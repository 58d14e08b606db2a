"""A course that was described in two languages."""

import copy

import pytest

from courses.services.translating.described_translations import translate_as_described
from courses.services.writing.authoring import create_course, set_up_shelf
from lms.media.models import CourseImage, CourseMedia
from tests.courses.test_authoring import folder, spec  # noqa: F401 - a fixture
from tests.courses.translations import missing, pages
from tests.factories.courses import lessons_of
from tests.factories.courses import test_of as the_test_of


def english(**changes):
    told = copy.deepcopy(spec(title="Keeping files", summary="Brief.", goals=["You can do it."], language="en"))
    [lesson] = told["lessons"]
    lesson["title"] = "One"
    lesson["body"][0]["value"] = "<p>Who writes stays.</p>"
    lesson["body"][2]["value"] |= {"alt": "An empty sheet", "caption": "Sheet"}
    lesson["body"][4]["value"] |= {"title": "Tour", "transcript": "A tour."}
    told["test"]["questions"][0]["text"] = "Is that so?"
    return told | changes


@pytest.fixture
def course(cast, folder):  # noqa: F811
    set_up_shelf(cast.augsburg)
    return create_course(spec(), actor=cast.anton, files=folder)


def test_it_is_published_block_for_block(cast, course, folder):  # noqa: F811
    translated = translate_as_described(course, english(), actor=cast.anton, files=folder)
    assert [(one.title, one.live) for one in pages(translated)] == [
        ("Keeping files", True),
        ("One", True),
        ("Test", True),
    ]
    assert missing(translated) == {}
    [original], [lesson] = lessons_of(course), lessons_of(translated)
    said = {block.block_type: block.value for block in lesson.body}
    assert said["text"].source == "<p>Who writes stays.</p>"
    assert (said["image"]["caption"], said["image"]["image"].contextual_alt_text) == ("Sheet", "An empty sheet")
    assert said["video"]["video"].transcript == "A tour."
    assert [block.id for block in lesson.body] == [block.id for block in original.body]
    assert (CourseImage.objects.count(), CourseMedia.objects.count()) == (1, 2)  # pictures are shared, the film is told
    [question] = the_test_of(translated).questions
    assert (question.value["text"], question.value["lesson"].pk) == ("Is that so?", lesson.pk)


def test_a_description_that_does_not_fit_is_refused(cast, course, folder):  # noqa: F811
    told = english()
    told["lessons"][0]["body"].pop(1)
    with pytest.raises(ValueError, match="described differently"):
        translate_as_described(course, told, actor=cast.anton, files=folder)
