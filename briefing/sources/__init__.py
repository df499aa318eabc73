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
from briefing.sources import companions
from briefing.sources.item import Item
from briefing.sources.opening import Opening, find
from briefing.sources.registry import format_of, is_recording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.ports import MediaInfo, MediaReader
    from briefing.sources.item import Draft, TimedWord
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
    if not is_recording(format_):
        return _with_recording(format_.read(opening), opening)
    info = _probe(opening)
    text_path = companions.text_beside(opening.path)
    if text_path is None:
        draft = _read_info(info, opening.stem)
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
        info = _probe(Opening(str(path), path, opening.reader))
    except SourceError as error:
        draft.notices.append(str(error))
        return _finish(draft, opening, None, None)
    return _finish(draft, opening, path, info)


def _probe(recording: Opening) -> MediaInfo:
    from briefing.sources import audio  # most texts are opened without a look into their recording

    return audio.probe(recording)


def _read_info(info: MediaInfo, stem: str) -> Draft:
    from briefing.sources import audio

    return audio.read_info(info, stem)


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

    def timings(tell: Callable[[str], None]) -> Timeline | None:
        from briefing.sources.match import match_words

        for words in _timed_texts(draft, opening, info, tell) if path else [draft.words]:
            timeline = match_words(document, words, duration_s) if words else None
            if timeline:
                return timeline
        return None

    notice = " ".join(draft.notices) or None
    if draft.declares_media and path is None and notice is None:
        notice = "There is no recording of this briefing."
    chapters = draft.chapters or (_read_info(info, opening.stem).chapters if info else ())
    return Item(document, timings, chapters, path, notice)


def _timed_texts(
    draft: Draft, opening: Opening, info: MediaInfo | None, tell: Callable[[str], None]
) -> Iterator[tuple[TimedWord, ...]]:
    """Give the timed texts of the recording, the likeliest first."""
    yield draft.words
    beside = companions.timings_beside(opening.path)
    if beside is not None:
        try:
            timed = Opening(str(beside), beside, opening.reader)
            words = format_of(timed).read(timed).words
        except SourceError as error:
            tell(str(error))
        else:
            yield words
    if info is not None:
        yield _read_info(info, opening.stem).words


def _with_safe_pictures(document: Document, path: Path | None) -> Document:
    """Return the document with pictures it may show: addresses, and files in its own folder."""

    def safe(figure: Figure) -> Figure:
        if figure.src is None or companions.is_address(figure.src):
            return figure
        found = companions.named_beside(path, figure.src, _PICTURE_LIMIT_BYTES)
        return Figure(figure.alt, figure.caption, str(found) if found else None)

    return replace(document, figures=tuple(safe(figure) for figure in document.figures))
