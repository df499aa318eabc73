"""The file that an export writes: whether it may be written, and what of a briefing it does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.cli import outputs, overwriting
from briefing.cli.export_losses import losses
from briefing.errors import UsageError
from briefing.safe import safe_line
from briefing.sources.address import is_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.export.registry import Export
    from briefing.formats.publication import Publication
    from briefing.model import Document
    from briefing.sources.item import Item


class ExportedFile(NamedTuple):
    """A file that is to be written, and as what."""

    path: Path
    export: Export

    @property
    def _all(self) -> tuple[Path, ...]:
        """It, and what goes beside it."""
        return (self.path, self.path.with_suffix(".vtt")) if self.export.has_times_beside else (self.path,)

    def check(self, *, is_forced: bool) -> None:
        """Find out before the work that it may not be written.

        Raises:
            UsageError: if it is there and nobody said that it may be replaced, or could not be written.
        """
        if str(self.path) == "-":
            raise UsageError("An export goes into a file, not to the standard output.", "Name the file.")
        for out in self._all:
            if out.exists() and not is_forced:
                raise UsageError(
                    f"{safe_line(out.name)} is there already.", "Name another output, or give --force."
                )
        overwriting.check_place(self.path)

    def spare(self, item: Item) -> None:
        """See to it that no file of a briefing is written over.

        Raises:
            UsageError: if one would be.
        """
        for out in self._all:
            overwriting.spare_item(out, item)

    def write(self, publication: Publication, on_progress: Callable[[float], None]) -> None:
        """Write a briefing; say what it has that the file does not hold.

        Raises:
            BriefingError: if it cannot be had in this kind of file, in a sentence.
        """
        from briefing.cli.wiring.exporting import write
        from briefing.export.files import write_whole, writing_whole
        from briefing.formats.registry import TIMES_WRITTEN, writer_of

        seen = publication._replace(document=_seen_from(self.path.parent, publication.document))
        with writing_whole(self.path) as file:
            write(self.export, seen, file, on_progress)
        for beside in self._all[1:]:
            if seen.words is not None:
                write_whole(beside, writer_of(beside.name, TIMES_WRITTEN).write(seen))

    def tell_left_out(self, publication: Publication) -> None:
        """Say what a briefing has and the file does not hold."""
        for sentence in losses(safe_line(self.path.name), self.export, publication):
            outputs.tell(sentence)


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
