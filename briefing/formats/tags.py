"""What a recording says of itself as a text: its title, chapters and lyrics, with their times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.draft import Draft, clamp_s
from briefing.formats.plain import read_text as read_plain
from briefing.formats.timed import lrc
from briefing.formats.timed.transcript import read_lines, spread_words, timed_words
from briefing.formats.timed_text import Piece, TimedLine
from briefing.model import BlockKind
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ports.media import MediaInfo, TimedText

_CHAPTER_CONFIDENCE: Final = 0.2
"""A chapter's title is lit as a paragraph while the chapter plays; its words are not spoken."""


def read_info(info: MediaInfo, stem: str, said: Draft | None = None) -> Draft:
    """Return a draft of a recording's tags: lyrics, else stamped words, else chapters, else a title.

    Args:
        info: What the recording says of itself.
        stem: What stands for a title where there is none.
        said: What one of its tracks holds, which goes before what its tags do.
    """
    if said is not None:
        body = said
    elif info.lyrics and lrc.is_lrc(info.lyrics):
        body = read_lines(*lrc.read(info.lyrics))
    elif info.lyrics and info.lyrics.strip():
        body = read_plain(info.lyrics)
    elif info.words:
        body = read_lines(_lines(info.words))
    else:
        body = _chapters_alone(info)
    language = body.language if said is not None else info.language or body.language
    draft = Draft(language=language, published=info.published)
    draft.add(BlockKind.TITLE, info.title or body.title or stem)
    draft.extend(body)
    draft.words = body.words if said is not None else timed_words(_lines(info.words)) or body.words
    draft.chapters = chapters_of(info)
    return draft


def chapters_of(info: MediaInfo) -> tuple[TimedText, ...]:
    """Return a recording's chapters, titles and times made safe."""
    return tuple(map(_safe_chapter, info.chapters))


def _safe_chapter(chapter: TimedText) -> TimedText:
    stop_s = None if chapter.stop_s is None else clamp_s(chapter.stop_s)
    return chapter._replace(text=safe_line(chapter.text), start_s=clamp_s(chapter.start_s), stop_s=stop_s)


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
