"""Where the terminal's own cursor stands: what a screen reader or magnifier follows.

Textual hides the cursor, leaves it in a corner, and sends a move only with its next repaint. A reader
looks at any moment, and says what stands where the cursor is: sent ahead of the words it finds those of
before, and sent after them it was elsewhere. So nobody puts it anywhere. Whatever can have it tells where
it belongs (`HasCursor`), and is asked as a frame is drawn, for each to end there (`PointingApp`). Where
nothing is drawn, as when a light is off, the place is sent by itself, which is what `settle` asks for.

Where the words stand there already the place goes ahead: Fenrir says the cursor's row unless something is
written in the same moment, be it a digit of the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from textual.geometry import Offset

    from briefing.ui.glyphs.faces import Typeface


@runtime_checkable
class HasCursor(Protocol):
    """A screen or an app that knows where the terminal's cursor belongs."""

    def cursor_cell(self) -> Offset | None:
        """Return the cell of the screen, counted from 0; None while it has none, as before it is laid out."""


@runtime_checkable
class StandsStill(Protocol):
    """What has the cursor, and may know that the words stand there already."""

    @property
    def stands_still(self) -> bool:
        """Whether the next frame lights words, and moves none."""


@runtime_checkable
class Settles(Protocol):
    """An app that sends the cursor's place."""

    def settle(self) -> None:
        """Have the terminal's cursor where it belongs, whether or not something is drawn."""


@runtime_checkable
class SetsLarge(Protocol):
    """An app that shows its lists in large print where the text is."""

    def letters(self, text: str) -> Typeface | None:
        """Return what stands beside the text is drawn in; None for the terminal's own letters."""


def settle(app: object) -> None:
    """Have an app send the cursor's place, where it is one that does."""
    if isinstance(app, Settles):
        app.settle()
