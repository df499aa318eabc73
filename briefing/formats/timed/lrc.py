"""LRC, the format of timed lyrics: `[mm:ss.xx]` before a line, `<mm:ss.xx>` or `[mm:ss.xx]` before a word.

Stamps of three fields are hours, minutes and seconds; without a fraction they may also be minutes,
seconds and hundredths, which shows where one of them is 60 or more, or where nobody speaks so slowly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.guards import JOINER, guarded, unguarded
from briefing.formats.timed_text import (
    SPREAD,
    Captions,
    Piece,
    TimedFile,
    TimedLine,
    milliseconds,
    one_line,
    stop_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head

NOTHING: Final = "has no line with a time and words"
_TIME = r"\s*\d{1,4}\s*:\s*\d{1,2}(?:\s*:\s*\d{1,3})?(?:\s*\.\s*\d{1,3})?\s*"
_LINE = re.compile(rf"\s*((?:\[{_TIME}\]\s*)+)(.*)", re.ASCII)
_STAMP = re.compile(rf"<({_TIME})>|\[({_TIME})\]", re.ASCII)
_BRACKETED = re.compile(rf"\[({_TIME})\]", re.ASCII)
_TAG = re.compile(r"\s*\[([a-zA-Z#]+):((?:[^\]]|\](?!\s*(?:\[[a-zA-Z#]+:|$)))*)\]\s*$")
_GUARDED = re.compile(rf"[<\[](?={JOINER}|\s*(?:\d{{1,4}}\s*(?::|$)|$))", re.ASCII)
"""A bracket of the text that could begin a stamp."""
_SINGER = re.compile(r"\s*([FMD]|v\d{1,2}):\s*")
"""Who sings a duet: female, male or both, else by number."""
_LED = re.compile(rf"\]\s*(?:[^\[\]<>]{{1,80}}: )?<{_TIME}>", re.ASCII)
"""A line that begins with the stamp of its first word."""
_SCORE: Final = 0.85
_LEAST_LINES: Final = 2
_LEAST_SHARE: Final = 0.9
_LOOKED_AT: Final = 60
_FIELDS: Final = 3
_SIXTY: Final = 60
_SLOWEST_WORD_S: Final = 10


class _Entry(NamedTuple):
    """A stamp and what follows it; no pieces for one that only ends the line before."""

    start_s: float
    pieces: tuple[Piece, ...]
    stop_s: float | None
    is_stamped: bool
    starts_paragraph: bool
    speaker: str = ""
    is_first_stamped: bool = False
    """Whether a stamp stands before its first word."""


def score(head: Head) -> float:
    """Return how likely the text is LRC."""
    text = head.text
    return _SCORE if (head.suffix == ".lrc" and _BRACKETED.search(text)) or is_lrc(text) else 0.0


def is_lrc(text: str) -> bool:
    """Return whether nearly all of the first lines have a time in brackets, some with a fraction.

    A transcript whose paragraphs begin with times has other lines, and empty ones between.
    """
    lines = [line for line in text.lstrip("\ufeff").split("\n")[:_LOOKED_AT] if not _TAG.match(line)]
    stamped = [found[1] for line in lines if (found := _LINE.match(line))]
    said = sum(bool(line.strip()) for line in lines)
    has_tags = any(_TAG.match(line) for line in text.split("\n")[:_LOOKED_AT])
    is_exact = has_tags or any("." in stamps for stamps in stamped)
    return is_exact and len(stamped) >= _LEAST_LINES and len(stamped) >= said * _LEAST_SHARE


def read(text: str) -> TimedFile:
    """Return the lines of `text`, its title and language."""
    tags = {match[1].lower(): match[2].strip() for line in text.split("\n") if (match := _TAG.match(line))}
    preface = []
    for line in text.lstrip("\ufeff").split("\n"):
        if _LINE.match(line):
            break
        if line.strip() and not _TAG.match(line):
            preface.append(line)
    lines = parse(text, _offset_s(tags.get("offset", "")))
    return TimedFile(lines, _unbracketed(tags.get("ti", "")), tags.get("la"), tuple(preface))


def parse(text: str, offset_s: float = 0.0) -> Iterator[TimedLine]:
    """Yield the lines in the order of their starts; a line with several times is one for each."""
    stamps = [found for line in text.split("\n") if (head := _LINE.match(line)) for found in _stamps(head[0])]
    words = len(text.split()) - text.count("\n")
    entries = list(_entries(text, offset_s, has_hours=_has_hours(stamps, words)))
    entries.sort(key=lambda entry: entry.start_s)
    following: float | None = None
    ends: list[float | None] = []
    later: float | None = None
    for entry in reversed(entries):
        if following is not None and entry.start_s < following:
            later = following
        ends.append(later if following is None or entry.start_s == following else following)
        following = entry.start_s
    for entry, end_s in zip(entries, reversed(ends), strict=True):
        if entry.pieces:
            stop_s = end_s if entry.stop_s is None else entry.stop_s
            yield TimedLine(entry.pieces, stop_s, entry.is_stamped, entry.speaker, entry.starts_paragraph)


def _entries(text: str, offset_s: float, *, has_hours: bool) -> Iterator[_Entry]:
    is_led = _LED.search(text) is not None
    starts_paragraph = False
    held: list[_Entry] = []
    for line in text.lstrip("\ufeff").split("\n"):
        match = _LINE.match(line)
        if match is None:
            if not line.strip() or _TAG.match(line):
                starts_paragraph = True
            else:  # the words of a line that was broken
                held = [_continued(entry, line) for entry in held]
            continue
        yield from held
        held = [
            _guessed(
                _entry(max(0.0, _time_s(stamp, has_hours) - offset_s), match[2], offset_s, has_hours),
                is_led=is_led,
            )
            for stamp in _stamps(match[1])
        ]
        held = [entry._replace(starts_paragraph=starts_paragraph) for entry in held]
        starts_paragraph = not match[2].strip()
    yield from held


def _entry(start_s: float, said: str, offset_s: float, has_hours: bool) -> _Entry:
    singer = _SINGER.match(said)
    parts = _STAMP.split(said[singer.end() :] if singer else unguarded(said))
    parts[::3] = map(_unbracketed, parts[::3])
    pieces = [Piece(parts[0], start_s)] if parts[0].strip() else []
    stop_s = None
    for angled, square, part in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        at_s = max(0.0, _time_s(angled or square, has_hours) - offset_s)
        if part.strip():
            pieces.append(Piece(part, at_s))
            stop_s = None
        else:
            stop_s = at_s
            if pieces:
                pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + part)
    speaker = singer[1] if singer else ""
    return _Entry(
        start_s,
        tuple(pieces),
        stop_s,
        len(parts) > 1,
        starts_paragraph=False,
        speaker=speaker,
        is_first_stamped=not parts[0].strip(),
    )


def _guessed(entry: _Entry, *, is_led: bool) -> _Entry:
    """Return an entry with words before its first stamp as a guess, where nothing tells their time.

    Args:
        entry: It.
        is_led: Whether lines of the file begin with a word's stamp.
    """
    first, *others = entry.pieces or (Piece("", 0.0),)
    has_none = bool(others) and (is_led or first.start_s >= others[0].start_s)
    if not has_none or entry.is_first_stamped:
        return entry
    return entry._replace(pieces=(first._replace(confidence=SPREAD, is_guessed=True), *others))


def _unbracketed(text: str) -> str:
    """Return text without the joiners that keep its brackets from being stamps."""
    return re.sub(rf"([<\[]){JOINER}", r"\1", text)


def _continued(entry: _Entry, line: str) -> _Entry:
    last = entry.pieces[-1] if entry.pieces else Piece("", entry.start_s)
    return entry._replace(pieces=(*entry.pieces[:-1], last._replace(text=f"{last.text}\n{line}")))


def _stamps(text: str) -> list[str]:
    return [match[1] for match in _BRACKETED.finditer(text)]


def _has_hours(stamps: list[str], words: int) -> bool:
    """Return whether stamps of three fields without a fraction are hours, minutes and seconds.

    Within the first hour they are not, if each word of a line would take longer than anyone does.
    """
    threes = [stamp.split(":") for stamp in stamps if stamp.count(":") == _FIELDS - 1 and "." not in stamp]
    if any(float(fields[-1]) >= _SIXTY or len(fields[-1].strip()) >= _FIELDS for fields in threes):
        return False
    times = [int(fields[1]) * _SIXTY + int(fields[2]) for fields in threes]
    is_first_hour = all(int(fields[0]) == 0 for fields in threes)
    is_slow = bool(times) and max(times) - min(times) > words * _SLOWEST_WORD_S
    return not (is_first_hour and is_slow and len(times) > _LEAST_LINES)


def _time_s(stamp: str, has_hours: bool) -> float:
    stamp = re.sub(r"\s", "", stamp)
    fields = stamp.split(":")
    if len(fields) == _FIELDS and "." not in stamp and not has_hours:
        return int(fields[0]) * 60 + float(f"{fields[1]}.{fields[2]}")
    seconds = 0.0
    for field in fields:
        seconds = seconds * 60 + float(field)
    return seconds


def _offset_s(milliseconds_given: str) -> float:
    value = milliseconds_given.strip()
    return int(value) / 1000 if re.fullmatch(r"[+-]?\d{1,8}", value) else 0.0


def write(captions: Captions) -> str:
    """Return LRC: a line a caption, with a stamp before each word whose time is known, and the end."""
    lines = [f"[ti:{one_line(captions.title).replace('[', f'[{JOINER}')}]"] if captions.title else []
    lines.append(f"[length:{_minutes(milliseconds(captions.length_s))}]")
    if captions.language:
        lines.append(f"[la:{captions.language}]")
    following = [milliseconds(line.start_s) for line in captions.lines[1:]]
    for i, line in enumerate(captions.lines):
        start, stop = milliseconds(line.start_s), milliseconds(stop_of(line))
        speaker = f"{_bare(line.speaker)}: " if line.speaker else ""
        if line.is_stamped:
            text = "".join(
                f"<{_minutes(milliseconds(piece.start_s))}>{_bare(piece.text)}"
                if piece.has_stamp
                else _bare(piece.text)
                for piece in line.pieces
            )
            text = text if speaker else guarded(text, _SINGER)
            lines.append(f"[{_minutes(start)}]{speaker}{text} <{_minutes(stop)}>")
            continue
        said = _bare(line.text) if speaker else guarded(_bare(line.text), _SINGER)
        lines.append(f"[{_minutes(start)}]{speaker}{said}")
        # The next line ends it; where there is a silence, an empty line does.
        end = max(round(stop / 10), round(start / 10) + 1)
        if i >= len(following) or end < round(following[i] / 10):
            lines.append(f"[{_minutes(end * 10)}]")
    return "\n".join(lines) + "\n"


def _minutes(ms: int) -> str:
    """Return minutes, seconds and hundredths: "75:02.35"."""
    minutes, hundredths = divmod(round(ms / 10), 6000)
    return f"{minutes:02}:{hundredths // 100:02}.{hundredths % 100:02}"


def _bare(text: str) -> str:
    """Return text in which no bracket begins a stamp."""
    return _GUARDED.sub(rf"\g<0>{JOINER}", one_line(text))
