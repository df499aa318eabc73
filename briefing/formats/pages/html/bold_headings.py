"""Headings that a page marks by bold letters alone: paragraphs that read as headings do, and are all bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.headings import is_heading
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.html.pieces import PagePiece

BARE_LEVEL: Final = 3
"""The level of headings that their page does not give one."""
_TURN: Final = re.compile(r"[^\W\d_]{1,3}\s?[:.：]|[-–—]")
"""What begins a turn in an interview."""
_MOST: Final = 0.3
"""The share of a run's pieces from which on bold ones are the questions of an interview."""


def note_bold_headings(told: Sequence[PagePiece], start: int, stop: int) -> None:
    """Make headings of the bold paragraphs in a run that are some; its first piece is none."""
    lines = [piece.line for piece in told]
    bold = [
        piece
        for i, piece in enumerate(told[start + 1 : stop], start + 1)
        if piece.kind is BlockKind.PARAGRAPH
        and piece.line.kind is None
        and is_heading(lines, i, stop)
        and not _TURN.match(piece.text)
        and _is_bold(piece)
    ]
    if len(bold) <= _MOST * (stop - start):
        for piece in bold:
            piece.kind, piece.level = BlockKind.HEADING, BARE_LEVEL


def _is_bold(piece: PagePiece) -> bool:
    """Return whether all of a paragraph is bold, and it ends as a heading ends."""
    bold = "".join("".join(element.itertext()) for element in piece.element.iterchildren("b", "strong"))
    return " ".join(bold.split()) == piece.text and (
        piece.text[-1].isalnum() or piece.text[-1] in "?!？！؟”»"
    )
