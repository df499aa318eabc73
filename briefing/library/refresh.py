"""A refresh: subscriptions asked for what is new, many at once, bounded, and left at any moment.

What came is kept a feed at a time, so whatever ends a refresh, and whenever, what came before stays; the next
one goes on with those that were asked longest ago (see `plan`). Two refreshes take turns, and the second
leaves out what the first asked for.
"""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.library.plan import Plan
from briefing.ports.library import FeedAnswer
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from briefing.listed import Subscription
    from briefing.ports.library import FeedGetter, RefreshTurns, Shelf

MOST_AT_ONCE: Final = 16
"""Feeds that are asked for at the same time, each by a thread."""
_ASKED_TO_WAIT: Final = "Its server wants not to be asked yet."
"""What there is to say of a feed that rests, and that nothing else ails."""


class Refreshed(NamedTuple):
    """What came of one subscription."""

    subscription: Subscription
    """As it was before."""
    answer: FeedAnswer
    """Without what the feed holds: that is kept by now, and would fill the memory."""
    new: int
    """How many items are new."""
    title: str
    """What it is called from now on."""
    share: float = 0.0
    """How much of the refresh is done with it, 0 to 1."""


class Refresh:
    """One refresh. `run` blocks; `stop` ends it, from any thread.

    Args:
        shelf: Keeps what comes.
        getter: Gets it; it is of no use after `stop`.
        turns: Sees to it that there is one refresh at a time; None where nobody else can make one.
        now: The time, in UTC. Leave as default unless testing.
    """

    def __init__(
        self,
        shelf: Shelf,
        getter: FeedGetter,
        turns: RefreshTurns | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._shelf, self._getter, self._turns, self._now = shelf, getter, turns, now
        self._changed = Condition()
        self._came: SimpleQueue[tuple[Subscription, FeedAnswer] | BaseException | None] = SimpleQueue()
        self._kept: set[int] = set()
        self.is_stopped = False

    def run(
        self, numbers: Collection[int] | None = None, tell_of_waiting: Callable[[], None] = lambda: None
    ) -> Iterator[Refreshed]:
        """Ask for what is new, keep it, and yield what came of each. Ends early after `stop`.

        Args:
            numbers: Which subscriptions, each asked for whole, whatever its server says of what is new. All
                where it is None, but for those that are gone for good.
            tell_of_waiting: Is told once where another refresh is waited for.

        Raises:
            BriefingError: if what came cannot be kept; the refresh is stopped then.
        """
        turn = nullcontext("") if self._turns is None else self._turns.taken(self._is_wanted, tell_of_waiting)
        with turn as since:
            if self.is_stopped:
                return
            subscriptions = [
                each
                for each in self._shelf.subscriptions()
                if (not each.is_gone if numbers is None else each.number in numbers)
                and not (since and each.asked_at >= since)
            ]
            now = self._now()
            resting = [each for each in subscriptions if _rests(each, now)]
            for done, each in enumerate(resting, 1):
                yield Refreshed(each, _still(each, now), 0, each.title, done / len(subscriptions))
            asked = [each for each in subscriptions if not _rests(each, now)]
            if numbers is not None:
                asked = [each._replace(etag="", modified="") for each in asked]
            for done, refreshed in enumerate(self._refreshed(asked), len(resting) + 1):
                yield refreshed._replace(share=done / len(subscriptions))

    def stop(self) -> None:
        """Have it end soon. What has come is kept."""
        with self._changed:
            self.is_stopped = True
            self._changed.notify_all()
        self._came.put(None)
        self._getter.leave()

    def _keep(self, subscription: Subscription, answer: FeedAnswer) -> Refreshed:
        new = self._shelf.take(subscription.number, answer)
        title = safe_line(answer.feed.title) if answer.feed else ""
        return Refreshed(subscription, answer._replace(feed=None), new, title or subscription.title)

    def _note_kept(self, number: int) -> None:
        self._getter.kept(number)
        with self._changed:
            self._kept.add(number)
            self._changed.notify_all()

    def _is_wanted(self) -> bool:
        return not self.is_stopped

    def _refreshed(self, asked: list[Subscription]) -> Iterator[Refreshed]:
        """Keep the answers as they come, until all have or it is stopped, and yield what came of them."""
        plan = Plan(asked)
        for _ in range(min(MOST_AT_ONCE, len(asked))):
            # What waits for a server when the program ends is not waited for.
            Thread(target=self._ask, args=(plan,), name="refresh", daemon=True).start()
        try:
            for _ in asked:
                came = self._came.get()
                if came is None:
                    return
                if isinstance(came, BaseException):
                    raise came
                refreshed = self._keep(*came)
                del came
                self._note_kept(refreshed.subscription.number)
                yield refreshed
        finally:
            if not plan.is_over:
                self.stop()

    def _ask(self, plan: Plan) -> None:
        """Ask for one after the other, as the plan has it."""
        while (subscription := self._next(plan)) is not None:
            try:
                answer = self._getter.get(subscription)
            except BaseException as error:  # noqa: BLE001  # told by the thread that waits for it
                self._came.put(error)
                return
            with self._changed:
                plan.end(subscription)
                self._changed.notify_all()
                if not self.is_stopped:
                    self._came.put((subscription, answer))
                number = subscription.number
                del subscription, answer
                while not (self.is_stopped or number in self._kept):  # more would only fill the memory
                    self._changed.wait()

    def _next(self, plan: Plan) -> Subscription | None:
        """Wait for what may be asked for next; None if there is nothing more."""
        with self._changed:
            while not (self.is_stopped or plan.is_over):
                if (found := plan.begin()) is not None:
                    return found
                self._changed.wait()
        return None


def _rests(subscription: Subscription, now: datetime) -> bool:
    """Return whether a server said that a subscription is not to be asked for yet."""
    return bool(subscription.wait_until) and datetime.fromisoformat(subscription.wait_until) > now


def _still(subscription: Subscription, now: datetime) -> FeedAnswer:
    """Return the answer that still holds for one that is not to be asked for yet."""
    wait_s = (datetime.fromisoformat(subscription.wait_until) - now).total_seconds()
    return FeedAnswer(wait_s=wait_s, trouble=subscription.trouble or _ASKED_TO_WAIT)
