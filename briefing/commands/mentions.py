"""Commands in sentences.

What is said names commands, never keys, which are the user's: a sentence holds a `mention`
of a command, and the face that says it puts in the key, or what is typed where there is none.
"""

from __future__ import annotations

import re
from typing import Final


def mention(command_id: str, argument: str = "") -> str:
    """Return what stands in a sentence for the key that runs a command, with this argument if any.

    It is written in controls, which `safe_text` lets into no text from outside.
    """
    return f"\x0e{command_id} {argument}\x0f"


MENTION: Final = re.compile("\x0e([^ \x0e]+) ([^\x0e\x0f]*)\x0f")
"""A mention in a sentence: its command's id and its argument."""


def with_ids(text: str) -> str:
    """Return `text` with mentions as they are typed, for a reader who has no keys: ":go 1:12"."""
    return MENTION.sub(lambda found: f":{found[1]} {found[2]}".rstrip(), text)
