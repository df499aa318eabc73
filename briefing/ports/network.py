"""What is at addresses, and recordings that come from there."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class ArrivingNews(Enum):
    """What becomes of a recording that comes over the network."""

    LOST = auto()
    """Nothing comes any more, and it was waited for. It is tried again, and again."""
    BACK = auto()
    """It comes again."""
    WHOLE = auto()
    """All of it is there."""


ArrivingListener = Callable[[ArrivingNews], None]
"""Told, from any thread; it must not block for long."""


def _always() -> bool:
    return True


class Arriving(Protocol):
    """A recording that comes over the network into a file, from wherever it is needed. From any thread."""

    path: Path
    """The file. What has not come yet is a hole in it."""

    @property
    def size_bytes(self) -> int | None:
        """How long it will be; None while nobody has said."""

    @property
    def has_ranges(self) -> bool:
        """Whether it can be had from anywhere; else only from its beginning on."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there."""

    def reach(self, start: int, is_wanted: Callable[[], bool] = _always) -> int:
        """Wait until something from `start` on is there, and return up to where; `start` at its end.

        What is far from where it comes is fetched from there on.

        Args:
            start: which byte.
            is_wanted: asked before waiting, and whenever `wake` was called.

        Raises:
            LostError: if it cannot be had now, in a sentence that says why; or if it is not wanted any more.
        """

    def wake(self) -> None:
        """Let those who wait see whether that is still wanted."""

    def wait(self) -> None:
        """Wait until all of it is there.

        Raises:
            LostError: if it cannot be had.
        """

    def watch(self, listener: ArrivingListener) -> None:
        """Have `listener` told what becomes of it; at once, where it is whole already."""

    def close(self) -> None:
        """Stop fetching, and wake whoever waits with a LostError. Harmless twice."""


Progress = Callable[[int, int | None], None]
"""Bytes that have come, and how many there will be; None while nobody has said."""


def unheard(_done_bytes: int, _whole_bytes: int | None) -> None:
    """Take no note of a progress."""


class Fetched(Protocol):
    """What is at an address: its beginning is there, and the rest comes when it is asked for."""

    address: str
    """Where it was found in the end, without a user's name, password or token."""
    name: str
    """What its file would be called."""
    media_type: str
    """As the server says, in lower case without parameters: "text/html"; empty if it says nothing."""
    charset: str
    """The character set, as the server says, which may not be true; empty if it says nothing."""
    head: bytes
    """Its first 65,536 bytes, of sound at least 8,192, or all of it where it is shorter."""
    notice: str
    """A sentence about how it was got, such as that it is an older copy; empty if there is none. Read it
    after `data`."""

    def data(self, most_bytes: int) -> bytes:
        """Return all of it, once.

        Raises:
            SourceError: if it is longer than that, or cannot be had.
        """

    def recording(self) -> Arriving:
        """Return it as a recording, whose rest goes on coming. Once, in place of `data`.

        Raises:
            SourceError: if it cannot be had.
        """

    def close(self) -> None:
        """Let go of the connection. Harmless twice, and after `data` and `recording`."""


class Fetcher(Protocol):
    """Gets what is at an address, through a cache."""

    def open(self, address: str, asked_by: str = "", tell: Progress = unheard) -> Fetched:
        """Return what is at an address.

        Args:
            address: http or https.
            asked_by: the address of the page that names it; empty where the user does, who may name a
                host in his own network.
            tell: is told from time to time how many bytes have come, and of how many if that is known,
                from the thread that waits for them.

        Raises:
            SourceError: if it cannot be had, in a sentence that says why and what to do; a LostError if it
                may be had later.
            UnsafeError: if a page or a redirection names what only the user may.
        """
