"""Where stations come from: whoever books stations for others says where their page is."""

from collections.abc import Callable

PAGES: dict[str, Callable[[int], str]] = {}


def page_of(source_type: str, source_id: int | None) -> str:
    """The address of what booked a station; empty if nothing did."""
    page = PAGES.get(source_type)
    return page(source_id) if page and source_id else ""
