"""A text that stands within something else, opened as if it were a file of its own."""

from __future__ import annotations

from briefing.sources.opening import Opening


class EmbeddedOpening(Opening):
    """A text within a recording or a page. No file lies beside it.

    Args:
        holder: what holds it.
        data: all of it.
        suffix: what its file would be called, with the dot; empty where nobody knows.
        what: what it is, for a sentence: "The subtitles".
    """

    def __init__(self, holder: Opening, data: bytes, suffix: str, what: str) -> None:
        super().__init__(holder.name, None, holder.reader, data)
        self.suffix = suffix
        self._called = f"{what} of {holder.called}"

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        return self._called
