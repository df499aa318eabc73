"""Our own colours: dark, light and high contrast.

Rules:
1. Every text reaches 4.5:1 on what it stands on, drawn signs 3:1; in high contrast all
   text reaches 7:1. A test measures what is drawn.
2. A role here is a colour pair for one purpose. Nothing in the style sheet names a colour.
3. Colour is never alone: the word is reversed and bold, its sentence bold with a bar at
   its side, a match underlined, a focused control in brackets.

`CSS` is the whole style sheet of the first screen; the roles stand in it as `$lit-page` and so on.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from rich.style import Style
from textual.theme import Theme

ROLES: Final[dict[str, dict[str, str]]] = {
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
}
"""Role to colour, for each theme."""


_OF_EVERY_WIDGET: Final = (
    "scrollbar",
    "scrollbar-hover",
    "scrollbar-active",
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
    "link-background",
    "link-color",
    "link-background-hover",
    "link-color-hover",
)
"""Colours that Textual sets for each widget, whether or not it scrolls or has links.

They are the same in all themes, for setting them anew was half of the work of changing the theme. What
does scroll has colours of its own in its style sheet.
"""


def _theme(name: str, roles: dict[str, str]) -> Theme:
    page, ink, panel = roles["page"], roles["ink"], roles["panel-page"]
    return Theme(
        name=name,
        dark=name != "light",
        primary=roles["played"],
        secondary=roles["lit-bar"],
        accent=roles["mark"],
        foreground=ink,
        background=page,
        surface=panel,
        panel=panel,
        success=roles["hit-ink"],
        warning=roles["mark"],
        error=roles["headline"],
        variables={
            **roles,
            "text-muted": roles["panel-aside"],
            "text-disabled": roles["panel-aside"],
            "foreground-muted": roles["panel-aside"],
            "foreground-disabled": roles["panel-aside"],
            "border": roles["unplayed"],
            "border-blurred": roles["unplayed"],
            "block-cursor-background": roles["word"],
            "block-cursor-foreground": roles["word-ink"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": roles["word"],
            "block-cursor-blurred-foreground": roles["word-ink"],
            "block-cursor-blurred-text-style": "bold",
            "block-hover-background": panel,
            "input-cursor-background": roles["panel-strong"],
            "input-cursor-foreground": panel,
            "input-selection-background": roles["select"],
            "screen-selection-background": roles["select"],
            "screen-selection-foreground": roles["select-ink"],
            **dict.fromkeys(_OF_EVERY_WIDGET, "black"),
        },
    )


THEMES: Final = tuple(_theme(name, roles) for name, roles in ROLES.items())
DEFAULT_ROLES: Final = ROLES["dark"]
"""For a theme of another maker, which must not break the screen."""

PAINTS: Final[dict[str, tuple[str, str, str]]] = {
    "title": ("headline", "page", "bold"),
    "lead": ("lead", "page", ""),
    "heading": ("headline", "page", "bold underline"),
    "text": ("ink", "page", ""),
    "aside": ("aside", "page", ""),
    "lit": ("lit-ink", "lit-page", "bold"),
    "word": ("word", "word-ink", "bold reverse"),
    "word-hit": ("word", "word-ink", "bold reverse underline"),
    "hit": ("hit-ink", "hit", "bold underline"),
    "select": ("select", "select-ink", "reverse"),
    "bar": ("lit-bar", "page", "bold"),
    "thumb": ("unplayed", "page", ""),
    "kicker": ("banner-ink", "banner", "bold"),
    "panel": ("panel-ink", "panel-page", ""),
    "panel-aside": ("panel-aside", "panel-page", ""),
    "panel-strong": ("panel-strong", "panel-page", "bold"),
    "panel-heading": ("panel-strong", "panel-page", "bold underline"),
    "panel-hover": ("panel-ink", "lit-page", ""),
    "panel-chosen": ("panel-strong", "panel-page", "bold reverse"),
    "panel-focused": ("word", "word-ink", "bold reverse underline"),
    "played": ("played", "panel-page", "bold"),
    "unplayed": ("unplayed", "panel-page", ""),
    "mark": ("mark", "panel-page", "bold"),
}
"""What is painted line by line: role of the sign, role behind it, attributes.

They are no component classes of the style sheet, because matching those cost a fifth of
the cold start.
"""


@cache
def paint(theme: str, name: str) -> Style:
    """Return a style of `PAINTS` in a theme; in the default roles if the theme is not ours."""
    roles = ROLES.get(theme, DEFAULT_ROLES)
    sign, behind, attributes = PAINTS[name]
    return Style.parse(f"{attributes} {roles[sign]} on {roles[behind]}")


CSS: Final = """
Screen { background: $page; color: $ink; layers: default over; }
Enlarged { dock: bottom; height: 1; background: $panel-page; color: $panel-strong; }
Enlarged.-over { layer: over; }
Enlarged.-top { dock: top; }
ListScreen { background: $panel-page; }
PromptScreen, LibraryScreen { background: $page 0%; }
TranscriptView { height: 1fr; background: $page; pointer: text; }
Banner { height: 3; background: $page; padding: 1 0; }
Status { height: 1; background: $panel-page; color: $panel-strong; padding: 0 2; }
Scrubber { height: 1; background: $panel-page; padding: 0 2; pointer: pointer; }
Player { layout: horizontal; height: 1; background: $panel-page; }
#clock { display: none; }
TransportLine { height: 1; width: 1fr; background: $panel-page; color: $panel-ink; padding: 0 2; }
SizeControl { height: 1; width: auto; background: $panel-page; padding: 0 1; pointer: pointer; }
Hint { height: auto; max-height: 3; background: $panel-page; color: $panel-aside; padding: 0 2; }
TooSmall { display: none; height: 100%; background: $page; color: $headline; }
.-narrow #clock { display: block; }
.-narrow .line { padding: 0 1; }
.-short Banner { height: 1; padding: 0; }
.-quiet Banner, .-large Banner { display: none; }
.-listing Hint { display: none; }
.-tiny .part { display: none; }
.-tiny TooSmall { display: block; }
"""
