"""A recording alone: its title, chapters and lyrics become the text, with their times."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.timed import lrc
from briefing.formats.timed.model import Piece, TimedLine
from briefing.model import BlockKind
from briefing.safe import safe_line
from briefing.sources.companions import AUDIO_LIMIT_BYTES
from briefing.sources.item import Draft, clamp_s
from briefing.sources.naming import AUDIO_SUFFIXES
from briefing.sources.plain import read_text as read_plain
from briefing.sources.timed import read_lines, spread_words, timed_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.ports import MediaInfo, TimedText
    from briefing.sources.opening import Head, Opening

NAME: Final = "a recording"
_SIGNATURES: Final = (
    b"ID3", b"fLaC", b"OggS", b"\x1aE\xdf\xa3", b".snd", b"caff", b"MAC ", b"wvpk", b"#!AMR", b"TTA1",
    b"MPCK", b"DSD ",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",
)  # fmt: skip
_RIFF = re.compile(rb"(?:RIFF|RIFX|RF64|FORM).{4}(?:WAVE|AIFF|AIFC)", re.DOTALL)
_MPEG = re.compile(rb"\x00{0,64}\xff[\xe2-\xe7\xea-\xef\xf0-\xff]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f-\xff]")
_SIGNED_BYTES: Final = 32
_MP4_BRAND: Final = slice(4, 8)
_KNOWN: Final = 0.92
_BY_SUFFIX: Final = 0.6
_CHAPTER_CONFIDENCE: Final = 0.2
"""A chapter's title is lit as a paragraph while the chapter plays; its words are not spoken."""


def score(head: Head) -> float:
    """Return how likely it is a recording: by its first bytes, else by a name that text belies not."""
    data = head.data
    if _is_signed(data):
        return _KNOWN
    if head.text is None and _MPEG.match(data):
        return _KNOWN
    return _BY_SUFFIX if head.suffix in AUDIO_SUFFIXES else 0.0


def _is_signed(data: bytes) -> bool:
    """Return whether the first bytes are a recording's: some are words, which a text may begin with."""
    signed = data.startswith(_SIGNATURES) or _RIFF.match(data) or data[_MP4_BRAND] == b"ftyp"
    return bool(signed and _BINARY.search(data[:_SIGNED_BYTES]))


def read(opening: Opening) -> Draft:
    """Return what the recording says of itself.

    Raises:
        SourceError: if it cannot be decoded.
    """
    return read_info(probe(opening), opening.stem)


def probe(opening: Opening) -> MediaInfo:
    """Return the recording's length and tags.

    Raises:
        SourceError: if it cannot be decoded, or cannot be read from where it is.
    """
    return opening.reader.probe(check(opening))


def check(opening: Opening) -> Path:
    """Return the path of what looks like a recording, without a look into it.

    Raises:
        SourceError: if it holds text, comes from standard input, or is too large.
    """
    # A tag of much text at its start makes no text of a recording.
    if opening.head.text is not None and not _is_signed(opening.head.data):
        raise SourceError(
            f"{opening.called} is named like a recording, but holds text.",
            "Give it the name of a text, or open another.",
        )
    if opening.path is None:
        raise SourceError(
            "A recording cannot be read from the standard input.", "Save it as a file and open that."
        )
    if opening.size > AUDIO_LIMIT_BYTES:
        raise SourceError(f"{opening.called} is larger than 4 gigabytes.", "Split it, and open the parts.")
    return opening.path


def read_info(info: MediaInfo, stem: str) -> Draft:
    """Return a draft of a recording's tags: lyrics, else stamped words, else chapters, else a title."""
    if info.lyrics and lrc.is_lrc(info.lyrics):
        body = read_lines(*lrc.read(info.lyrics))
    elif info.lyrics and info.lyrics.strip():
        body = read_plain(info.lyrics)
    elif info.words:
        body = read_lines(_lines(info.words))
    else:
        body = _chapters_alone(info)
    draft = Draft(language=info.language or body.language, published=info.published)
    draft.add(BlockKind.TITLE, info.title or body.title or stem)
    draft.extend(body)
    draft.words = timed_words(_lines(info.words)) or body.words
    draft.chapters = tuple(_safe_chapter(chapter) for chapter in info.chapters)
    return draft


def _safe_chapter(chapter: TimedText) -> TimedText:
    stop_s = None if chapter.stop_s is None else clamp_s(chapter.stop_s)
    return replace(chapter, text=safe_line(chapter.text), start_s=clamp_s(chapter.start_s), stop_s=stop_s)


def _chapters_alone(info: MediaInfo) -> Draft:
    draft = Draft(notices=["This recording has no text."])
    following = [chapter.start_s for chapter in info.chapters[1:]] + [info.duration_s]
    for chapter in info.chapters:
        draft.add(BlockKind.HEADING, chapter.text, 2)
    draft.words = tuple(
        word
        for chapter, stop_s in zip(info.chapters, following, strict=False)
        for word in spread_words(
            safe_line(chapter.text), clamp_s(chapter.start_s), clamp_s(stop_s), _CHAPTER_CONFIDENCE
        )
    )
    return draft


def _lines(entries: Sequence[TimedText]) -> list[TimedLine]:
    """Return stamped entries as lines: they may be words, syllables, or lines themselves."""
    spaced = sum(entry.text != entry.text.strip() for entry in entries)
    is_spaced = spaced * 3 >= len(entries)  # else each entry is a word or more
    lines: list[list[Piece]] = [[]]
    for entry in entries:
        text = entry.text if is_spaced else entry.text.strip() + " "
        if text.startswith("\n") and lines[-1]:
            lines.append([])
        pieces = lines[-1]
        if pieces and pieces[-1].text[-1:].strip() and text[:1].strip():
            pieces[-1] = Piece(pieces[-1].text + text, pieces[-1].start_s)  # a syllable
        elif text:
            pieces.append(Piece(text, clamp_s(entry.start_s)))
        if text.endswith("\n"):
            lines.append([])
    return [TimedLine(tuple(pieces), is_stamped=True) for pieces in lines if pieces]
