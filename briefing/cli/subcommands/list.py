"""`briefing list`: what is in the library, or in a feed, as lines, as JSON, or as OPML.

    briefing list                      the items of the library, the newest first
    briefing list --unheard            those that were not heard
    briefing list --search "bridge"    those whose title or text has words that begin so, the likeliest first
    briefing list --untimed            the numbers of those whose words could be timed, for `align --keep`
    briefing list --feeds              the subscriptions
    briefing list --opml               the same, for other programs
    briefing list FEED                 the items of a feed: a file, an address, or -
    briefing list FILE.opml            the feeds that a list of subscriptions names

`--json` prints one object. Of the library it has `items`, or with `--feeds` `subscriptions`. An item's
`number` never changes, and `source` is what it can be opened as; `heard` is how far it was heard, 0 to 1.
Addresses are without passwords and keys. Of a feed, `export.feeds` says which fields there are; of a list
it has `subscriptions`, each with `title` and `address`. What is not known is null.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from briefing.cli.parser import RawHelp
from briefing.cli.settings_flags import add_some_flags
from briefing.cli.wiring import account, feeds
from briefing.errors import UsageError

if TYPE_CHECKING:
    import argparse

_OF_THE_LIBRARY = ("unheard", "search", "untimed", "feeds", "opml")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Print what is in the library, or in a feed."
    parser.epilog = (__doc__ or "").partition("\n\n")[2]
    parser.formatter_class = RawHelp
    parser.add_argument(
        "source",
        nargs="?",
        metavar="FEED",
        help="a feed, or a list of feeds (OPML): a file, an address (https://...), or -",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    form.add_argument("--opml", action="store_true", help="print the subscriptions for other programs")
    form.add_argument("--plain", action="store_true", help="print a line for each (the default)")
    parser.add_argument("--feeds", action="store_true", help="the subscriptions instead of their items")
    parser.add_argument("--unheard", action="store_true", help="only what was not heard")
    parser.add_argument(
        "--untimed", action="store_true", help="the numbers of items whose words could be timed, a line each"
    )
    parser.add_argument("--search", metavar="WORDS", help="only what has all these words")
    add_some_flags(parser, "offline")


def run(args: argparse.Namespace) -> int:
    """Print the library, or the feed, on standard output.

    Raises:
        BriefingError: if it cannot be read.
    """
    if args.source is None:
        from briefing.cli import library_list

        return library_list.print_library(args)
    if any(getattr(args, name) for name in _OF_THE_LIBRARY):
        raise UsageError(
            "A feed that is named is listed as it is.", "Leave the other flags out, or the feed."
        )
    from briefing.export import feeds as printed
    from briefing.feed import Feed

    found = feeds.read_feed_or_list(args.source, account.load_settings(args).settings)
    if isinstance(found, Feed):
        feed = feeds.without_secrets_in(found)
        fields, lines = printed.feed_fields(feed), printed.feed_lines(feed)
    else:
        named = feeds.without_secrets_in_list(found)
        fields, lines = printed.list_fields(named), printed.list_lines(named)
    if args.json:
        sys.stdout.write(json.dumps(fields, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0
