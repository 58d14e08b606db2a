"""Our own drawings: line icons by name, and illustrations read from static/img."""

import re
from functools import cache
from pathlib import Path

IMAGES = Path(__file__).resolve().parents[2] / "static" / "img"

ICONS = {
    "back": "M19 12H5M11 6l-6 6 6 6",
    "bell": "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4",
    "book": "M4 6c3-1.5 6-1.5 8 .5 2-2 5-2 8-.5v12c-3-1.5-6-1.5-8 .5-2-2-5-2-8-.5zM12 6.5v12",
    "calendar": "M5 6h14v14H5zM5 10h14M9 4v4M15 4v4",
    "chart": "M5 20V11M12 20V5M19 20v-6",
    "check": "M5 12.5 10 17.5 19.5 7",
    "clock": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.5l3 2",
    "close": "M6 6l12 12M18 6 6 18",
    "compare": "M8 5v14M16 5v14M4 9l4-4 4 4M12 15l4 4 4-4",
    "display": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 4v16M12 8l4-2.5M12 12l7-4M12 16l8-4.5M13 20l6-3.5",
    "down": "M12 5v13M6.5 13l5.5 5.5 5.5-5.5",
    "download": "M12 4v11M7 10.5l5 5 5-5M5 20h14",
    "edit": "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
    "exit": "M10 5H5v14h5M14 8l4 4-4 4M18 12H9",
    "forward": "M5 12h14M13 6l6 6-6 6",
    "handshake": "M4 12l4-5 4 2 4-2 4 5-4 4-2 2-3-2-3 1z",
    "help": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9.8 9.5c.2-3 4.6-2.8 4.4 0-.1 1.6-2.2 1.8-2.2 3.5M12 16.2v.1",
    "home": "M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z",
    "inbox": "M4 13 7 5h10l3 8v6H4zM4 13h5l1 2h4l1-2h5",
    "info": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5M12 8v.1",
    "language": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 12h16M12 4c-5 5-5 11 0 16M12 4c5 5 5 11 0 16",
    "lock": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "mail": "M4 6h16v12H4zM4 7l8 6 8-6",
    "menu": "M4 7h16M4 12h16M4 17h16",
    "people": "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c.5-4 3-5.5 6-5.5s5.5 1.5 6 5.5"
    "M16 4.5a3.5 3.5 0 0 1 0 6.5M17.5 15c2 .5 3.2 2 3.5 5",
    "person": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c1-4 4-5 7-5s6 1 7 5",
    "paper": "M7 4h7l4 4v12H7zM14 4v4h4M10 12h5M10 16h5",
    "pin": "M12 20c4-5 6-8 6-10.5a6 6 0 1 0-12 0C6 12 8 15 12 20zM12 11.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
    "play": "M8 5.5v13l11-6.5z",
    "plus": "M12 5v14M5 12h14",
    "print": "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    "radar": "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 12l5.5-5.5",
    "road": "M9 20c0-7 6-5 6-10M5 20c0-3 1-5 2-6M15 10a3 3 0 1 0-.01-6 3 3 0 0 0 .01 6z",
    "search": "M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15.5 15.5 20 20",
    "seal": "M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM9 13l-1.5 7L12 17.5 16.5 20 15 13",
    "settings": "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 4v2.5M12 17.5V20M4 12h2.5M17.5 12H20"
    "M6.5 6.5l1.7 1.7M15.8 15.8l1.7 1.7M17.5 6.5l-1.7 1.7M8.2 15.8l-1.7 1.7",
    "signpost": "M12 3v18M12 5h6l2 2-2 2h-6zM12 11H6l-2 2 2 2h6z",
    "switch": "M7 4 4 7l3 3M4 7h12M17 14l3 3-3 3M20 17H8",
    "test": "M6 4h12v16H6zM9 9l1.5 1.5L13 8M9 15h6",
    "up": "M12 19V6M6.5 11 12 5.5 17.5 11",
    "warning": "M12 4 3.5 19h17zM12 10v4M12 16.5v.1",
}


@cache
def drawing(name: str) -> str:
    """The SVG of an illustration, ready to stand inside a page and take its colours."""
    path = IMAGES / f"{name}.svg"
    if path.parent != IMAGES or not path.is_file():
        return ""
    svg = path.read_text(encoding="utf-8").strip()
    return re.sub(r'^<svg color="[^"]*" ', "<svg ", svg)
