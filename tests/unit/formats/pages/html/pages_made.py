"""Pages to read in tests, and what comes out of them."""

from __future__ import annotations

from typing import Final

from briefing.formats.pages.html.reader import read
from briefing.model import BlockKind

SENTENCES: Final = (
    "The old bridge in the harbour opened again on Monday after two years of work.",
    "More than four thousand cars crossed it in the first hour, the city said in a statement.",
    "The ferry that took its place will go on until the end of the month, for those who like it.",
    "A second bridge is planned further up the river, but nobody knows who will pay for it.",
)
STORY: Final = "".join(f"<p>{text}</p>" for text in SENTENCES)


def page(body: str, head: str = "<title>Bridge opens</title>", language: str = "en") -> bytes:
    """Return a page's source."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{body}</body></html>"
    ).encode()


def told(source: bytes) -> list[tuple[BlockKind, str]]:
    """Return a page's blocks, its title and pictures left out."""
    left_out = (BlockKind.TITLE, BlockKind.CAPTION)
    return [(part.kind, part.text) for part in read(source, "").parts if part.kind not in left_out]


def texts(source: bytes) -> list[str]:
    """Return the texts of a page's blocks, its title and pictures left out."""
    return [text for _, text in told(source)]
