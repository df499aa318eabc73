"""The colours of our themes: a role is a colour for one purpose.

Each theme has a row of all colours, and one of the sixteen that a terminal names itself, whose looks are the
terminal's: there grounds are of the first eight (the Linux console has no others), and no row counts on
what bold does to a colour. *terminal* has no colours of its own, and is what is drawn where there are none.
In the themes for colour blindness any two grounds differ in lightness, as seen by every eye.
"""

from __future__ import annotations

from typing import Final

from briefing.ui.colours import Depth

_OF_ALL_COLOURS: Final[dict[str, dict[str, str]]] = {
    "dark": {
        "page": "#10141b",
        "ink": "#d5dbe5",
        "headline": "#ffffff",
        "lead": "#eef1f6",
        "aside": "#a3aebe",
        "banner": "#b3202c",
        "banner-ink": "#ffffff",
        "panel-page": "#1a212c",
        "panel-ink": "#d5dbe5",
        "panel-aside": "#a8b3c4",
        "panel-strong": "#ffffff",
        "lit-page": "#1f3350",
        "lit-ink": "#ffffff",
        "lit-bar": "#6aa9ff",
        "word": "#ffd479",
        "word-ink": "#10141b",
        "hit": "#153f2c",
        "hit-ink": "#c9f7d8",
        "select": "#4a3b73",
        "select-ink": "#ffffff",
        "played": "#6aa9ff",
        "unplayed": "#76839a",
        "mark": "#ffd479",
    },
    "light": {
        "page": "#fbfaf6",
        "ink": "#22262e",
        "headline": "#0d1015",
        "lead": "#171b22",
        "aside": "#565e6b",
        "banner": "#a8141f",
        "banner-ink": "#ffffff",
        "panel-page": "#ebe8df",
        "panel-ink": "#22262e",
        "panel-aside": "#4d5460",
        "panel-strong": "#0d1015",
        "lit-page": "#dce8f8",
        "lit-ink": "#0b1a30",
        "lit-bar": "#1f5fae",
        "word": "#17365f",
        "word-ink": "#ffffff",
        "hit": "#d6efdc",
        "hit-ink": "#0c3a1e",
        "select": "#dcd2f0",
        "select-ink": "#1e1240",
        "played": "#1f5fae",
        "unplayed": "#767b85",
        "mark": "#8a3b00",
    },
    "high-contrast": {
        "page": "#000000",
        "ink": "#ffffff",
        "headline": "#ffffff",
        "lead": "#ffffff",
        "aside": "#e8e8e8",
        "banner": "#ffffff",
        "banner-ink": "#000000",
        "panel-page": "#000000",
        "panel-ink": "#ffffff",
        "panel-aside": "#e8e8e8",
        "panel-strong": "#ffff00",
        "lit-page": "#00297a",
        "lit-ink": "#ffffff",
        "lit-bar": "#00ffff",
        "word": "#ffff00",
        "word-ink": "#000000",
        "hit": "#004d1a",
        "hit-ink": "#ffffff",
        "select": "#5a0066",
        "select-ink": "#ffffff",
        "played": "#ffff00",
        "unplayed": "#c8c8c8",
        "mark": "#00ffff",
    },
    "colour-blind-dark": {
        "page": "#0b0e14",
        "ink": "#d8dee9",
        "headline": "#ffffff",
        "lead": "#eef1f6",
        "aside": "#a9b4c4",
        "banner": "#ffffff",
        "banner-ink": "#0b0e14",
        "panel-page": "#161c27",
        "panel-ink": "#d8dee9",
        "panel-aside": "#a9b4c4",
        "panel-strong": "#ffffff",
        "lit-page": "#1c3a5e",
        "lit-ink": "#ffffff",
        "lit-bar": "#56b4e9",
        "word": "#f5e663",
        "word-ink": "#0b0e14",
        "hit": "#57b0e6",
        "hit-ink": "#0b0e14",
        "select": "#8a5a12",
        "select-ink": "#ffffff",
        "played": "#56b4e9",
        "unplayed": "#7d8799",
        "mark": "#f5e663",
    },
    "colour-blind-light": {
        "page": "#fbfaf6",
        "ink": "#1d2128",
        "headline": "#0d1015",
        "lead": "#171b22",
        "aside": "#525a67",
        "banner": "#12161d",
        "banner-ink": "#ffffff",
        "panel-page": "#ebe8df",
        "panel-ink": "#1d2128",
        "panel-aside": "#4a515d",
        "panel-strong": "#0d1015",
        "lit-page": "#c8ddf4",
        "lit-ink": "#0b1a30",
        "lit-bar": "#0a4c86",
        "word": "#0b1a30",
        "word-ink": "#ffffff",
        "hit": "#8fc3ec",
        "hit-ink": "#0b1a30",
        "select": "#d08a24",
        "select-ink": "#0b0e14",
        "played": "#0a4c86",
        "unplayed": "#737884",
        "mark": "#7a3b00",
    },
}

_OF_SIXTEEN: Final[dict[str, dict[str, str]]] = {
    "dark": {
        "page": "ansi_black",
        "ink": "ansi_white",
        "headline": "ansi_bright_white",
        "lead": "ansi_bright_white",
        "aside": "ansi_white",
        "banner": "ansi_red",
        "banner-ink": "ansi_bright_white",
        "panel-page": "ansi_black",
        "panel-ink": "ansi_white",
        "panel-aside": "ansi_white",
        "panel-strong": "ansi_bright_white",
        "lit-page": "ansi_blue",
        "lit-ink": "ansi_bright_white",
        "lit-bar": "ansi_bright_cyan",
        "word": "ansi_cyan",
        "word-ink": "ansi_black",
        "hit": "ansi_black",
        "hit-ink": "ansi_bright_yellow",
        "select": "ansi_white",
        "select-ink": "ansi_black",
        "played": "ansi_bright_cyan",
        "unplayed": "ansi_white",
        "mark": "ansi_bright_yellow",
    },
    "light": {
        "page": "ansi_white",
        "ink": "ansi_black",
        "headline": "ansi_black",
        "lead": "ansi_black",
        "aside": "ansi_black",
        "banner": "ansi_red",
        "banner-ink": "ansi_bright_white",
        "panel-page": "ansi_white",
        "panel-ink": "ansi_black",
        "panel-aside": "ansi_black",
        "panel-strong": "ansi_black",
        "lit-page": "ansi_cyan",
        "lit-ink": "ansi_black",
        "lit-bar": "ansi_blue",
        "word": "ansi_black",
        "word-ink": "ansi_white",
        "hit": "ansi_green",
        "hit-ink": "ansi_black",
        "select": "ansi_blue",
        "select-ink": "ansi_bright_white",
        "played": "ansi_blue",
        "unplayed": "ansi_black",
        "mark": "ansi_red",
    },
    "high-contrast": {
        "page": "ansi_black",
        "ink": "ansi_white",
        "headline": "ansi_bright_white",
        "lead": "ansi_bright_white",
        "aside": "ansi_white",
        "banner": "ansi_white",
        "banner-ink": "ansi_black",
        "panel-page": "ansi_black",
        "panel-ink": "ansi_white",
        "panel-aside": "ansi_white",
        "panel-strong": "ansi_bright_white",
        "lit-page": "ansi_black",
        "lit-ink": "ansi_bright_white",
        "lit-bar": "ansi_bright_cyan",
        "word": "ansi_white",
        "word-ink": "ansi_black",
        "hit": "ansi_black",
        "hit-ink": "ansi_bright_yellow",
        "select": "ansi_blue",
        "select-ink": "ansi_bright_white",
        "played": "ansi_bright_yellow",
        "unplayed": "ansi_white",
        "mark": "ansi_bright_cyan",
    },
}

_SAME_IN_SIXTEEN: Final = {"colour-blind-dark": "dark", "colour-blind-light": "light"}
"""Themes that look in sixteen colours as others do: those are told apart by lightness, too."""

TERMINAL: Final = "terminal"


def _name_in_sixteen(theme: str) -> str:
    return f"{_SAME_IN_SIXTEEN.get(theme, theme)}-16"


ROLES: Final[dict[str, dict[str, str]]] = {
    **_OF_ALL_COLOURS,
    **{_name_in_sixteen(theme): roles for theme, roles in _OF_SIXTEEN.items()},
    TERMINAL: dict.fromkeys(_OF_ALL_COLOURS["dark"], "ansi_default"),
}
"""Role to colour, as Textual calls colours, for each theme as it is drawn."""


def drawn_as(theme: str, depth: Depth) -> str:
    """Return the key in `ROLES` of what is drawn of a theme in so many colours."""
    if depth is Depth.NONE or theme == TERMINAL:
        return TERMINAL
    return theme if depth is Depth.MANY else _name_in_sixteen(theme)
