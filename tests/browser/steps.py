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
    page.goto("/hilfe/")  # any page with a token
    with page.expect_navigation() as navigation:
        page.evaluate(SEND, [shown.url, shown.sends])
    return navigation.value.status
