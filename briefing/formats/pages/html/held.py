"""What the parts of a page are held by, as structures of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.formats.draft import Draft
    from briefing.formats.pages.html.answer import Holder, PagePart


def held(draft: Draft, parts: Iterable[PagePart]) -> Iterator[PagePart]:
    """Yield the parts of a page, and note in a draft what holds them.

    Args:
        draft: To which each part is added, or not, before the next one is asked for.
        parts: Those of one page, in order.
    """
    extents: dict[Holder, tuple[int, int]] = {}
    for part in parts:
        before = draft.length
        yield part
        for holder in part.holders:
            start, _ = extents.get(holder, (before, before))
            extents[holder] = start, draft.length
    for holder, (start, stop) in reversed(extents.items()):
        draft.add_structure(holder.kind, start, stop)
