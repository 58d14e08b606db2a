"""Walk over the product as a browser does: follow links, read forms with what they would send."""

import re
from collections import Counter
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, SoupStrainer
from django.db import transaction
from django.test import Client

from tests.access_table import PEOPLE
from tests.test_access import addresses, forms

HERE = "http://testserver"


@dataclass(frozen=True)
class Form:
    """What a browser would send if somebody pressed the button without changing anything."""

    who: str
    method: str
    action: str
    fields: tuple[tuple[str, str], ...]


class Visitor:
    """Asks as one person; whatever a request changes is taken back, so all of them see the same world."""

    def __init__(self, who, person=None):
        self.who = who
        self.client = Client()
        if person:
            self.client.force_login(person)
        self.kept = {name: morsel.value for name, morsel in self.client.cookies.items()}

    def ask(self, method, url, *, cookies=None, **options):
        self.client.cookies = SimpleCookie(self.kept | (cookies or {}))
        with transaction.atomic():
            answer = self.client.generic(method.upper(), url, **options)
            answer.body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            transaction.set_rollback(True)
        return answer

    def get(self, url, **options):
        return self.ask("get", url, **options)


def visitors(cast, people=PEOPLE):
    return {who: Visitor(who, getattr(cast, who, None)) for who in people}


def soup(answer, *tags):
    """The page, or only these parts of it, which is much quicker."""
    return BeautifulSoup(answer.body, "lxml", parse_only=SoupStrainer(tags) if tags else None)


def is_page(answer):
    return answer.status_code == 200 and answer.headers.get("Content-Type", "").startswith("text/html")


def crawl(visitor, starts, *, skip=("/static/", "/cms/"), alike=3):
    """The answer of every address that links lead to; of a list with filters, one address for each filter,
    of things of the same kind so many."""
    waiting, seen, answers, kinds = list(starts), set(), {}, Counter()
    while waiting:
        url = waiting.pop(0)
        kind = re.sub(r"\d+", "0", url)
        if not url or _kinds(url) <= seen or urlsplit(url).path.startswith(skip):
            continue
        if kinds[kind] >= alike and url not in starts:
            continue
        seen |= _kinds(url)
        kinds[kind] += 1
        answers[url] = answer = visitor.get(url)
        if answer.status_code in (301, 302):
            waiting.append(_inside(url, answer["Location"]))
        elif is_page(answer):
            waiting.extend(_inside(url, link["href"]) for link in soup(answer, "a").find_all("a", href=True))
    return answers


def _kinds(url):
    parts = urlsplit(url)
    return {(parts.path, pair.partition("=")[0]) for pair in parts.query.split("&")}


def _inside(base, link):
    target = urlsplit(urljoin(HERE + base, link))
    if f"{target.scheme}://{target.netloc}" != HERE:
        return ""
    return target.path + (f"?{target.query}" if target.query else "")


def forms_on(who, url, answer):
    """One for each button, as a browser names only the button that was pressed."""
    for form in soup(answer, "form").find_all("form"):
        action = _inside(url, form.get("action") or url)
        sent, buttons = {}, []
        for control in form.find_all(["input", "select", "textarea", "button"]):
            name, kind = control.get("name"), control.get("type", "submit" if control.name == "button" else "text")
            if kind == "submit" and name:
                buttons.append((name, control.get("value", "")))
            elif name and name != "csrfmiddlewaretoken" and kind != "submit":
                _add(sent, control, name, kind)
        fields = tuple((name, value) for name, values in sent.items() for value in values)
        for button in buttons or [()]:
            yield Form(who, form.get("method", "get").lower(), action, fields + ((button,) if button else ()))


def _add(sent, control, name, kind):
    """Everything is filled in: of radio buttons the last, of an empty choice the first, of checkboxes all."""
    if control.name == "select":
        options = [option.get("value", "") for option in control.find_all("option")]
        chosen = control.find("option", selected=True)
        sent[name] = [chosen["value"] if chosen and chosen["value"] else next(filter(None, options), "")]
    elif control.name == "textarea":
        sent[name] = [control.get_text().strip() or "Ein Text."]
    elif kind == "checkbox":
        sent.setdefault(name, []).append(control.get("value", "on"))
    else:
        sent[name] = [control.get("value", "")]


def all_forms(world, crawled):
    """Each form that somebody meets, and what the table of addresses sends."""
    found = {}
    for who, answers in crawled.items():
        for url, answer in answers.items():
            for form in forms_on(who, url, answer) if is_page(answer) else []:
                names = frozenset(name for name, _value in form.fields)
                found.setdefault((form.method, urlsplit(form.action).path, names), form)
    for name, url in addresses(world).items():
        sent = tuple((key, str(value)) for key, value in forms(world).get(name, {}).items())
        if not any((method, path) == ("post", url) for method, path, _names in found):
            found["post", url, ()] = Form("mina", "post", url, sent)
    return list(found.values())
