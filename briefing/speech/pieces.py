"""What a line is made of: what is said for a token, where it stands, and how it sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.text.pronunciation.dictionary import Pronunciations

if TYPE_CHECKING:
    from briefing.ports.speech import Sound


class LinePiece(NamedTuple):
    """What is said for a token, or a part of one."""

    said: str
    origin: int
    """Its place in the document."""
    is_literal: bool
    """Whether it stands there letter by letter."""
    sounds: tuple[Sound, ...] = ()
    """How parts of it are said, in offsets into `said`."""
    is_joined: bool = False
    """Whether it follows the piece before it without a space."""


class SaidBy(NamedTuple):
    """The pronunciations that a line is said by."""

    pronunciations: Pronunciations
    takes_sounds: bool
    """Whether the voice says a word by its sound; another is given respellings."""


AS_WRITTEN: Final = SaidBy(Pronunciations(), takes_sounds=False)
