"""How much is said: brief, usual, full. Pure.

What is said stands in `announce` once, with what is more than the new fact marked as such:

- A *hint*, a sentence that names a command (`commands.mentions`), and what is marked by `unless_brief`: brief
  leaves it out, for who knows the program and the text.
- What is marked by `in_full`: only full says it, positions and spelling words, for who learns them.

The outbox resolves the marks as it says a sentence, so nobody after it knows of them. Where brief would leave
nothing, all of it stays: every key is answered.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.commands.mentions import MENTION
from briefing.kinds import Verbosity

# Controls, as those of a mention: `safe_text` lets none into a text from outside.
_UNLESS_BRIEF, _IN_FULL, _END = "\x10", "\x11", "\x12"
_MARKED: Final = re.compile(f"([{_UNLESS_BRIEF}{_IN_FULL}])([^{_UNLESS_BRIEF}{_IN_FULL}{_END}]*){_END}")
_SPACES: Final = re.compile(" {2,}")
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?]) ")


def unless_brief(part: str) -> str:
    """Return a part of a sentence that brief leaves out: what is known, or was asked for."""
    return f"{_UNLESS_BRIEF}{part}{_END}" if part else ""


def in_full(part: str) -> str:
    """Return a part of a sentence that only full says: where it is, and what else could be done."""
    return f"{_IN_FULL}{part}{_END}" if part else ""


def told(text: str, verbosity: Verbosity) -> str:
    """Return what is said of a sentence with marks, at a verbosity."""
    if verbosity is Verbosity.BRIEF:
        short = _resolved(text, "")
        short = " ".join(each for each in _SENTENCE_ENDS.split(short) if not MENTION.search(each)).strip()
        return short or _resolved(text, _UNLESS_BRIEF)
    return _resolved(text, _UNLESS_BRIEF + _IN_FULL if verbosity is Verbosity.FULL else _UNLESS_BRIEF)


def _resolved(text: str, said: str) -> str:
    """Return a text with only the parts whose marks are `said`."""
    if _END not in text:
        return text
    resolved = _MARKED.sub(lambda found: found[2] if found[1] in said else "", text)
    return _SPACES.sub(" ", resolved).strip()
