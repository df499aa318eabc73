"""Who speaks in the lines of a timed text, and where another begins.

A format may tell it; else names at the starts of lines do: "ANN LEE: ", "[Ann]: ", "(Ann Lee) ", "ANN — ",
or a name on a line of its own. Without a colon a name is believed only where several come and look like
names, for brackets hold sounds as well, and a line of its own may be any. Dashes and ">>" begin
another's words without a name, within a line of the format, too: two of them share its times.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.timed_text import TimedLine

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_NAME = rf"[A-Z][A-Z0-9 .'’-]{{1,40}}|{_WORD}(?: [^\W_a-z][\w.'’-]*){{0,3}}"
_ROLE = r"(?: \([^()\n]{1,40}\)|, [^\W\d_][^:,\n]{1,40})?"
_LEAD: Final = r"(?:[-–—‐]\s*|>{1,3}\s*)?"
_CALLED = late(
    rf"{_LEAD}(?:[\[(](?=[^\])\n]{{1,50}}[\])][:\uff1a]))?({_NAME}){_ROLE}[\])]?(?::(?=\s)|\uff1a)"
)
"""A name with a colon behind it, as most transcripts have it."""
_MARKED = late(
    rf"{_LEAD}(?:\[({_NAME})\](?=\s*\S)|\(({_NAME})\)(?=\s*\S)"
    rf"|([A-Z][A-Z .'’-]{{1,40}}?)\s+[—–-]{{1,2}}\s+(?=\S)|({_NAME})\n+(?=[^\Wa-z]|[\"“‘'¿¡]))"
)
"""A name in brackets, before a dash or on a line of its own."""
_DASHES: Final = "-–—‐"
_TURN = late(r"(?m)(?:^|(?<=[.!?…\"”'’)\]]) )(?=>{2,3}\s*\S)|^(?=[-–—‐]\s*\S)")
"""Where another begins to speak within a line."""
_SOUND = (
    r"(?i)(?:.*\b)?(?:music|song|applause|laughter|laughs|laugh|sighs?|gasps?|cheers?|coughs?|chuckles|silence|crosstalk|"
    r"inaudible|indistinct|unintelligible|foreign|noise|pause|beep|static|clears|sniffs?|sobs?|groans?|grunts?|"
    r"screams?|shouts?|whispers?|whistles?|\w{2,}(?:ing|ed))|.* \w+s"
)
"""What brackets hold that is no name."""
_FEWEST: Final = 2


class Turn(NamedTuple):
    """A stretch of a line that one person says. `speaker` is empty where nobody is named."""

    speaker: str
    text: str
    is_new: bool
    """Whether it is known that another says it than what comes before."""


def turns(lines: Sequence[TimedLine], pause_s: float) -> Iterator[tuple[TimedLine, Turn]]:
    """Yield the turns of sorted lines, each with its line; after a pause a name holds no longer."""
    parts = [_parts(line) for line in lines]
    leads = [part for line, said in zip(lines, parts, strict=True) for part in said if not line.speaker]
    marked = _believed([match for part in leads if (match := _marked(part))], len(leads))
    called = Counter(match[1] for part in leads if (match := _called(part)))
    has_dashes = sum(_is_dash(part) for part in leads) >= _FEWEST
    is_named = bool(called or marked)
    current, reached_s = "", 0.0
    for line, said in zip(lines, parts, strict=True):
        for text in said:
            name = _name_of(text, called, marked)
            begins = text.startswith(">>") or (has_dashes and _is_dash(text))
            if line.speaker:
                current = line.speaker
            elif name:
                current = name
            elif begins or line.start_s - reached_s >= pause_s or not is_named:
                current = ""
            yield line, Turn(current, text, begins and not line.speaker)
        reached_s = max(line.start_s, line.stop_s or 0.0)


def _parts(line: TimedLine) -> list[str]:
    """Return the line parted where another begins to speak."""
    may_turn = any(sign in line.text for sign in (">>", *_DASHES))
    parts = _TURN.split(line.text) if may_turn else [line.text]
    found = [part.strip() for part in parts if part.strip()]
    has_dash = any(_is_dash(part) for part in found)
    # A dash at the start of one line among others is none of two speakers'.
    return found if not has_dash or all(map(_is_dash, found)) else [line.text]


def _is_dash(text: str) -> bool:
    return text[:1] in _DASHES and bool(text)


def _called(text: str) -> re.Match[str] | None:
    # Most lines have no colon, and many texts none at all: then the pattern need not be compiled.
    return _CALLED.match(text) if any(sign in text for sign in ":\uff1a") else None


def _marked(text: str) -> re.Match[str] | None:
    return _MARKED.match(text) if any(sign in text for sign in "[(\u2014\u2013-\n") else None


def _name_of(text: str, called: Counter[str], marked: frozenset[str]) -> str:
    if match := _called(text):
        name = match[1]
        # A word with a colon that comes once need not be a name, unless it is in capitals.
        is_sure = called[name] > 1 or len(called) > 1 or (name.isupper() and len(name) > 1)
        return name.strip() if is_sure else ""
    match = _marked(text)
    name = _marked_name(match) if match else ""
    return name if name in marked else ""


def _marked_name(match: re.Match[str]) -> str:
    return next(name for name in match.groups() if name is not None).strip()


def _believed(found: Sequence[re.Match[str]], lines: int) -> frozenset[str]:
    """Return which of the names without a colon are such: several, of which one comes again, and no sounds.

    Those on lines of their own stand above most lines.
    """
    alone = [match for match in found if match[4] is not None]
    if len(alone) * 2 < lines:
        found = [match for match in found if match[4] is None]
    names = Counter(_marked_name(match) for match in found)
    names = Counter({name: count for name, count in names.items() if not re.fullmatch(_SOUND, name)})
    is_many = len(names) >= _FEWEST and (max(names.values()) >= _FEWEST or sum(names.values()) == lines)
    return frozenset(names) if is_many else frozenset()
