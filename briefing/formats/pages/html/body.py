"""The story of a page: found among the pieces of its tree, with its pictures and notes where they stand.

What the page itself hands out as the story's text (JSON-LD's `articleBody`) is a check of what was found;
where the two differ widely, the longer counts. Where hardly a sentence is found, trafilatura reads the page.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from briefing.formats.pages.html.answer import PagePart
from briefing.formats.pages.html.container import FoundStory, find_pieces
from briefing.formats.pages.html.figures import read_figure
from briefing.formats.pages.html.holders import Holders, within_story
from briefing.formats.pages.html.picture_captions import parted
from briefing.formats.pages.html.pieces import read_pieces
from briefing.formats.pages.html.pruning import find_furniture
from briefing.formats.pages.html.witness import agreement, confirmed, letters
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

from briefing.formats.pages.html.pieces import PagePiece

_FEW: Final = 40
"""Words of metadata that may be the whole of a story, rather than its summary; and of a story that may be
none."""
_MANIFOLD: Final = 2
"""How many times as long as a short story another reader's has to be to count."""
_AGREED: Final = 0.5
_MOST: Final = 0.6
"""The share of a fragment's words from which on the rest is furniture."""
_MOST_ELEMENTS: Final = 6_000
"""More elements than this, and no sentence among them, are not worth seconds of another reader."""


def read_body(tree: HtmlElement, address: str, told: str = "") -> Iterator[PagePart]:
    """Yield the blocks of a page's story in reading order. The tree may be used up.

    Args:
        tree: The page.
        address: Its own, by which pictures are found; empty where it is not known.
        told: The story as the page's metadata have it, empty where they do not.
    """
    pieces = read_pieces(tree, find_furniture(tree))
    story = _checked(find_pieces(pieces), pieces, tree, told)
    yield from within_story(list(_parts(story, pieces, address)))


def read_fragment(tree: HtmlElement, address: str) -> Iterator[PagePart]:
    """Yield the blocks of what holds a story and hardly anything else, as a feed does, in reading order.

    No other reader is asked: where the story is not most of it, all of it is.

    Args:
        tree: It. It may be used up.
        address: What pictures are found by; empty where it is not known.
    """
    pieces = read_pieces(tree, find_furniture(tree))
    story, all_ = find_pieces(pieces), FoundStory(pieces)
    is_most = _words(story) >= max(_FEW, _MOST * _words(all_))
    yield from within_story(list(_parts(story if is_most else all_, pieces, address)))


def _parts(story: FoundStory, pieces: Sequence[PagePiece], address: str) -> Iterator[PagePart]:
    """Yield the blocks of a story, with the pictures and notes that stand among its pieces."""
    if not story.pieces:
        return
    at = {id(piece): i for i, piece in enumerate(pieces)}
    first, last = at[id(story.pieces[0])], at[id(story.pieces[-1])]
    chosen = {at[id(piece)] for piece in story.pieces}
    inside = set() if story.container is None else set(story.container.iter())
    title_at = max((i for i in range(first + 1) if pieces[i].level == 1), default=-1)
    above = title_at if title_at >= 0 else first
    holders = Holders()
    for i, piece in enumerate(pieces):
        is_beside = above <= i <= last or piece.element in inside
        if piece.kind is BlockKind.CAPTION:
            if is_beside and not piece.text:
                figure = _figure(pieces, i, address)
                if figure is not None:
                    yield figure._replace(holders=holders.of(piece.element))
        elif (i in chosen and i != title_at) or (piece.kind is BlockKind.NOTE and i > first):
            held_by = holders.of(piece.element)
            yield PagePart(
                piece.kind,
                piece.text,
                piece.level,
                language_parts=piece.language_parts,
                holders=held_by,
                links=[link._replace(target=_joined(address, link.target)) for link in piece.links],
            )


def _joined(address: str, target: str) -> str:
    """Return where a link leads to, seen from its page; as it stands there, where that cannot be told."""
    with suppress(ValueError):
        return urljoin(address, target.strip())
    return target


def _figure(pieces: Sequence[PagePiece], at: int, address: str) -> PagePart | None:
    """Return a picture, with the caption that stands next to it; None where there is nothing to see."""
    figure = read_figure(pieces[at].element, address)
    if figure is None:
        return None
    beside = pieces[at + 1] if at + 1 < len(pieces) else None
    if not figure.text and beside is not None and beside.kind is BlockKind.CAPTION:
        caption, credit = parted(beside.text)
        figure = figure._replace(text=caption, credit=credit)
    return figure


def _checked(story: FoundStory, pieces: Sequence[PagePiece], tree: HtmlElement, told: str) -> FoundStory:
    """Return a story as it was found, or as others have it, where they say more."""
    if len(told.split()) >= _FEW:
        witness = letters(told)
        other = FoundStory(confirmed(pieces, witness))
        if agreement(story.pieces, witness) < _AGREED and _words(other) > _words(story):
            return other
    words = _words(story)
    if words >= _FEW:
        return story
    found = _as_trafilatura_reads(tree, pieces)
    if story.pieces:
        return found if _words(found) >= _MANIFOLD * words + _FEW else story
    return found if found.pieces else FoundStory([piece for piece in pieces if _is_in_article(piece)])


def _as_trafilatura_reads(tree: HtmlElement, pieces: Sequence[PagePiece]) -> FoundStory:
    """Return the story that another reader finds; none in a page that would take it long."""
    if any(True for _ in islice(tree.iter(), _MOST_ELEMENTS, None)):
        return FoundStory()
    from briefing.formats.pages.html.extractor import extract

    return FoundStory(confirmed(pieces, letters(extract(tree))))


def _is_in_article(piece: PagePiece) -> bool:
    """Return whether the page says of a piece that it is of its story, be it a sentence or not."""
    return any(above.tag == "article" for above in piece.element.iterancestors())


def _words(story: FoundStory) -> float:
    return sum(piece.line.words for piece in story.pieces)
