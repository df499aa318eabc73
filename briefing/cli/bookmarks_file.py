"""The file that bookmarks are written to: whether it may be, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.cli import overwriting
from briefing.errors import UsageError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefing.noted import Noted


def write_bookmarks(found: Sequence[Noted], path: Path, *, is_forced: bool, spared: Iterable[Path]) -> str:
    """Write bookmarks into a file whose suffix says how; return its name as it is said.

    Args:
        found: them.
        path: the file.
        is_forced: whether one that is there may be replaced.
        spared: files that are never written over.

    Raises:
        UsageError: if it cannot be written, or is there and may not be replaced.
    """
    from briefing.export.bookmarks import write
    from briefing.export.files import write_whole

    data = write(path.name, found)
    overwriting.spare(path, spared)
    overwriting.check_place(path)
    if path.exists() and not is_forced:
        raise UsageError(f"{safe_line(path.name)} is there already.", "Name another output, or give --force.")
    write_whole(path, data)
    return safe_line(path.name)
