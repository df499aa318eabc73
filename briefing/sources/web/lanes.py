"""Pools of connections: shared by all, or so few for each host that nobody is burdened.

A pool keeps to one kind of request (see `network`), so a host of which few connections are had has several
pools in turn, of one connection each. What is kept open for the next request counts, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from threading import Condition
from typing import Final, NamedTuple, Protocol

import httpcore

_MOST_IDLE: Final = 64
"""How many connections are kept open for what may come; the one that was used longest ago goes first."""

Kind = tuple[bool, str]
"""Whether the user named the server, and by which proxy it is asked."""
NewPool = Callable[[Kind, int | None], httpcore.ConnectionPool]
"""Makes a pool for a kind, of so many connections at most."""


class Lane(NamedTuple):
    """A pool that was lent for one request."""

    host: str
    kind: Kind
    pool: httpcore.ConnectionPool


class Lender(Protocol):
    """Lends pools. From any thread."""

    def lend(self, host: str, kind: Kind) -> Lane:
        """Return a pool for a request, whose answer is read before `take_back`. May wait."""

    def take_back(self, lane: Lane) -> None:
        """Take back what was lent, once."""

    def leave(self) -> None:
        """Have nobody wait any more."""

    def close(self) -> None:
        """Close all that is not lent."""


class Shared:
    """One pool a kind, for whoever asks."""

    def __init__(self, new_pool: NewPool) -> None:
        self._new_pool = new_pool
        self._lock = Condition()
        self._pools: dict[Kind, httpcore.ConnectionPool] = {}

    def lend(self, host: str, kind: Kind) -> Lane:
        """Return the pool of a kind; see `Lender`."""
        with self._lock:
            if kind not in self._pools:
                self._pools[kind] = self._new_pool(kind, None)
            return Lane(host, kind, self._pools[kind])

    def take_back(self, lane: Lane) -> None:
        """It stays with all who have it; see `Lender`."""

    def leave(self) -> None:
        """Nobody waits here; see `Lender`."""

    def close(self) -> None:
        """Close all; see `Lender`."""
        for pool in self._pools.values():
            pool.close()


class Few:
    """At most so many connections a host, whatever is asked for there, and by whom."""

    def __init__(self, new_pool: NewPool, most: int) -> None:
        self._new_pool, self._most = new_pool, most
        self._changed = Condition()
        self._lent: Counter[str] = Counter()
        self._idle: list[Lane] = []
        """The one that was used longest ago first; of a host, with those lent, no more than there may be."""
        self._is_left = False

    def lend(self, host: str, kind: Kind) -> Lane:
        """Return a pool of one connection as soon as there may be one more; see `Lender`."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_left or self._lent[host] < self._most)
            if self._is_left:
                raise httpcore.ConnectError("left")
            ours = [lane for lane in self._idle if lane.host == host]
            fitting = next((lane for lane in reversed(ours) if lane.kind == kind), None)
            if fitting is not None:
                self._idle.remove(fitting)
            elif ours and self._lent[host] + len(ours) >= self._most:
                self._drop(ours[0])
            lane = fitting or Lane(host, kind, self._new_pool(kind, 1))
            self._lent[host] += 1
            return lane

    def take_back(self, lane: Lane) -> None:
        """Keep a pool for the next who asks that host; see `Lender`."""
        with self._changed:
            self._lent[lane.host] -= 1
            self._idle.append(lane)
            if len(self._idle) > _MOST_IDLE:
                self._drop(self._idle[0])
            self._changed.notify_all()

    def leave(self) -> None:
        """Have nobody wait any more; see `Lender`."""
        with self._changed:
            self._is_left = True
            self._changed.notify_all()

    def close(self) -> None:
        """Close all that is not lent; see `Lender`."""
        with self._changed:
            for lane in tuple(self._idle):
                self._drop(lane)

    def _drop(self, lane: Lane) -> None:
        self._idle.remove(lane)
        lane.pool.close()
