"""A level over the frames of the output: straight lines between points. No time, no threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class LevelLine:
    """A factor for each frame, 1 at first. The same frame has the same until a point is set before it."""

    def __init__(self) -> None:
        self._points: list[tuple[int, float]] = [(0, 1.0)]

    def aim(self, frame: int, level: float, within_frames: int) -> None:
        """Leave what the level is at `frame` for another, within so many frames."""
        places, levels = zip(*self._points, strict=True)
        there = float(np.interp(frame, places, levels))
        kept = [point for point in self._points if point[0] < frame]
        if there != level:
            kept += [(frame, there), (frame + within_frames, level)]
        elif not kept or kept[-1][1] != there:
            kept.append((frame, there))
        self._points = kept

    def levels(self, first: int, frames: int) -> NDArray[np.float32] | None:
        """Return the levels of frames from `first` on, (frames, 1); None where all of them are 1."""
        points = self._after(first)
        if len(points) == 1 and points[0][1] == 1.0:
            return None
        places, levels = zip(*points, strict=True)
        found: NDArray[np.float32] = np.interp(np.arange(first, first + frames), places, levels).astype(
            np.float32
        )[:, np.newaxis]
        return found

    def forget(self, frame: int) -> None:
        """Forget what was before a frame."""
        self._points = self._after(frame)

    def _after(self, frame: int) -> list[tuple[int, float]]:
        """Return the points that are needed from `frame` on."""
        at = sum(1 for point in self._points if point[0] <= frame)
        return self._points[max(at - 1, 0) :]
