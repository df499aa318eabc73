"""The text that `briefing align` is given, as a document with every token it has."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.suffixes import PLAIN_SUFFIXES

if TYPE_CHECKING:
    from briefing.model import Document

_RAW: Final = frozenset(("", *PLAIN_SUFFIXES))
_LARGEST: Final = 64 << 20


def read_text(name: str, language: str | None) -> Document:
    """Return a plain text file with every token as it is, and any other source as `show` gives it.

    Raises:
        SourceError: if it cannot be read, or is no text.
    """
    if Path(name).suffix.lower() in _RAW and name not in ("-", "sample", "help") and "://" not in name:
        return _raw_document(name)
    from briefing.cli.wiring import account, sources

    settings = account.settings_for(name)._replace(language=language or "")
    return sources.open_item(name, settings).document


def _raw_document(name: str) -> Document:
    """Return a document with a block a paragraph, whose tokens are the file's, made safe one by one."""
    from briefing.model import BLOCK_GAP, Block, BlockKind, Document, Span
    from briefing.safe import safe_line

    paragraphs = [
        # A token of nothing but controls is still one, so that tokens are counted as in the file.
        " ".join(safe_line(token).replace(" ", "") or "\ufffd" for token in paragraph.split())
        for paragraph in re.split(r"\n\s*\n", _contents(Path(name)))
        if paragraph.strip()
    ]
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
        start += len(paragraph) + len(BLOCK_GAP)
    return Document(title="", text=BLOCK_GAP.join(paragraphs), blocks=tuple(blocks), source=name)


def _contents(path: Path) -> str:
    from briefing.text.encodings.decode import decode

    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError(f"{path.name} is too large for a text.", "Give the text that is spoken.")
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "an error of the system"
        raise SourceError(f"{path.name} cannot be read: {reason}.", "Check the name of the text.") from error
    try:
        return decode(raw)
    except SourceError as error:
        raise SourceError(f"{path.name} is no text.", "Give the text that is spoken, as UTF-8.") from error
