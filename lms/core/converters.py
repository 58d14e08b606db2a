"""Parts of addresses."""

from django.urls.converters import IntConverter


class KeyConverter(IntConverter):
    """The key of a record: what is too long for a database names none, so it is not found."""

    regex = "[0-9]{1,18}"
