"""800 requests with what nobody should send (HYPOTHESIS_PROFILE=nightly: 80,000): never a 500, never a long wait."""

import re
import time

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.access_table import PEOPLE
from tests.security.crawling import all_forms, crawl, visitors
from tests.security.nasty import encoded, in_path, values
from tests.test_access import addresses, open_to

FORM = "application/x-www-form-urlencoded"
ALIKE = {"kilian", "marlene"}  # they meet the forms of Mina and Hanna
LONGEST = 3  # seconds of our own work; a busy machine does not count
QUERY_NAMES = ["q", "page", "runde", "fall", "zeigen", "ansicht", "kopie", "platz", "next", "city", "topic", "minutes",
               "level", "language", "code", "stadt", "kurz", "format", "nichts"]  # fmt: skip
HEADERS = ["Accept", "Accept-Language", "Referer", "Range", "User-Agent", "Origin", "If-Modified-Since",
           "If-None-Match", "X-Forwarded-For", "X-Forwarded-Host", "HX-Request", "HX-Current-URL", "X-Requested-With",
           "Content-Type", "Cookie"]  # fmt: skip
COOKIES = ["theme", "django_language", "who", "sessionid", "csrftoken", "messages"]


def share(parts):
    """So many fortieths of all requests; 20 is what Hypothesis tries by default, see conftest.py."""
    return settings(
        max_examples=settings().max_examples * parts, suppress_health_check=list(HealthCheck), database=None
    )


def survives(visitor, method, url, **options):
    answer, taken = timed(visitor, method, url, **options)
    if taken >= LONGEST:  # once may be the garbage of the tests before; what hangs does so each time
        answer, taken = timed(visitor, method, url, **options)
    assert taken < LONGEST, answer.status_code
    return answer


def timed(visitor, method, url, **options):
    cache.clear()  # or the limits answer most of it
    began = time.thread_time()
    answer = visitor.ask(method, url, **options)
    assert answer.status_code < 500, answer.status_code
    return answer, time.thread_time() - began


def weighed(forms):
    """One of each kind, tried more often the more fields it has."""
    kinds = {(form.method, re.sub(r"\d+", "0", form.action), frozenset(form.fields)): form for form in forms}
    return [form for form in kinds.values() for _ in range(min(max(len(form.fields), 1), 6))]


def test_forms(cast, world):
    who = visitors(cast)
    met = [name for name in who if name not in ALIKE]
    forms = all_forms(world, {name: crawl(who[name], ["/", *open_to(name, world)], alike=1) for name in met})

    @share(22)
    @given(
        st.sampled_from(weighed(forms)),
        st.integers(0, 99),
        st.lists(values, max_size=2),
        st.dictionaries(st.sampled_from(QUERY_NAMES), values, max_size=1),
        st.none() | st.none() | st.sampled_from(PEOPLE),
    )
    def send(form, place, instead, more, somebody):
        place %= max(len(form.fields), 1)
        kept = form.fields[:place] + form.fields[place + 1 :]
        name = form.fields[place][0] if form.fields else "next"
        body = encoded([*kept, *((name, value) for value in instead), *more.items()])
        visitor = who[somebody or form.who]
        if form.method == "get":
            survives(visitor, "get", f"{form.action.partition('?')[0]}?{body}")
        else:
            survives(visitor, "post", form.action, data=body, content_type=FORM)

    send()


def test_query_strings_and_addresses(cast, world):
    who = visitors(cast)
    pages = sorted(set(addresses(world).values()))

    @share(12)
    @given(
        st.sampled_from(PEOPLE),
        st.sampled_from(pages),
        st.lists(st.tuples(st.sampled_from(QUERY_NAMES), values), max_size=3),
        st.none() | values,
        st.sampled_from(["get", "get", "get", "post", "head", "put"]),
    )
    def open_page(name, page, query, instead, method):
        parts = page.split("/")
        if instead is not None:
            keys = [place for place, part in enumerate(parts) if re.search(r"\d", part)] or [len(parts) - 1]
            parts[keys[-1]] = in_path(instead)
        survives(who[name], method, "/".join(parts) + "?" + encoded(query))

    open_page()


def test_headers_cookies_and_bodies(cast, world):
    who = visitors(cast)
    pages = sorted(set(addresses(world).values()))
    bodies = st.sampled_from(
        [
            FORM,
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json",
            "text/plain; charset=utf-7",
            ";",
        ]
    )

    @share(6)
    @given(
        st.sampled_from(PEOPLE),
        st.sampled_from(pages),
        st.dictionaries(
            st.sampled_from(HEADERS),
            st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=60),
            max_size=2,
        ),
        st.dictionaries(
            st.sampled_from(COOKIES),
            st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60),
            max_size=2,
        ),
        st.none() | st.tuples(bodies, st.binary(max_size=200)),
    )
    def ask(name, page, headers, cookies, body):
        kind, data = body or (FORM, b"")
        survives(
            who[name], "post" if body else "get", page, headers=headers, cookies=cookies, data=data, content_type=kind
        )

    ask()


def test_a_form_of_endless_fields_is_refused(cast, world):
    mina = visitors(cast)["mina"]
    body = encoded((f"f{number}", "x") for number in range(2_000))
    assert survives(mina, "post", "/sprache/", data=body, content_type=FORM).status_code == 400


def test_more_text_than_allowed_is_refused(cast, world):
    mina = visitors(cast)["mina"]
    url = addresses(world)["exchange:application_mission"]
    answer = survives(mina, "post", url, data=encoded([("idea", "x" * 3_000_000)]), content_type=FORM)
    assert answer.status_code in (400, 413)


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver@evil.example", "", "[::1", "a b"]
)
def test_other_hosts_are_refused(cast, host):
    mina = visitors(cast)["mina"]
    assert survives(mina, "get", "/", headers={"host": host}).status_code == 400
