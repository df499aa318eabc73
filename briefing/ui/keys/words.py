"""Keys in words: as a voice says them, and as they are shown."""

from __future__ import annotations

from typing import Final

from briefing.ui.keys.names import pairs, parts

_SPOKEN: Final = pairs("""
? question mark
! exclamation mark
/ slash
\\ backslash
| bar
: colon
; semicolon
, comma
. period
[ left bracket
] right bracket
{ left brace
} right brace
( left parenthesis
) right parenthesis
< less than
> greater than
= equals
+ plus
- minus
* asterisk
_ underscore
' apostrophe
" quote
` backquote
@ at sign
# number sign
$ dollar
% percent
^ caret
& ampersand
~ tilde
pageup page up
pagedown page down
""")


def spoken(key: str) -> str:
    """Return a key's name in words that a voice says whole: "?" -> "question mark", "N" -> "shift N"."""
    modifiers, base = parts(key)
    if len(base) == 1 and base.isalpha():
        base = f"shift {base}" if base.isupper() else base.upper()
    return " ".join((*modifiers, _SPOKEN.get(base, base)))


def key_in_words(key: str) -> str:
    """Return a key as it is shown: "Shift+Left", "j"."""
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))
