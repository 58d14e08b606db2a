"""Steps that all browser tests share."""

from django.test import Client


def sign_in(page, person, address):
    """Give the browser the session of this person, or of nobody."""
    page.context.clear_cookies()
    if person is None:
        return
    client = Client()
    client.force_login(person)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
