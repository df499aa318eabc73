"""`briefing bookmarks`: bookmarks and notes, each with what stands there, when it is heard, and a link to it.

    briefing bookmarks                     those of what was open last
    briefing bookmarks SOURCE              those of a briefing
    briefing bookmarks --all               those of all briefings
    briefing bookmarks --all -o notes.md   into a file: .md, .csv or .json

Without `-o` they are printed as Markdown, or with `--json` as a JSON list: `title`, `published`, `quote`,
`note`, `time`, `time_s` (seconds), `place`, `link`, `created` (ISO 8601 in UTC); null for what is not
known. With `--all`, of a briefing that cannot be opened any more there is no quote; which these are is said.
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.announce import counted
from briefing.cli import outputs
from briefing.cli.parser import SOURCE, RawHelp
from briefing.cli.settings_flags import add_some_flags
from briefing.cli.wiring import account, sources
from briefing.errors import BriefingError, UsageError
from briefing.noted import Noted, noted
from briefing.safe import safe_line

if TYPE_CHECKING:
    import argparse

    from briefing.settings import Settings
    from briefing.sources.item import Item
    from briefing.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Print or write bookmarks and notes, with what stands there and links to it."
    parser.epilog = (__doc__ or "").partition("\n\n")[2]
    parser.formatter_class = RawHelp
    parser.add_argument("source", nargs="?", metavar="SOURCE", help=SOURCE)
    parser.add_argument("--all", action="store_true", help="those of all briefings")
    parser.add_argument("--json", action="store_true", help="as a JSON list")
    parser.add_argument(
        "-o", "--output", metavar="OUT", type=Path, help="the file to write: .md, .csv or .json"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there")
    add_some_flags(parser, "language", "offline")


def run(args: argparse.Namespace) -> int:
    """Print or write the bookmarks; return the exit code.

    Raises:
        UsageError: if nothing says whose, or the file cannot be written.
        SourceError: if the source cannot be read.
    """
    from briefing.cli.bookmarks_file import write_bookmarks
    from briefing.export.bookmarks import as_json, as_markdown

    if args.all and args.source is not None:
        raise UsageError("With --all no source is named.", "Leave out one of them.")
    output: Path | None = args.output
    if output is not None and args.json and output.suffix.lower() != ".json":
        raise UsageError("--json wants a file that ends in .json.", "Leave out --json, or name another file.")
    settings = account.load_settings(args).settings
    files: list[Path] = []
    with closing(account.open_store()) as store:
        if args.all:
            found = _of_all(store, settings)
        else:
            found = _of_one(args.source or _last(store), store, settings, files)
        if notice := store.take_notice():
            outputs.tell(notice)
    if output is not None:
        name = write_bookmarks(found, output, is_forced=args.force, spared=files)
        outputs.tell(f"{counted(len(found), 'bookmark')} written to {name}.")
    elif args.json:
        sys.stdout.write(as_json(found))
    elif found:
        sys.stdout.write(as_markdown(found))
    else:
        outputs.tell("There are no bookmarks.")
    return 0


def _last(store: Store) -> str:
    last = store.last_source()
    if last is None:
        raise UsageError("Nothing was open yet.", "Name a source, or give --all.")
    return last


def _of_one(name: str, store: Store, settings: Settings, files: list[Path]) -> tuple[Noted, ...]:
    from briefing.cli.wiring.opened import Opened

    item = sources.open_item(name, settings)
    files += (*item.files, *((item.media_path,) if item.media_path else ()))
    return _of(item, store, Opened(name, item, is_asked=True).remembered_as)


def _of(item: Item, store: Store, source: str) -> tuple[Noted, ...]:
    bookmarks = store.bookmarks_of(item.document.id)
    if not bookmarks:
        return ()
    from briefing.cli.wiring.exporting import words_of
    from briefing.text.transcript import Transcript

    return noted(bookmarks, Transcript(item.document), words_of(item), source)


def _of_all(store: Store, settings: Settings) -> tuple[Noted, ...]:
    found: list[Noted] = []
    for briefing in store.bookmarked():
        try:
            item = sources.open_item(briefing.source, settings) if briefing.source else None
        except BriefingError:
            item = None
        if item is not None and item.document.id == briefing.document_id:
            found += _of(item, store, briefing.source)
            continue
        title = safe_line(briefing.title)
        outputs.tell(f"{title or 'A briefing'} is not there as it was: its bookmarks are without a quote.")
        found += (
            Noted(title, "", briefing.source, "", None, "", each.note, each.created_at)
            for each in store.bookmarks_of(briefing.document_id)
        )
    return tuple(found)
