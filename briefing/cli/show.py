"""`briefing show`: print what a source holds, as labelled text or as JSON."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from briefing.cli import outputs, wiring
from briefing.settings import add_some_flags

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `show` to the command line."""
    parser = subparsers.add_parser(
        "show",
        help="print a briefing's text, or all that is known of it as JSON",
        description="Print a briefing's text, or all that is known of it as JSON.",
    )
    parser.add_argument("source", metavar="SOURCE", help="a file, a folder, -, or sample")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    form.add_argument("--plain", action="store_true", help="print text with labels (the default)")
    parser.add_argument(
        "--width",
        type=int,
        metavar="N",
        help="wrap lines to N columns, 0 for none; as wide as the terminal, or not at all in a pipe",
    )
    add_some_flags(parser, "language")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the source on standard output, and what is to be told about it on standard error.

    Raises:
        BriefingError: if it cannot be read.
    """
    from briefing.export.show import as_json, as_plain

    item = wiring.open_item(args.source, wiring.load_settings(args).settings.language)
    width = args.width
    if width is None:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    print(as_json(item.document, item.others) if args.json else as_plain(item.document, width))  # noqa: T201
    if item.notice:
        outputs.tell(item.notice)
    return 0
