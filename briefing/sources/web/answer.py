"""What a server answered: what is told of it, and its body as it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

import httpcore

from briefing.errors import SourceError
from briefing.sources.address import name_of, without_secrets
from briefing.sources.web.faults import FAULTS, fault
from briefing.sources.web.lean_httpx import httpx
from briefing.sources.web.unpacking import UnpackError, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

HEAD_BYTES: Final = 65_536
"""How much of it is looked at to know what it is."""
SOUND_HEAD_BYTES: Final = 8_192
"""Enough to know that it is sound; the rest of the head would only be waited for."""
_LONGEST_HEADER: Final = 500
_MOST_DIGITS: Final = 18
"""Of a number of bytes: nothing is longer."""


class Version(NamedTuple):
    """What tells a version of something from another (RFC 9110 8.8): as the server gave it."""

    etag: str = ""
    modified: str = ""
    size_bytes: int | None = None

    @classmethod
    def told(cls, etag: str, modified: str, size_bytes: int | None) -> Self:
        """Return a version as a server or a file tells of it, without what cannot be asked with."""
        etag, modified = (
            each if each.isascii() and each.isprintable() and len(each) <= _LONGEST_HEADER else ""
            for each in (etag, modified)
        )
        return cls(etag, modified, size_bytes)

    @property
    def for_range(self) -> str:
        """What `If-Range` may be asked with: no weak validator, or nothing (RFC 9110 13.1.5)."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified

    def is_other(self, version: Version) -> bool:
        """Return whether another is certainly of something else."""
        return any(ours and theirs and ours != theirs for ours, theirs in zip(self, version, strict=True))


class Part(NamedTuple):
    """What an answer says to bring of a whole, bytes (RFC 9110 14.4)."""

    start: int
    stop: int
    whole_bytes: int | None


class Lasting(NamedTuple):
    """Where something is for good, as its servers say (RFC 9110 15.4.2, 15.4.9)."""

    address: str
    """As it came, with whatever secrets."""
    is_users: bool
    """Whether that is on the server that the user named."""


class Answer:
    """An answer whose body is still to come. It is a context, and closes at its end."""

    def __init__(
        self, response: httpx.Response, part: Part | None = None, lasting: Lasting | None = None
    ) -> None:
        """Take a response.

        Args:
            response: it.
            part: what it says to bring, where that is not all of it.
            lasting: where what was asked for is for good, if that is elsewhere.
        """
        headers = response.headers
        said = headers.get("content-type", "")
        self.address = without_secrets(str(response.url))
        self.name = name_of(self.address)
        self.media_type = said.partition(";")[0].strip().lower()[:_LONGEST_HEADER]
        self.charset = (response.charset_encoding or "")[:_LONGEST_HEADER]
        self.status = response.status_code
        self.lasting = lasting
        self.is_fleeting = "no-store" in headers.get("cache-control", "").lower()
        """Whether the server would not have it kept."""
        self.start = part.start if part else 0
        """Where its body begins in the whole, bytes."""
        self.at = self.start
        """Where the next piece begins."""
        self._codings = headers.get("content-encoding", "")
        self.is_packed = self._codings.strip().lower() not in ("", "identity")
        length = None if self.is_packed else number_of(headers.get("content-length", ""))
        self._stop = part.stop if part else length
        self.version = Version.told(
            headers.get("etag", ""), headers.get("last-modified", ""), part.whole_bytes if part else length
        )
        self.takes_ranges = (
            part is not None or headers.get("accept-ranges", "").lower() == "bytes"
        ) and not self.is_packed
        """Whether the server says that it gives parts."""
        self._response = response
        self._pieces = self._read()

    @property
    def is_unchanged(self) -> bool:
        """Whether there is nothing newer than what was there already."""
        return self.status == httpx.codes.NOT_MODIFIED

    @property
    def whole_bytes(self) -> int | None:
        """How long all of it is, unpacked; None where the server does not say."""
        return self.version.size_bytes

    def pieces(self) -> Iterator[bytes]:
        """Give the rest of the body as it comes, in pieces of at most 65,536 bytes, unpacked.

        Raises:
            LostError: if it stops coming, or breaks off.
        """
        return self._pieces

    def _read(self) -> Iterator[bytes]:
        try:
            for piece in unpacked(self._response.iter_raw(), self._codings):
                self.at += len(piece)
                if self._stop is not None and self.at > self._stop:
                    raise UnpackError
                yield piece
            if self._stop is not None and self.at < self._stop:
                raise httpcore.RemoteProtocolError("less than was told")
        except FAULTS as error:
            raise fault(error, self.address) from error

    def close(self) -> None:
        """Let go of the connection. Harmless twice."""
        try:
            self._response.close()
        except FAULTS:  # it was lost before
            return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def number_of(told: str) -> int | None:
    """Return how many bytes a header tells of; None where that is no number, or one that cannot be."""
    told = told.strip()
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS else None


def too_long(name: str, most_bytes: int) -> SourceError:
    """Return what is told of something that is longer than it may be."""
    return SourceError(
        f"{name} is longer than {most_bytes >> 20} megabytes, which no text is.", "Open something shorter."
    )
