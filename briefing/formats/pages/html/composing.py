"""A page's story and what the page says of itself, in reading order: the head, the lead picture, the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.answer import PagePart
from briefing.formats.pages.html.lead_pictures import picture_key
from briefing.formats.pages.lines import count_words
from briefing.formats.pages.phrases import fold
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.html.lead_pictures import NamedPicture
    from briefing.formats.pages.html.metadata import PageMetadata

_TOLD: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.SUMMARY)


def composed(about: PageMetadata, body: Sequence[PagePart]) -> list[PagePart]:
    """Return the parts of a page, each said once: what its head says is not said in its text again.

    Where the page shows no story, it is as its metadata have it.
    """
    if not count_told(body):
        body = [*body, *(PagePart(BlockKind.PARAGRAPH, text) for text in about.told)]
    said = {fold(text) for text in (about.title, about.kicker, about.summary) if text}
    story = _with_lead(about.lead, body)
    pictures = [part for part in story[:1] if part.kind is BlockKind.CAPTION]
    own = (i for i, part in enumerate(story) if part.kind in _TOLD and fold(part.text) not in said)
    first = next(own, 0)  # a story that says no more than its title is one still
    head = (
        (BlockKind.KICKER, about.kicker),
        (BlockKind.TITLE, about.title),
        (BlockKind.SUMMARY, about.summary),
    )
    return [
        *(PagePart(kind, text) for kind, text in head if text),
        *pictures,
        *(
            part
            for i, part in enumerate(story)
            if i >= len(pictures)
            and (i >= first or part.kind is BlockKind.CAPTION or fold(part.text) not in said)
        ),
    ]


def count_told(parts: Sequence[PagePart]) -> float:
    """Return how many words of a story there are."""
    return sum(count_words(part.text) for part in parts if part.kind in _TOLD)


def _with_lead(lead: NamedPicture | None, body: Sequence[PagePart]) -> list[PagePart]:
    """Return a body with the picture first that its page names, or else the one above its text."""
    pictures = [part for part in body if part.kind is BlockKind.CAPTION]
    if lead is not None:
        same = next((part for part in pictures if picture_key(part.src) == picture_key(lead.part.src)), None)
        if same is not None:
            whole = same._replace(text=same.text or lead.part.text, alt=same.alt or lead.part.alt)
            return [whole, *(part for part in body if part is not same)]
        if lead.is_shown or not pictures:
            return [lead.part, *body]
    return list(body)
