"""The words of a message: templates/mail/<kind>.txt, subject on its first line."""

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from lms.core.addresses import absolute
from lms.notifications.matrix import PERSONAL_FACTS
from lms.notifications.models import Notification


def text_of(notification: Notification, language: str, *, by_mail: bool = False) -> tuple[str, str]:
    """Subject and body of a message in a language. A mail names no person but its reader."""
    with translation.override(language):
        facts = {**notification.facts, "recipient": notification.recipient, "url": absolute(notification.url)}
        if by_mail:
            facts |= {name: _hidden(name) for name in PERSONAL_FACTS & facts.keys()}
        text = render_to_string(f"mail/{notification.kind}.txt", facts)
    subject, _newline, body = text.strip().partition("\n")
    return subject.strip(), body.strip() + "\n"


def _hidden(name: str) -> str:
    return _("You read it in Wanderjahr.") if name == "reason" else _("somebody")


def gist_of(notification: Notification, language: str, *, by_mail: bool = False) -> tuple[str, list[str]]:
    """Subject and what is to be said, without greeting and address: those are for mails."""
    subject, body = text_of(notification, language, by_mail=by_mail)
    url = absolute(notification.url)
    return subject, [part for part in body.split("\n\n")[1:] if url not in part]
