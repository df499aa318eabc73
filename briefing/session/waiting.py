"""What there is to say while something comes over the network: seldom, in words, and what a key is answered.

Rules:
1. What comes quickly is not talked about.
2. A share is told at each quarter, an amount without a share after each few seconds: nothing ticks.
3. Where nothing comes, that is told soon, and after each time twice as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.commands.mentions import mention

if TYPE_CHECKING:
    from briefing.loading import Loading
    from briefing.ports.clock import Clock

_STALL_S: Final = 3.0
"""Nothing came for so long before it is said: longer than servers think, shorter than people do."""
_QUARTERS: Final = 4
_BETWEEN_S: Final = 2.0
"""A sentence takes so long to be spoken."""
_AMOUNT_S: Final = 5.0
"""As seldom as quarters of what takes twenty seconds."""


class Waiting:
    """Sees how a loading gets on, whenever it is asked. `way_out` is what to press, to wait no longer."""

    def __init__(self, loading: Loading, clock: Clock, way_out: str = mention("quit")) -> None:
        self._loading, self._clock, self._way_out = loading, clock, way_out
        self._moved_s = self._told_s = clock()
        self._done_bytes = self._quarter = 0
        self._patience_s = _STALL_S

    def take_due(self) -> str:
        """Return a sentence that it is time for; empty if it is not."""
        now_s = self._clock()
        if self._loading.is_over:
            return ""
        if self._loading.done_bytes != self._done_bytes:
            self._done_bytes, self._moved_s, self._patience_s = self._loading.done_bytes, now_s, _STALL_S
        stalled_s = now_s - self._moved_s
        if stalled_s >= self._patience_s:
            self._patience_s = stalled_s * 2
            return self._tell(now_s)
        since_s = now_s - self._told_s
        if not self._done_bytes or since_s < _BETWEEN_S:
            return ""
        whole = self._loading.whole_bytes
        quarter = _QUARTERS * self._done_bytes // whole if whole else 0
        is_due = self._quarter < quarter < _QUARTERS if whole else since_s >= _AMOUNT_S
        self._quarter = quarter
        return self._tell(now_s) if is_due else ""

    def _tell(self, now_s: float) -> str:
        self._told_s = now_s
        return self.now

    @property
    def now(self) -> str:
        """How it gets on, in a sentence; empty where nothing is waited for."""
        loading = self._loading
        if loading.is_over:
            return ""
        stalled_s = self._clock() - self._moved_s
        if stalled_s >= _STALL_S or not loading.done_bytes:
            return announce.waiting(loading.host, stalled_s, self._way_out)
        return announce.loading(loading.what, loading.done_bytes, loading.whole_bytes)
