r"""Large print for word processors: RTF 1.9 in 18 points without serifs, left-aligned, headings as headings.

Nothing but ASCII is written: all else is `\uN?`, a number for each of its units in UTF-16, which every
reader of RTF takes.
"""

from __future__ import annotations

import locale
import unicodedata
from functools import cache
from itertools import pairwise
from struct import unpack
from typing import IO, TYPE_CHECKING, Final

from briefing.model import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.formats.publication import Publication
    from briefing.model import Block, Document

_SIZE: Final = 36
"""Of the text, in half points, in which RTF counts."""
_HEADING_SIZES: Final = (56, 48, 42, _SIZE)
"""From the first level down; a lower one is as the last."""
_LEVELS: Final = 6
_PAGE: Final = r"\paperw11906\paperh16838\margl1134\margr1134\margt1134\margb1134"
"""A4 with two centimetres around, in twentieths of a point."""
_SPACED: Final = r"\ql\sl360\slmult1\sa240"
"""Lines one and a half apart."""
_BULLET: Final = r"{\pntext\f0 \bullet\tab}{\*\pn\pnlvlblt\pnf0\pnindent360{\pntxtb\'b7}}"
_INDENTS: Final = {BlockKind.LIST_ITEM: r"\fi-360\li720", BlockKind.QUOTE: r"\li720\ri720"}
_ESCAPES: Final = {"\\": r"\\", "{": r"\{", "}": r"\}", "\t": r"\tab ", "\n": r"\line "}
_FOLLOWED: Final = ("http://", "https://", "mailto:")
_PRINCIPAL: Final = {"en": 0x409, "zh": 0x804}
"""Of what is not the first that Windows counts."""
_FIRST_OF_COUNTRIES: Final = 0x400
"""Smaller numbers are languages without a country, which older programs do not know."""
_BLOCKS_A_STEP: Final = 256


def write(publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
    """Write a briefing as RTF; who speaks is named where that changes, pictures are left out."""
    document = publication.document
    file.write(_head(document).encode("ascii"))
    for index, block in enumerate(document.blocks):
        file.write(_paragraph(document, index, block).encode("ascii"))
        if index % _BLOCKS_A_STEP == 0:
            on_progress(index / len(document.blocks))
    file.write(b"}\n")
    on_progress(1.0)


def _head(document: Document) -> str:
    styles = "".join(
        rf"{{\s{level}\outlinelevel{level - 1}\keepn\b\fs{_heading_size(level)} heading {level};}}"
        for level in range(1, _LEVELS + 1)
    )
    authors = _escaped("; ".join(document.authors))
    return "\n".join(
        (
            rf"{{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang{_code(document.language) or 1024}",
            r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}}",
            rf"{{\stylesheet{{\s0\f0\fs{_SIZE} Normal;}}{styles}}}",
            rf"{{\info{{\title {_escaped(document.title)}}}{{\author {authors}}}}}",
            _PAGE,
            rf"{{\footer\pard\plain\qc\f0\fs{_SIZE}\chpgn\par}}",
            "",
        )
    )


def _heading_size(level: int) -> int:
    return _HEADING_SIZES[min(level, len(_HEADING_SIZES)) - 1]


def _paragraph(document: Document, index: int, block: Block) -> str:
    text = block.span.of(document.text)
    level = 1 if block.kind is BlockKind.TITLE else block.level if block.kind is BlockKind.HEADING else 0
    look = rf"\s{level}\f0\fs{_heading_size(level) if level else _SIZE}"
    if level:
        look = rf"\outlinelevel{level - 1}\keepn{look}\b"
    if _is_from_right(text):
        look += r"\rtlpar"
    code = _code(document.language)
    language = rf"\lang{code}" if code else ""
    speaker = document.turn_at(index)
    said = rf"{{\b {_escaped(speaker)}:}} " if speaker else ""
    bullet = _BULLET if block.kind is BlockKind.LIST_ITEM else ""
    indent = _INDENTS.get(block.kind, "")
    inside = "".join(_runs(document, block.span))
    return rf"{{\pard\plain{bullet}{_SPACED}{indent}{look}{language} {said}{inside}\par}}" + "\n"


def _runs(document: Document, span: Span) -> Iterator[str]:
    """Yield a block's text, parted where a link or a language begins or ends."""
    links, languages = document.links_in(span), document.languages_in(span)
    parts = [each.span for each in links] + [each.span for each in languages]
    inner = {edge for part in parts for edge in (part.start, part.stop)}
    edges = sorted({span.start, span.stop, *(edge for edge in inner if edge in span)})
    for start, stop in pairwise(edges):
        run = _escaped(document.text[start:stop])
        code = next((_code(each.language) for each in languages if start in each.span), None)
        target = next((each.target for each in links if start in each.span), "")
        if code:
            run = rf"{{\lang{code} {run}}}"
        if target.startswith(_FOLLOWED):
            run = rf'{{\field{{\*\fldinst{{HYPERLINK "{_address(target)}"}}}}{{\fldrslt{{\ul {run}}}}}}}'
        yield run


def _address(target: str) -> str:
    """Return an address as it stands in a field, which has signs of its own for quotes and backslashes."""
    return _escaped("".join(f"%{ord(c):02X}" if c in '"\\{}' or c <= " " else c for c in target))


def _is_from_right(text: str) -> bool:
    """Return whether the first letter that has a direction goes from right to left."""
    kinds = (unicodedata.bidirectional(each) for each in text)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


@cache
def _code(language: str | None) -> int | None:
    """Return Windows's number for a language's tag; None where there is none."""
    tag = (language or "").replace("-", "_").lower()
    numbers = {name.lower(): number for number, name in sorted(locale.windows_locale.items(), reverse=True)}
    principal = tag.split("_", maxsplit=1)[0]
    alike = [number for name, number in numbers.items() if principal and name.split("_")[0] == principal]
    least = min((number for number in alike if number >= _FIRST_OF_COUNTRIES), default=None)
    return numbers.get(tag) or _PRINCIPAL.get(principal) or least


def _escaped(text: str) -> str:
    return "".join(map(_escape, text))


def _escape(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if " " <= sign <= "~":
        return sign
    units = sign.encode("utf-16-le", "surrogatepass")
    return "".join(rf"\u{unit}?" for unit in unpack(f"<{len(units) // 2}h", units))
