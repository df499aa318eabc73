"""`briefing unsubscribe`: have the items of a feed no longer.

    briefing unsubscribe 3                               by its number
    briefing unsubscribe https://example.org/news.xml    by its address
    briefing unsubscribe "Example News"                  by its title, or words that only its title has

Its items go with it. What was heard of them is still known when it is subscribed to again.
"""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from briefing.announce import counted
from briefing.cli.naming_feeds import subscription_meant
from briefing.cli.parser import RawHelp
from briefing.cli.wiring import account
from briefing.safe import safe_line
from briefing.sources.address import without_secrets

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Have the items of a feed no longer."
    parser.epilog = (__doc__ or "").partition("\n\n")[2]
    parser.formatter_class = RawHelp
    parser.add_argument("names", nargs="+", metavar="FEED", help="its number, its address or its title")


def run(args: argparse.Namespace) -> int:
    """Drop the feeds that are named, and print what was dropped.

    Raises:
        BriefingError: if there is no such feed, several are meant, or it cannot be dropped.
    """
    with closing(account.open_shelf(must_last=True)) as shelf:
        for each in [subscription_meant(shelf.subscriptions(), name) for name in args.names]:
            items = shelf.items(subscription=each.number)
            shelf.unsubscribe(each.number)
            unheard = sum(not item.is_heard for item in items)
            line = (
                f"Unsubscribed from {each.title}: {counted(len(items), 'item')} dropped, {unheard} unheard."
                f" `briefing subscribe {without_secrets(each.address)}` brings it back."
            )
            sys.stdout.write(f"{safe_line(line, 500)}\n")
        account.tell_notice(shelf)
    return 0
