"""Keys in words: as a voice says them, and as they are shown."""

from __future__ import annotations

from typing import Final

from briefing.text.signs import KEYS
from briefing.ui.keys.names import parts

_SPOKEN: Final = KEYS | {"pageup": "page up", "pagedown": "page down"}


def spoken(key: str) -> str:
    """Return a key's name in words that a voice says whole: "?" -> "question mark", "N" -> "shift N"."""
    modifiers, base = parts(key)
    if len(base) == 1 and base.isalpha():
        base = f"shift {base}" if base.isupper() else base.upper()
    elif len(base) == 1 and base not in KEYS and not base.isalnum():
        base = _sign(base)
    return " ".join((*modifiers, _SPOKEN.get(base, base)))


def _sign(char: str) -> str:
    """Return what a sign is called that few keyboards have."""
    from briefing.text.spelling import character

    return character(char)


def key_in_words(key: str) -> str:
    """Return a key as it is shown: "Shift+Left", "j"."""
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))


def capital(words: str) -> str:
    """Return words as a sentence begins."""
    return words[:1].upper() + words[1:]
