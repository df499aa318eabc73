"""What the sound of a book tells of its structures, where its text does not: see `seqs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.books.answer import BookStructure
from briefing.formats.books.clips import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.bundles.member import Bundle
    from briefing.formats.books.overlay import Overlay
    from briefing.formats.books.telling import SpotRange, Telling


def structures_of(overlays: Sequence[Overlay], told: Telling, bundle: Bundle) -> Iterator[BookStructure]:
    """Yield what can be left in one step, as parts of the text; not what begins within one."""
    for overlay in overlays:
        if not overlay.seqs:
            continue
        extents = [
            None if par.text is None else told.extent(key_of(par.text, bundle)) for par in overlay.pars
        ]
        for kind, first, stop in overlay.seqs:
            begun, ended = _outermost(extents, first, stop)
            if begun is not None and ended is not None and not begun.start.offset:
                last = ended.stop.part + (ended.stop.offset > 0)
                if begun.start.part < last:
                    yield BookStructure(kind, begun.start.part, last)


def _outermost(
    extents: Sequence[SpotRange | None], first: int, stop: int
) -> tuple[SpotRange | None, SpotRange | None]:
    """Return the first and the last of the texts that some pars lead to; None where they lead to none."""
    begun = next((extents[i] for i in range(first, stop) if extents[i] is not None), None)
    ended = next((extents[i] for i in range(stop - 1, first - 1, -1) if extents[i] is not None), None)
    return begun, ended
