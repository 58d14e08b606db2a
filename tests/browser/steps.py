"""What all browser tests share: signing in, sending a form, looking at the focus."""

from django.test import Client

SEND = """([action, fields]) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = action;
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    for (const [name, value] of Object.entries({csrfmiddlewaretoken: token, ...fields})) {
        const field = document.createElement("input");
        field.name = name;
        field.value = value;
        form.append(field);
    }
    document.body.append(form);
    form.submit();
}"""


def sign_in(page, person, address):
    """Give the browser the session of this person, or of nobody."""
    page.context.clear_cookies()
    if person is None:
        return
    client = Client()
    client.force_login(person)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])


def open_page(page, shown):
    """Open what is shown there, sending what has to be sent; answers the status."""
    if shown.sends is None:
        return page.goto(shown.url).status
    page.goto("/anmelden/")  # a form for visitors; who is signed in is led on to a page that has one, too
    with page.expect_navigation() as navigation:
        page.evaluate(SEND, [shown.url, shown.sends])
    return navigation.value.status


FOCUS = """() => {
    const one = document.activeElement;
    if (one === document.body || one.id === "inhalt") return {words: "", seen: true};
    const labels = [...(one.labels ?? [])];
    const parts = [one, ...labels];
    const marks = parts.flatMap(part => [getComputedStyle(part), getComputedStyle(part, "::before")]);
    const outlined = mark => mark.outlineStyle !== "none" && parseFloat(mark.outlineWidth) > 0
        && !["transparent", "rgba(0, 0, 0, 0)"].includes(mark.outlineColor);
    const box = one.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12)];
    const onTop = document.elementFromPoint(x, y);
    const named = (one.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id));
    const names = [...named.filter(Boolean), ...labels].map(name => name.innerText).join(" ");
    const said = one.getAttribute("aria-label") || names || one.innerText || one.title || "";
    return {
        words: said.replace(/\\s+/g, " ").replace(" :", ":").trim(),
        seen: marks.some(mark => outlined(mark) || mark.boxShadow !== "none"),
        inside: box.top >= 0 && box.bottom <= innerHeight + 1 && box.left >= 0,
        free: onTop !== null && parts.some(part => part.contains(onTop)),
    };
}"""


class Keyboard:
    """Walks a page by Tab as somebody does who has no mouse, and complains where the focus cannot be seen."""

    FAR = 80

    def __init__(self, page):
        self.page = page

    def to(self, text):
        passed = []
        while len(passed) < self.FAR:
            self.page.keyboard.press("Tab")
            passed.append(self.focus()["words"])
            if text in passed[-1]:
                return
        raise AssertionError(f"Tab never comes to {text!r} on {self.page.url}: {passed}")

    def focus(self):
        for _moment in range(5):  # the page may glide there, a calendar may have to close
            focus = self.page.evaluate(FOCUS)
            hidden = [what for what in ("seen", "inside", "free") if not focus.get(what, True)]
            if not hidden:
                break
            self.page.wait_for_timeout(300)
        assert hidden == [], f"the focus on {focus['words']!r} at {self.page.url} is not {hidden}"
        return focus

    def press(self, key="Enter"):
        """Press a key that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def choose(self, text, key="Enter"):
        self.to(text)
        self.press(key)
