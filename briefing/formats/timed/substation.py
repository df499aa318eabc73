r"""SubStation Alpha (ASS and SSA): a table of events, whose columns a line of its own names.

After libass, which most players use. Of the markup, `\N` breaks a line and `\k` times the
syllables of karaoke; drawings are no text. An event that stands on several layers, as one with a
shadow of its own does, is said once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.timed_text import Piece, TimedFile, TimedLine, clock_s

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head

_SUFFIXES: Final = (".ass", ".ssa")
NOTHING: Final = "has no subtitle with text and times"
_SCORE: Final = 0.95
_SECTION = re.compile(r"^[ \t\ufeff]*\[(?:Script Info|V4\+? Styles|Events)\]", re.IGNORECASE | re.MULTILINE)
_ROW = re.compile(r"[ \t]*(Format|Dialogue)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_HEADER = re.compile(r"^[ \t]*(Title|Language)[ \t]*:[ \t]*(\S.*)$", re.IGNORECASE | re.MULTILINE)
_COLUMNS: Final = ("", "start", "end", "style", "name", "", "", "", "effect", "text")
_TIME = re.compile(r"(-?\d{1,6}):(\d{1,2}):(\d{1,2})(?:[.:,](\d{1,9}))?", re.ASCII)
_UNNAMED: Final = frozenset(("default aegisub file", "default file", "<untitled>", "untitled", "script"))
"""What editors call a script that nobody gave a title."""
_NOBODY: Final = "NTP"
"""What old editors wrote for a speaker without a name."""
_MARKUP = re.compile(r"(?<!\\)\{([^{}]*)\}")
_KARAOKE = re.compile(r"\\(k[fo]?|K|kt)(\d{1,7}(?:\.\d{1,3})?)")
_DRAWING = re.compile(r"\\p(\d{1,3})")


def score(head: Head) -> float:
    """Return how likely the text is SubStation Alpha: by its sections, or by its name and events."""
    text = head.text
    is_named = head.suffix in _SUFFIXES and re.search(r"^[ \t]*Dialogue:", text, re.MULTILINE) is not None
    return _SCORE if is_named or _SECTION.search(text) else 0.0


def read(text: str) -> TimedFile:
    """Return the events of `text`, its title and language."""
    header = {found[1].lower(): found[2].strip() for found in _HEADER.finditer(text[:20_000])}
    title = header.get("title", "")
    return TimedFile(parse(text), "" if title.casefold() in _UNNAMED else title, header.get("language"))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the events with text, in the order of the file; those on several layers once."""
    columns: tuple[str, ...] = _COLUMNS
    is_events = True
    told: set[tuple[float, float, str]] = set()
    for line in text.split("\n"):
        if line.lstrip().startswith("["):
            is_events = line.strip().lower() == "[events]"
        row = _ROW.match(line)
        if row is None or not is_events:
            continue
        if row[1].lower() == "format":
            columns = tuple(column.strip().lower() for column in row[2].split(","))
            continue
        fields = dict(zip(columns, row[2].split(",", len(columns) - 1), strict=False))
        start_s, stop_s = _time_s(fields.get("start", "")), _time_s(fields.get("end", ""))
        if start_s is None:
            continue
        event = _event(start_s, stop_s, fields.get("text", ""), (fields.get("name") or "").strip())
        if event is not None and (key := (start_s, stop_s or 0.0, event.text)) not in told:
            told.add(key)
            yield event


def _time_s(stamp: str) -> float | None:
    found = _TIME.fullmatch(stamp.strip())
    return clock_s(f"{found[1]}:{found[2]}:{found[3]}.{found[4] or 0}") if found else None


def _event(start_s: float, stop_s: float | None, text: str, name: str) -> TimedLine | None:
    pieces: list[Piece] = []
    at_s, length_s = start_s, None
    is_drawing = False
    parts = _MARKUP.split(text)
    for i, part in enumerate(parts):
        if i % 2:
            for tag, length in _KARAOKE.findall(part):
                if tag == "kt":  # where the syllables go on
                    at_s, length_s = start_s + float(length) / 100, None
                else:
                    at_s, length_s = at_s + (length_s or 0.0), float(length) / 100
            if drawn := _DRAWING.findall(part):
                is_drawing = drawn[-1].strip("0") != ""
            continue
        said = "" if is_drawing else _plain(part)
        if not said:
            continue
        if pieces and (pieces[-1].start_s == at_s or not said.strip()):
            last = pieces[-1]
            pieces[-1] = Piece(last.text + said, last.start_s, stop_s=last.stop_s)
        elif said.strip():
            pieces.append(Piece(said, at_s, stop_s=None if length_s is None else at_s + length_s))
    if not pieces:
        return None
    speaker = "" if name == _NOBODY else name
    return TimedLine(tuple(pieces), stop_s, len(pieces) > 1, speaker)


def _plain(text: str) -> str:
    return re.sub(r"\\([Nnh{}])", lambda found: {"N": "\n", "n": " ", "h": " "}.get(found[1], found[1]), text)
