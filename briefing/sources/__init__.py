"""Sources: what a user names, opened as a briefing.

    find (opening) -> format_of (registry) -> read (one module a format) -> Draft
    Draft + what lies beside it (companions, match) -> Item

Rules:
1. Formats are told by content; a name helps only where the content leaves it open.
2. Text from outside goes through `safe_text` in `Draft`, once.
3. A source names no file outside its own folder (companions), and nothing here reaches
   the network or writes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final

from briefing.errors import SourceError
from briefing.model import Document, Figure, Media
from briefing.safe import safe_line
from briefing.sources import audio, companions
from briefing.sources.item import Draft, Item, TimedWord
from briefing.sources.match import match_words
from briefing.sources.opening import Opening, find
from briefing.sources.registry import format_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports import MediaInfo, MediaReader
    from briefing.timeline import Timeline

__all__ = ["Item", "open_source"]

_PICTURE_LIMIT_BYTES: Final = 64 * 1024**2


def open_source(name: str, *, reader: MediaReader, stdin: BinaryIO | None = None) -> Item:
    """Open what `name` stands for: a file, a folder with one briefing, `-` or `sample`.

    Args:
        name: As the user typed it.
        reader: What recordings are asked through; called only where nothing else tells.
        stdin: Where `-` reads from; the process's standard input if not given.

    Raises:
        UsageError: if the name is empty.
        SourceError: if it cannot be read, in a sentence that says why and what to do.
    """
    opening = find(name, reader, stdin)
    format_ = format_of(opening)
    if format_ is not audio:
        return _with_recording(format_.read(opening), opening)
    info = audio.probe(opening)
    text_path = companions.text_beside(opening.path)
    if text_path is None:
        draft = audio.read_info(info, opening.stem)
        return _finish(draft, opening, opening.path, info)
    text = Opening(str(text_path), text_path, reader)
    draft = format_of(text).read(text)
    return _finish(draft, text, opening.path, info)


def _with_recording(draft: Draft, opening: Opening) -> Item:
    """Return the item of a text, with its recording if it names one or one lies beside it."""
    path = companions.named_beside(opening.path, draft.audio or "") or companions.audio_beside(opening.path)
    if draft.audio and path is None:
        draft.notices.append(_why_not(draft.audio))
    if path is None:
        return _finish(draft, opening, None, None)
    if draft.duration_s is not None and (draft.words or companions.timings_beside(opening.path)):
        # Length and timings are told already: the recording need not be looked into now.
        return _finish(draft, opening, path, None)
    try:
        info = audio.probe(Opening(str(path), path, opening.reader))
    except SourceError as error:
        draft.notices.append(str(error))
        return _finish(draft, opening, None, None)
    return _finish(draft, opening, path, info)


def _why_not(named: str) -> str:
    what = safe_line(named, 80)
    if companions.is_address(named):
        return f"The recording is at {what}, which cannot be opened yet."
    return f"The recording {what} is not a file in this briefing's folder."


def _finish(draft: Draft, opening: Opening, path: Path | None, info: MediaInfo | None) -> Item:
    """Return the item: the document, and the timings from wherever they are."""
    if draft.is_empty:
        raise SourceError(
            f"{opening.called} has no text in it.", "Open a file that holds a text or a recording."
        )
    duration_s = info.duration_s if info else draft.duration_s
    media = Media(
        src=str(path) if path else draft.audio if companions.is_address(draft.audio or "") else None,
        duration_s=duration_s,
        available=path is not None,
    )
    document = _with_safe_pictures(draft.build(opening.name, opening.stem, media), opening.path)
    timeline: Timeline | None = None
    for words in _timings(draft, opening, info) if path else [draft.words]:
        timeline = timeline or (match_words(document, words, duration_s) if words else None)
    notice = " ".join(draft.notices) or None
    if draft.declares_media and path is None and notice is None:
        notice = "There is no recording of this briefing."
    chapters = draft.chapters or (audio.read_info(info, opening.stem).chapters if info else ())
    return Item(document, timeline, chapters, path, notice)


def _timings(draft: Draft, opening: Opening, info: MediaInfo | None) -> list[tuple[TimedWord, ...]]:
    """Return the timed texts of the recording, the likeliest first."""
    beside = companions.timings_beside(opening.path)
    found = [draft.words]
    if beside is not None:
        timed = Opening(str(beside), beside, opening.reader)
        try:
            found.append(format_of(timed).read(timed).words)
        except SourceError as error:
            draft.notices.append(str(error))
    if info is not None:
        found.append(audio.read_info(info, opening.stem).words)
    return found


def _with_safe_pictures(document: Document, path: Path | None) -> Document:
    """Return the document with pictures it may show: addresses, and files in its own folder."""

    def safe(figure: Figure) -> Figure:
        if figure.src is None or companions.is_address(figure.src):
            return figure
        found = companions.named_beside(path, figure.src, _PICTURE_LIMIT_BYTES)
        return Figure(figure.alt, figure.caption, str(found) if found else None)

    return replace(document, figures=tuple(safe(figure) for figure in document.figures))
