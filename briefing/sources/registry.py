"""Every format that a source can come in, told apart by content.

Each format looks at the head of the source and says how sure it is that it is its own,
from 0 to 1, in the manner of mutagen's `score`; the surest reads it. A new format is a
module with `NAME`, `score` and `read`, and a place in `_formats`.

Markdown with front matter, in a file that is named so, is what briefings are published in,
and nothing can be surer: it is told without loading the others, for the sake of the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from briefing.errors import SourceError
from briefing.sources import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.sources.item import Draft
    from briefing.sources.opening import Head, Opening

_SURE: Final = 0.9
"""None that is asked later is surer of what one before is so sure of: the others need not be loaded."""


class Format(Protocol):
    """A module that reads one format."""

    def score(self, head: Head) -> float:
        """Return how sure it is, from 0 (another format) to 1."""

    def read(self, opening: Opening) -> Draft:
        """Return what the source holds.

        Raises:
            SourceError: if it cannot be read after all.
        """


def _formats() -> Iterator[Format]:
    """Yield all formats, each imported when it is its turn; of two that are as sure, the first reads."""
    from briefing.sources import audio, refused

    yield refused
    yield audio
    from briefing.sources import timed

    yield timed
    from briefing.sources import page, plain

    yield page
    yield markdown
    yield plain


def format_of(opening: Opening) -> Format:
    """Return the format that is surest.

    Raises:
        SourceError: if none is.
    """
    if markdown.score(opening.head) >= 1:
        return markdown
    best, found = 0.0, None
    for format_ in _formats():
        score = format_.score(opening.head)
        if score > best:
            best, found = score, format_
        if best >= _SURE:
            break
    if found is None:
        raise SourceError(
            f"{opening.called} holds neither text nor a recording that can be read.",
            "Save its text as UTF-8 and open that.",
        )
    return found


def is_recording(format_: Format) -> bool:
    """Whether a format is that of recordings, which are opened through their tags."""
    if format_ is markdown:
        return False
    from briefing.sources import audio

    return format_ is audio
