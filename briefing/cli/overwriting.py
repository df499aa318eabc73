"""What may be written over.

Rules:
1. A file that was named to be written is replaced, as by any program,
2. but never one that is read for it: the text, the recording, timings beside them.
3. A file that nobody named, because it goes beside one that was, is replaced only if it is what
   briefing wrote there, unchanged; else the user says so with `--force`, or names another output.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing.sources.item import Item


def spare(out: Path, read: Iterable[Path]) -> None:
    """See to it that `out` is none of the files that are read, by whatever name.

    Raises:
        UsageError: if it is one of them.
    """
    if any(is_same(out, each) for each in read):
        raise UsageError(f"That would write over {safe_line(str(out))}.", "Name another output.")


def spare_item(out: Path, item: Item) -> None:
    """See to it that `out` is no file of a briefing that is read.

    Raises:
        UsageError: if it is one.
    """
    spare(out, item.files if item.media_path is None else (*item.files, item.media_path))


def check_place(out: Path) -> None:
    """Find out before the work that what comes of it could not be written.

    Raises:
        UsageError: if it could not.
    """
    folder = out.parent
    if not folder.is_dir():
        raise UsageError(
            f"{out.name} could not be written: there is no folder {folder}.",
            "Make the folder, or choose another place.",
        )
    if out.is_dir() or not os.access(folder, os.W_OK):
        reason = "it is a folder" if out.is_dir() else f"the folder {folder} may not be written to"
        raise UsageError(
            f"{out.name} could not be written: {reason}.", "Choose another place or name for it."
        )


def is_same(one: Path, other: Path) -> bool:
    """Return whether two names lead to one file, or will: links and dots in them do not matter."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them is not there
        return one.resolve() == other.resolve()


def refused_beside(out: Path) -> UsageError:
    """Return the error for a file that nobody named, and that briefing did not write."""
    return UsageError(
        f"{safe_line(out.name)} is there already, and may be your own.",
        "Name another output, or give --force to replace it.",
    )
