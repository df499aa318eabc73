"""Teasers: a heading that is a link to another story, and what little is said of that beside it.

Others have no heading: a summary, and below it a link to read more. One such pair may be a story's own, of
which the rest was hidden; several are teasers.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.furniture import Furniture
from briefing.formats.pages.html.pieces import LINKED
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.pieces import PagePiece

_MOST_PIECES: Final = 3
"""Pieces that are no links in a teaser's element."""
_MOST_LINKS: Final = 20
_MOST_WORDS: Final = 70.0
_WAY_ON_WORDS: Final = 4
_SEVERAL: Final = 2
"""Summaries with a link below each from which on they are teasers."""
_CLIMBED: Final = 2
"""Elements that may be around a heading and not yet around what is said below it."""


def teasers(pieces: Sequence[PagePiece]) -> set[int]:
    """Return the indices of the pieces that are part of a teaser."""
    held: dict[HtmlElement, list[int]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        for element in (piece.element, *piece.element.iterancestors()):
            held[element].append(i)

    @cache  # a list of nothing but teasers would be weighed for each of them
    def is_card(element: HtmlElement) -> bool:
        return _is_card([pieces[i] for i in held[element]])

    def with_card(i: int) -> set[int]:
        card = {i}
        for around in islice((pieces[i].element, *pieces[i].element.iterancestors()), _CLIMBED + 1):
            if not is_card(around):
                break
            card.update(held[around])
        return card

    found: set[int] = set()
    for i, piece in enumerate(pieces):
        if i not in found and is_pointing(piece):
            found |= with_card(i)
    ended = [with_card(i) for i, piece in enumerate(pieces) if _is_way_on(piece)]
    summaries = [card for card in ended if len(card) > 1]
    if len(summaries) >= _SEVERAL:
        found = found.union(*summaries)
    return found


def _is_way_on(piece: PagePiece) -> bool:
    """Return whether a piece is a link to read more, and says no more than that."""
    return piece.linked > LINKED and piece.line.kind is Furniture.END and piece.line.words <= _WAY_ON_WORDS


def is_pointing(piece: PagePiece) -> bool:
    """Return whether a piece is a heading that leads to another page."""
    if piece.kind is not BlockKind.HEADING or piece.linked <= LINKED:
        return False
    links = [*piece.element.iter("a"), *piece.element.iterancestors("a")]
    return not any((link.get("href") or "#").startswith("#") for link in links)


def _is_card(pieces: Sequence[PagePiece]) -> bool:
    """Return whether what stands in one element is a heading and little else."""
    if len(pieces) > _MOST_PIECES + _MOST_LINKS:
        return False
    said = [piece for piece in pieces if piece.linked <= LINKED]
    return (
        len(said) <= _MOST_PIECES
        and sum(piece.kind is BlockKind.HEADING for piece in pieces) <= _most_headings(said)
        and sum(piece.line.words for piece in said) <= _MOST_WORDS
    )


def _most_headings(said: Sequence[PagePiece]) -> int:
    """Return how many headings a card has at most: with its title a section, where both are links."""
    return 1 if any(piece.kind is BlockKind.HEADING for piece in said) else 2
