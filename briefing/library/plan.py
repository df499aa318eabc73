"""In which order feeds are asked for, so that none waits for ever and no host is burdened.

Rules:
1. Those that were asked longest ago come first, a round at a time: what an earlier refresh did not get to
   goes before what it did.
2. Of a round, the host with the most feeds left goes first, since it takes the longest; so hosts take turns.
3. Of a host no more than a few are asked for at once.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.listed import Subscription

MOST_PER_HOST: Final = 2
"""Feeds of one host that are asked for at the same time."""
_BETWEEN_ROUNDS: Final = timedelta(minutes=10)
"""Where nothing was asked for so long, another refresh began."""


class Plan:
    """What is left to ask for, and of which hosts something is asked just now."""

    def __init__(self, subscriptions: Iterable[Subscription]) -> None:
        self._left: dict[str, list[tuple[int, Subscription]]] = {}
        """The feeds of a host, each with its round; the one to ask next is the last."""
        for each in _with_rounds(subscriptions):
            self._left.setdefault(_host_of(each[1]), []).append(each)
        for feeds in self._left.values():
            feeds.reverse()
        self._under_way: Counter[str] = Counter()
        self._ready = [(*self._urgency(host), host) for host in self._left]
        """A heap of the hosts that have feeds left and may be asked just now, the most urgent first."""
        heapify(self._ready)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to begin with."""
        return not self._left

    def begin(self) -> Subscription | None:
        """Return what to ask for now; None where nothing may be just now, or nothing is left."""
        if not self._ready:
            return None
        *_, host = heappop(self._ready)
        _, found = self._left[host].pop()
        if not self._left[host]:
            del self._left[host]
        self._under_way[host] += 1
        if self._under_way[host] < MOST_PER_HOST:
            self._make_ready(host)
        return found

    def end(self, subscription: Subscription) -> None:
        """Take note that one was asked for."""
        host = _host_of(subscription)
        self._under_way[host] -= 1
        if self._under_way[host] == MOST_PER_HOST - 1:
            self._make_ready(host)

    def _make_ready(self, host: str) -> None:
        if host in self._left:
            heappush(self._ready, (*self._urgency(host), host))

    def _urgency(self, host: str) -> tuple[int, int, str]:
        feeds = self._left[host]
        rank, following = feeds[-1]
        return rank, -len(feeds), following.asked_at


def _with_rounds(subscriptions: Iterable[Subscription]) -> Iterator[tuple[int, Subscription]]:
    """Yield subscriptions, each with the number of the round in which it was asked for, the oldest first."""
    rank, last = 0, ""
    for each in sorted(subscriptions, key=lambda each: each.asked_at):
        rank += not _is_one_round(last, each.asked_at)
        yield rank, each
        last = each.asked_at


def _is_one_round(earlier: str, later: str) -> bool:
    if not earlier or not later:  # never asked for
        return earlier == later
    return datetime.fromisoformat(later) - datetime.fromisoformat(earlier) < _BETWEEN_ROUNDS


def _host_of(subscription: Subscription) -> str:
    return (urlsplit(subscription.address).hostname or "").rstrip(".")
