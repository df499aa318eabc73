"""The words of a talking book, timed in its own recording: `briefing align BOOK`."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from briefing.cli.progress import Progress
from briefing.cli.wiring import account, sources
from briefing.errors import UsageError
from briefing.formats.suffixes import AUDIO_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.about import Written
    from briefing.formats.rows import TimedRow
    from briefing.model import Document
    from briefing.playlist import Playlist
    from briefing.sources.item import Item
    from briefing.timeline import Timeline

UNFOUND: Final = "None of the text was found in the recording; these times are those of the book's own clips."


def open_book(name: str) -> Item:
    """Open a book.

    Raises:
        UsageError: if it has no recording of its own.
        SourceError, UnsafeError: if it cannot be read, or must not be.
    """
    is_sound = PurePath(name).suffix.lower() in AUDIO_SUFFIXES
    item = None if is_sound else sources.open_item(name, account.settings_for(name))
    if item is None or item.playlist is None:
        raise UsageError(
            "A recording and a text are needed. A book with its own recording would do for both.",
            "Write: briefing align AUDIO TEXT",
        )
    return item


def align_book(item: Item, format_: TimedRow, language: str | None, doubt: Callable[[str], None]) -> Written:
    """Time the words of each clip within it, and return that in a format; show how far it is.

    Raises:
        SourceError, UnsafeError, AudioError: if its sound cannot be read.
        AlignError: if no word can be timed on this machine.
    """
    from briefing.formats.publication import Publication

    if item.playlist is None:
        raise UsageError("There is no recording.")
    timeline, is_found = _timed(item.document, item.playlist(), language)
    if not is_found:
        doubt(UNFOUND)
    return format_.write(Publication(item.document, timeline))


def _timed(document: Document, playlist: Playlist, language: str | None) -> tuple[Timeline, bool]:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads of matrix products would only wait
    from briefing.align.arrays import RATE_HZ
    from briefing.align.partial_clips import PartialClips
    from briefing.align.parts import align_parts
    from briefing.align.tokens import tokens_of
    from briefing.audio.media.whole import decode_parts
    from briefing.cli.reference_voice import voice_for

    tokens = tokens_of(document)
    partial = PartialClips(document, tokens, playlist)
    parts = partial.order()
    sounds = decode_parts(playlist, RATE_HZ, [(start_s, stop_s) for start_s, stop_s, *_ in parts])
    words = [token.text for token in tokens]
    with Progress("Timing words") as bar:
        bar.show(0.0)
        for part in align_parts(parts, sounds, words, language or document.language, voice_for):
            bar.show(part.progress)
            if part.times:
                partial.settle(part.first, part.times)
    return partial.final(())
