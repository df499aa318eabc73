"""`briefing today`: what is new in all subscriptions, as one briefing."""

from __future__ import annotations

import argparse
import sys

from briefing.cli import outputs
from briefing.cli.parser import Parser
from briefing.cli.settings_flags import add_flags
from briefing.cli.subcommands import play, refresh
from briefing.cli.wiring.library import NothingToHearError
from briefing.commands.table import TODAY
from briefing.errors import BriefingError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add every setting's flag."""
    parser.description = (
        "Play what is new in all subscriptions, one item after another: breaking news first, then the "
        "newest. What was heard is not offered again; what was begun goes on where it was left."
    )
    parser.add_argument("--refresh", action="store_true", help="ask all subscriptions for what is new before")
    play.add_do(parser)
    add_flags(parser)


def run(args: argparse.Namespace) -> int:
    """Play today's briefing until the user leaves.

    Raises:
        BriefingError: for what cannot be opened or understood.
    """
    if args.refresh:
        _refresh(args)
    try:
        return play.play(TODAY, args)
    except NothingToHearError as nothing:
        sys.stdout.write(f"{nothing}\n")
        return 0


def _refresh(args: argparse.Namespace) -> None:
    """Refresh as `briefing refresh` does; where that fails, say so, and go on with what there is."""
    parser = Parser("briefing refresh")
    refresh.add_arguments(parser)
    asked = vars(parser.parse_args([]))
    try:
        refresh.run(argparse.Namespace(**{name: getattr(args, name, value) for name, value in asked.items()}))
    except BriefingError as error:
        outputs.complain(str(error))
