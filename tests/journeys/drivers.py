"""Two ways to walk through the product with the same words: over the test client, and in real Chromium.

Both find things as people do: links and buttons by what they say, fields by their label.
"""

from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.journeys.editor import comment_on, decision_of, fields_of, last_text, with_words

EDITOR = "page-edit-form"  # of Wagtail
FOLDED = "xpath=(ancestor::details[1]/summary | ancestor::*[@data-controller='w-dropdown'][1]/button)[1]"


class ClientDriver:
    def __init__(self, client):
        self.client = client
        self.url = "/"
        self.page = None
        self.typed = {}

    def become(self, person):
        self.client.logout()
        self.client.force_login(person)

    def leave(self):
        self.client.logout()

    def visit(self, url):
        self._show(self.client.get(url, follow=True), url)

    def follow(self, text, about=""):
        link = self._find("a", text, about)
        self.visit(urljoin(self.url, link["href"]))

    def fill(self, label, value):
        field = self._field(label)
        self.typed[field["name"]] = [value]

    def choose(self, label):
        """Tick a box, pick a radio button, or pick an option of a select."""
        field = self._field(label)
        values = self.typed.setdefault(field["name"], [])
        if field.get("type") == "radio":
            values.clear()
        values.append(field.get("value", "on"))

    def leave_out(self, label):
        """Take the tick out of a box."""
        self.typed[self._field(label)["name"]] = []

    def write(self, words):
        """Go on writing in the last text of a lesson, in Wagtail's editor."""
        fields = fields_of(self.page.find("form", id=EDITOR))
        name = last_text(fields)
        self.typed[name] = [with_words(fields[name][0], words)]

    def comment(self, words):
        """Say something about the last text of a page under review, and save it."""
        fields = fields_of(self.page.find("form", id=EDITOR))
        self.typed |= comment_on(last_text(fields), fields, words)
        self.press("Kommentare speichern")

    def sees_comment(self, words):
        assert words in self.page.find(id="comments-data").string

    def upload(self, label, name, text):
        self.typed[self._field(label)["name"]] = [SimpleUploadedFile(name, text.encode())]

    def lose_network(self):
        """The client has none to lose."""

    def find_network(self):
        """See there."""

    def select(self, label, option):
        field = self._field(label)
        chosen = next(o for o in field.find_all("option") if option in o.get_text(" ", strip=True))
        self.typed[field["name"]] = [chosen["value"]]

    def press(self, text, about=""):
        button = self._find("button", text, about, also=("input",))
        form = button.find_parent("form")
        if form is None:
            form = self.page.find("form", id=button["form"])
        data = self._values_of(form) | {name: values for name, values in self.typed.items() if self._has(form, name)}
        if button.get("name"):
            data[button["name"]] = [button.get("value", "")]
        data |= decision_of(button)
        action = urljoin(self.url, form.get("action") or self.url)
        send = self.client.post if form.get("method", "get").lower() == "post" else self.client.get
        self._show(send(action, data, follow=True), action)

    def sees(self, *texts):
        shown = self.text()
        for text in texts:
            assert text in shown, f"{text!r} is not on {self.url}:\n{shown[:3000]}"

    def text(self, part="body"):
        return " ".join(self.page.find(part).get_text(" ", strip=True).split())

    def download(self, text):
        answer = self.client.get(urljoin(self.url, self._find("a", text)["href"]))
        return b"".join(answer.streaming_content) if answer.streaming else answer.content

    def _show(self, answer, asked):
        assert answer.status_code == 200, f"{asked} answered {answer.status_code}: {answer.content[:2000].decode()}"
        self.url = answer.redirect_chain[-1][0] if answer.redirect_chain else asked
        self.page = BeautifulSoup(answer.content, "html.parser")
        self.typed = {}

    def _find(self, tag, text, about="", also=()):
        found = [one for one in self.page.find_all([tag, *also]) if text in _words(one) and about in _words(one)]
        assert found, f"no {tag} {text!r} on {self.url}: {[_words(one) for one in self.page.find_all(tag)]}"
        return min(found, key=lambda one: len(_words(one)))

    def _field(self, label):
        found = [one for one in self.page.find_all("label") if label in _words(one)]
        assert found, f"no field {label!r} on {self.url}: {[_words(one) for one in self.page.find_all('label')]}"
        chosen = min(found, key=lambda one: len(_words(one)))
        return self.page.find(id=chosen["for"]) if chosen.get("for") else chosen.find(["input", "select", "textarea"])

    def _values_of(self, form):
        values = {}
        for field in form.find_all(["input", "select", "textarea"]):
            name, kind = field.get("name"), field.get("type")
            if not name or kind in ("submit", "button", "image", "file"):
                continue
            if kind in ("checkbox", "radio") and not field.has_attr("checked"):
                continue
            values.setdefault(name, []).extend(_value_of(field))
        return values | (fields_of(form) if form.get("id") == EDITOR else {})

    @staticmethod
    def _has(form, name):
        return form.get("id") == EDITOR or form.find(attrs={"name": name}) is not None


def _value_of(field):
    if field.name == "textarea":
        return [field.get_text().removeprefix("\n")]
    if field.name == "select":
        chosen = [o for o in field.find_all("option") if o.has_attr("selected")] or field.find_all("option")[:1]
        return [o.get("value", o.get_text()) for o in chosen]
    return [field.get("value", "on" if field.get("type") in ("checkbox", "radio") else "")]


def _words(tag):
    said = tag.get("aria-label") or tag.get("value", "") if tag.name == "input" else tag.get_text(" ", strip=True)
    return " ".join(said.split())


class BrowserDriver:
    """Chromium through Playwright: apprentices hold a phone, everybody else sits at a desk."""

    def __init__(self, phone, desktop, address):
        self.phone = phone
        self.desktop = desktop
        self.page = desktop
        self.address = address

    def become(self, person):
        client = Client()
        client.force_login(person)
        is_apprentice = person.memberships.filter(role="apprentice").exists()
        self.page = self.phone if is_apprentice else self.desktop
        self.leave()
        session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.address}
        self.page.context.add_cookies([session])

    def leave(self):
        self.page.context.clear_cookies()

    def visit(self, url):
        answer = self.page.goto(urljoin(self.address, url))
        assert answer.status == 200, f"{url} answered {answer.status}"

    def follow(self, text, about=""):
        link = self._closest("a", text, about)
        with self.page.expect_navigation():
            link.click()

    def fill(self, label, value):
        self._unfolded(self._labeled(label)).fill(value)

    def choose(self, label):
        self._unfolded(self._labeled(label)).check()

    def leave_out(self, label):
        self._labeled(label).uncheck()

    def write(self, words):
        text = self.page.locator(".public-DraftEditor-content").last
        box = text.bounding_box()
        text.click(position={"x": box["width"] - 3, "y": box["height"] - 3})  # behind the last word
        self.page.keyboard.press("Control+End")
        if text.inner_text().strip():
            self.page.keyboard.press("Enter")
        self.page.keyboard.type(words)
        # the editor puts what is typed into the form a quarter of a second later
        self.page.wait_for_function(
            """words => [...document.querySelectorAll("input[name$=-value]")].some(one => one.value.includes(words))""",
            arg=words,
        )

    def comment(self, words):
        self.page.locator(".public-DraftEditor-content [data-text]").last.dblclick()
        self.page.locator("button[name=comment]").click()
        self.page.locator("#comments textarea").click()
        self.page.keyboard.type(words)
        self.page.get_by_role("button", name="Kommentar", exact=True).click()
        self.press("Kommentare speichern")

    def sees_comment(self, words):
        self.page.locator("#comments").get_by_text(words).wait_for()

    def upload(self, label, name, text):
        self._labeled(label).set_input_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})

    def lose_network(self):
        self.page.context.set_offline(True)

    def find_network(self):
        self.page.get_by_text("Es gibt keine Verbindung.").wait_for()
        self.page.context.set_offline(False)
        self.page.get_by_text("gespeichert um").wait_for()

    def select(self, label, option):
        field = self._unfolded(self._labeled(label))
        chosen = field.locator("option").filter(has_text=option).first
        field.select_option(chosen.get_attribute("value"))

    def press(self, text, about=""):
        button = self._unfolded(self._closest("button, input[type=submit]", text, about))
        with self.page.expect_navigation():
            button.click()

    def sees(self, *texts):
        shown = self.text()
        for text in texts:
            assert text in shown, f"{text!r} is not on {self.page.url}:\n{shown[:3000]}"

    def text(self, part="body"):
        return " ".join(self.page.locator(part).first.evaluate("part => part.textContent").split())

    def download(self, text):
        address = urljoin(self.page.url, self._closest("a", text).get_attribute("href"))
        answer = self.page.context.request.get(address)
        assert answer.status == 200, f"{address} answered {answer.status}"
        return answer.body()

    @staticmethod
    def _unfolded(thing):
        if not thing.is_visible() and thing.locator(FOLDED).count():
            thing.locator(FOLDED).click()
        return thing

    def _closest(self, selector, text, about=""):
        """Of what says that, what can be seen and says the least besides."""
        found = self.page.locator(selector).filter(has_text=text).filter(has_text=about)
        marks = found.evaluate_all("all => all.map(one => [!one.checkVisibility(), one.textContent.length])")
        assert marks, f"no {selector} {text!r} on {self.page.url}:\n{self.text()[:2000]}"
        return found.nth(marks.index(min(marks)))

    def _labeled(self, label):
        found = self.page.locator("label").filter(has_text=label)
        assert found.count(), f"no field {label!r} on {self.page.url}"
        lengths = [len(found.nth(n).text_content()) for n in range(found.count())]
        chosen = found.nth(lengths.index(min(lengths)))
        target = chosen.get_attribute("for")
        return self.page.locator(f"[id='{target}']") if target else chosen.locator("input, select, textarea")
