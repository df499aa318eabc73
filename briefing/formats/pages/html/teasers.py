"""Teasers: a heading that is a link to another story, and what little is said of that beside it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.pieces import LINKED
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.pieces import PagePiece

_MOST_PIECES: Final = 3
"""Pieces that are no links in a teaser's element."""
_MOST_WORDS: Final = 70.0
_CLIMBED: Final = 2
"""Elements that may be around a heading and not yet around what is said below it."""


def teasers(pieces: Sequence[PagePiece]) -> set[int]:
    """Return the indices of the pieces that are part of a teaser."""
    held: dict[HtmlElement, list[int]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        for element in (piece.element, *piece.element.iterancestors()):
            held[element].append(i)
    found: set[int] = set()
    for i, piece in enumerate(pieces):
        if i not in found and is_pointing(piece):
            found.update(_card(pieces, held, i))
    return found


def is_pointing(piece: PagePiece) -> bool:
    """Return whether a piece is a heading that leads to another page."""
    if piece.kind is not BlockKind.HEADING or piece.linked <= LINKED:
        return False
    links = [*piece.element.iter("a"), *piece.element.iterancestors("a")]
    return not any((link.get("href") or "#").startswith("#") for link in links)


def _card(pieces: Sequence[PagePiece], held: dict[HtmlElement, list[int]], at: int) -> list[int]:
    """Return what stands in one element with a heading, and little else: itself where there is no such."""
    card = [at]
    around = pieces[at].element
    for _ in range(_CLIMBED + 1):
        others = [pieces[i] for i in held[around] if pieces[i].linked <= LINKED]
        heads = sum(pieces[i].kind is BlockKind.HEADING for i in held[around])
        if len(others) > _MOST_PIECES or sum(each.line.words for each in others) > _MOST_WORDS or heads > 1:
            break
        card = held[around]
        around = around.getparent()
        if around is None:
            break
    return card
