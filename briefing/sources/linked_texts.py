"""What a page names that goes with its recording, had when it is wanted: transcripts, subtitles, chapters.

Rules:
1. Nothing is asked for until somebody wants when the words of the recording are spoken, but for one thing: a
   page that is no more than a frame for its recording (`is_frame`) has its transcript as its text.
2. A page on the network asks for them in its own name, so one of a stranger names nothing in the user's own
   network; a page that was saved has the files beside it, and asks for nothing.
3. The finest in the language that is read comes first; at most `MOST_TRIED` are tried.
4. What cannot be had costs one sentence, and only where nothing else could be had.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing.errors import BriefingError
from briefing.formats.precision import WITHOUT_WORDS, precision
from briefing.formats.registry import RECORDING, format_of
from briefing.linked import LinkedKind
from briefing.ports.media import TimedText
from briefing.sources.companions import language_place
from briefing.sources.embedded import EmbeddedOpening
from briefing.sources.fetched import FetchedOpening
from briefing.sources.naming import Marks
from briefing.text.language import language_tag, same_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing.formats.draft import Draft
    from briefing.formats.timed_text import TimedWord
    from briefing.linked import LinkedText
    from briefing.sources.companions import Wanted
    from briefing.sources.opening import Opening

MOST_TRIED: Final = 8
_SAID: Final = (LinkedKind.CAPTIONS, LinkedKind.SUBTITLES, LinkedKind.TRANSCRIPT)
_FRAME_WORDS: Final = 250
"""A text of more is a story of its own."""
_NOTE_WORDS: Final = 120
"""A text of so many may be a note on a recording whose length is not told."""
_SLOW_WPM: Final = 100
_LEAST_SHARE: Final = 0.25
"""Of what is said at least so slowly: a text of less does not hold it."""


def by_place(linked: Iterable[LinkedText], wanted: Wanted) -> list[LinkedText]:
    """Return the texts that say what is said, by language as texts beside a recording, the finest first."""

    def place(each: LinkedText) -> tuple[int, int]:
        return language_place(Marks(language_of(each)), wanted), precision(each)

    return sorted((each for each in linked if each.kind in _SAID), key=place)


def language_of(linked: LinkedText) -> str:
    """Return a text's language as a BCP 47 tag; empty where it is not told."""
    return language_tag(linked.language) or ""


def is_frame(draft: Draft) -> bool:
    """Return whether a page has so little text that what is said in its recording is its story."""
    if not (draft.audio or draft.declares_media):
        return False
    words = sum(len(text.split()) for block, text in draft.parts() if block.kind.is_narrated)
    if draft.duration_s is None:
        return words < _NOTE_WORDS
    return words < _FRAME_WORDS and words < draft.duration_s / 60 * _SLOW_WPM * _LEAST_SHARE


def fill(draft: Draft, opening: Opening, wanted: Wanted) -> None:
    """Add to a page that is a frame for its recording what is said in it, with its times.

    Args:
        draft: The page's text.
        opening: The page.
        wanted: The language to show where there are several.
    """
    if not draft.linked or not is_frame(draft):
        return
    least = 2 * sum(len(text.split()) for block, text in draft.parts() if block.kind.is_narrated)
    for said in _read_all(by_place(draft.linked, wanted), opening, draft.notices.append):
        if sum(len(text.split()) for _, text in said.parts()) >= least:
            draft.extend(said)
            draft.words = said.words
            draft.language = said.language or draft.language
            return


def timed_words(
    linked: Sequence[LinkedText], language: str, opening: Opening, tell: Callable[[str], None]
) -> Iterator[tuple[TimedWord, ...]]:
    """Yield the times that texts in a language tell, the finest first; each is had when it is asked for.

    Args:
        linked: What the page names.
        language: That of the page's text, BCP 47; empty where it is not known.
        opening: The page.
        tell: Is told in a sentence where nothing can be had.
    """
    same = [
        each
        for each in linked
        if each.kind in _SAID
        and (not language or not language_of(each) or same_language(language, language_of(each)))
    ]
    is_timed = False

    def worth_asking_for() -> Iterator[LinkedText]:
        for each in sorted(same, key=precision):
            if is_timed and precision(each) >= WITHOUT_WORDS:
                return
            yield each

    for draft in _read_all(worth_asking_for(), opening, tell):
        if draft.words:
            is_timed = True
            yield draft.words


def chapters(linked: Iterable[LinkedText], opening: Opening) -> tuple[TimedText, ...]:
    """Return the chapters that a page names; nothing where they cannot be had: nobody misses them."""
    from briefing.formats.named_chapters import of_json, placed

    for each in islice((each for each in linked if each.kind is LinkedKind.CHAPTERS), MOST_TRIED):
        with suppress(BriefingError):
            found = opening.linked(each.address)
            if found is None:
                continue
            text = found.text
            told = of_json(text) if text.lstrip().startswith("{") else placed(_cues(found))
            if told:
                return told
    return ()


def _cues(found: Opening) -> Iterator[TimedText]:
    for line in format_of(found).read(found).lines:
        yield TimedText(line.text, line.start_s, line.stop_s)


def _read_all(
    linked: Iterable[LinkedText], opening: Opening, tell: Callable[[str], object]
) -> Iterator[Draft]:
    """Yield what texts hold, as far as they can be had."""
    failed, had = None, False
    for each in islice(linked, MOST_TRIED):
        try:
            draft = _read(each, opening)
        except BriefingError as error:
            failed = failed or error
            continue
        if draft is not None and not draft.is_empty:
            had = True
            yield draft
    if failed is not None and not had:
        tell(f"The page's transcript cannot be had. {failed.message}")


def _read(linked: LinkedText, opening: Opening) -> Draft | None:
    """Return what a text holds; None where it is nothing that is read.

    Raises:
        BriefingError: if it cannot be had, or not be read.
    """
    if linked.text:
        found: Opening | None = EmbeddedOpening(
            opening, linked.text.encode("utf-8", "replace"), "", "The transcript"
        )
    else:
        found = opening.linked(linked.address)
    if found is None:
        return None
    try:
        format_ = format_of(found)
        draft = None if format_ is RECORDING else format_.read(found)
    finally:
        if isinstance(found, FetchedOpening):
            found.fetched.close()
    if draft is not None:
        draft.language = language_of(linked) or draft.language
    return draft
