"""What was found at an address, as formats read it."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final

from briefing.errors import SourceError
from briefing.formats.pages.html.charset import read_text
from briefing.formats.source import Head
from briefing.sources.address import is_address
from briefing.sources.opening import Opening
from briefing.text.encodings.decode import decode

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports.media import MediaReader
    from briefing.ports.network import Arriving, Fetched, Fetcher

PAGE_BYTES: Final = 20 << 20
"""No text or page is longer."""
FILE_BYTES: Final = 1 << 30
"""No book is longer."""
_SUFFIXES: Final = {
    "application/json": ".json",
    "application/ttml+xml": ".ttml",
    "application/x-subrip": ".srt",
    "application/xhtml+xml": ".xhtml",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/srt": ".srt",
    "text/vtt": ".vtt",
}
"""What files of a type are called, where their own name says nothing."""


class FetchedOpening(Opening):
    """What is at an address, of which the beginning is there. No file lies beside it."""

    def __init__(self, fetched: Fetched, reader: MediaReader, fetcher: Fetcher) -> None:
        super().__init__(fetched.address, None, reader)
        self.fetched = fetched
        self._fetcher = fetcher
        self.address = fetched.address
        self.charset = fetched.charset if fetched.media_type.startswith("text/") else ""
        self.suffix = PurePosixPath(fetched.name).suffix.lower() or _SUFFIXES.get(fetched.media_type, "")

    @cached_property
    def head(self) -> Head:
        """The start of it."""
        try:
            return Head(self.fetched.head, self._decoded(self.fetched.head), self.suffix)
        except SourceError:
            return Head(self.fetched.head, "", self.suffix, is_text=False)

    @property
    def text(self) -> str:
        """All of it as text; see `Opening`."""
        return self._decoded(self.data)

    def _decoded(self, data: bytes) -> str:
        """Return bytes as text: what is UTF-8 is, whatever the server says, and else it may well be right."""
        told = read_text(data, self.charset) if self.charset else ""
        return told.replace("\r\n", "\n").replace("\r", "\n") or decode(data)

    @cached_property
    def data(self) -> bytes:
        """All of it as it came.

        Raises:
            SourceError: if it is too long, or cannot be had.
        """
        return self.fetched.data(PAGE_BYTES)

    def fetch(self, *, is_file: bool = False) -> None:
        """Wait until all of it is there.

        Args:
            is_file: Whether it comes into a file, rather than into memory.

        Raises:
            SourceError: if it is too long, or cannot be had.
        """
        _ = self._arrived if is_file else self.data

    def file(self) -> BinaryIO:
        """Return all of it as an open file, see `Opening`: one on this computer, into which it came."""
        return self._arrived.path.open("rb")

    @property
    def on_disk(self) -> Path | None:
        """The file on this computer that it came into; it stays there until the program ends."""
        return self._arrived.path

    @cached_property
    def _arrived(self) -> Arriving:
        arriving = self.fetched.recording()
        at, stop = -1, 0
        while at < stop <= FILE_BYTES:
            at, stop = stop, arriving.reach(stop)
        if stop > FILE_BYTES:
            arriving.close()
            raise SourceError(
                f"{self.called} is larger than {FILE_BYTES >> 30} gigabyte, which is more than is fetched.",
                "Fetch it in another way, and open its file.",
            )
        arriving.wait()
        return arriving

    def linked(self, name: str) -> FetchedOpening | None:
        """Return what is at an address that it names, which is a stranger's; None where that is none.

        Raises:
            SourceError, UnsafeError: if it cannot be had, or only the user may ask for it.
        """
        from urllib.parse import urljoin

        try:
            address = urljoin(self.address, name)
        except ValueError:
            return None
        if not is_address(address):
            return None
        return FetchedOpening(self._fetcher.open(address, asked_by=self.address), self.reader, self._fetcher)

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        return self.fetched.name

    @property
    def stem(self) -> str:
        """Its name without the suffix, readable."""
        return self.readable(PurePosixPath(self.fetched.name).stem) or self.fetched.name
