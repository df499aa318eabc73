"""The library on standard output: its items or subscriptions, as lines, JSON or OPML."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Final

from briefing.cli import outputs
from briefing.cli.wiring import account
from briefing.sources.address import without_secrets

if TYPE_CHECKING:
    import argparse

    from briefing.ports.library import Shelf

_MOST_FOUND: Final = 1000
_NO_FEEDS: Final = "There are no subscriptions. `briefing subscribe ADDRESS` makes one, of a feed or a site."
_NO_ITEMS: Final = "There are no items yet. `briefing refresh` gets what is in your subscriptions."
_ALL_HEARD: Final = "All was heard. `briefing refresh` gets what is new."
_NOTHING_FOUND: Final = "No item has words that begin so. `briefing list` names all."


def print_library(args: argparse.Namespace) -> int:
    """Print what `briefing list` is asked for of the library; return the exit code."""
    with closing(account.open_shelf()) as shelf:
        if args.opml:
            _print_opml(shelf)
        elif args.feeds:
            _print_feeds(shelf, is_json=args.json)
        else:
            _print_items(shelf, args)
        account.tell_notice(shelf)
    return 0


def _print_items(shelf: Shelf, args: argparse.Namespace) -> None:
    if args.search is None:
        items = shelf.items(unheard=args.unheard)
    else:
        found = shelf.search(args.search, _MOST_FOUND)
        items = tuple(item for item in found if not (args.unheard and item.is_heard))
    if args.untimed:
        from briefing.library.untimed import untimed

        sys.stdout.writelines(f"{item.number}\n" for item in untimed(shelf, items))
    elif args.json:
        from briefing.export.library import items_json

        sys.stdout.writelines(items_json(items))
    elif items:
        from briefing.library.lines import item_line

        now = datetime.now().astimezone()
        sys.stdout.writelines(f"{item_line(item, now)}\n" for item in items)
    else:
        outputs.tell(_why_none(shelf, args))


def _why_none(shelf: Shelf, args: argparse.Namespace) -> str:
    if not shelf.subscriptions():
        return _NO_FEEDS
    if args.search is not None:
        return _NOTHING_FOUND
    return _ALL_HEARD if shelf.items(limit=1) else _NO_ITEMS


def _print_feeds(shelf: Shelf, *, is_json: bool) -> None:
    subscriptions, items = shelf.subscriptions(), shelf.items()
    count = Counter(item.subscription for item in items)
    unheard = Counter(item.subscription for item in items if not item.is_heard)
    if is_json:
        from briefing.export.library import subscriptions_json

        counts = {number: (count[number], unheard[number]) for number in count}
        sys.stdout.writelines(subscriptions_json(subscriptions, without_secrets, counts))
        return
    if not subscriptions:
        outputs.tell(_NO_FEEDS)
        return
    from briefing.library.lines import subscription_line

    now = datetime.now().astimezone()
    for each in subscriptions:
        line = subscription_line(each, count[each.number], unheard[each.number], now)
        sys.stdout.write(f"{line} {without_secrets(each.address)}\n")


def _print_opml(shelf: Shelf) -> None:
    from briefing.feed import FeedAddress
    from briefing.formats.feeds.opml import as_opml

    feeds = [FeedAddress(without_secrets(each.address), each.title) for each in shelf.subscriptions()]
    sys.stdout.write(as_opml(feeds))
    if not feeds:
        outputs.tell(_NO_FEEDS)
