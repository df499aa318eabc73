"""`briefing refresh`: ask the subscriptions for what is new.

    briefing refresh
    briefing refresh 3 https://example.org/feed.xml
    briefing refresh --json

Many are asked at once, and of a host no more than two. A server is asked for what is newer only, and left
alone for as long as it wants; a subscription that is named is asked for whole. Interrupted, it keeps what
came, and the next refresh begins with the others.
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from briefing.cli import asking, outputs
from briefing.cli.naming_feeds import subscription_meant
from briefing.cli.progress import Progress
from briefing.cli.wiring import account
from briefing.cli.wiring.refreshing import refresh_of
from briefing.errors import SourceError
from briefing.leaving import undone_by_leaving
from briefing.safe import safe_line
from briefing.settings import add_some_flags
from briefing.sources.address import without_secrets

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Sequence

    from briefing.library.refresh import Refreshed
    from briefing.ports.library import Shelf
    from briefing.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Ask your subscriptions for what is new."
    parser.add_argument(
        "feeds", nargs="*", metavar="FEED", help="its number, its address or its title; all without one"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    add_some_flags(parser, "offline")


def run(args: argparse.Namespace) -> int:
    """Refresh, and tell what came of it; return the exit code.

    Raises:
        BriefingError: if a name is no subscription, nothing may be fetched, or nothing can be kept.
    """
    settings = account.load_settings(args).settings
    with closing(account.open_shelf(must_last=True)) as shelf:
        subscriptions = shelf.subscriptions()
        numbers = {subscription_meant(subscriptions, name).number for name in args.feeds} or None
        if subscriptions:
            came = _refreshed(shelf, settings, numbers)
        else:
            came = []
            outputs.tell("You are subscribed to nothing yet. Write: briefing subscribe ADDRESS")
        if args.json:
            sys.stdout.write(json.dumps(_fields(came), ensure_ascii=False, indent=2) + "\n")
        elif subscriptions:
            _tell(came)
            sys.stdout.write(f"{_summary(came, len(subscriptions if numbers is None else numbers))}\n")
        _ask_about_gone(shelf, came)
        account.tell_notice(shelf)
    if came and all(each.answer.trouble for each in came):
        raise SourceError("No feed could be had.")
    return 0


def _refreshed(shelf: Shelf, settings: Settings, numbers: Collection[int] | None) -> list[Refreshed]:
    """Return what came of each, by number; show how far that is."""
    came: list[Refreshed] = []

    def tell_interrupted() -> None:
        outputs.tell(f"{_summary(came, len(came))} The next refresh begins with the others.")

    with (
        refresh_of(shelf, settings) as refresh,
        undone_by_leaving(tell_interrupted),
        Progress("Refreshing") as bar,
    ):
        bar.show(0.0)
        for each in refresh.run(numbers, lambda: outputs.tell("Another refresh is waited for.")):
            came.append(each)
            bar.show(each.share, f"{sum(one.new for one in came)} new")
    return sorted(came, key=lambda each: each.subscription.number)


def _tell(came: Sequence[Refreshed]) -> None:
    """Say a line of each feed that could not be had, or is elsewhere now."""
    for subscription, answer, *_ in came:
        number = subscription.number
        called = f"{number} {subscription.title}"
        if answer.is_gone:
            if not asking.can_ask():
                outputs.tell(f"{called} is gone for good. To drop it: briefing unsubscribe {number}")
        elif answer.trouble:
            outputs.tell(f"{called}: {answer.trouble}{_until(answer.wait_s)}")
        elif answer.moved_to:
            outputs.tell(f"{called} has moved to {answer.moved_to}")


def _until(wait_s: float | None) -> str:
    """Return from when on a server may be asked again, in words."""
    if not wait_s:
        return ""
    at = datetime.now().astimezone() + timedelta(seconds=wait_s)
    return f" It is asked again from {at:%H:%M} on."


def _summary(came: Sequence[Refreshed], asked: int) -> str:
    new, with_new = sum(each.new for each in came), sum(each.new > 0 for each in came)
    return f"{new} new item{'s' * (new != 1)} in {with_new} of {asked} feed{'s' * (asked != 1)}."


def _ask_about_gone(shelf: Shelf, came: Sequence[Refreshed]) -> None:
    """Offer to drop what is gone for good, where somebody is there to answer."""
    gone = [each.subscription for each in came if each.answer.is_gone]
    for each in gone if asking.can_ask() else ():
        if asking.agreed(f"{each.number} {each.title} is gone for good. Unsubscribe from it?"):
            shelf.unsubscribe(each.number)


def _fields(came: Sequence[Refreshed]) -> dict[str, Any]:
    return {
        "new": sum(each.new for each in came),
        "feeds": [
            {
                "number": subscription.number,
                "title": (answer.feed and safe_line(answer.feed.title)) or subscription.title,
                "address": without_secrets(subscription.address),
                "new": new,
                "trouble": answer.trouble or None,
                "is_gone": answer.is_gone,
                "moved_to": answer.moved_to or None,
                "wait_s": answer.wait_s,
            }
            for subscription, answer, new, _ in came
        ],
    }
