"""When each word of a text is said: of the text itself, of one beside it, or of its recording's tags.

Where none of them tells every word, the one that tells most of them counts.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from briefing.errors import BriefingError
from briefing.sources import companions
from briefing.sources.companions import Beside
from briefing.sources.match import match_words
from briefing.sources.neighbours import MOST_TRIED
from briefing.text.language import same_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.formats.draft import Draft
    from briefing.formats.timed_text import TimedWord
    from briefing.model import Document
    from briefing.sources.companions import Companion
    from briefing.sources.neighbours import Neighbours
    from briefing.sources.opening import Opening
    from briefing.sources.recording import Recording
    from briefing.timeline import Timeline

_BY_WORD: Final = 0.5
"""The share of words with times of their own above which nothing finer is looked for."""


class SoughtTimings:
    """Where the timings of a text may come from."""

    def __init__(
        self,
        draft: Draft,
        document: Document,
        opening: Opening,
        near: Neighbours,
        recording: Recording | None,
    ) -> None:
        """Seek nothing yet.

        Args:
            draft: What the text holds.
            document: What was built of it, whose words are timed.
            opening: The text's own.
            near: What lies beside what was opened.
            recording: What the times are of; None where it is not at hand.
        """
        self._draft, self._document, self._opening = draft, document, opening
        self._near, self._recording = near, recording

    def finest(self, tell: Callable[[str], None]) -> Timeline | None:
        """Return the finest timings that there are, None where none fit. Waits.

        Args:
            tell: Told in a sentence what could not be read.
        """
        best: Timeline | None = None
        best_share = -1.0
        for words in self._timed_texts(tell):
            timeline = match_words(self._document, words, self._length_s()) if words else None
            if timeline is None:
                continue
            share = sum(cue.confidence > _BY_WORD for cue in timeline) / max(1, len(timeline))
            if share > best_share:
                best, best_share = timeline, share
            if share > _BY_WORD:
                break
        return best

    def _length_s(self) -> float | None:
        """Return the length of the recording: measured if that was done, else as declared, else measured."""
        recording = self._recording
        if recording is not None and (recording.is_known or self._draft.duration_s is None):
            with suppress(BriefingError):
                return recording.info().duration_s
        return self._draft.duration_s

    def _timed_texts(self, tell: Callable[[str], None]) -> Iterator[tuple[TimedWord, ...]]:
        """Give the timed texts of the recording, the likeliest first."""
        yield self._draft.words
        draft, language = self._draft, self._document.language or ""
        if draft.audio and draft.linked:
            from briefing.sources import linked_texts

            yield from linked_texts.timed_words(draft.linked, language, self._opening, tell)
        if self._recording is None:
            return
        for text in self.texts()[:MOST_TRIED]:
            if found := self._near.read(text, tell):
                yield found[0].words
        from briefing.formats.tags import read_info
        from briefing.sources import tracks

        with suppress(BriefingError):
            info = self._recording.info()
            yield from tracks.words_in(info.tracks, language, self._opening)
            yield read_info(info, "").words

    def texts(self) -> list[Companion]:
        """Return the other texts with times that may tell those of this one."""
        ours = self._document.language or ""
        wanted = self._near.wanted._replace(language=ours)
        texts = self._near.beside.texts(wanted)
        own = self._opening.path and companions.placed(self._opening.path)
        named = self._recording.path if self._recording else None
        if named is not None and self._near.beside.recording() != named != self._near.opening.path:
            texts += Beside(named).texts(wanted)
        return [
            text
            for text in texts
            if text.is_timed
            and text.path != own
            and (not text.language or not ours or same_language(text.language, ours))
        ]
