"""Whether a text may be a page's, at a glance: hardly any is, and what reads pages takes long to load."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Final

_LEAST_LINES: Final = 5
_LEAST_FURNITURE: Final = 2
_LONGEST: Final = 160
"""Characters of a line that is looked at."""
_TAG: Final = r"(?i)</[a-z][a-z0-9]*>"
_LEAST_TAGS: Final = 4
"""What so many tags stand in is a page's source, not its text."""
_REFERENCES: Final = (
    r"(?im)^[^\S\n]*+references[^\S\n]*+\n\s*+(?:visible links:?[^\S\n]*+\n\s*+)?\[?1[.\])] +\S+://\S"
)
"""The list of a text browser in which its numbers lead somewhere."""
_AROUND: Final = " \t\r\xa0*+•[]()0123456789#-:.…»>|"
_RIGHTS: Final = ("©", "ⓒ", "copyright", "rights reserved")


def has_references(text: str) -> bool:
    """Return whether a text ends as a text browser's pages do: with the addresses of its numbers."""
    return re.search(_REFERENCES, text) is not None


def may_be_page(text: str) -> bool:
    """Return whether lines of a text are plainly furniture of a page, as a few of every page's are."""
    if text.count("\n") + 1 < _LEAST_LINES or len(re.findall(_TAG, text)) >= _LEAST_TAGS:
        return False
    if has_references(text):
        return True
    short = dict.fromkeys(
        line.strip(_AROUND).casefold().replace("’", "'") for line in text.split("\n") if len(line) <= _LONGEST
    )
    found = 0
    for line in filter(None, short):
        found += _is_furniture(line)
        if found == _LEAST_FURNITURE:
            return True
    return False


def _is_furniture(line: str) -> bool:
    whole, starts, stops = _phrases()
    is_told = line in whole or line.startswith(starts) or line.endswith(stops)
    return is_told or any(sign in line for sign in _RIGHTS)


@cache
def _phrases() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return phrases of which a page shows some: whole lines, first words and last words."""
    from briefing.formats.pages import furniture_words as words  # long, and of no use to a text of few lines

    rows = chain((words.PLAYER,), words.CHROME.values(), words.SHARE.values(), words.END.values())
    whole, starts, stops = set(), set(), set()
    for phrase in "|".join(rows).casefold().split("|"):
        first, star, last = phrase.partition("*")
        if not star:
            whole.add(first)
        elif first and not last:
            whole.add(first.strip())
            starts.add(first)
        elif last and not first and "*" not in last:
            stops.add(last)
    return frozenset(whole), tuple(starts), tuple(stops)
