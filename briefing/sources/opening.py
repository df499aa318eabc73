"""From what the user typed to something that can be read, safely.

Rules:
1. A name is a file, a folder with one briefing, an address, `-` for standard input, or `sample`.
2. Devices, pipes and sockets are never opened: reading them could block or never end.
3. Nothing larger than a format's limit is read, whatever the file claims to be.
"""

from __future__ import annotations

import stat
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from briefing.errors import SourceError, UsageError
from briefing.formats.source import Head
from briefing.safe import safe_line
from briefing.sources.address import meant_by, without_secrets
from briefing.sources.companions import TEXT_LIMIT_BYTES, UNWANTED, Wanted, briefings_in, named_beside
from briefing.text.encodings.decode import decode

if TYPE_CHECKING:
    import os

    from briefing.ports.media import MediaReader

HEAD_BYTES: Final = 65_536
"""What a format may look at to know its own."""
SAMPLE: Final = "sample"
STANDARD_INPUT: Final = "-"
_SAMPLE_FILE: Final = "arms-transfers.md"
_LISTED: Final = 5
_NAMED_LIMIT_BYTES: Final = 16 << 20


class Opening:
    """A source that has been found and not read yet. `path` is None for standard input."""

    def __init__(self, name: str, path: Path | None, reader: MediaReader, piped: bytes = b"") -> None:
        self.name = name
        self.path = path
        self.reader = reader
        self.piped = piped
        self.size = len(piped) if path is None else _stat(path).st_size
        self.address = ""
        """Where it came from on the network."""
        self.charset = ""
        """The character set that it came with; empty where none was told, and not always true."""
        self.suffix = path.suffix.lower() if path else ""

    @cached_property
    def head(self) -> Head:
        """The start of it."""
        data = self._bytes(HEAD_BYTES)
        try:
            return Head(data, decode(data), self.suffix)
        except SourceError:
            return Head(data, "", self.suffix, is_text=False)

    @property
    def text(self) -> str:
        """All of it as text, read anew each time: 20 MB of it would stay in memory as long as the briefing.

        Raises:
            SourceError: if it is no text, or too long.
        """
        return decode(self.data)

    @property
    def data(self) -> bytes:
        """All of it as it came, read anew each time.

        Raises:
            SourceError: if it is too long, or cannot be read any more.
        """
        if self.size > TEXT_LIMIT_BYTES:
            limit = TEXT_LIMIT_BYTES // 1024**2
            raise SourceError(
                f"{self.called} is larger than {limit} megabytes, which no transcript is.",
                "Split it, and open the parts.",
            )
        return self._bytes(TEXT_LIMIT_BYTES)

    def file(self) -> BinaryIO:
        """Return all of it as an open file, which whoever asks for it closes.

        Raises:
            SourceError: if it cannot be read any more.
        """
        if self.path is None:
            return _as_file(self.data)
        try:
            return self.path.open("rb")
        except OSError as error:
            raise _unreadable(self.path, error) from error

    @property
    def on_disk(self) -> Path | None:
        """The file that holds all of it on this computer, wherever it came from; None if there is none."""
        return self.path

    def text_beside(self, name: str) -> str | None:
        """Return the text of a file that it names in its own folder; None if there is none to be read."""
        path = named_beside(self.path, name, _NAMED_LIMIT_BYTES)
        try:
            return None if path is None else decode(path.read_bytes())
        except (OSError, SourceError):
            return None

    def has_beside(self, name: str) -> bool:
        """Return whether it may name a file so: one in its own folder or below."""
        return named_beside(self.path, name) is not None

    def linked(self, name: str) -> Opening | None:
        """Return what it names, opened: a file in its own folder or below. None for everything else.

        Raises:
            SourceError, UnsafeError: if it cannot be had.
        """
        path = named_beside(self.path, name, TEXT_LIMIT_BYTES)
        return None if path is None else Opening(str(path), path, self.reader)

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        return "The standard input" if self.path is None else safe_line(self.path.name)

    @property
    def stem(self) -> str:
        """The name without folder and suffix, readable: what stands for a title where there is none."""
        if self.path is None:
            return "Standard input"
        return self.readable(self.path.stem) or self.path.name

    @staticmethod
    def readable(stem: str) -> str:
        """Return a file's stem with spaces for what stands for them."""
        return " ".join(stem.replace("_", " ").replace("-", " ").split())

    def _bytes(self, limit: int) -> bytes:
        if self.path is None:
            return self.piped[:limit]
        try:
            with self.path.open("rb") as file:
                return file.read(limit)
        except OSError as error:
            raise _unreadable(self.path, error) from error


def _as_file(data: bytes) -> BinaryIO:
    """Return bytes as an open file that has no name."""
    from tempfile import TemporaryFile

    file = cast("BinaryIO", TemporaryFile())  # noqa: SIM115  # it is handed out open
    file.write(data)
    file.seek(0)
    return file


def find(name: str, reader: MediaReader, stdin: BinaryIO | None = None, wanted: Wanted = UNWANTED) -> Opening:
    """Return what `name` stands for; in a folder, the text in the language that is wanted.

    Raises:
        UsageError: if it is empty.
        SourceError: if there is nothing that can be read, in a sentence that says why.
    """
    if not name:
        raise UsageError("The name of the source is empty.", "Name a file, or “sample”.")
    if name == STANDARD_INPUT:
        return _find_piped(reader, stdin)
    scheme, colon, _ = name.partition("://")
    if colon and scheme.isalpha():
        raise SourceError(
            f"{safe_line(without_secrets(name), 80)} is no address that can be opened.",
            "Give one that begins with https:// or http://.",
        )
    path = packaged(_SAMPLE_FILE) if name == SAMPLE else Path(name)
    mode = _stat(path).st_mode
    if stat.S_ISDIR(mode):
        path = _only_briefing_in(path, wanted)
        mode = _stat(path).st_mode
    if not stat.S_ISREG(mode):
        raise SourceError(
            f"{safe_line(name, 120)} is a device or a pipe, not a file.", "Pipe text to “briefing -” instead."
        )
    opening = Opening(name, path, reader)
    if not opening.size:
        raise SourceError(f"{opening.called} is empty.", "Open a file that holds a text or a recording.")
    return opening


def packaged(file: str) -> Path:
    """Return the path of a file of ours, a packaged one or the checkout's.

    Raises:
        SourceError: if the installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "media", package.parent / "media"):
        if (folder / file).is_file():
            return folder / file
    missing = "The sample" if file == _SAMPLE_FILE else file
    raise SourceError(
        f"{missing} is missing from this installation.", "Install briefing again, or open a file."
    )


def _find_piped(reader: MediaReader, stdin: BinaryIO | None) -> Opening:
    if stdin is None and sys.stdin is not None:
        stdin = sys.stdin.buffer
    # Python has no standard input at all where it was closed before the start.
    data = b"" if stdin is None else stdin.read(TEXT_LIMIT_BYTES + 1)
    if not data.strip():
        raise SourceError("The standard input is empty.", "Pipe a text into it, or name a file.")
    return Opening(STANDARD_INPUT, None, reader, data)


def _stat(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | ValueError) -> SourceError:
    name = safe_line(str(path), 120)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return _no_file(str(path))
        case PermissionError():
            return SourceError(f"{name} may not be read by you.", "Ask its owner, or copy it.")
        case OSError():
            return SourceError(
                f"{name} cannot be read: {error.strerror}.", "Copy it elsewhere and open the copy."
            )
    return SourceError(f"{name} is no name that a file can have.", "Look whether it is written right.")


def _no_file(name: str) -> SourceError:
    hint = "Look whether its name is written right"
    if address := meant_by(name):
        called = address.partition("://")[2]  # without a password
        return SourceError(f"There is no file {called}.", f"{hint}, or write {address} for the address.")
    return SourceError(f"There is no file {safe_line(name, 120)}.", f"{hint}.")


def _only_briefing_in(folder: Path, wanted: Wanted) -> Path:
    """Return the one briefing in a folder, or the file that tells of a book there."""
    from briefing.sources.book_folders import book_in

    if (book := book_in(folder)) is not None:
        return book
    try:
        found = briefings_in(folder, wanted)
    except OSError as error:
        raise _unreadable(folder, error) from error
    called = safe_line(str(folder), 120)
    if not found:
        raise SourceError(f"{called} is a folder without a briefing.", "Name a text or a recording.")
    if len(found) > 1:
        listed = ", ".join(safe_line(path.name, 60) for path in found[:_LISTED])
        more = " and more" if len(found) > _LISTED else ""
        raise SourceError(
            f"{called} is a folder with {len(found)} briefings: {listed}{more}.", "Name one of them."
        )
    return found[0]
