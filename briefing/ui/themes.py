"""Our own colours: dark, light and high contrast.

Rules:
1. Every text reaches 4.5:1 on what it stands on, drawn signs 3:1; in high contrast all
   text reaches 7:1. A test measures what is drawn.
2. A role here is a colour pair for one purpose. Nothing in the style sheet names a colour.
3. Colour is never alone: the word is reversed and bold, its sentence bold with a bar at
   its side, a match underlined, a focused control in brackets.

`CSS` is the whole style sheet of the screen; the roles stand in it as `$lit-word` and so
on. They have defaults, so that a theme of another maker cannot break the screen.
"""

from __future__ import annotations

from typing import Final

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
            "scrollbar": roles["unplayed"],
            "scrollbar-hover": roles["unplayed"],
            "scrollbar-active": roles["played"],
            "scrollbar-background": panel,
            "scrollbar-background-hover": panel,
            "scrollbar-background-active": panel,
            "scrollbar-corner-color": panel,
        },
    )


THEMES: Final = tuple(_theme(name, roles) for name, roles in ROLES.items())
DEFAULT_ROLES: Final = ROLES["dark"]

CSS: Final = """
Screen { background: $page; color: $ink; }
Transcript {
    height: 1fr; background: $page; color: $ink; pointer: text;
    &> .transcript--title { color: $headline; background: $page; text-style: bold; }
    &> .transcript--lead { color: $lead; background: $page; }
    &> .transcript--heading { color: $headline; background: $page; text-style: bold underline; }
    &> .transcript--text { color: $ink; background: $page; }
    &> .transcript--aside { color: $aside; background: $page; }
    &> .transcript--lit { color: $lit-ink; background: $lit-page; text-style: bold; }
    &> .transcript--word { color: $word; background: $word-ink; text-style: bold reverse; }
    &> .transcript--hit { color: $hit-ink; background: $hit; text-style: bold underline; }
    &> .transcript--select { color: $select; background: $select-ink; text-style: reverse; }
    &> .transcript--bar { color: $lit-bar; background: $page; text-style: bold; }
    &> .transcript--thumb { color: $unplayed; background: $page; }
}
Banner {
    height: 3; background: $page; color: $aside; padding: 1 0;
    &> .banner--kicker { background: $banner; color: $banner-ink; text-style: bold; }
    &> .banner--title { color: $headline; text-style: bold; }
}
Status {
    height: 1; background: $panel-page; color: $panel-strong; padding: 0 2;
}
Scrubber {
    height: 1; background: $panel-page; padding: 0 2; pointer: pointer;
    &> .scrubber--played { color: $played; background: $panel-page; text-style: bold; }
    &> .scrubber--unplayed { color: $unplayed; background: $panel-page; }
    &> .scrubber--mark { color: $mark; background: $panel-page; text-style: bold; }
    &> .scrubber--ends { color: $panel-strong; background: $panel-page; text-style: bold; }
    &> .scrubber--here { color: $panel-strong; background: $panel-page; text-style: bold; }
}
#player { height: 1; background: $panel-page; }
#clock { display: none; }
Transport {
    height: 1; width: 1fr; background: $panel-page; color: $panel-ink; padding: 0 2;
    &> .transport--state { color: $panel-strong; background: $panel-page; text-style: bold; }
    &> .transport--aside { color: $panel-aside; background: $panel-page; }
}
SizeControl {
    height: 1; width: 23; background: $panel-page; color: $panel-ink; padding: 0 1; pointer: pointer;
    &> .size--label { color: $panel-aside; background: $panel-page; }
    &> .size--chosen { color: $panel-page; background: $panel-strong; text-style: bold; }
    &> .size--focused { color: $word-ink; background: $word; text-style: bold underline; }
    &> .size--other { color: $panel-ink; background: $panel-page; }
}
Hint {
    height: auto; max-height: 3; background: $panel-page; color: $panel-aside; padding: 0 2;
    &> .hint--key { color: $panel-strong; text-style: bold; }
}
TooSmall { display: none; width: 100%; height: 100%; background: $page; color: $headline; text-style: bold; }
Screen.-narrow {
    SizeControl { width: 18; }
    #clock { display: block; }
}
Screen.-narrow, Screen.-short { Status, Scrubber, Transport, Hint { padding: 0 1; } }
Screen.-short Banner { height: 1; padding: 0; }
Screen.-quiet Banner { display: none; }
Screen.-tiny {
    Banner, Transcript, Status, Scrubber, #clock, #player, Hint { display: none; }
    TooSmall { display: block; }
}
"""
