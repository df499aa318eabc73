"""The reading cursor: a place in a text, and what stands there in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.confidence import level_of
from briefing.model import NARRATED, BlockKind, Light, Span
from briefing.session.lighting import lit_span
from briefing.text.transcript import Transcript
from briefing.verbosity import unless_brief

if TYPE_CHECKING:
    from briefing.model import Cue, Document
    from briefing.session.veil import Veil
    from briefing.timeline import Timeline


_HIDDEN: Final = "Hidden until it is heard."


class Cursor:
    """Where the reader is, as an offset, and the word that is heard there.

    It starts in the sentence of `offset`, or where reading aloud starts.
    """

    def __init__(self, document: Document, offset: int | None = None) -> None:
        self.document = document
        self.transcript = Transcript(document)
        self.place = self.transcript.sentence_at(offset).start if offset else self.first_offset
        self.word: Span | None = None
        """The word that is heard, None after a move by hand."""
        self.veil: Veil | None = None
        """What is hidden of the text; None where nothing is."""
        self.level = Light.SENTENCE
        """The finest unit that the timing of the place allows to be lit."""

    def retell(self, document: Document) -> None:
        """Take the same text under another title or in another language; the place stays."""
        if document.language != self.document.language:
            self.transcript = Transcript(document)
        self.document = document

    def move_to(self, offset: int, timeline: Timeline | None) -> None:
        """Go to an offset by hand."""
        self.place = offset
        self.word = None
        index = timeline.index_of(offset) if timeline else None
        self.level = (
            level_of(timeline[index].confidence) if timeline and index is not None else Light.SENTENCE
        )

    def hear(self, cue: Cue) -> None:
        """Go to the word that is heard now."""
        self.place = cue.span.start
        self.word = cue.span
        self.level = level_of(cue.confidence)

    # What stands there

    @property
    def sentence(self) -> Span:
        """The sentence at the place."""
        return self.transcript.sentence_at(self.place)

    @property
    def speaker(self) -> str:
        """Who says what stands at the place; empty where nobody is named."""
        return self.speaker_at(self.place)

    def speaker_at(self, offset: int) -> str:
        """Return who says what stands at an offset; empty where nobody is named."""
        blocks = self.document.blocks
        return blocks[self.document.block_index_at(offset)].speaker if blocks else ""

    def language_at(self, offset: int) -> str | None:
        """Return the tag of the language at an offset, a passage's own or the text's; None if unknown."""
        parts = self.document.languages_in(Span(offset, offset + 1))
        return parts[0].language if parts else self.document.language

    @property
    def first_offset(self) -> int:
        """Where reading aloud starts."""
        index = self.document.columns.first(NARRATED)
        return 0 if index is None else self.document.blocks[index].span.start

    @property
    def is_at_last_sentence(self) -> bool:
        """Whether the place is in the last sentence that is read aloud."""
        blocks = self.document.blocks
        last = next((n for n in range(len(blocks) - 1, -1, -1) if blocks[n].kind.is_narrated), None)
        sentences = self.transcript.sentences(last) if last is not None else ()
        return bool(sentences) and self.place >= sentences[-1].start

    @property
    def last_offset(self) -> int:
        """The furthest place there is."""
        return max(len(self.document.text) - 1, 0)

    @property
    def is_in_note(self) -> bool:
        """Whether the place is in a note, which no voice reads."""
        return self.transcript.is_in_note(self.place)

    def lit(self, chosen: Light) -> Span | None:
        """Return what to light now, as fine as the timing's confidence and the user's choice allow."""
        word = self.word or self.transcript.word_at(self.place)
        return lit_span(self.transcript, word, self.level, chosen)

    def spoken(self, span: Span) -> str:
        """Return a text to be said, after the name of who begins to speak with it."""
        index = self.document.block_index_at(span.start)
        begins = bool(self.document.blocks) and self.document.blocks[index].span.start == span.start
        speaker = self.document.turn_at(index) if begins else ""
        text = self.text_of(span)
        return f"{speaker}: {text}" if speaker else text

    def text_of(self, span: Span) -> str:
        """Return a part of the text to be said, or copied; where it is hidden, that it is."""
        if self.veil is not None and self.veil.hides(span):
            return _HIDDEN
        return span.of(self.document.text)

    def shown_of(self, span: Span) -> str:
        """Return a part of the text as it is shown: without what is hidden of it."""
        text, at = "", span.start
        for hidden in self.veil.hidden_in(span) if self.veil is not None else ():
            text += self.document.text[at : max(hidden.start, at)]
            at = min(hidden.stop, span.stop)
        return text + self.document.text[at : span.stop]

    def read(self, sentence: Span) -> str:
        """Return a sentence to be said, after the words for the picture that stands before it."""
        return self.introduced(sentence) if self.picture_at(sentence.start) else self.spoken(sentence)

    def introduced(self, span: Span) -> str:
        """Return a text to be said, after what it is, and the words for the picture that stands before it."""
        told = f"{unless_brief(f'{self.block_name(span.start)}: ')}{self.spoken(span)}"
        return f"{self.picture_at(span.start)} {told}".lstrip()

    def picture_at(self, start: int) -> str:
        """Return the words for the pictures that stand before the block that starts there, if any does.

        A caption that says all that is known of a picture is said by itself, once.
        """
        here = (figure for figure in self.document.figures if figure.start == start)
        return " ".join(announce.picture(each.alt) for each in here if each.alt or not each.caption)

    @property
    def figure_index(self) -> int:
        """The index of the last figure that stands at the place or before it; 0 if none does."""
        starts = enumerate(figure.start for figure in self.document.figures)
        return max((at for at, start in starts if start is not None and start <= self.place), default=0)

    def block_name(self, offset: int) -> str:
        """Return "Paragraph 3 of 8", or what else the block at `offset` is; of a paragraph the later part."""
        if not self.document.blocks:
            return "No text"
        block = self.transcript.paragraph_at(offset)
        if block.kind.is_body:
            part = self.document.columns.part_of(self.document.block_index_at(offset))
            return announce.paragraph(*self.transcript.body_position(offset), part)
        if block.kind is BlockKind.NOTE:
            return announce.note(*self.transcript.note_position(offset))
        return "Banner" if block.kind is BlockKind.KICKER else block.kind.value.capitalize()

    def place_name(self, offset: int) -> str:
        """Return "Paragraph 3 of 8, sentence 2"."""
        index = self.document.block_index_at(offset)
        sentences = self.transcript.sentences(index) if self.document.blocks else ()
        name = self.block_name(offset)
        if len(sentences) <= 1:
            return name
        return f"{name}, sentence {sentences.index(self.transcript.sentence_at(offset)) + 1}"
