"""A line of text set in a face: what stands where, from left to right.

Rules:
1. Widths are in units, a narrow character's cells.
2. Letters join as their script has it (`arabic`), and stand in the order in which they are read from left
   to right (`bidi`).
3. A word of which the face lacks a letter or a mark is shown in the terminal's own letters, in the middle
   of the line's height and in as many units as it needs: it stays a word. Wide characters are words each.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, split_graphemes

from briefing.ui.glyphs import arabic, bidi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.ui.glyphs.faces import Typeface


class Placed(NamedTuple):
    """A character, or several that the face lacks: offsets in the line, and where its cells are.

    `unit` is where it begins, counted from the line's left, `rows` are its cells, top to bottom.
    """

    start: int
    stop: int
    unit: int
    units: int
    rows: tuple[str, ...]


class _Item(NamedTuple):
    start: int
    stop: int
    drawn: str
    units: int
    is_plain: bool


@lru_cache(maxsize=512)  # each row of a line asks
def set_line(text: str, face: Typeface, *, right_to_left: bool = False) -> tuple[Placed, ...]:
    """Return what stands in a line, from left to right.

    Args:
        text: the line.
        face: what it is drawn in.
        right_to_left: how the paragraph is written.
    """
    items = list(_items(text, face))
    placed: list[Placed] = []
    unit = 0
    for item, is_mirrored in _in_view(text, items, right_to_left=right_to_left):
        drawn = bidi.mirrored(item.drawn) if is_mirrored else item.drawn
        rows = _plain(item, face) if item.is_plain else face.draw(drawn, item.units)
        placed.append(Placed(item.start, item.stop, unit, item.units, rows))
        unit += item.units
    return tuple(placed)


def _in_view(text: str, items: list[_Item], *, right_to_left: bool) -> Iterable[tuple[_Item, bool]]:
    """Give items from left to right, and whether each is written the other way."""
    if not right_to_left and not bidi.has_right_to_left(text):
        return [(item, False) for item in items]
    found = bidi.levels(text, right_to_left=right_to_left)
    kept = [found[item.start] for item in items]
    return [(items[index], kept[index] % 2 == 1) for index in bidi.in_view(kept)]


def units(text: str, face: Typeface) -> int:
    """Return how wide a text is in a face."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(item.units for item in _items(text, face))


def rows_of(text: str, face: Typeface) -> tuple[str, ...]:
    """Return the rows of cells that show a text."""
    placed = set_line(text, face)
    return tuple("".join(each.rows[part] for each in placed) for part in range(face.rows))


def _items(text: str, face: Typeface) -> Iterator[_Item]:
    found = [each for each in split_graphemes(text)[0] if each[2]]
    clusters = [(start, stop, text[start:stop]) for start, stop, _ in found]
    shapes: Iterable[arabic.Shape] = (
        arabic.shaped(clusters)
        if bidi.has_right_to_left(text)
        else [arabic.Shape(*cluster) for cluster in clusters]
    )
    for word in _words(shapes, {start: cells for start, _, cells in found}):
        drawn = [_as_drawn(shape, text, face) for shape in word]
        if all(drawn):
            for shape, form in zip(word, drawn, strict=True):
                yield _Item(shape.start, shape.stop, form, face.units_of(form[0]), False)
        else:
            start, stop = word[0].start, word[-1].stop
            yield _Item(start, stop, text[start:stop], -(-cell_len(text[start:stop]) // face.columns), True)


def _words(shapes: Iterable[arabic.Shape], cells: Mapping[int, int]) -> Iterator[list[arabic.Shape]]:
    """Give what is between spaces; a space, and a wide character, is a word by itself."""
    word: list[arabic.Shape] = []
    for shape in shapes:
        is_alone = shape.drawn[0].isspace() or cells[shape.start] > 1
        if is_alone and word:
            yield word
            word = []
        word.append(shape)
        if is_alone:
            yield word
            word = []
    if word:
        yield word


def _as_drawn(shape: arabic.Shape, text: str, face: Typeface) -> str:
    """Return what of a shape the face can draw: its form, else its letters apart; empty if neither."""
    for drawn in (shape.drawn, text[shape.start : shape.stop]):
        if face.has_all(drawn):
            return drawn
    return ""


def _plain(item: _Item, face: Typeface) -> tuple[str, ...]:
    columns = item.units * face.columns
    spare = columns - cell_len(item.drawn)
    words = " " * (spare // 2) + item.drawn + " " * (spare - spare // 2)
    return tuple(words if part == face.rows // 2 else " " * columns for part in range(face.rows))
