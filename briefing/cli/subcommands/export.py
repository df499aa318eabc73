r"""`briefing export`: a source's text, times, pictures and sound in the format of a file name.

    briefing export SOURCE OUT.epub
    briefing export SOURCE OUT.mp3 --voice speech
    briefing export today OUT.epub                 what is new in all subscriptions, as one book
    briefing export --feed FEED OUT.mp3            a subscription as one recording, an item a chapter
    briefing export today FOLDER --format mp3      each item of today in a file of its own
    briefing export --feed FEED FOLDER --format epub
    briefing export --list PAIRS.tsv --jobs 4      a line each: SOURCE<TAB>OUT

OUT's suffix is the format, or `--format` names it: one of those that `briefing formats` calls written. Times
are those that the source has, of its own or beside it, or that were worked out and kept before. No file that
the source was read from is written over, and no other one without `--force`.

A line of a list whose OUT is there, and no older than SOURCE where that is a file, is done and is skipped,
so a run that was broken off can simply be started again. One line is one process that shares nothing with the
others, so any scheduler can run them. GNU parallel:

    parallel --colsep '\t' briefing export {1} {2} :::: PAIRS.tsv

and Dask as for `briefing align --help`, with "export" in place of "align".
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.cli import outputs
from briefing.cli.parser import SOURCE, RawHelp
from briefing.cli.progress import Progress
from briefing.cli.settings_flags import add_some_flags
from briefing.cli.wiring import account, sources
from briefing.commands.table import TODAY
from briefing.errors import UsageError
from briefing.formats.publication import ChaptersBy
from briefing.model import Light, VoiceKind
from briefing.safe import safe_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from briefing.cli.export_file import ExportedFile
    from briefing.cli.wiring.exporting import WantedExport
    from briefing.listed import ListedItem


SETTINGS: Final = (
    *("language", "offline"),
    *("speech_engine", "speech_voice", "speech_wpm", "speech_pitch", "speech_volume"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    from briefing.export.registry import EXPORTS

    suffixes = ", ".join(each.suffix for each in EXPORTS)
    parser.description = f"Write a briefing as {suffixes}: `briefing formats` says what each holds."
    parser.epilog = (__doc__ or "").partition("\n\n")[2]
    parser.formatter_class = RawHelp
    parser.add_argument("source", nargs="?", metavar="SOURCE", help=SOURCE)
    parser.add_argument(
        "output", nargs="?", metavar="OUT", type=Path, help="the file to write; its suffix is its format"
    )
    parser.add_argument("--list", metavar="FILE", help="a list of sources and outputs, or - for stdin")
    parser.add_argument(
        "--feed", metavar="FEED", help="all items of a subscription, into one file or a folder"
    )
    parser.add_argument("--jobs", metavar="N", type=int, default=1, help="how many of several at once")
    parser.add_argument(
        "--format", choices=[each.name for each in EXPORTS], help="what to write where OUT does not tell"
    )
    parser.add_argument(
        "--voice",
        dest="read_by",
        choices=[VoiceKind.RECORDING.value, VoiceKind.SPEECH.value],
        help="whose times and sound: usually the recording's where there is one",
    )
    parser.add_argument(
        "--light",
        dest="lit",
        choices=[Light.WORD.value, Light.SENTENCE.value],
        default=Light.WORD.value,
        help="what a book or page lights as it is heard: words, where their times are known, or sentences",
    )
    parser.add_argument(
        "--chapters",
        dest="chapters_by",
        choices=[each.value for each in ChaptersBy],
        help="what chapters of sound and contents of books are made of: usually the recording's chapters for "
        "sound, the headings for books",
    )
    parser.add_argument(
        "--level",
        dest="is_levelled",  # and not the setting of that name, by which the player goes
        action="store_true",
        help="make the sound as loud as is usual (EBU R128)",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there")
    add_some_flags(parser, *SETTINGS)


def run(args: argparse.Namespace) -> int:
    """Write the file; return the exit code.

    Raises:
        UsageError: if there is no such format, or the file cannot be written.
        SourceError: if the source cannot be read, or tells no times where the format holds nothing else.
    """
    if args.jobs < 1:
        raise UsageError("--jobs takes a number from 1 on.")
    if args.list is not None or args.feed is not None or args.source == TODAY:
        return _run_many(args)
    if args.source is None or args.output is None:
        raise UsageError("A source and an output are needed.", "Write: briefing export SOURCE OUT.EXT")
    return _run_one(args)


def _run_many(args: argparse.Namespace) -> int:
    """Export all that is named, each by a process of its own."""
    from briefing.cli.export_list import export_all, lines_of_items, read_lines
    from briefing.export.registry import BY_NAME

    export = BY_NAME[args.format] if args.format else None
    options = [
        *(("--format", args.format) if args.format else ()),
        *(("--voice", args.read_by) if args.read_by else ()),
        *_given_flags(args),
        *(("--level",) if args.is_levelled else ()),
        *(("--chapters", args.chapters_by) if args.chapters_by else ()),
        f"--light={args.lit}",
    ]
    if args.list is not None:
        if args.source is not None or args.feed is not None:
            raise UsageError("A list names all its sources itself.", "Leave out SOURCE, OUT and --feed.")
        lines = read_lines(args.list, export)
    else:
        named = args.output if args.feed is None else args.source
        if named is not None and _is_one_file(named):
            return _run_joined(args, Path(named))
        if export is None or named is None:
            raise UsageError(
                "Several items go into one file whose suffix tells what it is, or into a folder.",
                "Write: briefing export today OUT.epub, or: briefing export today FOLDER --format mp3",
            )
        folder = Path(named)
        lines = list(lines_of_items(_items(args)[0], folder, export))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"The folder {safe_line(str(folder))} could not be made.", "Name another one."
            ) from error
    if not lines:
        outputs.tell("There is nothing to export.")
    return export_all(lines, args.jobs, options, is_forced=args.force)


def _given_flags(args: argparse.Namespace) -> Iterator[str]:
    """Yield the flags of settings that were given, as another process takes them."""
    for name in SETTINGS:
        value = getattr(args, name, None)
        flag = f"--{name.replace('_', '-')}"
        if name == "offline" and value is not None:  # a switch has a flag for each side
            yield flag if value == "on" else f"--no-{name}"
        elif value is not None:
            yield f"{flag}={value}"


def _is_one_file(named: str | Path) -> bool:
    """Return whether several items are to be in one file of this name: it has a suffix of a kind of file."""
    from briefing.export.registry import suffix_of

    return not Path(named).is_dir() and suffix_of(str(named)) is not None


def _run_joined(args: argparse.Namespace, output: Path) -> int:
    from briefing.cli.export_joined import export_joined

    file, wanted = _wanted(args, output)
    file.check(is_forced=args.force)
    items, title = _items(args)
    if not items:
        raise UsageError("There is nothing to export.", "`briefing refresh` asks for what is new.")
    return export_joined(items, title, file, wanted, account.load_settings(args).settings)


def _items(args: argparse.Namespace) -> tuple[Sequence[ListedItem], str]:
    """Return the items of a subscription, or of today, in the order in which they are played; and a title."""
    from datetime import datetime

    from briefing.cli.wiring.library import items_of_this_day

    with closing(account.open_shelf()) as shelf:
        if args.feed is None:
            today = f"Today, {datetime.now().astimezone():%Y-%m-%d}"
            return items_of_this_day(shelf, account.load_settings(args).settings), today
        from briefing.cli.naming_feeds import subscription_meant

        meant = subscription_meant(shelf.subscriptions(), args.feed)
        return shelf.items(subscription=meant.number), meant.title


def _run_one(args: argparse.Namespace) -> int:
    from briefing.cli.wiring.exporting import publication_of

    file, wanted = _wanted(args, args.output)
    settings = account.load_settings(args).settings
    file.check(is_forced=args.force)
    item = sources.open_timed(args.source, settings)
    file.spare(item)
    with Progress("Exporting") as bar, publication_of(item, wanted, settings, bar.show) as publication:
        file.write(publication, bar.show)
    file.tell_left_out(publication)
    if item.notice:
        is_read = bool(file.export.sounds) and not item.has_recording
        outputs.tell(item.notice + " It is read aloud instead." * is_read)
    return 0


def _wanted(args: argparse.Namespace, output: Path) -> tuple[ExportedFile, WantedExport]:
    """Return the file that is asked for, and what is to be in it.

    Raises:
        UsageError: if its name tells no kind of file, and none is asked for.
    """
    from briefing.cli.export_file import ExportedFile
    from briefing.cli.wiring.exporting import WantedExport
    from briefing.export.registry import export_of

    export = export_of(output.name, args.format)
    wanted = WantedExport(
        export,
        VoiceKind(args.read_by) if args.read_by else None,
        is_levelled=args.is_levelled,
        lights_words=args.lit == Light.WORD,
        chapters_by=ChaptersBy(args.chapters_by) if args.chapters_by else None,
    )
    return ExportedFile(output, export), wanted
