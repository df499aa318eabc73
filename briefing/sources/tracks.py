"""The texts within a recording, its subtitles: chosen as texts that lie beside it are (`companions`)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.formats.registry import format_of
from briefing.sources.companions import Wanted, language_place
from briefing.sources.embedded import EmbeddedOpening
from briefing.sources.item import OtherText
from briefing.sources.naming import Marks
from briefing.text.language import language_name, language_tag, same_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.draft import Draft
    from briefing.formats.timed_text import TimedWord
    from briefing.ports.media import TextTrack
    from briefing.sources.opening import Opening


def language_of(track: TextTrack) -> str:
    """Return a track's language as a BCP 47 tag; empty where it is not told."""
    return language_tag(track.language) or ""


def by_place(tracks: Sequence[TextTrack], wanted: Wanted) -> list[TextTrack]:
    """Return tracks, the one to show first: whole ones, then by language, then the container's own choice."""

    def place(track: TextTrack) -> tuple[bool, int, bool, bool]:
        marks = Marks(language_of(track), is_original=track.is_original)
        return track.is_partial, language_place(marks, wanted), track.is_variant, not track.is_default

    return sorted(tracks, key=place)


def read(track: TextTrack, recording: Opening) -> Draft | None:
    """Return what a track of a recording holds; None where that is nothing that can be read."""
    data = track.text.encode("utf-8", "surrogateescape")
    within = EmbeddedOpening(recording, data, track.suffix, "A track")
    with suppress(SourceError):
        draft = format_of(within).read(within)
        draft.language = language_of(track) or draft.language
        return draft if draft.words else None
    return None


def words_in(
    tracks: Sequence[TextTrack], language: str, recording: Opening
) -> Iterator[tuple[TimedWord, ...]]:
    """Yield the timed words of the tracks that may be of a text in a language, BCP 47 or empty."""
    for track in by_place(tracks, Wanted(language)):
        told = language_of(track)
        is_same = not told or not language or same_language(told, language)
        draft = read(track, recording) if is_same else None
        if draft is not None:
            yield draft.words


def others(tracks: Sequence[TextTrack], shown: TextTrack) -> tuple[OtherText, ...]:
    """Return the texts in other languages than the one that is shown, one a language."""
    whole = [track for track in tracks if not track.is_partial]
    languages = dict.fromkeys(language for track in whole if (language := language_of(track)))
    languages.pop(language_of(shown), None)
    return tuple(OtherText(language, language_name(language), None) for language in languages)
