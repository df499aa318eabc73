"""Values for tests, built in a line.

Each section belongs to the tests that are named in its heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.commands.table import COMMANDS
from briefing.model import BLOCK_GAP, Block, BlockKind, Document, Media, Span
from briefing.store import Store
from briefing.ui.keys.bindings import bound_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Documents


def make_document(
    *paragraphs: str,
    title: str = "",
    kicker: str = "",
    summary: str = "",
    caption: str = "",
    blocks: Iterable[tuple[BlockKind, str]] = (),
    language: str | None = "en",
    duration_s: float | None = None,
) -> Document:
    """Return a document of these paragraphs, with the named blocks before and `blocks` after them."""
    parts = [
        (BlockKind.KICKER, kicker),
        (BlockKind.TITLE, title),
        (BlockKind.SUMMARY, summary),
        (BlockKind.CAPTION, caption),
        *((BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs),
        *blocks,
    ]
    parts = [(kind, text) for kind, text in parts if text]
    made = []
    offset = 0
    for kind, text in parts:
        level = 2 if kind is BlockKind.HEADING else 0
        made.append(Block(kind, Span(offset, offset + len(text)), level))
        offset += len(text) + len(BLOCK_GAP)
    return Document(
        title=title or "Untitled",
        text=BLOCK_GAP.join(text for _, text in parts),
        blocks=tuple(made),
        language=language,
        media=Media(duration_s=duration_s),
    )


# Memory


def memory_store() -> Store:
    """Return a store that keeps nothing and has nothing to say about it."""
    store = Store(None)
    store.take_notice()
    return store


# Keys


def keymap(overrides: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, str]:
    """Return key -> command id, as a user has them who gave commands these keys."""
    bound = bound_keys(COMMANDS, overrides or {})
    return {key: command_id for command_id, keys in bound.items() for key in keys}
