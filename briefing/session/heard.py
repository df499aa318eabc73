"""How far an item of the library was heard, as the library is told it.

An item is heard when it was played to its end, when its last sentence was reached by hand, or when it is
marked so. What is heard in part is offered again, at its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.ports.library import HeardKeeper


class HeardSoFar:
    """How far one item was heard; of what is not in the library (`number` is None) nobody is told."""

    def __init__(
        self, keeper: HeardKeeper | None = None, number: int | None = None, *, is_heard: bool = False
    ) -> None:
        self.is_heard = is_heard
        self._keeper = keeper
        self._number = number
        self._share = 0.0

    @property
    def is_kept(self) -> bool:
        """Whether it is an item of the library."""
        return self._keeper is not None and self._number is not None

    def reach(self, share: float, length_s: float | None, *, is_last: bool = False) -> None:
        """Take note how far it was heard.

        Args:
            share: 0 to 1.
            length_s: How long all of it is; None while that is not known.
            is_last: Whether all of it was heard, or passed over by hand.
        """
        self._share = min(max(share, 0.0), 1.0)
        self._keep(True if is_last else None, length_s)

    def mark(self, *, is_heard: bool) -> None:
        """Take it for heard, or not, however far that was."""
        self._keep(is_heard)

    def _keep(self, is_heard: bool | None, length_s: float | None = None) -> None:
        if is_heard is not None:
            self.is_heard = is_heard
        if self._keeper is not None and self._number is not None:
            self._keeper.keep_heard(self._number, self._share, is_heard=is_heard, length_s=length_s)
