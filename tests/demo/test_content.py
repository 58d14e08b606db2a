import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lms.demo import content
from lms.demo.content import COURSES, ENGLISH

FOLDER = Path(content.__file__).parent
TRAINERS = {
    "nuernberg": "barbara.blaupause@example.org",
    "augsburg": "dieter.demozweck@example.org",
    "muenchen": "sabine.schablone@example.org",
}
BLOCKS = {
    "text": {"html"},
    "hint": {"tone", "title", "text"},
    "image": {"file", "alt", "caption"},
    "file": {"title", "file", "description"},
    "video": {"title", "file", "captions", "transcript", "seconds"},
    "self_check": {"question", "kind", "choices"},
    "steps": {"title", "steps"},
    "accordion": {"items"},
    "table": {"caption", "head", "rows"},
    "quote": {"text", "source"},
    "glossary": {"terms"},
    "links": {"title", "links"},
    "task": {"title", "text", "minutes"},
}
TAGS = {"h2", "h3", "p", "ul", "ol", "li", "b", "i", "a"}
ADDRESSES = (
    "https://eur-lex.europa.eu/",
    "https://www.gesetze-im-internet.de/",
    "https://www.gesetze-bayern.de/",
    "https://www.datenschutz-bayern.de/",
    "https://www.lda.bayern.de/",
    "https://www.kuvb.de/",
)
WEBM = b"\x1a\x45\xdf\xa3"
INFORMAL = re.compile(r"\b(du|dein\w*|dir|dich)\b", re.IGNORECASE)
ABBREVIATIONS = re.compile(r"\b(Art|Abs|Nr|Satz|bzw|usw)\.\s")
AN_ADDRESS = re.compile(r"\S+@\S+")

by_course = pytest.mark.parametrize("course", COURSES, ids=lambda course: course["slug"])
LESSONS = [(course, lesson) for course in COURSES for lesson in course["lessons"]]
by_lesson = pytest.mark.parametrize(
    "lesson",
    [lesson for _, lesson in LESSONS],
    ids=[f"{c['slug']}/{one['slug']}" for c, one in LESSONS],
)


class Markup(HTMLParser):
    """Collects tags, links, words, and the paragraphs that stand outside lists."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.links, self.words, self.paragraphs = [], [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= ({"href"} if tag == "a" else set())
        if tag == "p":
            self.paragraphs.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data.split()
        if "p" in self.open:
            self.paragraphs[-1] += data


def texts_of(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_of(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts_of(part)]
    return []


def blocks(lesson, kind):
    return [block["value"] for block in lesson["body"] if block["type"] == kind]


def prose(lesson):
    html = "".join(blocks(lesson, "text") + [hint["text"] for hint in blocks(lesson, "hint")])
    return Markup(html)


def sentences(paragraphs):
    for paragraph in paragraphs:
        text = ABBREVIATIONS.sub(r"\1 ", " ".join(paragraph.split()))
        yield from re.split(r"(?<=[.?!])“?\s+", text)


def check_choices(question):
    right = [choice for choice in question["choices"] if choice["right"]]
    assert len(question["choices"]) >= 3
    assert len({choice["text"] for choice in question["choices"]}) == len(question["choices"])
    assert len(right) < len(question["choices"])
    assert len(right) == 1 if question["kind"] == "single" else len(right) >= 2
    assert not any(re.search(r"alle Antworten", c["text"], re.IGNORECASE) for c in question["choices"])


def test_the_catalogue_has_eight_courses_of_all_three_cities():
    assert len({course["slug"] for course in COURSES}) == 8
    assert {course["city"] for course in COURSES} == set(TRAINERS)
    assert [course["slug"] for course in COURSES if course.get("mandatory")] == ["it-sicherheit"]


def shape_of(value):
    """What a course is made of without its words: kinds, counts, right answers, tags, files."""
    if isinstance(value, dict):
        return {key: shape_of(part) for key, part in value.items() if key != "language"}
    if isinstance(value, list):
        return [shape_of(part) for part in value]
    if isinstance(value, str):
        markup = Markup(value)
        return [*markup.tags, *markup.links]
    return value


@pytest.mark.parametrize("english", ENGLISH, ids=lambda course: course["slug"])
def test_the_english_version_says_the_same_part_by_part(english):
    [german] = [course for course in COURSES if course["slug"] == english["slug"]]
    assert english["language"] == "en"
    assert shape_of(english) == shape_of(german)
    assert not set(prose(english["lessons"][0]).paragraphs) & set(prose(german["lessons"][0]).paragraphs)


def test_every_kind_of_block_is_shown_somewhere():
    assert {block["type"] for _, lesson in LESSONS for block in lesson["body"]} == set(BLOCKS)


@by_course
def test_a_course_is_complete(course):
    assert len(course["summary"]) <= 200
    assert 3 <= len(course["goals"]) <= 5
    assert all(goal.startswith("Sie können ") for goal in course["goals"])
    assert course["contact"] == TRAINERS[course["city"]]
    assert course["level"] in {"beginner", "intermediate", "advanced"}
    assert course["topic"] in {"citizens", "administration", "infrastructure"}
    assert (course["language"], course["licence"], course["cover"]) == ("de", "CC BY-SA 4.0", None)
    slugs = [lesson["slug"] for lesson in course["lessons"]]
    assert len(slugs) == len(set(slugs)) >= 4


@by_course
def test_a_final_test_can_be_passed_and_points_back_to_the_lessons(course):
    test = course["test"]
    assert (test["slug"], test["pass_mark"], test["max_attempts"]) == ("abschlusstest", 70, 3)
    assert 8 <= len(test["questions"]) <= 12
    assert {question["kind"] for question in test["questions"]} == {"single", "multiple"}
    titles = {lesson["slug"]: lesson["title"] for lesson in course["lessons"]}
    for question in test["questions"]:
        check_choices(question)
        assert question["feedback"]
        assert titles[question["lesson"]] not in question["feedback"]  # the page itself links to the lesson
    assert {question["lesson"] for question in test["questions"]} == set(titles)


@by_course
def test_nobody_is_addressed_informally(course):
    assert [text for text in texts_of(course) if INFORMAL.search(AN_ADDRESS.sub("", text))] == []


@by_lesson
def test_a_lesson_is_made_of_known_blocks(lesson):
    for block in lesson["body"]:
        value = block["value"]
        assert ({"html"} if isinstance(value, str) else set(value)) == BLOCKS[block["type"]]
    assert 5 <= lesson["minutes"] <= 15
    assert blocks(lesson, "hint")
    assert blocks(lesson, "self_check")
    for check in blocks(lesson, "self_check"):
        check_choices(check)
        assert all(choice["feedback"] for choice in check["choices"])
    assert {hint["tone"] for hint in blocks(lesson, "hint")} <= {"info", "ok", "warn", "stop"}


@by_lesson
def test_a_lesson_uses_only_the_markup_of_the_editor(lesson):
    markup = prose(lesson)
    assert set(markup.tags) <= TAGS
    assert markup.open == []
    assert [link for link in markup.links if not link.startswith(ADDRESSES)] == []


@by_lesson
def test_a_lesson_is_long_enough_to_teach_and_short_enough_to_read(lesson):
    assert 350 <= len(Markup("".join(blocks(lesson, "text"))).words) <= 700


@by_course
def test_links_lead_to_official_places_and_tables_are_even(course):
    for lesson in course["lessons"]:
        links = [link for block in blocks(lesson, "links") for link in block["links"]]
        assert [link["url"] for link in links if not link["url"].startswith(ADDRESSES)] == []
        for table in blocks(lesson, "table"):
            assert {len(row) for row in table["rows"]} == {len(table["head"])}


@by_lesson
def test_sentences_are_short(lesson):
    lengths = [(len(sentence.split()), sentence) for sentence in sentences(prose(lesson).paragraphs)]
    assert [sentence for length, sentence in lengths if length > 25] == []
    assert sum(length for length, _ in lengths) / len(lengths) <= 15


@by_lesson
def test_pictures_are_described_and_files_exist(lesson):
    for image in blocks(lesson, "image"):
        assert len(image["alt"]) >= 40
        assert (FOLDER / image["file"]).stat().st_size <= 80_000
        assert (FOLDER / image["file"]).with_suffix(".svg").exists()
    for file in blocks(lesson, "file"):
        assert (FOLDER / file["file"]).read_text(encoding="utf-8").strip()


@by_lesson
def test_videos_have_captions_and_a_transcript(lesson):
    for video in blocks(lesson, "video"):
        assert (FOLDER / video["file"]).stat().st_size <= 700_000
        assert (FOLDER / video["captions"]).read_text(encoding="utf-8").startswith("WEBVTT\n")
        assert 25 <= video["seconds"] <= 45
        assert (FOLDER / video["file"]).read_bytes().startswith(WEBM)
        assert len(video["transcript"].split()) >= 60
