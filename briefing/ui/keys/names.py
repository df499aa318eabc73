"""What a key is called: a character as it is typed ("N", "?", "["), or a word with its modifiers.

The modifiers come in the order alt, ctrl, shift ("space", "f6", "shift+left", "ctrl+shift+end").
"""

from __future__ import annotations

from typing import Final

UNKNOWN: Final = "unknown"
"""What a key is called that no name fits. It must be answered, too."""

NAMED: Final = frozenset(
    {
        *("up", "down", "right", "left", "begin", "end", "home", "insert", "delete", "pageup", "pagedown"),
        *("enter", "backspace", "space", "tab", "escape"),
        *(f"f{n}" for n in range(1, 13)),
    }
)
"""Keys that are called by a word."""


MEDIA: Final = (
    *("media_play", "media_pause", "media_play_pause", "media_reverse", "media_stop", "media_fast_forward"),
    *("media_rewind", "media_track_next", "media_track_previous", "media_record"),
    *("lower_volume", "raise_volume", "mute_volume"),
)
"""Media keys, in the order of their numbers in kitty's keyboard protocol, and as Textual calls them."""
FULL_KEYBOARD: Final = "full_keyboard"
"""What a terminal's answer is called that it passes on all keys where it is asked to."""


def pairs(listed: str) -> dict[str, str]:
    """Return the words of each line: the first, and the rest."""
    return {each.split(" ", 1)[0]: each.split(" ", 1)[1] for each in listed.strip().splitlines()}


_ALIASES: Final = pairs("""
esc escape
return enter
del delete
ins insert
pgup pageup
pgdn pagedown
page_up pageup
page_down pagedown
question_mark ?
""")


def parts(key: str) -> tuple[list[str], str]:
    """Return the modifiers and the base of a key's name; the base may be a plus sign."""
    head, _, base = key[:-1].rpartition("+")
    return head.split("+") if head else [], base + key[-1]


def modified(name: str, bits: int) -> str:
    """Return the name of a key with modifiers: `bits` are 1 for shift, 2 for alt, 4 for ctrl."""
    if name == UNKNOWN or bits <= 0:
        return name
    before, base = parts(name)
    if bits & 1 and len(base) == 1:
        base, bits = base.upper(), bits & ~1  # Shift is in the character itself
    words = {word for bit, word in ((1, "shift"), (2, "alt"), (4, "ctrl")) if bits & bit} | set(before)
    return "+".join((*sorted(words), base))


def key_from(written: str) -> str:
    """Return the name of a key as a settings file has it: "Shift+Left" -> "shift+left".

    Raises:
        ValueError: if there is no such key.
    """
    if not written or not written.isprintable():
        raise ValueError(f"no key: {written!r}")
    if len(written) == 1:
        return "space" if written == " " else written
    modifiers, base = parts(written.lower())
    base = _ALIASES.get(base, base)
    if not set(modifiers) <= {"alt", "ctrl", "shift"} or not (base in NAMED or len(base) == 1):
        raise ValueError(f"no key: {written!r}")
    if modifiers == ["shift"] and len(base) == 1:
        return base.upper()
    return "+".join((*sorted(set(modifiers)), base))
