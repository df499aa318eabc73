"""A book whose files lie in a folder, as DAISY books do on a disc."""

from __future__ import annotations

import os
import stat
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from briefing.bundles.member import Member, folded, is_inside
from briefing.digest import sha256
from briefing.errors import SourceError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_NAMES: Final = 10_000
"""Of a folder with more, the rest have to be named as they are written."""
_MARK_BYTES: Final = 1 << 16


class DiskFolder:
    """The regular files in a folder and below that no link leads to."""

    def __init__(self, path: Path) -> None:
        self._root = Path(os.path.realpath(path))
        self._names = cache(_by_case)
        self._members = cache(self._found)
        """A book names each of its files often."""

    def find(self, name: str) -> Member | None:
        """Return the file of a name, be it in another case; None for no such file."""
        return self._members(name)

    def _found(self, name: str) -> Member | None:
        if not is_inside(name):
            return None
        return self._member(name) or self._member(self._spelt(name))

    def _member(self, name: str) -> Member | None:
        path = os.path.join(self._root, name)  # noqa: PTH118  # this is asked for every file of a book
        try:
            if os.path.realpath(path) != path:
                return None  # a link, somewhere on the way
            found = os.lstat(path)
        except (OSError, ValueError):
            return None
        return Member(name, found.st_size) if stat.S_ISREG(found.st_mode) else None

    def _spelt(self, name: str) -> str:
        """Return a name in the case that the folders have: many a book was made where that is no matter."""
        folder, spelt = self._root, []
        for part in name.split("/"):
            spelt.append(self._names(folder).get(folded(part), part))
            folder /= spelt[-1]
        return "/".join(spelt)

    def mark(self, member: Member) -> str:
        """Return what tells a file from another one of its name: a sum of its length, its start and its end.

        Raises:
            SourceError: if it cannot be read.
        """
        with self.open(member) as file:
            start = file.read(_MARK_BYTES)
            file.seek(max(member.size_bytes - _MARK_BYTES, 0))
            return sha256(b"%d %b%b" % (member.size_bytes, start, file.read(_MARK_BYTES))).hexdigest()

    def open(self, member: Member) -> BinaryIO:
        """Return a file to be read from anywhere; whoever opens it closes it.

        Raises:
            SourceError: if it cannot be read.
        """
        try:
            return (self._root / member.name).open("rb")
        except OSError as error:
            raise SourceError(
                f"{safe_line(member.name, 80)} cannot be read.", "Check that the file may be read."
            ) from error

    def __iter__(self) -> Iterator[Member]:
        """Return the files in the folder and below, sorted."""
        names = (
            Path(folder, name).relative_to(self._root).as_posix()
            for folder, _, names in os.walk(self._root)
            for name in names
        )
        found = (self._member(name) for name in sorted(islice(names, _MOST_NAMES)))
        return (member for member in found if member is not None)


def _by_case(folder: Path) -> dict[str, str]:
    """Return the names in a folder as they compare."""
    try:
        with os.scandir(folder) as entries:
            return {folded(entry.name): entry.name for entry in islice(entries, _MOST_NAMES)}
    except OSError:
        return {}
