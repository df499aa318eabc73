"""The sound of a book as clips: which part of which file is heard with which span of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.books.answer import BookClip, BookSpot
from briefing.formats.books.book import path_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.bundles.member import Bundle
    from briefing.formats.books.book import Book
    from briefing.formats.books.names import Target
    from briefing.formats.books.overlay import Par
    from briefing.formats.books.telling import Telling


def clips_of(book: Book, told: Telling, bundle: Bundle) -> list[BookClip]:
    """Return what is heard, in its order, and what would be if its sound file were there.

    No two clips in a row share a part of their text, but those that say all of it: where an element is named
    that holds others which are named as well, its own text ends where theirs begins.
    """
    files = {
        path: path_in(bundle, path)
        for path in dict.fromkeys(
            sound.path for overlay in book.overlays for par in overlay.pars for sound in par.sounds
        )
    }
    pars = (par for overlay in book.overlays for par in overlay.pars)
    return _parted(list(_clips(pars, told, bundle, files)))


def _clips(pars: Iterator[Par], told: Telling, bundle: Bundle, files: dict[str, str]) -> Iterator[BookClip]:
    here = BookSpot(0)
    for par in pars:
        start = stop = here
        is_skippable = par.is_skippable
        says = ""
        if par.text is not None:
            key = key_of(par.text, bundle)
            extent = told.extent(key)
            if extent is not None:
                start, stop = extent
                is_skippable = told.is_passed_over(key, extent)
                says = told.page_labels.get(key, "")
        here = stop
        goes_on = False
        for sound in par.sounds:
            file = files[sound.path]
            if file.isprintable():
                yield BookClip(file, sound.begin_s, sound.end_s, start, stop, is_skippable, goes_on, says)
                goes_on = True
        if not par.sounds and start < stop:
            yield BookClip("", 0.0, None, start, stop, is_skippable)


def key_of(target: Target, bundle: Bundle) -> str:
    """Return by what name a place is known in what was told."""
    name = path_in(bundle, target.path)
    return f"{name}#{target.fragment}" if target.fragment else name


def _parted(clips: Sequence[BookClip]) -> list[BookClip]:
    """Return clips of which none says what the next one says, unless it is the very same."""
    found: list[BookClip] = []
    for clip in clips:
        # What says no text, as the number of a page within a paragraph, parts none.
        if found and clip.start < clip.stop and found[-1].start <= clip.start < found[-1].stop:
            before = found[-1]
            if clip.start > before.start or clip.stop < before.stop:
                found[-1] = before._replace(stop=clip.start)
            elif clip.stop > before.stop:
                found.append(clip._replace(start=before.stop))
                continue
        found.append(clip)
    return found
