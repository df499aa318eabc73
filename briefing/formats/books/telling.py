"""A book's text in the making, and where in it what has a name begins and ends.

Texts go through `safe_text` as they are said, so that a `Draft` leaves them as they are, and every place
that is known here is the same there.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.books.answer import BookEntry, BookPart, BookSpot, BookStructure
from briefing.model import BlockKind, LanguagePart, LinkPart, Span
from briefing.safe import CLOSES, OPENS, safe_text
from briefing.text.language import same_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.structures import StructureKind

_MOST_CHARACTERS: Final = 24 << 20
"""Of a book; the longest novels have six million."""


class SpotRange(NamedTuple):
    """From where to where something goes."""

    start: BookSpot
    stop: BookSpot


class Telling:
    """What has been told of a book; `language` is the book's, which no part need declare."""

    def __init__(self, language: str = "") -> None:
        self.language = language
        self.parts: list[BookPart] = []
        self.pages: list[BookEntry] = []
        self.structures: list[BookStructure] = []
        """What can be left in one step, in the order in which they end."""
        self.extents: dict[str, SpotRange] = {}
        """By "file#id", and by "file" alone, as they were found."""
        self.page_labels: dict[str, str] = {}
        """The numbers of pages, by the names of what is only that."""
        self.linked: set[str] = set()
        """The names that links lead to."""
        self._notes: list[tuple[int, int, frozenset[str]]] = []
        """What calls itself a note: its first part, the one after its last, and the names in it."""
        self._said: list[str] = []
        self._length = 0
        self._total = 0
        self._is_spaced = False
        self._foreign: list[LanguagePart] = []
        self._goes_on = False
        self._links: list[LinkPart] = []
        self._led = ""
        """Where what was said last leads to."""
        self.speaker = ""
        """Who says the part that is told, where the book is ours."""
        self.is_own = False
        """Whether a text of it is ours."""
        self._isolates = 0
        """How many are open."""
        self.figure_from = 0
        """From which part on a picture may be that of the caption that comes."""

    @property
    def here(self) -> BookSpot:
        """The place that is reached."""
        return BookSpot(len(self.parts), self._length)

    @property
    def is_begun(self) -> bool:
        """Whether something was said in the part that is told."""
        return bool(self._said)

    @property
    def is_full(self) -> bool:
        """Whether it is longer than any book."""
        return self._total > _MOST_CHARACTERS

    def say(self, text: str | None, language: str = "", link: str = "") -> None:
        """Add text as it stands in the source, white space collapsed; `language` is declared for it.

        `link` is where it leads to; empty for what is no link.
        """
        if not text:
            return
        words = text.split()
        if not words:
            self._is_spaced = True
            return
        if self._length and (self._is_spaced or text[0].isspace()):
            self._said.append(" ")
            self._length += 1
        self._is_spaced = text[-1].isspace()
        said = self._isolated(safe_text(" ".join(words), is_part=True))
        start, self._length = self._length, self._length + len(said)
        self._said.append(said)
        if link:
            begun = self._links.pop().span.start if link == self._led else start
            self._links.append(LinkPart(Span(begun, self._length), link))
        self._led = link
        if not _is_foreign(language, self.language):
            self._goes_on = False
            return
        if self._goes_on and self._foreign[-1].language == language:
            start = self._foreign.pop().span.start
        self._foreign.append(LanguagePart(Span(start, self._length), language))
        self._goes_on = True

    def _isolated(self, text: str) -> str:
        """Return a part of a text without marks that close nothing; what it opens is closed with its part."""
        if not any(mark in text for mark in (*OPENS, CLOSES)):
            return text
        kept = []
        for char in text:
            self._isolates += char in OPENS
            if char != CLOSES or self._isolates:
                kept.append(char)
                self._isolates -= char == CLOSES
        return "".join(kept)

    def punctuate(self, sign: str) -> None:
        """Add a sign right behind what was said, and part it from what is said next."""
        self._is_spaced = False
        self.say(f"{sign} ")

    def part_words(self) -> None:
        """Have a space stand before what is said next."""
        self._is_spaced = True

    def end(self, kind: BlockKind, level: int = 0, picture: BookPart | None = None) -> None:
        """End the part that is told, and keep it if there is text in it, or a picture.

        Args:
            kind: What it is on the page.
            level: Of a heading.
            picture: What the text is the caption of.
        """
        text = "".join(self._said) + CLOSES * self._isolates
        if text or picture is not None:
            part = picture or BookPart(kind, "", level)
            self.parts.append(
                part._replace(
                    text=text or part.text,
                    language_parts=self._foreign,
                    links=self._links,
                    speaker=self.speaker,
                )
            )
            self._total += self._length
            self.speaker = ""
            self._said, self._foreign, self._links = [], [], []
        self._length, self._is_spaced, self._goes_on, self._led, self._isolates = 0, False, False, "", 0

    def picture(self, alt: str, src: str, *, is_bare: bool = False) -> None:
        """Add a picture, called by the words for it; whatever was told before has been ended.

        `is_bare`: it has no caption, and is not to be called by the words for it either.
        """
        called = safe_text(" ".join(alt.split()))
        self.parts.append(BookPart(BlockKind.CAPTION, "" if is_bare else called, 0, called, src))

    def take_picture(self) -> BookPart | None:
        """Take back the picture that was added last, if nothing was told since; its caption comes."""
        last = self.parts[-1] if self.parts else None
        is_bare = (
            len(self.parts) > self.figure_from
            and last is not None
            and last.kind is BlockKind.CAPTION
            and last.text in ("", last.alt)
        )
        return self.parts.pop() if is_bare else None

    def page(self, label: str) -> None:
        """Note that a printed page begins here."""
        if label:
            self.pages.append(BookEntry(label, 0, self.here))

    def structure(self, kind: StructureKind, first: int) -> None:
        """Note that what goes from a part to here can be left in one step; nothing where that is no part."""
        if first < len(self.parts):
            self.structures.append(BookStructure(kind, first, len(self.parts)))

    def note(self, first: int, names: Iterable[str]) -> None:
        """Note that what goes from a part to here calls itself a note, and what has a name in it."""
        self._notes.append((first, len(self.parts), frozenset(names)))

    def settle_notes(self) -> None:
        """Have notes be read in their place that no link leads to: nobody would come to them otherwise."""
        for first, stop, names in self._notes:
            if names.isdisjoint(self.linked):
                for number in range(first, stop):
                    if self.parts[number].kind is BlockKind.NOTE:
                        self.parts[number] = self.parts[number]._replace(kind=BlockKind.PARAGRAPH)

    def name(self, key: str, start: BookSpot) -> None:
        """Note that what goes from a place to here has a name; the first of two of one name has it."""
        self.extents.setdefault(key, SpotRange(start, self.here))

    def settled(self, spot: BookSpot) -> BookSpot:
        """Return a place as one where text begins: past a space, and past the end of a part."""
        part, offset = spot
        if part >= len(self.parts):
            return BookSpot(len(self.parts))
        text = self.parts[part].text
        offset += text[offset : offset + 1] == " "
        return BookSpot(part, offset) if offset < len(text) or not text else BookSpot(part + 1)

    def extent(self, key: str) -> SpotRange | None:
        """Return from where to where the text of a name goes; None if nothing has it."""
        found = self.extents.get(key)
        if found is None:
            return None
        start, (part, offset) = self.settled(found.start), found.stop
        while offset == 0 and part > start.part:
            part -= 1
            offset = len(self.parts[part].text)
        stop = BookSpot(part, offset)
        return SpotRange(start, max(start, stop))

    def page_spots(self) -> Iterable[BookEntry]:
        """Return the pages that were noted, each where its text begins."""
        return (page._replace(spot=self.settled(page.spot)) for page in self.pages)

    def is_passed_over(self, key: str, extent: SpotRange) -> bool:
        """Return whether what has a name is passed over when reading on: a note, or the number of a page."""
        start, stop = extent
        return key in self.page_labels or (start < stop and self.parts[start.part].kind is BlockKind.NOTE)


@cache
def _is_foreign(language: str, of_book: str) -> bool:
    return bool(language) and not (of_book and same_language(language, of_book))
