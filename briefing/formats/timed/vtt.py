"""WebVTT: cues with times, and stamps within the line.

After "WebVTT: The Web Video Text Tracks Format" (W3C), sections 4 and 6. Broken blocks are
passed over, as the standard asks. A stamp that lies outside its cue, or before the one before it, says
nothing about its words. The captions that YouTube makes roll: see `rolling`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.timed.rolling import unrolled
from briefing.formats.timed_text import (
    SPREAD,
    Captions,
    Piece,
    TimedFile,
    TimedLine,
    clock,
    clock_s,
    milliseconds,
    stop_of,
)
from briefing.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.source import Head

NOTHING: Final = "has no subtitle with text and times"
_TIME = r"(?:\d{1,6}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?"
_TIMING = re.compile(rf"[ \t\f]*({_TIME})[ \t\f]*-->[ \t\f]*({_TIME})(?![\d:.,])", re.ASCII)
_STAMP = re.compile(rf"<({_TIME})>", re.ASCII)
_TAG = re.compile(r"<[^>]*(?:>|\Z)|\{\\[^{}]*\}")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,200})?\s++([^>]{0,300})>")
_READING = r"(<ruby[^<>]*>(?=[^<]*[\u3400-\u9fff])[^<]*+)<rt[^<>]*>[^<]*(?:</rt>)?"
"""A base with an ideograph and its reading in small print: the same word a second time."""
_LANGUAGE = re.compile(r"^Language:\s*(\S+)", re.MULTILINE)
_TITLE = re.compile(r"^WEBVTT[ \t]+(?:-[ \t]*)?(\S.*)$", re.MULTILINE)
_BY_SIGNATURE: Final = 0.95
_ESTIMATED: Final = "NOTE The times of the next cue are estimated."
"""What stands before a cue whose own times, and so its first word's, are a guess: it is read as one, too."""


class _Block(NamedTuple):
    start_s: float
    stop_s: float
    payload: list[str]
    is_estimated: bool


def score(head: Head) -> float:
    """Return how likely the text is WebVTT: by its first line."""
    return _BY_SIGNATURE if re.match(r"\ufeff?WEBVTT(?=\s|$)", head.text) else 0.0


def read(text: str) -> TimedFile:
    """Return the cues of `text`, its title and language."""
    header = text.lstrip("\ufeff").split("\n\n", 1)[0]
    language = _LANGUAGE.search(header)
    title = _TITLE.search(header)
    return TimedFile(parse(text), title[1] if title else "", language[1] if language else None)


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the cues in the order of the file."""
    for block in unrolled(list(_blocks(text.split("\n"))), plain):
        text = "\n".join(block.payload)
        yield from cue_lines(block.start_s, block.stop_s, text, is_estimated=block.is_estimated)


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    # A cue ends at an empty line; a line of times starts one wherever it stands.
    block: _Block | None = None
    is_estimated = False
    for i, line in enumerate([*lines, ""]):
        timing = _TIMING.match(line)
        if not line and block is not None and not block.payload and _is_stamped(lines, i + 1, block):
            continue  # a line of one blank that lost it
        if timing or not line:
            if block is not None:
                yield block
            block = _Block(clock_s(timing[1]), clock_s(timing[2]), [], is_estimated) if timing else None
            is_estimated = is_estimated and not timing
        elif block is not None and not (
            i + 1 < len(lines) and line.strip().isdigit() and _TIMING.match(lines[i + 1])
        ):
            block.payload.append(line)
        elif block is None:
            is_estimated = line.rstrip() == _ESTIMATED


def _is_stamped(lines: Sequence[str], at: int, block: _Block) -> bool:
    """Return whether a line holds a stamp that lies within a block's times."""
    stamp = _STAMP.search(lines[at]) if at < len(lines) else None
    return stamp is not None and block.start_s <= clock_s(stamp[1]) <= block.stop_s


def cue_lines(start_s: float, stop_s: float, text: str, *, is_estimated: bool = False) -> Iterator[TimedLine]:
    """Yield a cue: a line for each voice that it names.

    `is_estimated`: its times, and so that of a first word without a stamp, are a guess.
    """
    if "<ruby" in text:
        text = re.sub(_READING, r"\1", text)
    parts = _VOICE.split(text)
    voices = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    for name, said in voices:
        line = _line(start_s, stop_s, said, " ".join(_unescaped(name).split()))
        if line is not None:
            yield _guessed(line, said) if is_estimated else line


def _guessed(line: TimedLine, text: str) -> TimedLine:
    """Return a cue's line with its first word as a guess, unless that has a stamp."""
    pieces = line.pieces
    if not plain(_STAMP.split(text, maxsplit=1)[0]).strip():
        return line._replace(is_estimated=True)
    first = pieces[0]._replace(confidence=SPREAD, is_guessed=True)
    return line._replace(pieces=(first, *pieces[1:]), is_estimated=True)


def _line(start_s: float, stop_s: float, text: str, speaker: str) -> TimedLine | None:
    parts = _STAMP.split(text)
    first = plain(parts[0]).lstrip()
    pieces = [Piece(first, start_s)] if first else []
    reached_s = start_s
    is_stamped = False
    for stamp, part in zip(parts[1::2], parts[2::2], strict=True):
        at_s, said = clock_s(stamp), plain(part)
        is_within = reached_s <= at_s <= stop_s or (stop_s <= start_s and at_s >= reached_s)
        if not is_within:
            if pieces:
                pieces[-1] = Piece(pieces[-1].text + said, pieces[-1].start_s)
            elif said.strip():
                pieces.append(Piece(said, start_s))
        elif said.strip() or not pieces:
            reached_s, is_stamped = at_s, True
            if said.strip():
                pieces.append(Piece(said, at_s))
        else:
            # A stamp after the last word: that is where it ends.
            is_stamped = True
            last = pieces[-1]
            pieces[-1] = Piece(last.text + said, last.start_s, stop_s=at_s)
    return TimedLine(tuple(pieces), stop_s, is_stamped, speaker) if pieces else None


def plain(text: str) -> str:
    """Return a cue's text without its tags."""
    return _unescaped(_TAG.sub("", text) if "<" in text else text)


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    import html  # with a table of all entities there are

    return html.unescape(text)


def write(captions: Captions) -> str:
    """Return WebVTT: a cue a line, with a stamp before each word whose time is known."""
    parts = ["WEBVTT\n" + (f"Language: {captions.language}\n" if captions.language else "")]
    following = [milliseconds(line.start_s) for line in captions.lines[1:]]
    for i, line in enumerate(captions.lines):
        start, stop = milliseconds(line.start_s), milliseconds(stop_of(line))
        if captions.stamps_first and line.is_stamped:
            # Stamps must lie inside their cue, and the cue before leaves room for that.
            start = max(0, start - 1)
            last = max(
                (milliseconds(piece.start_s) for piece in line.pieces if piece.has_stamp), default=start
            )
            if i < len(following):
                stop = min(stop, following[i] - 1)
            stop = max(last + 1, stop)
        text = "".join(_pieces(line, start, stop, stamps_first=captions.stamps_first))
        if line.is_stamped and "<" not in text and _first_word(line).has_stamp and start + 1 < stop:
            # A word alone says that its time is known by where it ends.
            end = milliseconds(line.pieces[-1].stop_s or line.start_s)
            text += f"<{clock(end if start < end < stop else stop - 1)}>"
        voice = f"<v {_escape(line.speaker)}>" if line.speaker else ""
        is_guess = line.is_estimated or (line.is_stamped and not _first_word(line).has_stamp)
        note = f"{_ESTIMATED}\n\n" if is_guess else ""
        parts.append(f"{note}{clock(start)} --> {clock(max(stop, start + 1))}\n{voice}{text}\n")
    return "\n".join(parts)


def _first_word(line: TimedLine) -> Piece:
    """Return the piece in which a line's first word stands; a quotation mark before it has no time."""
    words = (piece for piece in line.pieces if any(split_words(piece.text, 0, len(piece.text))))
    return next(words, line.pieces[0])


def _pieces(line: TimedLine, start: int, stop: int, *, stamps_first: bool) -> Iterator[str]:
    for piece in line.pieces:
        at = milliseconds(piece.start_s)
        # The standard wants stamps strictly inside their cue; the cue's own start is the first word's.
        if line.is_stamped and piece.has_stamp and (start < at or stamps_first) and at < stop:
            yield f"<{clock(at)}>"
        yield _escape(re.sub(r"\n\s*\n", "\n", piece.text) if "\n" in piece.text else piece.text)


def _escape(text: str) -> str:
    """Return text in which nothing is markup, SubRip's braces included, which readers drop here, too."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("{\\", "&#123;\\")
