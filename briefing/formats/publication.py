"""What a format is given to write: a document, with what else is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.formats.timed_text import TimedLine, TokenTime
    from briefing.model import Document
    from briefing.timeline import Timeline


class Publication(NamedTuple):
    """A briefing as it goes out. A writer takes what its format holds, and passes over the rest."""

    document: Document
    words: Timeline | None = None
    """When the document's words are spoken; None where nothing tells it, or nobody asked."""
    lines: Sequence[TimedLine] = ()
    """The lines of the timed text that the document was read from, if it was."""
    tokens: Iterable[TokenTime] | None = None
    """When its whitespace tokens are spoken, where that is known better than `words` says."""
