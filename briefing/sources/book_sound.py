"""The recording of a book: what of its sound there is, and when its text is heard; found out late, once.

A process looks at the sound files (`MediaReader.survey`), so nothing here is asked before the text is shown.
"""

from __future__ import annotations

import math
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import BriefingError, SourceError, told
from briefing.model import Media
from briefing.outline import outline_of
from briefing.playlist import Laid, ends, laid_out
from briefing.ports.media import MediaInfo, TimedText
from briefing.safe import safe_line
from briefing.sources.item import untimed
from briefing.text.heard import words_heard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from briefing.clips import Clip
    from briefing.model import Document
    from briefing.outline import Heading
    from briefing.playlist import Playlist
    from briefing.ports.media import MediaReader
    from briefing.sources.item import Item
    from briefing.sources.opening import Opening
    from briefing.timeline import Timeline

_ZIP: Final = b"PK\x03\x04"
_NAMED: Final = 3
"""So many missing files are called by their names."""


def sounding(item: Item, clips: Sequence[Clip], opening: Opening, *, skips_marked: bool) -> Item:
    """Return a book with its recording, if it has one.

    Args:
        item: the book.
        clips: what is heard, in its order.
        opening: what the book was read from.
        skips_marked: whether what it marks to be skipped is passed over.
    """

    @cache
    def by_marks(skips_marked: bool) -> Item:
        heard = [clip for clip in clips if not (clip.is_skippable and skips_marked)]
        return with_sound(item, heard, opening) if any(clip.file for clip in heard) else item

    if any(clip.is_skippable for clip in clips):
        item = item._replace(by_marks=by_marks)
    return by_marks(skips_marked)


def with_sound(item: Item, clips: Sequence[Clip], opening: Opening) -> Item:
    """Return a book that was opened with its recording.

    Args:
        item: the book.
        clips: what is heard, in its order.
        opening: what the book was read from: a zip, or the file in a folder that tells of the others.
    """
    is_zip = opening.head.data.startswith(_ZIP)
    path = opening.on_disk if is_zip else opening.path and opening.path.parent
    if path is None:
        notice = f"{opening.called} has sound, which is only played of a file: save the book and open that."
        return item._replace(notice=" ".join(filter(None, (item.notice, notice))))
    sound = BookSound(path, clips, item.document, opening.reader)
    sounding = [clip for clip in clips if clip.file]
    told_s = sum(clip.end_s - clip.begin_s for clip in sounding if clip.end_s and clip.end_s > clip.begin_s)
    length_s = item.document.media.duration_s if any(clip.end_s is None for clip in sounding) else told_s
    heard = item._replace(
        document=item.document._replace(
            media=Media(opening.address or str(opening.path), length_s, available=True)
        ),
        timings=sound.timings,
        media_path=None,
        look=sound.info,
        named_chapters=sound.chapters,
        playlist=sound.playlist,
        files=item.files if is_zip else [*item.files, *(path / name for name in ends(clips))],
    )
    return heard._replace(more=lambda: _looked_at(heard, sound))


def _looked_at(item: Item, sound: BookSound) -> Item:
    """Return a book with the length of what there is of its recording, or without one that is not there."""
    notices = [item.notice]
    media = item.document.media
    try:
        media = media._replace(duration_s=sound.info().duration_s)
        sound.timings(notices.append)
    except BriefingError as error:
        media = Media(None, media.duration_s, available=False)
        notices.append(str(told(error)))
        item = item._replace(timings=untimed, look=None, named_chapters=None, playlist=None)
    document = item.document._replace(media=media)
    return item._replace(document=document, notice=" ".join(filter(None, notices)) or None, more=None)


class BookSound:
    """The sound of one book. From any thread.

    Args:
        path: the zip that its files are in, or the folder.
        clips: what is heard, in its order.
        document: its text.
        reader: what the files are looked at through.
    """

    def __init__(self, path: Path, clips: Sequence[Clip], document: Document, reader: MediaReader) -> None:
        self.path = path
        self._clips, self._document, self._reader = clips, document, reader
        self._lock = Lock()
        self._laid: Laid | BriefingError | None = None
        self._times: Timeline | None = None

    def playlist(self) -> Playlist:
        """Return what is heard.

        Raises:
            SourceError, UnsafeError: if there is none of it, each time that it is asked.
        """
        return self._found().playlist

    def _found(self) -> Laid:
        with self._lock:
            if self._laid is None:
                try:
                    self._laid = self._surveyed()
                except BriefingError as error:
                    self._laid = error
            if isinstance(self._laid, BriefingError):
                raise type(self._laid)(self._laid.message, self._laid.hint) from self._laid.__cause__
            return self._laid

    def _surveyed(self) -> Laid:
        laid = laid_out(self.path, self._clips, self._reader.survey(self.path, ends(self._clips)))
        if not laid.playlist.segments:
            raise SourceError("The sound files of this book are not there.", "Get the whole book again.")
        return laid

    def info(self) -> MediaInfo:
        """Return how long it is.

        Raises:
            SourceError, UnsafeError: if there is nothing to be heard.
        """
        return MediaInfo(self.playlist().length_s)

    def timings(self, tell: Callable[[str], None]) -> Timeline | None:
        """Return when the words are heard; None if there is nothing to be heard.

        `tell` is told in a sentence what is missing.
        """
        try:
            playlist, missing = self._found()
        except BriefingError:
            return None  # whoever plays it says why
        if missing:
            tell(_missing(missing))
        if self._times is None:
            self._times = words_heard(self._document, playlist, ENGINE_RATE_HZ)
        return self._times

    def chapters(self) -> tuple[TimedText, ...]:
        """Return where the entries of its contents begin, else its headings; not those that are not heard."""
        times = self.timings(lambda _sentence: None)
        headings = sorted(outline_of(self._document).headings, key=lambda heading: heading.span.start)
        starts = [heading.span.start for heading in headings]
        return () if times is None else tuple(_chapters(headings, [*starts[1:], math.inf], times))


def _chapters(
    headings: Iterable[Heading], next_starts: Sequence[float], times: Timeline
) -> Iterator[TimedText]:
    """Yield those of which something is heard before the next one begins."""
    for heading, next_start in zip(headings, next_starts, strict=False):
        index = times.index_of(heading.span.start)
        if index is not None and times[index].span.start < next_start:
            yield TimedText(heading.title, times[index].start_frame / times.rate_hz)


def _missing(names: Sequence[str]) -> str:
    named = ", ".join(safe_line(name, 60) for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"Of its sound is missing: {named}{more}. Speech reads what that says."
