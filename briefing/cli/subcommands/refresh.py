"""`briefing refresh`: ask the subscriptions for what is new.

    briefing refresh
    briefing refresh 3 https://example.org/feed.xml
    briefing refresh --json
    briefing refresh --align --jobs 2

Many are asked at once, and of a host no more than two. A server is asked for what is newer only, and left
alone for as long as it wants; a subscription that is named is asked for whole. Interrupted, it keeps what
came, and the next refresh begins with the others.

`--align` then brings in step what `briefing today` would offer: recordings with a text and no times are
fetched and timed, each by a process of its own and with low priority, and kept for the player. At most
`--most` of them, none longer than `--most-mb`. For more than a morning's, `briefing list --untimed` prints
the numbers of all, for `briefing align --keep --list -`, GNU parallel or Dask (see `briefing align --help`).
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from briefing.cli import asking, outputs
from briefing.cli.align_kept import MOST_MB, keep_times_of_all
from briefing.cli.naming_feeds import subscription_meant
from briefing.cli.parser import RawHelp
from briefing.cli.progress import Progress
from briefing.cli.settings_flags import add_some_flags
from briefing.cli.wiring import account
from briefing.cli.wiring.refreshing import refresh_of
from briefing.errors import SourceError, UsageError
from briefing.leaving import undone_by_leaving
from briefing.library.today import items_of_today
from briefing.library.untimed import untimed
from briefing.sources.address import without_secrets

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Mapping, Sequence

    from briefing.library.refresh import Refreshed
    from briefing.ports.library import Shelf
    from briefing.settings import Settings

MOST: Final = 20
"""How many recordings are timed beforehand, unless told otherwise."""
_NICE: Final = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Ask your subscriptions for what is new."
    parser.epilog = (__doc__ or "").partition("\n\n")[2]
    parser.formatter_class = RawHelp
    parser.add_argument(
        "feeds", nargs="*", metavar="FEED", help="its number, its address or its title; all without one"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--align", action="store_true", dest="aligns", help="time the words of what is new")
    parser.add_argument(
        "--jobs", metavar="N", type=int, default=1, help="with --align: how many recordings at once"
    )
    parser.add_argument("--most", metavar="N", type=int, default=MOST, help="with --align: how many in all")
    parser.add_argument(
        "--most-mb", metavar="N", type=int, default=MOST_MB, help="with --align: the longest to be fetched"
    )
    add_some_flags(parser, "offline")


def run(args: argparse.Namespace) -> int:
    """Refresh, and tell what came of it; return the exit code.

    Raises:
        BriefingError: if a name is no subscription, nothing may be fetched, or nothing can be kept.
    """
    if min(args.jobs, args.most, args.most_mb) < 1:
        raise UsageError("--jobs, --most and --most-mb take numbers from 1 on.")
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
        names = _untimed_of_today(shelf, settings, args.most) if args.aligns else {}
    if names:
        _align(names, args)
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


def _untimed_of_today(shelf: Shelf, settings: Settings, most: int) -> dict[str, str]:
    """Return what this morning's briefing has that could be timed: names of sources, and titles."""
    today = items_of_today(
        shelf, datetime.now().astimezone(), days=settings.today_days, most=settings.today_most
    )
    return {str(item.number): item.title for item in islice(untimed(shelf, today), most)}


def _align(names: Mapping[str, str], args: argparse.Namespace) -> None:
    """Have words timed, by processes that leave the processor to others."""
    if hasattr(os, "nice"):
        os.nice(_NICE)  # for all that is started from here on; this process has nothing else to do
    keep_times_of_all(list(names), list(names.values()), args.jobs, args.most_mb)


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
                "title": title,
                "address": without_secrets(subscription.address),
                "new": new,
                "trouble": answer.trouble or None,
                "is_gone": answer.is_gone,
                "moved_to": answer.moved_to or None,
                "wait_s": answer.wait_s,
            }
            for subscription, answer, new, title, _ in came
        ],
    }
