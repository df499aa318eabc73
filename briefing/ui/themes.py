"""Our own looks: what is painted in which of the colours of `roles`, and how it is marked besides.

Rules:
1. Every text reaches 4.5:1 on what it stands on, drawn signs 3:1; in high contrast all
   text reaches 7:1. A test measures what is drawn.
2. A role is a colour for one purpose. Nothing in the style sheet names a colour.
3. Colour is never alone: the word is reversed and underlined, its sentence bold with a bar at its side, a
   match underlined, a focused control in brackets. All of it is seen without any colours.

`CSS` is the whole style sheet of the first screen; the roles stand in it as `$lit-page` and so on.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from rich.style import Style
from textual.theme import Theme

from briefing.ui.roles import ROLES, TERMINAL

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


_OF_EVERY_TERMINAL: Final = ("ansi-background", "ansi-foreground")
"""Colours that Textual's own sheet names, and gives only to themes of all colours."""


def _theme(name: str, roles: dict[str, str]) -> Theme:
    page, ink, panel = roles["page"], roles["ink"], roles["panel-page"]
    return Theme(
        name=name,
        dark="light" not in name,
        ansi=page.startswith("ansi_"),
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
            **dict.fromkeys(_OF_EVERY_TERMINAL, "transparent"),
            "in-reverse": "reverse" if name == TERMINAL else "none",
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
    "word": ("word", "word-ink", "bold reverse underline"),
    "hit": ("hit-ink", "hit", "bold underline"),
    "select": ("select", "select-ink", "reverse"),
    "bar": ("lit-bar", "page", "reverse"),
    "thumb": ("unplayed", "page", "reverse"),
    "kicker": ("banner-ink", "banner", "bold"),
    "panel": ("panel-ink", "panel-page", ""),
    "panel-aside": ("panel-aside", "panel-page", ""),
    "panel-strong": ("panel-strong", "panel-page", "bold"),
    "panel-heading": ("panel-strong", "panel-page", "bold underline"),
    "panel-here": ("word", "word-ink", "bold reverse"),
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
    colours = (roles[role].removeprefix("ansi_") for role in (sign, behind))  # Rich's names for them
    return Style.parse(f"{attributes} {' on '.join(colours)}")


CSS: Final = """
Screen { background: $page; color: $ink; layers: default over; }
Enlarged { dock: bottom; height: 1; background: $panel-page; color: $panel-strong; }
Enlarged.-over { layer: over; }
Enlarged.-top { dock: top; }
Screen.-tiny { overflow: hidden hidden; }
ListScreen { background: $panel-page; }
PictureScreen { background: $page; color: $ink; }
PromptScreen, LibraryScreen { background: transparent; }
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
