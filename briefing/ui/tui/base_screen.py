"""The screen below all dialogs, which renders what has changed and not what lies beside it.

For a word that is lit Textual repaints two rows, but first renders every row of every widget in the window:
it leaves out only widgets whose surroundings the change does not touch, and these are nearly always the
whole window. Here it is the widget itself that must be touched, and of it the rows from the first that
changed to the last are rendered. A quarter of what playing takes of the player's processor time goes by
that (measured side by side).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.strip import Strip
    from textual.widget import Widget


class _TouchedOnly(Compositor):
    """Sees no more widgets, and no more of their rows, than the change touches, while it renders that."""

    _change: Region | None = None

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        """Each widget that is seen, with its region and what it is clipped to."""
        visible = super().visible_widgets
        if self._change is None:
            return visible
        touches, rows = self._change.overlaps, self._change.line_span
        return {
            widget: (region, _between(clip, *rows))
            for widget, (region, clip) in visible.items()
            if touches(region)
        }

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        self._change = crop
        try:
            yield from super()._get_renders(crop)
        finally:
            self._change = None


def _between(clip: Region, top: int, bottom: int) -> Region:
    """Return what of a region lies in the rows from `top` to the one before `bottom`, as wide as it is."""
    return clip.intersection(Region(clip.x, top, clip.width, bottom - top))


class BaseScreen(Screen[None]):
    """What an app of ours shows where no dialog is open."""

    def __init__(self) -> None:
        super().__init__(id="_default")  # as Textual names it
        self._compositor = _TouchedOnly()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep all styles when it is first shown: whatever is on it took them as it was mounted."""
        event.refresh_styles = False
