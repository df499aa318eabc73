"""A line of text set in a face: what stands where, from left to right.

Rules:
1. Widths are in cells.
2. Letters join as their script has it (`arabic`), and stand in the order in which they are read from left
   to right (`bidi`).
3. A word is in one font, the first of the face's that has all of it, else each of its letters is in the first
   that has it. All stand on one base line; the line is as high as the largest font in it needs.
4. A word of which no font has a letter or a mark is shown in the terminal's own letters, in the middle
   of the line's height: it stays a word. Wide characters are words each.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, split_graphemes

from briefing.ui.glyphs import arabic, bidi
from briefing.ui.glyphs.faces import has_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.ui.glyphs.faces import Typeface
    from briefing.ui.glyphs.fonts import Font


class Placed(NamedTuple):
    """A character, or several that no font has: offsets in the line, and where its cells are.

    `left` is the first of them, counted from the line's left, `rows` are its cells, top to bottom.
    """

    start: int
    stop: int
    left: int
    cells: int
    rows: tuple[str, ...]


class _Item(NamedTuple):
    """`font` is None for what is shown in the terminal's own letters."""

    start: int
    stop: int
    drawn: str
    cells: int
    font: Font | None


@lru_cache(maxsize=512)  # each row of a line asks
def set_line(
    text: str, face: Typeface, *, right_to_left: bool = False, rows: int = 0, within: str = ""
) -> tuple[Placed, ...]:
    """Return what stands in a line, from left to right.

    Args:
        text: the line.
        face: what it is drawn in.
        right_to_left: how the paragraph is written.
        rows: of a line whose beginning this is not, such as its hyphen: how high that is.
        within: the signs of embeddings and isolates that began in lines before.
    """
    items = _items(text, face)
    largest = next((font for font in face.fonts if face.rows_in(font) == rows), _largest(items, face))
    placed: list[Placed] = []
    left = 0
    for item, is_mirrored in _in_view(text, items, right_to_left=right_to_left, within=within):
        drawn = bidi.mirrored(item.drawn) if is_mirrored else item.drawn
        if item.font is None:
            cells = _plain(item, face.rows_in(largest))
        else:
            cells = face.draw(drawn, item.font, largest)
        placed.append(Placed(item.start, item.stop, left, item.cells, cells))
        left += item.cells
    return tuple(placed)


def _largest(items: Iterable[_Item], face: Typeface) -> Font:
    fonts = (item.font for item in items if item.font is not None)
    return max((face.font, *fonts), key=lambda font: font.height)


def _in_view(
    text: str, items: Sequence[_Item], *, right_to_left: bool, within: str
) -> Iterable[tuple[_Item, bool]]:
    """Give items from left to right, and whether each is written the other way."""
    if not right_to_left and not within and not bidi.has_right_to_left(text):
        return [(item, False) for item in items]
    found = bidi.levels(within + text, right_to_left=right_to_left)[len(within) :]
    kept = [found[item.start] for item in items]
    return [(items[index], kept[index] % 2 == 1) for index in bidi.in_view(kept)]


def cells(text: str, face: Typeface) -> int:
    """Return how many cells wide a text is in a face."""
    if text.isascii() and text.isprintable():
        return len(text) * face.columns
    return sum(item.cells for item in _items(text, face))


def height(text: str, face: Typeface) -> int:
    """Return how many rows a line of this text takes."""
    if text.isascii():
        return face.rows
    return face.rows_in(_largest(_items(text, face), face))


def rows_of(text: str, face: Typeface, rows: int = 0, *, right_to_left: bool = False) -> tuple[str, ...]:
    """Return the rows of cells that show a text; `rows` of them if it belongs to a line of so many."""
    placed = set_line(text, face, right_to_left=right_to_left, rows=rows)
    count = len(placed[0].rows) if placed else face.rows
    return tuple("".join(each.rows[part] for each in placed) for part in range(count))


@lru_cache(maxsize=2048)  # a word is measured before its line is
def _items(text: str, face: Typeface) -> tuple[_Item, ...]:
    found = [each for each in split_graphemes(text)[0] if each[2]]
    clusters = [(start, stop, text[start:stop]) for start, stop, _ in found]
    shapes: Iterable[arabic.Shape] = (
        arabic.shaped(clusters)
        if bidi.has_right_to_left(text)
        else [arabic.Shape(*cluster) for cluster in clusters]
    )
    words = _words(shapes, {start: wide for start, _, wide in found})
    return tuple(item for word in words for item in _set_word(word, text, face))


def _words(shapes: Iterable[arabic.Shape], wide: Mapping[int, int]) -> Iterator[list[arabic.Shape]]:
    """Give what is between spaces; a space, and a wide character, is a word by itself."""
    word: list[arabic.Shape] = []
    for shape in shapes:
        is_alone = shape.drawn[0].isspace() or wide[shape.start] > 1
        if is_alone and word:
            yield word
            word = []
        word.append(shape)
        if is_alone:
            yield word
            word = []
    if word:
        yield word


def _set_word(word: Sequence[arabic.Shape], text: str, face: Typeface) -> Iterator[_Item]:
    whole = next((font for font in face.fonts if all(has_all(font, shape.drawn) for shape in word)), None)
    drawn = [(shape.drawn, whole) if whole else _as_drawn(shape, text, face) for shape in word]
    if any(font is None for _, font in drawn):
        start, stop = word[0].start, word[-1].stop
        yield _Item(start, stop, text[start:stop], cell_len(text[start:stop]), None)
        return
    for shape, (form, font) in zip(word, drawn, strict=True):
        if font is not None:
            yield _Item(shape.start, shape.stop, form, face.columns_in(font), font)


def _as_drawn(shape: arabic.Shape, text: str, face: Typeface) -> tuple[str, Font | None]:
    """Return what of a shape can be drawn and in which font: its form, else its letters apart."""
    for drawn in (shape.drawn, text[shape.start : shape.stop]):
        for font in face.fonts:
            if has_all(font, drawn):
                return drawn, font
    return "", None


def _plain(item: _Item, rows: int) -> tuple[str, ...]:
    return tuple(item.drawn if part == rows // 2 else " " * item.cells for part in range(rows))
