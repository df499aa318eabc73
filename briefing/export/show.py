"""A document on standard output: as JSON for programs, as labelled text for readers."""

from __future__ import annotations

import json
import textwrap
from itertools import repeat
from typing import TYPE_CHECKING, Final

from briefing.model import BlockKind
from briefing.safe import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from briefing.model import Block, Document
    from briefing.outline import Outline

_LABELS: Final = {
    BlockKind.KICKER: "Banner",
    BlockKind.TITLE: "Title",
    BlockKind.SUMMARY: "Summary",
    BlockKind.CAPTION: "Caption",
    BlockKind.CREDIT: "Credit",
    BlockKind.NOTE: "Note",
}
_MARKS: Final = {BlockKind.QUOTE: "> ", BlockKind.LIST_ITEM: "- "}
_LEAST_WIDTH: Final = 20
_PART: Final = 1 << 16
"""Code points of the whole text that are written at a time: 20 MB of it would stand in memory three times."""
_PLAIN: Final = json.JSONEncoder(ensure_ascii=False).encode
_INDENTED: Final = json.JSONEncoder(ensure_ascii=False, indent=2).encode


def as_json(
    document: Document,
    outline: Outline,
    languages: Sequence[tuple[str, str, Path | None]] = (),
    block_languages: Sequence[str | None] = (),
) -> Iterator[str]:
    """Yield the document as one JSON object, in parts; `start` and `stop` are offsets into its `text`.

    `outline` is that of the document, with the chapters of its recording. The pages of a printed edition are
    named where there are some, and so are what can be left in one step, and links.
    `languages` are the texts of the same briefing in others: tag, name and file, null where the recording
    holds it; named where there are some.
    `block_languages` are the tags of the blocks; where they are not given, the document's is each one's.
    """
    media = document.media
    head: dict[str, object] = {
        "title": document.title,
        "kicker": document.first(BlockKind.KICKER),
        "language": document.language,
        "published": document.published,
        "authors": list(document.authors),
        "summary": document.first(BlockKind.SUMMARY),
        "figures": [{"alt": f.alt, "caption": f.caption, "src": f.src} for f in document.figures],
        "media": {"src": media.src, "duration_s": media.duration_s, "available": media.available},
        "chapters": [each._asdict() for each in outline.chapters],
        "outline": [
            {"title": each.title, "level": each.level, "start": each.span.start} for each in outline.headings
        ],
    }
    if document.pages:
        head["pages"] = [{"label": each.title, "start": each.start} for each in document.pages]
    if document.structures:
        head["structures"] = [
            {"kind": kind.value, "start": span.start, "stop": span.stop} for kind, span in document.structures
        ]
    if document.links:
        head["links"] = [
            {"start": span.start, "stop": span.stop, "target": target} for span, target in document.links
        ]
    yield f"{{\n{_members(head, 2)},\n"
    tags: Iterable[str | None] = block_languages or repeat(document.language, len(document.blocks))
    before = '  "blocks": ['
    for block, tag in zip(document.blocks, tags, strict=True):
        values = {
            "kind": block.kind.value,
            "level": block.level,
            "text": block.span.of(document.text),
            "start": block.span.start,
            "stop": block.span.stop,
            "language": tag,
            "speaker": block.speaker or None,
        }
        yield f"{before}\n    {{\n{_members(values, 6)}\n    }}"
        before = ","
    yield '\n  ],\n  "text": "' if document.blocks else f'{before}],\n  "text": "'
    for start in range(0, len(document.text), _PART):
        yield json.dumps(document.text[start : start + _PART], ensure_ascii=False)[1:-1]
    yield '"'
    if languages:
        named = [{"language": tag, "name": name, "src": path and str(path)} for tag, name, path in languages]
        yield f",\n{_members({'languages': named}, 2)}"
    yield "\n}"


def _members(values: Mapping[str, object], indent: int) -> str:
    """Return the members of a JSON object, a line each, so far to the right."""
    pad = " " * indent
    rows = (
        # With an indent Python's own encoder does it, in five times the time.
        f'"{name}": {_INDENTED(value) if isinstance(value, (list, dict)) else _PLAIN(value)}'
        for name, value in values.items()
    )
    return ",\n".join(pad + row.replace("\n", f"\n{pad}") for row in rows)


def as_plain(document: Document, width: int = 0, start: int = 0) -> str:
    """Return the document as text, a blank line between blocks, wrapped to `width` columns; 0 wraps nothing.

    Of what stands before the offset `start` nothing is printed.
    What is not part of the story has a label in words, since a listener sees no layout.
    """
    parts = [_wrap(line, width) for line in _lines(document, start)]
    # A line that was wrapped may hold half of a bidirectional isolate.
    return safe_text("\n\n".join(parts))


def _lines(document: Document, start: int) -> Iterator[str]:
    alts = {figure.caption: figure.alt for figure in document.figures if figure.alt}
    for index, block in enumerate(document.blocks):
        if start >= block.span.stop:
            continue
        text = document.text[max(block.span.start, start) : block.span.stop]
        speaker = document.turn_at(index)
        if block.kind is BlockKind.CAPTION and text in alts:
            yield f"Picture: {alts[text]}"
        yield _labelled(block, f"{speaker}: {text}" if speaker else text)
    for figure in document.figures:
        if figure.alt and figure.caption is None and (figure.start or 0) >= start:
            yield f"Picture: {figure.alt}"


def _labelled(block: Block, text: str) -> str:
    if label := _LABELS.get(block.kind):
        return f"{label}: {text}"
    if block.kind is BlockKind.HEADING:
        return "#" * block.level + " " + text
    return _MARKS.get(block.kind, "") + text


def _wrap(line: str, width: int) -> str:
    if width <= 0:
        return line
    indent = "  " if line.startswith(tuple(_MARKS.values())) else ""
    return textwrap.fill(
        line, max(width, _LEAST_WIDTH), subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True
    )
