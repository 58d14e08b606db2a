"""What the screens say in German, named by the English text, so that better wording breaks no test."""

from django.utils.html import escape
from django.utils.translation import gettext, override


def de(text, **facts):
    with override("de"):
        return escape(gettext(text) % facts if facts else gettext(text))
