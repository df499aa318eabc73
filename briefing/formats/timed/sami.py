"""SAMI, Microsoft's captions: `<SYNC Start=1000><P Class=ENCC>text`, milliseconds.

A text stands until the next `SYNC` of its language, often an empty one. Of several languages the first
that says anything is read.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.timed.markup import Markup
from briefing.formats.timed_text import Piece, TimedFile, TimedLine

if TYPE_CHECKING:
    from briefing.formats.source import Head
    from briefing.formats.timed.markup import Attributes

NOTHING: Final = "has no subtitle with text and times"
_SCORE: Final = 0.97
_ROOT = re.compile(r"<sami\b", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]{1,40})\s*\{([^{}]*)\}")
_LANGUAGE = re.compile(r"\blang\s*:\s*([A-Za-z]{2,3}(?:-\w{2,8})*)", re.IGNORECASE)
_HIDDEN: Final = frozenset(("style", "title", "samiparam"))


class _Sync(NamedTuple):
    start_s: float
    language: str
    """The class of its paragraph, in lower case."""
    text: str


def score(head: Head) -> float:
    """Return how likely the text is SAMI: by its root element."""
    return _SCORE if _ROOT.search(head.text[:4000]) else 0.0


def read(text: str) -> TimedFile:
    """Return the captions of `text` in its first language, and its title."""
    reader = _Reader()
    reader.feed(text)
    reader.finish()
    main = next((sync.language for sync in reader.syncs if sync.text), "")
    ours = [sync for sync in reader.syncs if sync.language == main]
    lines = []
    for sync, following in zip_longest(ours, ours[1:]):
        if sync.text:
            stop_s = None if following is None else following.start_s
            lines.append(TimedLine((Piece(sync.text, sync.start_s),), stop_s))
    languages = {
        found[1].lower(): language[1]
        for found in _CLASS.finditer(text[:20_000])
        if (language := _LANGUAGE.search(found[2]))
    }
    return TimedFile(lines, " ".join(reader.title.split()), languages.get(main))


class _Reader(Markup):
    """Gathers the texts of `SYNC` elements, which nobody has to close."""

    def __init__(self) -> None:
        self.syncs: list[_Sync] = []
        self.title = ""
        self._start_s: float | None = None
        self._language = ""
        self._said: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag in _HIDDEN:
            self._hidden = tag
        elif tag == "sync":
            self.finish()
            start = found.get("start", "").strip().removesuffix("ms")
            self._start_s = int(start) / 1000 if re.fullmatch(r"\d{1,10}", start, re.ASCII) else None
            self._language = ""
        elif tag == "p":
            self.finish()
            self._language = found.get("class", "").lower()
        elif tag == "br":
            self._said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""

    def handle_data(self, data: str) -> None:
        if self._hidden == "title":
            self.title += data
        elif not self._hidden and self._start_s is not None:
            self._said.append(re.sub(r"\s+", " ", data))

    def finish(self) -> None:
        """End the text that is open."""
        if self._start_s is not None and self._said:
            lines = "".join(self._said).replace("\xa0", " ").split("\n")
            text = "\n".join(line.strip() for line in lines if line.strip())
            self.syncs.append(_Sync(self._start_s, self._language, text))
        self._said = []
