"""Which file of a book a name means. Nothing outside the book has a name here."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote

from briefing.bundles.member import is_inside

_LONGEST: Final = 4096
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Target(NamedTuple):
    """What a reference means: a file by its path within the book, and a place in it; empty for all of it."""

    path: str
    fragment: str = ""


def resolve(base: str, href: str) -> Target | None:
    """Return what a reference in a file means; None for what lies outside the book, or nowhere.

    Args:
        base: The path of the file that it stands in.
        href: The reference, percent-encoded as it stands there.
    """
    path, _, fragment = href.strip().partition("#")
    whole = _path_of(base, path) if path or fragment else ""
    return Target(whole, unquote(fragment) if "%" in fragment else fragment) if whole else None


@lru_cache(maxsize=4096)
def _path_of(base: str, path: str) -> str:
    """Return the path that a reference without its fragment means; empty for what is no file of the book.

    Thousands of references in a book lead to a few files.
    """
    if len(path) > _LONGEST or _SCHEME.match(path) or path.startswith(("/", "\\")):
        return ""
    path = unquote(path.partition("?")[0])
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
    return whole if is_inside(whole) else ""
