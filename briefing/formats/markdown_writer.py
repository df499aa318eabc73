"""A document as Markdown that opens again as the same one.

Rules:
1. What the front matter knows stands there, as long as the text begins with it in the same order.
2. Every other block is written as Markdown has it; what it has no sign for, or would take for
   something else (a heading that says the same as the title), has a mark above it (`block_marks`).
3. A part in a language of its own stands in `<span lang>`, a link in brackets, but for an address that no
   reader of Markdown takes. A caption with either, for which a picture's title has no place, stands behind
   the picture and has a mark.
4. Every sign that Markdown would take for its own is escaped, so the text comes back to the letter.
"""

from __future__ import annotations

import json
import re
from collections import deque
from enum import IntEnum, auto
from typing import TYPE_CHECKING, Final

from briefing.formats.block_marks import BlockMark
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model import Block, Document, Figure, Span

_FRONT: Final = (BlockKind.KICKER, BlockKind.TITLE, BlockKind.CAPTION, BlockKind.SUMMARY)
"""What the front matter holds of the text, in the order in which it is read from there."""
_LONGEST_FRONT: Final = 2_000
"""Code points of a block that stands in the front matter, which is looked at for 65,536 in all."""
_SIGNS: Final = re.compile(
    r"[\\`*_\[\]~]"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?[A-Za-z0-9])"
    r"|^[-+=>#]"
    r"|(?<!#)#+$"
)
"""Emphasis, code, links, tags, entities; at the start of a line headings, quotes, lists and rules."""
_NUMBER: Final = re.compile(r"^([0-9]{1,9})([.)])")
"""What begins an item of a list that is counted."""
_REFUSED: Final = re.compile(r"\s*(?:vbscript|javascript|file|data):", re.IGNORECASE)
"""Addresses that no reader of Markdown takes."""


class _Order(IntEnum):
    """Of marks that stand in one place: what ends goes before what begins."""

    END_LINK = auto()
    END_SPAN = auto()
    SPAN = auto()
    LINK = auto()


_SIGNED: Final = {BlockKind.PARAGRAPH: "", BlockKind.QUOTE: "> ", BlockKind.LIST_ITEM: "- "}


def write_document(document: Document) -> str:
    """Return the document as Markdown with front matter."""
    values, blocks, figures = _front_matter(document)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    parts: list[str] = []
    for part in _body(document, document.blocks[blocks:], document.figures[figures:]):
        is_next = bool(parts) and parts[-1].startswith("- ") and part.startswith("- ")
        parts += ("\n" if is_next else "\n\n", part)
    return "\n".join(("---", *lines, "---")) + "".join(parts) + "\n"


def _front_matter(document: Document) -> tuple[dict[str, str | list[str]], int, int]:
    """Return its values, and how many blocks and figures of the document stand in it."""
    values: dict[str, str | list[str]] = {}
    at = figures = 0
    for kind in _FRONT:
        block = document.blocks[at] if at < len(document.blocks) else None
        if block is None or block.kind is not kind or block.speaker or len(block.span) > _LONGEST_FRONT:
            continue
        if any(figure.start == block.span.start for figure in document.figures[kind is BlockKind.CAPTION :]):
            break  # a picture stands before it, and pictures without captions stand in the body
        if _has_parts(document, block.span):
            continue
        text = block.span.of(document.text)
        if kind is BlockKind.CAPTION:
            figure = document.figures[0] if document.figures else None
            if figure is None or (figure.caption, figure.start) != (text, block.span.start):
                continue
            values |= {key: told for key, told in (("image", figure.src), ("alt", figure.alt)) if told}
            figures = 1
        values[kind.value] = text
        at += 1
    if document.first(BlockKind.TITLE) is None:
        values["name"] = document.title
    media = document.media
    told = {
        "authors": list(document.authors),
        "published": document.published,
        "language": document.language,
        "audio": media.src,
        "duration": f"{media.duration_s:.3f}" if media.duration_s else None,
    }
    return values | {key: value for key, value in told.items() if value}, at, figures


def _body(document: Document, blocks: Sequence[Block], figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the blocks that the front matter has not, each picture where it stands, with its caption."""
    waiting = deque(figures)
    for block in blocks:
        text = block.span.of(document.text)
        is_written = False
        while waiting and (waiting[0].start or 0) <= block.span.start and not is_written:
            if caption := waiting[0].caption:
                if (block.kind, block.speaker, text) != (BlockKind.CAPTION, "", caption):
                    break
                is_written = True
            if is_written and _has_parts(document, block.span):
                mark = BlockMark(BlockKind.CAPTION).write()
                picture = _picture(waiting.popleft()._replace(caption=None))
                yield f"{mark}\n{picture} {_marked(document, block.span)}"
            else:
                yield _picture(waiting.popleft())
        if not is_written:
            yield _written(block, _marked(document, block.span), is_title=text == document.title)
    yield from map(_picture, waiting)


def _has_parts(document: Document, span: Span) -> bool:
    """Return whether a block has links, or parts in other languages, which no value and no title can hold."""
    return bool(document.languages_in(span) or document.links_in(span))


def _marked(document: Document, span: Span) -> str:
    """Return the Markdown of a block's text, with its links and what declares a language of its own."""
    marks: list[tuple[int, int, str]] = []
    for part, language in document.languages_in(span):
        marks += (
            (part.start, _Order.SPAN, f'<span lang="{language}">'),
            (part.stop, _Order.END_SPAN, "</span>"),
        )
    for part, target in document.links_in(span):
        if part and not _REFUSED.match(target):
            marks += (
                (part.start, _Order.LINK, "["),
                (part.stop, _Order.END_LINK, f"](<{bracketed(target)}>)"),
            )
    pieces: list[str] = []
    at = span.start
    for offset, order, mark in sorted(marks):
        piece = escaped(document.text[at:offset])
        if order == _Order.LINK and piece.endswith("!"):  # else it was a picture
            piece = piece[:-1] + "\\!"
        pieces += (piece, mark)
        at = offset
    return "".join((*pieces, escaped(document.text[at : span.stop])))


def _written(block: Block, text: str, *, is_title: bool) -> str:
    """Return a block, of which `text` is the Markdown."""
    mark = BlockMark(block.kind, block.level, block.speaker).write()
    is_heading = block.kind is BlockKind.HEADING
    # A first heading of level 1, and one like the title, would be read as that.
    if is_heading and block.level > 1 and not is_title and not block.speaker:
        return "#" * block.level + f" {text}"
    sign = _SIGNED.get(block.kind)
    if sign is None or block.speaker:
        return f"{mark}\n{sign or ''}{text}"
    return sign + text


def _picture(figure: Figure) -> str:
    src = "" if figure.src is None or _REFUSED.match(figure.src) else figure.src
    caption = escaped(figure.caption or "").replace('"', '\\"')
    return f"![{escaped(figure.alt or '')}](<{bracketed(src)}>" + (f' "{caption}")' if caption else ")")


def bracketed(address: str) -> str:
    """Return an address as it stands between angle brackets."""
    return re.sub(r"[\\<>]|&(?=#?[A-Za-z0-9])", r"\\\g<0>", address)


def escaped(text: str) -> str:
    """Return a line of text as Markdown that says the same, signs and all."""
    return _NUMBER.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", text))
