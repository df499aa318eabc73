"""What lies beside a source and may belong to it: texts, times, translations."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.registry import format_of, is_other_data
from briefing.sources import companions
from briefing.sources.companions import Beside
from briefing.sources.item import OtherText
from briefing.sources.naming import suffix_of
from briefing.sources.opening import Opening
from briefing.text.language import language_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.formats.draft import Draft
    from briefing.sources.companions import Companion, Wanted

MOST_TRIED: Final = 8
"""Files beside a recording that are read in search of its text or its times."""


class Neighbours:
    """What lies beside a source, read when it is wanted. From any thread, one at a time."""

    def __init__(self, opening: Opening, wanted: Wanted) -> None:
        self.opening = opening
        self.wanted = wanted
        self.beside = Beside(opening.path)
        self.files = [opening.path] if opening.path is not None else []
        """What was read."""
        self._broken: set[Path] = set()

    def read(self, text: Companion, tell: Callable[[str], object]) -> tuple[Draft, Opening] | None:
        """Return what a text holds; None where that is nothing, after a sentence if that is a pity."""
        if text.path in self._broken:
            return None
        reason = companions.why_not_text(text.path)
        if reason is not None:
            if reason:
                tell(reason)
            self._broken.add(text.path)
            return None
        try:
            found = Opening(str(text.path), text.path, self.opening.reader)
            draft = format_of(found).read(found)
            if text.is_timed and not draft.words:
                tell(f"{found.called} has no times that can be read.")
            elif draft.is_empty:
                tell(f"{found.called} has no text in it.")
            else:
                self.files.append(text.path)
                return draft, found
        except SourceError as error:
            if not _is_no_transcript(text.path):
                tell(str(error))
        self._broken.add(text.path)
        return None

    def language_of(self, path: Path | None) -> str:
        """Return the language that a text's name tells among others of its stem; empty if it tells none."""
        texts = self.beside.texts(self.wanted)
        is_alone = len(texts) < 2 and self.beside.recording() is None  # noqa: PLR2004 - itself
        own = path and companions.placed(path)
        return "" if is_alone else next((text.language for text in texts if text.path == own), "")

    def others(self, shown: Path | None) -> tuple[OtherText, ...]:
        """Return the texts in other languages than the one that is shown, one a language."""
        texts = self.beside.texts(self.wanted)
        languages = {text.language for text in texts if text.path == shown}
        found = []
        for text in texts:
            is_other = text.language and not text.marks.is_partial and text.language not in languages
            if is_other and companions.why_not_text(text.path) is None:
                languages.add(text.language)
                found.append(OtherText(text.language, language_name(text.language), text.path))
        return tuple(found)


def _is_no_transcript(path: Path) -> bool:
    """Return whether a file was never meant to be one, so that nobody misses it."""
    with suppress(OSError):
        return is_other_data(suffix_of(path.name), path.read_bytes())
    return False
