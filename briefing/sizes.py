"""The text sizes, in one table: a row each, from the smallest to the largest.

Whatever differs from size to size stands in the row; nobody asks for a size by its name.
Settings, commands, announcements and the size control list what is here, so it lies below all of them
and not with the faces.
"""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import Final, NamedTuple, Self


class Letters(Enum):
    """What the characters of a size are made of."""

    TERMINAL = auto()
    """The terminal's own characters, a cell each."""
    FINE = auto()
    """Drawn over several cells in the finest blocks that the terminal draws, or the user chose."""
    BOLD = auto()
    """Drawn in half blocks, twice as large or more, with thick strokes."""


class TextSize(StrEnum):
    """The text sizes: name, description, longest line in characters, rows between blocks, letters.

    Where there is no row between paragraphs, their first lines are moved in. Letters of a size
    that `fills` grow until the sentence being read just fits the window.
    """

    XS = "xs", "dense", 100, 0, Letters.TERMINAL
    SM = "sm", "ordinary", 72, 1, Letters.TERMINAL
    MD = "md", "large print", 72, 1, Letters.FINE
    LG = "lg", "very large print", 72, 1, Letters.BOLD
    XL = "xl", "as large as fits", 72, 1, Letters.BOLD, True

    description: str
    columns: int
    gap: int
    letters: Letters

    fills: bool

    def __new__(  # noqa: PLR0917 - the cells of a row
        cls, name: str, description: str, columns: int, gap: int, letters: Letters, fills: bool = False
    ) -> Self:
        """Make a member of its row."""
        size = str.__new__(cls, name)
        size._value_ = name
        size.description, size.columns, size.gap = description, columns, gap
        size.letters, size.fills = letters, fills
        return size

    @property
    def is_drawn(self) -> bool:
        """Whether it is larger print, drawn over several cells."""
        return self.letters is not Letters.TERMINAL


USUAL: Final = TextSize.SM
"""The size of a text that nobody has chosen another for."""
DRAWN: Final = tuple(size for size in TextSize if size.is_drawn)
"""The sizes of larger print."""


MOST_LINE_SPACING: Final = 2.0
"""How far apart lines may be, as a multiple of their height."""
MOST_LETTER_SPACING: Final = 1.0
"""How much room there may be between letters, in letters."""
LINE_LENGTHS: Final = range(10, 201)
"""How many characters a line may have at most, where the user says so."""


class Spacing(NamedTuple):
    """How a text is set in its size.

    `lines` is how far apart lines are, as a multiple of their height, `letters` how much room there is
    between those of larger print, as a share of a letter, and `line_length` how many characters a line
    has at most, 0 for as many as the size has.
    """

    lines: float = 1.0
    letters: float = 0.0
    line_length: int = 0

    def longest(self, size: TextSize) -> int:
        """Return how many characters a line of a size has at most."""
        return max(self.line_length, LINE_LENGTHS[0]) if self.line_length else size.columns


USUAL_SPACING: Final = Spacing()


def up_to(size: TextSize) -> tuple[TextSize, ...]:
    """Return a size and all smaller ones, the largest first."""
    sizes = tuple(TextSize)
    return sizes[sizes.index(size) :: -1]
