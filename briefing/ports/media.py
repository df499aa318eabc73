"""What an audio file says of itself, and what reads that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from briefing.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.playlist import SoundFile

_COPY: Final = late(r".*/(?:[0-9a-f]{64}\.(?:data|part)|passing\.part|fd/[0-9]+)")


class TimedText(NamedTuple):
    """A run of text with the time it is spoken, seconds; `stop_s` None where the format has none."""

    text: str
    start_s: float
    stop_s: float | None = None


class TextTrack(NamedTuple):
    """A track of text within a recording, as the file that would hold it beside the recording."""

    text: str
    """What is no UTF-8 stands in it as surrogates (PEP 383)."""
    suffix: str
    """What such a file is called: ".srt", ".vtt", ".ass"."""
    language: str = ""
    """As the container says; empty where it does not."""
    is_default: bool = False
    is_original: bool = False
    """Whether it is in the language that is spoken."""
    is_partial: bool = False
    """Whether it holds something else than all that is said: foreign words alone, remarks."""
    is_variant: bool = False
    """Whether it holds more than what is said, such as sounds."""


class MediaInfo(NamedTuple):
    """What an audio file says of itself. Text has not been through `safe_text` yet.

    `duration_s` is measured by the decoder, never the header's claim. `words` comes from
    SYLT (word stamps), `lyrics` from USLT or its like, `chapters` from CHAP or the container,
    `tracks` are its subtitles.
    """

    duration_s: float
    title: str | None = None
    artist: str | None = None
    language: str | None = None
    published: str | None = None
    lyrics: str | None = None
    comment: str | None = None
    words: tuple[TimedText, ...] = ()
    chapters: tuple[TimedText, ...] = ()
    cover: bytes | None = None
    tracks: tuple[TextTrack, ...] = ()


def told_name(path: Path) -> str:
    """Return what to call a recording's file in a sentence: its name, but for one that is a copy of ours.

    Such a file is named by a hash, or has no name at all.
    """
    return "The recording" if _COPY.fullmatch(path.as_posix()) else path.name


class MediaReader(Protocol):
    """Reads what an audio file says of itself, within limits of time and memory."""

    def tags(self, path: Path) -> MediaInfo:
        """Return a file's tags alone, of which perhaps only the beginning is there; its duration is 0.

        Raises:
            SourceError: if it cannot be looked at.
        """

    def probe(self, path: Path) -> MediaInfo:
        """Return the file's duration and tags.

        Raises:
            SourceError: if the file is no audio that can be decoded, in a full sentence.
        """

    def survey(self, path: Path, ends: Mapping[str, float | None]) -> dict[str, SoundFile]:
        """Return what there is of a book's sound files; what is not there is left out.

        Args:
            path: the zip that they are in, or the folder.
            ends: their names, and where the last clip in each ends; None for the file's own end.

        Raises:
            SourceError: if none can be looked at.
            UnsafeError: if they are in a zip that could harm.
        """
