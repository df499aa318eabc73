"""Which file in a folder tells of the book that lies there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from briefing.sources.companions import named_beside

if TYPE_CHECKING:
    from pathlib import Path

_NCC: Final = ("ncc.html", "NCC.HTML", "Ncc.html", "ncc.htm", "NCC.HTM")
_CONTAINER: Final = "META-INF/container.xml"
_ROOT_FILE: Final = re.compile(r"""<rootfile\b[^<>]*?\bfull-path\s*=\s*["']([^"'<]{1,1024})["']""")
_MOST_BYTES: Final = 1 << 16


def book_in(folder: Path) -> Path | None:
    """Return the control file (DAISY 2.02) or the package (EPUB, DAISY 3) in a folder; None without a book.

    That of an EPUB is named by its container file; else it is the only one that lies there.
    """
    beside = folder / "any"
    for name in _NCC:
        if (found := named_beside(beside, name)) is not None:
            return found
    container = named_beside(beside, _CONTAINER, _MOST_BYTES)
    if container is not None:
        try:
            named = _ROOT_FILE.search(container.read_text("utf-8", "replace"))
        except OSError:
            named = None
        if named is not None and (found := named_beside(beside, unquote(named[1]))) is not None:
            return found
    try:
        packages = sorted(path.name for path in folder.iterdir() if path.suffix.lower() == ".opf")
    except OSError:
        return None
    return named_beside(beside, packages[0]) if len(packages) == 1 else None
