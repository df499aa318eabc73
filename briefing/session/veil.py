"""Text that is hidden until it was heard.

Rules:
1. What is read aloud of the story is hidden, sentence by sentence, from the place on at which hiding began;
   titles and headings are not, for by them one finds one's way.
2. A sentence is shown when it was heard to its end, or when that is asked for; it stays so.
3. Whoever says, shows or copies a part of the text asks here: see `Cursor.text_of`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.model import NARRATED, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.text.transcript import Transcript

_OPEN: Final = frozenset((BlockKind.KICKER, BlockKind.TITLE, BlockKind.HEADING))


class Veil:
    """What is hidden of one text; `place` is where hiding begins."""

    def __init__(self, transcript: Transcript, place: int) -> None:
        self._transcript = transcript
        self._from = transcript.sentence_at(place).start
        self._shown: set[int] = set()

    def hides(self, span: Span) -> bool:
        """Whether anything in a part of the text is hidden."""
        return next(self.hidden_in(span), None) is not None

    def hidden_in(self, span: Span) -> Iterator[Span]:
        """Yield the hidden sentences of a part of the text, whole, in order."""
        document = self._transcript.document
        if not document.blocks or span.stop <= self._from:
            return
        for index in range(document.block_index_at(span.start), len(document.blocks)):
            block = document.blocks[index]
            if block.span.start >= max(span.stop, span.start + 1):
                return
            if block.kind in NARRATED and block.kind not in _OPEN:
                for sentence in self._transcript.sentences(index):
                    is_there = sentence.start < max(span.stop, span.start + 1) and sentence.stop > span.start
                    if is_there and sentence.start >= self._from and sentence.start not in self._shown:
                        yield sentence

    def show(self, span: Span) -> list[Span]:
        """Show the sentences in a part of the text; return those that were hidden."""
        hidden = list(self.hidden_in(span))
        self._shown |= {sentence.start for sentence in hidden}
        return hidden

    def hide(self, sentences: list[Span]) -> None:
        """Hide sentences again that were shown."""
        self._shown -= {sentence.start for sentence in sentences}
