"""Pieces that another reading of the same page has in its story as well, told by their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.formats.pages.html.pieces import PagePiece

_STRETCH: Final = 40
"""Letters that are looked for at a time: what differs within a paragraph does not lose all of it."""
_LEAST_SHARE: Final = 0.6


def letters(text: str) -> str:
    """Return a text's letters and digits, in lower case: what two readings of it have in common."""
    return "".join(filter(str.isalnum, text)).casefold()


def share_in(text: str, witness: str) -> float:
    """Return which share of a text, 0 to 1, stands in another; both are `letters`."""
    stretches = [text[at : at + _STRETCH] for at in range(0, len(text), _STRETCH)]
    found = sum(len(stretch) for stretch in stretches if stretch in witness)
    return found / max(1, len(text))


def confirmed(pieces: Iterable[PagePiece], witness: str) -> list[PagePiece]:
    """Return the pieces whose text a witness has, in `letters`."""
    return [
        piece
        for piece in pieces
        if piece.text
        and piece.kind is not BlockKind.CAPTION
        and share_in(letters(piece.text), witness) >= _LEAST_SHARE
    ]


def agreement(pieces: Sequence[PagePiece], witness: str) -> float:
    """Return how much of the pieces and of the witness is in the other: the smaller share, 0 to 1."""
    own = letters(" ".join(piece.text for piece in pieces))
    return min(share_in(own, witness), share_in(witness, own))
