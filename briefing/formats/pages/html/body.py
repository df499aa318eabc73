"""The story of a page: found among the pieces of its tree, with its pictures and notes where they stand.

What the page itself hands out as the story's text (JSON-LD's `articleBody`) is a check of what was found;
where the two differ widely, the longer counts. Where no sentences are found, trafilatura reads the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.answer import PagePart
from briefing.formats.pages.html.container import select
from briefing.formats.pages.html.figures import read_figure
from briefing.formats.pages.html.pieces import read_pieces
from briefing.formats.pages.html.pruning import prune
from briefing.formats.pages.html.witness import agreement, confirmed, letters
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.pieces import PagePiece

_FEW: Final = 40
"""Words of metadata that may be the whole of a story, rather than its summary."""
_AGREED: Final = 0.5


def read_body(tree: HtmlElement, address: str, told: str = "") -> Iterator[PagePart]:
    """Yield the blocks of a page's story in reading order. The tree is used up.

    Args:
        tree: The page.
        address: Its own, by which pictures are found; empty where it is not known.
        told: The story as the page's metadata have it, empty where they do not.
    """
    prune(tree)
    pieces = read_pieces(tree)
    story = _checked(select(pieces), pieces, tree, told)
    if not story:
        return
    first, last = pieces.index(story[0]), pieces.index(story[-1])
    chosen = set(map(id, story))
    is_told = False
    for i, piece in enumerate(pieces):
        is_note = piece.kind is BlockKind.NOTE and i > first
        if id(piece) in chosen:
            if piece.level == 1 and not is_told:
                continue  # the page's title, which its metadata tell
            is_told = is_told or piece.line.is_prose
        if id(piece) in chosen or is_note:
            yield PagePart(piece.kind, piece.text, piece.level, language_parts=piece.language_parts)
        elif piece.kind is BlockKind.CAPTION and not piece.text and i < last:
            yield from _figure(pieces, i, address)


def _figure(pieces: Sequence[PagePiece], at: int, address: str) -> Iterator[PagePart]:
    """Yield a picture, with the caption that stands next to it."""
    figure = read_figure(pieces[at].element, address)
    if figure is None:
        return
    beside = pieces[at + 1] if at + 1 < len(pieces) else None
    if not figure.text and beside is not None and beside.kind is BlockKind.CAPTION:
        figure = figure._replace(text=beside.text)
    yield figure


def _checked(
    story: list[PagePiece], pieces: Sequence[PagePiece], tree: HtmlElement, told: str
) -> Sequence[PagePiece]:
    """Return a story as it was found, or as others have it, where they say more."""
    if told and len(told.split()) >= _FEW:
        witness = letters(told)
        if agreement(story, witness) < _AGREED:
            return _longer(story, confirmed(pieces, witness))
    if not story:
        from briefing.formats.pages.html.extractor import extract

        return confirmed(pieces, letters(extract(tree)))
    return story


def _longer(one: Sequence[PagePiece], other: Sequence[PagePiece]) -> Sequence[PagePiece]:
    return max((one, other), key=lambda pieces: sum(piece.line.words for piece in pieces))
