"""`briefing subscribe`: have the items of feeds from now on.

    briefing subscribe https://example.org/news.xml      a feed
    briefing subscribe https://example.org/              a site that links its feed
    briefing subscribe FEEDS.opml                        all that a list of subscriptions names

A feed is read at once, so that it is known to be one, and its items are there. What cannot be reached just
now is asked for by the next `briefing refresh`; so are the feeds of a list. A feed that is there already,
though its address is written in another way, stays as it is.
"""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from briefing.announce import counted
from briefing.cli.parser import RawHelp
from briefing.cli.settings_flags import add_some_flags
from briefing.cli.wiring import account
from briefing.safe import safe_line
from briefing.sources.address import without_secrets

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from briefing.cli.wiring.subscriptions import FeedsFound, Subscribed
    from briefing.listed import Subscription

_MOST_OTHERS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Have the items of feeds from now on."
    parser.epilog = (__doc__ or "").partition("\n\n")[2]
    parser.formatter_class = RawHelp
    parser.add_argument(
        "names", nargs="+", metavar="SOURCE", help="an address (https://...), or an OPML file; - for stdin"
    )
    add_some_flags(parser, "offline")


def run(args: argparse.Namespace) -> int:
    """Subscribe, and print what to; return the exit code.

    Raises:
        BriefingError: if what was named is no feed and links none, or cannot be kept.
    """
    from briefing.cli.wiring.subscriptions import feeds_meant, subscribe
    from briefing.formats.feeds.process import FeedReaders

    settings = account.load_settings(args).settings
    with closing(account.open_shelf(must_last=True)) as shelf, FeedReaders(most=1) as reader:
        for name in args.names:
            found = feeds_meant(_meant(name), settings, reader)
            for line in _told(subscribe(shelf, found), found):
                sys.stdout.write(f"{safe_line(line, 500)}\n")
        account.tell_notice(shelf)
    return 0


def _meant(name: str) -> str:
    """Return a name without the scheme that some pages give the addresses of feeds."""
    scheme, colon, rest = name.partition(":")
    if scheme.lower() != "feed" or not colon:
        return name
    return f"http:{rest}" if rest.startswith("//") else rest


def _told(done: Subscribed, found: FeedsFound) -> Iterator[str]:
    """Yield what is to be said of what was kept."""
    if done.one is None:
        there = f", {done.feeds - done.new} of which were there already" if done.new < done.feeds else ""
        yield f"Subscribed to {counted(done.feeds, 'feed')}{there}. `briefing refresh` gets their items."
        return
    yield _told_of_one(done.one, done, found)
    if found.others:
        yield f"The page links {counted(len(found.others), 'other feed')}:"
        yield from (f"{without_secrets(each.address)} {each.title}" for each in found.others[:_MOST_OTHERS])


def _told_of_one(one: Subscription, done: Subscribed, found: FeedsFound) -> str:
    begin = (
        f"Subscribed to {one.title}, number {one.number}"
        if done.new
        else f"{one.title} is subscribed already"
    )
    if found.trouble:
        return f"{begin}. It cannot be had now: {found.trouble} The next `briefing refresh` asks for it."
    at = f", found at {without_secrets(one.address)}" if found.others else ""
    return f"{begin}{at}: {counted(done.items, 'item')}."
