"""A format as a row: its module, what is told of it, and by what it may be known before that is imported.

All formats' modules together take a third of a cold start, and most sources are in one. So a module is
imported, and asked, only where the name of a source or a hint at its start allow for it.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from briefing.errors import SourceError
from briefing.formats.suffixes import TEXT_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.about import About, Written
    from briefing.formats.draft import Draft
    from briefing.formats.publication import Publication
    from briefing.formats.source import Head, Source
    from briefing.formats.timed_text import Captions, TimedFile

_SIGNATURE_BYTES: Final = 1024


class FormatRow:
    """A format whose module has `score(head)` and `read(source)`; one that is written, `write(publication)`.

    Args:
        module: Its name within the package.
        about: What is told of it.
        hint: A pattern that is found in the head of each of its texts, but for those that their name tells;
            in the first bytes of what is no text.
        also_named: Other formats' suffixes, by which its files are called as well.
        is_binary: Whether it may be no text, so that it is asked about what is none.
        is_file: Whether it is read as a file (`Source.file`), which may be too long to be in memory.
    """

    def __init__(
        self,
        module: str,
        about: About,
        hint: str = "",
        also_named: tuple[str, ...] = (),
        *,
        is_binary: bool = False,
        is_file: bool = False,
    ) -> None:
        self.module: Final = module
        self.about: Final = about
        self.hint: Final = hint
        self.also_named: Final = also_named
        self.is_binary: Final = is_binary
        self.is_file: Final = is_file

    @property
    def needs_times(self) -> bool:
        """Whether nothing can be written of a briefing that does not tell when its words are spoken."""
        return False

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What its files are called, in lower case."""
        return self.about.suffixes + self.also_named

    def load(self) -> Any:
        """Return its module."""
        return import_module(f"{__package__}.{self.module}")

    def score(self, head: Head) -> float:
        """Return how sure it is that the head is its own, from 0 (another format's) to 1."""
        if not (head.is_text or self.is_binary):
            return 0.0
        start = head.text if head.is_text else head.data[:_SIGNATURE_BYTES].decode("latin-1")
        may_be = head.suffix in self.suffixes or re.search(self.hint, start)
        return float(self.load().score(head)) if may_be else 0.0

    def read(self, source: Source) -> Draft:
        """Return what a source holds.

        Raises:
            SourceError: if it cannot be read after all.
        """
        draft: Draft = self.load().read(source)
        return draft

    def write(self, publication: Publication) -> Written:
        """Return a briefing in the format."""
        written: Written = self.load().write(publication)
        return written


class TimedRow(FormatRow):
    """A format of text with times, whose module has `score(head)`, `read(text)` and `NOTHING`.

    `read` returns a `TimedFile`; NOTHING says what there is to say of a file without a line. One that can
    be written has `write(captions)`, which returns text or bytes.

    Args:
        module: Its name within the package.
        about: What is told of it.
        hint: See `FormatRow`.
        also_named: See `FormatRow`.
        place: Where its files stand among texts beside a recording: the lower, the likelier they are wanted.
        names_files: Whether its text stands in other files, so that `read` is given what loads them.
        is_doubted: Whether other data has its shape: the module's `may_be_speech(lines)` tells where the
            name does not.
        shared_suffixes: What other data is called, too: the module's `is_other(data)` knows what was never
            meant to be read.
    """

    def __init__(
        self,
        module: str,
        about: About,
        hint: str = "",
        also_named: tuple[str, ...] = (),
        *,
        place: int = 99,
        names_files: bool = False,
        is_doubted: bool = False,
        shared_suffixes: tuple[str, ...] = (),
    ) -> None:
        super().__init__(module, about, hint, also_named)
        self.place: Final = place
        self.names_files: Final = names_files
        self.is_doubted: Final = is_doubted
        self.shared_suffixes: Final = shared_suffixes

    @property
    def needs_times(self) -> bool:
        """It holds nothing else."""
        return True

    def parse(self, text: str, suffix: str, load: Callable[[str], str | None]) -> TimedFile:
        """Return the lines of a text.

        Args:
            text: All of it.
            suffix: Of its name, in lower case, with the dot.
            load: What gives the texts of files that it names.
        """
        module = self.load()
        found: TimedFile = module.read(text, load) if self.names_files else module.read(text)
        if self.is_doubted and suffix not in self.suffixes:
            lines = list(found.lines)
            return found._replace(lines=lines if module.may_be_speech(lines) else [])
        return found

    def read(self, source: Source) -> Draft:
        """Return the lines as a transcript with the times of its words; as plain text where it is named so.

        Raises:
            SourceError: if there is no line with text and times in it, and it is not named like a text.
        """
        from briefing.formats.timed.transcript import read_lines

        found = self.parse(source.text, source.head.suffix, source.text_beside)
        draft = read_lines(found.lines, found.title, found.language, found.preface)
        if draft.words:
            return draft
        if source.head.suffix in TEXT_SUFFIXES:
            from briefing.formats import plain

            return plain.read(source)
        raise SourceError(f"{source.called} {self.load().NOTHING}.", "Open its text instead.")

    def write(self, publication: Publication) -> Written:
        """Return when a briefing's words are spoken, in the format."""
        from briefing.formats.captions import captions_of

        return self.write_captions(captions_of(publication))

    def write_captions(self, captions: Captions) -> Written:
        """Return captions in the format."""
        written: Written = self.load().write(captions)
        return written
