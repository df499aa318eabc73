"""`briefing align --list`: many pairs, and what there is to say of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import outputs
from briefing.cli.pairs import align_all, read_list
from briefing.cli.processes_at_once import list_lines
from briefing.cli.progress import Progress
from briefing.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from briefing.cli.pairs import Outcome


def run_list(args: argparse.Namespace) -> int:
    """Align the pairs of a list; return the exit code, the lowest of the failures.

    Raises:
        BriefingError: if the arguments make no sense, or the list cannot be read.
    """
    if args.audio is not None or args.output is not None or args.report is not None:
        raise UsageError(
            "A list of pairs names all its files itself.", "Leave out AUDIO, TEXT, -o and --report."
        )
    if args.jobs < 1:
        raise UsageError("--jobs takes a number from 1 on.")
    asked = "json" if args.json else args.format
    name = "the list" if args.list == "-" else Path(args.list).name
    pairs = read_list(list_lines(args.list), name, f".{asked or 'vtt'}")
    options = [*(["--language", args.language] if args.language else [])]
    if asked:
        options += ["--format", asked]
    with Progress("Timing pairs") as bar:

        def finished(count: int, _: Outcome | None) -> None:
            bar.show(count / max(1, len(pairs)), f"{count} of {len(pairs)}")

        finished(0, None)
        outcomes = align_all(pairs, args.jobs, options, finished, is_forced=args.force)
    _tell_outcomes(outcomes, len(pairs))
    return min((outcome.code if outcome.code > 0 else 1 for outcome in outcomes if outcome.code), default=0)


def _tell_outcomes(outcomes: Sequence[Outcome], total: int) -> None:
    """Say what there is to say of the pairs of a list, and how many could not be timed."""
    for outcome in outcomes:
        outputs.tell(f"{outcome.pair.audio}: {outcome.message.removeprefix('briefing: ')}")
    failed = sum(outcome.code != 0 for outcome in outcomes)
    if failed:
        outputs.complain(f"{failed} of {total} pairs could not be timed.")
