"""A recording and what it says of itself, which is asked late: a process has to look into it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.sources.opening import Opening

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports import MediaInfo, MediaReader


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
        from briefing.sources import audio
        from briefing.sources.mistagged import retold

        with self._lock:
            if self._found is None:
                try:
                    self._found = retold(audio.probe(Opening(str(self.path), self.path, self._reader)))
                except BriefingError as error:
                    self._found = error
            if isinstance(self._found, BriefingError):
                raise type(self._found)(self._found.message, self._found.hint) from self._found.__cause__
            return self._found
