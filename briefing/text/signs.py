"""What signs are called, in a word or two, and which of them a voice names."""

from __future__ import annotations

from typing import Final

_NAMES: Final = """
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
"""
_PRINTED: Final = """
“ left quote
” right quote
„ low quote
‘ left single quote
’ apostrophe
‚ low single quote
« left guillemet
» right guillemet
‹ left single guillemet
› right single guillemet
– en dash
— em dash
‑ hyphen
− minus
… ellipsis
• bullet
· middle dot
¿ opening question mark
¡ opening exclamation mark
€ euro
£ pound
¥ yen
¢ cent
§ section
¶ paragraph sign
† dagger
° degree
№ number
‰ per mille
© copyright
® registered
™ trademark
× times
÷ divided by
± plus or minus
½ one half
¼ one quarter
¾ three quarters
² squared
³ cubed
¹ superscript 1
。 ideographic period
、 ideographic comma
「 left corner bracket
」 right corner bracket
"""


def _pairs(listed: str) -> dict[str, str]:
    return {line[0]: line[2:] for line in listed.strip().splitlines()}


KEYS: Final = _pairs(_NAMES)
"""The signs that stand on a keyboard, and what they are called."""
SIGNS: Final = KEYS | _pairs(_PRINTED) | {" ": "space", "\u00a0": "no-break space", "\u202f": "narrow space"}
"""These, and what else stands in texts. What is not here is called by its name in Unicode."""
