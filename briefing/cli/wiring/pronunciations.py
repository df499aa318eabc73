"""The user's pronunciations: their file, read when something is said by it, and written whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import ConfigError, UsageError
from briefing.folders import pronunciations_path
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from briefing.text.pronunciation.dictionary import Pronunciations
    from briefing.text.pronunciation.entry import SaidAs

_HINT = "Check the folder's permissions."


class AccountPronunciations:
    """A user's pronunciations, and the names that ship.

    Args:
        tell: told, from any thread, in sentences what of the file cannot be taken.
        path: where the file is, or would be; None where there is no home folder.
    """

    def __init__(self, tell: Callable[[str], None] = lambda _message: None, path: Path | None = None) -> None:
        self._tell = tell
        self.path = path or pronunciations_path()
        self._read_at: tuple[int, int] | None = (0, 0)
        self._now: Pronunciations | None = None

    def now(self) -> Pronunciations:
        """Return those by which words are said; the file is read again when it has changed."""
        from briefing.text.pronunciation.dictionary import (
            Pronunciations,  # nothing is said before the first line
        )
        from briefing.text.pronunciation.news import news_names
        from briefing.text.pronunciation.table import read_table

        read_at = self._state()
        if self._now is None or read_at != self._read_at:
            own: tuple[SaidAs, ...] = ()
            faults: tuple[str, ...] = ()
            try:
                own, faults = read_table(self._data())
            except UsageError as error:
                faults = (str(error),)
            self._read_at, self._now = read_at, Pronunciations(own, news_names())
            if faults:
                self._tell(f"{safe_line(str(self.path))}: {' '.join(faults)}")
        return self._now

    def change(self, put: Iterable[SaidAs] = (), drop: Iterable[tuple[str, str]] = ()) -> None:
        """Put entries into the file, each in place of one of the same key, and take some out by their keys.

        Raises:
            ConfigError: if it cannot be read or written.
        """
        from briefing.export.files import write_whole  # nobody changes it before the first line
        from briefing.text.pronunciation.table import edited

        if self.path is None:
            raise ConfigError("There is no home folder to keep pronunciations in.", "Set XDG_CONFIG_HOME.")
        text = edited(self._data(), put, drop)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ConfigError(
                f"{safe_line(str(self.path))} cannot be written: {error.strerror}.", _HINT
            ) from error
        write_whole(self.path, text, _HINT)
        self._now = None

    def _state(self) -> tuple[int, int] | None:
        try:
            state = self.path.stat() if self.path else None
        except OSError:
            return None
        return (state.st_mtime_ns, state.st_size) if state else None

    def _data(self) -> bytes:
        """Return what the file holds, nothing where there is none.

        Raises:
            ConfigError: if it cannot be read.
        """
        from briefing.text.pronunciation.table import MOST_BYTES

        try:
            if self.path is None or not self.path.exists():
                return b""
            if not self.path.is_file():
                raise ConfigError(f"{safe_line(str(self.path))} is no file.", "Move it elsewhere.")
            with self.path.open("rb") as file:
                return file.read(MOST_BYTES + 1)
        except OSError as error:
            raise ConfigError(
                f"{safe_line(str(self.path))} cannot be read: {error.strerror}.", _HINT
            ) from error
