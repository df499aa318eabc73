"""What is told of a format: its name, what its files are called, what it holds besides text.

A writer returns `Written`: text where the format is text, bytes where it is not. `encoded` is the one
place where the former becomes the latter.
"""

from __future__ import annotations

from enum import Flag, auto
from typing import Final, NamedTuple, TypeAlias

Written: TypeAlias = str | bytes


class Holds(Flag):
    """What a format holds besides text."""

    NOTHING = 0
    WORD_TIMES = auto()
    CUE_TIMES = auto()
    SPEAKERS = auto()
    LANGUAGE = auto()
    CHAPTERS = auto()
    HEADINGS = auto()
    LINKS = auto()
    PICTURES = auto()
    SOUND = auto()

    @property
    def words(self) -> list[str]:
        """Each thing in words, in the order above."""
        return [str(one.name).lower().replace("_", " ") for one in Holds if one in self]


class About(NamedTuple):
    """A format as it is told to the user."""

    name: str
    suffixes: tuple[str, ...] = ()
    """What its files are called, and no other format's: ".vtt"."""
    holds: Holds = Holds.NOTHING
    written: str = ""
    """The suffix that it is written by; empty if it is only read."""
    lost: Holds = Holds.NOTHING
    """What is read of it, and not written."""

    @property
    def kept(self) -> Holds:
        """What is written of all that it holds; nothing if it is only read."""
        return self.holds & ~self.lost if self.written else Holds.NOTHING

    @property
    def names(self) -> tuple[str, ...]:
        """All its suffixes; that by which it is written comes first, as it is spelt."""
        own = (suffix for suffix in self.suffixes if suffix != self.written.lower())
        return (*((self.written,) if self.written else ()), *own)


ENCODING: Final = "utf-8"


def encoded(written: Written) -> bytes:
    """Return what a writer gave as bytes: a text as UTF-8, half a surrogate pair as its escape."""
    return written.encode(ENCODING, "backslashreplace") if isinstance(written, str) else written
