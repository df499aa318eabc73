"""What a format may ask of a source that was opened: its head to know its own, and then all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Head(NamedTuple):
    """What a format is known by: the start of the bytes, the start of the text, the suffix of the name."""

    data: bytes
    text: str
    """Empty where it is no text."""
    suffix: str
    """In lower case, with the dot; empty if the name has none."""
    is_text: bool = True


class Source(Protocol):
    """Something that was opened, whose head is known."""

    @property
    def head(self) -> Head:
        """The start of it."""

    @property
    def text(self) -> str:
        """All of it as text.

        Raises:
            SourceError: if it is no text, or too long.
        """

    @property
    def data(self) -> bytes:
        """All of it as it came.

        Raises:
            SourceError: if it is too long, or cannot be read any more.
        """

    @property
    def path(self) -> Path | None:
        """Its file; None where others do not lie beside it."""

    def file(self) -> BinaryIO:
        """Return all of it as an open file with a descriptor, for what is too long to be in memory at once.

        Whoever asks for it closes it.

        Raises:
            SourceError: if it is too long, or cannot be had any more.
        """

    @property
    def address(self) -> str:
        """Where it came from on the network; empty where it did not."""

    @property
    def charset(self) -> str:
        """The character set that it came with, which may not be true; empty where none was told."""

    @property
    def called(self) -> str:
        """What to call it in a sentence."""

    def text_beside(self, name: str) -> str | None:
        """Return the text of a file that it names in its own folder; None if there is none to be read."""

    def has_beside(self, name: str) -> bool:
        """Return whether it may name a file so: one in its own folder or below."""
