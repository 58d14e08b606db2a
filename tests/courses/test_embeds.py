"""Films from elsewhere: nobody there hears of the reader before the reader asks for it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.blocks import LessonBody
from courses.blocks.embeds import Film, film_at
from courses.services.enrolling.enrollments import enroll
from tests.factories.courses import CourseFactory, LessonFactory
from tests.security.nasty import TEXTS

YOUTUBE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
FOREIGN = re.compile(r'\b(?:src|srcset|poster|data|action)="(?:https?:)?//[^"]*')


@pytest.mark.parametrize(
    ("address", "framed"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", YOUTUBE),
        ("https://m.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=30s", YOUTUBE),
        ("http://youtu.be/dQw4w9WgXcQ?si=abc", YOUTUBE),
        ("https://www.youtube.com/shorts/dQw4w9WgXcQ", YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", YOUTUBE),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://vimeo.com/76979871/0a1b2c3d4e", "https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c3d4e"),
        ("https://player.vimeo.com/video/7697?h=0a1b2c", "https://player.vimeo.com/video/7697?dnt=1&h=0a1b2c"),
        ("https://media.ccc.de/v/37c3-11784-kurs", "https://media.ccc.de/v/37c3-11784-kurs/oembed"),
        ("https://filme.example.org/w/aBcD1234", "https://filme.example.org/videos/embed/aBcD1234"),
        ("https://filme.example.org/anders/film.html", "https://filme.example.org/anders/film.html"),
    ],
)
def test_the_address_people_copy_becomes_the_one_for_frames(settings, address, framed):
    settings.COURSES_EMBED_HOSTS = [*settings.COURSES_EMBED_HOSTS, "filme.example.org"]
    assert film_at(address) == Film(framed)


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/@kanal",
        "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/?https://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be:8443/dQw4w9WgXcQ",
        "https://player.vimeo.com:1/video/1",
        "http://player.vimeo.com/",
        "javascript:alert(1)//youtu.be/dQw4w9WgXcQ",
        "//youtu.be/dQw4w9WgXcQ",
        "https://[::1",
        "",
    ],
)
def test_other_addresses_are_no_films(address):
    assert film_at(address) is None


@given(
    st.sampled_from(["https://youtu.be/", "https://vimeo.com/", "https://media.ccc.de/v/", "https://", ""]),
    st.sampled_from(TEXTS) | st.text(max_size=30),
)
def test_whatever_the_address_a_frame_shows_a_host_of_the_list(start, rest):
    film = film_at(start + rest)
    hosts = "www.youtube-nocookie.com|player.vimeo.com|media.ccc.de"
    assert film is None or re.match(rf"https://({hosts})/", film.src)


@pytest.fixture
def lesson(cast, client):
    course = CourseFactory(city=cast.nuremberg, lessons=0)
    body = [
        {"type": "embed", "id": "rat", "value": {"title": "Stadtrat", "url": "https://youtu.be/dQw4w9WgXcQ"}},
        {"type": "embed", "id": "amt", "value": {"title": "Amt", "url": "https://vimeo.com/76979871"}},
    ]
    enroll(course, actor=cast.mina)
    client.force_login(cast.mina)
    return LessonFactory(parent=course, body=body)


def test_before_the_click_the_page_asks_nobody_and_says_whom_it_would_ask(client, lesson):
    answer = client.get(lesson.url)
    page = answer.content.decode()
    assert (FOREIGN.findall(page), "<iframe" in page, "preconnect" in page) == ([], False, False)
    assert "frame-src" not in answer["Content-Security-Policy"]
    for said in (
        "Erst wenn Sie ihn laden, verbindet sich Ihr Gerät mit www.youtube-nocookie.com.",
        'href="?einbetten=rat#film-rat"',
        'id="film-rat"',
        'href="https://youtu.be/dQw4w9WgXcQ"',
    ):
        assert said in page


def test_after_the_click_this_page_shows_this_film_and_no_other(client, lesson):
    answer = client.get(f"{lesson.url}?einbetten=rat")
    assert FOREIGN.findall(answer.content.decode()) == [f'src="{YOUTUBE}']
    policy = answer["Content-Security-Policy"].split("; ")
    assert [part for part in policy if part.startswith("frame-src")] == ["frame-src https://www.youtube-nocookie.com"]
    assert "default-src 'none'" in policy
    assert "frame-src" not in client.get(lesson.url)["Content-Security-Policy"]


@pytest.mark.parametrize("key", ["", "nichts", "rat&einbetten=x", "https://evil.example", "%00"])
def test_a_click_on_nothing_shows_nothing(client, lesson, key):
    answer = client.get(f"{lesson.url}?einbetten={key}")
    assert "<iframe" not in answer.content.decode()
    assert "frame-src" not in answer["Content-Security-Policy"]


def test_a_host_that_left_the_list_is_a_link_only(client, lesson, settings):
    settings.COURSES_EMBED_HOSTS = ["player.vimeo.com"]
    answer = client.get(f"{lesson.url}?einbetten=rat")
    assert FOREIGN.findall(answer.content.decode()) == []
    assert 'href="https://youtu.be/dQw4w9WgXcQ"' in answer.content.decode()
    assert "frame-src" not in answer["Content-Security-Policy"]


def test_the_editor_names_the_hosts_that_are_possible():
    body = LessonBody()
    other = [{"type": "embed", "value": {"title": "Film", "url": "https://evil.example/film"}}]
    with pytest.raises(Exception, match="Validation error") as refused:
        body.clean(body.to_python(other))
    sentence = str(refused.value.as_json_data())
    assert "Möglich sind: YouTube, Vimeo, media.ccc.de." in sentence
    assert body.clean_deferred(body.to_python(other))  # a draft may be unfinished
