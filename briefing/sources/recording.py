"""A recording and what it says of itself, which is asked late: a process has to look into it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from briefing.errors import BriefingError, SourceError
from briefing.formats.audio import is_signed
from briefing.sources.companions import AUDIO_LIMIT_BYTES
from briefing.sources.opening import Opening

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports.media import MediaInfo, MediaReader


class Recording:
    """A recording that is looked into when somebody asks, once. From any thread."""

    def __init__(self, path: Path, reader: MediaReader) -> None:
        self.path = path
        self._reader = reader
        self._lock = Lock()
        self._found: MediaInfo | BriefingError | None = None

    @property
    def is_known(self) -> bool:
        """Whether it has been looked into, and is a recording."""
        return self._found is not None and not isinstance(self._found, BriefingError)

    def info(self) -> MediaInfo:
        """Return what the recording says of itself.

        Raises:
            SourceError, UnsafeError: if it is none that may be played, each time that it is asked.
        """
        from briefing.formats.mistagged import retold

        with self._lock:
            if self._found is None:
                try:
                    self._found = retold(self._probed())
                except BriefingError as error:
                    self._found = error
            if isinstance(self._found, BriefingError):
                raise type(self._found)(self._found.message, self._found.hint) from self._found.__cause__
            return self._found

    def _probed(self) -> MediaInfo:
        return self._reader.probe(check(Opening(str(self.path), self.path, self._reader)))


def check(opening: Opening) -> Path:
    """Return the path of what looks like a recording, without a look into it.

    Raises:
        SourceError: if it holds text, comes from standard input, or is too large.
    """
    # A tag of much text at its start makes no text of a recording.
    if opening.head.is_text and not is_signed(opening.head.data):
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
