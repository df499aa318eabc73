"""`briefing list`: print the items of a feed, as lines or as JSON.

The object of `--json` has the feed's `title`, `language`, `link` and `moved_to`, and its `items`;
`export.feeds` says which fields these have. What the feed does not say is null.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from briefing.cli.wiring import account, feeds
from briefing.settings import add_some_flags

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Print the items of a feed, the first of it first."
    parser.add_argument("source", metavar="SOURCE", help="a feed: a file, an address (https://...), or -")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    form.add_argument("--plain", action="store_true", help="print a line for each item (the default)")
    add_some_flags(parser, "offline")


def run(args: argparse.Namespace) -> int:
    """Print the feed on standard output.

    Raises:
        BriefingError: if it cannot be read.
    """
    from briefing.export.feeds import feed_fields, feed_lines

    feed = feeds.read_feed(args.source, account.load_settings(args).settings)
    if args.json:
        sys.stdout.write(json.dumps(feed_fields(feed), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in feed_lines(feed))
    return 0
