"""An item of a feed as a draft: what the feed itself holds of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from briefing.formats.draft import Draft
from briefing.formats.pages.html.held import held
from briefing.formats.pages.html.process import LIMIT_S, LIMITS, ask
from briefing.model import BlockKind
from briefing.ports.media import TimedText
from briefing.processes import door
from briefing.processes.ready import Ready
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.feed import FeedItem

WORKER: Final = "briefing.formats.feeds.content_worker"
READY: Final = Ready(lambda: door.command(WORKER, limits=LIMITS))
"""One may be prepared before an item is opened."""
BREAKING: Final = "Breaking news"
"""The banner of an item that its feed marks so."""
_CALLED: Final = 80
"""What has no title is called by so many characters of its beginning."""
STORY_WORDS: Final = 120
"""So many are a story; fewer are what a feed says to have its page opened."""


def draft_of_item(item: FeedItem, called: str, address: str) -> Draft:
    """Return an item as its feed holds it. Its texts and its recording stay where they are.

    Args:
        item: The item.
        called: What to call it in a sentence.
        address: That of its feed; empty where it is not known.

    Raises:
        SourceError: if its content cannot be read.
    """
    draft = Draft(language=item.language or None, published=item.published or None)
    if item.is_breaking:
        draft.add(BlockKind.KICKER, BREAKING)
    draft.add(BlockKind.TITLE, item.title)
    draft.title = draft.title or safe_line(item.text, _CALLED)
    if item.content:
        _add_content(draft, item, called, item.link or address)
    draft.authors = item.persons
    draft.audio = item.enclosure or None
    draft.declares_media = bool(item.enclosure)
    draft.duration_s = item.duration_s
    draft.linked = item.linked
    draft.chapters = tuple(TimedText(chapter.title, chapter.start_s) for chapter in item.chapters)
    return draft


def holds_story(item: FeedItem) -> bool:
    """Return whether a feed holds all there is of an item: a whole story, or no page to find more on.

    Where it does not, the page at `item.link` is what to read.
    """
    return not item.link or len(item.text.split()) >= STORY_WORDS


def newest(items: Sequence[FeedItem]) -> FeedItem:
    """Return the item that was published last; the first of those that are as new, or have no date.

    Args:
        items: At least one, in the order of their feed.
    """
    dated = [item for item in items if item.published]
    return max(dated, key=lambda item: _moment(item.published)) if dated else items[0]


def _moment(stamp: str) -> float:
    from datetime import UTC, datetime

    moment = datetime.fromisoformat(stamp)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _add_content(draft: Draft, item: FeedItem, called: str, base: str) -> None:
    """Add what the feed holds of a story, read by a process as pages are."""
    request = json.dumps(base).encode() + b"\n" + item.content.encode("utf-8", "replace")
    found = ask(READY.take, request, called, limit_s=LIMIT_S)
    for part in held(draft, found.parts):
        if part.kind is BlockKind.CAPTION:
            draft.add_figure(part.alt, part.text, part.src or None)
            draft.add(BlockKind.CREDIT, part.credit)
        else:
            draft.add(part.kind, part.text, part.level, language_parts=part.language_parts, links=part.links)
