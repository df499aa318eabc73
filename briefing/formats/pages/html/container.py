"""Which pieces of a page are its story's: told by their words, and by where they stand in the tree.

Theory of operation: the lines of a page are read as those of a copied one, which finds the run of lines
in which sentences stand close together (`pages.story`). The tree says more than the copy does: most of
that run has one container, and what else stands in the run is none of the story, while what stands beside
its paragraphs, before or behind the run, is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.comments import comments_at
from briefing.formats.pages.furniture import Furniture
from briefing.formats.pages.html import pangea
from briefing.formats.pages.html.bold_headings import BARE_LEVEL, note_bold_headings
from briefing.formats.pages.html.pieces import BLOCKS, HEADINGS, LINKED
from briefing.formats.pages.html.teasers import teasers
from briefing.formats.pages.live import find_entries
from briefing.formats.pages.story import find_story, is_teaser
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.pieces import PagePiece

_HELD: Final = 0.8
"""The share of a story's words that its container holds at least."""
_FOREIGN: Final = 0.05
"""The share of words from elsewhere that a wider container may hold."""
_AT_HOME: Final = 0.12
"""The share of a story's words that stands beside each other where its paragraphs are at home."""
_ITEMS: Final = frozenset({"li", "dt", "dd"})
_GUESTS: Final = frozenset({*HEADINGS, "p", "ul", "ol", "dl", "blockquote", "pre", "table"})
"""Elements that hold one block of a story, rather than all of it."""
_POINTING: Final = 0.2
"""The share of links from which on a sentence below a heading of other stories may be one of them."""
_CUT_OFF: Final = ("…", "...")
"""What ends a link's text that there was no room for."""
_RUNNING_OUT: Final = frozenset({Furniture.END, Furniture.LEGAL})


def find_container(pieces: Sequence[PagePiece], start: int, stop: int) -> HtmlElement | None:
    """Return the element that holds a run of pieces and little else; None if no sentence is in the run.

    It is the deepest one that holds nearly all sentences of the run; and a wider one, if sentences of the
    run stand in that itself, and hardly a sentence from outside of the run does.
    """
    run = pieces[start:stop]
    within, without = _words(run), _words((*pieces[:start], *pieces[stop:]))
    homes = {_home(piece) for piece in run if piece.line.is_prose}
    total = max(within.values(), default=0)
    held = [element for element, words in within.items() if words >= _HELD * total]
    if not held:
        return None
    found = max(held, key=lambda element: sum(1 for _ in element.iterancestors()))
    for wider in found.iterancestors():
        if without[wider] > _FOREIGN * total:
            break
        found = wider if wider in homes else found
    return found


def _words(pieces: Iterable[PagePiece]) -> Counter[HtmlElement]:
    """Return how many words of sentences each element holds."""
    words: Counter[HtmlElement] = Counter()
    for piece in pieces:
        if piece.line.is_prose:
            home = _home(piece)
            for element in (home, *home.iterancestors()):
                words[element] += int(piece.line.words)
    return words


class FoundStory(NamedTuple):
    """The pieces of a page's story, not its pictures and notes, and the element that holds them."""

    pieces: Sequence[PagePiece] = ()
    container: HtmlElement | None = None


def find_pieces(pieces: Sequence[PagePiece]) -> FoundStory:
    """Return which pieces of a page are its story's; none where no sentence is found."""
    told = [piece for piece in pieces if piece.text and piece.kind not in (BlockKind.NOTE, BlockKind.CAPTION)]
    of_others = teasers(told)
    told = [piece for i, piece in enumerate(told) if i not in of_others]
    lines = [piece.line for piece in told]
    start, stop, stamps = _find_run(told)
    container = find_container(told, start, stop)
    if container is None and told:
        container = pangea.body_within(told[0].element.getroottree().getroot())
    if container is None:
        return FoundStory()
    note_bold_headings(told, start, stop)
    named = pangea.body_within(container)
    inside = set((container if named is None else named).iter())
    homes = _homes(told[start:stop])
    found = _introduction(
        told, start, next((i for i, piece in enumerate(told) if piece.element in inside), 0)
    )
    is_over = False
    for i, piece in enumerate(told[: comments_at(lines)]):
        if piece.element not in inside:
            continue
        is_over = is_over or (i >= stop and piece.line.kind in _RUNNING_OUT)
        if is_over and not ((piece.line.is_prose or piece.line.ends) and piece.linked < _POINTING):
            continue
        if i in stamps:
            piece.kind, piece.level = BlockKind.HEADING, piece.level or BARE_LEVEL
            found.append(piece)
        elif named is not None and piece.line.kind is None:
            found.append(piece)  # its links are the author's
        elif (
            (start <= i < stop or _home(piece) in homes)
            and not _is_furniture(piece)
            and not is_teaser(lines, i, len(lines))
        ):
            found.append(piece)
    return FoundStory(found, container)


def _introduction(told: Sequence[PagePiece], start: int, first: int) -> list[PagePiece]:
    """Return the sentences of a run that stand between the heading above its container and that."""
    above = max((i for i in range(first) if told[i].kind is BlockKind.HEADING), default=first)
    return [
        piece
        for piece in told[max(start, above + 1) : first]
        if piece.line.is_prose and piece.linked < _POINTING and piece.kind is BlockKind.PARAGRAPH
    ]


def _find_run(told: Sequence[PagePiece]) -> tuple[int, int, frozenset[int]]:
    """Return where the run of a page's sentences starts and stops, and which pieces are times of entries."""
    counted = [i for i, piece in enumerate(told) if not _is_listed(piece)]
    start, stop = find_story([told[i].line for i in counted])
    if start == stop:
        return 0, 0, frozenset()
    start, stop = counted[start], counted[stop - 1] + 1
    stamps, end = find_entries([piece.line for piece in told], 0, stop)
    is_within = bool(stamps) and stamps[0] <= start < end
    if not is_within and not any(start - 1 <= stamp < stop for stamp in stamps):
        return start, stop, frozenset()
    start = min(start, *stamps)
    while start and told[start - 1].line.is_prose:
        start -= 1  # what the page says before its first entry
    return start, end, frozenset(stamps)


def _is_listed(piece: PagePiece) -> bool:
    """Return whether a piece is an item of a list, a table or a listing, which parts no story in two."""
    is_item = piece.kind is BlockKind.LIST_ITEM or piece.element.tag == "pre"
    return is_item and piece.line.kind is None and piece.linked <= LINKED and not piece.line.is_prose


def _is_furniture(piece: PagePiece) -> bool:
    line = piece.line
    if piece.element.tag == "dt" and piece.linked <= LINKED:
        return False  # what is explained, be it called like a button
    if line.kind is Furniture.PICTURE or line.kind is Furniture.NUMBER:
        return piece.kind is not BlockKind.LIST_ITEM
    is_whole = line.ends and not line.text.endswith(_CUT_OFF)
    return line.kind is not None or line.is_date or (piece.linked > LINKED and not is_whole)


def _home(piece: PagePiece) -> HtmlElement:
    """Return what a piece stands in, beside others: a paragraph's parent, or a text's own element."""
    element = piece.element
    if element.tag in _ITEMS:
        element = element.getparent()  # the list, which stands where a paragraph would
    return element.getparent() if element.tag in _GUESTS or _is_paragraph(piece) else element


def _is_paragraph(piece: PagePiece) -> bool:
    """Return whether a sentence is all that stands in its element: so some editors write paragraphs."""
    is_sentence = piece.line.is_prose or (piece.line.ends and piece.line.kind is None)
    return (
        is_sentence
        and piece.element.tag == "div"
        and next(piece.element.iterdescendants("br", *BLOCKS), None) is None
    )


def _homes(pieces: Iterable[PagePiece]) -> set[HtmlElement]:
    """Return the elements in which most sentences of a run stand beside each other."""
    words: Counter[HtmlElement] = Counter()
    for piece in pieces:
        if piece.line.is_prose:
            words[_home(piece)] += int(piece.line.words)
    total = sum(words.values())
    return {home for home, count in words.items() if count >= _AT_HOME * total}
