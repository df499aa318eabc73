"""A book's files, opened: those of a zip, or of a folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing.bundles.archive import Archive
from briefing.bundles.on_disk import DiskFolder
from briefing.errors import SourceError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.bundles.member import Bundle


@contextmanager
def open_bundle(path: Path) -> Iterator[Bundle]:
    """Open what is at a path: a folder, or a file that is a zip.

    Raises:
        SourceError: if it cannot be read, or is no zip.
        UnsafeError: if it is a zip that could harm.
    """
    if path.is_dir():
        yield DiskFolder(path)
        return
    try:
        if not path.is_file():  # a pipe could block for ever
            raise FileNotFoundError(path)
        file = path.open("rb")
    except OSError as error:
        raise SourceError(
            f"{safe_line(path.name, 80)} cannot be read.", "Check that the file is there and may be read."
        ) from error
    with file:
        yield Archive(file, path.name)
