"""A recording that comes into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.sources.web.answer import Answer
    from briefing.sources.web.cache.partial import Held, PartialFile


class ArrivingFile:
    """A `ports.Arriving` that fetches in the thread that waits."""

    def __init__(
        self, begun: Answer | None, partial: PartialFile | Held, again: Callable[[int], Answer]
    ) -> None:
        """Take what has come, and the answer that brings more; none where it is whole.

        `again` asks anew from a byte on.
        """
        self._begun, self._partial, self._again = begun, partial, again
        self.path = partial.path

    @property
    def size_bytes(self) -> int | None:
        """How long it will be; see `ports.Arriving`."""
        return self._partial.size_bytes

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there."""
        return self._partial.is_whole

    def need(self, _start: int, _stop: int) -> None:
        """Wait for bytes; see `ports.Arriving`."""
        self.wait()

    def wait(self) -> None:
        """Wait until all of it is there; see `ports.Arriving`."""
        partial = self._partial
        if self._begun is None or partial.is_whole or not hasattr(partial, "write"):
            return
        for piece in self._begun.pieces():
            partial.write(self._begun.at - len(piece), piece)
        partial.size_bytes = self._begun.at

    def close(self) -> None:
        """Stop; see `ports.Arriving`."""
        if self._begun is not None:
            self._begun.close()
        self._partial.close()
