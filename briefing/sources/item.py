"""What opening a source gives."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import BriefingError
from briefing.safe import safe_line
from briefing.text.language import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing.feed import Feed
    from briefing.formats.timed_text import TimedLine
    from briefing.loading import Loading
    from briefing.model import Document
    from briefing.playlist import Playlist
    from briefing.ports.media import MediaInfo, TimedText
    from briefing.ports.network import Arriving
    from briefing.timeline import Timeline


_MOST_OFFERED: Final = 6
_LEAST_HEARD: Final = 0.7
"""The share of a book's text that is heard, and of its recording that is text, if both can take one time."""


def untimed(_tell: Callable[[str], None]) -> Timeline | None:
    """Return that nothing tells when words are spoken."""
    return None


class OtherText(NamedTuple):
    """A text of the same briefing in another language, BCP 47 and in words, that could be opened instead."""

    language: str
    name: str
    path: Path | None
    """Its file; None where it is within the recording."""


def offered(document: Document, others: Sequence[OtherText]) -> list[str]:
    """Return a sentence that names the texts in other languages; none where there are none."""
    found = [other for other in others if other.language != document.language]
    if not found:
        return []
    names = [
        other.name if other.path is None else f"{other.name} ({safe_line(other.path.name, 60)})"
        for other in found[:_MOST_OFFERED]
    ]
    if len(found) > len(names):
        names.append(f"{len(found) - len(names)} more")
    listed = " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    shown = f"The text is in {language_name(document.language)}" if document.language else "One text is shown"
    how = "give" if found[0].path is None else "open that file, or give"
    return [f"{shown}, and there is also {listed}: {how} --language {found[0].language}."]


class Item(NamedTuple):
    """A source that has been opened, as far as that goes without a look into its recording.

    `timings(tell)` finds `words`; they are looked for late, for reading and matching a timed
    text takes longer than opening its document. It calls `tell` with a sentence for the user
    where they cannot be read. `notice` is a sentence about all the rest.

    `look` asks a process what the recording says of itself, and raises SourceError or UnsafeError
    where it is no recording that may be played; None where there is none.
    """

    document: Document
    timings: Callable[[Callable[[str], None]], Timeline | None] = untimed
    chapters: tuple[TimedText, ...] = ()
    media_path: Path | None = None
    notice: str | None = None
    others: tuple[OtherText, ...] = ()
    look: Callable[[], MediaInfo] | None = None
    more: Callable[[], Item] | None = None
    lines: tuple[TimedLine, ...] = ()
    """The lines of a timed text as its file has them, each with an end; none where it is no timed text."""
    remote: Callable[[], Arriving] | None = None
    """Begins to fetch its recording, which plays while it arrives; None where there is none, or it is a file.

    It may block, and raises what `Fetcher.open` does."""
    loading: Loading | None = None
    """Tells how `more` gets on, where that comes over the network."""
    picture: Callable[[], bytes | None] | None = None
    """Fetches the picture of a page; None where there is none to be fetched."""
    own_picture: bytes | None = None
    """The picture of a page that came with it, as its file would hold it; None where none did."""
    fetch_notice: str = ""
    """A sentence about how it came over the network, such as that it is an older copy; part of `notice`."""
    named_chapters: Callable[[], tuple[TimedText, ...]] | None = None
    """Has the chapters that its text names; None where it names none."""
    playlist: Callable[[], Playlist] | None = None
    """Finds the recording of a book, in parts of its sound files; None for all else.

    It asks a process, and raises SourceError or UnsafeError where there is none of it."""
    by_marks: Callable[[bool], Item] | None = None
    """Returns it with what a book marks to be skipped in its recording passed over, or heard; None where
    nothing is marked."""
    feed: Feed | None = None
    """The feed that it is the newest item of, where that was opened."""
    is_stand_in: bool = False
    """Whether the document is only a title: the text is in the recording's tags."""
    is_named: bool = True
    """Whether the title is the text's own; else it is a file's name, and the recording may know better."""
    files: Sequence[Path] = ()
    """The files that its text and times were read from so far, so that nothing is written over them. It
    grows as `timings` finds more."""

    def told_chapters(self) -> tuple[TimedText, ...]:
        """Return its text's chapters, else those that it names, else its recording's, which takes a look.

        Raises:
            SourceError, UnsafeError: if the recording is none that may be played.
        """
        from briefing.formats.tags import chapters_of

        told = self.chapters or (self.named_chapters() if self.named_chapters else ())
        return told or (chapters_of(self.look()) if self.look else ())

    def whole(self) -> Item:
        """Return the item with all that its recording says of itself. Waits for that.

        Raises:
            SourceError: if it is a recording alone, and none that can be read.
        """
        return self.more() if self.more else self

    @property
    def has_recording(self) -> bool:
        """Whether there is a recording: a file, one that can be fetched, or a book's."""
        return self.media_path is not None or self.remote is not None or self.playlist is not None

    @property
    def words(self) -> Timeline | None:
        """When the document's words are spoken in the recording.

        None where nothing tells it.
        """
        return self.timings(lambda _sentence: None)

    def length_to_fill_s(self, length_s: float | None) -> float | None:
        """Return how long a reading of all of its text is to take; None for as long as it takes.

        That is the length of its recording, but for a book's that leaves much of the text out, says much that
        is not in it, or lacks some of its sound.
        """
        if self.playlist is None or length_s is None:
            return length_s
        with suppress(BriefingError):  # then nothing of it is heard
            playlist = self.playlist()
            if playlist.missing:
                return None
            heard = playlist.heard
            said = sum(part.stop - part.start for part in heard) / len(self.document.text)
            said_s = sum(part.stop_s - part.start_s for part in heard)
            return length_s if said >= _LEAST_HEARD and said_s >= _LEAST_HEARD * length_s else None
        return None

    @property
    def own_times(self) -> Timeline | None:
        """When the words of a timed text that has no recording are due, as its lines say; else None."""
        return self.words if self.lines and self.media_path is None else None
