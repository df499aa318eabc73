"""`briefing export`: a source's text and timings in the format of a file name.

    briefing export SOURCE OUT.vtt

OUT's suffix is the format, one of those that `briefing formats` calls written. A format that holds
times is given those that the source has, of its own or beside it; where it has none, `briefing align`
makes them. No file that the source was read from is written over.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import outputs, overwriting
from briefing.cli.parser import SOURCE
from briefing.cli.settings_flags import add_some_flags
from briefing.cli.wiring import account, sources
from briefing.errors import SourceError
from briefing.sources.address import as_shown, is_address

if TYPE_CHECKING:
    import argparse

    from briefing.model import Document


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    from briefing.formats.registry import WRITTEN

    suffixes = ", ".join(dict.fromkeys(row.about.written for row in WRITTEN))
    parser.description = f"Write a briefing as {suffixes}: `briefing formats` says what each holds."
    parser.add_argument("source", metavar="SOURCE", help=SOURCE)
    parser.add_argument(
        "output", metavar="OUT", type=Path, help="the file to write; its suffix is its format"
    )
    add_some_flags(parser, "language", "offline")


def run(args: argparse.Namespace) -> int:
    """Write the file; return the exit code.

    Raises:
        UsageError: if there is no such format, or the file cannot be written.
        SourceError: if the source cannot be read, or tells no times where the format holds nothing else.
    """
    from briefing.export.files import write_whole
    from briefing.formats.publication import Publication
    from briefing.formats.registry import WRITTEN, writer_of

    format_ = writer_of(args.output.name, WRITTEN)
    item = sources.open_item(args.source, account.load_settings(args).settings)
    words = item.words if format_.needs_times else None
    overwriting.spare_item(args.output, item)
    if format_.needs_times and words is None:
        raise SourceError(
            f"{as_shown(args.source)} does not tell when its words are spoken.",
            "Work it out with: briefing align AUDIO TEXT -o OUT",
        )
    document = _seen_from(args.output.parent, item.document)
    if words is not None and item.playlist is not None:
        from briefing.text.as_heard import as_heard

        document, words = as_heard(document, words, item.playlist().aside)
    write_whole(args.output, format_.write(Publication(document, words, item.lines)))
    if item.fetch_notice:
        outputs.tell(item.fetch_notice)
    return 0


def _seen_from(folder: Path, document: Document) -> Document:
    """Return a document that names its files as a text in `folder` may: those there, by their names.

    No text may name a file elsewhere, so that is left out; an address stays.
    """
    root = folder.resolve()

    def named(src: str | None) -> str | None:
        if src is None or is_address(src):
            return src
        path = Path(src).resolve()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else None

    return document._replace(
        media=document.media._replace(src=named(document.media.src)),
        figures=tuple(figure._replace(src=named(figure.src)) for figure in document.figures),
    )
