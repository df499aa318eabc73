"""JSON Feed, as a source: the newest item is opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.feeds import xml

if TYPE_CHECKING:
    from briefing.formats.draft import Draft
    from briefing.formats.source import Head, Source

_SURE: Final = 0.97
_VERSION: Final = re.compile(r'"version"\s*+:\s*+"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')


def score(head: Head) -> float:
    """Return how sure it is that this is a feed."""
    is_object = head.text.lstrip("\ufeff \t\r\n").startswith("{")
    return _SURE if is_object and _VERSION.search(head.text) else 0.0


def read(source: Source) -> Draft:
    """Return the newest item of a feed.

    Raises:
        SourceError: if it cannot be read, or has none.
    """
    return xml.read(source)
