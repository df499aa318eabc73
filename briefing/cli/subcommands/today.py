"""`briefing today`: what is new in all subscriptions, as one briefing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing.cli.subcommands import play
from briefing.cli.wiring.library import TODAY, NothingToHearError
from briefing.settings import add_flags

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add every setting's flag."""
    parser.description = (
        "Play what is new in all subscriptions, one item after another: breaking news first, then the "
        "newest. What was heard is not offered again; what was begun goes on where it was left."
    )
    add_flags(parser)


def run(args: argparse.Namespace) -> int:
    """Play today's briefing until the user leaves.

    Raises:
        BriefingError: for what cannot be opened or understood.
    """
    try:
        return play.play(TODAY, args)
    except NothingToHearError as nothing:
        sys.stdout.write(f"{nothing}\n")
        return 0
