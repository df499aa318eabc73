"""The library by commands: subscribing, refreshing, marking an item as heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.mentions import mention
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.listed import Subscription
    from briefing.session.session import Session


def subscription_lines(session: Session) -> list[str]:
    """Return each subscription, to be dropped."""
    return [_title(each) for each in session.catalogue.subscriptions()]


def _title(subscription: Subscription) -> str:
    return subscription.title.rstrip(".") or "Untitled"


def _subscribe(session: Session, argument: str) -> None:
    if not argument:
        raise UsageError("Type the address of a feed.")
    session.catalogue.subscribe(argument)


def _unsubscribe(session: Session, argument: str) -> None:
    """Drop the subscription at that place in the list; without one, list them all."""
    listed = session.catalogue.subscriptions()
    if not listed:
        session.say(f"Nothing is subscribed to. {mention('subscribe')} subscribes.")
    elif not argument:
        session.say(
            f"Unsubscribe from one of {len(listed)}. Type its number; {mention('undo')} brings it back."
        )
        for number, line in enumerate(subscription_lines(session), 1):
            session.say(f"{number}: {line}")
    elif argument.isdecimal() and 1 <= int(argument) <= len(listed):
        _drop(session, listed[int(argument) - 1])
    else:
        raise UsageError(f"There is no subscription {argument}.", f"Give a number from 1 to {len(listed)}.")


def _drop(session: Session, subscription: Subscription) -> None:
    title = _title(subscription)

    def tell() -> None:
        session.undo.remember(
            lambda: session.catalogue.bring_back(subscription),
            f"Subscribed to {title} again, and refreshing it.",
        )
        session.say(f"Unsubscribed from {title}. Press {mention('undo')} to bring it back.")

    session.catalogue.unsubscribe(subscription.number, tell)


def mark(session: Session, number: str) -> None:
    """Mark an item as heard, or one that was heard as not heard.

    Raises:
        UsageError: if it is none.
    """
    before = session.catalogue.item(int(number)) if number.isdecimal() else None
    if before is None:
        raise UsageError(f"There is no item {number} in the library.", f"{mention('library')} lists them.")
    session.catalogue.set_heard(before.number, is_heard=not before.is_heard)
    was, now = ("heard", "not heard") if before.is_heard else ("not heard", "heard")
    title = before.title.rstrip(".")
    session.undo.remember(lambda: session.catalogue.restore(before), f"Marked as {was} again: {title}.")
    session.say(f"Marked as {now}: {title}. Press {mention('undo')} to take that back.")


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "subscribe": _subscribe,
    "unsubscribe": _unsubscribe,
    "refresh": lambda session, _: session.catalogue.refresh(),
}
