"""SMIL: which part of a text is heard when, as EPUB media overlays and DAISY books have it, or by itself.

After "EPUB 3.3", section 9 (Media overlays): each `par` has a `text`, whose `src` names an
element of a file beside the SMIL, and an `audio` with `clipBegin` and `clipEnd`. Clock
values are those of SMIL 3.0: "0:01:12.5", "72.5s", "1200ms", "npt=72.5s".

What is written is one file: SMIL 3.0 of the same shape, whose texts are `data:` addresses (RFC 2397).
An overlay would be of no use without the page that it names, and text in elements of SMIL 3.0 is shown by one
player; a text in its own address is shown by those of SMIL 1.0 as well. What is heard between two captions
stands as sound alone, so that a player plays all of the recording.

Elements may be nested, each with an id: a page is kept once, and of an element only where
its text begins and ends in it, so that no file takes many times its size.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, unquote_to_bytes

from briefing.errors import SourceError
from briefing.formats.timed.markup import Markup
from briefing.formats.timed_text import Captions, Piece, TimedFile, TimedLine, milliseconds, stop_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head
    from briefing.formats.timed.markup import Attributes

NOTHING: Final = "names no text in its own folder, and none elsewhere is read"
Load = Callable[[str], str | None]
"""What gives the text of a file that lies beside the overlay, None where it may not be read."""
_SCORE: Final = 0.97
_SMIL: Final = re.compile(r"<smil[\s>]")
_MOST_CHARACTERS: Final = 20 * 1024**2
"""Of all clips together: the limit of a text."""
_MOST_FILES: Final = 200
_DATA: Final = re.compile(
    r"(?i)data:(?:text/plain)?(?:;charset=\"?(?P<charset>[\w.:-]{1,40})\"?)?(?P<base64>;base64)?,"
)
_MEDIA: Final = "http://www.w3.org/ns/SMIL"
_SAFE: Final = "!$'()*,/:;=?@"
"""What stands in an address as it is, besides letters, digits and "-._~" (RFC 3986)."""
_UNITS: Final = {"h": 3600.0, "min": 60.0, "s": 1.0, "ms": 0.001}
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


def score(head: Head) -> float:
    """Return how likely the text is SMIL: its root element says so."""
    return _SCORE if _SMIL.search(head.text[:2000]) else 0.0


def read(text: str, load: Load = lambda _name: None) -> TimedFile:
    """Return the clips of `text`, whose words `load` gives."""
    overlay = _Overlay()
    overlay.feed(text)
    return TimedFile(_lines(overlay, load), overlay.title, overlay.language)


def parse(text: str, load: Load) -> Iterator[TimedLine]:
    """Yield a line for each clip whose text is found.

    Raises:
        SourceError: if the clips name more text, or files, than any book has.
    """
    yield from read(text, load).lines


def _lines(overlay: _Overlay, load: Load) -> Iterator[TimedLine]:
    pages: dict[str, _Page] = {}
    total = 0
    for source, begin, end in overlay.clips:
        start_s, stop_s = clock_s(begin), clock_s(end)
        if start_s is None:
            continue
        inline = _DATA.match(source)
        said = _inline_text(inline) if inline else _page_text(source, load, pages)
        total += len(said)
        if total > _MOST_CHARACTERS:
            raise _too_much()
        if said:
            yield TimedLine((Piece(said, start_s),), stop_s)


def _inline_text(address: re.Match[str]) -> str:
    """Return the text that is in its own address, its lines kept; empty where it is none."""
    data = unquote_to_bytes(address.string[address.end() :].partition("#")[0])
    if address["base64"]:
        try:
            data = b64decode(data)
        except ValueError:
            return ""
    try:
        text = data.decode(address["charset"] or "utf-8", "replace")
    except LookupError:  # a name that no encoding has
        text = data.decode("utf-8", "replace")
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _page_text(source: str, load: Load, pages: dict[str, _Page]) -> str:
    """Return the text of an element of a file; `pages` are those that were read before."""
    name, _, fragment = source.partition("#")
    if name not in pages:
        if len(pages) >= _MOST_FILES:
            raise _too_much()
        pages[name] = _Page(load(unquote(name)) or "")
    return pages[name].text_of(unquote(fragment))


def _too_much() -> SourceError:
    return SourceError("The overlay names more text than a book has.", "Open the text itself instead.")


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


class _Overlay(Markup):
    """Collects the clips: the text's source, begin and end."""

    def __init__(self) -> None:
        self.clips: list[tuple[str, str, str]] = []
        self.title = ""
        self.language: str | None = None
        self._source = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        found = dict(attrs)
        if tag == "smil":
            self.language = found.get("xml:lang")
        elif tag == "meta":
            if found.get("name") == "title":
                self.title = " ".join((found.get("content") or "").split())
        elif tag == "par":
            self._source = ""
        elif tag == "text":
            self._source = found.get("src") or ""
        elif tag == "audio" and self._source:
            begin = found.get("clipbegin") or found.get("clip-begin") or "0"
            self.clips.append((self._source, begin, found.get("clipend") or found.get("clip-end") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "par":
            self._source = ""


class _Page(Markup):
    """A page's text, and where in it each element with an id begins and ends."""

    def __init__(self, page: str) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._spans: dict[str, tuple[int, int | None]] = {}
        self._open: list[tuple[str, str | None]] = []
        self._counts: Counter[str] = Counter()
        self.feed(page)
        self._text = "".join(self._parts)

    def text_of(self, key: str) -> str:
        """Return the text of the element with an id; empty if there is none."""
        start, stop = self._spans.get(key, (0, 0))
        return " ".join(self._text[start:stop].split())

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag in _VOID:
            return
        key = dict(attrs).get("id")
        if key and key in self._spans:
            key = None
        self._open.append((tag, key))
        self._counts[tag] += 1
        if key:
            self._spans[key] = (self._length, None)

    def handle_endtag(self, tag: str) -> None:
        # Counted, for looking through all that is open at each end that fits nothing takes too long.
        if not self._counts[tag]:
            return
        while self._open:
            closed, key = self._open.pop()
            self._counts[closed] -= 1
            if key:
                self._spans[key] = (self._spans[key][0], self._length)
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        self._parts.append(data)
        self._length += len(data)


def write(captions: Captions) -> str:
    """Return SMIL 3.0: a `par` a line, with its text and the part of the recording in which it is heard."""
    language = f' xml:lang="{escape(captions.language)}"' if captions.language else ""
    title = f'<meta name="title" content="{escape(" ".join(captions.title.split()))}"/>\n'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<smil xmlns="{_MEDIA}" version="3.0" baseProfile="Language"{language}>\n'
        f"<head>\n{title if captions.title else ''}"
        '<layout><root-layout width="640" height="240"/><region xml:id="text" width="640" height="240"/>'
        "</layout>\n</head>\n<body>\n<seq>\n" + "".join(_written(captions)) + "</seq>\n</body>\n</smil>\n"
    )


def _written(captions: Captions) -> Iterator[str]:
    file = f' src="{escape(quote(captions.sound, _SAFE))}"' if captions.sound else ""
    reached = 0
    for line in captions.lines:
        start = milliseconds(line.start_s)
        stop = max(milliseconds(stop_of(line)), start + 1)
        if file and reached < start:
            yield f"<audio{file}{_clip(reached, start)}/>\n"
        reached = max(reached, stop)
        # Without a recording nothing but this tells a player how long the text is shown.
        lasts = "" if file else f' dur="{(stop - start) / 1000:.3f}s"'
        text = quote(line.text, _SAFE, errors="replace")
        yield (
            f'<par{lasts}><text region="text" src="data:text/plain;charset=UTF-8,{escape(text)}"/>'
            f"<audio{file}{_clip(start, stop)}/></par>\n"
        )
    if file and reached < milliseconds(captions.length_s):
        yield f"<audio{file}{_clip(reached, milliseconds(captions.length_s))}/>\n"


def _clip(start_ms: int, stop_ms: int) -> str:
    return f' clipBegin="{start_ms / 1000:.3f}s" clipEnd="{stop_ms / 1000:.3f}s"'
