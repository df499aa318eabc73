"""Keys by their names: what a terminal sends for them, and what an X server calls them."""

from __future__ import annotations

import re
from typing import Final

SENT: Final = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
}
"""What an xterm sends for the keys that write nothing."""
_KEYSYMS: Final = {
    "enter": "Return",
    "shift+tab": "shift+ISO_Left_Tab",
    "backspace": "BackSpace",
    "pageup": "Prior",
    "pagedown": "Next",
}
_PIECE: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Z]|.", re.DOTALL)


def sent(name: str) -> str:
    """Return what a terminal sends for a key: a character, a name of `SENT`, or `ctrl+x`, `alt+x`.

    Raises:
        ValueError: if no key is called so.
    """
    modifier, plus, key = name.rpartition("+")
    if len(name) == 1:
        return name
    if (known := SENT.get(name.lower())) is not None:
        return known
    if plus and modifier.lower() == "ctrl" and len(key) == 1:
        return chr(ord(key.lower()) & 0x1F)
    if plus and modifier.lower() == "alt":
        return f"\x1b{sent(key)}"
    raise ValueError(f"No key is called {name!r}.")


def keysyms(keys: str) -> list[str]:
    """Return what an X server calls the keys for which a terminal sends this."""
    names = {what: _KEYSYMS.get(name, name.capitalize()) for name, what in SENT.items()} | {" ": "space"}
    return [names.get(piece) or _keysym(piece) for piece in _PIECE.findall(keys)]


def _keysym(character: str) -> str:
    if character < " ":
        return f"ctrl+{chr(ord(character) + 0x60)}"
    return character if character.isascii() and character.isalnum() else f"U{ord(character):04X}"
