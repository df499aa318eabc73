"""SubRip: numbered captions. It has no standard, so all is read that is clear.

A caption's text reaches to the next number and times, empty lines within it included, as
mpv and FFmpeg take it. Arrows and clocks come in many spellings: "--->", "–>", "00: 00: 01, 5".
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.guards import JOINER, guarded, unguarded
from briefing.formats.timed.rolling import unrolled
from briefing.formats.timed_text import (
    Captions,
    Piece,
    TimedFile,
    TimedLine,
    clock,
    clock_s,
    milliseconds,
    stop_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head

NOTHING: Final = "has no subtitle with text and times"
_TIME = r"[-+]?(?:\d{1,6}[ \t]*:[ \t]*)?\d{1,3}[ \t]*:[ \t]*\d{1,2}(?:[ \t]*[.,:;][ \t]*\d{1,9})?"
_ARROW = r"(?:-[ \t]?-*[ \t]?>|[‐-―−]+[ \t]?-*>|=+>|→|➔)"
_TIMING = re.compile(rf"[ \t\ufeff]*({_TIME})[ \t]*{_ARROW}[ \t]*({_TIME})(?![\d:.,])", re.ASCII)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|\{\\[^{}]*\}|\{/?[ybiuYBIU]:?[^}]{0,20}\}")
_JOINED: Final = re.compile(rf"[<{{](?={JOINER})|&(?={JOINER}|#?\w+;)")
_OPENING: Final = re.compile(rf"<(?={JOINER}|/?[a-zA-Z])|\{{|&(?={JOINER}|#?\w+;)")
_BY_TIMINGS: Final = 0.85
_LOOKED_AT: Final = 40
"""Lines at the start among which the first times stand."""
_FIELDS: Final = 3


class _Block(NamedTuple):
    start_s: float
    stop_s: float
    payload: list[str]


def score(head: Head) -> float:
    """Return how likely the text is SubRip: it has lines of times, or is called so."""
    is_named = head.suffix in (".srt", ".vtt")
    first = head.text.split("\n")[:_LOOKED_AT]
    return _BY_TIMINGS if is_named or any(map(_TIMING.match, first)) else 0.0


def read(text: str) -> TimedFile:
    """Return the captions of `text`."""
    return TimedFile(parse(text))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the captions in the order of the file."""
    for block in unrolled(list(_blocks(text)), _plain):
        said = _plain("\n".join(map(unguarded, block.payload))).strip()
        if said:
            yield TimedLine((Piece(said, block.start_s),), block.stop_s)


def _blocks(text: str) -> Iterator[_Block]:
    lines = text.split("\n")
    if len(lines) > 4 and not any(line.strip() for line in lines[1::2]):  # noqa: PLR2004 - a caption's
        lines = lines[::2]  # every line end was doubled
    block: _Block | None = None
    for line in lines:
        timing = _TIMING.match(line)
        if timing is None:
            if block is not None:
                block.payload.append(line)
            continue
        if block is not None:
            yield _trimmed(block, is_last=False)
        block = _Block(_time_s(timing[1]), _time_s(timing[2]), [])
    if block is not None:
        yield _trimmed(block, is_last=True)


def _trimmed(block: _Block, *, is_last: bool) -> _Block:
    """Return a block without the number of the next one, and without empty lines around it."""
    lines = block.payload
    if not is_last and lines and lines[-1].strip().isdigit():
        lines.pop()
    while lines and not lines[-1].strip():
        lines.pop()
    return block


def _time_s(stamp: str) -> float:
    parts = re.sub(r"\s", "", stamp).replace(";", ":").replace(",", ":").replace(".", ":").split(":")
    has_fraction = re.search(r"[.,;]", stamp) is not None or len(parts) > _FIELDS
    whole, fraction = (parts[:-1], parts[-1]) if has_fraction else (parts, "0")
    return clock_s(":".join(whole) + "." + fraction)


def _plain(text: str) -> str:
    text = _TAG.sub("", text)
    text = html.unescape(text) if "&" in text else text
    return re.sub(rf"([<{{&]){JOINER}", r"\1", text) if JOINER in text else text


def write(captions: Captions) -> str:
    """Return SubRip: a numbered caption a line."""
    return "\n".join(
        f"{number}\n{clock(milliseconds(line.start_s), ',')} --> {clock(milliseconds(stop_of(line)), ',')}\n"
        f"{_said(line)}\n"
        for number, line in enumerate(captions.lines, 1)
    )


def _said(line: TimedLine) -> str:
    text = "\n".join(guarded(each, _TIMING) for each in _escape(line.text).split("\n"))
    return f"{line.speaker}: {text}" if line.speaker and not text.startswith(line.speaker + ":") else text


def _escape(text: str) -> str:
    """Return text whose "<" starts no tag and whose "&" no entity: nobody else knows of entities there."""
    # All that could begin one: where one is taken out of another, what is left is one.
    opening = _OPENING if _TAG.search(text) else _JOINED
    return opening.sub(rf"\g<0>{JOINER}", text)
