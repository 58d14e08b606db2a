"""Colors and styles of the paper: the light tokens of the screens in sRGB."""

from certificates.layout.tagged import WIDTH
from certificates.layout.text import BOLD, MEDIUM, REGULAR, Style

INK, SOFT, RULE, GROUND = "#1a2133", "#494f61", "#dfdad2", "#fcf9f5"
ROAD, LAMP, WHITE = "#1d4087", "#f7a830", "#ffffff"
ACCENTS = {"nuernberg": "#8a2245", "augsburg": "#295e24", "muenchen": "#784e08"}

LEFT = 62.0
ROOM = WIDTH - 2 * LEFT
RIGHT = LEFT + ROOM
TOP_FIRST, TOP, BOTTOM, GAP = 122.0, 104.0, 770.0, 16.0  # measured from the upper edge

BRAND = Style(BOLD, 15, 18, INK)
KIND = Style(BOLD, 15, 19, ROAD)
NAME = Style(BOLD, 33, 39, INK)
LEAD = Style(REGULAR, 12, 17, SOFT)
TITLE = Style(MEDIUM, 18, 24, INK)
HEADING = Style(BOLD, 12, 16, INK)
TEXT = Style(REGULAR, 10.5, 15, INK)
STRONG = Style(MEDIUM, 10.5, 15, INK)
LABEL = Style(REGULAR, 10.5, 15, SOFT)
SMALL = Style(REGULAR, 9, 12.5, SOFT)
SMALL_STRONG = Style(MEDIUM, 9, 12.5, INK)
LINK = Style(MEDIUM, 10.5, 15, ROAD)


def accent(slug: str) -> str:
    return ACCENTS.get(slug, ROAD)
