"""SMIL: which part of an XHTML text is heard when, as EPUB media overlays and DAISY books have it.

After "EPUB 3.3", section 9 (Media overlays): each `par` has a `text`, whose `src` names an
element of a file beside the SMIL, and an `audio` with `clipBegin` and `clipEnd`. Clock
values are those of SMIL 3.0: "0:01:12.5", "72.5s", "1200ms", "npt=72.5s".
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from briefing.errors import SourceError
from briefing.sources.decode import decode
from briefing.sources.timed import Piece, TimedLine, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.sources.item import Draft
    from briefing.sources.opening import Head, Opening

NAME: Final = "a SMIL media overlay"
_SCORE: Final = 0.95
_SMIL: Final = re.compile(r"<smil[\s>]")
_LARGEST_TEXT: Final = 16 << 20
_UNITS: Final = {"h": 3600.0, "min": 60.0, "s": 1.0, "ms": 0.001}
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


def score(head: Head) -> float:
    """Return how likely the text is SMIL: its root element says so."""
    return _SCORE if head.text is not None and _SMIL.search(head.text[:2000]) else 0.0


def read(opening: Opening) -> Draft:
    """Return the clips as a transcript with their times.

    Raises:
        SourceError: if no clip has a text in a file beside it.
    """
    draft = read_lines(parse(opening.text, opening.path.parent if opening.path else None))
    if not draft.has_body:
        raise SourceError(
            f"{opening.called} names no text that lies beside it.", "Keep it beside the files that it names."
        )
    return draft


def parse(text: str, folder: Path | None) -> Iterator[TimedLine]:
    """Yield a line for each clip whose text is found in `folder`."""
    overlay = _Overlay()
    overlay.feed(text)
    texts: dict[str, dict[str, str]] = {}
    for source, begin, end in overlay.clips:
        name, _, fragment = source.partition("#")
        if name not in texts:
            texts[name] = _fragments(folder, unquote(name))
        said = texts[name].get(unquote(fragment), "").strip()
        start_s, stop_s = clock_s(begin), clock_s(end)
        if said and start_s is not None:
            yield TimedLine((Piece(said, start_s),), stop_s)


def clock_s(value: str) -> float | None:
    """Return the seconds of a clock value, None if it is none."""
    value = value.strip().removeprefix("npt=")
    counted = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)(h|min|s|ms)?", value)
    if counted:
        return float(counted[1]) * _UNITS[counted[2] or "s"]
    if not re.fullmatch(r"(?:\d{1,6}:)?\d{1,2}:\d{1,2}(?:\.\d{1,9})?", value):
        return None
    seconds = 0.0
    for part in value.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _fragments(folder: Path | None, name: str) -> dict[str, str]:
    """Return the text of each element with an id, of a file beside the SMIL or below its folder's parent."""
    if folder is None or not name or "\0" in name:
        return {}
    path = (folder / name).resolve()
    try:
        # An overlay often lies in a folder of its own beside that of the text.
        if not path.is_relative_to(folder.parent.resolve()) or path.stat().st_size > _LARGEST_TEXT:
            return {}
        page = decode(path.read_bytes())
    except (OSError, SourceError):
        return {}
    reader = _Fragments()
    reader.feed(page)
    return {key: " ".join("".join(parts).split()) for key, parts in reader.texts.items()}


class _Overlay(HTMLParser):
    """Collects the clips: the text's source, begin and end."""

    def __init__(self) -> None:
        super().__init__()
        self.clips: list[tuple[str, str, str]] = []
        self._source = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "par":
            self._source = ""
        elif tag == "text":
            self._source = found.get("src") or ""
        elif tag == "audio" and self._source:
            begin = found.get("clipbegin") or found.get("clip-begin") or "0"
            self.clips.append((self._source, begin, found.get("clipend") or found.get("clip-end") or ""))


class _Fragments(HTMLParser):
    """Collects the text of each element that has an id."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self._open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            key = dict(attrs).get("id")
            self._open.append((tag, key))
            if key:
                self.texts.setdefault(key, [])

    def handle_endtag(self, tag: str) -> None:
        for i in range(len(self._open) - 1, -1, -1):
            if self._open[i][0] == tag:
                del self._open[i:]
                return

    def handle_data(self, data: str) -> None:
        for _, key in self._open:
            if key:
                self.texts[key].append(data)
