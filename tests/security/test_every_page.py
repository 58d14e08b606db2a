"""Each person opens every page they can reach, and some they should not: what we promise holds on all of them."""

import re

import pytest
from django.db import connection

from tests.access_table import PEOPLE
from tests.security.canaries import COMPUTED, NOTES, SCRIPT, SECRET, fill_with, holds, kilians_case
from tests.security.crawling import HERE, Visitor, crawl, soup
from tests.test_access import addresses, open_to

WRITES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)"?', re.IGNORECASE)
MAY_BE_WRITTEN = {
    "django_session",
    "people_filelook",  # whoever is looked at may read who looked
    "media_courserendition",  # smaller pictures are made when they are first asked for
    "account_emailaddress",  # allauth copies the address of an account before it looks at a link for a new password
}
EDITOR_MAY_WRITE = {
    "wagtailadmin_editingsession",
    "wagtailcore_pagesubscription",
    "wagtailusers_userprofile",
    "wagtailsearch_indexentry",
    "media_courseimage",  # Wagtail notes the size and hash of a file when it first shows it
    "media_coursedocument",
}
OUTSIDE_THE_EDITOR = ("/static/", "/kurse/", "/austausch/", "/nachweise/", "/lehre/", "/lernen/")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
CSP = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
       "object-src 'none'", "form-action 'self'"}  # fmt: skip
PUBLIC = ["nobody", "mina", "barbara", "carla", "marlene", "konrad"]  # nothing of Kilian's case concerns them
HOSTS = ["hanna", "rita"]  # he is a guest of their city
STRANGERS = ["nobody", "konrad", "rita"]  # they try what is closed to them, too


class Watched(Visitor):
    """Remembers which address wrote into which table."""

    def __init__(self, *args):
        super().__init__(*args)
        self.written = set()

    def ask(self, method, url, **options):
        def watch(execute, sql, *args):
            if found := WRITES.match(sql):
                self.written.add((url, found[1]))
            return execute(sql, *args)

        with connection.execute_wrapper(watch):
            return super().ask(method, url, **options)


@pytest.fixture
def kilian(cast, world):
    fill_with(SCRIPT)
    return kilians_case(cast, world)


@pytest.mark.parametrize("who", [*PEOPLE, "rita"])
def test_every_page_keeps_our_promises(cast, world, kilian, who):
    visitor = Watched(who, getattr(cast, who, None))
    searches = [f"{page}?q=7f3" for page in ("/kurse/", "/nachweise/", "/suche/")]
    skip = ("/static/", "/cms/", "/vorfuehrung/")  # a demonstration shows all its people
    starts = addresses(world).values() if who in STRANGERS else open_to(who, world)
    pages = crawl(visitor, ["/", *starts, *kilian.places, *searches], skip=skip)
    assert len(pages) > 80
    assert {(url, table) for url, table in visitor.written if table not in MAY_BE_WRITTEN} == set()
    promises = [header_is_missing, markup_runs, something_is_computed, foreign_server_is_asked, copy_may_be_kept]
    assert [(promise.__name__, url) for url, page in pages.items() for promise in promises if promise(page, who)] == []
    seen = {(secret, url) for secret in (SECRET, NOTES) for url, page in pages.items() if holds(page, secret)}
    known = set() if who in PUBLIC else {SECRET} if who in HOSTS else {SECRET, NOTES}
    assert {secret for secret, _url in seen} == known, seen


def header_is_missing(page, who):
    policy = set(page.headers.get("Content-Security-Policy", "").split("; "))
    expected = CSP if is_html(page) else {"default-src 'none'"}  # files may do nothing at all
    return not (HEADERS.items() <= dict(page.headers).items() and policy >= expected)


def markup_runs(page, who):
    html = soup(page) if is_html(page) else None
    return html and (html.find(attrs={"onerror": True}) or html.find("img", src="x"))


def something_is_computed(page, who):
    return is_html(page) and COMPUTED in page.body.decode()


def foreign_server_is_asked(page, who):
    loaded = re.findall(r"(?:src|srcset|poster|data|action)=\"([^\"]*)\"", page.body.decode()) if is_html(page) else []
    links = [link.get("href", "") for link in soup(page, "link").find_all("link")] if is_html(page) else []
    return [one for one in loaded + links if re.match(r"(https?:)?//", one) and not one.startswith(HERE)]


def copy_may_be_kept(page, who):
    return who != "nobody" and page.status_code == 200 and "no-store" not in page.headers.get("Cache-Control", "")


def is_html(page):
    return page.headers.get("Content-Type", "").startswith("text/html")


@pytest.mark.parametrize("who", ["barbara", "hanna"])
def test_the_editor_writes_nothing_when_opened_and_shows_no_drafts_of_others(cast, world, who):
    drafts = kilians_case(cast, world).editor
    visitor = Watched(who, getattr(cast, who))
    pages = crawl(visitor, ["/cms/", *drafts], skip=OUTSIDE_THE_EDITOR, alike=1)
    assert len(pages) > 20
    assert {url for url, page in pages.items() if holds(page, SECRET, NOTES)} == set()
    assert {table for _url, table in visitor.written} <= MAY_BE_WRITTEN | EDITOR_MAY_WRITE


def test_writes_are_noticed(cast, world):
    visitor = Watched("mina", cast.mina)
    visitor.ask("post", f"/nachrichten/{world.notification.pk}/")
    assert "notifications_notification" in {table for _url, table in visitor.written}
